"""Votes and how close they were, on tables small enough to count by hand."""

from collections import defaultdict
from statistics import median
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.periods import Step
from analytics.votes import abstentions, closest, counted, margins, over_time
from tests.analytics.test_conflict import DAY, table


def vote(yes: int | None, no: int | None, **more: Any) -> dict[str, Any]:
    return {"yes": yes, "no": no, "abstain": None, "absent": None, "main": True, **more}


@pytest.mark.parametrize(
    ("row", "margin", "abstention", "turnout", "close"),
    [
        (vote(11, 10, abstain=0, absent=4), 1, 0.0, 21 / 25, True),
        (vote(5, 4), 1, None, None, True),
        (vote(30, 20, abstain=10, absent=0), 10, 10 / 60, 1.0, False),
        (vote(42, 39), 3, None, None, True),
        (vote(4, 4), 0, None, None, True),
        (vote(0, 0, abstain=3), 0, 1.0, None, False),
    ],
)
def test_margins(
    row: dict[str, Any],
    margin: int,
    abstention: float | None,
    turnout: float | None,
    close: bool,
) -> None:
    found = margins(table(row)).iloc[0]

    assert (found["margin"], found["close"]) == (margin, close)
    for name, expected in (("abstention", abstention), ("turnout", turnout)):
        assert (None if pd.isna(found[name]) else found[name]) == pytest.approx(expected)


def test_votes_over_time_and_the_closest() -> None:
    rows = table(*(vote(10 + i, 9, vote_id=f"v{i}") for i in range(12)), vote(None, 3))

    found = over_time(rows, "year").iloc[0]
    # 10 to 9, and 11 to 9: two of twenty
    assert (found["n"], found["median_margin"], found["close"]) == (12, 6.5, 2)
    assert closest(rows, most=2)["vote_id"].tolist() == ["v0", "v1"]


@pytest.mark.parametrize(
    ("step", "periods"),
    [
        ("year", [("2022-01-01", 1), ("2022-10-17", 2), ("2023-01-01", 1)]),
        ("quarter", [("2022-04-01", 1), ("2022-10-17", 2), ("2023-01-01", 1)]),
        ("term", [("2018-10-15", 1), ("2022-10-17", 3)]),
    ],
)
def test_votes_over_time_are_broken_where_the_majority_changes(
    step: Step, periods: list[tuple[str, int]]
) -> None:
    """Mistake 10: votes before and after a new majority are never one figure."""
    days = ("2022-05-02", "2022-10-17", "2022-12-01", "2023-01-30")
    made = [vote(10, 9, vote_id=day, day=pd.Timestamp(day), abstain=0) for day in days]
    known = pd.DataFrame({"day": [pd.Timestamp("2022-10-17")], "kind": ["majority"]})
    broken = known.assign(settled=known["day"])

    found = over_time(table(*made), step, broken)
    told = found["period"].dt.strftime("%Y-%m-%d")
    assert list(zip(told, found["n"], strict=True)) == periods
    assert abstentions(table(*made), step, broken)["told"].tolist() == found["n"].tolist()


NUMBER = st.one_of(st.none(), st.integers(0, 30))
VOTE = st.fixed_dictionaries(
    {
        "yes": NUMBER,
        "no": NUMBER,
        "abstain": NUMBER,
        "absent": NUMBER,
        "main": st.booleans(),
        "day": st.sampled_from([DAY, DAY + pd.Timedelta(days=400), pd.NaT]),
    }
)


