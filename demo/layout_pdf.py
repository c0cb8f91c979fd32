"""PDF with running heads, page numbers, struck-out names and some hyphens at line ends."""

import io
import re
from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from demo.choice import share
from demo.records import Block, Paper

LEFT, RIGHT, TOP, BOTTOM = 70.0, 70.0, 96.0, 82.0
BODY, BOLD, ITALIC = "Helvetica", "Helvetica-Bold", "Helvetica-Oblique"
SIZES = {"title": 17.0, "item": 13.0, "title of item": 12.0, "small": 8.0}
BOLD_KINDS = {"title", "item", "title of item", "head", "end"}
HYPHEN_SHARE = 0.85
VOWELS = "aeiouyåäöé"
CONSONANT = rf"[^{VOWELS}\W\d_]"
BREAK = re.compile(rf"(?<=[{VOWELS}bdfghjklmnprtv])(?={CONSONANT}[{VOWELS}])")
COLUMN_GAP = 24.0


@dataclass(frozen=True)
class Line:
    """One line to draw: where it starts, how, and the room above it."""

    text: str
    font: str = BODY
    size: float = 10.0
    indent: float = 0.0
    above: float = 0.0
    struck: bool = False
    keep: bool = False
    second: str = ""
    second_struck: bool = False
    second_font: str = BODY


def _parts(word: str, room: float, font: str, size: float) -> tuple[str, str] | None:
    """The word cut at a place between two consonants so that its head fits in ``room``."""
    if (
        len(word) < 9
        or not word.isalpha()
        or share("avstava", word, round(room)) > HYPHEN_SHARE
    ):
        return None
    cuts = [m.start() for m in BREAK.finditer(word) if 4 <= m.start() <= len(word) - 4]
    for cut in reversed(cuts):
        if stringWidth(word[:cut] + "-", font, size) <= room:
            return word[:cut] + "-", word[cut:]
    return None


def _broken(text: str, width: float, *, font: str, size: float, hyphens: bool) -> list[str]:
    lines, line = [], ""
    words = text.split()
    while words:
        word = words.pop(0)
        longer = f"{line} {word}".strip()
        if stringWidth(longer, font, size) <= width:
            line = longer
            continue
        room = width - stringWidth(f"{line} ", font, size)
        cut = _parts(word, room, font, size) if hyphens and line else None
        if cut:
            lines.append(f"{line} {cut[0]}")
            line = cut[1]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def _text_lines(block: Block, width: float) -> list[Line]:
    bold = block.kind in BOLD_KINDS
    font = BOLD if bold else ITALIC if block.kind == "quote" else BODY
    size = SIZES.get(block.kind, 10.0)
    above = {"item": 22.0, "head": 10.0, "title": 0.0, "meta": 2.0, "title of item": 2.0}.get(
        block.kind, 6.0
    )
    pieces = _broken(
        block.text, width, font=font, size=size, hyphens=block.kind in ("text", "quote")
    )
    return [
        Line(piece, font, size, above=above if place == 0 else 0.0, keep=bold)
        for place, piece in enumerate(pieces)
    ]


def _point_lines(block: Block, width: float) -> list[Line]:
    lines = []
    for number, item in enumerate(block.items, start=1):
        pieces = _broken(item, width - 18, font=BODY, size=10.0, hyphens=True)
        for place, piece in enumerate(pieces):
            text = f"{number}. {piece}" if place == 0 else piece
            lines.append(
                Line(
                    text, indent=6.0 if place == 0 else 18.0, above=3.0 if place == 0 else 0.0
                )
            )
    return lines


def _people_lines(block: Block) -> list[Line]:
    return [Line(line, struck=line in block.struck, above=1.0) for line in block.items]


def _table_lines(block: Block) -> list[Line]:
    return [Line(item.replace("\t", "   "), above=1.0) for item in block.items]


def _lines(block: Block, width: float) -> list[Line]:
    if block.kind == "points":
        return _point_lines(block, width)
    if block.kind == "people":
        return _people_lines(block)
    if block.kind == "table":
        return _table_lines(block)
    return _text_lines(block, width)


