"""How often two parties end up on the same side, over decisions where both have a recorded
side.

``stances`` has one row per decision and party, ordered by decision: ``decision``, ``matter``
and ``rank`` (numbers), ``day``, ``contested``, ``party`` and ``stance`` (categories).
``alternatives`` has one row per dissenting party and alternative that it stands behind:
``decision``, ``party``, ``alternative``. Codes and numbers only; words are for the views.
"""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.sampling import HIDDEN_BELOW, levels, wilson

SIDES = ("for", "against", "abstained")
SHARES = ("same", "different", "one", "neither")

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


def agreement(
    stances: pd.DataFrame,
    alternatives: pd.DataFrame,
    *,
    contested_only: bool = True,
    silence: bool = False,
) -> pd.DataFrame:
    """One row per pair of parties that share a decision.

    Columns: ``first``, ``second``, ``n``; the counts ``same`` (same side or same alternative),
    ``different`` (both dissent, with different alternatives), ``one`` (one of them dissents)
    and ``neither``; ``agree`` (decisions that count as agreement), ``share`` (agree / n;
    missing when ``level`` is "few"), ``low`` and ``high`` (95 % Wilson), ``level`` ("few",
    "uncertain" or "firm"). With ``silence``, a party that took part without a recorded opinion
    counts as supporting the decision. A matter counts once, in its highest and last body.
    """
    sides = sides_of(counted(stances, contested_only=contested_only, silence=silence))
    pairs = list(combinations(range(len(sides.parties)), 2))
    first, second = (np.array([pair[i] for pair in pairs], dtype=int) for i in (0, 1))
    counts = _counts(sides, _together(sides, alternatives, pairs))
    table = pd.DataFrame(
        {
            "first": [sides.parties[one] for one in first],
            "second": [sides.parties[two] for two in second],
            **{name: matrix[first, second] for name, matrix in counts.items()},
        }
    )
    return _with_shares(table[table["n"] > 0].reset_index(drop=True))


def pair_decisions(
    stances: pd.DataFrame,
    alternatives: pd.DataFrame,
    *,
    pair: tuple[str, str],
    contested_only: bool = True,
    silence: bool = False,
) -> pd.DataFrame:
    """The decisions behind one pair's figures, latest last.

    Columns: ``decision``, ``first_stance``, ``second_stance``, ``kind`` (one of SHARES) and
    ``agree``.
    """
    rows = counted(stances, contested_only=contested_only, silence=silence)
    first, second = (
        rows.loc[rows["party"] == party, ["decision", "stance"]] for party in pair
    )
    both = first.merge(second, on="decision", suffixes=("_first", "_second"))
    both = both.rename(columns={f"stance_{i}": f"{i}_stance" for i in ("first", "second")})
    mine, theirs = (alternatives[alternatives["party"] == party] for party in pair)
    shared = mine.merge(theirs, on=["decision", "alternative"])["decision"]
    return _with_kinds(both.astype({"first_stance": str, "second_stance": str}), shared)


def counted(
    stances: pd.DataFrame, *, contested_only: bool = True, silence: bool = False
) -> pd.DataFrame:
    """The rows that count: recorded sides (and silence, when asked for) in the highest body,
    then the last date, of each matter.

    A decision that only one party took a side in says nothing about pairs, so it does not push
    an earlier decision of the same matter aside.
    """
    wanted = stances["stance"].isin((*SIDES, "silent") if silence else SIDES)
    if contested_only:
        wanted &= stances["contested"]
    rows = stances[wanted]
    if not rows["decision"].is_monotonic_increasing:
        rows = rows.sort_values("decision", kind="stable")
    starts = _starts(rows["decision"].to_numpy())
    sizes = np.diff(np.append(starts, len(rows)))
    last = _last_of_matter(rows.iloc[starts[sizes > 1]])
    return rows[rows["decision"].isin(last)]


def sides_of(rows: pd.DataFrame) -> Sides:
    """The marks of ``counted`` rows."""
    decisions, place = np.unique(rows["decision"].to_numpy(), return_inverse=True)
    party = rows["party"].astype("category").cat.remove_unused_categories()
    stance = rows["stance"].astype(str).to_numpy() if rows.empty else rows["stance"]
    column = party.cat.codes.to_numpy()

    def marks(value: str) -> Marks:
        made = np.zeros((len(decisions), len(party.cat.categories)), dtype=bool)
        here = np.asarray(stance == value)
        made[place[here], column[here]] = True
        return made

    letters = tuple(str(letter) for letter in party.cat.categories)
    return Sides(decisions, letters, *map(marks, (*SIDES, "silent")))


