"""How a matter was decided: by a vote, a lot, a third of the members, or without."""

import re
from collections.abc import Iterable
from functools import lru_cache

from pipeline.models import Vote
from pipeline.words import DecidedBy, Outcome, VoteKind, VoteMethod

# What makes a smaller number enough to send back or to table (KL 5:50).
_THIRD = re.compile(
    r"\bminoritets(?:återremi|bordlägg)\w*|\b(?:minst|mer\s+än)\s+en\s+tredjedel\b|"
    r"\b5\s+kap(?:\.|itlet)?\s*50\s*§",
    re.IGNORECASE,
)


def by_a_third(text: str, outcome: Outcome | None) -> bool:
    """Whether a matter was sent back or tabled because a third wanted it, without a vote."""
    aside = outcome in (Outcome.ÅTERREMISS, Outcome.BORDLÄGGNING)
    return aside and bool(_THIRD.search(text))


# "beslutade efter omröstning (7-6) att …", of a vote whose ballots are not told
_AFTER_VOTE = re.compile(r"\befter\s+(?:\w+\s+)?(?:omröstning|votering)\b", re.IGNORECASE)


# "Omröstning begärs och verkställs", of a vote whose figures cannot be read
_VOTED = re.compile(
    r"\b(?:om)?(?:röstning|votering)(?:en)?\s+(?:begär(?:s|des|ts)|genomför(?:s|des)|sker|skedde|"
    r"verkställ(?:s|des)|utf(?:aller|öll))\b(?!\s+(?:ej|inte)\b)",
    re.IGNORECASE,
)


def after_a_vote(text: str) -> bool:
    """Whether it is only said that a vote was held."""
    return bool(_AFTER_VOTE.search(text) or _VOTED.search(text))


_CLOSED = re.compile(
    r"\bslut(?:en|na)\s+(?:(?:om)?(?:röstning|votering)\w*|sedlar)|\b(?:val|röst)sedlar",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(r"\b(?:ingen|inte|ej|utan)\b", re.IGNORECASE)


@lru_cache(maxsize=4)
def secret_ballot(text: str) -> bool:
    """Whether a matter was settled by a secret ballot, as elections may be."""
    return any(
        not _NOT_HELD.search(text[max(0, m.start() - 40) : m.end() + 40])
        for m in _CLOSED.finditer(text)
    )


# "Frågan får ställas", "… får inte ställas": the vote is about all that is decided.
_MAY_BE_PUT = re.compile(r"\bfå\w*\s+(?:(?:inte|ej)\s+)?(?:fram)?ställas", re.IGNORECASE)


_DRAWN = re.compile(
    r"\blottning\b[^.]{0,40}\b(?:genomför|utfall|utföll|ge[rs]|skedde)|"
    r"\b(?:efter|genom)\s+lottning\b|\blotten\s+(?:avgör|föll)",
    re.IGNORECASE,
)


def drawn(text: str) -> bool:
    """Whether lots were drawn, as between two candidates with as many votes."""
    return any(
        not _NOT_HELD.search(text[max(0, m.start() - 40) : m.start()])
        for m in _DRAWN.finditer(text)
    )


def decided_by(
    votes: Iterable[Vote], *, contested: bool, unnamed: bool = False, closed: bool = False
) -> DecidedBy | None:
    """How a matter was decided: by its main vote, else by the vote on an addition, else by
    acclamation where proposals were put against each other. None where only somebody
    ``unnamed`` acted, who may have wanted something else. ``closed``: a secret ballot was
    held."""
    rows = list(votes)
    for row in rows:
        if row.decided_by == VoteMethod.MINORITET:
            return DecidedBy.MINORITET
    deciding = [v for v in rows if v.kind == VoteKind.HUVUDVOTERING] or [
        v for v in rows if v.kind in (VoteKind.TILLÄGGSYRKANDE, VoteKind.BORDLÄGGNING)
    ]
    if not deciding:
        deciding = [v for v in rows if v.kind == VoteKind.ÅTERREMISS and v.outcome == "nej"]
    deciding = deciding or [v for v in rows if _MAY_BE_PUT.search(v.yes_means or "")]
    if deciding:
        method = deciding[-1].decided_by
        ways = {
            VoteMethod.UTSLAGSRÖST: DecidedBy.UTSLAGSRÖST,
            VoteMethod.LOTTNING: DecidedBy.LOTTNING,
        }
        return (
            ways.get(VoteMethod(method), DecidedBy.VOTERING) if method else DecidedBy.VOTERING
        )
    if closed:
        return DecidedBy.VOTERING
    if contested:
        return DecidedBy.ACKLAMATION
    return None if unnamed else DecidedBy.ENHÄLLIGT
