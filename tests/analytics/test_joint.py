"""What parties signed together."""

from collections import defaultdict
from itertools import combinations
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.joint import KINDS, joint_acts
from tests.analytics.councils import QUICK

COLUMNS = ["statement_id", "matter_id", "act", "party"]


def signed(*statements: tuple[str, str, str]) -> pd.DataFrame:
    """Statements ("matter", "act", "party letters"), each party one letter."""
    rows = [
        (f"s{number:02}", matter, act, party)
        for number, (matter, act, parties) in enumerate(statements)
        for party in parties
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


@pytest.mark.parametrize(
    ("statements", "row"),
    [
        # one together, one each alone: 1 of 3 matters
        (
            (
                ("m1", "reservation", "MS"),
                ("m2", "reservation", "M"),
                ("m3", "reservation", "S"),
            ),
            ("reservation", 1, 2, 2, 3, ("s00",)),
        ),
        # the same matter in a board, in the executive and retold: one matter, three ids
        (
            (
                ("m1", "reservation", "MS"),
                ("m1", "reservation", "SM"),
                ("m1", "reservation", "MSV"),
            ),
            ("reservation", 1, 1, 1, 1, ("s00", "s01", "s02")),
        ),
        # in the second matter each on its own: both totals, but one matter of either
        (
            (
                ("m1", "reservation", "MS"),
                ("m2", "reservation", "M"),
                ("m2", "reservation", "S"),
            ),
            ("reservation", 1, 2, 2, 2, ("s00",)),
        ),
        # comments under three names are one kind
        (
            (
                ("m1", "särskilt uttalande", "MS"),
                ("m2", "särskilt yttrande", "MS"),
                ("m3", "protokollsanteckning", "M"),
            ),
            ("comment", 2, 3, 2, 3, ("s00", "s01")),
        ),
        # one matter, each with a reservation of its own beside the joint one
        (
            (("m1", "reservation", "MS"), ("m1", "reservation", "S")),
            ("reservation", 1, 1, 1, 1, ("s00",)),
        ),
        ((("m1", "motion", "MS"),), ("motion", 1, 1, 1, 1, ("s00",))),
        ((("m1", "yrkande", "SM"),), ("yrkande", 1, 1, 1, 1, ("s00",))),
    ],
)
def test_joint_acts_count_matters(
    statements: tuple[tuple[str, str, str], ...], row: tuple[Any, ...]
) -> None:
    """One matter passes through many bodies and counts once (mistake 8)."""
    found = joint_acts(signed(*statements))
    pair = found[(found["first"] == "M") & (found["second"] == "S")]

    columns = ["kind", "joint", "first_total", "second_total", "either", "statements"]
    assert pair[columns].itertuples(index=False, name=None).__next__() == row


def test_who_signs_nothing_together_has_no_row() -> None:
    found = joint_acts(signed(("m1", "reservation", "M"), ("m1", "reservation", "S")))

    assert found.empty
    assert "jaccard" in found


def test_a_likeness_on_few_matters_is_hidden() -> None:
    """Below ten the figure is hidden (mistake 6); beside each count stands the party's own
    total, since counts alone measure being in opposition (mistake 7)."""
    few, enough = (
        joint_acts(signed(*((f"m{n}", "reservation", "MS") for n in range(several)))).iloc[0]
        for several in (9, 10)
    )

    assert (few["level"], enough["level"]) == ("few", "uncertain")
    assert pd.isna(few["jaccard"]) and enough["jaccard"] == 1


ACT = st.sampled_from([act for acts in KINDS.values() for act in acts] + ["fråga"])
STATEMENT = st.tuples(
    st.sampled_from(["m1", "m2", "m3"]), ACT, st.sets(st.sampled_from("LMSV")).map("".join)
)
SIGNED = st.lists(STATEMENT, max_size=12).map(lambda held: signed(*held))


def slow_joint(
    rows: pd.DataFrame,
) -> dict[tuple[str, str, str], tuple[int, int, tuple[str, ...]]]:
    """Joint matters, matters of either, and ids, by kind and pair."""
    matters, own, ids = defaultdict(set), defaultdict(set), defaultdict(list)
    kind = {act: name for name, acts in KINDS.items() for act in acts}
    for statement, group in rows[rows["act"].isin(list(kind))].groupby("statement_id"):
        name, matter = kind[group["act"].iloc[0]], group["matter_id"].iloc[0]
        for party in group["party"]:
            own[name, party].add(matter)
        for first, second in combinations(sorted(group["party"]), 2):
            matters[name, first, second].add(matter)
            ids[name, first, second].append(statement)
    return {
        key: (len(held), len(own[key[0], key[1]] | own[key[0], key[2]]), tuple(ids[key]))
        for key, held in matters.items()
    }


@QUICK
@given(SIGNED, st.randoms(use_true_random=False))
def test_joint_acts_are_what_a_slow_count_says(rows: pd.DataFrame, random: Any) -> None:
    order = list(range(len(rows)))
    random.shuffle(order)
    found = joint_acts(rows.iloc[order])

    told = {
        (row["kind"], row["first"], row["second"]): (row["joint"], row["either"], ids)
        for row, ids in zip(found.to_dict("records"), found["statements"], strict=True)
    }
    assert told == slow_joint(rows)
    assert ((found["low"] >= 0) & (found["high"] <= 1)).all()
    assert (found["joint"] <= found[["first_total", "second_total"]].min(axis=1)).all()
