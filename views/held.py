"""When and where the meeting of a row was held."""

from collections.abc import Mapping

from views import data, filters
from views.formats import given, short_day
from views.markup import facts, safe


def held(row: Mapping[str, object], *more: str) -> str:
    """The day and the body (HTML), with the municipality where all are shown, and what
    ``more`` is told."""
    told = (short_day(row["date"]), given(row["body"]), _place(row), *more)
    return facts([safe(one) for one in told if one])


def _place(row: Mapping[str, object]) -> str:
    snapshot = data.current() if filters.everywhere() else None
    known = given(row.get("municipality"))
    if known or snapshot is None:
        return known if snapshot else ""
    return data.homes(snapshot).get(given(row.get("case_id")), "")
