"""Reports on one matter on its way to the council (utlåtande): earlier rounds retold.

Every act belongs to the body it happened in and to that meeting's date. The bodies are the
headings of the report: those who were asked for an opinion, the executive's preparing body,
and the executive itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extraction.context import Context, folded, trimmed
from pipeline.extraction.decisions import outcome_of
from pipeline.extraction.entry import Entry
from pipeline.extraction.handling import debated_on, printed_motion, rounds, told_motion
from pipeline.extraction.meeting import signing_date
from pipeline.extraction.officials import (
    answering_body,
    paper_date,
    proposed_body,
    written_by_official,
)
from pipeline.extraction.outline import Section, lines_of
from pipeline.extraction.positions import Evidence, standings
from pipeline.extraction.referrals import instances, referrals
from pipeline.extraction.report_case import HEAD, case_of, reference_of
from pipeline.extraction.report_parts import Part, executive_of, own_date, parts_of
from pipeline.extraction.retold import executive_round, last_decision, retold
from pipeline.extraction.rounds import joined
from pipeline.extraction.rows import Matter, position_rows, statement_rows
from pipeline.extraction.statements import entries
from pipeline.language.dates import first_date
from pipeline.language.mentions import find_people
from pipeline.models import Case, Position, Referral, Span, Statement
from pipeline.words import Act, Basis, ItemType

_PRESENTER = re.compile(
    r"^(?:föredragande\s+)?(?P<title>(?:\w*borgarråd|kommunalråd|regionråd|"
    r"oppositionsråd)(?:et)?)(?:\s*:)?\s+(?P<name>(?-i:[A-ZÅÄÖ][\w-]+(?:\s+[A-ZÅÄÖ][\w-]+){1,3}))(?:\s*"
    r"\((?P<party>[A-ZÅÄÖ]{1,3})\))?\s*(?:anför(?:\s+följande)?[.:]?\s*)?$",
    re.I,
)
# "Tallvik den 5 maj 2021", where the presenter signs
_PLACE_AND_DATE = re.compile(
    r"^[ \t]*[A-ZÅÄÖ][\wåäö-]+\s+den\s+\d{1,2}\s+[a-zåäö]+\s+\d{4}[ \t]*$", re.MULTILINE
)
_DECIDED = re.compile(
    r"\bbeslut(?:ade|ar|at)\b[^.]{0,80}?(?:sammanträde|möte)\w*\s+(?:den\s+)?(?P<date>\d{"
    r"1,2}\s+\w+\s+\d{4}|\d{4}-\d\d-\d\d)",
    re.I,
)
# "Hamnkontorets tjänsteutlåtande daterat den 4 mars 2021 har i huvudsak följande lydelse."
_OFFICIALS_TEXT = re.compile(
    r"^[ \t]*\S+(?:[ \t]\S+){0,4}[ \t]tjänste(?:utlåtande|skrivelse|yttrande)[ \t]"
    r"(?:av[ \t]den|daterat|daterad|från|har|i[ \t]ärendet)\b",
    re.IGNORECASE | re.MULTILINE,
)
_SAME_AS = re.compile(
    r"\blikalydande\s+med\b.{0,80}?\bi\s+(?P<body>[\wåäöé -]+?)(?:\.|,|$)", re.I | re.S
)
_SAYS_WHAT = re.compile(r"reserv|uttala|yttra|anteckna|anmäl", re.IGNORECASE)
_COMMENTS = frozenset(
    {
        Act.RESERVATION,
        Act.SÄRSKILT_UTTALANDE,
        Act.SÄRSKILT_YTTRANDE,
        Act.PROTOKOLLSANTECKNING,
        Act.ERSÄTTARYTTRANDE,
    }
)
_PAPERS = frozenset({Act.MOTION, Act.FÖREDRAGANDES_SYNPUNKTER})
_BASIS = {
    Act.SÄRSKILT_UTTALANDE: Basis.SÄRSKILT_UTTALANDE,
    Act.SÄRSKILT_YTTRANDE: Basis.SÄRSKILT_YTTRANDE,
    Act.PROTOKOLLSANTECKNING: Basis.PROTOKOLLSANTECKNING,
}


def report(context: Context) -> tuple[Context, list[Matter], tuple[Referral, ...]]:
    """The one matter of a report, with its referrals."""
    content = context.content
    official = written_by_official(content)
    parts = list(parts_of(context, instances(content)))
    headed = () if official else retold(content)
    told = debated_on(content) or executive_round(headed)
    context = _placed(context, parts, told)
    case = _own_case(context, answering=not told)
    earlier, appended = rounds(context, case, headed)
    found = _without_pointers(content, list(_acts(context, case, parts)))
    if earlier or official:
        found = [row for row in found if row[2].act in _PAPERS]
    statements = _numbered(context, case, found)
    answers = {p.body: p.span for p in parts if p.kind == "answer" and p.body}
    answers |= {e.body: e.span for e in appended if e.body}
    rows = referrals(content, context.document_id, case.case_id, answers)
    own = Matter(case, statements=statements, positions=_positions(context, case, statements))
    if not earlier:
        return context, [own], rows
    decided = next((one.case for one in earlier if told and one.case.body == told[0]), None)
    if decided:
        case = replace(case, outcome=decided.outcome, decided_by=decided.decided_by)
    return context, [joined(case, [own, *earlier])], rows


def _placed(
    context: Context, parts: list[Part], told: tuple[str, str | None] | None
) -> Context:
    """Whose report it is, and of which day: of the round that it tells of, else of those who
    sign it; an official's is put to a body on the day of the paper."""
    content = context.content
    if written_by_official(content):
        return replace(context, body=proposed_body(content), date=paper_date(content))
    answering = None if told else answering_body(content)
    return replace(
        context,
        body=answering or (told[0] if told else executive_of(parts)),
        date=(told[1] if told else None) or signing_date(content) or own_date(content, parts),
    )