def _two_columns(blocks: list[Block], width: float) -> list[Line]:
    """The attendance lists side by side, as one row of text per line of both."""
    column = (width - COLUMN_GAP) / 2
    sides: list[list[Line]] = [[], []]
    half = next((n for n, b in enumerate(blocks) if b.text == "Ersättare"), 2)
    half = next((n for n, b in enumerate(blocks) if b.text.startswith("Ej tjänst")), half)
    for side, part in enumerate((blocks[:half], blocks[half:])):
        for block in part:
            sides[side] += _lines(block, column)
    empty = Line("")
    height = max(len(lines) for lines in sides)
    for lines in sides:
        lines += [empty] * (height - len(lines))
    return [
        Line(
            left.text,
            left.font,
            above=3.0,
            struck=left.struck,
            second=right.text,
            second_struck=right.struck,
            second_font=right.font,
        )
        for left, right in zip(*sides, strict=True)
    ]


def _paper_lines(paper: Paper, width: float) -> list[Line | None]:
    """Every line of the paper; None is a page break."""
    places = [n for n, block in enumerate(paper.front) if block.kind == "people"]
    columns = paper.layout == "two columns" and places
    start, end = (places[0] - 1, places[-1] + 1) if columns else (0, 0)
    lines: list[Line | None] = []
    for place, block in enumerate(paper.blocks):
        if columns and start <= place < end:
            if place == start:
                lines += _two_columns(list(paper.blocks[start:end]), width)
        elif block.kind == "new page":
            lines.append(None)
        else:
            lines += _lines(block, width)
    return lines


def _pages(lines: list[Line | None], height: float) -> list[list[Line]]:
    pages: list[list[Line]] = [[]]
    used = 0.0
    for place, line in enumerate(lines):
        if line is None:
            pages.append([])
            used = 0.0
            continue
        room = line.above + line.size * 1.32
        after = lines[place + 1] if place + 1 < len(lines) else None
        needed = room + (after.above + 2 * after.size if line.keep and after else 0.0)
        if used + needed > height and pages[-1]:
            pages.append([])
            used = 0.0
        pages[-1].append(line)
        used += room
    return pages


def _draw(canvas: Canvas, line: Line, x: float, y: float, *, column: float) -> None:
    sides = [(line.text, line.font, line.struck, x + line.indent)]
    if line.second:
        sides.append((line.second, line.second_font, line.second_struck, x + column))
    for text, font, struck, left in sides:
        canvas.setFont(font, line.size)
        canvas.drawString(left, y, text)
        if struck:
            middle = y + line.size * 0.3
            canvas.line(left, middle, left + stringWidth(text, font, line.size), middle)


def _frame(canvas: Canvas, paper: Paper, number: int, total: int) -> None:
    width, height = A4
    left, middle, right = paper.running_head.split("\t")
    canvas.setFont(BODY, 8)
    canvas.drawString(LEFT, height - 48, left)
    canvas.drawString(LEFT, height - 58, middle)
    canvas.drawRightString(width - RIGHT, height - 48, right)
    canvas.drawRightString(width - RIGHT, height - 58, f"Sida {number} ({total})")
    canvas.setLineWidth(0.5)
    canvas.line(LEFT, 62, width - RIGHT, 62)
    canvas.drawString(LEFT, 50, "Justerandes signatur")
    canvas.drawRightString(width - RIGHT, 50, "Utdragsbestyrkande")


def pdf_of(paper: Paper) -> bytes:
    """The document as a PDF file, the same bytes each time."""
    width, height = A4
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle(paper.running_head.replace("\t", ", "))
    canvas.setAuthor("Lindvattna kommun")
    pages = _pages(_paper_lines(paper, width - LEFT - RIGHT), height - TOP - BOTTOM)
    for number, lines in enumerate(pages, start=1):
        _frame(canvas, paper, number, len(pages))
        y = height - TOP
        for line in lines:
            y -= line.above + line.size * 1.32
            _draw(canvas, line, LEFT, y, column=(width - LEFT - RIGHT + COLUMN_GAP) / 2)
        canvas.showPage()
    canvas.save()
    return data.getvalue()
