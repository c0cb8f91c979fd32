"""Tables as lines: those of DOCX and HTML, whose rows are data or whose cells only lay a page
out, and rows of plain text that tabs part."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.models import Span
from pipeline.reading.assembly import Line

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


def table_lines(rows: Sequence[Sequence[Sequence[Line]]]) -> list[Line]:
    """Rows of cells of lines as "| a | b |"; page columns and single cells as plain lines."""
    lines: list[Line] = []
    was_row = False
    for row in rows:
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
