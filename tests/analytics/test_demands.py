"""Counts of demands, and who criticises whom."""

from collections import Counter
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.demands import criticism, criticism_edges, demands_over_time, every_period
from tests.analytics.councils import QUICK

COLUMNS = ["demand_id", "municipality", "date", "parties", "kind", "addressee", "group_id"]
DEMANDS = pd.DataFrame(
    [
        ("d1", "Tallvik", "2021-03-04", ["M"], "kritik", "majoriteten", "g1"),
        ("d2", "Tallvik", "2021-05-06", ["M", "C"], "kritik", "S", "g2"),
        ("d3", "Tallvik", "2022-05-06", ["M"], "kritik", "S", "g2"),
        ("d4", "Tallvik", "2021-05-06", ["S"], "krav", None, "g3"),
        ("d5", "Tallvik", "2021-09-06", ["S"], "krav", None, "g3"),
        ("d6", "Tallvik", None, ["S"], "kritik", "M", "g4"),
        ("d7", "Tallvik", "2021-09-06", [], "kritik", "M", "g5"),
        ("d8", "Tallvik", "2021-09-06", ["V"], "kritik", None, "g6"),
        ("d9", "Tallvik", "2021-09-07", ["V"], "kritik", "majoriteten", "g7"),
    ],
    columns=COLUMNS,
)
MANDATES = pd.DataFrame(
    [("Tallvik", "2018-10", "2022-10-17", ["S", "V"]), ("Näset", "2018-10", None, ["M"])],
    columns=["municipality", "start", "end", "governing"],
)


def counts(table: pd.DataFrame, *columns: str) -> list[tuple[object, ...]]:
    return list(table[[*columns, "n"]].itertuples(index=False, name=None))


def test_a_demand_repeated_within_the_period_counts_once() -> None:
    table = demands_over_time(DEMANDS[DEMANDS["kind"] == "krav"])
    assert counts(table, "period", "party", "kind") == [("2021", "S", "krav", 1)]
    assert table["demand_ids"].tolist() == [["d4"]]


def test_a_joint_demand_counts_for_each_party() -> None:
    table = demands_over_time(DEMANDS[DEMANDS["demand_id"] == "d2"], step="month")
    assert counts(table, "period", "party") == [("2021-05", "C", 1), ("2021-05", "M", 1)]


def test_the_majority_stays_a_word_without_mandates() -> None:
    assert counts(criticism(DEMANDS), "period", "party", "addressee", "resolved") == [
        ("2021", "C", "S", False, 1),
        ("2021", "M", "S", False, 1),
        ("2021", "M", "majoriteten", False, 1),
        ("2021", "V", "majoriteten", False, 1),
        ("2022", "M", "S", False, 1),
    ]


def test_the_majority_is_the_parties_that_governed_that_day() -> None:
    table = criticism(DEMANDS, mandates=MANDATES)
    resolved = table[table["resolved"]]
    # V governs itself, and does not criticise itself
    assert counts(resolved, "party", "addressee") == [
        ("M", "S", 1),
        ("M", "V", 1),
        ("V", "S", 1),
    ]
    assert resolved["demand_ids"].tolist() == [["d1"], ["d1"], ["d9"]]


@pytest.mark.parametrize("day", ["2018-09-30", "2022-10-17"])
def test_outside_every_mandate_the_majority_is_left_open(day: str) -> None:
    row = DEMANDS.head(1).assign(date=day)
    table = criticism(row, mandates=MANDATES)
    assert counts(table, "addressee", "resolved") == [("majoriteten", False, 1)]


def test_edges_add_up_the_periods() -> None:
    edges = criticism_edges(criticism(DEMANDS))
    heaviest = edges.iloc[0]
    assert (heaviest["source"], heaviest["target"], heaviest["weight"]) == ("M", "S", 2)
    assert heaviest["demand_ids"] == ["d2", "d3"]
    assert edges["weight"].sum() == 5


def test_nothing_gives_empty_tables() -> None:
    nothing = DEMANDS.head(0)
    assert demands_over_time(nothing).empty
    assert criticism_edges(criticism(nothing, mandates=MANDATES)).empty


