"""Word documents: paragraphs and tables in body order, with list marks and struck-out text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - it is an exception class

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml.etree import LxmlError  # type: ignore[import-untyped]

from pipeline.errors import ReadingError
from pipeline.models import Text
from pipeline.reading.assembly import Line, Run, assemble, is_bold_line, line_of, prefixed
from pipeline.reading.cleaning import clean, listed
from pipeline.reading.detect import Format
from pipeline.reading.docx_lists import ListMarks
from pipeline.reading.residue import without_residue
from pipeline.reading.running import close_page_breaks, lines_without_heads
from pipeline.reading.tables import table_lines
from pipeline.settings import MAX_UNPACKED_BYTES

MEGABYTE = 1024 * 1024
MOST_MEMBERS = 10_000
# Text compresses ten to fifty times; an archive far above that is made to fill the memory.
MOST_RATIO = 300
RATIO_FROM_BYTES = 20 * MEGABYTE

PARAGRAPH, TABLE, ROW, CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
RUN, LOOK, STYLE, VALUE = qn("w:r"), qn("w:rPr"), qn("w:rStyle"), qn("w:val")
BOLD, HIDDEN, STRIKES = qn("w:b"), qn("w:vanish"), (qn("w:strike"), qn("w:dstrike"))
TEXT = qn("w:t")
DRAWN = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
# What may stand around runs and blocks; deletions (w:del, w:moveFrom) are not among them.
HOLDERS = {
    qn(f"w:{name}")
    for name in ("ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "sdt", "sdtContent")
} | {qn("w:customXml")}
DELETED_ROW = f"{qn('w:trPr')}/{qn('w:del')}"
OUTLINE = f"{qn('w:pPr')}/{qn('w:outlineLvl')}"
HEADING_STYLES = ("heading", "rubrik", "title", "titel")
# What the zip, XML and Word layers raise for broken content; all mean the same to the sender.
BROKEN = (
    *(OpcError, LxmlError, BadZipFile, ZlibError, EOFError, OSError, NotImplementedError),
    *(RuntimeError, KeyError, ValueError, TypeError, AttributeError),
)
_NEAR_TOP = 12
_PAGE = re.compile(
    r"(?:sid(?:a|an|nr)?\.?\s*)?\d+\s*(?:(?:av|/|\()\s*\d+\s*\)?)?", re.IGNORECASE
)
OFF = ("0", "false", "off", "none")


def read_docx(data: bytes, name: str) -> Text:
    """The text of a Word document; ReadingError when it is broken or would fill the memory."""
    refuse_bomb(data, name)
    try:
        lines = _Body(Document(BytesIO(data))).lines()
    except BROKEN as error:
        raise ReadingError(
            f"{name}: Word-filen är skadad; öppna den i Word, spara om den och läs in den."
        ) from error
    printed = without_residue(lines_without_heads([*lines]))
    return assemble(close_page_breaks(printed), media_type=Format.DOCX)


def refuse_bomb(data: bytes, name: str) -> None:
    """ReadingError when the archive's directory promises more than may be unpacked.

    zipfile never unpacks more of a member than the directory states, so the check holds.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ReadingError(f"{name}: Word-filen är skadad; hämta den på nytt.") from error
    unpacked = sum(member.file_size for member in members)
    swollen = unpacked > RATIO_FROM_BYTES and unpacked > MOST_RATIO * len(data)
    if unpacked > MAX_UNPACKED_BYTES or swollen or len(members) > MOST_MEMBERS:
        raise ReadingError(
            f"{name}: filen packas upp till orimligt mycket ({unpacked // MEGABYTE} MB) och "
            "läses inte; kontrollera var den kommer ifrån."
        )


