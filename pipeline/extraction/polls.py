"""Vote rows of one matter, with the outcomes that the decision itself tells."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.contest import side_wish, sides_of
from pipeline.extraction.context import Context
from pipeline.extraction.verdicts import Contest, verdicts
from pipeline.extraction.votes import Count
from pipeline.extraction.wishes import Reference, puts_off
from pipeline.models import Ballot, Vote
from pipeline.words import Outcome, VoteKind, VoteMethod

ASIDE = {VoteKind.ÅTERREMISS: Outcome.ÅTERREMISS, VoteKind.BORDLÄGGNING: Outcome.BORDLÄGGNING}


def minority(counted: list[Count], contest: Contest) -> list[Count]:
    """Votes on sending back or tabling that the smaller number won: the matter was sent
    back or tabled though more voted to decide it (one third suffices, KL 5:50)."""
    if any(c.decided_by == VoteMethod.MINORITET for c in counted):
        return counted
    aside = [c for c in counted if ASIDE.get(c.kind) == contest.outcome is not None]
    if any(puts_off(_words_of(c, c.outcome)) for c in aside):
        return counted
    return [_turned(c) if c in aside else c for c in counted]


def _turned(count: Count) -> Count:
    """The vote as won by its smaller number, where that wanted the matter put off, the larger
    did not, and it is a third of those who were there."""
    other = "nej" if count.outcome == "ja" else "ja"
    wanted = puts_off(_words_of(count, other)) or re.search(
        r"avgör", _words_of(count, count.outcome), re.IGNORECASE
    )
    there = sum(n or 0 for n in (count.yes, count.no, count.abstain))
    least = min(count.yes or 0, count.no or 0)
    if count.outcome is None or not wanted or 3 * least < there:
        return count
    return replace(count, outcome=other, decided_by=VoteMethod.MINORITET)


def _words_of(count: Count | Vote, side: str | None) -> str:
    """What one side of a vote meant."""
    return {"ja": count.yes_means, "nej": count.no_means}.get(side or "") or ""


def tells_of(vote: Vote, outcome: Outcome | None) -> bool:
    """Whether a vote is about what was decided: one on putting the matter off only where its
    winners wanted that, and that became the ``outcome``."""
    if vote.kind not in ASIDE:
        return True
    told = _words_of(vote, vote.outcome)
    refused = bool(told) and not puts_off(told)
    return ASIDE[VoteKind(vote.kind)] == outcome and not refused


def vote_rows(
    context: Context, case_id: str, counted: Sequence[Count], contest: Contest
) -> tuple[tuple[Vote, ...], tuple[Ballot, ...]]:
    votes, ballots = [], []
    for order, count in enumerate(counted, 1):
        vote_id = f"{case_id}:v{order}"
        votes.append(
            Vote(
                vote_id,
                case_id,
                order,
                count.kind,
                count.yes_means,
                count.no_means,
                count.yes,
                count.no,
                count.abstain,
                count.absent,
                count.outcome or _tie_winner(context, count, contest),
                count.decided_by,
                count.appendix,
                count.span.start,
                count.span.end,
                context.body,
                context.date,
            )
        )
        ballots += [
            Ballot(vote_id, name, party, choice) for name, party, choice in count.ballots
        ]
    return tuple(votes), tuple(ballots)


def _tie_winner(context: Context, count: Count, contest: Contest) -> str | None:
    """The side of a tied vote whose words are what was decided."""
    sides = dict(zip(("ja", "nej"), sides_of(count), strict=True))
    owner = Reference(1, frozenset(), ())
    won = [
        side
        for side, words in sides.items()
        if words
        and any(
            verdicts(side_wish(context, words, is_motion=contest.is_motion), owner, contest)
        )
    ]
    return won[0] if len(won) == 1 else None
