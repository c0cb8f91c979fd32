"""One row per matter: what passed through several bodies counts once."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

Codes = npt.NDArray[np.int64]

SPARSE = 8
"""Numbers spread wider than so many times their count are sorted instead of ticked off."""


def last_of_matter(rows: pd.DataFrame, within: Sequence[str] = ()) -> pd.DataFrame:
    """The rows of the decision in the highest body, then on the last day, of each matter.

    ``rows`` has ``matter``, ``rank``, ``day`` and ``decision`` and keeps its order; all rows
    of the chosen decision stay. With ``within``, a matter counts once for each value of those
    columns, such as once per party. Undated decisions come before dated ones.
    """
    group = codes_of(rows, ["matter", *within])
    decision = rows["decision"].to_numpy()
    day = rows["day"].to_numpy().astype("datetime64[D]").astype(np.int64)
    order = np.lexsort((decision, day, rows["rank"].to_numpy(), group))
    sorted_group = group[order]
    ends = np.flatnonzero(np.append(sorted_group[1:] != sorted_group[:-1], len(rows) > 0))
    chosen = np.zeros(group.max(initial=-1) + 1, dtype=np.int64)
    chosen[sorted_group[ends]] = decision[order[ends]]
    kept: pd.DataFrame = rows[decision == chosen[group]]
    return kept


def codes_of(rows: pd.DataFrame, columns: Sequence[str]) -> Codes:
    """One number per combination of values, from 0; a missing value is a value like others.

    The numbers of whole numbers from 0 on are in their order, the first column's before the
    next."""
    total = np.zeros(len(rows), dtype=np.int64)
    for column in columns:
        codes = _codes(rows[column])
        total = total * (codes.max(initial=0) + 1) + codes
        if total.max(initial=0) > np.iinfo(np.int32).max:
            total = _dense(total)
    return _dense(total)


def first_of(codes: Codes) -> Codes:
    """Where each number 0, 1 … of ``codes_of`` first stands."""
    first = np.zeros(codes.max(initial=-1) + 1, dtype=np.int64)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    return first


def firsts(numbers: Codes) -> Codes:
    """Where each of the different whole numbers from 0 on first stands, in their order."""
    size = int(numbers.max(initial=-1)) + 1
    if size > SPARSE * len(numbers):
        found: Codes = np.unique(numbers, return_index=True)[1]
        return found
    place = np.full(size, -1)
    place[numbers[::-1]] = np.arange(len(numbers))[::-1]
    return place[place >= 0]


def _dense(numbers: Codes) -> Codes:
    """The numbers 0, 1 … in the same order, without gaps."""
    size = int(numbers.max(initial=-1)) + 1
    if size > SPARSE * len(numbers):
        return _ranked(numbers)
    used = np.zeros(size, dtype=bool)  # no sorting: many times faster than numpy's own unique
    used[numbers] = True
    made: Codes = (np.cumsum(used) - 1)[numbers]
    return made


def _ranked(numbers: Codes) -> Codes:
    # rows lie mostly in order, which a stable sort makes use of, and numpy's unique does not
    order = np.argsort(numbers, kind="stable")
    ordered = numbers[order]
    made = np.empty(len(numbers), dtype=np.int64)
    made[order] = np.cumsum(np.diff(ordered, prepend=ordered[:1]) != 0)
    return made


def _codes(column: pd.Series) -> Codes:
    if isinstance(column.dtype, pd.CategoricalDtype):
        return np.asarray(column.cat.codes, dtype=np.int64) + 1
    if isinstance(column.dtype, np.dtype) and column.dtype.kind in "iu":
        values = column.to_numpy()
        if values.min(initial=0) >= 0 and values.max(initial=0) < SPARSE * len(values):
            return values.astype(np.int64)
    return np.asarray(pd.factorize(column)[0], dtype=np.int64) + 1
