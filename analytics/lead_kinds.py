"""What can be a lead: for each kind, in which decisions it could have happened and in which it
did. How unusual that is, is for ``analytics/surprise.py`` to say."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from analytics.ground import Ground
from analytics.surprise import Counts, Histories, Marks, Numbers, chance

VOTED = ("votering", "utslagsröst", "lottning")
WIDE = 3
"""With fewer than one in so many of the parties on the smaller side, nearly all stand
together."""
SIDES = {"for": 0, "against": 1, "silent": 2, "remark": 2, "split": 2}
"""Of seats: for, against, no recorded side; others neither."""
USUALLY = 0.5
"""Parties of which one was for and one against in more than half of their decisions usually
stand apart."""


@dataclass(frozen=True, slots=True)
class Sightings:
    """One kind: a mark per decision. ``subject`` is the column of the party it is about, or of
    the two; ``within`` says which rows are compared with each other."""

    kind: str
    could: Marks
    did: Marks
    within: Histories
    subject: tuple[int, ...] = ()


def unlikely_allies(ground: Ground) -> Iterator[Sightings]:
    """Two parties that usually stand apart, on the same side, both for or behind the same
    losing alternative, with nobody there that usually stands nearer to either.

    It could happen in decisions where both took a side. Where a few stand against nearly all,
    only if one of the two is among the few: that two of the many agree is no alliance, and
    that a whole opposition gathers is not either.
    """
    few, supports = ground.took("against"), ground.took("for")
    could = _could_ally(ground)
    same, apart = np.zeros_like(could), np.zeros_like(could)
    for pair, (one, other) in enumerate(ground.pairs):
        same[pair] = could[pair] & ((supports[one] & supports[other]) | ground.together[pair])
        apart[pair] = could[pair] & (
            (few[one] & supports[other]) | (supports[one] & few[other])
        )
    near = nearness(ground, same, could)
    usually = nearness(ground, apart, could) > USUALLY
    scope = ground.numbers("history")
    for pair, ends in enumerate(ground.pairs):
        rows = np.flatnonzero(same[pair])
        rows = rows[usually[pair][scope[rows]]]
        did = np.zeros(len(scope), dtype=bool)
        did[rows[~_bridged(ground, same, near, pair=pair, rows=rows)]] = True
        yield Sightings("unlikely_allies", could[pair], did, ground.by_mandate, ends)


def allies_apart(ground: Ground) -> Iterator[Sightings]:
    """Two parties, one for and one against, of the decisions where both were one or the other.
    Governing parties have kinds of their own."""
    supports, against = ground.took("for"), ground.took("against")
    sided, governs = supports | against, ground.governs == 1
    for one, other in ground.pairs:
        could = sided[one] & sided[other] & ~(governs[one] & governs[other])
        did = could & (supports[one] != supports[other])
        yield Sightings("allies_apart", could, did, ground.by_mandate, (one, other))


def left_partners(ground: Ground) -> Iterator[Sightings]:
    """One governing party on one side, all others that took one, two or more, on the other."""
    supports, against = governing_sides(ground)
    yes, no = count(supports), count(against)
    for party in range(ground.width):
        could = (supports[party] | against[party]) & (yes + no > 2)
        alone = (supports[party] & (yes == 1)) | (against[party] & (no == 1))
        yield Sightings("left_partners", could, could & alone, ground.by_mandate, (party,))


def divided_majority(ground: Ground) -> Iterator[Sightings]:
    """Governing parties on both sides, none of them alone against two or more."""
    yes, no = (count(marks) for marks in governing_sides(ground))
    least, most = np.minimum(yes, no), np.maximum(yes, no)
    did = (least > 1) | ((least == 1) & (most == 1))
    yield Sightings("divided_majority", yes + no > 1, did, ground.by_mandate)


def opposition_won(ground: Ground) -> Iterator[Sightings]:
    """Most governing parties lost to others; a minority's right to put off is no defeat."""
    sided, governs = ground.took("for", "against"), ground.governs
    could = (sided & (governs == 1)).any(axis=0) & (sided & (governs == 0)).any(axis=0)
    could &= ~ground.decided("minoritet")
    yield Sightings("opposition_won", could, could & defeated(ground), ground.by_body)


def defeated(ground: Ground) -> Marks:
    """The decisions that more governing parties were against than for, and others for."""
    supports, against = governing_sides(ground)
    others = (ground.took("for") & (ground.governs == 0)).any(axis=0)
    made: Marks = (count(against) > count(supports)) & others
    return made


