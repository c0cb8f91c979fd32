"""Series broken at known breaks, permutation tests, hints; periods and terms."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.breaks import breaks
from analytics.series import break_tests, hints, permutation_test, segments, series

MARKS = st.lists(st.integers(0, 1), min_size=1, max_size=6)
MANDATES = pd.DataFrame(
    [
        ("Tallvik", "2018-10", ["M", "L"]),
        ("Tallvik", "2020-03-02", ["S", "L"]),
        ("Tallvik", "2022-10-17", ["S", "V"]),
        ("Åminne", "2019-05", ["S"]),
        ("Åminne", "2021-05", ["M"]),
    ],
    columns=["municipality", "start", "governing"],
)


def test_a_new_majority_after_an_election_is_one_break() -> None:
    table = breaks(MANDATES, "Tallvik").astype({"day": str})

    found = table[table["day"].between("2018", "2026")]
    assert found[["day", "kind"]].to_numpy().tolist() == [
        ["2018-10-15", "election"],
        ["2020-03-02", "majority"],
        ["2022-10-17", "majority"],
    ]


def test_nothing_is_said_of_a_month_when_the_majority_changed() -> None:
    days = pd.Series(pd.to_datetime(["2021-04-30", "2021-05-10", "2021-06-01"]))

    found = segments(days, breaks(MANDATES, "Åminne"))

    assert found.isna().tolist() == [False, True, False]
    assert found.iloc[2] == found.iloc[0] + 1


def rows(before: int, hits: int, after: int, hits_after: int) -> pd.DataFrame:
    """So many matters before and after 2 March 2020, with so many hits."""
    days = ["2020-02-03"] * before + ["2020-03-02"] * after
    values = [i < hits for i in range(before)] + [i < hits_after for i in range(after)]
    return pd.DataFrame(
        {"day": pd.to_datetime(days), "value": values, "decision": range(len(days))}
    )


def test_a_series_breaks_inside_a_period() -> None:
    """Mistake 10: the year of a new majority is two rows."""
    table = series(rows(12, 3, 12, 9), breaks(MANDATES, "Tallvik"), "year")

    assert table[["n", "hits", "share"]].to_numpy().tolist() == [[12, 3, 0.25], [12, 9, 0.75]]


def test_a_known_break_is_tested() -> None:
    found = break_tests(rows(12, 3, 12, 9), breaks(MANDATES, "Tallvik"))

    row = found[found["kind"] == "majority"].iloc[0]
    assert (row["n_before"], row["n_after"], row["effect"]) == (12, 12, 0.5)
    # Fisher's exact test of 3 of 12 and 9 of 12, two-sided
    assert row["p"] == pytest.approx(0.0391, abs=1e-4)
    assert break_tests(rows(9, 3, 12, 9), breaks(MANDATES, "Tallvik"))["p"].isna().all()


@settings(max_examples=40, deadline=None)
@given(MARKS, MARKS)
def test_exact_p_is_as_gone_through(before: list[int], after: list[int]) -> None:
    one, two = np.array(before, dtype=float), np.array(after, dtype=float)
    pooled, observed = before + after, abs(one.mean() - two.mean())
    ways = [set(chosen) for chosen in combinations(range(len(pooled)), len(before))]
    apart = [
        abs(
            np.mean([v for i, v in enumerate(pooled) if i in way])
            - np.mean([v for i, v in enumerate(pooled) if i not in way])
        )
        for way in ways
    ]
    plain = np.mean([difference >= observed - 1e-9 for difference in apart])

    assert permutation_test(one, two) == (pytest.approx(plain), True)
    assert permutation_test(two, one)[0] == pytest.approx(plain)


def test_many_numbers_are_drawn_with_a_fixed_seed() -> None:
    one, two = np.linspace(0, 0.9, 30), np.linspace(0.5, 1.4, 30)

    p, exact = permutation_test(one, two)
    assert (p, exact) == permutation_test(one, two)
    assert not exact
    assert p < 0.01


def monthly(shares: list[int]) -> pd.DataFrame:
    """Ten matters a month, with so many hits."""
    return pd.DataFrame(
        {
            "day": pd.Timestamp("2020-01-10") + pd.DateOffset(months=month),
            "value": number < hits,
            "decision": 10 * month + number,
        }
        for month, hits in enumerate(shares)
        for number in range(10)
    )


def test_hints_find_a_clear_change_and_nothing_in_an_even_series() -> None:
    found = hints(monthly([1] * 8 + [8] * 8))

    assert found["day"].dt.strftime("%Y-%m").tolist() == ["2020-09"]
    assert found.loc[0, ["label", "n_before", "n_after"]].tolist() == ["hint", 80, 80]
    assert found.loc[0, "p"] <= 0.001
    assert hints(monthly([4] * 16)).empty
    assert hints(monthly([0, 10]).head(15)).empty
