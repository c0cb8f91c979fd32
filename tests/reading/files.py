"""Small files of every format, made on the spot."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from pipeline.models import Text

WIDTH, HEIGHT = A4
LEFT, TOP, LEADING = 70.0, HEIGHT - 100, 14.0


@dataclass(frozen=True)
class Grid:
    """A table with drawn lines: where its columns begin and end, and the lines of each cell,
    drawn cell by cell as programs do. A struck cell begins with "~"."""

    edges: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]

    def draw(self, canvas: Canvas, height: float) -> float:
        """Draws the table and says where it ends."""
        top = low = height + LEADING
        for row in self.rows:
            canvas.line(self.edges[0], low, self.edges[-1], low)
            for x, cell in zip(self.edges, row, strict=False):
                for place, words in enumerate(cell.split("\n"), 1):
                    level = low - LEADING * place + 3
                    canvas.drawString(x + 3, level, words.lstrip("~"))
                    if words.startswith("~"):
                        canvas.line(x + 3, level + 3, x + 3 + 6 * len(words), level + 3)
            low -= LEADING * max(cell.count("\n") + 1 for cell in row)
        canvas.line(self.edges[0], low, self.edges[-1], low)
        for x in self.edges:
            canvas.line(x, low, x, top)
        return low


def pdf(*pages: Sequence[object], head: str = "", foot: str = "") -> bytes:
    """A PDF with one line per item: a string, "" for a gap, ("b"|"s"|"u", string), or cells.

    A list of (x, string) pairs is put on one baseline. ``{n}`` in head and foot is the page.
    Cells of several lines come from ``Grid``.
    """
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for number, page in enumerate(pages, 1):
        _edges(canvas, head.format(n=number), foot.format(n=number))
        height = TOP
        for item in page:
            if isinstance(item, Grid):
                canvas.setFont("Helvetica", 11)
                height = item.draw(canvas, height)
            else:
                _draw(canvas, item, height)
            height -= LEADING
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _edges(canvas: Canvas, head: str, foot: str) -> None:
    canvas.setFont("Helvetica", 9)
    canvas.drawString(LEFT, HEIGHT - 40, head)
    canvas.drawString(LEFT, 30, foot)


def _draw(canvas: Canvas, item: object, height: float) -> None:
    canvas.setFont("Helvetica", 11)
    if isinstance(item, str):
        canvas.drawString(LEFT, height, item)
    elif isinstance(item, list):
        for x, text in item:
            canvas.drawString(x, height, text)
    elif isinstance(item, tuple):
        look, text = item
        canvas.setFont("Helvetica-Bold" if look == "b" else "Helvetica", 11)
        canvas.drawString(LEFT, height, text)
        if look in "su":
            level = height + (3 if look == "s" else -1.5)
            canvas.line(LEFT, level, LEFT + canvas.stringWidth(text), level)


def locked_pdf() -> bytes:
    """A PDF that asks for a password."""
    buffer = BytesIO()
    canvas = Canvas(buffer, encrypt="hemligt")
    canvas.drawString(LEFT, TOP, "Protokoll")
    canvas.save()
    return buffer.getvalue()


def saved(document: object) -> bytes:
    """The bytes of a python-docx document."""
    buffer = BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def docx(*paragraphs: str) -> bytes:
    """A Word document with plain paragraphs."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip archive."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def headings(text: Text) -> list[str]:
    """The words of the headings."""
    return [span.of(text.content) for span in text.headings]


def struck(text: Text) -> list[str]:
    """The struck-out words."""
    return [span.of(text.content) for span in text.struck]
