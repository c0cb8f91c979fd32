"""How a document was understood, told so that a reader can see what was missed.

Everything is told from the rows themselves; the text is cut at its headings again to show what
each stretch was taken for, and searched again for acts that no row came of.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten

from pipeline.extraction.brackets import with_parentheses
from pipeline.extraction.cases import items
from pipeline.extraction.context import Context, gather, with_attendance
from pipeline.extraction.decisions import Decision, decision_of, outcome_of
from pipeline.extraction.extracts import extracts, without_page_heads
from pipeline.extraction.outline import Section, sections
from pipeline.extraction.unread import Row, is_read, unread_acts, without_acts
from pipeline.extraction.wrapped import with_whole_lines
from pipeline.models import (
    Attendance,
    Ballot,
    Case,
    Extraction,
    Position,
    Referral,
    Span,
    Statement,
    Text,
    Vote,
)
from pipeline.words import SERVING, Act, Basis, ItemType, Kind, Role, Stance

_QUOTED = 160
_MOST_WORDS = 400
_IN_SECTIONS = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG)
_STANCES = {
    Stance.FOR: "för beslutet",
    Stance.AGAINST: "mot beslutet",
    Stance.ABSTAINED: "avstod",
    Stance.REMARK: "lämnade en kommentar",
    Stance.NOT_PARTICIPATING: "deltog inte i beslutet",
    Stance.SPLIT: "delat",
    Stance.SILENT: "deltog, ingen avvikande mening antecknad",
    Stance.ABSENT: "ingen tjänstgörande ledamot",
}
_TAKEN_FOR = {
    "början": "text före första rubriken",
    "okänd": "okänd rubrik: läst som löpande text",
    "slut": "expediering, justering, underskrifter",
}
_LEFT_OUT = {
    "bakgrund": "det som berättas där är inga handlingar på mötet",
    "förslag": "ett förslag inför mötet är inget yrkande på mötet",
    "skrivelse": "en bilagd skrivelse är ingen handling på mötet",
    "slut": "där står inga handlingar",
}
# Acts that are meant to show where a party stands.
_TELLING = frozenset(
    {
        Act.YRKANDE,
        Act.RESERVATION,
        Act.SÄRSKILT_UTTALANDE,
        Act.SÄRSKILT_YTTRANDE,
        Act.PROTOKOLLSANTECKNING,
    }
)
_NO_WORDS = "inga enskilda: så läses ett beslut som inte säger något annat"
_UNKNOWN_FORM = "gav ingen handling: formen kan vara okänd för programmet"
_UNUSED = "avsnitt av det slaget har inga handlingar"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an explanation: how deep it lies, what it tells of, and what it tells."""

    level: int
    label: str
    text: str = ""


def explain(text: Text, extraction: Extraction) -> tuple[Line, ...]:
    """How ``text`` was understood as ``extraction``, in Swedish, from the top down."""
    known = gather(extraction.document.document_id, with_whole_lines(with_parentheses(text)))
    context = with_attendance(known, extraction.attendance)
    lines = [*_document(extraction), *_attendance(extraction.attendance)]
    for case in extraction.cases:
        own = replace(context, body=case.body, date=case.date)
        lines += _matter(_whole(own, case, extraction), case, extraction)
    lines += _referrals(extraction.referrals)
    return (*lines, *_rest(extraction))


def _whole(context: Context, case: Case, extraction: Extraction) -> Context:
    """The context as the matter was read: page heads inside an extract are blank."""
    if extraction.document.kind != Kind.PROTOKOLLSUTDRAG or case.start is None:
        return context
    content = context.content
    for piece in extracts(content):
        if piece.span.start <= case.start < piece.span.end:
            content = without_page_heads(content, piece.span)
            return replace(context, text=replace(context.text, content=content))
    return context


