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
        _mean(drawn, _of(drawn, place), (columns, columns)) for place in range(len(columns))
    ]
    return _table("party", list(sides.parties), rows)


def party_decisions(made: Gathered, party: str, pair: tuple[str, str] | None = None) -> Counts:
    """The numbers of the ``n`` decisions behind a party's mean of ``party_means``, or behind
    one ``pair`` of ``party_pairs``."""
    drawn, pairs, columns = _own_pairs(made, party)
    chosen = _chosen(made.sides, drawn, pairs, pair)
    return made.sides.decisions[_reached(drawn, chosen, columns)]


def party_pairs(made: Gathered, party: str) -> pd.DataFrame:
    """The pairs of a row of ``party_means``: ``first``, ``second``, ``n``, ``share`` (missing
    when ``level`` is "few"), ``level``, ``used`` (in the mean) and ``left_out``."""
    drawn, pairs, _ = _own_pairs(made, party)
    return _pairs_of(made.sides, drawn, pairs)


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
    return _related(made, _governing(made), resamples=resamples, seed=seed)


def governing_decisions(
    made: Gathered, relation: str, pair: tuple[str, str] | None = None
) -> Counts:
    """The numbers of the ``n`` decisions behind a relation's mean of ``governing_means``, or
    behind one ``pair`` of ``governing_pairs``."""
    drawn, columns = _relations(made, _governing(made), resamples=0)[relation]
    chosen = _chosen(made.sides, drawn, np.ones(len(drawn.first), dtype=bool), pair)
    return made.sides.decisions[_reached(drawn, chosen, columns)]


def governing_pairs(made: Gathered, relation: str) -> pd.DataFrame:
    """The pairs of a row of ``governing_means``; columns as in ``party_pairs``. ``n`` is of
    the decisions in which the two stood in that relation."""
    drawn, _ = _relations(made, _governing(made), resamples=0)[relation]
    return _pairs_of(made.sides, drawn, np.ones(len(drawn.first), dtype=bool))


def _own_pairs(made: Gathered, party: str) -> tuple[Drawn, Marks, tuple[Marks, ...]]:
    """All pairs, which of them a party is one of, and where each party took a side."""
    sides = made.sides
    drawn = draw(sides, made.joint, design(len(sides.decisions), resamples=0))
    place = sides.parties.index(party) if party in sides.parties else -1
    columns = sides.taken.T.copy()
    return drawn, _of(drawn, place), (columns, columns)


def _chosen(sides: Sides, drawn: Drawn, pairs: Marks, pair: tuple[str, str] | None) -> Marks:
    """This one of the pairs; without one, those that a mean is made of."""
    if pair is None:
        return _used(drawn, pairs)
    letters = np.array(sides.parties, dtype=object)
    one = (letters[drawn.first] == pair[0]) & (letters[drawn.second] == pair[1])
    return np.asarray(pairs & one)


def _pairs_of(sides: Sides, drawn: Drawn, pairs: Marks) -> pd.DataFrame:
    letters = np.array(sides.parties, dtype=object)
    used = _used(drawn, pairs)
    table = pd.DataFrame(
        {
            "first": letters[drawn.first],
            "second": letters[drawn.second],
            "n": drawn.n[0].astype(int),
            "share": drawn.shares[0],
            "level": levels(drawn.n[0]),
            "used": used,
            "left_out": pairs & (drawn.n[0] > 0) & ~used,
        }
    )
    return table[table["used"] | table["left_out"]].reset_index(drop=True)


def _governing(made: Gathered) -> tuple[Marks, ...]:
    """Which rows are of a party that governed that day, and of one that did not."""
    governs = made.rows["governing"].astype("boolean")
    return (
        governs.fillna(False).to_numpy(dtype=bool),
        (~governs).fillna(False).to_numpy(dtype=bool),
    )


def _of(drawn: Drawn, place: int) -> Marks:
    """The pairs that the party in a column is one of."""
    return np.asarray((drawn.first == place) | (drawn.second == place))


def _related(
    made: Gathered, groups: tuple[Marks, ...], *, resamples: int, seed: int
) -> pd.DataFrame:
    rows = [
        _mean(drawn, np.ones(len(drawn.first), dtype=bool), columns)
        for drawn, columns in _relations(made, groups, resamples=resamples, seed=seed).values()
    ]
    return _table("relation", list(RELATIONS), rows)


def _relations(
    made: Gathered, groups: tuple[Marks, ...], *, resamples: int, seed: int = SEED
) -> dict[str, tuple[Drawn, tuple[Marks, ...]]]:
    """Per relation the pairs over draws, and the marks of the decisions in which each party
    stands on the one side of it and on the other."""
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
    columns = one.T.copy(), two.T.copy()
    return {
        "first": (inside[0], columns[:1] * 2),
        "second": (inside[1], columns[1:] * 2),
        "between": (between, columns),
    }


def _mean(drawn: Drawn, pairs: Marks, columns: tuple[Marks, ...]) -> dict[str, Any]:
    """The mean over some pairs; ``columns`` mark, per party, the decisions in which it stands
    on the one side of the relation and on the other."""
    there, used = pairs & (drawn.n[0] > 0), _used(drawn, pairs)
    values = mean_of(drawn.shares, used)[:, np.newaxis]
    low, high = interval(values)
    return {
        "pairs": int(used.sum()),
        "left_out": int((there & ~used).sum()),
        "n": int(_reached(drawn, used, columns).sum()),
        "mean": values[0, 0],
        "low": low[0],
        "high": high[0],
    }


def _used(drawn: Drawn, pairs: Marks) -> Marks:
    """Those of the pairs that a mean is made of."""
    return np.asarray(pairs & (drawn.n[0] > 0) & drawn.enough)


def _reached(drawn: Drawn, pairs: Marks, columns: tuple[Marks, ...]) -> Marks:
    """The decisions that any of the pairs shares."""
    one, other = columns
    reached = np.zeros(one.shape[1], dtype=bool)
    for mine, theirs in zip(drawn.first[pairs], drawn.second[pairs], strict=True):
        reached |= (one[mine] & other[theirs]) | (one[theirs] & other[mine])
    return reached


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
