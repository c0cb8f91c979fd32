"""Rows of a PDF page from the top down, whatever order the file draws them in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.reading.assembly import Run
from pipeline.reading.hyphens import hyphen_join
from pipeline.reading.pdf_page import Segment

SAME_BASELINE = 0.25  # of the type size
STEP_UP = 0.5
CELLS = 4  # rows back: the lines of a cell
TOUCHING = 0.15  # of the type size


@dataclass(frozen=True, slots=True)
class Row:
    """Segments on one baseline ``y``, from left to right; ``cells`` when it is a table's row.

    ``size`` is the largest type in it, ``bold`` whether all of it is bold.
    """

    segments: tuple[Segment, ...]
    y: float
    x0: float
    x1: float
    size: float
    bold: bool
    cells: tuple[tuple[Run, ...], ...] | None = None

    @property
    def text(self) -> str:
        """The words."""
        return " ".join([segment.text for segment in self.segments])


def row_of(segments: tuple[Segment, ...]) -> Row:
    """The row that ``segments`` make."""
    first, last = segments[0], segments[-1]
    if first is last:
        return Row(segments, first.y, first.x0, first.x1, first.size, first.bold)
    size = max(segment.size for segment in segments)
    bold = all(segment.bold for segment in segments)
    return Row(segments, first.y, first.x0, last.x1, size, bold)


def cell_of(segments: Sequence[Segment]) -> tuple[Run, ...]:
    """The words of a cell, a word broken at a line end made whole."""
    runs: list[Run] = []
    for segment in segments:
        words = list(segment.runs)
        if runs and (pair := hyphen_join(runs[-1].text, words[0].text)):
            runs[-1] = Run(pair[0], struck=runs[-1].struck)
            words[0] = Run(pair[1], struck=words[0].struck)
        runs += [Run(" "), *words] if runs else words
    return tuple(runs)


def rows_of(lines: Sequence[tuple[Segment, ...]]) -> list[Row]:
    """The rows of a page in reading order."""
    blocks: list[list[Row]] = []
    for line in lines:
        row = row_of(line)
        last = blocks[-1][-1] if blocks else None
        if last is not None and _beside(last, row):
            blocks[-1][-1] = _joined(last, row)
        elif _goes_back(blocks, row):
            continue
        elif last is None or row.y > last.y + STEP_UP * row.size:
            blocks.append([row])
        else:
            blocks[-1].append(row)
    return [row for block in _in_order(blocks) for row in block]


def _goes_back(blocks: Sequence[list[Row]], row: Row) -> bool:
    """Puts ``row`` where it belongs when a cell of several lines was drawn between the cells
    of a row: at the end of that row, or above it when it begins such a cell."""
    for block in reversed(blocks[-CELLS:]):
        for place in range(len(block) - 1, max(len(block) - 1 - CELLS, -1), -1):
            if len(block[place].segments) > 1 and _beside(block[place], row):
                block[place] = _joined(block[place], row)
                return True
    last = blocks[-1][-1] if blocks else None
    if last is None or len(last.segments) < 2 or row.x0 < last.x1 - row.size:
        return False
    if not 0 < row.y - last.y <= CELLS * row.size:
        return False
    level = SAME_BASELINE * row.size
    place = next(n for n, one in enumerate(blocks[-1]) if one.y <= row.y + level)
    if _beside(blocks[-1][place], row):
        blocks[-1][place] = _joined(blocks[-1][place], row)
    else:
        blocks[-1].insert(place, row)
    return True


def _beside(last: Row, row: Row) -> bool:
    """Whether ``row`` carries on the same baseline to the right."""
    level = abs(last.y - row.y) <= SAME_BASELINE * min(last.size, row.size)
    return level and row.x0 >= last.x1 - row.size


def _joined(last: Row, row: Row) -> Row:
    """One row of two; a hyphen that is drawn by itself belongs to the word before it."""
    word = last.segments[-1]
    if row.text == "-" and row.x0 - word.x1 < TOUCHING * row.size:
        runs = (*word.runs, Run("-", struck=word.runs[-1].struck))
        row = row_of((replace(word, runs=runs, x1=row.x1),))
        return row_of((*last.segments[:-1], *row.segments))
    return row_of(last.segments + row.segments)


def _in_order(blocks: Sequence[list[Row]]) -> list[list[Row]]:
    """Blocks in the order of the file, but each before those that lie wholly below it."""
    ordered: list[list[Row]] = []
    for block in blocks:
        bottom = min(row.y for row in block)
        place = len(ordered)
        while place and max(row.y for row in ordered[place - 1]) < bottom - STEP_UP:
            place -= 1
        ordered.insert(place, block)
    return ordered