def _document(extraction: Extraction) -> Iterator[Line]:
    document = extraction.document
    yield Line(0, "Dokument", document.source)
    for label, told in (
        ("Slag", document.kind),
        ("Kommun", document.municipality),
        ("Organ", document.body),
        ("Datum", document.date),
        ("Diarienummer", document.reference),
        ("Rubrik", document.title),
    ):
        yield Line(1, label, told or "framgår inte")
    pages = f", {document.pages} sidor" if document.pages else ""
    yield Line(1, "Omfång", f"{len(document.text.split())} ord{pages}")
    numbers = {case.number for case in extraction.cases}
    own = [finding for finding in document.findings if _number_in(finding) not in numbers]
    yield from (Line(1, "Anmärkning", finding) for finding in own)


def _number_in(finding: str) -> str | None:
    """The number of the matter that a finding is about."""
    match = re.match(r"§ (\S+):", finding)
    return match[1] if match else None


def _attendance(rows: Sequence[Attendance]) -> Iterator[Line]:
    """How many of each party serve, stand by, and are away; and those without a party."""
    if not rows:
        yield Line(0, "Närvaro", "ingen närvarolista hittades")
        return
    yield Line(0, "Närvaro", f"{len(rows)} personer, {_serving(rows)} tjänstgör")
    for party in dict.fromkeys(row.party for row in rows if row.party):
        mine = [row for row in rows if row.party == party]
        standing = sum(row.present and row.role == Role.ERSÄTTARE for row in mine)
        absent = sum(not row.present for row in mine)
        told = f"{_serving(mine)} tjänstgör"
        told += f", {standing} ersättare tjänstgör inte" if standing else ""
        yield Line(1, party, told + (f", {absent} frånvarande" if absent else ""))
    unknown = [row.name for row in rows if row.party is None and row.role in SERVING]
    if unknown:
        yield Line(1, "utan känt parti", ", ".join(unknown))
    others = sum(row.role not in (*SERVING, Role.ERSÄTTARE) for row in rows)
    if others:
        yield Line(1, "övriga", f"{others} tjänstepersoner och andra")


def _serving(rows: Sequence[Attendance]) -> int:
    return sum(row.present and row.role in SERVING for row in rows)


def _matter(context: Context, case: Case, extraction: Extraction) -> Iterator[Line]:
    yield Line(0, _numbered(case, extraction.document.kind), case.title or "utan rubrik")
    page = context.text.page_at(case.start or 0)
    where = f", sida {page}" if page else ""
    yield Line(1, "Ärende", f"{case.item_type}, dnr {case.reference or 'framgår inte'}{where}")
    if (case.body, case.date) != (extraction.document.body, extraction.document.date):
        yield Line(1, "Möte", _meeting(case.body, case.date))
    for row in extraction.case_topics:
        if row.case_id == case.case_id:
            yield Line(1, "Ämne", f"{row.topic}, av orden {', '.join(row.words) or '–'}")
    parts = _parts(context, case) if extraction.document.kind in _IN_SECTIONS else []
    yield from _outline(context, parts)
    said = [row for row in extraction.statements if row.case_id == case.case_id]
    yield from _acts(said, case, extraction)
    votes = [row for row in extraction.votes if row.case_id == case.case_id]
    yield from _votes(votes, extraction.ballots)
    yield from _decision(context, case, parts)
    stood = [row for row in extraction.positions if row.case_id == case.case_id]
    yield from _positions(stood, case, votes)
    yield from _ignored(context, parts, [*said, *stood, *votes])
    yield from _without_position(said, stood)
    for finding in extraction.document.findings:
        if _number_in(finding) == case.number:
            yield Line(1, "Anmärkning", finding)


def _numbered(case: Case, kind: str) -> str:
    if kind == Kind.BETÄNKANDE:
        return f"Punkt {case.number}"
    return f"§ {case.number}" if kind in _IN_SECTIONS else "Ärende"


def _parts(context: Context, case: Case) -> list[Section]:
    """The sections of a matter, cut as when it was read."""
    if case.start is None or case.end is None:
        return []
    span = Span(case.start, case.end)
    item = next((i for i in items(context.text, span) if i.number == case.number), None)
    start = item.body_start if item else span.start
    return sections(context.text, Span(start, span.end))


