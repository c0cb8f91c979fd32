"""Series broken at known breaks, permutation tests, hints; periods and terms."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from analytics.breaks import breaks
from analytics.sampling import wilson
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


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        # the level changes where another majority took over: known, and no hint
        ([1] * 8 + [8] * 8, []),
        # the known break is in September, and something else happened in November
        ([1] * 8 + [1] * 2 + [8] * 8, ["2020-11"]),
    ],
)
def test_hints_leave_known_breaks_alone(shares: list[int], expected: list[str]) -> None:
    """Mistake 10: no stretch that is searched runs across a change of majority."""
    known = pd.DataFrame({"day": [pd.Timestamp("2020-09-01")], "kind": ["majority"]})

    found = hints(monthly(shares), known.assign(settled=known["day"]))
    assert found["day"].dt.strftime("%Y-%m").tolist() == expected


def test_what_a_stretch_hints_at_does_not_depend_on_what_else_is_looked_at() -> None:
    known = pd.DataFrame({"day": [pd.Timestamp("2020-09-01")], "kind": ["majority"]})
    known = known.assign(settled=known["day"])
    rows = monthly([3, 5, 2, 4, 3, 5, 2, 4, *[2] * 4, *[7] * 4])

    whole = hints(rows, known)
    late = hints(rows[rows["day"] >= "2020-05-01"], known)
    assert whole["day"].dt.strftime("%Y-%m").tolist() == ["2021-01"]
    pd.testing.assert_frame_equal(whole, late)


NUMBERS = st.lists(st.integers(0, 8).map(lambda eighths: eighths / 8), min_size=1, max_size=5)


@settings(max_examples=40, deadline=None)
@given(NUMBERS, NUMBERS)
def test_of_other_numbers_all_ways_are_gone_through_when_few(
    before: list[float], after: list[float]
) -> None:
    pooled, observed = before + after, abs(np.mean(after) - np.mean(before))
    as_far = ways = 0
    for chosen in combinations(range(len(pooled)), len(before)):
        one = [pooled[i] for i in chosen]
        two = [pooled[i] for i in range(len(pooled)) if i not in chosen]
        as_far += abs(np.mean(two) - np.mean(one)) >= observed - 1e-9
        ways += 1

    p, exact = permutation_test(np.array(before), np.array(after))
    assert (p, exact) == (pytest.approx(as_far / ways), True)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 60), st.integers(0, 60))
def test_of_marks_on_equal_sides_it_is_fishers_exact_test(hits: int, hits_after: int) -> None:
    """With sides of one size, splits as far apart are those as unlikely: Fisher's own p."""
    one, two = (np.arange(60) < some for some in (hits, hits_after))
    table = [[hits, 60 - hits], [hits_after, 60 - hits_after]]

    found, exact = permutation_test(one.astype(float), two.astype(float))
    assert exact
    assert found == pytest.approx(fisher_exact(table).pvalue, rel=1e-6)


@settings(max_examples=30, deadline=None)
@given(NUMBERS, NUMBERS, st.floats(0.5, 4), st.floats(-3, 3))
def test_p_sees_neither_sides_nor_units(
    before: list[float], after: list[float], scale: float, move: float
) -> None:
    one, two = np.array(before), np.array(after)
    p = permutation_test(one, two)[0]

    assert 0 < p <= 1
    assert permutation_test(two, one)[0] == pytest.approx(p)
    assert permutation_test(one * scale + move, two * scale + move)[0] == pytest.approx(p)


DAYS = st.dates(date(2017, 1, 1), date(2024, 12, 31))
VALUED = st.lists(st.tuples(DAYS, st.booleans()), max_size=40)


def valued(rows: list[tuple[date, bool]]) -> pd.DataFrame:
    made = pd.DataFrame(rows, columns=["day", "value"]).astype({"day": "datetime64[us]"})
    return made.assign(decision=range(len(rows)))


