"""Reports of parliamentary committees: their points, reservations and separate opinions.

The committee proposes a decision on each numbered point. A reservation or a separate opinion
("särskilt yttrande") is printed below its heading, which names the point and the parties, and
the line of its signers; its words end where the next heading stands. Headings in the list of
contents have no signers below them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extraction.bystanders import standing_aside
from pipeline.extraction.committee_acts import acts
from pipeline.extraction.context import Context, folded, trimmed, with_attendance
from pipeline.extraction.entry import Entry
from pipeline.extraction.meeting import nominative
from pipeline.extraction.members import WORD, members
from pipeline.extraction.parliament import (
    BARS,
    PARLIAMENT,
    proposed_outcome,
    proposed_type,
    report_number,
)
from pipeline.extraction.positions import Evidence, standings
from pipeline.extraction.rows import Matter, position_rows, silent_rows, statement_rows
from pipeline.language.dates import first_date
from pipeline.language.numbers import NUMBER, number
from pipeline.models import Attendance, Case, Span, Statement
from pipeline.words import Act, Basis, Role

_PROPOSED = re.compile(
    rf"^{BARS}(?:\w+\s+förslag\s+till\s+(?:riksdags)?beslut|utskottets\s+anmälan){BARS}$",
    re.M | re.I,
)
_SIGNED = re.compile(
    rf"^{BARS}{WORD}\s+den\s+(?P<date>\d{{1,2}}\s+\w+\s+\d{{4}}){BARS}\n\s*{BARS}"
    r"På\s+(?P<body>[^\n]+?)\s+vägnar",
    re.MULTILINE,
)
_TITLED = re.compile(rf"^{BARS}(?P<body>\w+utskottet)\s?s\s+(?:betänkande|utlåtande)\b", re.M)
_TOOK_PART = re.compile(
    r"\b(?:ledamöter\s+har\s+deltagit\s+i\s+beslutet|i\s+beslutet\s+har\s+deltagit)\s*:\s*"
    r"(?P<who>.+?)(?=\n\s*\n|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_POINT = re.compile(
    rf"^{BARS}(?P<number>\d{{1,3}})\.{BARS}(?:\n\s*(?!Riksdagen\b))?(?:beträffande\s+)?"
    rf"(?P<title>(?<=beträffande\s)\w|[A-ZÅÄÖ])(?P<rest>[^\n|]*"
    rf"(?:\n(?!{BARS}(?:\n|Riksdagen|\w*[Ff]ullmäktige|att\b|\w\)))[^\n|]+)?)",
    re.MULTILINE,
)
# A point as a row of a table: whatever its second cell says is its title.
_ROW = re.compile(
    r"^[ \t]*\|[ \t]*(?P<number>\d{1,3})[ \t]*\.[ \t]*\|[ \t]*(?P<title>[^\s|])"
    r"(?P<rest>[^\n|]*)\|",
    re.MULTILINE,
)
_BELOW_POINT = re.compile(
    rf"^{BARS}(?:(?:Reservation|Särskilt\s+yttrande)(?:\s+\d+\b|\s*\()|"
    r"Utskottet\s+föreslår\s+att\s+ärendet\s+avgörs\b).*",
    re.M | re.S,
)
_TOLD = re.compile(rf"\b(?P<n>{NUMBER})\s+reservation(?:er)?\b", re.IGNORECASE)
_EVIDENCE = {
    Act.RESERVATION: ("reservation", Basis.RESERVATION),
    Act.SÄRSKILT_YTTRANDE: ("remark", Basis.SÄRSKILT_YTTRANDE),
}


@dataclass(frozen=True, slots=True)
class Point:
    """One numbered point: its title, and the stretch that says what is proposed."""

    number: str
    title: str
    span: Span


def committee(context: Context) -> tuple[Context, tuple[Attendance, ...], list[Matter]]:
    """The points of a committee report as matters, and who took part in its decision."""
    content = context.content
    signed = _SIGNED.search(content)
    present = _took_part(context, signed.end() if signed else 0)
    titled = _TITLED.search(content)
    body = nominative(signed["body"]) if signed else titled["body"] if titled else None
    context = replace(
        with_attendance(context, present),
        body=body,
        date=first_date(signed["date"]) if signed else None,
        municipality=PARLIAMENT,
        reference=report_number(content),
        title=_title(content),
    )
    listed = _points(content, signed.start() if signed else len(content))
    titles = {one.number: one.title for one in listed}
    found = acts(content, titles, signed.end() if signed else None)
    context = replace(context, findings=_findings(content, found))
    said = _said(context, found)
    aside = tuple(standing_aside(content, present, [one.number for one in listed]))
    return context, present, [_matter(context, one, said, aside) for one in listed]


def _title(content: str) -> str | None:
    """The report's own title: the first paragraph below the line with its number."""
    paragraphs = [folded(p).strip("| ") for p in re.split(r"\n\s*\n", content[:3_000])]
    called = re.compile(r"betänkande|utlåtande", re.I)
    named = next((n for n, p in enumerate(paragraphs) if called.search(p)), None)
    return paragraphs[named + 1] if named is not None and named + 1 < len(paragraphs) else None


def _took_part(context: Context, start: int) -> tuple[Attendance, ...]:
    """The members who took part in the decision. The chair is not marked as such."""
    listed = _TOOK_PART.search(context.content, start)
    if listed is None:
        return ()
    return tuple(
        Attendance(
            context.document_id,
            name,
            party,
            Role.LEDAMOT,
            True,
            start=span.start,
            end=span.end,
        )
        for name, party, span in members(context.content, Span(*listed.span("who")))
    )


