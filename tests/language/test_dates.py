"""Dates in words and figures."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.dates import MONTHS, find_dates, first_date


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2021-03-04", ["2021-03-04"]),
        ("den 4 mars 2021", ["2021-03-04"]),
        ("Torsdagen den 14 Oktober 2031 kl. 18.30", ["2031-10-14"]),
        ("1 MAJ 1999", ["1999-05-01"]),
        # a date torn by a line end
        ("4\nmars\n2021", ["2021-03-04"]),
        # two dates in the order of the text, whatever their form
        ("den 5 juni 2021 och 2021-05-05", ["2021-06-05", "2021-05-05"]),
        # month and day must exist
        ("2021-13-04", []),
        ("2021-00-10", []),
        ("2021-05-32", []),
        # without year, month in figures, other numbers
        ("den 4 mars", []),
        ("den fjärde mars 2021", ["2021-03-04"]),
        ("den tjugoförsta maj 2021 och den 1:a juni 2021", ["2021-05-21", "2021-06-01"]),
        ("4/3 2021", []),
        ("KS 2021-0304", []),
        ("Dnr 12021-03-045", []),
        ("1821-03-04", []),
        ("4 kvartalet 2021", []),
        ("", []),
    ],
)
def test_find_dates(text: str, dates: list[str]) -> None:
    assert [one for _, one in find_dates(text)] == dates
    assert first_date(text) == (dates[0] if dates else None)


@pytest.mark.parametrize(
    ("text", "offsets"),
    [("Mötet 2021-03-04 och den 5 mars 2021.", [6, 25]), ("4 mars 2021", [0])],
)
def test_find_dates_says_where(text: str, offsets: list[int]) -> None:
    assert [offset for offset, _ in find_dates(text)] == offsets


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_find_dates_reads_both_forms(day: date) -> None:
    words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    assert first_date(words) == first_date(day.isoformat()) == day.isoformat()


@given(st.text(max_size=80))
def test_find_dates_never_raises(text: str) -> None:
    assert all(0 <= offset < len(text) for offset, _ in find_dates(text))


@pytest.mark.parametrize("text", ["den 45 mars 2021", "den 0 mars 2021", "2021-02-00"])
def test_find_dates_leaves_out_days_that_do_not_exist(text: str) -> None:
    assert find_dates(text) == []