@settings(max_examples=50, deadline=None)
@given(st.lists(VOTE, max_size=25))
def test_votes_over_time_are_what_a_slow_count_says(rows: list[dict[str, Any]]) -> None:
    expected: dict[int, list[tuple[int, bool, int | None]]] = defaultdict(list)
    for row in rows:
        yes, no, day = row["yes"], row["no"], row["day"]
        if row["main"] and None not in (yes, no) and not pd.isna(day):
            near = yes + no > 0 and abs(yes - no) <= max(1, (yes + no) / 10)
            expected[day.year].append((abs(yes - no), near, row["abstain"]))
    numbered = [{**row, "vote_id": f"v{i:02}"} for i, row in enumerate(rows)]
    made = table(*(numbered or [{**vote(1, 0), "vote_id": "v", "main": False}]))

    found = over_time(made, "year")

    assert found["period"].dt.year.tolist() == sorted(expected)
    for row in found.to_dict("records"):
        own = expected[row["period"].year]
        assert (row["n"], row["close"]) == (len(own), sum(near for _, near, _ in own))
        if len(own) >= 10:
            assert row["median_margin"] == median(margin for margin, _, _ in own)
            assert 0 <= row["low"] <= row["share"] + 1e-9 <= row["high"] + 1e-9 <= 1 + 1e-9
        else:
            assert pd.isna(row["share"]) and pd.isna(row["median_margin"])
    some = abstentions(made, "year")
    assert (some["with_abstentions"] <= some["told"]).all()
    assert len(counted(made, "year")) == found["n"].sum()


@settings(max_examples=30, deadline=None)
@given(st.lists(VOTE, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_the_closest_come_first_whatever_the_order(
    rows: list[dict[str, Any]], random: Any
) -> None:
    made = table(*({**row, "vote_id": f"v{i:02}"} for i, row in enumerate(rows)))
    order = list(range(len(rows)))
    random.shuffle(order)

    first = closest(made.iloc[order])

    assert first["margin"].is_monotonic_increasing
    assert first["vote_id"].tolist() == closest(made)["vote_id"].tolist()


def slow_margin(row: dict[str, Any]) -> tuple[Any, ...] | None:
    """The figures of one vote; None in one of them where it cannot be told."""
    yes, no, abstain, absent = (row[name] for name in ("yes", "no", "abstain", "absent"))
    if yes is None or no is None:
        return None
    cast, margin = yes + no, max(yes, no) - min(yes, no)
    voters = None if abstain is None else cast + abstain
    every = None if voters is None or absent is None else voters + absent
    return (
        *(cast, margin, margin / cast if cast else None),
        abstain / voters if voters else None,
        voters / every if every else None,
        cast > 0 and (margin <= 1 or 10 * margin <= cast),
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(VOTE, min_size=1, max_size=12))
def test_margins_are_what_a_slow_look_at_each_vote_says(rows: list[dict[str, Any]]) -> None:
    found = margins(table(*rows)).set_index("decision")

    names = ["cast", "margin", "relative", "abstention", "turnout", "close"]
    told = {
        number: tuple(None if pd.isna(row[name]) else row[name] for name in names)
        for number, row in found.to_dict("index").items()
    }
    slow = {number: slow_margin(row) for number, row in enumerate(rows)}
    assert told == {number: row for number, row in slow.items() if row is not None}


@settings(max_examples=40, deadline=None)
@given(st.lists(VOTE, min_size=1, max_size=12), st.integers(1, 4))
def test_the_closest_and_who_abstained_are_what_a_slow_look_says(
    rows: list[dict[str, Any]], most: int
) -> None:
    named = [{**row, "vote_id": f"v{i:02}"} for i, row in enumerate(rows)]
    told = {row["vote_id"]: (row, slow) for row in named if (slow := slow_margin(row))}
    order = sorted(
        told,
        key=lambda one: (
            told[one][1][1],
            1.1 if told[one][1][2] is None else told[one][1][2],
            0 if pd.isna(told[one][0]["day"]) else -told[one][0]["day"].value,
            one,
        ),
    )
    expected: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for row, slow in told.values():
        if row["main"] and not pd.isna(row["day"]) and slow[3] is not None:
            expected[row["day"].year][0] += 1
            expected[row["day"].year][1] += row["abstain"] > 0

    found = abstentions(table(*named), "year")

    assert closest(table(*named), most=most)["vote_id"].tolist() == order[:most]
    assert {
        row["period"].year: [row["told"], row["with_abstentions"]]
        for row in found.to_dict("records")
    } == expected
