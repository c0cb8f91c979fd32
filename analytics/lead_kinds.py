"""What can be a lead: for each kind, in which decisions it could have happened and in which it
did. How unusual that is, is for ``analytics/surprise.py`` to say."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from analytics.ground import Ground
from analytics.surprise import Counts, Histories, Marks, chance

VOTED = ("votering", "utslagsröst", "lottning")
WIDE = 1 / 3
"""With less than this share of the parties on the smaller side, nearly all stand together."""
USUALLY = 0.5
"""Parties of which one was for and one against in more than half of their decisions usually
stand apart."""


@dataclass(frozen=True, slots=True)
class Sightings:
    """One kind: a row per decision, a column per pair, per party, or one for all.

    ``within`` says which rows are compared with each other.
    """

    kind: str
    could: Marks
    did: Marks
    subjects: tuple[tuple[str, ...], ...]
    within: Histories


def unlikely_allies(ground: Ground) -> Sightings:
    """Two parties that usually stand apart, on the same side, both for or behind the same
    losing alternative, with nobody there that usually stands nearer to either.

    It could happen in contested decisions where both took a side. Where a few stand against
    nearly all, only if one of the two is among the few: that two of the many agree is no
    alliance, and that a whole opposition gathers is not either.
    """
    first, second = ground.ends
    taken, supports = ground.took("for", "against", "abstained"), ground.took("for")
    few = ground.took("against")
    wide = (_smaller_side(ground) >= WIDE)[:, None] | few[:, first] | few[:, second]
    could = taken[:, first] & taken[:, second] & ground.contested & wide
    same = could & ((supports[:, first] & supports[:, second]) | ground.together)
    opposed = could & (
        few[:, first] & supports[:, second] | supports[:, first] & few[:, second]
    )
    scope, near = _nearness(ground, same, could)
    usually_apart = (_nearness(ground, opposed, could)[1] > USUALLY)[scope]
    did = same & usually_apart & ~_bridged(ground, same, scope, near)
    return Sightings("unlikely_allies", could, did, _pairs(ground), ground.by_mandate)


def allies_apart(ground: Ground) -> Sightings:
    """Two parties, one for and one against, of the contested decisions where both were one or
    the other. Governing parties have kinds of their own."""
    first, second = ground.ends
    supports, against = ground.took("for"), ground.took("against")
    sided = supports | against
    did = supports[:, first] != supports[:, second]
    could = sided[:, first] & sided[:, second] & ground.contested
    governs = ground.governs == 1
    partners = governs[:, first] & governs[:, second]
    return Sightings("allies_apart", could & ~partners, did, _pairs(ground), ground.by_mandate)


def left_partners(ground: Ground) -> Sightings:
    """One governing party on one side, all others that took one, two or more, on the other."""
    supports, against = _governing_sides(ground)
    sided, total = supports | against, (supports | against).sum(axis=1, keepdims=True)
    alone = (supports & (supports.sum(axis=1, keepdims=True) == 1)) | (
        against & (against.sum(axis=1, keepdims=True) == 1)
    )
    could = sided & (total > 2) & ground.contested
    return Sightings("left_partners", could, alone, _parties(ground), ground.by_mandate)


def divided_majority(ground: Ground) -> Sightings:
    """Governing parties on both sides, none of them alone against two or more."""
    supports, against = (marks.sum(axis=1) for marks in _governing_sides(ground))
    could = (supports + against > 1) & ground.contested[:, 0]
    least, most = np.minimum(supports, against), np.maximum(supports, against)
    did = (least > 1) | ((least == 1) & (most == 1))
    return _of_body("divided_majority", could, did, within=ground.by_mandate)


def opposition_won(ground: Ground) -> Sightings:
    """Most governing parties lost to others; a minority's right to put off is no defeat."""
    supports, against = _governing_sides(ground)
    opposing = (ground.took("for", "against") & (ground.governs == 0)).any(axis=1)
    could = (supports | against).any(axis=1) & opposing & ground.contested[:, 0]
    able = could & ~ground.decided("minoritet")
    return _of_body("opposition_won", able, defeated(ground), within=ground.by_body)


def defeated(ground: Ground) -> Marks:
    """The decisions that more governing parties were against than for, and others for."""
    supports, against = _governing_sides(ground)
    others = (ground.took("for") & (ground.governs == 0)).any(axis=1)
    made: Marks = (against.sum(axis=1) > supports.sum(axis=1)) & others
    return made


def casting_vote(ground: Ground) -> Sightings:
    """The chair's vote broke a tie."""
    did = ground.decided("utslagsröst")
    return _of_body("casting_vote", ground.contested[:, 0], did, within=ground.by_body)


def drawn_lot(ground: Ground) -> Sightings:
    """The lot decided."""
    did = ground.decided("lottning")
    return _of_body("drawn_lot", ground.contested[:, 0], did, within=ground.by_body)


def minority(ground: Ground) -> Sightings:
    """A minority had the matter put off or sent back."""
    did = ground.decided("minoritet")
    return _of_body("minority", ground.contested[:, 0], did, within=ground.by_body)


def divided_party(ground: Ground) -> Sightings:
    """Members of one party on different sides, of the votes in which the party took part."""
    split = ground.took("split")
    could = (split | ground.took("for", "against", "abstained")) & ground.contested
    voted = could & (ground.decided(*VOTED)[:, None] | split)
    return Sightings("divided_party", voted, split, _parties(ground), ground.by_mandate)


def close_vote(ground: Ground) -> Sightings:
    """A vote decided by one, of the body's votes whose margin is known."""
    margin, known = margins(ground)
    return _of_body("close_vote", known, margin == 1, within=ground.by_body)


