"""What the body could have decided: what was printed before the meeting and what was moved."""

import re
from collections.abc import Sequence

from pipeline.extraction.context import Context, folded, trimmed
from pipeline.extraction.decisions import Decision
from pipeline.extraction.entry import Entry
from pipeline.extraction.outline import Section, heading_kind, lines_of
from pipeline.extraction.points import decision_points
from pipeline.extraction.retold import opens_round
from pipeline.extraction.verdicts import Contest
from pipeline.models import Proposal, Span, Statement
from pipeline.words import Act


def moved_rows(
    case_id: str,
    found: Sequence[Entry],
    judged: Sequence[bool | None],
    statements: Sequence[Statement],
) -> tuple[Proposal, ...]:
    """A row for each yrkande; ``judged`` tells whether it was adopted."""
    return tuple(
        Proposal(
            proposal_id=f"{case_id}:p{number}",
            case_id=case_id,
            label="yrkande",
            persons=entry.persons,
            parties=entry.parties,
            points=entry.points,
            text=row.text,
            start=row.start,
            end=row.end,
            adopted=won,
        )
        for number, (entry, won, row) in enumerate(
            zip(found, judged, statements, strict=True), 1
        )
        if entry.act == Act.YRKANDE
    )


def printed_rows(
    context: Context,
    case_id: str,
    parts: Sequence[Section],
    decision: Decision | None,
    contest: Contest,
) -> tuple[Proposal, ...]:
    """A row for each proposal that the minutes print as it was before the meeting; nobody is
    told to have moved it there."""
    content = context.content
    told = [
        (part.label, span)
        for part in parts
        if part.kind == "förslag"
        and (span := proposed(content, part.start, part.end)).of(content)
    ]
    alone = contest if len(told) == 1 else None
    return tuple(
        Proposal(
            proposal_id=f"{case_id}:f{number}",
            case_id=case_id,
            label=folded(label).lower(),
            persons=(),
            parties=(),
            points=(points := decision_points(span.of(content))),
            text=span.of(content),
            start=span.start,
            end=span.end,
            adopted=_adopted(points, decision, alone),
        )
        for number, (label, span) in enumerate(told, 1)
    )


def _adopted(
    points: Sequence[str], decision: Decision | None, contest: Contest | None
) -> bool | None:
    """Whether a printed proposal is what was decided: word for word, or by what became of the
    one that was before the body. None where several were, or only a part of it was."""
    if decision and _bare(points) == _bare(decision.points):
        return True
    if contest is None or contest.refused or contest.changed:
        return None
    return {1: True, -1: False}.get(contest.base)


def _bare(points: Sequence[str]) -> list[str]:
    return [point.rstrip(" .;").casefold() for point in points]


# What goes on in the next paragraph, and how one begins that goes on.
_LEADS_ON = re.compile(r"(?::|\b(?:följande|att|samt|och)\b\W*|,)$", re.I)
_GOES_ON = re.compile(r"(?:\d{1,2}[.)]?|[-–•a-z][.)]?|att|dels)\s", re.I)


def proposed(content: str, start: int, end: int) -> Span:
    """A proposal up to the next heading, or to a paragraph that does not go on with it."""
    whole = trimmed(content, start, end)
    above = ""
    for line in lines_of(content, whole):
        headed = above and (heading_kind(line) or opens_round(content, line))
        goes_on = _LEADS_ON.search(above) or _GOES_ON.match(line.text)
        gap = content[max(0, line.start - 2) : line.start] == "\n\n"
        if headed or (above and line.text and gap and not goes_on):
            return trimmed(content, whole.start, line.start)
        above = line.text or above
    return whole