def square(pairs: pd.DataFrame, parties: list[str], column: str) -> pd.DataFrame:
    """``column`` of ``agreement`` as a symmetric party × party table; missing: no pair."""
    both = pd.concat([pairs, pairs.rename(columns={"first": "second", "second": "first"})])
    table = both.pivot(index="first", columns="second", values=column)
    return table.reindex(index=parties, columns=parties)


def _starts(ordered: npt.NDArray[np.int64]) -> Counts:
    """Where each run of equal numbers begins."""
    return np.flatnonzero(np.diff(ordered, prepend=ordered[:1] - 1)).astype(np.int64)


def _last_of_matter(decisions: pd.DataFrame) -> npt.NDArray[np.int64]:
    """Of one row per decision, the decision of the highest body, then last day, per matter."""
    day = decisions["day"].to_numpy().astype("datetime64[D]").astype(np.int64)
    keys = decisions["decision"], day, decisions["rank"], decisions["matter"]
    order = np.lexsort([np.asarray(key) for key in keys])
    matter = decisions["matter"].to_numpy()[order]
    is_last = np.append(matter[1:] != matter[:-1], np.ones(min(len(matter), 1), dtype=bool))
    chosen: npt.NDArray[np.int64] = decisions["decision"].to_numpy()[order[is_last]]
    return chosen


def _counts(sides: Sides, together: Counts) -> dict[str, Counts]:
    supports, abstained = _both(sides.supports), _both(sides.abstained)
    dissent, taken = _both(sides.against), _both(sides.taken)
    neither = _both(sides.taken & ~sides.against)
    same = supports + abstained + together
    along = _both(sides.supports | sides.silent)
    return {
        "n": taken,
        "same": same,
        "different": dissent - together,
        "one": taken - dissent - neither,
        "neither": neither - supports - abstained,
        "agree": along + abstained + together,
    }


def _both(marks: Marks) -> Counts:
    """In how many rows both columns are marked, for every pair of columns."""
    ones = marks.astype(np.float64)  # exact up to 2**53, and much faster than whole numbers
    return np.rint(ones.T @ ones).astype(np.int64)


def _together(
    sides: Sides, alternatives: pd.DataFrame, pairs: list[tuple[int, int]]
) -> Counts:
    """In how many decisions two dissenting parties stand behind one and the same
    alternative."""
    counts = np.zeros((len(sides.parties),) * 2, dtype=np.int64)
    marks, groups = _backing(sides, alternatives)
    if not len(groups):
        return counts
    starts = _starts(groups)
    for one, other in pairs:
        shared = np.logical_or.reduceat(marks[:, one] & marks[:, other], starts)
        counts[one, other] = counts[other, one] = shared.sum()
    return counts


def _backing(sides: Sides, alternatives: pd.DataFrame) -> tuple[Marks, Counts]:
    """Alternatives with several dissenting parties: who stands behind each, and the decision
    (a row of ``sides``) that it belongs to."""
    rows = alternatives[alternatives["decision"].isin(sides.decisions)]
    place = np.searchsorted(sides.decisions, rows["decision"].to_numpy())
    party = rows["party"].astype("category").cat.set_categories(list(sides.parties))
    column = party.cat.codes.to_numpy()
    valid = (column >= 0) & sides.against[place, column]
    key = (
        place[valid] * (rows["alternative"].max() + 1) + rows["alternative"].to_numpy()[valid]
    )
    _, starts, group = np.unique(key, return_index=True, return_inverse=True)
    marks = np.zeros((len(starts), len(sides.parties)), dtype=bool)
    marks[group, column[valid]] = True
    several = marks.sum(axis=1) > 1
    return marks[several], place[valid][starts][several]


def _with_kinds(rows: pd.DataFrame, shared: pd.Series) -> pd.DataFrame:
    one, two = rows["first_stance"], rows["second_stance"]
    dissents = (one == "against").astype(int) + (two == "against").astype(int)
    joint = rows["decision"].isin(shared) & (dissents == 2)
    together = joint | ((one == two) & one.isin(["for", "abstained"]))
    kind = dissents.map({0: "neither", 1: "one", 2: "different"}).mask(together, "same")
    went_along = one.isin(["for", "silent"]) & two.isin(["for", "silent"])
    return rows.assign(kind=kind, agree=together | went_along)


def _with_shares(counts: pd.DataFrame) -> pd.DataFrame:
    low, high = wilson(counts["agree"], counts["n"])
    share = (counts["agree"] / counts["n"]).where(counts["n"] >= HIDDEN_BELOW)
    return counts.assign(share=share, low=low, high=high, level=levels(counts["n"]))
