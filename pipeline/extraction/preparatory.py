"""Votes that only choose what is put against the main proposal, though none calls them so."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.votes import Count
from pipeline.words import VoteKind

_ADOPTS = re.compile(r"(?:att\s+)?bifall\w*\s+(?:till\s+)?|[\s.]*\bm\.?\s?fl\b|[\s.]+\Z")


def with_preparatory(votes: Sequence[Count]) -> list[Count]:
    """The votes of one matter, where one whose winner is then put against another proposal, as
    the one that Nej stands for, is preparatory."""
    return [
        replace(vote, kind=VoteKind.FÖRBEREDANDE)
        if any(_goes_on(vote, later) for later in votes[place:])
        else vote
        for place, vote in enumerate(votes, 1)
    ]


def _goes_on(vote: Count, later: Count) -> bool:
    """Whether what won in one vote became the counter-proposal in a later one."""
    if {vote.kind, later.kind} != {VoteKind.HUVUDVOTERING}:
        return False
    sides = {"ja": _wanted(vote.yes_means), "nej": _wanted(vote.no_means)}
    won = {sides[vote.outcome]} if vote.outcome else {*sides.values()}
    counter, main = _wanted(later.no_means), _wanted(later.yes_means)
    return bool(counter) and counter in won and main not in sides.values()


def _wanted(words: str | None) -> str:
    """What a side stands for, in words that can be compared."""
    return _ADOPTS.sub("", " ".join((words or "").casefold().split()))
