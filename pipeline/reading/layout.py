"""Rows of PDF pages as lines: paragraphs, headings, sentences that go on over the page."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.reading.assembly import Line, Run, line_of, prefixed
from pipeline.reading.cleaning import listed
from pipeline.reading.columns import arranged
from pipeline.reading.rows import Row
from pipeline.reading.running import DANGLING, LIST_MARK, SENTENCE_END, runs_on
from pipeline.reading.tables import row_line

DEFAULT_PITCH = 1.2  # line to line, in type sizes
COMMON = 0.1  # share of the letters above a step that makes it a habit of the document
CLEARLY = 1.2  # a step this much above the pitch is a gap between paragraphs
LARGER = 1.12  # type this much above the body's is a heading
RAGGED = 1.5  # type sizes: a full line may end this much before the right edge
LETTER = 0.45  # width of a letter in type sizes
GAP = 3  # spaces: fewer are part of a text
MARK = re.compile(r"[^\w\s]|o|(?:\d{1,3}|[A-Za-z])[.)]|\d{1,3}")
BULLET = re.compile(r"[^\w\s]\s+|o\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual in the document: type size, line step in type sizes, end of full lines."""

    size: float
    pitch: float
    right: float


def lines_of(pages: Sequence[tuple[int, Sequence[Row]]]) -> list[Line]:
    """The lines of a document from the numbered pages' rows."""
    arranged_pages = [(number, arranged(rows)) for number, rows in pages]
    measure = _measure([row for _, rows in arranged_pages for row in rows])
    lines: list[Line] = []
    last: Row | None = None
    for number, rows in arranged_pages:
        for row in rows:
            line = _line(row, measure, number)
            if not line.text:
                continue
            if last is not None:
                line = _after(lines[-1], line, (last, row), measure)
            lines.append(line)
            last = row
    return lines


def _measure(rows: Sequence[Row]) -> _Measure:
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.size, 1)] += len(row.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    return _Measure(size, _pitch(rows), _right(rows))


def _right(rows: Sequence[Row]) -> float:
    """Where full lines end: with a twentieth of the letters beyond it, however many short
    lines the document lists."""
    beyond = sum(len(row.text) for row in rows) / 20
    for row in sorted(rows, key=lambda row: -row.x1):
        beyond -= len(row.text)
        if beyond < 0:
            return row.x1
    return 0.0


def _pitch(rows: Sequence[Row]) -> float:
    """The smallest usual step from line to line, in type sizes: long lists of single words
    tell less of it than the lines of the running text."""
    steps: Counter[float] = Counter()
    letters: Counter[float] = Counter()
    for before, after in pairwise(rows):
        if abs(before.size - after.size) < 0.5:
            step = (before.y - after.y) / max(before.size, 1.0)
            if 0.9 < step < 3:
                nearly = round(step * 20) / 20
                steps[nearly] += 1
                letters[nearly] += len(before.text)
    least = COMMON * letters.total()
    usual = [step for step, n in steps.items() if n > 1 and letters[step] >= least]
    return min(usual, default=DEFAULT_PITCH)


def _line(row: Row, measure: _Measure, page: int) -> Line:
    """The cleaned line of a row."""
    if row.cells is not None:
        lines = ([line_of(cell, fold_spaces=True)] for cell in row.cells)
        return replace(row_line([*lines]), page=page)
    line = _apart(row)
    set_apart = row.bold or row.size >= LARGER * measure.size
    words = any(char.isalnum() for char in line.text)
    heading = set_apart and words and not line.struck
    return Line(line.text, heading=heading, page=page, struck=line.struck)


def _apart(row: Row) -> Line:
    """The words of a row, with spaces where it leaves room, as many as stand for its width:
    what stands below each other on the page does so in the text."""
    first, *others = row.segments
    marked = bool(others) and bool(MARK.fullmatch(first.text.strip()))
    runs = [*first.runs, Run(" "), *others.pop(0).runs] if marked else [*first.runs]
    line = _with_list_mark(line_of(runs, fold_spaces=True), runs)
    for segment in others:
        place = round((segment.x0 - first.x0) / (LETTER * segment.size))
        words = line_of(segment.runs, fold_spaces=True)
        room = max(place - len(line.text), GAP) if words.text else 0
        moved = prefixed(words, line.text + " " * room)
        line = replace(moved, struck=(*line.struck, *moved.struck))
    return line


def _with_list_mark(line: Line, runs: Sequence[Run]) -> Line:
    """``line`` with "- " for whatever drawn mark begins it."""
    marked = listed(line.text, "")
    bullet = BULLET.match(line.text)
    if marked == line.text and not (bullet and line.text.startswith("o ")):
        return line
    first, *others = runs
    bare = [Run(first.text.lstrip()[1:], struck=first.struck), *others]
    return prefixed(line_of(bare, fold_spaces=True), "- ")


def _after(before: Line, line: Line, rows: tuple[Row, Row], measure: _Measure) -> Line:
    """``line`` with whether it begins a paragraph or carries on the line before."""
    last, row = rows
    if last.cells is not None or row.cells is not None:
        return replace(line, gap=len(last.cells or ()) != len(row.cells or ()))
    word = len(line.text.split(" ", 1)[0]) * LETTER * row.size
    full = last.x1 + word + RAGGED * row.size >= measure.right
    alike = abs(last.size - row.size) < 0.5 and last.bold == row.bold
    if before.page != line.page:
        open_end = full and not before.text.endswith(SENTENCE_END)
        new = line.heading or before.heading or bool(LIST_MARK.match(line.text))
        goes_on = runs_on(before, line) or (open_end and not new and alike)
        return replace(line, gap=not goes_on, continues=goes_on)
    near = 0 < last.y - row.y <= CLEARLY * measure.pitch * row.size
    open_end = full or bool(DANGLING.search(before.text)) or line.text[0].islower()
    return replace(line, gap=not near, continues=near and open_end and alike)
