"""Vote rows of one matter, with the outcomes that the decision itself tells."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.contest import side_wish
from pipeline.extraction.context import Context
from pipeline.extraction.verdicts import Contest, verdicts
from pipeline.extraction.votes import Count
from pipeline.extraction.wishes import Reference
from pipeline.models import Ballot, Vote
from pipeline.words import Outcome, VoteKind, VoteMethod

ASIDE = {VoteKind.ÅTERREMISS: Outcome.ÅTERREMISS, VoteKind.BORDLÄGGNING: Outcome.BORDLÄGGNING}


def minority(counted: list[Count], contest: Contest) -> list[Count]:
    """Votes on sending back or tabling that the smaller number won: the matter was sent
    back or tabled though more voted to decide it (one third suffices, KL 5:50)."""
    if any(c.decided_by == VoteMethod.MINORITET for c in counted):
        return counted
    return [_of_the_smaller(c) if _turned(c, contest) else c for c in counted]


def _turned(count: Count, contest: Contest) -> bool:
    """Whether most voted to decide a matter that was then sent back or tabled."""
    most = {"ja": count.yes_means, "nej": count.no_means}.get(count.outcome or "")
    aside = ASIDE.get(count.kind) == contest.outcome is not None
    return aside and bool(re.search(r"avgör", most or "", re.I))


def _of_the_smaller(count: Count) -> Count:
    outcome = "nej" if count.outcome == "ja" else "ja"
    return replace(count, outcome=outcome, decided_by=VoteMethod.MINORITET)


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
    sides = {"ja": count.yes_means, "nej": count.no_means}
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