def _own_case(context: Context, *, answering: bool) -> Case:
    """The matter of the report; nothing is decided in an official's, and a body that answers
    a referral says last what it decided."""
    content = context.content
    case = case_of(context, reference_of(content))
    if written_by_official(content):
        return replace(case, decision=(), outcome=None)
    says = last_decision(content, Span(0, len(content)))
    if not (answering and answering_body(content) and says):
        return case
    outcome = outcome_of(says, ItemType(case.item_type), case.title)
    return replace(case, decision=says.points, outcome=outcome)


def _positions(
    context: Context, case: Case, statements: Sequence[Statement]
) -> tuple[Position, ...]:
    """Where parties stood, body by body."""
    return tuple(
        row
        for body in dict.fromkeys(s.body for s in statements)
        for row in _stood(context, case, [s for s in statements if s.body == body])
    )


def _acts(context: Context, case: Case, parts: list[Part]) -> Iterator["Placed"]:
    """Every act with the body and the date it belongs to."""
    dates: dict[str | None, str | None] = {
        p.body: _met(p.span.of(context.content)) for p in parts if p.kind == "answer"
    }
    dates[case.body] = case.date
    yield from ((None, None, e) for e in _motion(context, case, parts))
    preparing = next(
        (
            p.body
            for p in parts
            if p.kind == "body" and p.body and p.body.endswith("beredningen")
        ),
        None,
    )
    yield from ((preparing or case.body, None, e) for e in _views(context, parts))
    for part in parts:
        if part.kind not in ("body", "answer"):
            continue
        for start, end in _between_officials(context.content, part.span):
            section = Section("reservation", "", Span(start, start), start, end)
            for entry in entries(context, section):
                if entry.act in _COMMENTS and _is_lead(context.content, entry):
                    yield part.body, dates.get(part.body), entry


# An act with the body and the date it belongs to.
Placed = tuple[str | None, str | None, Entry]
# "Reservation anfördes av Eva Ek (C), bilaga 1.": its words stand in the appendix.
_POINTS = re.compile(r"(?:\A|,)\W*(?:se\s+)?bilaga(?:\s+\w{1,3})?\W*\Z", re.IGNORECASE)


def _without_pointers(content: str, found: list[Placed]) -> list[Placed]:
    """The acts, without those that only point to where their words are printed."""

    def same(one: Placed) -> tuple[str | None, Act, frozenset[str]]:
        return one[0], one[2].act, frozenset(one[2].parties)

    points = [bool(_POINTS.search(one[2].span.of(content))) for one in found]
    printed = {same(one) for one, told in zip(found, points, strict=True) if not told}
    return [
        one
        for one, told in zip(found, points, strict=True)
        if not told or same(one) not in printed
    ]


def _between_officials(content: str, span: Span) -> Iterator[tuple[int, int]]:
    """A stretch cut where an official's text begins: what stands above it ends there."""
    cuts = [m.start() for m in _OFFICIALS_TEXT.finditer(content, span.start, span.end)]
    edges = [span.start, *(cut for cut in cuts if cut > span.start), span.end]
    yield from zip(edges, edges[1:], strict=False)


def _is_lead(content: str, entry: Entry) -> bool:
    """An act opens its line and says what it is; one told in running text is somebody's
    account of it, and names alone are a signature."""
    if not _SAYS_WHAT.search(entry.lead.of(content)):
        return False
    line = content[content.rfind("\n", 0, entry.lead.start) + 1 : entry.lead.start]
    return not line.strip(" -•*")


