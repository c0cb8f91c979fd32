"""Terms of office, periods and the breaks of a series."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.periods import (
    Step,
    period_start,
    period_starts,
    term,
    terms,
)
from tests.analytics.councils import QUICK


@pytest.mark.parametrize(
    ("day", "begun"),
    [
        ("1994-10-31", None),
        ("1994-11-01", "1994-11-01"),
        ("1998-10-31", "1994-11-01"),
        ("1998-11-01", "1998-11-01"),
        # until 2006 the first of November, from 2010 the fifteenth of October
        ("2006-10-31", "2002-11-01"),
        ("2006-11-01", "2006-11-01"),
        ("2010-10-14", "2006-11-01"),
        ("2010-10-15", "2010-10-15"),
        ("2021-03-04", "2018-10-15"),
        ("2022-10-14", "2018-10-15"),
        ("2022-10-15", "2022-10-15"),
        ("2026-12-31", "2026-10-15"),
    ],
)
def test_a_term_begins_when_the_new_council_takes_over(day: str, begun: str | None) -> None:
    found = term(date.fromisoformat(day))

    assert (found and found.isoformat()) == begun


@pytest.mark.parametrize(
    ("step", "start"),
    [
        ("month", "2021-11-01"),
        ("quarter", "2021-10-01"),
        ("half", "2021-07-01"),
        ("year", "2021-01-01"),
        ("term", "2018-10-15"),
    ],
)
def test_a_period_begins_on_its_first_day(step: Step, start: str) -> None:
    assert period_start(date(2021, 11, 30), step) == date.fromisoformat(start)


@pytest.mark.parametrize("step", ["half", "term"])
def test_what_has_no_day_has_no_period(step: Step) -> None:
    days = pd.Series(pd.to_datetime(["2021-03-04", None]))

    assert period_starts(days, step).isna().tolist() == [False, True]


DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


def slow_term(day: date) -> date | None:
    """The last first day that is not later."""
    begun = [date(year, 11, 1) for year in range(1994, 2010, 4)]
    begun += [date(year, 10, 15) for year in range(2010, 2044, 4)]
    return max((first for first in begun if first <= day), default=None)


@QUICK
@given(st.lists(DAYS, min_size=1))
def test_terms_are_what_a_slow_look_says(days: list[date]) -> None:
    found = terms(pd.Series(pd.to_datetime(days)))

    told = [None if pd.isna(day) else day.date() for day in found]
    assert told == [slow_term(day) for day in days]


@QUICK
@given(DAYS, st.sampled_from(["month", "quarter", "half", "year"]))
def test_a_period_holds_its_days_and_no_more(day: date, step: Step) -> None:
    start = period_start(day, step)

    assert start is not None and start <= day < start + timedelta(367)
    assert period_start(start, step) == start
    assert period_start(start - timedelta(1), step) != start