class _Body:
    """A document's body, with its styles and the counters of its lists."""

    def __init__(self, document: Any) -> None:
        self.body = document.element.body
        self.section = next(iter(document.sections), None)
        self.marks = ListMarks(document)
        self.styles = self.marks.styles
        self.bold_styles: dict[str, bool] = {}

    def lines(self) -> list[Line]:
        """The lines of the whole body, below those that the pages are headed by, as far as
        the first lines of the body do not say the same."""
        lines = self._lines_in(self.body)
        told = " ".join(line.text for line in lines[:_NEAR_TOP]).casefold()
        heads = (x for x in self._heads() if not all(w in told for w in _words(x.text)))
        return [*heads, *lines]

    def _heads(self) -> list[Line]:
        """The lines above the first page, which say whose paper it is."""
        if self.section is None:
            return []
        own = self.section.different_first_page_header_footer
        header = self.section.first_page_header if own else self.section.header
        return [x for x in self._lines_in(header._element) if not _PAGE.fullmatch(x.text)]

    def _lines_in(self, parent: Any) -> list[Line]:
        lines: list[Line] = []
        in_list = False
        for element in _blocks(parent):
            if element.tag == TABLE:
                lines += table_lines(self._cells(element))
                in_list = False
                continue
            paragraph, marked = self._paragraph(element)
            if paragraph:
                first = replace(paragraph[0], gap=not (marked and in_list))
                lines += [first, *paragraph[1:]]
                in_list = marked
        return lines

    def _cells(self, table: Any) -> list[list[list[Line]]]:
        """The cells of each row as lines."""
        rows = [row for row in _inside(table, ROW) if row.find(DELETED_ROW) is None]
        return [[self._lines_in(cell) for cell in _inside(row, CELL)] for row in rows]

    def _paragraph(self, paragraph: Any) -> tuple[list[Line], bool]:
        """The lines of a paragraph, and whether it is a list item."""
        rows = self._rows(paragraph)
        if not any(clean(run.text).strip() for row in rows for run in row):
            return [], False
        mark = self.marks.mark(paragraph)
        styled = self._is_heading(paragraph)
        lines: list[Line] = []
        for row in rows:
            line = line_of(row)
            if not line.text:
                continue
            heading = (styled or is_bold_line(row)) and not line.struck
            line = line if lines else _marked(line, row, mark)
            lines.append(replace(line, heading=heading, continues=bool(lines)))
        return lines, bool(mark) or lines[0].text.startswith("- ")

    def _rows(self, paragraph: Any) -> list[list[Run]]:
        """The runs of a paragraph, line by line."""
        rows: list[list[Run]] = [[]]
        for run in self._runs(paragraph, bold=self._style_is_bold(paragraph.style)):
            first, *others = run.text.split("\n")
            rows[-1].append(replace(run, text=first))
            rows += [[replace(run, text=text)] for text in others]
        return rows

    def _runs(self, parent: Any, *, bold: bool) -> Iterator[Run]:
        for element in parent:
            if element.tag == RUN:
                yield self._run(element, bold=bold)
            elif element.tag in HOLDERS:
                yield from self._runs(element, bold=bold)

    def _run(self, element: Any, *, bold: bool) -> Run:
        text = "".join(map(_characters, element))
        look = element.find(LOOK)
        if look is None:
            return Run(text, bold=bold)
        if _is_on(look, HIDDEN, default=False):
            return Run("")
        style = look.find(STYLE)
        bold = bold or (style is not None and self._style_is_bold(style.get(VALUE)))
        return Run(
            text,
            bold=_is_on(look, BOLD, default=bold),
            struck=any(_is_on(look, strike, default=False) for strike in STRIKES),
        )

    def _is_heading(self, paragraph: Any) -> bool:
        style = self.styles.get(paragraph.style) if paragraph.style else None
        name = (style.name or "").casefold() if style is not None else ""
        return name.startswith(HEADING_STYLES) or paragraph.find(OUTLINE) is not None

    def _style_is_bold(self, style_id: str | None) -> bool:
        """Whether a style, or one that it builds on, is bold."""
        if style_id is None:
            return False
        if style_id not in self.bold_styles:
            style = self.styles.get(style_id)
            bold: bool | None = None
            while style is not None and bold is None:
                bold, style = style.font.bold, style.base_style
            self.bold_styles[style_id] = bool(bold)
        return self.bold_styles[style_id]


def _words(text: str) -> list[str]:
    return text.casefold().split()


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables, also those inside content controls."""
    for element in parent:
        if element.tag in (PARAGRAPH, TABLE):
            yield element
        elif element.tag in HOLDERS:
            yield from _blocks(element)


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also those inside content controls."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in HOLDERS:
            yield from _inside(element, tag)


def _characters(element: Any) -> str:
    if element.tag == TEXT:
        return element.text or ""
    return DRAWN.get(element.tag, "")


def _is_on(look: Any, tag: str, *, default: bool) -> bool:
    """A switch such as bold: absent is the default, present without a value is on."""
    found = look.find(tag)
    return default if found is None else found.get(VALUE, "1") not in OFF


def _marked(line: Line, row: Sequence[Run], mark: str) -> Line:
    """``line`` with its list mark: the drawn one, or "- " for a typed one."""
    if mark:
        return prefixed(line, mark)
    if listed(line.text, "x.") == line.text:
        return line
    first = next(place for place, run in enumerate(row) if run.text.strip())
    bare = replace(row[first], text=row[first].text.lstrip()[1:])
    return prefixed(line_of([bare, *row[first + 1 :]]), "- ")
