"""How often two parties end up on the same side, over decisions where both have a recorded
side. What ``stances`` and ``alternatives`` hold is told in ``analytics.sides``; codes and
numbers only, words are for the views.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.sampling import HIDDEN_BELOW, levels, wilson
from analytics.sides import Counts, Gathered, Joint, Marks, Sides, counted, gathered, sides_of

__all__ = [
    "SHARES",
    "agreement",
    "agreement_of",
    "counted",
    "counts_of",
    "kinds_of",
    "pair_decisions",
    "sides_of",
    "square",
    "tabled",
    "with_shares",
]

SHARES = ("same", "different", "one", "neither")
COUNTS = ("n", *SHARES, "agree")


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
    how = {"contested_only": contested_only, "silence": silence}
    return agreement_of(gathered(stances, alternatives, **how))


def agreement_of(made: Gathered) -> pd.DataFrame:
    """``agreement`` of what has been gathered."""
    counts = counts_of(made.sides, made.joint)
    return with_shares(tabled(counts[np.newaxis], made.sides.parties).drop(columns="slice"))


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
    return kinds_of(rows, alternatives, pair)


def kinds_of(
    rows: pd.DataFrame, alternatives: pd.DataFrame, pair: tuple[str, str]
) -> pd.DataFrame:
    """``pair_decisions`` of rows that have been counted."""
    first, second = (
        rows.loc[rows["party"] == party, ["decision", "stance"]] for party in pair
    )
    both = first.merge(second, on="decision", suffixes=("_first", "_second"))
    both = both.rename(columns={f"stance_{i}": f"{i}_stance" for i in ("first", "second")})
    mine, theirs = (alternatives[alternatives["party"] == party] for party in pair)
    shared = mine.merge(theirs, on=["decision", "alternative"])["decision"]
    return _with_kinds(both.astype({"first_stance": str, "second_stance": str}), shared)


def square(pairs: pd.DataFrame, parties: list[str], column: str) -> pd.DataFrame:
    """``column`` of ``agreement`` as a symmetric party × party table; missing: no pair."""
    both = pd.concat([pairs, pairs.rename(columns={"first": "second", "second": "first"})])
    table = both.pivot(index="first", columns="second", values=column)
    return table.reindex(index=parties, columns=parties)


def counts_of(sides: Sides, joint: Joint) -> Counts:
    """COUNTS of every pair of parties: count × party × party, to be read above the
    diagonal."""
    supports, abstained = _both(sides.supports), _both(sides.abstained)
    dissent, taken = _both(sides.against), _both(sides.taken)
    neither = _both(sides.taken & ~sides.against)
    together = _matrix(joint, len(sides.parties))
    along = _both(sides.supports | sides.silent)
    return np.array(
        [
            taken,
            supports + abstained + together,
            dissent - together,
            taken - dissent - neither,
            neither - supports - abstained,
            along + abstained + together,
        ]
    )


def tabled(counts: Counts, parties: tuple[str, ...]) -> pd.DataFrame:
    """Slice × count × party × party as rows, for pairs that share a decision: ``slice`` (its
    number), ``first``, ``second`` and COUNTS."""
    first, second = np.triu_indices(len(parties), k=1)
    pairs = counts[:, :, first, second]
    number, place = np.nonzero(pairs[:, 0])
    letters: npt.NDArray[np.object_] = np.array(parties, dtype=object)
    table = pd.DataFrame(
        {"slice": number, "first": letters[first[place]], "second": letters[second[place]]}
    )
    return table.assign(
        **{name: pairs[number, kind, place] for kind, name in enumerate(COUNTS)}
    )


def with_shares(counts: pd.DataFrame) -> pd.DataFrame:
    """Counts (``n``, ``agree``) with ``share``, ``low``, ``high`` and ``level``."""
    low, high = wilson(counts["agree"], counts["n"])
    share = (counts["agree"] / counts["n"]).where(counts["n"] >= HIDDEN_BELOW)
    return counts.assign(share=share, low=low, high=high, level=levels(counts["n"]))


def _both(marks: Marks) -> Counts:
    """In how many rows both columns are marked, for every pair of columns."""
    ones = marks.astype(np.float64)  # exact up to 2**53, and much faster than whole numbers
    return np.rint(ones.T @ ones).astype(np.int64)


def _matrix(joint: Joint, width: int) -> Counts:
    """Joint dissents of each pair, above the diagonal."""
    cells = np.bincount(joint.first * width + joint.second, minlength=width * width)
    return cells.reshape(width, width)


def _with_kinds(rows: pd.DataFrame, shared: pd.Series) -> pd.DataFrame:
    one, two = rows["first_stance"], rows["second_stance"]
    dissents = (one == "against").astype(int) + (two == "against").astype(int)
    joint = rows["decision"].isin(shared) & (dissents == 2)
    together = joint | ((one == two) & one.isin(["for", "abstained"]))
    kind = dissents.map({0: "neither", 1: "one", 2: "different"}).mask(together, "same")
    went_along = one.isin(["for", "silent"]) & two.isin(["for", "silent"])
    return rows.assign(kind=kind, agree=together | went_along)
