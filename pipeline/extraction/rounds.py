"""Several rounds of one matter told in one document: their rows put under the one case.

Each round was read as a matter of its own, with its own body and date; here they get ids that
are unique within the document, in the order of the text.
"""

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.rows import Matter
from pipeline.models import Ballot, Case, Position, Proposal, Statement, Vote


def joined(case: Case, rounds: Sequence[Matter]) -> Matter:
    """All rows of the rounds under ``case``."""
    statements: list[Statement] = []
    votes: list[Vote] = []
    positions: list[Position] = []
    proposals: list[Proposal] = []
    ballots: list[Ballot] = []
    for one in rounds:
        said = _renumbered(
            [row.statement_id for row in one.statements], f"{case.case_id}:s", len(statements)
        )
        voted = _renumbered(
            [row.vote_id for row in one.votes], f"{case.case_id}:v", len(votes)
        )
        statements += [_statement(row, case, said) for row in one.statements]
        votes += [
            replace(
                row, vote_id=voted[row.vote_id], case_id=case.case_id, order=len(votes) + n
            )
            for n, row in enumerate(one.votes, 1)
        ]
        ballots += [replace(row, vote_id=voted[row.vote_id]) for row in one.ballots]
        positions += [_position(row, case, said | voted) for row in one.positions]
        proposals += [
            replace(
                row, case_id=case.case_id, proposal_id=f"{case.case_id}:p{len(proposals) + n}"
            )
            for n, row in enumerate(one.proposals, 1)
        ]
    return Matter(
        case=case,
        proposals=tuple(proposals),
        statements=tuple(statements),
        positions=tuple(positions),
        votes=tuple(votes),
        ballots=tuple(ballots),
        findings=tuple(finding for one in rounds for finding in one.findings),
    )


def _renumbered(ids: list[str], prefix: str, before: int) -> dict[str, str]:
    return {old: f"{prefix}{before + n}" for n, old in enumerate(ids, 1)}


def _statement(row: Statement, case: Case, ids: dict[str, str]) -> Statement:
    return replace(
        row,
        statement_id=ids[row.statement_id],
        case_id=case.case_id,
        same_as=ids.get(row.same_as or ""),
        endorses=tuple(ids[one] for one in row.endorses),
    )


def _position(row: Position, case: Case, ids: dict[str, str]) -> Position:
    return replace(
        row,
        position_id=f"{case.case_id}:{row.body or ''}:{row.party}",
        case_id=case.case_id,
        statement_id=ids.get(row.statement_id or ""),
        vote_id=ids.get(row.vote_id or ""),
    )
