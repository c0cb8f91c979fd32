"""Who signs with whom: nodes, edges and components, on statements small enough to count."""

from collections import defaultdict
from itertools import combinations
from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.joint import KINDS
from analytics.network import network
from tests.analytics.councils import QUICK
from tests.analytics.test_joint import SIGNED, signed

PAIRS = ("MS", "SV", "MV", "LC", "CK", "DE")


def test_a_network_of_parties() -> None:
    made = network(
        signed(
            ("m1", "reservation", "MS"),
            ("m2", "yrkande", "MS"),
            ("m3", "motion", "LV"),
            ("m3", "motion", "C"),
        )
    )

    nodes = made.nodes.set_index("party")
    assert nodes["matters"].to_dict() == {"C": 1, "L": 1, "M": 2, "S": 2, "V": 1}
    assert nodes["component"].to_dict() == {"C": 2, "L": 0, "M": 1, "S": 1, "V": 0}
    assert nodes["neighbours"].to_dict() == {"C": 0, "L": 1, "M": 1, "S": 1, "V": 1}
    assert nodes[["x", "y"]].notna().all(axis=None)
    assert made.edges[["first", "second", "joint", "statements"]].to_numpy().tolist() == [
        ["L", "V", 1, ("s02",)],
        ["M", "S", 2, ("s00", "s01")],
    ]


def test_components_do_not_lie_in_each_other() -> None:
    acts = [(f"m{number}", "reservation", pair) for number, pair in enumerate(PAIRS)]
    nodes = network(signed(*acts)).nodes

    boxes = nodes.groupby("component")[["x", "y"]].agg(["min", "max"])
    assert len(boxes) == 3
    for one, other in combinations(boxes.to_dict("records"), 2):
        apart = [
            one[axis, "max"] < other[axis, "min"] or other[axis, "max"] < one[axis, "min"]
            for axis in ("x", "y")
        ]
        assert any(apart)


def test_a_network_of_chosen_acts_and_strong_ties() -> None:
    rows = signed(
        ("m1", "reservation", "MS"), ("m2", "reservation", "MS"), ("m3", "reservation", "LS")
    )

    assert network(rows, kinds=("motion",)).nodes.empty
    assert network(rows, least=2).edges["first"].tolist() == ["M"]
    assert network(rows, least=2).nodes["party"].tolist() == ["L", "M", "S"]


def test_a_network_of_people_tells_the_latest_party() -> None:
    rows = [
        ("s01", "m1", "motion", "p1", "Berit Sjöholm", "S", "2019-02-01"),
        ("s01", "m1", "motion", "p2", "Göran Ek", "M", "2019-02-01"),
        ("s02", "m2", "motion", "p2", "Göran Ek", None, "2022-02-01"),
        ("s3", "m3", "motion", "p1", "Berit Sjöholm", "V", "2021-02-01"),
        ("s4", "m4", "motion", None, "Okänd", "V", "2021-02-01"),
    ]
    columns = ["statement_id", "matter_id", "act", "person", "name", "party", "day"]
    table = pd.DataFrame(rows, columns=columns).astype({"day": "datetime64[us]"})

    made = network(table, by="person")

    assert made.nodes[["person", "name", "party", "matters"]].to_numpy().tolist() == [
        ["p1", "Berit Sjöholm", "V", 2],
        ["p2", "Göran Ek", "M", 2],
    ]
    assert made.edges["statements"].tolist() == [("s01",)]


@settings(QUICK, max_examples=15)
@given(SIGNED, st.randoms(use_true_random=False))
def test_the_network_lies_still(rows: pd.DataFrame, random: Any) -> None:
    order = list(range(len(rows)))
    random.shuffle(order)
    one, other = network(rows), network(rows.iloc[order])

    pd.testing.assert_frame_equal(one.nodes, other.nodes)
    assert set(one.edges["first"]) | set(one.edges["second"]) <= set(one.nodes["party"])
    assert (one.nodes["neighbours"].sum()) == 2 * len(one.edges)


def slow_network(
    rows: pd.DataFrame, least: int
) -> tuple[dict[str, tuple[int, int, int, frozenset[str]]], dict[tuple[str, str], int]]:
    """For each party its matters, statements, neighbours and those it hangs together with, and
    the joint matters of each pair, gone through one by one."""
    acts = {act for some in KINDS.values() for act in some}
    signers, matter_of = defaultdict(set), {}
    for row in rows.to_dict("records"):
        if row["act"] in acts:
            signers[row["statement_id"]].add(row["party"])
            matter_of[row["statement_id"]] = row["matter_id"]
    joint, own = defaultdict(set), defaultdict(set)
    for statement, parties in signers.items():
        for party in parties:
            own[party].add(statement)
        for pair in combinations(sorted(parties), 2):
            joint[pair].add(matter_of[statement])
    strong = {pair: len(held) for pair, held in joint.items() if len(held) >= least}
    near = {party: {party} for party in own}
    for _ in own:  # as far as the longest chain can be
        for first, second in strong:
            near[first] = near[second] = near[first] | near[second]
            for party in near[first]:
                near[party] = near[first]
    nodes = {
        party: (
            len({matter_of[one] for one in held}),
            len(held),
            sum(party in pair for pair in strong),
            frozenset(near[party]),
        )
        for party, held in own.items()
    }
    return nodes, strong


@QUICK
@given(SIGNED, st.integers(1, 2))
def test_the_network_is_what_a_slow_walk_finds(rows: pd.DataFrame, least: int) -> None:
    made = network(rows, least=least)

    nodes, strong = slow_network(rows, least)
    together = made.nodes.groupby("component")["party"].agg(frozenset)
    found = {
        row["party"]: (
            row["matters"],
            row["statements"],
            row["neighbours"],
            together[row["component"]],
        )
        for row in made.nodes.to_dict("records")
    }
    assert found == nodes
    pairs = made.edges.set_index(["first", "second"])["joint"]
    assert pairs.to_dict() == strong
    sizes = made.nodes["component"].value_counts().sort_index()
    assert sizes.is_monotonic_decreasing  # component 0 is the largest