def _outline(context: Context, parts: Sequence[Section]) -> Iterator[Line]:
    if parts:
        yield Line(1, "Avsnitt")
    for part in parts:
        words = len(context.content[part.start : part.end].split())
        taken = _TAKEN_FOR.get(part.kind, part.kind)
        why = "" if is_read(part) else f" – läses inte: {_LEFT_OUT.get(part.kind, _UNUSED)}"
        heading = f"”{part.label}”" if part.label else "(ingen rubrik)"
        yield Line(2, heading, f"{taken} ({words} ord){why}")


def _acts(said: Sequence[Statement], case: Case, extraction: Extraction) -> Iterator[Line]:
    yield Line(1, "Handlingar", "" if said else "inga hittades")
    won = {
        (row.start, row.end, row.persons): row.adopted
        for row in extraction.proposals
        if row.case_id == case.case_id
    }
    for row in said:
        told = [f"{_who(row)}: {_quote(row.text)}"]
        if (row.start, row.end, row.persons) in won:
            told.append(_fate(won[row.start, row.end, row.persons]))
        if row.by_substitute:
            told.append("ersättare som inte tjänstgör: räknas inte som partiets ståndpunkt")
        if row.body and (row.body, row.date) != (case.body, case.date):
            told.append(_meeting(row.body, row.date))
        yield Line(2, row.act, _joined(told, row.page))


def _fate(adopted: bool | None) -> str:
    if adopted is None:
        return "om det blev beslutet framgår inte"
    return "blev beslutet" if adopted else "blev inte beslutet"


def _who(row: Statement) -> str:
    named = ", ".join(row.persons)
    letters = ", ".join(row.parties) or "okänt parti"
    return f"{named} ({letters})" if named else letters


def _votes(votes: Sequence[Vote], ballots: Sequence[Ballot]) -> Iterator[Line]:
    for vote in votes:
        figures = (
            ("ja", vote.yes), ("nej", vote.no), ("avstår", vote.abstain),
            ("frånvarande", vote.absent),
        )  # fmt: skip
        counted = ", ".join(f"{n} {word}" for word, n in figures if n is not None)
        won = f"{vote.outcome} vann" if vote.outcome else "utgången framgår inte"
        way = f" ({vote.decided_by})" if vote.decided_by else ""
        told = f"{vote.kind}: {counted or 'inga siffror'}; {won}{way}"
        yield Line(1, f"Votering {vote.order}", told)
        yield Line(2, "ja betyder", _quote(vote.yes_means) or "framgår inte")
        yield Line(2, "nej betyder", _quote(vote.no_means) or "framgår inte")
        named = Counter(row.choice for row in ballots if row.vote_id == vote.vote_id)
        listed = ", ".join(f"{n} {word}" for word, n in named.items())
        yield Line(2, "namn", listed or "inga namngivna röster")


def _decision(context: Context, case: Case, parts: Sequence[Section]) -> Iterator[Line]:
    way = f", {case.decided_by}" if case.decided_by else ""
    yield Line(1, "Beslut", f"{case.outcome or 'inget beslut'}{way}")
    yield from (Line(2, "punkt", _quote(point)) for point in case.decision)
    decision = decision_of(context.content, parts)
    if decision is None or case.outcome is None:
        return
    kind = ItemType(case.item_type)
    if outcome_of(decision, kind, case.title) != case.outcome:
        yield Line(2, "avgörande", "vilket förslag som vann, inte beslutets egna ord")
        return
    words = _deciding_words(decision, kind, case.title)
    told = ", ".join(f"”{word}”" for word in words)
    yield Line(
        2,
        "avgörande ord",
        told or "inga enskilda: så läses ett beslut som inte säger något annat",
    )


