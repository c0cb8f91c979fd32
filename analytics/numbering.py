"""Decisions with numbers for what leads are counted by."""

import numpy as np
import pandas as pd

from analytics.surprise import Counts

WORDS = ("municipality", "body", "topic", "decided_by", "mandate")
ELECTIONS_EVERY, FIRST_MONTH, FIRST_YEAR = 4, 10, 2022
UNDATED = -100_000


def numbered(decisions: pd.DataFrame) -> pd.DataFrame:
    """The decisions by number, words as categories, with numbers for the municipality
    (``place``), for the mandate or where none is known the term between two elections there
    (``history``), for the ``days`` since 1970, and for which step of a matter is the last
    (``late``)."""
    table = decisions.sort_values("decision", kind="stable", ignore_index=True)
    table = table.assign(**{name: table[name].astype("category") for name in WORDS})
    mandate, days = numbers_of(table["mandate"]), days_of(table["day"])
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    since = months - ((FIRST_YEAR - 1970) * 12 + FIRST_MONTH - 1)
    term = np.where(mandate >= 0, mandate, -1000 + since // (ELECTIONS_EVERY * 12))
    # where the municipality is not known, they are as of one, the last
    place = numbers_of(table["municipality"]) % (len(table["municipality"].cat.categories) + 1)
    late = table["rank"].to_numpy(dtype=np.int64) * 10**7 + days
    return table.assign(place=place, history=paired(place, term), days=days, late=late)


def paired(one: Counts, other: Counts) -> Counts:
    """One number, from 0, for each pair of numbers."""
    span = int(other.max(initial=0)) - int(other.min(initial=0)) + 1
    return pd.factorize(one * span + other)[0].astype(np.int64)


def numbers_of(column: pd.Series) -> Counts:
    """The numbers of a column, or the codes of its words (−1 is missing)."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy().astype(np.int64)
    return column.to_numpy(dtype=np.int64)


def days_of(day: pd.Series) -> Counts:
    """Days since 1970; undated decisions lie before all others."""
    known = day.notna().to_numpy()
    days = np.full(len(day), UNDATED, dtype=np.int64)
    days[known] = day[known].to_numpy().astype("datetime64[D]").astype(np.int64)
    return days
