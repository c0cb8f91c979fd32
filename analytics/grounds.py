"""From long tables to a ``Ground`` for each municipality."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.ground import CODES, Ground
from analytics.sides import run_starts
from analytics.surprise import Counts

WORDS = ("municipality", "body", "topic", "decided_by", "mandate")
NEEDED = (
    ("decision", "party", "stance", "governing"),
    ("decision", "party", "alternative"),
    ("decision", "party", "side", "seats"),
)
"""Columns of stances, alternatives and seats; others are not copied about."""
ELECTIONS_EVERY, FIRST_MONTH, FIRST_YEAR = 4, 10, 2022


def grounds(
    decisions: pd.DataFrame,
    stances: pd.DataFrame,
    alternatives: pd.DataFrame,
    seats: pd.DataFrame,
) -> Iterator[Ground]:
    """The ground of each municipality, in order of its name, the unknown one last."""
    table = decisions.sort_values("decision", kind="stable").reset_index(drop=True)
    words = {name: table[name].astype("category") for name in WORDS}
    table = table.assign(days=_days(table["day"]), **words)
    place = table["municipality"].cat.codes.to_numpy().astype(np.int64)
    order = table["decision"].to_numpy()
    given = zip((stances, alternatives, seats), NEEDED, strict=True)
    split = [_split(rows[list(columns)], order, place) for rows, columns in given]
    for number in sorted(set(place.tolist()), key=lambda code: (code < 0, code)):
        parts = [rows.get(number, rows[None]) for rows in split]
        yield _ground(table[place == number].reset_index(drop=True), *parts)


def _split(rows: pd.DataFrame, order: Counts, place: Counts) -> dict[int | None, pd.DataFrame]:
    """The rows of each municipality; None: no rows."""
    number = rows["decision"].to_numpy()
    starts = run_starts(number)  # a decision is looked up once, where its rows lie together
    ahead = np.searchsorted(order, number[starts])
    at = np.minimum(ahead, max(len(order) - 1, 0))
    known = (ahead < len(order)) & (order[at] == number[starts]) if len(order) else ahead < 0
    code = np.full(len(starts), -2, dtype=np.int16)
    code[known] = place[at[known]]
    code = np.repeat(code, np.diff(np.append(starts, len(number))))
    sorted_rows = rows.iloc[np.argsort(code, kind="stable")]
    ends = np.cumsum(np.bincount(code + 2, minlength=1)).tolist()
    parts: dict[int | None, pd.DataFrame] = {None: rows.iloc[:0]}
    for here, (start, end) in enumerate(pairwise(ends), start=-1):
        if end > start:
            parts[here] = sorted_rows.iloc[start:end]
    return parts


def _ground(
    table: pd.DataFrame, stances: pd.DataFrame, alternatives: pd.DataFrame, seats: pd.DataFrame
) -> Ground:
    letters = {
        str(letter)
        for rows in (stances, alternatives, seats)
        for letter in rows["party"]
        .astype("category")
        .cat.remove_unused_categories()
        .cat.categories
    }
    history = _histories(table)
    ground = Ground(
        table,
        history,
        _numbered(history, table["body"].cat.codes.to_numpy().astype(np.int64)),
        tuple(sorted(letters)),
        np.zeros((len(table), len(letters)), dtype=np.int8),
        np.full((len(table), len(letters)), -1, dtype=np.int8),
        alternatives,
        seats,
    )
    place = ground.places(stances)
    stance = stances["stance"].astype("category")
    code = np.array([CODES.get(name, 0) for name in stance.cat.categories] or [0], np.int8)
    ground.codes[place] = code[stance.cat.codes.to_numpy()]
    governing = stances["governing"].astype("boolean")
    ground.governs[place] = governing.astype("Int8").fillna(-1).to_numpy(dtype=np.int8)
    return ground


def _histories(table: pd.DataFrame) -> Counts:
    """The mandate, or where none is known the term between two elections."""
    mandate = table["mandate"].cat.codes.to_numpy().astype(np.int64)
    months = table["days"].to_numpy().astype("datetime64[D]").astype("datetime64[M]")
    since = months.astype(np.int64) - ((FIRST_YEAR - 1970) * 12 + FIRST_MONTH - 1)
    return np.where(mandate >= 0, mandate, -1000 + since // (ELECTIONS_EVERY * 12))


def _numbered(one: Counts, other: npt.NDArray[Any]) -> Counts:
    """One number for each pair of numbers."""
    made: Counts = one * (int(other.max(initial=0)) + 2) + other
    return made


def _days(day: pd.Series) -> Counts:
    """Days since 1970; undated decisions lie before all others."""
    known = day.notna().to_numpy()
    days = np.full(len(day), -100_000, dtype=np.int64)
    days[known] = day[known].to_numpy().astype("datetime64[D]").astype(np.int64)
    return days
