"""Decisions below no heading of their own: in the course of the meeting, where the
propositions are told or below what was moved."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.outline import Section
from pipeline.models import Span

# "Fullmäktige beslutade i enlighet med styrelsens förslag⏎att anse motionen besvarad."
_IN_COURSE = re.compile(
    r"\b\w*(?:nämnden|styrelsen|utskottet|fullmäktige|irektionen)\s+"
    r"(?:beslutade|beslutar|beslöt)[^.\n]*\n[ \t]*"
    r"(?P<points>att\s[^.]+\.?(?:\n[ \t]*att\s[^.]+\.?)*)",
    re.IGNORECASE,
)


def told_in_course(content: str, sections: Sequence[Section]) -> Span | None:
    """The points of a decision told where the propositions are: the last."""
    parts = [s for s in sections if s.kind in ("beslutsgång", "votering")]
    found = [m for s in parts for m in _IN_COURSE.finditer(content, s.start, s.end)]
    return Span(*found[-1].span("points")) if found else None


# "Kommunstyrelsen beslöt uppdra åt …" opens a paragraph; one that names a day or a § tells
# of another meeting.
_DECIDED = re.compile(
    r"\n[ \t]*\n[ \t]*(?=\w*(?:nämnden|styrelsen|utskottet|fullmäktige|irektionen)\s+"
    r"(?:beslutar|beslutade|beslöt)\b"
    r"(?!(?:[^.]|\.(?!\s))*(?:\d{4}-\d\d-\d\d|\bden\s+\d{1,2}\s+[a-zåäö]+\s+(?:19|20)\d\d|§)))",
    re.IGNORECASE,
)
_MOVED = re.compile(r"\byrka(?:r|de)\b", re.IGNORECASE)


def below_its_course(content: str, section: Section) -> Section:
    """Text without headings from the paragraph that tells what was decided, where what was
    moved stands above it."""
    found = [*_DECIDED.finditer(content, section.start, section.end)]
    above = content[section.start : found[-1].start()] if found else ""
    return replace(section, start=found[-1].end()) if _MOVED.search(above) else section