def casting_vote(ground: Ground) -> Iterator[Sightings]:
    """The chair's vote broke a tie."""
    yield _decided("casting_vote", ground, "utslagsröst")


def drawn_lot(ground: Ground) -> Iterator[Sightings]:
    """The lot decided."""
    yield _decided("drawn_lot", ground, "lottning")


def minority(ground: Ground) -> Iterator[Sightings]:
    """A minority had the matter put off or sent back."""
    yield _decided("minority", ground, "minoritet")


def divided_party(ground: Ground) -> Iterator[Sightings]:
    """Members of one party on different sides, of the votes in which the party took part."""
    split, voted = ground.took("split"), ground.decided(*VOTED)
    taken = ground.took("for", "against", "abstained")
    for party in range(ground.width):
        could = split[party] | (taken[party] & voted)
        yield Sightings("divided_party", could, split[party], ground.by_mandate, (party,))


def close_vote(ground: Ground) -> Iterator[Sightings]:
    """A vote decided by one, of the body's votes whose margin is known."""
    margin, known = margins(ground)
    yield Sightings("close_vote", known, known & (margin == 1), ground.by_body)


def margins(ground: Ground) -> tuple[Counts, Marks]:
    """Seats for minus seats against in each vote, and whether that is known: every serving
    seat has a recorded side."""
    size, voted = len(ground.table), ground.contested & ground.decided(*VOTED)
    row = ground.rows_of(ground.seats["decision"].to_numpy(dtype=np.int64))
    here = np.flatnonzero(np.append(voted, False)[row])  # row −1 is no vote
    side = ground.seats["side"].astype("category").cat
    known = np.array([*(SIDES.get(name, 3) for name in side.categories), 3])
    cell = known[side.codes.to_numpy()[here]] * size + row[here]
    seats = ground.seats["seats"].to_numpy()[here].astype(np.float64)
    sums = np.bincount(cell, seats, minlength=4 * size).astype(np.int64)
    yes, no, unrecorded = sums[: 3 * size].reshape(3, size)
    return yes - no, voted & (yes > 0) & (unrecorded == 0)


def governing_sides(ground: Ground) -> tuple[Marks, Marks]:
    """Column × row: the governing parties that were for, and those that were against."""
    governs = ground.governs == 1
    return ground.took("for") & governs, ground.took("against") & governs


def count(marks: Marks) -> Counts:
    """How many parties are marked in each decision."""
    made: Counts = marks.sum(axis=0, dtype=np.int64)
    return made


def nearness(ground: Ground, had: Marks, able: Marks) -> Numbers:
    """Pair × history: how often each pair had it, of the decisions where it was able to."""
    scope = ground.numbers("history")
    size = int(scope.max(initial=-1)) + 1
    made = np.zeros((len(had), size))
    for pair, (hits, all_of_them) in enumerate(zip(had, able, strict=True)):
        k, n = (np.bincount(scope[marks], minlength=size) for marks in (hits, all_of_them))
        made[pair] = chance(k, n)
    return made


def _could_ally(ground: Ground) -> Marks:
    """Pair × row: both took a side, and not as two of the many against a few."""
    taken, few = ground.took("for", "against", "abstained"), ground.took("against")
    present, against = count(ground.codes > 0), count(few)
    # those who let the decision pass without a word are with the many
    wide = WIDE * np.minimum(against, present - against) >= present
    made = np.zeros((len(ground.pairs), len(wide)), dtype=bool)
    for pair, (one, other) in enumerate(ground.pairs):
        made[pair] = taken[one] & taken[other] & (wide | few[one] | few[other])
    return made


def _bridged(ground: Ground, same: Marks, near: Numbers, *, pair: int, rows: Counts) -> Marks:
    """Which of the rows have a third party on the side of the two that is nearer to one of
    them than they are to each other."""
    made = np.zeros(len(rows), dtype=bool)
    scope = ground.numbers("history")[rows]
    for link, ends in enumerate(ground.pairs):
        if link != pair and not set(ends).isdisjoint(ground.pairs[pair]):
            made |= (near[link] > near[pair])[scope] & same[link][rows]
    return made


def _decided(kind: str, ground: Ground, way: str) -> Sightings:
    contested = ground.contested
    return Sightings(kind, contested, contested & ground.decided(way), ground.by_body)


KINDS: tuple[Callable[[Ground], Iterator[Sightings]], ...] = (
    *(unlikely_allies, allies_apart, left_partners, divided_majority, opposition_won),
    *(close_vote, casting_vote, drawn_lot, minority, divided_party),
)
