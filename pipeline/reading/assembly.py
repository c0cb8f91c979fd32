"""From clean lines to a Text: the one place where offsets are counted."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.models import Page, Span, Text
from pipeline.reading.cleaning import clean, mask_personal_numbers

SPACES = re.compile(r"\s+")
LONGEST_HEADING = 300


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one line with one look."""

    text: str
    bold: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the finished text; the ``struck`` spans count from its first character.

    ``gap``: an empty line stands before it. ``continues``: it carries on the line before it,
    so two heading lines are one heading. ``page``: the page that it lies on.
    """

    text: str
    gap: bool = False
    heading: bool = False
    continues: bool = False
    page: int | None = None
    struck: tuple[Span, ...] = ()


def line_of(runs: Iterable[Run], *, fold_spaces: bool = False) -> Line:
    """One cleaned and stripped line made of ``runs``, with the struck stretches remembered."""
    text, struck = "", list[Span]()
    for run in runs:
        piece = clean(run.text)
        if fold_spaces:
            piece = SPACES.sub(" ", piece)
        if not text or (fold_spaces and text.endswith(" ")):
            piece = piece.lstrip()
        start, text = len(text), text + piece
        if run.struck and piece.strip():
            struck = _joined(struck, Span(start, start + len(piece.rstrip())))
    return Line(text.rstrip(), struck=tuple(struck))


def is_bold_line(runs: Iterable[Run]) -> bool:
    """Whether all words of a line are bold, and few enough to be a heading."""
    words = [run for run in runs if run.text.strip()]
    text = "".join(run.text for run in words)
    bold = all(run.bold and not run.struck for run in words)
    return bold and len(text) <= LONGEST_HEADING and any(map(str.isalnum, text))


def _joined(spans: list[Span], span: Span) -> list[Span]:
    """``spans`` with one more; stretches that touch, or nearly, are one stretch."""
    if spans and span.start - spans[-1].end <= 1:
        return [*spans[:-1], Span(spans[-1].start, span.end)]
    return [*spans, span]


def prefixed(line: Line, mark: str) -> Line:
    """``line`` with a list mark before it."""
    struck = tuple(Span(s.start + len(mark), s.end + len(mark)) for s in line.struck)
    return replace(line, text=mark + line.text, struck=struck)


def assemble(
    lines: Sequence[Line],
    *,
    media_type: str,
    pages: Sequence[int] = (),
    findings: Sequence[str] = (),
) -> Text:
    """The Text of ``lines``; ``pages`` numbers all pages, also those without lines."""
    parts, starts, offset = list[str](), list[int](), 0
    for line in lines:
        if line.gap and offset:
            parts.append("\n")
            offset += 1
        starts.append(offset)
        parts += (line.text, "\n")
        offset += len(line.text) + 1
    content, masked = mask_personal_numbers("".join(parts))
    notes = [f"{masked} personnummer har maskerats med ●."] if masked else []
    return Text(
        content=content,
        media_type=media_type,
        pages=_pages(lines, starts, pages, offset),
        struck=_struck(lines, starts),
        headings=_headings(lines, starts),
        findings=(*findings, *notes),
    )


def _struck(lines: Sequence[Line], starts: Sequence[int]) -> tuple[Span, ...]:
    return tuple(
        Span(start + span.start, start + span.end)
        for line, start in zip(lines, starts, strict=True)
        for span in line.struck
    )


def _headings(lines: Sequence[Line], starts: Sequence[int]) -> tuple[Span, ...]:
    spans, open_heading = list[Span](), False
    for line, start in zip(lines, starts, strict=True):
        end = start + len(line.text)
        if line.heading and open_heading and line.continues:
            spans[-1] = Span(spans[-1].start, end)
        elif line.heading:
            spans.append(Span(start, end))
        open_heading = line.heading
    return tuple(spans)


def _pages(
    lines: Sequence[Line], starts: Sequence[int], numbers: Sequence[int], end: int
) -> tuple[Page, ...]:
    """Where each page begins; an empty page begins where the next one does."""
    placed = [
        (line.page, start)
        for line, start in zip(lines, starts, strict=True)
        if line.page is not None
    ]
    on_page = [page for page, _ in placed]
    found = (bisect_left(on_page, number) for number in numbers)
    return tuple(
        Page(number, placed[place][1] if place < len(placed) else end)
        for number, place in zip(numbers, found, strict=True)
    )
