"""Tables over decisions: order, counts and periods."""

from collections import Counter
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.contested import (
    RECORDED,
    party_table,
    per_period,
    stance_counts,
)
from tests.analytics.councils import QUICK, TABLES, Tables

STANCES = pd.DataFrame(
    [
        (1, "2021-03-04", "S", "for"),
        (1, "2021-03-04", "M", "against"),
        (2, "2021-05-06", "S", "silent"),
        (2, "2021-05-06", "C", "remark"),
        (3, None, "S", "for"),
    ],
    columns=["decision", "day", "party", "stance"],
).astype({"day": "datetime64[us]", "party": "category", "stance": "category"})


def dated(*dates: str | None) -> pd.DataFrame:
    """Decisions on these dates; every other one is contested."""
    rows = [(date, (number + 1) % 2, 1) for number, date in enumerate(dates)]
    return pd.DataFrame(rows, columns=["date", "contested", "n"])


def test_party_table_has_the_newest_first_and_the_undated_last() -> None:
    table = party_table(STANCES)

    assert table.index.tolist() == [2, 1, 3]
    assert table.columns.tolist() == ["C", "M", "S"]
    assert table.loc[1, "M"] == "against"
    assert pd.isna(table.loc[2, "M"])


def test_party_table_leaves_out_parties_that_the_column_only_could_hold() -> None:
    table = party_table(STANCES[STANCES["party"] != "C"])

    assert table.columns.tolist() == ["M", "S"]


def test_stance_counts_leave_silence_out() -> None:
    counts = stance_counts(STANCES)

    assert counts.loc["S", ["for", "n"]].tolist() == [2, 2]
    assert counts.loc["C", ["remark", "n"]].tolist() == [1, 1]
    assert "silent" not in counts.columns


@QUICK
@given(TABLES)
def test_party_table_holds_every_stance_once(made: Tables) -> None:
    table = party_table(made.stances)

    told = {
        (row.decision, row.party): row.stance for row in made.stances.itertuples(index=False)
    }
    shown = table.stack().dropna()
    assert shown.to_dict() == told


@QUICK
@given(TABLES)
def test_stance_counts_are_what_a_slow_count_says(made: Tables) -> None:
    slow = Counter(
        (row.party, row.stance)
        for row in made.stances.itertuples(index=False)
        if row.stance in RECORDED
    )
    counts = stance_counts(made.stances)

    assert {key: n for key, n in counts[list(RECORDED)].stack().items() if n} == slow
    assert counts["n"].sum() == slow.total()


@pytest.mark.parametrize(
    ("dates", "periods", "step"),
    [
        (
            ("2021-03-04", "2021-03-30", "2021-05-01"),
            ["2021-03-01", "2021-04-01", "2021-05-01"],
            "month",
        ),
        (
            ("2020-08-04", "2022-02-28"),
            [
                "2020-07-01",
                "2020-10-01",
                "2021-01-01",
                "2021-04-01",
                "2021-07-01",
                "2021-10-01",
                "2022-01-01",
            ],
            "quarter",
        ),
        (
            ("2005-02-04", "2015-12-30"),
            [f"{year}-01-01" for year in range(2005, 2016)],
            "year",
        ),
        # a document that only says the year
        (("2019", "2019-02-01"), ["2019-01-01", "2019-02-01"], "month"),
        ((None,), [], "month"),
    ],
)
def test_per_period_chooses_a_step(
    dates: tuple[str | None, ...], periods: list[str], step: str
) -> None:
    table = per_period(dated(*dates))

    assert table["period"].tolist() == periods
    assert set(table["step"]) <= {step}


@QUICK
@given(
    st.lists(
        st.dates(date(1950, 1, 1), date(2030, 1, 1)).map(lambda day: day.isoformat()),
        min_size=1,
    )
)
def test_per_period_counts_every_decision_once(dates: list[str]) -> None:
    table = per_period(dated(*dates))

    assert table["n"].sum() == len(dates)
    assert table["n"].iloc[0] and table["n"].iloc[-1]
    assert (table["contested"] + table["other"] == table["n"]).all()
    assert table["period"].is_monotonic_increasing


def slow_first(day: str, step: str) -> str:
    months = {"year": 12, "quarter": 3, "month": 1}[step]
    month = int(day[5:7])
    return f"{day[:4]}-{month - (month - 1) % months:02}-01"


@QUICK
@given(st.lists(st.dates(date(1998, 1, 1), date(2003, 1, 1)).map(str), min_size=1, max_size=9))
def test_per_period_is_what_a_slow_count_says(dates: list[str]) -> None:
    years = [int(day[:4]) for day in dates]
    span = max(years) - min(years)
    step = "month" if span < 2 else "quarter" if span < 10 else "year"
    first, last = (slow_first(day, step) for day in (min(dates), max(dates)))
    every = [f"{year}-{month:02}-01" for year in range(1998, 2004) for month in range(1, 13)]
    n = Counter(slow_first(day, step) for day in dates)
    contested = Counter(slow_first(day, step) for day in dates[::2])

    table = per_period(dated(*dates))

    assert table[["period", "contested", "n"]].to_numpy().tolist() == [
        [day, contested[day], n[day]]
        for day in every
        if first <= day <= last and day == slow_first(day, step)
    ]
