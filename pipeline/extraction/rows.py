"""Rows of one matter, from what was read of it: statements and positions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extraction.context import Context
from pipeline.extraction.entry import Entry
from pipeline.extraction.positions import Evidence, Standing
from pipeline.models import Ballot, Case, Position, Proposal, Span, Statement, Vote
from pipeline.words import SERVING, Basis, ItemType, Stance


@dataclass(frozen=True, slots=True)
class Matter:
    """The rows of one matter."""

    case: Case
    proposals: tuple[Proposal, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    votes: tuple[Vote, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    findings: tuple[str, ...] = ()


def quoted(found: Matter, content: str) -> Matter:
    """The matter with every quote as it stands in ``content``, which may differ from what was
    read by blanked page heads."""
    return replace(
        found,
        statements=tuple(
            replace(row, text=content[row.start : row.end]) for row in found.statements
        ),
        proposals=tuple(
            replace(row, text=content[row.start : row.end]) for row in found.proposals
        ),
        positions=tuple(
            replace(row, quote=content[row.start : row.end])
            for row in found.positions
            if row.start is not None and row.end is not None
        ),
    )


def statement_rows(
    context: Context, case_id: str, found: Sequence[Entry]
) -> tuple[Statement, ...]:
    """Rows for entries, with ids in the order of the text; endorsements tied to what they
    join."""
    rows: list[Statement] = []
    for number, entry in enumerate(found, 1):
        rows.append(
            Statement(
                statement_id=f"{case_id}:s{number}",
                document_id=context.document_id,
                case_id=case_id,
                body=context.body,
                date=context.date,
                act=entry.act,
                parties=entry.parties,
                persons=entry.persons,
                text=entry.span.of(context.content),
                start=entry.span.start,
                end=entry.span.end,
                page=context.text.page_at(entry.lead.start),
                joint=len(entry.parties) > 1,
                by_substitute=entry.by_substitute,
                endorses=tuple(
                    row.statement_id
                    for row in rows
                    if entry.endorses and set(entry.endorses) == set(row.parties)
                ),
                points=entry.points,
            )
        )
    return tuple(rows)


def position_rows(
    context: Context, case: Case, stood: Sequence[Standing]
) -> tuple[Position, ...]:
    """Rows for standings, with the sentence they rest on."""
    return tuple(
        Position(
            position_id=f"{case.case_id}:{case.body or ''}:{one.party}",
            document_id=case.document_id,
            case_id=case.case_id,
            body=case.body,
            date=case.date,
            party=one.party,
            stance=one.stance,
            basis=one.evidence.basis,
            persons=one.evidence.persons,
            statement_id=one.evidence.statement,
            vote_id=one.evidence.vote,
            quote=one.evidence.span.of(context.content),
            start=one.evidence.span.start,
            end=one.evidence.span.end,
            page=context.text.page_at(one.evidence.span.start),
        )
        for one in stood
    )


def silent_rows(context: Context, case: Case, known: set[str]) -> tuple[Position, ...]:
    """Parties with serving members and nothing recorded, and parties without any."""
    if case.outcome is None or case.item_type == ItemType.FORMALIA:
        return ()
    rows: dict[str, Standing] = {}
    for row in context.attendance:
        if row.party and row.party not in known and row.role in SERVING:
            serves = row.present
            stance = Stance.SILENT if serves else Stance.ABSENT
            span = Span(row.start or 0, row.end or 0)
            evidence = Evidence(row.party, "närvaro", Basis.NÄRVARO, span)
            if row.party not in rows or (serves and rows[row.party].stance == Stance.ABSENT):
                rows[row.party] = Standing(row.party, stance, evidence)
    return position_rows(context, case, list(rows.values()))
