"""Rows in columns: lists of names are read down the columns, tables along the rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from pipeline.reading.pdf_page import Segment
from pipeline.reading.rows import Row, cell_of, row_of

FEWEST_ROWS = 3
ALIGNED = 1.0  # type sizes: how far a cell may stand from its column
NAMES = 0.5  # share of cells that must look like people before columns are read downwards
NEARER = 0.8  # of the usual step from row to row: lines of one row
STEP = 3.0  # type sizes: a larger step down ends the columns
# Example: "Anna Ek (S)", "Bo von Al (M), ordf.", "Cia Dal"
PERSON = re.compile(
    r"(?:[^\W\d_a-zåäö][\w.'’-]*|von|van|de|af|da|del|dos|bin|ben|al)"
    r"(?: (?:[^\W\d_a-zåäö][\w.'’-]*|von|van|de|af|da|del|dos|bin|ben|al)){1,4}"
    r"(?:,? ?\([^\W\d_]{1,4}!?\)| ?\(-\))?(?:,? .{0,40})?$"
)
PARTY = re.compile(r"\((?:[^\W\d_]{1,4}!?|-)\)")


def arranged(rows: Sequence[Row]) -> list[Row]:
    """``rows`` with columns of names one after the other and tables marked as such."""
    done: list[Row] = []
    place = 0
    while place < len(rows):
        columns = rows[place].segments
        alone = len(columns) < 2 or rows[place].cells is not None
        end = place if alone else _end_of_run(rows, place, columns)
        if end - place < FEWEST_ROWS:
            done.append(rows[place])
            place += 1
            continue
        done += _run(rows[place:end], columns, alone=_stands_alone(rows, place, end))
        place = end
    return done


def _stands_alone(rows: Sequence[Row], start: int, end: int) -> bool:
    """Whether no row of other columns stands right above or below: then a table is whole."""
    edges = [(start - 1, start)] if start else []
    edges += [(end - 1, end)] if end < len(rows) else []
    for above, below in edges:
        one = rows[above if below == start else below]
        near = 0 < rows[above].y - rows[below].y <= STEP * one.size
        if near and one.cells is None and len(one.segments) > 2:
            return False
    return True


def _end_of_run(rows: Sequence[Row], start: int, columns: Sequence[Segment]) -> int:
    """Where rows that fit ``columns`` end: after the last with several cells and its tail."""
    end, several = start, 0
    for place in range(start, len(rows)):
        row = rows[place]
        if place > start and not 0 < rows[place - 1].y - row.y <= STEP * row.size:
            break
        if row.cells is not None or _placed(row, columns) is None:
            break
        if len(row.segments) > 1:
            several += 1
            end = place + 1
        elif place == end and PARTY.search(row.text):
            end = place + 1
    return end if several >= FEWEST_ROWS else start


def _placed(row: Row, columns: Sequence[Segment]) -> list[int] | None:
    """The column of each segment of ``row``; None when one of them fits none."""
    places: list[int] = []
    for segment in row.segments:
        distances = [_distance(segment, column) for column in columns]
        place = min(range(len(columns)), key=distances.__getitem__)
        after = columns[place + 1].x0 if place + 1 < len(columns) else None
        crosses = after is not None and segment.x1 > after
        if distances[place] > ALIGNED * segment.size or crosses or place in places:
            return None
        places.append(place)
    return places


def _distance(segment: Segment, column: Segment) -> float:
    """How far a segment is from standing in line with a column: left, middle or right."""
    left, right = segment.x0 - column.x0, segment.x1 - column.x1
    return min(abs(left), abs(right), abs(left + right) / 2)


def _run(rows: Sequence[Row], columns: Sequence[Segment], *, alone: bool) -> Iterator[Row]:
    """The rows of one run, down the columns or along the rows."""
    cells = [
        dict(zip(_placed(row, columns) or [], row.segments, strict=False)) for row in rows
    ]
    if _are_names(cells, len(columns)):
        for column in range(len(columns)):
            yield from (row_of((found[column],)) for found in cells if column in found)
    elif len(columns) > 2 and alone:
        for group in _broken(rows, cells):
            lines = [
                [cells[place][n] for place in group if n in cells[place]]
                for n in range(len(columns))
            ]
            yield replace(rows[group[-1]], cells=tuple(map(cell_of, lines)))
    else:
        yield from rows


def _broken(rows: Sequence[Row], cells: Sequence[dict[int, Segment]]) -> list[list[int]]:
    """The places of the rows, those that one row of the table is broken into together: they
    stand nearer to each other than whole rows do."""
    steps = [above.y - below.y for above, below in pairwise(rows)]
    whole = [
        step
        for step, pair in zip(steps, pairwise(cells), strict=True)
        if min(map(len, pair)) > 1
    ]
    usual = median(whole) if whole else 0.0
    groups = [[0]]
    for place, step in enumerate(steps, 1):
        if step < NEARER * usual:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _are_names(cells: Sequence[dict[int, Segment]], columns: int) -> bool:
    """Whether every column is mostly people, the first also where another stands beside it:
    else labels stand there above those whom they leave no room for."""
    for column in range(columns):
        texts = [found[column].text for found in cells if column in found]
        if _people_in(texts) < max(NAMES * len(texts), 2):
            return False
    beside = [found[0].text for found in cells if 0 in found and len(found) > 1]
    return _people_in(beside) >= NAMES * len(beside)


def _people_in(texts: Sequence[str]) -> int:
    return sum(bool(PERSON.match(text.strip())) for text in texts)
