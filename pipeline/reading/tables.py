"""Tables of DOCX and HTML as lines: rows of data, or cells that only lay a page out."""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.models import Span
from pipeline.reading.assembly import Line

MOST_CELL_LINES = 2  # a cell with more is a column of the page, not a value


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
