"""Tables that a PDF page draws with lines: each row between two lines is one row of cells,
however many lines its cells are broken into."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.reading.pdf_page import Segment
from pipeline.reading.rows import Row, cell_of, row_of
from pipeline.reading.strokes import Stroke

NEAR = 3.0  # points: lines so close are one
FEWEST_COLUMNS = 3
MOST_LINES = 4  # a cell with more is a column of the page, not a value


@dataclass(frozen=True, slots=True)
class _Level:
    """A drawn line across the page, of however many pieces."""

    y: float
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class _Band:
    """The room of one table row, and the edges of its columns."""

    low: float
    high: float
    edges: tuple[float, ...]

    def holds(self, row: Row) -> bool:
        """Whether a row of text lies in it."""
        left, right = self.edges[0] - NEAR, self.edges[-1] + NEAR
        return self.low - NEAR < row.y < self.high and left < row.x0 and row.x1 < right

    def column(self, segment: Segment) -> int:
        """The column in which a segment begins."""
        return sum(edge < segment.x0 + NEAR for edge in self.edges[1:-1])


def in_grids(rows: Sequence[Row], strokes: Sequence[Stroke]) -> list[Row]:
    """The rows of a page, those of a drawn table as rows of cells."""
    bands = [*_bands(strokes)]
    if not bands:
        return list(rows)
    within = [next((band for band in bands if band.holds(row)), None) for row in rows]
    done: list[Row] = []
    taken: set[_Band] = set()
    for row, band in zip(rows, within, strict=True):
        if band is None:
            done.append(row)
        elif band not in taken:
            taken.add(band)
            parts = [one for one, other in zip(rows, within, strict=True) if other == band]
            done += _as_cells(parts, band)
    return done


def _bands(strokes: Sequence[Stroke]) -> Iterator[_Band]:
    """The rooms between lines of one length, one below the other, that upright lines cut."""
    upright = [stroke for stroke in strokes if stroke.upright]
    if len(upright) < FEWEST_COLUMNS - 1:
        return
    levels = _levels([stroke for stroke in strokes if not stroke.upright])
    for place, above in enumerate(levels):
        below = next((one for one in levels[place + 1 :] if _alike(above, one)), None)
        if below is None:
            continue
        middle = (above.y + below.y) / 2
        inner = [s.x for s in upright if s.y0 <= middle <= s.y1 and above.x0 < s.x < above.x1]
        edges = _apart([above.x0, *inner, above.x1])
        if len(edges) > FEWEST_COLUMNS:
            yield _Band(below.y, above.y, tuple(edges))


def _levels(lines: Sequence[Stroke]) -> list[_Level]:
    """The drawn lines from the top down, pieces at one height together."""
    levels: list[_Level] = []
    for line in sorted(lines, key=lambda line: -line.y):
        last = levels[-1] if levels else None
        if last is not None and last.y - line.y <= NEAR:
            levels[-1] = _Level(last.y, min(last.x0, line.x0), max(last.x1, line.x1))
        else:
            levels.append(_Level(line.y, line.x0, line.x1))
    return levels


def _alike(one: _Level, other: _Level) -> bool:
    return abs(one.x0 - other.x0) <= NEAR and abs(one.x1 - other.x1) <= NEAR


def _apart(places: Sequence[float]) -> list[float]:
    """The places in order, those close together once."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > NEAR:
            found.append(place)
    return found


def _as_cells(rows: Sequence[Row], band: _Band) -> list[Row]:
    """One row of cells; the rows as they are where a cell is too long to be a value."""
    columns: list[list[Segment]] = [[] for _ in pairwise(band.edges)]
    for row in sorted(rows, key=lambda row: -row.y):
        for segment in row.segments:
            columns[band.column(segment)].append(segment)
    if any(len({round(one.y) for one in column}) > MOST_LINES for column in columns):
        return list(rows)
    first = row_of(tuple(segment for row in rows for segment in row.segments))
    low = min(row.y for row in rows)
    cells = tuple(cell_of(column) for column in columns)
    return [
        Row(first.segments, low, band.edges[0], band.edges[-1], first.size, first.bold, cells)
    ]
