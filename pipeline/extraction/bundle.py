"""Several papers one after another in one file: where each begins.

A second paper begins with a heading of its own, at the top of a paragraph, that names another
author than the heading before it, or that stands below a signature. Acts are never given
across such a heading.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extraction.attached import APPENDIX
from pipeline.extraction.authors import announced
from pipeline.extraction.comments import COMMENT, HEADED, QUESTION
from pipeline.extraction.context import Context, folded
from pipeline.extraction.meeting import body_line
from pipeline.extraction.outline import Line, lines_of
from pipeline.extraction.rows import Matter
from pipeline.extraction.signatures import party_line, signature
from pipeline.language.mentions import find_people
from pipeline.models import Span, Text
from pipeline.words import Kind

_ASKED = rf"(?:interpellation|{QUESTION})"
_MOTION = re.compile(r"^\W*motion(?:\W*$|\s|:)", re.I)
_ASKS = re.compile(rf"^\W*{_ASKED}(?:\W*$|\s|:)", re.I)
_ANSWER = re.compile(rf"^\W*(?:interpellationssvar|svar\s+på\s+(?:en\s+)?{_ASKED})\b", re.I)
_OPENS = {
    Kind.MOTION: (_MOTION, _ASKS),
    Kind.INTERPELLATION: (_MOTION, _ASKS),
    Kind.INTERPELLATIONSSVAR: (_ANSWER,),
    Kind.SKRIVELSE: (HEADED,),
}
_MAX_HEADING = 200
_SENTENCE = re.compile(r"[a-zåäö\d)”\"][.?!](?:\s|$)|\batt\s")


def bundled(context: Context, kind: Kind) -> list[tuple[Kind, Span]]:
    """The papers of a file, each with its kind and its stretch; one for an ordinary file."""
    content = context.content
    heads = list(_heads(content, kind))
    cuts: list[Line] = heads[:1]
    for head in heads[1:]:
        if _another(context, cuts[-1], head):
            cuts.append(head)
    if len(cuts) < 2:
        return [(kind, Span(0, len(content)))]
    starts = [0, *(head.start for head in cuts[1:])]
    ends = [*starts[1:], len(content)]
    kinds = [_kind(head, kind) for head in cuts]
    spans = map(Span, starts, ends)
    return list(zip(kinds, spans, strict=True))


# "Handling 2021 nr 12", "Utlåtande 2021:12", alone on a line
_NUMBER = re.compile(
    r"^[ \t]*(?:handling|utlåtande)\s+(?:nr\s+)?(?P<number>\d{4}(?:\s+nr\s+|:)\d+)[ \t]*$",
    re.I | re.M,
)


_TITLE = 300


def first_matter(text: Text) -> Text:
    """The text up to a second matter, whose number stands above the name of another author;
    all of it where there is none (an earlier report on the same matter has a number too).
    What is left out is told in a finding."""
    heads = [
        head for head in _NUMBER.finditer(text.content) if _at_top(text.content, head.start())
    ]
    named = [_named_below(text.content, head.end()) for head in heads]
    others = [
        head
        for head, people in zip(heads, named, strict=True)
        if people and named[0] and not people & named[0]
    ]
    if not others:
        return text
    told = f"filen rymmer fler ärenden (från {folded(others[0][0])}): bara det första lästes"
    content = text.content[: others[0].start()]
    return replace(text, content=content, findings=(*text.findings, told))


def _at_top(content: str, place: int) -> bool:
    """Whether a line begins a paragraph, or has only the name of a body above it: otherwise
    it may be the end of a sentence ("… väcktes i fullmäktige,⏎Handling 2021 nr 12")."""
    above = content[:place].rpartition("\n")[0].rpartition("\n")[2].strip()
    return not above or body_line(above) is not None


def _named_below(content: str, place: int) -> set[str]:
    """Who is named in the title below a number: the first paragraph that names anybody."""
    paragraphs = re.split(r"\n[ \t]*\n", content[place : place + _TITLE])
    people = (find_people(one) for one in paragraphs)
    return {one.name or "" for one in next(filter(None, people), [])}


def _kind(head: Line, kind: Kind) -> Kind:
    """The kind of one of several papers: motions and interpellations may follow each other."""
    if kind not in (Kind.MOTION, Kind.INTERPELLATION):
        return kind
    return Kind.MOTION if _MOTION.match(head.text) else Kind.INTERPELLATION


def _heads(content: str, kind: Kind) -> Iterator[Line]:
    """The lines at the top of a paragraph that announce a paper: no sentence does."""
    above = ""
    matter: Line | None = None
    for line in lines_of(content, Span(0, len(content))):
        if _MATTER.match(line.text):
            matter, above = line, ""
            continue
        opens = any(form.match(line.text) for form in _OPENS[kind])
        if opens and not above and _is_heading(content, line, kind):
            yield replace(line, start=matter.start) if matter else line
        above, matter = line.text, matter if not line.text else None


def _is_heading(content: str, line: Line, kind: Kind) -> bool:
    """Whether a line with the label of a paper heads it: alone, or with a title."""
    if kind == Kind.SKRIVELSE and _LABEL.fullmatch(line.text):
        return True
    heading = _paragraph(content, line).of(content).rstrip()
    return len(heading) < _MAX_HEADING and heading[-1] not in ".;,?"


# "Bilaga till § 45, Ny brygga", "Ärende 7 Ny brygga" above the heading of a paper: its first
# line
_MATTER = re.compile(
    r"^\W*(?:(?:protokolls)?bilaga\b[^\n]{0,20}§\s*\d|"
    r"(?:ärende(?:\s+nr)?\s*\d{1,3}|§\s*\d{1,4})\b[.:,–-]?\s[^\n]{0,120}[^\n.;,]$)",
    re.IGNORECASE,
)
# "Reservation" alone on its line, with the words right below it
_LABEL = re.compile(rf"\W*{COMMENT}\W*", re.IGNORECASE)


def _paragraph(content: str, line: Line) -> Span:
    end = content.find("\n\n", line.start)
    return Span(line.start, end if end > 0 else len(content))


def _another(context: Context, one: Line, other: Line) -> bool:
    """Whether a heading begins another paper than the one before it."""
    if folded(one.text).casefold() == folded(other.text).casefold() and ")" in one.text:
        return False
    authors, others = (_authors(context.content, head) for head in (one, other))
    apart = bool(authors and others) and not authors & others
    return apart or _signed(context, Span(one.end, other.start))


def _authors(content: str, head: Line) -> set[str]:
    """Who puts a paper by its heading."""
    named = announced(content, _paragraph(content, head), 0)
    return {one.name or " ".join(one.parties) for one in named}


def _signed(context: Context, span: Span) -> bool:
    """Whether the last line of a stretch with sentences is that of a signature with a
    party: below a heading alone it belongs to the letterhead."""
    told = [line for line in lines_of(context.content, span) if line.text]
    lines = [line for line in told if not APPENDIX.fullmatch(line.text)]
    if not any(_SENTENCE.search(line.text) for line in lines):
        return False
    named = party_line(lines[-1].text) or find_people(lines[-1].text)
    signed = signature(context, span.start, lines[-1].end)
    return bool(named and signed and signed.span.end >= lines[-1].end)


def moved(found: Matter, by: int, context: Context) -> Matter:
    """The rows of a paper, read by itself, with their places in the whole file."""

    def page(start: int) -> int | None:
        return context.text.page_at(start)

    start, end = found.case.start or 0, found.case.end or 0
    case = replace(found.case, start=start + by, end=end + by)
    said = tuple(
        replace(row, start=row.start + by, end=row.end + by, page=page(row.start + by))
        for row in found.statements
    )
    stood = tuple(
        replace(row, start=row.start + by, end=row.end + by, page=page(row.start + by))
        for row in found.positions
        if row.start is not None and row.end is not None
    )
    return replace(found, case=case, statements=said, positions=stood)