def _met(answer: str) -> str | None:
    match = _DECIDED.search(answer)
    return first_date(match["date"]) if match else None


def _motion(context: Context, case: Case, parts: list[Part]) -> Iterator[Entry]:
    """What the motion asks for, as the report sums it up, with its authors."""
    if case.item_type != ItemType.MOTION:
        return
    head = context.content[:HEAD]
    line = re.search(
        r"(?im)^\W*(?:yttrande\s+över\s+|svar\s+på\s+)?motion(?:\s+\(?[\d:]+\)?)?\s+(?:av|från)\s+"
        r"(?P<who>.+?)(?=\som\s|$)",
        head,
    )
    told = next((p for p in parts if p.kind == "matter"), None)
    authors = find_people(line["who"]) if line else []
    names = tuple(one.name for one in authors if one.name)
    printed = printed_motion(context.content, HEAD, _called(line), names) if line else None
    if printed is None and (told is None or not line):
        authors, span = told_motion(context.content, authors)
    else:
        span = printed or trimmed(context.content, *_ends(told))
    if written_by_official(context.content):
        span = _above_heading(context.content, span)
    if authors and span.end > span.start:
        yield Entry(
            Act.MOTION,
            tuple(one.name for one in authors if one.name),
            tuple(dict.fromkeys(p for one in authors for p in one.parties)),
            span,
            span,
            "motion",
        )


def _above_heading(content: str, span: Span) -> Span:
    """A stretch up to the first line that reads as a heading."""
    for line in lines_of(content, span):
        heads = re.fullmatch(r"[A-ZÅÄÖ][^.:;,?]{3,70}", line.text)
        if (
            heads
            and line.start > span.start
            and content[line.start - 2 : line.start] == "\n\n"
        ):
            return trimmed(content, span.start, line.start)
    return span


def _called(line: re.Match[str]) -> str:
    """What the motion is called, from the word on to the end of its line."""
    begins = line.start() + line[0].casefold().index("motion")
    return line.string[begins:].split("\n", 1)[0].strip()


def _ends(part: Part | None) -> tuple[int, int]:
    return (part.span.start, part.span.end) if part else (0, 0)


def _views(context: Context, parts: list[Part]) -> Iterator[Entry]:
    """The presenter's views, under whose name they stand."""
    told = next((p for p in parts if p.kind == "views"), None)
    presenter = next(
        (
            m
            for line in lines_of(context.content, Span(0, len(context.content)))
            if line.text.casefold().startswith("föredragande")
            and (m := _PRESENTER.match(line.text))
        ),
        None,
    )
    if told is None or presenter is None:
        return
    dated = _PLACE_AND_DATE.search(context.content, told.span.start, told.span.end)
    end = dated.start() if dated else told.span.end
    span = trimmed(context.content, told.span.start, end)
    party = presenter["party"]
    yield Entry(
        Act.FÖREDRAGANDES_SYNPUNKTER,
        (folded(presenter["name"]),),
        (party,) if party else (),
        span,
        span,
        "synpunkter",
    )


def _numbered(
    context: Context, case: Case, found: list[tuple[str | None, str | None, Entry]]
) -> tuple[Statement, ...]:
    """Statement rows with their own bodies and dates, and "likalydande" tied to its
    original."""
    rows = statement_rows(context, case.case_id, [entry for _, _, entry in found])
    placed = [
        replace(row, body=body, date=date)
        for row, (body, date, _) in zip(rows, found, strict=True)
    ]
    return tuple(replace(row, same_as=_same_as(row, placed)) for row in placed)


def _same_as(row: Statement, rows: list[Statement]) -> str | None:
    match = _SAME_AS.search(row.text)
    if match is None:
        return None
    body = folded(match["body"]).casefold()
    same = [
        r.statement_id
        for r in rows
        if r is not row and r.parties == row.parties and (r.body or "").casefold() == body
    ]
    return same[0] if len(same) == 1 else None


def _stood(context: Context, case: Case, statements: list[Statement]) -> Iterator[Position]:
    """Positions of the parties in one body."""
    evidence = []
    for row in statements:
        what = "reservation" if row.act == Act.RESERVATION else "remark"
        basis = Basis.RESERVATION if row.act == Act.RESERVATION else _BASIS.get(Act(row.act))
        if basis is None or row.by_substitute or row.body is None:
            continue
        evidence += [
            Evidence(
                party, what, basis, Span(row.start, row.end), row.persons, row.statement_id
            )
            for party in row.parties
        ]
    stood = standings(evidence, serving=None, voted=False)
    placed = replace(case, body=statements[0].body, date=statements[0].date)
    yield from position_rows(context, placed, stood)
