"""Which rows a figure counts, so that every n opens to as many rows as it says.

A report with figures names its ``keys``, the columns that tell its rows apart, and in
``counts`` each column that counts rows, with the report that has these. A row is counted where
it has the figure's keys. A key written "date=broken" is called "broken" among the rows; one
that is an option of the report behind is asked for instead of looked up; one with a plus
before it ("+topic") stands for all where it is missing. "gap_rows:gap" counts the rows that
have something in the column ``gap``, and of yes and no the yes; "positions:stance=for" those
with that word in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from pandas.api.types import is_bool_dtype

from analytics.conflict import behind as of_figure
from reports.catalogue import named

ALL = "+"


@dataclass(frozen=True, slots=True)
class Way:
    """The way from one figure to its rows: the report to ask, what to ask it, which of its
    rows to keep."""

    report: str
    options: Mapping[str, Any]
    values: Mapping[str, Any]
    mark: str

    def taken(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Of the report's rows those that the figure counts."""
        rows = of_figure(rows, self.values)
        return rows[_marked(rows, self.mark)] if self.mark else rows


def way(name: str, row: Mapping[Any, Any], count: str, **options: Any) -> Way:
    """The way behind the figure ``count`` in a row of the report ``name``, which was made
    with ``options``."""
    report = named(name)
    behind, _, mark = report.counts[count].partition(":")
    sort, _, word = mark.partition("=")
    known = {option.name for option in named(behind).options}
    asked = {key: value for key, value in options.items() if key in known}
    if sort in known:
        asked, mark = asked | {sort: word}, ""
    values = {}
    for key in report.keys:
        column, _, called = key.lstrip(ALL).partition("=")
        value, called = row[column], called or column
        if called in known:
            asked[called] = value
        elif not (key.startswith(ALL) and pd.isna(value)):
            values[called] = value
    return Way(behind, asked, values, mark)


def code(name: str, row: Mapping[Any, Any]) -> str:
    """The row's keys as one word, for an address."""
    columns = [key.lstrip(ALL).partition("=")[0] for key in named(name).keys]
    return "|".join("" if pd.isna(row[one]) else str(row[one]) for one in columns)


def _marked(rows: pd.DataFrame, mark: str) -> pd.Series:
    column, _, word = mark.partition("=")
    if word:
        return rows[column] == word
    told = rows[column]
    return told.fillna(False) if is_bool_dtype(told) else told.notna()