def _points(content: str, end: int) -> list[Point]:
    """The points of the proposal, numbered in order; one without a number is point 1."""
    # all in capitals it is the head of a page
    headings = [m for m in _PROPOSED.finditer(content, 0, end) if not m[0].isupper()]
    if not headings:
        return []
    start = headings[-1].end()
    marks = _marks(content, start, end)
    if not marks:
        return _only_point(content, Span(start, end))
    ends = [*(m.start() for m in marks[1:]), end]
    return [
        Point(m["number"], folded(m["title"] + m["rest"]), Span(m.end(), stop))
        for m, stop in zip(marks, ends, strict=True)
    ]


def _marks(content: str, start: int, end: int) -> list[re.Match[str]]:
    """Where the points begin. Where the first thing said is a row of a table the points are
    such rows, and what else is numbered belongs to them."""
    in_table = content[start:end].lstrip(" \t\n#").startswith("|")
    marks: list[re.Match[str]] = []
    for match in (_ROW if in_table else _POINT).finditer(content, start, end):
        if int(match["number"]) == len(marks) + 1:
            marks.append(match)
    return marks


def _only_point(content: str, span: Span) -> list[Point]:
    """The point of a report that has one and does not number it: its title, if any, stands
    in the line above the words that the assembly is to adopt."""
    whole = trimmed(content, span.start, span.end)
    if not whole.of(content):
        return []
    first, _, rest = whole.of(content).partition("\n")
    titled = rest.strip() and not re.match(r"(?:Riksdagen|\w*[Ff]ullmäktige)\b", first)
    title = folded(first.strip("| ")) if titled else _title(content) or ""
    return [Point("1", title, Span(whole.start + (len(first) if titled else 0), whole.end))]


def _said(
    context: Context, found: Sequence[tuple[tuple[str, ...], Entry]]
) -> list[tuple[tuple[str, ...], Statement, Span]]:
    """The rows of all acts, with the points they are about and the lines that name who acts.
    One about several points is a statement on the first of them."""
    said: list[tuple[tuple[str, ...], Statement, Span]] = []
    for first in dict.fromkeys(about[0] for about, _ in found if about):
        own = [(about, entry) for about, entry in found if about[:1] == (first,)]
        case_id = f"{context.document_id[:16]}:{first}"
        rows = statement_rows(context, case_id, [entry for _, entry in own])
        said += [(about, row, e.lead) for (about, e), row in zip(own, rows, strict=True)]
    return said


def _matter(
    context: Context,
    point: Point,
    said: Sequence[tuple[tuple[str, ...], Statement, Span]],
    aside: Sequence[tuple[tuple[str, ...], Evidence]],
) -> Matter:
    case = _case(context, point)
    about = [(row, lead) for numbers, row, lead in said if point.number in numbers]
    serving = Counter(row.party for row in context.attendance if row.party) or None
    evidence = [one for row, lead in about for one in _evidence(context, row, lead)]
    evidence += _aside(point, evidence, aside)
    stood = standings(evidence, serving=serving, voted=False)
    positions = position_rows(context, case, stood)
    positions += silent_rows(context, case, {row.party for row in positions})
    own = tuple(row for row, _ in about if row.case_id == case.case_id)
    return Matter(case, statements=own, positions=positions)


def _aside(
    point: Point,
    evidence: Sequence[Evidence],
    aside: Sequence[tuple[tuple[str, ...], Evidence]],
) -> list[Evidence]:
    """Who took no stand on a point: by its number, or by a separate opinion on it where the
    note names no point. Nobody who reserved themselves."""
    reserved = {one.party for one in evidence if one.what == "reservation"}
    remarked = {one.party for one in evidence}
    return [
        one
        for numbers, one in aside
        if (point.number in numbers if numbers else one.party in remarked)
        and one.party not in reserved
    ]


def _evidence(context: Context, row: Statement, lead: Span) -> Iterator[Evidence]:
    """What an act says of each of its parties, with the party's own signers."""
    what, basis = _EVIDENCE[Act(row.act)]
    belong = {one.name: one.party for one in context.attendance}
    for party in row.parties:
        own = tuple(name for name in row.persons if belong.get(name, party) == party)
        yield Evidence(party, what, basis, lead, own, row.statement_id)


def _case(context: Context, point: Point) -> Case:
    text = _BELOW_POINT.sub("", point.span.of(context.content))
    proposed = folded(re.sub(r"[|]", " ", text))
    return Case(
        case_id=f"{context.document_id[:16]}:{point.number}",
        document_id=context.document_id,
        number=point.number,
        title=point.title,
        reference=None,
        body=context.body,
        date=context.date,
        item_type=proposed_type(proposed),
        outcome=proposed_outcome(proposed),
        decision=(proposed,) if proposed else (),
        start=point.span.start,
        end=point.span.end,
    )


def _findings(content: str, found: Sequence[tuple[tuple[str, ...], Entry]]) -> tuple[str, ...]:
    """A report says at its top how many reservations it has; another count is a finding."""
    told = _TOLD.search(content[:6_000])
    printed = number(told["n"]) if told else None
    counted = sum(entry.act == Act.RESERVATION for _, entry in found)
    if printed is None or printed == counted:
        return ()
    return (f"{printed} reservationer anges, men {counted} hittades",)