DEMAND = st.tuples(
    st.sampled_from(["Tallvik", "Näset"]),
    st.sampled_from(["2021-03-04", "2021-09-06", "2022-10-17", "2023-01-09", None]),
    st.lists(st.sampled_from("SMV"), max_size=2, unique=True),
    st.sampled_from(["krav", "kritik"]),
    st.sampled_from(["S", "M", "majoriteten", None]),
    st.sampled_from(["g1", "g2", None]),
)
SOME = st.lists(DEMAND, max_size=10)


def wanted(rows: list[Any]) -> pd.DataFrame:
    made = [(f"d{number}", *row) for number, row in enumerate(rows)]
    return pd.DataFrame(made, columns=COLUMNS)


@QUICK
@given(SOME)
def test_demands_over_time_are_what_a_slow_count_says(rows: list[Any]) -> None:
    seen: set[Any] = set()
    expected: Counter[tuple[str, str, str]] = Counter()
    for _, day, parties, kind, _, group in rows:
        for party in parties if day else ():
            if group is None or (day[:4], party, group) not in seen:
                expected[day[:4], party, kind] += 1
            seen.add((day[:4], party, group))

    table = demands_over_time(wanted(rows))

    found = table.set_index(["period", "party", "kind"])["n"].to_dict()
    assert found == expected
    assert table["demand_ids"].map(len).tolist() == table["n"].tolist()


@QUICK
@given(SOME)
def test_criticism_is_what_a_slow_count_says(rows: list[Any]) -> None:
    expected: Counter[tuple[str, str, str, bool]] = Counter()
    for place, day, parties, kind, addressee, _ in rows:
        if not day or kind != "kritik" or addressee is None:
            continue
        governed = [
            one["governing"]
            for one in MANDATES.to_dict("records")
            if one["municipality"] == place
            and one["start"] <= day
            and (pd.isna(one["end"]) or day < one["end"])
        ]
        known = addressee == "majoriteten" and len(governed) == 1
        for party in parties:
            for aimed in governed[0] if known else [addressee]:
                if aimed != party:
                    expected[day[:4], party, aimed, known] += 1

    table = criticism(wanted(rows), mandates=MANDATES)

    keys = ["period", "party", "addressee", "resolved"]
    assert table.set_index(keys)["n"].to_dict() == expected
    assert criticism_edges(table)["weight"].sum() == expected.total()


@pytest.mark.parametrize(
    ("step", "periods"),
    [
        ("whole", {"2021–2022"}),
        ("term", {"2018–2022"}),
        ("year", {"2021", "2022"}),
        ("quarter", {"2021-Q1", "2021-Q2", "2021-Q3", "2022-Q2"}),
        ("month", {"2021-03", "2021-05", "2021-09", "2022-05"}),
    ],
)
def test_periods_are_told_as_they_are_asked_for(step: str, periods: set[str]) -> None:
    assert set(demands_over_time(DEMANDS, step=step)["period"]) == periods


@pytest.mark.parametrize(
    ("date", "step", "period"),
    [
        ("2022-10-14", "term", "2018–2022"),
        ("2022-10-15", "term", "2022–2026"),
        ("2021-12-31", "quarter", "2021-Q4"),
        ("2021-03-04", "whole", "2021"),
    ],
)
def test_a_day_falls_in_its_period(date: str, step: str, period: str) -> None:
    row = DEMANDS.head(1).assign(date=date)

    assert list(demands_over_time(row, step=step)["period"]) == [period]


@pytest.mark.parametrize(
    ("periods", "every"),
    [
        (["2024", "2021"], ["2021", "2022", "2023", "2024"]),
        (["2021-Q4", "2022-Q2"], ["2021-Q4", "2022-Q1", "2022-Q2"]),
        (["2022–2026", "2014–2018"], ["2014–2018", "2022–2026"]),
        (["2021"], ["2021"]),
    ],
)
def test_every_year_and_quarter_between_has_its_place(
    periods: list[str], every: list[str]
) -> None:
    assert every_period(periods) == every
