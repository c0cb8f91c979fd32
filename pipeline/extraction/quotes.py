"""Quotes that are short: a sentence without its list mark, cut at the borders of clauses."""

import re
from collections.abc import Iterator

from pipeline.models import Span

LONGEST = 300
_MARK = re.compile(r"\s*(?:(?:\d{1,2}|[a-zåäö])[.)]|[-–•*])\s+")
_BORDER = re.compile(
    r"[;:]\s+|,\s+|\s+(?=(?:men|att|som|eftersom|vilket|där|när|då)\s)", re.IGNORECASE
)
# A quote may end at a comma, but not begin in the middle of a list.
_BEGINNING = re.compile(r"[;:]\s+|,\s+(?=men\s)|\s+(?=(?:att|men|eftersom)\s)", re.IGNORECASE)
# Lines of a list that wrap no sentence: "beslutar\natt …", and what follows a finished one.
_ITEM = re.compile(
    r"(?:[.:;,]|\b(?:beslutar?|besluta|föreslår|föreslås|yrkar|yrkade|yrkas)|\A)[^\S\n]*\n\s*"
    r"(?=att\s)",
    re.IGNORECASE,
)


def without_mark(text: str, span: Span) -> Span:
    """A span without the space around it and the mark of a list item before it."""
    mark = _MARK.match(text, span.start, span.end)
    start = mark.end() if mark else span.start
    words = text[start : span.end]
    start += len(words) - len(words.lstrip())
    return Span(start, max(start, start + len(text[start : span.end].rstrip())))


def items(text: str) -> Iterator[Span]:
    """The pieces of a sentence that is a list of att-satser without marks."""
    edge = 0
    for match in _ITEM.finditer(text):
        yield Span(edge, match.end())
        edge = match.end()
    yield Span(edge, len(text))


def shortened(text: str, span: Span, cue: int) -> Span:
    """At most ``LONGEST`` characters of a span, around the offset ``cue``, from one border of
    a clause to another; where there is none, between words."""
    if span.end - span.start <= LONGEST:
        return span
    borders = _ends(_BORDER, text, span)
    start = span.start
    if cue - start > LONGEST // 2:
        start = max((b for b in _ends(_BEGINNING, text, span) if b <= cue), default=start)
    ends = [b for b in [*borders, span.end] if cue < b <= start + LONGEST]
    end = max(ends, default=0) or text.rfind(" ", start, start + LONGEST)
    stripped = text[start:end].rstrip(" \n\t,;:")
    return Span(start, start + len(stripped))


def _ends(pattern: re.Pattern[str], text: str, span: Span) -> list[int]:
    return [span.start + m.end() for m in pattern.finditer(text[span.start : span.end])]
