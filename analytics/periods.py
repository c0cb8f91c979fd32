"""Time as politics divides it: years and halves, councils' terms of office, and majorities.

A council elected in an ordinary election serves from 15 October of the election year, until
2006 from 1 November (kommunallagen 2017:725, 5 kap. 7 §, and 1991:900, 5 kap. 5 §). Terms are
told from 1994, when they became four years long; of earlier days nothing is said.
"""

from datetime import date
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

Step = Literal["month", "quarter", "half", "year", "term"]

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
FIRST_ELECTION, YEARS, NEW_RULE = 1994, 4, 2010

Days = npt.NDArray[np.datetime64]


def term(day: date) -> date | None:
    """The first day of the council's term that a day falls in; None before that of 1994."""
    found = terms(pd.Series([pd.Timestamp(day)])).iloc[0]
    return None if pd.isna(found) else found.date()


def terms(days: pd.Series) -> pd.Series:
    """``term`` of many days; missing where the day is, and before the election of 1994."""
    plain = _plain(days)
    year = plain.astype("datetime64[Y]").astype(np.int64) + 1970
    election = year - (year - FIRST_ELECTION) % YEARS
    # in an election year the old council serves until the new one begins
    election = np.where(plain < began(election), election - YEARS, election)
    missing = np.isnat(plain) | (election < FIRST_ELECTION)
    begun = began(np.where(missing, FIRST_ELECTION, election))
    return _series(np.where(missing, np.datetime64("NaT", "D"), begun), days)


def period_start(day: date, step: Step) -> date | None:
    """The first day of the month, quarter, half-year, year or term that a day falls in."""
    found = period_starts(pd.Series([pd.Timestamp(day)]), step).iloc[0]
    return None if pd.isna(found) else found.date()


def period_starts(days: pd.Series, step: Step) -> pd.Series:
    """``period_start`` of many days; missing where the day is."""
    if step == "term":
        return terms(days)
    months, missing = _plain(days).astype("datetime64[M]"), pd.isna(days).to_numpy()
    number = np.where(missing, 0, months.astype(np.int64))
    first = (number - number % MONTHS[step]).astype("datetime64[M]").astype("datetime64[D]")
    return _series(np.where(missing, np.datetime64("NaT", "D"), first), days)


def began(election: npt.NDArray[np.int64]) -> Days:
    """The first day of the term that each election year gave."""
    october = (election - 1970).astype("datetime64[Y]").astype("datetime64[M]") + 9
    later = october.astype("datetime64[D]") + np.timedelta64(14, "D")
    november = (october + 1).astype("datetime64[D]")
    began: Days = np.where(election < NEW_RULE, november, later)
    return began


def _plain(days: pd.Series) -> Days:
    return pd.to_datetime(days).to_numpy().astype("datetime64[D]")


def _series(days: Days, like: pd.Series) -> pd.Series:
    return pd.Series(days.astype("datetime64[us]"), index=like.index, name=like.name)
