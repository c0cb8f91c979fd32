"""A report as it is printed: headings, words and numbers in Swedish."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
from pandas.api.types import is_numeric_dtype

from reports.report import Report
from reports.sentences import interval, percent
from reports.texts import texts

FILE = Path(__file__).parent / "columns.toml"
KEYS = (
    *(
        "case_id",
        "decision",
        "decisions",
        "document_id",
        "person_id",
        "probability",
    ),
    *(
        "id",
        "segment",
        "vote_id",
        "statement_id",
    ),
)
CODED = (
    *(
        "beside",
        "kind",
        "side",
        "first_stance",
        "second_stance",
        "level",
        "step",
        "stance",
    ),
    *(
        "majority",
        "opposition",
        "line",
        "won",
        "settled",
        "measure",
    ),
    "kind",
    "side",
    "first_stance",
    "second_stance",
    "level",
    "step",
)
WORDS = (
    *(
        "beside",
        "stance",
        "share",
        "recall",
        "level",
        "step",
        "lead_kind",
        "crossing",
        "standing",
    ),
    *(
        "won",
        "settled",
        "wording",
        "measure",
        "break",
    ),
    "stance",
    "share",
    "level",
    "step",
    "lead_kind",
)
SHARES = (
    *(
        "share",
        "dissent",
        "winning_share",
        "decisive_share",
        "power",
        "unity",
    ),
    *(
        "before",
        "after",
        "effect",
    ),
)
FINE = (
    *(
        "rice",
        "agreement_index",
        "mean",
        "p",
    ),
)
"""Keys are not printed; codes have words; shares are written as per cent, fine figures with
two decimals."""
MISSING = "–"


@cache
def columns() -> dict[str, dict[str, str]]:
    """``heading`` and ``meaning`` of every column of the reports."""
    return tomllib.loads(FILE.read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Printed:
    """Headings, which columns hold figures, and the cells row by row."""

    headings: list[str]
    figures: list[bool]
    rows: list[list[str]]


def printed(report: Report, table: pd.DataFrame) -> Printed:
    """The table as text; without the keys, and with the interval in one column."""
    wanted = report.shown or [name for name in table.columns if name not in KEYS]
    shown = [name for name in wanted if name != "low"]
    codes = (*CODED, *table.columns[len(report.columns) :]) if report.per_party else CODED
    rows = [
        [_written(name, row, coded=name in codes) for name in shown]
        for row in table.to_dict("records")
    ]
    figures = [is_numeric_dtype(table[name]) for name in shown]
    return Printed([_heading(name) for name in shown], figures, rows)


def _heading(name: str) -> str:
    return "95 %" if name == "high" else columns().get(name, {"heading": name})["heading"]


def _written(name: str, row: Mapping[Any, Any], *, coded: bool) -> str:
    value, words = row[name], texts("sv")
    if isinstance(value, list | tuple) or hasattr(value, "tolist"):
        return ", ".join(map(str, value)) or MISSING
    if pd.isna(value):
        return MISSING
    if name == "high" and "mean" in row:
        return f"{_fine(row['low'])}–{_fine(value)}"
    if name == "high":
        return interval(row, words)
    if name in SHARES:
        return percent(value, words)
    if name in FINE:
        return _fine(value)
    if coded:
        return next((words[key] for key in _keys(value) if key in words), str(value))
    return _plain(value)


def _fine(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")


def _keys(value: str) -> list[str]:
    return [f"{section}.{value}" for section in WORDS]


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float) and not value.is_integer():
        return f"{value:.1f}".replace(".", ",")
    if isinstance(value, int | float):
        return f"{value:,.0f}".replace(",", "\N{NO-BREAK SPACE}")
    return str(value)
