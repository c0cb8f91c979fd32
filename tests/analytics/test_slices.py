"""Agreement by topic, body, majority and time."""

from collections import defaultdict
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.agreement import agreement
from analytics.periods import Step
from analytics.slices import agreement_by, pair_over_time, slice_decisions
from tests.analytics.councils import QUICK, TABLES, Tables, slow_points, tables

TOGETHER = {"stances": {"M": "for", "S": "for"}}
APART = {"stances": {"M": "against", "S": "for"}}


@pytest.mark.parametrize(
    ("by", "decisions", "counts"),
    [
        (
            "topic",
            (TOGETHER | {"topic": "skolor"}, APART | {"topic": "hamnar"}, APART),
            [("hamnar", 1, 0), ("skolor", 1, 1)],
        ),
        (
            "item_type",
            (TOGETHER | {"item_type": "motion"}, APART, APART),
            [("förslag", 2, 0), ("motion", 1, 1)],
        ),
        # 2022 on both sides of the election; a matter belongs to its last body's time
        (
            "term",
            (
                TOGETHER | {"day": "2022-10-14"},
                APART | {"day": "2022-10-15"},
                TOGETHER | {"day": "2022-10-13", "matter": 7},
                APART | {"day": "2022-11-01", "matter": 7, "rank": 3},
            ),
            [("2018-10-15", 1, 1), ("2022-10-15", 2, 0)],
        ),
        # mistake 10: a year is broken where a council or a majority is new
        (
            "year",
            (
                TOGETHER | {"day": "2022-03-01", "mandate": "2018-10-15"},
                APART | {"day": "2022-10-16", "mandate": "2018-10-15"},
                APART | {"day": "2022-11-01", "mandate": "2022-10-17"},
                APART | {"day": "2023-11-01", "mandate": "2022-10-17"},
            ),
            [("2022-01-01", 1, 1), ("2022-10-15", 1, 0), ("2022-10-17", 1, 0)]
            + [("2023-01-01", 1, 0)],
        ),
        (
            "mandate",
            (TOGETHER | {"mandate": "2022-10-17"}, APART | {"mandate": None}),
            [("2022-10-17", 1, 1)],
        ),
        # by body a matter counts once in each
        (
            "body",
            (
                TOGETHER | {"body": "Hamnnämnden", "matter": 7},
                APART | {"body": "Hamnnämnden", "matter": 7, "day": "2021-01-01"},
                APART | {"body": "Kommunstyrelsen", "matter": 7, "rank": 2},
            ),
            [("Hamnnämnden", 1, 1), ("Kommunstyrelsen", 1, 0)],
        ),
    ],
)
def test_agreement_by_counts_each_slice(
    by: str, decisions: tuple[dict[str, Any], ...], counts: list[tuple[str, int, int]]
) -> None:
    found = agreement_by(*tables(*decisions), by=by)

    assert found.columns[0] == by
    named = found[by].map(
        lambda value: str(value)[:10] if by in ("term", "mandate", "year") else value
    )
    assert list(zip(named, found["n"], found["agree"], strict=True)) == counts


def test_a_year_with_a_change_of_majority_gives_two_points() -> None:
    """A majority can change inside a series (mistake 10)."""
    held = [
        ("2022-03-01", "2018-10-15"),
        ("2022-10-16", "2018-10-15"),
        ("2022-12-01", "2022-10-17"),
    ]
    made = tables(*(APART | {"day": day, "mandate": since} for day, since in held))

    found = pair_over_time(*made, pair=("S", "M"))

    columns = ["period", "term", "mandate"]
    assert found[columns].astype(str).to_numpy().tolist() == [
        ["2022-01-01", "2018-10-15", "2018-10-15"],
        ["2022-01-01", "2022-10-15", "2018-10-15"],
        ["2022-01-01", "2022-10-15", "2022-10-17"],
    ]
    assert found["n"].tolist() == [1, 1, 1]


