"""Shares as cells: the figure, n and the interval, or that there is too little to say."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from views.formats import interval, percent
from views.language import text
from views.markup import safe

NOTHING = '<span class="sp-quiet sp-zero">–</span>'
"""A dash in a column; on a narrow screen the cell is left out."""


def interval_name() -> str:
    """What a column of intervals is called."""
    return text("power.interval")


def labels(headings: Iterable[str]) -> list[str]:
    """What cells are called on a narrow screen: an interval follows its share unnamed."""
    return ["" if heading == interval_name() else heading for heading in headings]


def share_cells(
    row: Mapping[str, Any] | None, share: str, *, n: Callable[[Mapping[str, Any]], str]
) -> list[str]:
    """n (HTML), the share and its interval of a row with ``level``; dashes without one."""
    if row is None:
        return [NOTHING, "", ""]
    return [n(row), *figure(row, share)]


def figure(
    row: Mapping[str, Any],
    share: str,
    *,
    low: str = "low",
    high: str = "high",
    level: str = "level",
) -> list[str]:
    """The share and its interval; in parentheses where it is uncertain."""
    if row[level] == "few":
        return [f'<span class="sp-quiet">{safe(text("pairs.few"))}</span>', ""]
    told = safe(percent(float(row[share])))
    spread = (
        f'<span class="sp-quiet">{safe(interval(float(row[low]), float(row[high])))}</span>'
    )
    if row[level] == "uncertain":
        told = f'<span class="sp-quiet">({told})</span>'
    return [told, spread]
