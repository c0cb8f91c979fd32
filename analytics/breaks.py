"""The days where a series must be broken: elections and changes of majority."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.periods import FIRST_ELECTION, YEARS, began

LAST_ELECTION = 2098
TERMS = began(np.arange(FIRST_ELECTION, LAST_ELECTION + 1, YEARS))
"""The first day of every term that is told of, and of those to come."""
TOGETHER = np.timedelta64(92, "D")

Days = npt.NDArray[np.datetime64]


def breaks(mandates: pd.DataFrame, municipality: str) -> pd.DataFrame:
    """The known breaks of a municipality, in order: ``day``, ``settled`` and ``kind``.

    ``mandates`` has ``municipality``, ``start`` (ISO day or month) and ``governing`` (lists).
    ``kind`` is "election" or "majority"; where a new majority follows an election within three
    months there is one break, the majority's. A break known to the month only is ``settled``
    on the first of the next month, and nothing is said of the days between.
    """
    changes = _changes(mandates[mandates["municipality"] == municipality])
    taken = changes["day"].to_numpy().astype("datetime64[D]")
    days = [day for day in TERMS if not _followed(day, taken)]
    elections = pd.DataFrame({"day": days, "settled": days, "kind": "election"})
    table = pd.concat([elections, changes]).astype(
        {"day": "datetime64[us]", "settled": "datetime64[us]"}
    )
    return table.sort_values("day").reset_index(drop=True)


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