def absence_decided(ground: Ground) -> Sightings:
    """The outcome would have been another with the usual seats of the parties; see
    ``usual_margins``."""
    margin, known = margins(ground)
    usual = usual_margins(ground)
    did = (margin > 0) & (usual < 0)
    return _of_body("absence_decided", known, did, within=ground.by_body)


def margins(ground: Ground) -> tuple[Counts, Marks]:
    """Seats for minus seats against in each vote, and whether that is known: every serving
    seat has a recorded side."""
    sides = ground.seats_by_side
    total = {side: table.sum(axis=1) for side, table in sides.items()}
    known = ground.decided(*VOTED) & (total["for"] > 0) & (total["unrecorded"] == 0)
    return total["for"] - total["against"], known


def usual_margins(ground: Ground) -> Counts:
    """The margin had every party had its usual number of seats, on the side where it stood.

    The usual number is the commonest in the body during the mandate. A party without a
    serving member is counted with its bloc, governing or not, where all of the bloc that took
    a side took the same one; otherwise not at all.
    """
    sides = ground.seats_by_side
    present = sum(sides.values(), np.zeros_like(sides["for"]))
    lean = np.sign(sides["for"] - sides["against"])
    divided = (sides["for"] > 0) & (sides["against"] > 0)
    usual = _usual_seats(present, ground.body_history)
    missing = (present == 0) & (usual > 0)
    placed = np.where(missing, _bloc_side(ground, usual > 0), lean)
    margin: Counts = np.where(divided, sides["for"] - sides["against"], usual * placed).sum(1)
    return margin


def _usual_seats(present: Counts, history: Counts) -> Counts:
    """The commonest number of seats of each party in the decisions of the same history."""
    known = present.sum(axis=1) > 0
    number, scope = np.unique(history, return_inverse=True)
    shape = (len(number), present.shape[1], int(present.max(initial=0)) + 1)
    column = np.arange(present.shape[1])
    cell = (scope[known, None] * shape[1] + column) * shape[2] + present[known]
    often = np.bincount(cell.ravel(), minlength=int(np.prod(shape))).reshape(shape)
    usual: Counts = often.argmax(axis=2)[scope]
    return usual


def _bloc_side(ground: Ground, usual: Marks) -> npt.NDArray[np.int64]:
    """The side of each party's bloc: 1 for, −1 against, 0 when divided or not known."""
    supports, against = ground.took("for"), ground.took("against")
    governs = _governing_of_history(ground)
    made = np.zeros(ground.codes.shape, dtype=np.int64)
    for bloc in (governs == 1, (governs == 0) & usual):
        yes, no = ((marks & bloc).any(axis=1) for marks in (supports, against))
        side = np.where(yes & ~no, 1, np.where(no & ~yes, -1, 0))
        made = np.where(bloc, side[:, None], made)
    return made


def _governing_of_history(ground: Ground) -> npt.NDArray[np.int8]:
    """Who governs in a decision, also where the party has no row, by its mandate."""
    number, scope = np.unique(ground.history, return_inverse=True)
    known = np.full((len(number), len(ground.parties)), -1, dtype=np.int8)
    np.maximum.at(known, scope, ground.governs)
    return known[scope]


def _governing_sides(ground: Ground) -> tuple[Marks, Marks]:
    governs = ground.governs == 1
    return ground.took("for") & governs, ground.took("against") & governs


def _bridged(
    ground: Ground, same: Marks, scope: Counts, near: npt.NDArray[np.float64]
) -> Marks:
    """Pairs on the same side with a third party there that is nearer to one of them than they
    are to each other."""
    place = {pair: number for number, pair in enumerate(ground.pairs)}
    made = np.zeros_like(same)
    for (one, other), pair in place.items():
        rows = np.flatnonzero(same[:, pair])
        for third in set(range(len(ground.parties))) - {one, other}:
            for end in (one, other):
                link = place[min(end, third), max(end, third)]
                nearer = (near[:, link] > near[:, pair])[scope[rows]]
                made[rows, pair] |= nearer & same[rows, link]
    return made


def _nearness(
    ground: Ground, same: Marks, could: Marks
) -> tuple[Counts, npt.NDArray[np.float64]]:
    """How often each pair is on the same side, history by history, and every row's history."""
    number, scope = np.unique(ground.history, return_inverse=True)
    order = np.argsort(scope, kind="stable")
    starts = np.searchsorted(scope[order], np.arange(len(number)))
    if not len(number):
        return scope, np.zeros((0, same.shape[1]))
    able = np.add.reduceat(could[order].astype(np.int64), starts)
    had = np.add.reduceat(same[order].astype(np.int64), starts)
    return scope, chance(had, able)


def _smaller_side(ground: Ground) -> npt.NDArray[np.float64]:
    """The smaller side's share of the parties that took part, where those who let the
    decision pass without a word are with the many."""
    present = (ground.codes > 0).sum(axis=1)
    against = ground.took("against").sum(axis=1)
    share: npt.NDArray[np.float64] = np.minimum(against, present - against) / np.maximum(
        present, 1
    )
    return share


def _pairs(ground: Ground) -> tuple[tuple[str, ...], ...]:
    return tuple((ground.parties[one], ground.parties[other]) for one, other in ground.pairs)


def _parties(ground: Ground) -> tuple[tuple[str, ...], ...]:
    return tuple((party,) for party in ground.parties)


def _of_body(kind: str, could: Marks, did: Marks, *, within: Histories) -> Sightings:
    return Sightings(kind, could[:, None], did[:, None], ((),), within)


KINDS: tuple[Callable[[Ground], Sightings], ...] = (
    *(unlikely_allies, allies_apart, left_partners, divided_majority, opposition_won),
    *(close_vote, absence_decided, casting_vote, drawn_lot, minority, divided_party),
)
