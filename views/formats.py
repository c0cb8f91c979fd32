"""Dates, numbers and lists as the reader's language writes them."""

import math
from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from views.language import language, text

NARROW_SPACE = "\N{NO-BREAK SPACE}"
EN_DASH = "\N{EN DASH}"
MINUS = "\N{MINUS SIGN}"
_SWEDISH = str.maketrans(
    {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "é": "e", "ü": "y"}
)


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a table, each as its columns' names and values, as plain Python has them:
    pandas' own way takes several times longer, and pages show many small tables."""
    names = [str(name) for name in table.columns]
    columns = [_values(values) for _, values in table.items()]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _values(column: pd.Series) -> list[Any]:
    values: list[Any] = column.tolist()
    if isinstance(column.dtype, np.dtype) and column.dtype != object:
        return values
    return [_plain(value) for value in values]


def _plain(value: Any) -> Any:
    if value is pd.NA:
        return None
    return value.item() if isinstance(value, np.generic) else value


def whole(value: object) -> int:
    """A count from a table; 0 when there is none."""
    return int(float(given(value) or 0))


def given(value: object) -> str:
    """A value from a table as text; empty for None, NaN and NA."""
    missing = (
        value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value))
    )
    return "" if missing else str(value)


def day(iso: object) -> str:
    """ "14 december 2022" or "14 December 2022"; what is not a date stands as it is."""
    stamp = _date(iso)
    if stamp is None:
        return given(iso)
    return f"{stamp.day} {_months()[stamp.month - 1]} {stamp.year}"


def points(share: float) -> str:
    """Percentage points, with a true minus."""
    return f"{share * 100:.0f}".replace("-", MINUS)


def short_day(iso: object) -> str:
    """ "14 dec 2022", for tables."""
    stamp = _date(iso)
    if stamp is None:
        return given(iso)
    return f"{stamp.day} {_months()[stamp.month - 1][:3]} {stamp.year}"


def period(iso: str, step: str) -> str:
    """The month, quarter or year that begins on ``iso``: "dec 2022", "kv 4 2022", "2022"."""
    stamp = date.fromisoformat(iso)
    if step == "year":
        return str(stamp.year)
    if step == "quarter":
        return text("format.quarter", quarter=(stamp.month + 2) // 3, year=stamp.year)
    return f"{_months()[stamp.month - 1][:3]} {stamp.year}"


def number(value: int) -> str:
    """12 345 in Swedish, 12,345 in English."""
    grouped = f"{value:,}"
    return grouped if language() == "en" else grouped.replace(",", NARROW_SPACE)


def percent(share: float) -> str:
    """ "82 %" in Swedish, "82%" in English."""
    return f"{share * 100:.0f}{text('format.percent')}"


def decimal(value: float) -> str:
    """ "0,95" in Swedish, "0.95" in English; a dash where there is none."""
    if not given(value):
        return EN_DASH
    return f"{value:.2f}".replace(".", text("format.comma"))


def interval(low: float, high: float) -> str:
    """ "71–90 %": a 95 % interval. An end is 0 or 100 only where it is so exactly."""
    first = low * 100 if low == 1 else min(low * 100, 99)
    last = high * 100 if high == 0 else max(high * 100, 1)
    return f"{first:.0f}{EN_DASH}{last:.0f}{text('format.percent')}"


def capital(words: str) -> str:
    """The same with a capital first: a heading that a document or the closed lists write with
    a small letter."""
    return words[:1].upper() + words[1:]


def either(items: Sequence[str]) -> str:
    """ "S, V eller MP"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {text('format.or')} {items[-1]}"


def sorting_key(name: str) -> str:
    """Orders names as Swedish does: å, ä, ö after z; é with e; no case."""
    return name.casefold().translate(_SWEDISH)


def _months() -> list[str]:
    return text("format.months").split()


def _date(iso: object) -> date | None:
    written = given(iso)
    if len(written) != len("2022-12-14"):
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
