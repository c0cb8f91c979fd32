"""Lines that only the width of a page broke, seen as the whole lines that they were.

A document from Word or the web has a line for each paragraph, the same one as a PDF several.
They are read alike: in a copy of the text of the same length, so that all offsets hold; what
is handed out is as printed.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.meeting import body_line
from pipeline.extraction.outline import Line, heading_kind, lines_of
from pipeline.models import Span, Text

_LONGEST = 140  # signs: above it a line is a paragraph
_FEWEST = 60
_FULL = 0.4  # share of the signs that stand in full lines
_NEARLY = 0.85  # of the width: how much letters differ in theirs
_CLEARLY = 0.6
_OPENS = re.compile(
    r"(?:[-–•*|#>§~]|\d{1,3}[.)]|[A-Za-zÅÄÖåäö][.)]\s|(?:\w{1,5}\s)?§|dnr\b|diarie|ärendenummer|"
    r"ärende\s+\d|bilaga\b|(?-i:Till|Från|Om)\s)",
    re.IGNORECASE,
)
_ATT = "att "
_CLOSES = (".", ":", ";", "?", "!", "”", '"', "|", "~")
_WIDE = re.compile(r"\S(?:\s{3,}|\t)\S")


def with_whole_lines(text: Text) -> Text:
    """The text with a space for each line end inside a sentence, of the same length."""
    lines = list(lines_of(text.content, Span(0, len(text.content))))
    width = _width(lines)
    if not width:
        return text
    content = list(text.content)
    listed = _listed(lines)
    for above, below in zip(lines, lines[1:], strict=False):
        if not above.text or not below.text or below.start in listed:
            continue
        if not _goes_on(above, below, width):
            continue
        if _heading(text.headings, above.start) == _heading(text.headings, below.start):
            content[above.end : below.start] = " " * (below.start - above.end)
    return replace(text, content="".join(content))


def _width(lines: Sequence[Line]) -> int:
    """How many signs a full line holds; 0 where lines are not broken at one width."""
    lengths = sorted(len(line.text) for line in lines if line.text and line.text[0] != "|")
    width = lengths[int(len(lengths) * 0.95)] if lengths else 0
    full = sum(n for n in lengths if _NEARLY * width <= n <= width)
    wrapped = _FEWEST <= width <= _LONGEST and full >= _FULL * sum(lengths)
    return width if wrapped else 0


def _listed(lines: Sequence[Line]) -> set[int]:
    """Where lines begin that list what is asked for, "att …" below each other: one alone may
    be a sentence's."""
    found: set[int] = set()
    paragraph: list[int] = []
    for line in lines:
        if line.text.startswith(_ATT):
            paragraph.append(line.start)
        elif not line.text:
            paragraph = []
        if len(paragraph) > 1:
            found.update(paragraph)
    return found


def _goes_on(above: Line, below: Line, width: int) -> bool:
    """Whether a sentence goes on below: there was no room for its next word."""
    if len(above.text) < _CLEARLY * width or _OPENS.match(below.text):
        return False
    if _WIDE.search(above.text) or _WIDE.search(below.text) or above.text[0] in "|#":
        return False
    closed = above.text.endswith(_CLOSES)
    room = width * _NEARLY - len(above.text) - len(below.text.split(" ", 1)[0]) - 1
    if below.text[0].islower() or below.text[0] == "(":
        return not closed and (room < 0 or not below.text.startswith(_ATT))
    titled = heading_kind(below) or body_line(below.text)
    return room < 0 and not closed and not titled


def _heading(headings: Sequence[Span], place: int) -> Span | None:
    """The heading that a place lies in."""
    at = bisect_right(headings, place, key=lambda span: span.start) - 1
    return headings[at] if at >= 0 and place < headings[at].end else None
