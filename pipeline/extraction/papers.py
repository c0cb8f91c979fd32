"""Papers by one author: motions, interpellations, questions, answers, letters."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from pipeline.extraction.answers import exchange
from pipeline.extraction.cases import REFERENCE
from pipeline.extraction.context import Context, folded, party_of, trimmed
from pipeline.extraction.meeting import signing_date
from pipeline.extraction.openings import below_heading, only_people, paper_heading, subject
from pipeline.extraction.outline import Line, lines_of
from pipeline.extraction.parliament import PARLIAMENT, addressed, motion_number
from pipeline.extraction.rows import Matter, statement_rows
from pipeline.extraction.signatures import on_behalf, signed_apart
from pipeline.extraction.statements import Entry, points
from pipeline.language.dates import find_dates
from pipeline.language.mentions import Mention, find_people
from pipeline.models import Case, Span
from pipeline.words import Act, ItemType, Kind

_HANDLING = re.compile(r"\bhandling\s+(?:nr\s+)?(?P<number>\d{4}(?:\s+nr\s+|:)\d+)", re.I)
_REASONS = re.compile(r"^\W*motivering\W*$", re.I | re.M)
_FOOTNOTE = re.compile(r"^\[\d+\]\s")
_ASKED = re.compile(
    r"\b(?:ställt|ställer)\b[^.:\n]{0,60}\bfråg(?:a|or)\b[^.:\n]{0,60}:\s*\n|"
    r"\bfråg(?:a|or|an|orna)\b[^.\n]{0,60}:\s*$",
    re.I | re.M,
)
_TOP = 1_200
_TAIL = 5
_NUMBERED = re.compile(r"^[ \t]*(?:\d{1,2}[.)]|[-–•])[ \t]+\S", re.M)
_SIGNATURE_PLACE = re.compile(
    r"^[A-ZÅÄÖ][\wåäö -]{2,30}?(?:,|\s+den)?\s+(?:den\s+)?\d{1,2}\s+\w+\s+\d{4}\s*$|"
    r"^[A-ZÅÄÖ][\wåäö -]{2,30}?,?\s+\d{4}-\d\d-\d\d\s*$"
)
# "Eva Ek (S)", "Eva Ek (S) Socialnämndens ordförande", "Eva Ek, kommunalråd"
_FULL_NAME = r"[A-ZÅÄÖ][\w-]+(?:\s+(?:(?:von|af|de)\s+)?[A-ZÅÄÖ][\w-]+){1,3}"
_NAME_LINE = re.compile(
    rf"^{_FULL_NAME}(?:\s*\([A-ZÅÄÖ!]{{1,4}}\)(?:,?\s[\w åäö]{{3,50}})?|,\s*[\w "
    rf"åäö]{{3,50}})?$"
)
_ITEM = {
    Kind.MOTION: ItemType.MOTION,
    Kind.INTERPELLATION: ItemType.INTERPELLATION,
    Kind.INTERPELLATIONSSVAR: ItemType.INTERPELLATION,
    Kind.SKRIVELSE: ItemType.SKRIVELSE,
}
_ACT = {
    Kind.MOTION: Act.MOTION,
    Kind.INTERPELLATION: Act.INTERPELLATION,
    Kind.SKRIVELSE: Act.SKRIVELSE,
}


def paper(context: Context, kind: Kind, source: str) -> tuple[Context, list[Matter]]:
    """The one matter of a paper, with what its author says; for an answer also the
    questions."""
    content = context.content
    heading = paper_heading(content)
    both = exchange(context, heading) if kind == Kind.INTERPELLATIONSSVAR else None
    heading = both.heading if both else heading
    title = subject(heading.of(content))
    below, begins = below_heading(content, heading, titled=title is not None)
    parliament = addressed(content[:_TOP])
    reference = motion_number(content) if parliament else _reference(content)
    handling = _HANDLING.search(content)
    context = replace(
        context,
        date=signing_date(content) or _lone_date(content),
        body=_body(content, kind),
        municipality=PARLIAMENT if parliament else None,
    )
    case = Case(
        case_id=f"{context.document_id[:16]}:1",
        document_id=context.document_id,
        number=reference
        or (folded(handling["number"]) if handling else context.document_id[:8]),
        title=title or below,
        reference=reference,
        body=context.body,
        date=context.date,
        item_type=_ITEM.get(kind, ItemType.FÖRSLAG),
        start=0,
        end=len(content),
    )
    found = list(both.entries if both else _said(context, kind, heading, begins))
    rows = statement_rows(context, case.case_id, found)
    return context, [Matter(case, statements=tuple(replace(r, body=None) for r in rows))]


def _reference(content: str) -> str | None:
    match = REFERENCE.search(content[:3_000])
    return folded(match["reference"]) if match else None


def _lone_date(content: str) -> str | None:
    """A date on a line of its own at the top or the bottom."""
    lines = [line for line in content.splitlines() if line.strip()]
    for line in [*lines[:4], *lines[-4:]]:
        dates = find_dates(line)
        if dates and len(line.strip()) < 40:
            return dates[0][1]
    return None


def _body(content: str, kind: Kind) -> str | None:
    """Interpellations are put to the council: named, or understood from a commissioner."""
    if re.search(r"\b(?:kommun|region)fullmäktige\b", content[:1_200], re.I):
        found = re.search(r"\b(?:kommun|region)fullmäktige\b", content[:1_200], re.I)
        return found[0].capitalize() if found else None
    council = re.search(
        r"\btill\s+(?:\w*borgarråd|kommunalråd|kommunstyrelsens)", content[:1_200], re.I
    )
    return "Kommunfullmäktige" if council and kind != Kind.MOTION else None


def _said(context: Context, kind: Kind, heading: Span, begins: int) -> Iterator[Entry]:
    if kind == Kind.INTERPELLATIONSSVAR:
        yield from _answer(context, heading)
        return
    authors = _heading_authors(heading.of(context.content))
    if not authors or any(one.others for one in authors):
        authors = _signers(context, begins) or authors
    span = _own_words(context, begins)
    act = _ACT.get(kind)
    if act and authors and span.end > span.start:
        yield _entry(context, act, authors, span)


def _heading_authors(heading: str) -> list[Mention]:
    """The people a heading names as authors; who stands after "till" is asked, not asking."""
    asked = re.search(r"\btill\b", heading)
    return [one for one in find_people(heading) if not asked or one.start < asked.start()]


def _entry(context: Context, act: Act, who: list[Mention], span: Span) -> Entry:
    persons = tuple(dict.fromkeys(one.name for one in who if one.name))
    parties = tuple(dict.fromkeys(p for one in who for p in one.parties))
    asked = _proposed(span.of(context.content)) or points(span.of(context.content))
    return Entry(act, persons, parties, span, span, act, points=asked)


def _proposed(text: str) -> tuple[str, ...]:
    """The numbered proposals, or the only one, of a motion that gives its reasons below
    them."""
    above = _REASONS.split(text, maxsplit=1)
    if len(above) == 1:
        return ()
    return points(above[0]) or (folded(above[0]),)


def _answer(context: Context, heading: Span) -> Iterator[Entry]:
    """The interpellation that is answered (its questions, when printed) and the answer."""
    content = context.content
    people = find_people(heading.of(content))
    signature = _signature(context, heading.end)
    answerer = _answerer(context, people, signature)
    asker = [one for one in people if not answerer or one.name != answerer.name][:1]
    questions = _questions(
        content, heading.end, signature.start if signature else len(content)
    )
    start = questions.end if questions else heading.end
    body = trimmed(content, start, signature.start if signature else len(content))
    body = _without_reference_line(content, body)
    if asker:
        yield _entry(context, Act.INTERPELLATION, asker, questions or heading)
    if answerer and body.end > body.start:
        party = answerer.parties or tuple(
            p for p in [party_of(context, answerer.name or "")] if p
        )
        yield _entry(
            context, Act.INTERPELLATIONSSVAR, [replace(answerer, parties=party)], body
        )


def _without_reference_line(content: str, span: Span) -> Span:
    first = content[span.start : span.end].split("\n", 1)
    if len(first) == 2 and REFERENCE.match(first[0].strip()):
        return trimmed(content, span.start + len(first[0]), span.end)
    return span


def _questions(content: str, start: int, end: int) -> Span | None:
    """The list of questions after "har ställt följande frågor:"."""
    match = _ASKED.search(content, start, end)
    if match is None:
        return None
    opening = trimmed(content, match.end(), end)
    if not _NUMBERED.match(content, opening.start):
        paragraph = content.find("\n\n", opening.start, end)
        return trimmed(content, opening.start, paragraph if paragraph > 0 else end)
    place = opening.start
    while True:
        stop = content.find("\n\n", place, end)
        if stop == -1:
            return trimmed(content, opening.start, end)
        after = trimmed(content, stop, end)
        if not _NUMBERED.match(content, after.start):
            return trimmed(content, opening.start, stop)
        place = after.start


def _signature(context: Context, start: int) -> Span | None:
    """Where the paper is signed: from the place and date, or the first name, to its end."""
    lines = [x for x in lines_of(context.content, Span(start, len(context.content))) if x.text]
    while lines and _FOOTNOTE.match(lines[-1].text):
        lines.pop()
    names = list(takewhile(lambda line: only_people(line.text), reversed(lines)))
    tail = lines[-max(len(names) + 1, _TAIL) :]
    for line in tail:
        if _SIGNATURE_PLACE.match(line.text) or on_behalf(context, line.text):
            return Span(line.start, tail[-1].end)
    if names:
        return Span(names[-1].start, tail[-1].end)
    named = next((x for x in tail if _NAME_LINE.match(x.text) and len(x.text) < 60), None)
    return Span(named.start, tail[-1].end) if named else None


def _answerer(
    context: Context, people: list[Mention], signature: Span | None
) -> Mention | None:
    """Who answers: the signature, else the second person of the heading."""
    if signature:
        signed = [m for x in lines_of(context.content, signature) if (m := _signed_name(x))]
        if signed:
            return signed[0]
    return people[1] if len(people) > 1 else None


def _signed_name(line: Line) -> Mention | None:
    if _SIGNATURE_PLACE.match(line.text) or not _NAME_LINE.match(line.text):
        return None
    found = find_people(line.text)
    if found:
        return found[0]
    return Mention(line.start, line.end, folded(line.text.split(",")[0]), ())


def _signers(context: Context, start: int) -> list[Mention]:
    """Those who signed at the end of a paper."""
    signature = _signature(context, start)
    signed = find_people(signature.of(context.content)) if signature else []
    if signed or signature:
        return signed or signed_apart(context, signature or Span(start, start))
    lines = [x for x in lines_of(context.content, Span(start, len(context.content))) if x.text]
    return [one for line in lines[-8:] for one in find_people(line.text)]


def _own_words(context: Context, begins: int) -> Span:
    """The paper's text, from below its heading to the signature."""
    signature = _signature(context, begins)
    end = signature.start if signature else len(context.content)
    return trimmed(context.content, begins, end)