def _deciding_words(decision: Decision, kind: ItemType, title: str | None) -> list[str]:
    """The words without which the decision would have been read as something else."""
    outcome = outcome_of(decision, kind, title)
    forms = dict.fromkeys(re.findall(r"[^\W\d_]{3,}", decision.text.casefold()))
    return [
        form
        for form in list(forms)[:_MOST_WORDS]
        if outcome_of(_without(decision, form), kind, title) != outcome
    ]


def _without(decision: Decision, form: str) -> Decision:
    rest = re.sub(rf"\b{form}\b", "…", decision.text, flags=re.IGNORECASE)
    return replace(decision, text=rest)


def _positions(stood: Sequence[Position], case: Case, votes: Sequence[Vote]) -> Iterator[Line]:
    yield Line(1, "Ståndpunkter", "" if stood else "inga")
    order = {vote.vote_id: vote.order for vote in votes}
    for row in (row for row in stood if row.basis != Basis.NÄRVARO):
        told = [f"{_STANCES.get(Stance(row.stance), row.stance)} ({row.basis})"]
        told.append(f"votering {order[row.vote_id]}" if row.vote_id in order else "")
        told.append("" if row.vote_id in order else _quote(row.quote))
        told.append("" if row.body == case.body else _meeting(row.body, row.date))
        yield Line(2, row.party, _joined(told, row.page))
    for stance in (Stance.SILENT, Stance.ABSENT):
        parties = [row.party for row in stood if row.stance == stance]
        if parties:
            yield Line(2, ", ".join(parties), _STANCES[stance])


def _ignored(
    context: Context, parts: Sequence[Section], rows: Sequence[Row]
) -> Iterator[Line]:
    lines = [
        Line(2, one.act, f"{', '.join(one.who)}: {_quote(one.words)} – {one.why}")
        for one in unread_acts(context, parts, rows)
    ]
    for part in without_acts(context, parts, rows):
        words = _quote(context.content[part.start : part.end])
        lines.append(Line(2, f"allt under ”{part.label}”", f"{words} – {_UNKNOWN_FORM}"))
    if lines:
        yield Line(1, "Lästes inte som handling")
        yield from lines


def _without_position(said: Sequence[Statement], stood: Sequence[Position]) -> Iterator[Line]:
    """Parties that acted without being given a position."""
    placed = {row.party for row in stood}
    telling = [row for row in said if row.act in _TELLING and not row.by_substitute]
    acting = dict.fromkeys(party for row in telling for party in row.parties)
    if missing := [party for party in acting if party not in placed]:
        why = "handlingen ger ingen ståndpunkt, eller ingen ledamot tjänstgör"
        yield Line(1, "Utan ståndpunkt", f"{', '.join(missing)}: {why}")


def _referrals(rows: Sequence[Referral]) -> Iterator[Line]:
    if rows:
        yield Line(0, "Remisser")
    for row in rows:
        told = [row.response, *([row.stance] if row.stance else [])]
        yield Line(1, row.instance, ", ".join([*told, *([row.date] if row.date else [])]))


def _rest(extraction: Extraction) -> Iterator[Line]:
    """What stands outside every matter."""
    if not extraction.cases:
        yield Line(0, "Ärenden", "inga hittades: dokumentet gav inga rader")
        return
    if extraction.document.kind not in _IN_SECTIONS:
        return
    end = max(case.end or 0 for case in extraction.cases)
    words = len(extraction.document.text[end:].split())
    if end and words:
        told = f"{words} ord (bilagor, underskrifter): bara röstlistor läses där"
        yield Line(0, "Efter sista ärendet", told)


def _meeting(body: str | None, date: str | None) -> str:
    return f"{body or 'okänt organ'} {date or 'utan datum'}"


def _quote(words: str | None) -> str:
    return f"”{shorten(words, _QUOTED, placeholder=' …')}”" if words else ""


def _joined(told: Sequence[str], page: int | None) -> str:
    return " – ".join(filter(None, [*told, f"sida {page}" if page else ""]))
