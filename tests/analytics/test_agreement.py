"""How often two parties stand together, on tables small enough to count by hand."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.agreement import agreement, counted, pair_decisions, square
from analytics.sampling import levels, wilson
from analytics.sides import counted_in_each
from tests.analytics.councils import QUICK, TABLES, Tables, slow_agreement, tables

COUNTS = ["n", "same", "different", "one", "neither", "agree"]


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
    made = tables({"stances": stances, "joint": joint})
    pair = agreement(*made).iloc[0]
    found = pair_decisions(*made, pair=("M", "S")).to_dict("records")

    assert (pair["first"], pair["second"], pair["n"]) == ("M", "S", 1)
    assert (pair[kind], pair["agree"]) == (1, agree)
    assert [(row["kind"], row["agree"]) for row in found] == [(kind, agree)]


@pytest.mark.parametrize(
    "stance", ["silent", "remark", "absent", "not_participating", "split"]
)
def test_agreement_counts_no_party_without_a_side(stance: str) -> None:
    """No shared decision is no data, not 0 and not 100 per cent (mistake 6)."""
    assert agreement(*tables({"stances": {"M": stance, "S": "for"}})).empty


def test_agreement_counts_silence_only_when_asked() -> None:
    made = tables({"stances": {"L": "silent", "M": "against", "S": "silent"}})

    with_silence = agreement(*made, silence=True).set_index(["first", "second"])

    assert agreement(*made).empty
    assert with_silence["agree"].to_dict() == {("L", "M"): 0, ("L", "S"): 1, ("M", "S"): 0}
    assert with_silence.loc[("L", "S"), "neither"] == 1


def test_agreement_leaves_unanimous_decisions_out_unless_asked() -> None:
    """Unanimous decisions inflate agreement (mistake 3)."""
    made = tables(
        {"stances": {"M": "for", "S": "for"}, "contested": False},
        {"stances": {"M": "against", "S": "for"}},
    )

    assert agreement(*made)["n"].tolist() == [1]
    assert agreement(*made, contested_only=False)["n"].tolist() == [2]


def test_two_that_are_silent_while_others_dissent_are_no_pair() -> None:
    """Silence brings nobody nearer to anybody (mistake 4)."""
    apart = {"stances": {"M": "silent", "S": "silent", "V": "against"}}

    assert agreement(*tables(*[apart] * 40)).empty


def test_a_party_with_two_pieces_of_evidence_counts_once() -> None:
    """Several alternatives that both stand behind are one decision (mistake 2)."""
    made = tables({"stances": {"M": "against", "S": "against"}, "joint": ("M", "S")})
    more = made.alternatives.assign(alternative=made.alternatives["alternative"] + 1)

    found = agreement(made.stances, pd.concat([made.alternatives, more]))

    assert found[["n", "same"]].to_numpy().tolist() == [[1, 1]]


def test_agreement_hides_the_figure_on_few_decisions_and_marks_the_uncertain() -> None:
    def share(n: int) -> tuple[bool, str]:
        row = agreement(*tables(*[{"stances": {"M": "for", "S": "for"}}] * n)).iloc[0]
        return bool(pd.isna(row["share"])), str(row["level"])

    assert share(9) == (True, "few")
    assert share(10) == (False, "uncertain")
    assert share(29) == (False, "uncertain")
    assert share(30) == (False, "firm")


APART = {"stances": {"M": "against", "S": "for"}, "matter": 4}


@pytest.mark.parametrize(
    ("decisions", "counts"),
    [
        # the council goes before the executive, whatever the day
        (
            (
                APART | {"rank": 3, "day": "2021-05-01"},
                APART | {"stances": {"M": "for", "S": "for"}},
                APART | {"rank": 2, "day": "2021-06-01"},
            ),
            [0],
        ),
        # twice in one body: the last time
        ((APART | {"day": "2021-05-01"}, APART | {"day": "2021-03-01"}), [0]),
        # a lone position higher up hides nothing
        ((APART, {"stances": {"SD": "against"}, "matter": 4, "rank": 3}), [0]),
        # a day that is not known comes before any that is
        ((APART, APART | {"day": None}), [0]),
    ],
)
def test_a_matter_counts_once_in_its_highest_and_last_body(
    decisions: tuple[dict[str, Any], ...], counts: list[int]
) -> None:
    """One matter passes through many bodies (mistake 8)."""
    made = tables(*decisions)

    assert counted(made.stances)["decision"].unique().tolist() == counts
    assert agreement(*made)[["n", "one"]].to_numpy().tolist() == [[1, 1]]


def test_within_a_column_a_matter_counts_once_for_each_value() -> None:
    made = tables(APART | {"body": "Hamnnämnden"}, APART | {"body": "Skolnämnden"}, APART)

    assert counted_in_each(made.stances, within="body")["decision"].unique().tolist() == [1, 2]


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
    pairs = agreement(*tables({"stances": {"L": "for", "M": "for", "S": "against"}}))

    table = square(pairs, ["S", "L", "M", "C"], "agree")

    assert table.loc["L", "M"] == table.loc["M", "L"] == 1
    assert table.loc["S", "L"] == 0
    assert table.loc["C"].isna().all()


@QUICK
@given(TABLES, st.booleans(), st.booleans())
def test_agreement_is_what_a_slow_count_says(
    made: Tables, contested_only: bool, silence: bool
) -> None:
    how = {"contested_only": contested_only, "silence": silence}
    found = agreement(*made, **how).set_index(["first", "second"])[COUNTS]

    assert found.to_dict("index") == slow_agreement(made, **how)


@QUICK
@given(TABLES, st.booleans(), st.booleans())
def test_agreement_keeps_its_bounds(made: Tables, contested_only: bool, silence: bool) -> None:
    found = agreement(*made, contested_only=contested_only, silence=silence)

    assert (found["first"] < found["second"]).all()
    assert not found.duplicated(["first", "second"]).any()
    assert (found[["same", "different", "one", "neither"]].sum(axis=1) == found["n"]).all()
    assert (found["agree"] >= found["same"]).all()
    assert ((found["low"] >= 0) & (found["low"] <= found["high"]) & (found["high"] <= 1)).all()
    assert (levels(found["n"]) == "few").tolist() == found["share"].isna().tolist()


@QUICK
@given(TABLES)
def test_the_decisions_behind_a_pair_are_those_that_were_counted(made: Tables) -> None:
    for row in agreement(*made).to_dict("records"):
        behind = pair_decisions(*made, pair=(row["first"], row["second"]))

        assert behind["agree"].sum() == row["agree"]
        kinds = behind["kind"].value_counts().reindex(COUNTS[1:-1], fill_value=0)
        assert kinds.tolist() == [row[kind] for kind in COUNTS[1:-1]]


@QUICK
@given(TABLES, st.randoms(use_true_random=False))
def test_agreement_does_not_depend_on_the_order_of_rows(made: Tables, random: Any) -> None:
    orders = [list(range(len(table))) for table in made]
    for order in orders:
        random.shuffle(order)
    mixed = [table.iloc[order] for table, order in zip(made, orders, strict=True)]

    pd.testing.assert_frame_equal(agreement(*mixed), agreement(*made))


@QUICK
@given(TABLES)
def test_agreement_does_not_depend_on_silence_said_twice(made: Tables) -> None:
    silent = made.stances[made.stances["stance"] == "silent"]
    more = pd.concat([made.stances, silent], ignore_index=True)

    pd.testing.assert_frame_equal(agreement(more, made.alternatives), agreement(*made))


@QUICK
@given(TABLES)
def test_agreement_does_not_depend_on_what_parties_are_called(made: Tables) -> None:
    other = {"S": "C", "C": "S"}

    def renamed(table: pd.DataFrame) -> pd.DataFrame:
        names = table["party"].astype(str).map(lambda name: other.get(name, name))
        return table.assign(party=names.astype("category"))

    def counts(
        found: pd.DataFrame, names: dict[str, str]
    ) -> dict[frozenset[str], tuple[int, ...]]:
        return {
            frozenset(names.get(name, name) for name in (row["first"], row["second"])): tuple(
                int(row[column]) for column in COUNTS
            )
            for row in found.to_dict("records")
        }

    swapped = agreement(*(renamed(table) for table in made))
    assert counts(swapped, other) == counts(agreement(*made), {})


@QUICK
@given(st.integers(0, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_holds_the_share_and_mirrors(counts: tuple[int, int]) -> None:
    agree, n = counts
    low, high = wilson(agree, n)

    assert 0 <= low <= high <= 1
    assert n == 0 or low - 1e-9 <= agree / n <= high + 1e-9
    assert wilson(n - agree, n) == pytest.approx((1 - high, 1 - low))
    # a limit is told as 0 or 100 % when it is exactly so, and only then
    assert (low == 0) == (agree == 0)
    assert (high == 1) == (agree == n)
