"""Where each party stood on a decision: the rules of the contract, in their order.

1. not taking part  2. reserved, or voted or moved only what lost  3. abstained  4. voted for
or moved what was adopted  5. only remarked. A party whose serving members part ways is split,
also where some voted for the decision and others abstained; a party with serving members and
nothing recorded is silent; one without serving members absent.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.models import Span
from pipeline.words import Basis, Choice, Stance


@dataclass(frozen=True, slots=True)
class Evidence:
    """One recorded act of one party in one decision.

    ``what`` is one of: "reservation", "moved won", "moved lost", "voted for", "voted against",
    "abstained", "remark", "deltar ej", "jäv", "named". ``basis`` is what a position resting on
    it says. ``statement`` and ``vote`` are the ids of the row that shows it. ``plain``: what
    was moved is only to adopt or to reject.
    """

    party: str
    what: str
    basis: Basis
    span: Span
    persons: tuple[str, ...] = ()
    statement: str | None = None
    vote: str | None = None
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """A party's stance with the evidence it rests on."""

    party: str
    stance: Stance
    evidence: Evidence


_ORDER = (
    ("deltar ej", Stance.NOT_PARTICIPATING),
    ("jäv", Stance.NOT_PARTICIPATING),
    ("reservation", Stance.AGAINST),
    ("voted against", Stance.AGAINST),
    ("moved lost", Stance.AGAINST),
    ("abstained", Stance.ABSTAINED),
    ("voted for", Stance.FOR),
    ("moved won", Stance.FOR),
    ("named", Stance.FOR),
    ("remark", Stance.REMARK),
)


def standings(
    evidence: Sequence[Evidence], *, serving: Counter[str] | None, voted: bool
) -> list[Standing]:
    """One standing per party with evidence, in the order parties are met.

    ``serving`` counts the serving members of each party (None: the document does not tell);
    a party it does not hold gets no standing. ``voted`` says that a main vote shows where the
    parties stood, so that what they moved before it counts only if they then abstained.
    """
    by_party: dict[str, list[Evidence]] = defaultdict(list)
    for one in evidence:
        if serving is None or serving.get(one.party, 0) > 0 or one.what == "jäv":
            by_party[one.party].append(one)
    found = [_standing(party, rows, serving, voted=voted) for party, rows in by_party.items()]
    return [one for one in found if one is not None]


def _standing(
    party: str, rows: list[Evidence], serving: Counter[str] | None, *, voted: bool
) -> Standing | None:
    parted = None if voted else _moved_apart(rows)
    rows = _countable(rows, party, serving, voted=voted)
    kinds = {row.what for row in rows}
    split = _split(rows, kinds) or parted
    if split:
        return Standing(party, Stance.SPLIT, split)
    for what, stance in _ORDER:
        if what in kinds:
            return Standing(party, stance, next(row for row in rows if row.what == what))
    return None


def _countable(
    rows: list[Evidence], party: str, serving: Counter[str] | None, *, voted: bool
) -> list[Evidence]:
    """What counts for the party: a lost proposal does not beside one that was adopted (or
    that the decision names the party behind), nor
    beside a vote for the decision; jäv of one member does not while others of the
    party serve."""
    kinds = {row.what for row in rows}
    drop = set()
    if kinds & {"moved won", "named"} or ("voted for" in kinds and voted):
        drop.add("moved lost")
    if kinds & {"voted against"}:
        drop.add("moved won")
    # of the people who stay out, not of others of the party
    biased, out = (_people(rows, what) for what in ("jäv", "deltar ej"))
    if serving is None or serving.get(party, 0) > len(biased):
        drop.add("jäv")
    others = (row for row in rows if row.what != "deltar ej")
    if out and serving and any(not {*row.persons} or {*row.persons} - out for row in others):
        drop.add("deltar ej")
    return [row for row in rows if row.what not in drop]


def _people(rows: list[Evidence], what: str) -> set[str]:
    """Those who did something, where each time it is said who."""
    named = [row.persons for row in rows if row.what == what]
    return {person for persons in named for person in persons} if all(named) else set()


def _moved_apart(rows: list[Evidence]) -> Evidence | None:
    """Where some of a party moved plainly to adopt and others to reject: what the former
    did."""
    plain = [row for row in rows if row.plain]
    won, lost = (_people(plain, what) for what in ("moved won", "moved lost"))
    apart = bool(won and lost) and not won & lost
    return next(row for row in plain if row.what == "moved won") if apart else None


def _split(rows: list[Evidence], kinds: set[str]) -> Evidence | None:
    """Members of one party on different sides of the vote, or some of them reserving
    themselves by name against what others of them voted for. Who abstains is on no side with
    those who voted for the decision; with those who voted against it nobody supports it."""
    sides = kinds & {"voted for", "voted against"}
    parted = {"voted for", "abstained"} <= kinds and "reservation" not in kinds
    if len(sides) == 2 or parted:
        return next(row for row in rows if row.what in sides)
    reserved = [row for row in rows if row.what == "reservation"]
    against = {person for row in reserved for person in row.persons}
    sided = ("voted for", "moved won")
    in_favour = {p for row in rows if row.what in sided for p in row.persons}
    if (
        reserved
        and all(row.persons for row in reserved)
        and in_favour
        and not in_favour & against
    ):
        return reserved[0]
    return None


def seats(choices: Iterable[tuple[str | None, Choice]]) -> Counter[str] | None:
    """Serving members per party as a complete list of ballots shows them; None when somebody
    on the list has no known party."""
    rows = list(choices)
    if not rows or any(party is None for party, _ in rows):
        return None
    return Counter(party for party, choice in rows if party and choice != Choice.FRÅNVARANDE)