def test_over_several_municipalities_no_majority_is_told() -> None:
    there = {"mandate": "2018-10-15", "day": "2021-03-04"}
    made = tables(APART | there, APART | there | {"municipality": "Granby"})

    found = pair_over_time(*made, pair=("M", "S"), step="half")

    assert found["mandate"].isna().all()
    assert found["n"].tolist() == [2]


def test_a_pair_without_a_shared_decision_has_no_points() -> None:
    """No shared decision is no data (mistake 6)."""
    found = pair_over_time(*tables(APART), pair=("M", "C"))

    assert found.empty
    assert [*found.columns[:4]] == ["period", "term", "mandate", "n"]


@QUICK
@given(TABLES, st.sampled_from(["topic", "mandate", "body"]), st.booleans())
def test_agreement_by_is_what_a_slow_count_says(made: Tables, by: str, silence: bool) -> None:
    slow: dict[tuple[Any, str, str], list[int]] = defaultdict(lambda: [0, 0])
    how = {"silence": silence, "within": "body" if by == "body" else None}
    for row, first, second, _, agree in slow_points(made, **how):
        if not pd.isna(row[by]):
            counts = slow[row[by], first, second]
            counts[0] += 1
            counts[1] += agree

    found = agreement_by(*made, by=by, silence=silence)

    keys = zip(found[by], found["first"], found["second"], strict=True)
    assert dict(zip(keys, found[["n", "agree"]].to_numpy().tolist(), strict=True)) == slow


@QUICK
@given(TABLES)
def test_slices_of_time_add_up_to_the_whole(made: Tables) -> None:
    dated = Tables(made.stances.dropna(subset="day"), made.alternatives)
    whole = agreement(*dated).set_index(["first", "second"])["n"]

    for by in ("year", "half"):
        parts = agreement_by(*dated, by=by).groupby(["first", "second"])["n"].sum()
        assert parts.to_dict() == whole.to_dict()


@QUICK
@given(TABLES, st.sampled_from(["topic", "body", "year"]))
def test_the_decisions_behind_a_slice_are_those_that_were_counted(
    made: Tables, by: str
) -> None:
    for row in agreement_by(*made, by=by).to_dict("records"):
        behind = slice_decisions(*made, by=by, pair=(row["first"], row["second"]))
        here = behind[behind[by] == row[by]]

        assert (len(here), here["agree"].sum()) == (row["n"], row["agree"])


@QUICK
@given(TABLES)
def test_points_over_time_add_up_and_stand_in_order(made: Tables) -> None:
    dated = Tables(made.stances.dropna(subset="day"), made.alternatives)
    for row in agreement(*dated).to_dict("records"):
        found = pair_over_time(*dated, pair=(row["second"], row["first"]))

        assert found[["n", "same", "agree"]].sum().tolist() == [
            row[name] for name in ("n", "same", "agree")
        ]
        assert found["period"].is_monotonic_increasing


@QUICK
@given(TABLES, st.permutations("CLMSV"), st.sampled_from(["half", "year"]), st.booleans())
def test_points_over_time_are_what_a_slow_count_says(
    made: Tables, letters: list[str], step: Step, silence: bool
) -> None:
    pair, slow = tuple(sorted(letters[:2])), defaultdict(lambda: [0, 0])
    for row, first, second, _, agree in slow_points(made, silence=silence):
        if (first, second) == pair and not pd.isna(row["day"]):
            day, since = str(row["day"])[:10], str(row["mandate"])[:10]
            month = "07" if step == "half" and day[5:7] > "06" else "01"
            term = "2022-10-15" if day >= "2022-10-15" else "2018-10-15"
            term = "2014-10-15" if day < "2018-10-15" else term
            counts = slow[f"{day[:4]}-{month}-01", term, since]
            counts[0] += 1
            counts[1] += agree

    found = pair_over_time(*made, pair=(pair[1], pair[0]), step=step, silence=silence)

    starts = (found[name].astype(str).fillna("NaT") for name in ("period", "term", "mandate"))
    keys = zip(*starts, strict=True)
    assert dict(zip(keys, found[["n", "agree"]].to_numpy().tolist(), strict=True)) == slow
