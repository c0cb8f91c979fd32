"""Council terms, steps of time, and the days where a series must be broken."""

from typing import Literal, get_args

import numpy as np
import numpy.typing as npt
import pandas as pd

Step = Literal["month", "quarter", "half-year", "year", "term"]
STEPS: tuple[Step, ...] = get_args(Step)
MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
FIRST_ELECTION, LAST_ELECTION, YEARS, NEW_LAW = 1994, 2098, 4, 2010
TOGETHER = np.timedelta64(92, "D")

Days = npt.NDArray[np.datetime64]


def term(days: pd.Series) -> pd.Series:
    """The first day of the council term that each day lies in.

    A term starts on 15 October of an election year since 2010, on 1 November from 1994 to
    2006; days before November 1994 are missing.
    """
    starts = term_starts()
    known = _plain(days)
    place = np.searchsorted(starts, known, side="right") - 1
    inside = (place >= 0) & ~np.isnat(known)
    found = np.where(inside, starts[np.maximum(place, 0)], np.datetime64("NaT", "D"))
    return pd.Series(found.astype("datetime64[us]"), index=days.index, name="term")


def period_start(days: pd.Series, step: Step) -> pd.Series:
    """The first day of the month, quarter, half-year, year or term of each day."""
    if step == "term":
        return term(days).rename("period")
    size = MONTHS[step]
    months = _plain(days).astype("datetime64[M]")
    counted = months.astype(np.int64)
    begun = (counted - counted % size).astype("datetime64[M]").astype("datetime64[us]")
    begun[np.isnat(months)] = np.datetime64("NaT")
    return pd.Series(begun, index=days.index, name="period")


def breaks(mandates: pd.DataFrame, municipality: str) -> pd.DataFrame:
    """The known breaks of a municipality, in order: ``day``, ``settled`` and ``kind``.

    ``mandates`` has ``municipality``, ``start`` (ISO day or month) and ``governing`` (lists).
    ``kind`` is "election" or "majority"; where a new majority follows an election within three
    months there is one break, the majority's. A break known to the month only is ``settled``
    on the first of the next month, and nothing is said of the days between.
    """
    changes = _changes(mandates[mandates["municipality"] == municipality])
    taken = changes["day"].to_numpy().astype("datetime64[D]")
    days = [day for day in term_starts() if not _followed(day, taken)]
    elections = pd.DataFrame({"day": days, "settled": days, "kind": "election"})
    table = pd.concat([elections, changes]).astype(
        {"day": "datetime64[us]", "settled": "datetime64[us]"}
    )
    return table.sort_values("day").reset_index(drop=True)


def term_starts() -> Days:
    """The first day of every council term since 1994, and of those to come."""
    years = range(FIRST_ELECTION, LAST_ELECTION + 1, YEARS)
    return np.array(
        [f"{year}-10-15" if year >= NEW_LAW else f"{year}-11-01" for year in years],
        dtype="datetime64[D]",
    )


def _followed(election: np.datetime64, changes: Days) -> bool:
    # a month says that the change came after the election of that month, whatever the day
    waits = changes - election.astype("datetime64[M]").astype("datetime64[D]")
    return bool(((waits >= np.timedelta64(0, "D")) & (waits <= TOGETHER)).any())


def _changes(mandates: pd.DataFrame) -> pd.DataFrame:
    ordered = mandates.sort_values("start")
    held = [frozenset(parties) for parties in ordered["governing"]]
    starts = list(ordered["start"])
    changed = [i for i in range(1, len(held)) if held[i] != held[i - 1]]
    days = [starts[i] if len(starts[i]) > 7 else f"{starts[i]}-01" for i in changed]
    settled = [
        starts[i] if len(starts[i]) > 7 else str(np.datetime64(starts[i], "M") + 1) + "-01"
        for i in changed
    ]
    table = pd.DataFrame({"day": days, "settled": settled, "kind": "majority"})
    return table.astype({"day": "datetime64[us]", "settled": "datetime64[us]"})


def _plain(days: pd.Series) -> Days:
    return days.to_numpy().astype("datetime64[D]")
