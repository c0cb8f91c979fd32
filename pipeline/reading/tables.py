"""Tables as lines: those of DOCX and HTML, whose rows are data or whose cells only lay a page
out, and rows of plain text that tabs part."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.models import Span
from pipeline.reading.assembly import Line

_Row = Sequence[Sequence[Line]]
_HEADED = 2  # rows: headings, and the columns below them
MOST_CELL_LINES = 2  # a cell with more is a column of the page, not a value

# Several lines in a row with as many tabs: a table.
_TABBED = re.compile(r"(?:^[^\t\n]*(?:\t[^\t\n]*){2,}(?:\n|\Z)){3,}", re.MULTILINE)


def with_bars(text: str) -> str:
    """Plain text whose rows of cells parted by tabs are "| a | b |"."""
    return _TABBED.sub(_barred, text) if "\t" in text else text


def _barred(found: re.Match[str]) -> str:
    rows = found[0].splitlines()
    if len({row.count("\t") for row in rows}) > 1:
        return found[0]
    cells = ([cell.strip() for cell in row.split("\t")] for row in rows)
    return "".join(f"| {' | '.join(row)} |\n" for row in cells)


def table_lines(rows: Sequence[_Row]) -> list[Line]:
    """Rows of cells of lines as "| a | b |"; page columns and single cells as plain lines."""
    lines: list[Line] = []
    was_row = False
    for row in _column_by_column(rows):
        cells = [[line for line in cell if line.text] for cell in row]
        filled = [cell for cell in cells if cell]
        layout = len(row) == 1 or any(len(cell) > MOST_CELL_LINES for cell in cells)
        if not filled:
            continue
        if layout:
            for cell in filled:
                lines += [replace(cell[0], gap=True), *cell[1:]]
        else:
            lines.append(replace(row_line(cells), gap=not was_row))
        was_row = not layout
    return lines


def _column_by_column(rows: Sequence[_Row]) -> Sequence[_Row]:
    """A table whose one row has columns of the page, each below its heading: heading and
    column, one after the other."""
    filled = [row for row in rows if any(line.text for cell in row for line in cell)]
    if len(filled) != _HEADED or len({len(row) for row in filled}) > 1:
        return rows
    heads, columns = filled
    headed = all(_texts(cell) == 1 for cell in heads) and all(map(_texts, columns))
    tall = any(_texts(cell) > MOST_CELL_LINES for cell in columns)
    if not (headed and tall and len(heads) > 1):
        return rows
    return [[cell] for pair in zip(heads, columns, strict=True) for cell in pair]


def _texts(cell: Sequence[Line]) -> int:
    return sum(bool(line.text) for line in cell)


def row_line(cells: Sequence[Sequence[Line]]) -> Line:
    """Cells of lines as one line, "| a | b |"."""
    text, struck = "|", list[Span]()
    for cell in cells:
        text += " "
        for place, line in enumerate(cell):
            text += " " if place else ""
            struck += (Span(s.start + len(text), s.end + len(text)) for s in line.struck)
            text += line.text.replace("|", "/")
        text += " |"
    return Line(text, struck=tuple(struck))
