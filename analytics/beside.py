"""The matters on either side of a break, or of a hint at one: what the tests are made of.

``rows`` and ``breaks`` are as in ``analytics.series``. What is told has the rows' columns,
``broken`` (the day) and ``beside`` ("before" or "after"); a matter between two breaks stands
once for each.
"""

from typing import Any

import pandas as pd

from analytics.series import segments


def beside_breaks(rows: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
    """The rows behind ``break_tests``."""
    segment = segments(rows["day"], breaks).fillna(-1)
    parts = [
        part
        for i, known in enumerate(breaks.itertuples())
        for part in _sides(rows[segment == i], rows[segment == i + 1], known.day)
    ]
    return _together(rows, parts)


def beside_hints(
    rows: pd.DataFrame, breaks: pd.DataFrame, hints: pd.DataFrame
) -> pd.DataFrame:
    """The rows behind ``hints``, of the same rows and breaks."""
    segment = segments(rows["day"], breaks).fillna(-1)
    month = rows["day"].dt.to_period("M").dt.to_timestamp()
    parts = []
    for hint in hints.itertuples():
        near = (segment == hint.segment) & month.between(hint.since, hint.until)
        early = month < hint.day
        parts += _sides(rows[near & early], rows[near & ~early], hint.day)
    return _together(rows, parts)


def _sides(before: pd.DataFrame, after: pd.DataFrame, day: Any) -> list[pd.DataFrame]:
    """Both sides; nothing where one is empty, as it is not compared."""
    if before.empty or after.empty:
        return []
    sides = before.assign(beside="before"), after.assign(beside="after")
    return [side.assign(broken=day) for side in sides]


def _together(rows: pd.DataFrame, parts: list[pd.DataFrame]) -> pd.DataFrame:
    return pd.concat(parts) if parts else rows.iloc[:0].assign(beside="", broken="")
