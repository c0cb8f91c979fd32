"""Papers by one author: motions, interpellations, questions, answers, letters."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.extraction.cases import REFERENCE
from pipeline.extraction.context import Context, folded, party_of, trimmed
from pipeline.extraction.matter import Matter, statement_rows
from pipeline.extraction.meeting import signing_date
from pipeline.extraction.outline import Line, lines_of
from pipeline.extraction.statements import Entry, points
from pipeline.language.dates import find_dates, first_date
from pipeline.language.mentions import Mention, find_people
from pipeline.models import Act, Case, ItemType, Kind, Span

_SUBJECT = re.compile(
    r"\b(?:om|angående|rörande|gällande|avseende)\s+(?P<subject>.+?)\s*$", re.I | re.S
)
_ASKED = re.compile(
    r"\b(?:ställt|ställer)\b[^.:\n]{0,60}\bfråg(?:a|or)\b[^.:\n]{0,60}:\s*\n|"
    r"\bfråg(?:a|or|an|orna)\b[^.\n]{0,60}:\s*$",
    re.I | re.M,
)
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
    heading = _heading(content)
    reference = _reference(content)
    context = replace(
        context, date=signing_date(content) or _lone_date(content), body=_body(content, kind)
    )
    case = Case(
        case_id=f"{context.document_id[:16]}:1",
        document_id=context.document_id,
        number=reference or context.document_id[:8],
        title=_title(heading.of(content)),
        reference=reference,
        body=context.body,
        date=context.date,
        item_type=_ITEM.get(kind, ItemType.FÖRSLAG),
        start=0,
        end=len(content),
    )
    found = list(_said(context, kind, heading))
    rows = statement_rows(context, case.case_id, found)
    return context, [Matter(case, statements=tuple(replace(r, body=None) for r in rows))]


def _heading(content: str) -> Span:
    """The paragraph that says what the paper is and by whom."""
    for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", content[:4_000]):
        words = match[0].casefold()
        if (
            re.search(r"\b(?:motion|interpellation|fråga|skrivelse)\b", words)
            and len(words) > 14
        ):
            return Span(*match.span())
    first = re.search(r"\S(?:.|\n(?!\s*\n))*", content)
    return Span(*first.span()) if first else Span(0, 0)


def _title(heading: str) -> str | None:
    """The subject of the paper: what stands after "om" or "angående" in its heading."""
    flat = folded(heading)
    named = REFERENCE.search(flat)
    flat = flat[: named.start()].strip() if named else flat
    after_names = (
        flat[flat.rfind(")") + 1 :]
        if re.search(r"\)\s+(?:om|angående|rörande|gällande|avseende)\b", flat)
        else flat
    )
    match = _SUBJECT.search(after_names)
    return match["subject"] if match else None


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


def _said(context: Context, kind: Kind, heading: Span) -> Iterator[Entry]:
    if kind == Kind.INTERPELLATIONSSVAR:
        yield from _answer(context, heading)
        return
    authors = _heading_authors(heading.of(context.content)) or _signers(context)
    span = _own_words(context, heading)
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
    return Entry(
        act, persons, parties, span, span, act, points=points(span.of(context.content))
    )


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
    """Where the paper is signed: from the place and date, or the last name, to its end."""
    lines = [x for x in lines_of(context.content, Span(start, len(context.content))) if x.text]
    tail = lines[-5:]
    for line in tail:
        if _SIGNATURE_PLACE.match(line.text):
            return Span(line.start, tail[-1].end)
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


def _signers(context: Context) -> list[Mention]:
    """Those who signed at the end of a paper."""
    lines = [x for x in lines_of(context.content, Span(0, len(context.content))) if x.text]
    return [one for line in lines[-8:] for one in find_people(line.text)]


def _own_words(context: Context, heading: Span) -> Span:
    """The paper's text, from below its heading to the signature."""
    signature = _signature(context, heading.end)
    end = signature.start if signature else len(context.content)
    span = trimmed(context.content, heading.end, end)
    span = _without_reference_line(context.content, span)
    first = span.of(context.content).split("\n", 1)
    if len(first) == 2 and first_date(first[0]) and len(first[0]) < 40:
        return trimmed(context.content, span.start + len(first[0]), span.end)
    return span
