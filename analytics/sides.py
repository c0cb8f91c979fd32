"""Who stood where in the decisions that count: the marks that counts of pairs are made of.

``stances`` has one row per decision and party, ordered by decision: ``decision``, ``matter``
and ``rank`` (numbers), ``day``, ``contested``, ``party`` and ``stance`` (categories).
``alternatives`` has one row per dissenting party and alternative that it stands behind:
``decision``, ``party``, ``alternative``.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.matters import last_of_matter

SIDES = ("for", "against", "abstained")
OF_DECISION = ("decision", "matter", "rank", "day")

Counts = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Sides:
    """Who stood where: a row per decision, a column per party, marks for each side."""

    decisions: Counts
    parties: tuple[str, ...]
    supports: Marks
    against: Marks
    abstained: Marks
    silent: Marks

    @property
    def taken(self) -> Marks:
        """Who has a side at all."""
        return self.supports | self.against | self.abstained | self.silent

    def take(self, rows: Counts) -> "Sides":
        """These rows only."""
        marks = (self.supports, self.against, self.abstained, self.silent)
        return Sides(self.decisions[rows], self.parties, *(mark[rows] for mark in marks))


@dataclass(frozen=True, slots=True)
class Joint:
    """Where two dissenting parties stand behind one and the same alternative: the row of
    ``Sides`` and the columns of the two, each once, ordered by row."""

    row: Counts
    first: Counts
    second: Counts

    def take(self, chosen: Counts) -> "Joint":
        """The chosen ones; ``row`` keeps its meaning."""
        return Joint(self.row[chosen], self.first[chosen], self.second[chosen])


@dataclass(frozen=True, slots=True)
class Gathered:
    """What every count of pairs is made of: the ``counted`` rows, their marks, where parties
    dissent together, and the parties with a recorded side anywhere, counted or not."""

    rows: pd.DataFrame
    sides: Sides
    joint: Joint
    took: tuple[str, ...]

    @property
    def nbytes(self) -> int:
        """The memory it takes, in bytes."""
        marks = self.sides.supports.nbytes * 4 + self.sides.decisions.nbytes
        return int(self.rows.memory_usage().sum()) + marks + self.joint.row.nbytes * 3


def gathered(
    stances: pd.DataFrame,
    alternatives: pd.DataFrame,
    *,
    contested_only: bool = True,
    silence: bool = False,
) -> Gathered:
    """What pairs are counted on; see ``counted``, ``sides_of`` and ``joint_dissent``."""
    rows = counted(stances, contested_only=contested_only, silence=silence)
    sides = sides_of(rows)
    party = stances["party"].astype("category").cat
    sided = stances["stance"].isin(SIDES).to_numpy()
    used = np.bincount(party.codes.to_numpy()[sided], minlength=len(party.categories))
    took = tuple(str(letters) for letters in party.categories[used > 0])
    return Gathered(rows, sides, joint_dissent(sides, alternatives), took)


def counted(
    stances: pd.DataFrame, *, contested_only: bool = True, silence: bool = False
) -> pd.DataFrame:
    """The rows that count: recorded sides (and silence, when asked for) in the highest body,
    then the last date, of each matter.

    A decision that only one party took a side in says nothing about pairs, so it does not push
    an earlier decision of the same matter aside.
    """
    return counted_in_each(
        stances, within=None, contested_only=contested_only, silence=silence
    )


def counted_in_each(
    stances: pd.DataFrame,
    *,
    within: str | None,
    contested_only: bool = True,
    silence: bool = False,
) -> pd.DataFrame:
    """``counted``, with a matter once for each value of the column ``within``."""
    if not stances["decision"].is_monotonic_increasing:
        stances = stances.sort_values("decision", kind="stable")
    wanted = stances["stance"].isin((*SIDES, "silent") if silence else SIDES)
    if contested_only:
        wanted &= stances["contested"]
    places = np.flatnonzero(wanted)
    decisions = stances["decision"].to_numpy()[places]
    starts = run_starts(decisions)
    several = np.diff(np.append(starts, len(places))) > 1
    named = [within] if within else []
    columns = list(dict.fromkeys([*OF_DECISION, *named]))
    asked = stances[columns].iloc[places[starts[several]]]
    last = last_of_matter(asked, named)["decision"]
    return stances.iloc[places[np.isin(decisions, last.to_numpy())]]


def sides_of(rows: pd.DataFrame) -> Sides:
    """The marks of ``counted`` rows, which are ordered by decision."""
    decision = rows["decision"].to_numpy()
    party = rows["party"].astype("category").cat.remove_unused_categories()
    letters = tuple(str(letter) for letter in party.cat.categories)
    decisions = decision[run_starts(decision)].astype(np.int64)
    stance = rows["stance"].astype(str).to_numpy() if rows.empty else rows["stance"]
    places = _places(decision, len(decisions)), party.cat.codes.to_numpy()
    marks = (
        _marked(places, np.asarray(stance == value), (len(decisions), len(letters)))
        for value in (*SIDES, "silent")
    )
    return Sides(decisions, letters, *marks)


def marks_of(rows: pd.DataFrame, sides: Sides, chosen: Marks) -> Marks:
    """Marks as those of ``sides`` for the ``chosen`` of the same ``counted`` rows."""
    places = _places(rows["decision"].to_numpy(), len(sides.decisions))
    party = rows["party"].astype("category").cat.set_categories(list(sides.parties))
    return _marked((places, party.cat.codes.to_numpy()), chosen, sides.supports.shape)


def joint_dissent(sides: Sides, alternatives: pd.DataFrame) -> Joint:
    """Every pair of parties that dissent together in a decision."""
    width = len(sides.parties)
    row, alternative, column = _backing(sides, alternatives)
    found = [np.zeros(0, dtype=np.int64)]
    for step in range(1, width):  # those behind one alternative lie next to each other
        near = alternative[step:] == alternative[:-step]
        if not near.any():
            break
        pair = column[:-step][near] * width + column[step:][near]
        found.append(row[step:][near] * width**2 + pair)
    keys = _ordered(np.concatenate(found))
    pairs = keys % max(width**2, 1)
    return Joint(keys // max(width**2, 1), pairs // max(width, 1), pairs % max(width, 1))


def run_starts(ordered: Counts) -> Counts:
    """Where each run of equal numbers begins."""
    return np.flatnonzero(np.diff(ordered, prepend=ordered[:1] - 1)).astype(np.int64)


def _backing(sides: Sides, alternatives: pd.DataFrame) -> tuple[Counts, Counts, Counts]:
    """Who dissents behind which alternative, each once and in order: the row of ``sides``, a
    number for the alternative in that row, and the party's column."""
    decision = alternatives["decision"].to_numpy()
    party = alternatives["party"].astype("category").cat.set_categories(list(sides.parties))
    column = party.cat.codes.to_numpy().astype(np.int64)
    row = np.searchsorted(sides.decisions, decision)
    known = (row < len(sides.decisions)) & (column >= 0)
    known[known] = sides.decisions[row[known]] == decision[known]
    known[known] = sides.against[row[known], column[known]]
    number = alternatives["alternative"].to_numpy().astype(np.int64)[known]
    span, width = number.max(initial=0) + 1, max(len(sides.parties), 1)
    key = _ordered((row[known] * span + number) * width + column[known])
    return key // width // span, key // width, key % width


def _ordered(keys: Counts) -> Counts:
    """Each key once, in order; given in order they are only looked over."""
    return keys if (keys[1:] > keys[:-1]).all() else np.unique(keys)


def _places(decision: Counts, several: int) -> Counts:
    """The number in order of each row's decision."""
    starts = run_starts(decision)
    return np.repeat(np.arange(several), np.diff(np.append(starts, len(decision))))


def _marked(
    places: tuple[Counts, npt.NDArray[Any]], chosen: Marks, shape: tuple[int, ...]
) -> Marks:
    made = np.zeros(shape, dtype=bool)
    made[places[0][chosen], places[1][chosen]] = True
    return made
