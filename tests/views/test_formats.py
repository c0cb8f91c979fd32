"""Dates, numbers and lists in both languages."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
import streamlit as st

from views.formats import (
    day,
    either,
    given,
    interval,
    number,
    percent,
    period,
    records,
    short_day,
    whole,
)


@pytest.fixture(params=["sv", "en"])
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A reader of each language."""
    monkeypatch.setattr(st, "session_state", {"lang": request.param})
    return str(request.param)


@pytest.mark.parametrize(
    ("write", "swedish", "english"),
    [
        (lambda: day("2022-12-14"), "14 december 2022", "14 December 2022"),
        (lambda: short_day("2022-05-01"), "1 maj 2022", "1 May 2022"),
        (lambda: day("2022-12"), "2022-12", "2022-12"),
        (lambda: day("2022-13-45"), "2022-13-45", "2022-13-45"),
        (lambda: day(None), "", ""),
        (lambda: period("2022-10-01", "quarter"), "kv 4 2022", "Q4 2022"),
        (lambda: period("2022-10-01", "month"), "okt 2022", "Oct 2022"),
        (lambda: period("2022-01-01", "year"), "2022", "2022"),
        (lambda: number(12345), "12\N{NO-BREAK SPACE}345", "12,345"),
        (lambda: percent(0.824), "82\N{NO-BREAK SPACE}%", "82%"),
        (lambda: interval(0.71, 0.9), "71–90\N{NO-BREAK SPACE}%", "71–90%"),
        (lambda: interval(0.997, 1.0), "99–100\N{NO-BREAK SPACE}%", "99–100%"),
        (lambda: interval(0.0, 0.003), "0–1\N{NO-BREAK SPACE}%", "0–1%"),
        (lambda: either(["S", "V", "MP"]), "S, V eller MP", "S, V or MP"),
        (lambda: either(["S"]), "S", "S"),
    ],
)
def test_formats(write: Callable[[], str], swedish: str, english: str, reader: str) -> None:
    assert write() == {"sv": swedish, "en": english}[reader]


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NA])
def test_missing_values_are_empty(missing: object) -> None:
    assert given(missing) == ""
    assert whole(missing) == 0


@pytest.mark.parametrize(
    "values",
    [
        [1, 2],
        [0.5, None],
        [True, False],
        pd.array([1, None], dtype="Int64"),
        pd.array([True, None], dtype="boolean"),
        pd.array(["å", None], dtype="str"),
        pd.Categorical(["S", None]),
        pd.to_datetime(["2031-02-03", None]),
        pd.Series([["S"], pd.NA], dtype=object),
        pd.Series([np.int64(3), np.bool_(True)], dtype=object),
    ],
)
def test_rows_are_those_of_pandas(values: object) -> None:
    table = pd.DataFrame({"a": values, 2: ["x", "y"]})
    expected = [
        {str(name): value for name, value in row.items()} for row in table.to_dict("records")
    ]
    found = records(table)

    assert repr(found) == repr(expected)
    assert [list(map(type, row.values())) for row in found] == [
        list(map(type, row.values())) for row in expected
    ]
