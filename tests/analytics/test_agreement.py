"""How often two parties stand together, on tables small enough to count by hand."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.agreement import (
    agreement,
    body_rank,
    last_per_matter,
    level,
    pair_decisions,
    square,
    wilson,
)

COLUMNS = [
    "case_id",
    "body",
    "date",
    "matter_id",
    "party",
    "stance",
    "contested",
    "alternatives",
]

QUICK = settings(max_examples=30, deadline=None)


def rows(*cases: dict[str, Any]) -> pd.DataFrame:
    """Positions from cases: ``{"stances": {"S": "for"}, "joint": ["M", "L"], …}``."""
    table = [
        {
            "case_id": case.get("case_id", f"c{number}"),
            "body": case.get("body", "Hamnnämnden"),
            "date": case.get("date", f"2021-01-{number + 1:02d}"),
            "matter_id": case.get("matter_id"),
            "party": party,
            "stance": stance,
            "contested": case.get("contested", True),
            "alternatives": ["joint"] if party in case.get("joint", ()) else [f"own-{party}"],
        }
        for number, case in enumerate(cases)
        for party, stance in case["stances"].items()
    ]
    return pd.DataFrame(table, columns=COLUMNS)


@pytest.mark.parametrize(
    ("stances", "joint", "kind", "agree"),
    [
        # both behind what was decided
        ({"M": "for", "S": "for"}, (), "same", True),
        # both against, with one reservation between them
        ({"M": "against", "S": "against"}, ("M", "S"), "same", True),
        # both against, each for something else
        ({"M": "against", "S": "against"}, (), "different", False),
        ({"M": "against", "S": "for"}, (), "one", False),
        ({"M": "for", "S": "against"}, (), "one", False),
        # abstaining is no dissent, and not the decision either
        ({"M": "abstained", "S": "for"}, (), "neither", False),
        ({"M": "abstained", "S": "abstained"}, (), "same", True),
        ({"M": "abstained", "S": "against"}, (), "one", False),
    ],
)
def test_agreement_tells_four_kinds_apart(
    stances: dict[str, str], joint: tuple[str, ...], kind: str, agree: bool
) -> None:
    found = pair_decisions(rows({"stances": stances, "joint": joint})).to_dict("records")

    assert [(row["first"], row["second"]) for row in found] == [("M", "S")]
    assert (found[0]["kind"], found[0]["agree"]) == (kind, agree)


@pytest.mark.parametrize(
    "stance", ["silent", "remark", "absent", "not_participating", "split"]
)
def test_agreement_counts_no_party_without_a_side(stance: str) -> None:
    assert agreement(rows({"stances": {"M": stance, "S": "for"}})).empty


def test_agreement_counts_silence_only_when_asked() -> None:
    table = rows({"stances": {"L": "silent", "M": "against", "S": "silent"}})

    counted = agreement(table, silence=True).set_index(["first", "second"])

    assert agreement(table).empty
    assert counted["agree"].to_dict() == {("L", "M"): 0, ("L", "S"): 1, ("M", "S"): 0}
    assert counted.loc[("L", "S"), "neither"] == 1


def test_agreement_leaves_unanimous_decisions_out_unless_asked() -> None:
    table = rows(
        {"stances": {"M": "for", "S": "for"}, "contested": False},
        {"stances": {"M": "against", "S": "for"}},
    )

    assert agreement(table)["n"].tolist() == [1]
    assert agreement(table, contested_only=False)["n"].tolist() == [2]


def test_agreement_hides_the_figure_on_few_decisions_and_marks_the_uncertain() -> None:
    def share(n: int) -> tuple[bool, str]:
        row = agreement(rows(*[{"stances": {"M": "for", "S": "for"}}] * n)).iloc[0]
        return bool(pd.isna(row["share"])), str(row["level"])

    assert share(9) == (True, "few")
    assert share(10) == (False, "uncertain")
    assert share(29) == (False, "uncertain")
    assert share(30) == (False, "firm")


def test_a_matter_counts_once_in_the_highest_body() -> None:
    apart = {"stances": {"M": "against", "S": "for"}, "matter_id": "dnr 4"}
    table = rows(
        apart | {"body": "Kommunfullmäktige", "date": "2021-05-01"},
        apart | {"body": "Hamnnämnden", "stances": {"M": "for", "S": "for"}},
        apart | {"body": "Kommunstyrelsen", "date": "2021-06-01"},
    )

    assert last_per_matter(table)["body"].unique().tolist() == ["Kommunfullmäktige"]
    assert agreement(table)[["n", "one"]].to_numpy().tolist() == [[1, 1]]


def test_a_lone_position_higher_up_does_not_hide_the_pair_below() -> None:
    table = rows(
        {"stances": {"M": "against", "S": "for"}, "matter_id": "dnr 4"},
        {"stances": {"SD": "against"}, "matter_id": "dnr 4", "body": "Kommunfullmäktige"},
    )

    assert agreement(table)["n"].tolist() == [1]


@pytest.mark.parametrize(
    ("body", "rank"),
    [
        ("Kommunfullmäktige", 3),
        ("Kommunstyrelsen", 2),
        ("Stadsberedningen", 1),
        ("Hamnnämnden", 0),
        (None, 0),
    ],
)
def test_body_rank(body: str | None, rank: int) -> None:
    assert body_rank(body) == rank


# Textbook values of the Wilson interval at 95 %, to three decimals.
@pytest.mark.parametrize(
    ("agree", "n", "low", "high"),
    [
        (0, 0, 0.0, 1.0),
        (5, 10, 0.237, 0.763),
        (0, 10, 0.0, 0.278),
        (10, 10, 0.722, 1.0),
        (81, 100, 0.722, 0.875),
    ],
)
def test_wilson(agree: int, n: int, low: float, high: float) -> None:
    assert wilson(agree, n) == pytest.approx((low, high), abs=0.001)


def test_square_is_the_same_on_both_sides_of_the_diagonal() -> None:
    pairs = agreement(rows({"stances": {"L": "for", "M": "for", "S": "against"}}))

    table = square(pairs, ["S", "L", "M", "C"], "agree")

    assert table.loc["L", "M"] == table.loc["M", "L"] == 1
    assert table.loc["S", "L"] == 0
    assert table.loc["C"].isna().all()


STANCES = st.sampled_from(["for", "against", "abstained", "silent", "remark"])
CASE = st.builds(
    lambda stances, joint, contested: {
        "stances": stances,
        "joint": joint,
        "contested": contested,
    },
    st.dictionaries(st.sampled_from("SMLCV"), STANCES, min_size=1),
    st.sets(st.sampled_from("SMLCV")),
    st.booleans(),
)
TABLES = st.lists(CASE, min_size=1, max_size=12).map(lambda cases: rows(*cases))


@QUICK
@given(TABLES, st.booleans(), st.booleans())
def test_agreement_keeps_its_bounds(
    table: pd.DataFrame, contested_only: bool, silence: bool
) -> None:
    found = agreement(table, contested_only=contested_only, silence=silence)

    assert (found["first"] < found["second"]).all()
    assert not found.duplicated(["first", "second"]).any()
    assert (found[["same", "different", "one", "neither"]].sum(axis=1) == found["n"]).all()
    assert (found["agree"] >= found["same"]).all()
    assert ((found["low"] >= 0) & (found["low"] <= found["high"]) & (found["high"] <= 1)).all()
    assert [level(n) == "few" for n in found["n"]] == found["share"].isna().tolist()


@QUICK
@given(TABLES, st.randoms(use_true_random=False))
def test_agreement_does_not_depend_on_the_order_of_rows(
    table: pd.DataFrame, random: Any
) -> None:
    order = list(range(len(table)))
    random.shuffle(order)

    pd.testing.assert_frame_equal(agreement(table.iloc[order]), agreement(table))


@QUICK
@given(TABLES)
def test_agreement_does_not_depend_on_what_parties_are_called(table: pd.DataFrame) -> None:
    other = {"S": "C", "C": "S"}
    renamed = table.assign(party=table["party"].map(lambda name: other.get(name, name)))

    def counts(
        found: pd.DataFrame, names: dict[str, str]
    ) -> dict[frozenset[str], tuple[int, ...]]:
        return {
            frozenset(names.get(name, name) for name in (row["first"], row["second"])): tuple(
                int(row[column]) for column in ("n", "same", "different", "one", "neither")
            )
            for row in found.to_dict("records")
        }

    assert counts(agreement(renamed), other) == counts(agreement(table), {})


@QUICK
@given(st.integers(0, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_holds_the_share_and_mirrors(counted: tuple[int, int]) -> None:
    agree, n = counted
    low, high = wilson(agree, n)

    assert 0 <= low <= high <= 1
    assert n == 0 or low - 1e-9 <= agree / n <= high + 1e-9
    assert wilson(n - agree, n) == pytest.approx((1 - high, 1 - low))
