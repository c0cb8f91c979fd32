"""Days, months and years as a reader writes them, as day numbers."""

import calendar
import re

_DATE = re.compile(r"(?P<year>\d{4})(?:-?(?P<month>\d\d)(?:-?(?P<day>\d\d))?)?")


def first_day(value: str) -> int | None:
    """``2024``, ``2024-05`` or ``2024-05-29`` from its first day; None for anything else."""
    return _day(value, last=False)


def last_day(value: str) -> int | None:
    """The same, to its last day."""
    return _day(value, last=True)


def _day(value: str, *, last: bool) -> int | None:
    found = _DATE.fullmatch(value.strip())
    if not found:
        return None
    year, month = int(found["year"]), int(found["month"] or (12 if last else 1))
    if year < 1 or not 1 <= month <= 12:
        return None
    longest = calendar.monthrange(year, month)[1]
    day = int(found["day"] or (longest if last else 1))
    return year * 10_000 + month * 100 + day if 1 <= day <= longest else None
