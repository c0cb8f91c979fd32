"""Mean agreement: of a party with all others, and within and between two groups of parties.

Every pair counts alike, and only pairs with at least ten shared decisions count. Intervals
come from drawing whole matters (``analytics.resampling``).
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from analytics.resampling import (
    RESAMPLES,
    SEED,
    Drawn,
    design,
    draw,
    draws,
    interval,
    mean_of,
)
from analytics.sampling import levels
from analytics.sides import (
    Counts,
    Gathered,
    Joint,
    Marks,
    Sides,
    gathered,
    marks_of,
)

RELATIONS = ("first", "second", "between")


def party_means(
    stances: pd.DataFrame,
    alternatives: pd.DataFrame,
    *,
    contested_only: bool = True,
    silence: bool = False,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> pd.DataFrame:
    """Each party's mean agreement with the others.

    Columns: ``party``, ``pairs`` (others that it is compared with), ``left_out`` (others with
    too few shared decisions), ``n`` (decisions shared with any of them), ``mean``, ``low``,
    ``high`` (95 %) and ``level``; the figures are missing where there is no pair.
    """
    how = {"contested_only": contested_only, "silence": silence}
    made = gathered(stances, alternatives, **how)
    return party_means_of(made, resamples=resamples, seed=seed)


def party_means_of(
    made: Gathered, *, resamples: int = RESAMPLES, seed: int = SEED
) -> pd.DataFrame:
    """``party_means`` of what has been gathered."""
    sides = made.sides
    drawing = design(len(sides.decisions), resamples=resamples, seed=seed)
    drawn = draw(sides, made.joint, drawing)
    columns = sides.taken.T.copy()
    rows = [
        _mean(drawn, (drawn.first == place) | (drawn.second == place), (columns, columns))
        for place in range(len(columns))
    ]
    return _table("party", list(sides.parties), rows)


def group_means(
    stances: pd.DataFrame,
    alternatives: pd.DataFrame,
    *,
    first: Sequence[str],
    second: Sequence[str],
    contested_only: bool = True,
    silence: bool = False,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> pd.DataFrame:
    """Mean agreement within and between two groups of parties.

    Columns: ``relation`` ("first", "second" or "between"), ``pairs``, ``left_out``, ``n``,
    ``mean``, ``low``, ``high`` and ``level``, as in ``party_means``.
    """
    how = {"contested_only": contested_only, "silence": silence}
    made = gathered(stances, alternatives, **how)
    return group_means_of(made, first=first, second=second, resamples=resamples, seed=seed)


def group_means_of(
    made: Gathered,
    *,
    first: Sequence[str],
    second: Sequence[str],
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> pd.DataFrame:
    """``group_means`` of what has been gathered."""
    groups = tuple(made.rows["party"].isin(group).to_numpy() for group in (first, second))
    return _related(made, groups, resamples=resamples, seed=seed)


def governing_means(
    stances: pd.DataFrame,
    alternatives: pd.DataFrame,
    *,
    contested_only: bool = True,
    silence: bool = False,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> pd.DataFrame:
    """Mean agreement within the governing parties of the day ("first"), within the others
    ("second") and between the two, where it is known who governed. Columns as in
    ``group_means``; a pair can count in several relations when a majority changed.
    """
    how = {"contested_only": contested_only, "silence": silence}
    made = gathered(stances, alternatives, **how)
    return governing_means_of(made, resamples=resamples, seed=seed)


def governing_means_of(
    made: Gathered, *, resamples: int = RESAMPLES, seed: int = SEED
) -> pd.DataFrame:
    """``governing_means`` of what has been gathered."""
    governs = made.rows["governing"].astype("boolean")
    groups = (
        governs.fillna(False).to_numpy(dtype=bool),
        (~governs).fillna(False).to_numpy(dtype=bool),
    )
    return _related(made, groups, resamples=resamples, seed=seed)


def _related(
    made: Gathered, groups: tuple[Marks, ...], *, resamples: int, seed: int
) -> pd.DataFrame:
    sides, joint = made.sides, made.joint
    drawing = design(len(sides.decisions), resamples=resamples, seed=seed)
    one, two = (marks_of(made.rows, sides, group) for group in groups)
    parts = [_only(sides, joint, mark) for mark in (one, two, one | two)]
    *inside, whole = draws(parts, drawing)
    between = Drawn(
        whole.first,
        whole.second,
        whole.n - inside[0].n - inside[1].n,
        whole.agree - inside[0].agree - inside[1].agree,
    )
    every = np.ones(len(whole.first), dtype=bool)
    columns = one.T.copy(), two.T.copy()
    means = [
        _mean(inside[0], every, columns[:1] * 2),
        _mean(inside[1], every, columns[1:] * 2),
    ]
    return _table("relation", list(RELATIONS), [*means, _mean(between, every, columns)])


def _mean(drawn: Drawn, pairs: Marks, columns: tuple[Marks, ...]) -> dict[str, Any]:
    """The mean over some pairs; ``columns`` mark, per party, the decisions in which it stands
    on the one side of the relation and on the other."""
    there = pairs & (drawn.n[0] > 0)
    used = there & drawn.enough
    values = mean_of(drawn.shares, used)[:, np.newaxis]
    low, high = interval(values)
    return {
        "pairs": int(used.sum()),
        "left_out": int((there & ~used).sum()),
        "n": _reached(drawn.first[used], drawn.second[used], columns),
        "mean": values[0, 0],
        "low": low[0],
        "high": high[0],
    }


def _reached(first: Counts, second: Counts, columns: tuple[Marks, ...]) -> int:
    """The number of decisions that any of the pairs shares."""
    one, other = columns
    reached = np.zeros(one.shape[1], dtype=bool)
    for mine, theirs in zip(first, second, strict=True):
        reached |= (one[mine] & other[theirs]) | (one[theirs] & other[mine])
    return int(reached.sum())


def _table(name: str, values: list[str], rows: list[dict[str, Any]]) -> pd.DataFrame:
    figures = pd.DataFrame(rows, columns=["pairs", "left_out", "n", "mean", "low", "high"])
    figures.insert(0, name, values)
    return figures.assign(level=levels(figures["n"]))


def _only(sides: Sides, joint: Joint, marks: Marks) -> tuple[Sides, Joint]:
    """The sides of the marked alone."""
    kept = (sides.supports, sides.against, sides.abstained, sides.silent)
    made = Sides(sides.decisions, sides.parties, *(mark & marks for mark in kept))
    both = marks[joint.row, joint.first] & marks[joint.row, joint.second]
    return made, joint.take(np.flatnonzero(both))