def slow_segment(day: date, known: list[dict[str, Any]]) -> int | None:
    """How many breaks came before a day; None between the month and the day of one."""
    begun = sum(one["day"].date() <= day for one in known)
    settled = sum(one["settled"].date() <= day for one in known)
    return begun if begun == settled else None


@settings(max_examples=40, deadline=None)
@given(VALUED, st.sampled_from(["Tallvik", "Åminne"]), st.randoms(use_true_random=False))
def test_series_are_what_a_slow_count_says(
    rows: list[tuple[date, bool]], place: str, random: Any
) -> None:
    known = breaks(MANDATES, place)
    expected: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
    for day, value in rows:
        segment = slow_segment(day, known.to_dict("records"))
        if segment is not None:
            expected[segment, day.year][0] += value
            expected[segment, day.year][1] += 1
    order = list(range(len(rows)))
    random.shuffle(order)

    table = series(valued(rows).iloc[order], known, "year")

    found = {
        (row["segment"], row["period"].year): [row["hits"], row["n"]]
        for row in table.to_dict("records")
    }
    assert found == expected
    low, high = wilson(table["hits"], table["n"])
    assert (table["low"] == low).all() and (table["high"] == high).all()
    assert (table["share"].isna() == (table["n"] < 10)).all()


@settings(max_examples=40, deadline=None)
@given(VALUED)
def test_a_break_is_tested_on_the_stretches_beside_it(rows: list[tuple[date, bool]]) -> None:
    known = breaks(MANDATES, "Tallvik")
    sides: dict[int, list[bool]] = defaultdict(list)
    for day, value in rows:
        segment = slow_segment(day, known.to_dict("records"))
        if segment is not None:
            sides[segment].append(value)

    found = break_tests(valued(rows), known).set_index("day")

    for number, one in enumerate(known.to_dict("records")):
        before, after = sides[number], sides[number + 1]
        assert (one["day"] in found.index) == bool(before and after)
        if before and after:
            row = found.loc[one["day"]]
            assert (row["n_before"], row["n_after"]) == (len(before), len(after))
            assert row["before"] == pytest.approx(np.mean(before))
            assert row["after"] == pytest.approx(np.mean(after))
            assert pd.isna(row["p"]) == (min(len(before), len(after)) < 10)


CHANGES = st.lists(
    st.tuples(DAYS, st.sampled_from([("M", "L"), ("S",), ("S", "V")]), st.booleans()),
    max_size=5,
    unique_by=lambda one: (one[0].year, one[0].month),
)


@settings(max_examples=60, deadline=None)
@given(CHANGES)
def test_breaks_are_what_a_slow_look_says(changes: list[tuple[date, Any, bool]]) -> None:
    """A day is a new majority's where others governed before, and an election's where no new
    majority follows within three months."""
    mandates = pd.DataFrame(
        [
            ("Tallvik", day.isoformat() if exact else day.isoformat()[:7], list(parties))
            for day, parties, exact in changes
        ],
        columns=["municipality", "start", "governing"],
    )
    expected, before = [], None
    for day, parties, exact in sorted(changes):
        if before is not None and set(parties) != set(before):
            expected.append((day if exact else day.replace(day=1), "majority"))
        before = parties
    for year in (2018, 2022):
        election = date(year, 10, 15)
        waits = [day - election.replace(day=1) for day, _ in expected]
        if not any(timedelta(0) <= wait <= timedelta(92) for wait in waits):
            expected.append((election, "election"))

    table = breaks(mandates, "Tallvik")
    told = [(row.day.date(), row.kind) for row in table.itertuples()]

    assert sorted(one for one in told if 2017 <= one[0].year <= 2024) == sorted(expected)
    assert table["day"].is_monotonic_increasing
    assert (table["settled"] >= table["day"]).all()
    assert breaks(mandates, "Annan ort")["kind"].unique().tolist() == ["election"]
