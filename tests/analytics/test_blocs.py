"""The tree and the map, on parties whose nearness is known."""

from itertools import combinations
from statistics import correlation
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import pdist, squareform

from analytics.blocs import DESCRIPTIVE, Tree, largest_governing, plane, tree
from analytics.scaling import oriented, scaled, stress
from tests.analytics.councils import QUICK, Tables, tables

# S and V always together, M and L in 18 of 20; S and V with M in 2 of 20, with L never
KNOWN = [
    *[{"stances": {"S": "for", "V": "for", "M": "against", "L": "against"}}] * 18,
    *[{"stances": {"S": "for", "V": "for", "M": "for", "L": "against"}}] * 2,
]
TWO_BLOCS = tables(*(one | {"joint": ("M", "L")} for one in KNOWN))


def told(made: Tree) -> list[tuple[str, float]]:
    """Each join as letters, with its height."""
    heights = made.joins["height"].round(6)
    return [("".join(one), h) for one, h in zip(made.joins["members"], heights, strict=True)]


def test_the_tree_joins_the_nearest_first() -> None:
    # across: (0.9 + 0.9 + 1 + 1) / 4
    made = tree(*TWO_BLOCS)

    assert told(made) == [("SV", 0.0), ("LM", 0.1), ("LMSV", 0.95)]
    assert made.order == ("L", "M", "S", "V")
    assert made.joins["n"].tolist() == [20, 20, 20]
    assert made.joins["agreement"].tolist() == pytest.approx([1, 0.9, 0.05])
    assert made.cophenetic > 0.99


def test_the_tree_and_the_map_say_that_they_only_describe() -> None:
    """Eight parties cannot carry a spatial model (mistake 12)."""
    assert set(tree(*TWO_BLOCS).joins["use"]) == {DESCRIPTIVE}
    assert set(plane(*TWO_BLOCS).positions["use"]) == {DESCRIPTIVE}


def test_support_tells_firm_groups_from_loose_ones() -> None:
    # A and B nearly always together; C as often with either of two
    rng = np.random.default_rng(7)
    draws = rng.random((40, 3)) < 0.5
    loose = tables(
        *(
            {"stances": {"A": "for", "B": "for", **_sides(C=one, D=two, E=three)}}
            for one, two, three in draws
        )
    )

    support = tree(*loose).joins.set_index("members")["support"]

    assert support[("A", "B")] == 1.0
    assert support.iloc[1:-1].min() < 0.9
    assert pd.isna(support.iloc[-1])


def _sides(**sides: bool) -> dict[str, str]:
    return {party: "for" if side else "against" for party, side in sides.items()}


def test_a_party_with_too_few_shared_decisions_is_left_out_and_named() -> None:
    """No shared decision is no data (mistake 6)."""
    made = tables(
        *KNOWN,
        *[{"stances": {"C": "for", "S": "for"}}] * 9,
        {"stances": {"D": "against"}},
    )

    for found in (tree(*made), plane(*made)):
        assert found.left_out.to_numpy().tolist() == [["C", 9], ["D", 0]]
    assert tree(*made).order == ("L", "M", "S", "V")


@pytest.mark.parametrize(
    ("decisions", "joins"),
    [
        ([{"stances": {"S": "silent"}}], []),
        ([{"stances": {"M": "for", "S": "for"}}] * 9, []),
        ([{"stances": {"M": "for", "S": "for"}}] * 10, [("MS", 0.0)]),
    ],
)
def test_a_tree_of_hardly_anybody(
    decisions: list[dict[str, Any]], joins: list[tuple[str, float]]
) -> None:
    made = tables(*decisions)

    assert told(tree(*made)) == joins
    assert np.isnan(tree(*made).cophenetic)
    assert len(plane(*made).positions) == 2 * len(joins)


def test_the_map_puts_the_anchor_to_the_left() -> None:
    for anchor in "SM":
        placed = plane(*TWO_BLOCS, anchor=anchor).positions.set_index("party")["x"]
        others = [party for party in "LM" if anchor == "S"] or ["S", "V"]

        assert placed[anchor] < 0 < placed[others].min()


def test_the_map_keeps_the_distances_that_a_plane_can_hold() -> None:
    found = plane(*TWO_BLOCS)

    assert found.stress < 0.05
    assert (found.pairs["distance"] - found.pairs["shown"]).abs().max() < 0.06
    assert found.positions["n"].tolist() == [20] * 4


def test_the_largest_of_those_who_governed_last() -> None:
    made = tables(
        {"stances": {"S": "for", "M": "for"}, "governing": ("M",)},
        {"stances": {"S": "for", "M": "for", "V": "for"}, "governing": ("S", "V")},
        {"stances": {"S": "for", "M": "for"}},
    )
    seats = pd.DataFrame(
        [(1, "S", "for", 2), (1, "S", "against", 2), (1, "V", "for", 3), (0, "M", "for", 9)],
        columns=["decision", "party", "side", "seats"],
    )

    assert largest_governing(made.stances, seats) == "S"
    assert largest_governing(made.stances, seats.iloc[:0]) is None
    assert largest_governing(made.stances.iloc[-2:], seats) is None


SIDE = st.sampled_from(["for", "against", "abstained"])
VOTED = st.fixed_dictionaries(dict.fromkeys("CMSV", SIDE))
COUNCILS = st.lists(VOTED, min_size=10, max_size=30).map(
    lambda votes: tables(*({"stances": stances} for stances in votes))
)


def slow_tree(made: Tables) -> list[float] | None:
    """Heights of an average-linkage tree by trying every join; None where two are as near,
    since any of them may come first."""
    votes = made.stances.pivot(index="decision", columns="party", values="stance").astype(str)
    apart = {
        frozenset(pair): 1
        - sum(one == two and one != "against" for one, two in votes[list(pair)].to_numpy())
        / len(votes)
        for pair in combinations(votes.columns, 2)
    }
    groups: list[tuple[str, ...]] = [(party,) for party in votes.columns]

    def mean(one: tuple[str, ...], other: tuple[str, ...]) -> float:
        return float(np.mean([apart[frozenset((a, b))] for a in one for b in other]))

    heights: list[float] = []
    while len(groups) > 1:
        near = sorted(combinations(groups, 2), key=lambda pair: mean(*pair))
        if len(near) > 1 and np.isclose(mean(*near[0]), mean(*near[1])):
            return None
        one, other = near[0]
        heights.append(mean(one, other))
        groups = [group for group in groups if group not in (one, other)] + [one + other]
    return heights


@QUICK
@given(COUNCILS)
def test_the_tree_is_what_a_slow_one_says(made: Tables) -> None:
    found = tree(*made, resamples=5)

    assert found.joins["height"].is_monotonic_increasing
    assert sorted(found.order) == list("CMSV")
    assert found.joins["support"].dropna().between(0, 1).all()
    slow = slow_tree(made)
    if slow is not None:
        assert (1 - found.joins["agreement"]).tolist() == pytest.approx(slow)


@QUICK
@given(COUNCILS, st.randoms(use_true_random=False))
def test_tree_and_map_do_not_depend_on_the_order_of_rows(made: Tables, random: Any) -> None:
    order = list(range(len(made.stances)))
    random.shuffle(order)
    mixed = made.stances.iloc[order], made.alternatives

    pd.testing.assert_frame_equal(*(tree(*one, resamples=5).joins for one in (mixed, made)))
    pd.testing.assert_frame_equal(plane(*mixed).positions, plane(*made).positions)


POINTS = st.lists(st.tuples(*[st.integers(-20, 20)] * 2), min_size=2, max_size=8, unique=True)


@QUICK
@given(POINTS)
def test_scaling_finds_points_that_lie_on_a_plane(points: list[tuple[int, int]]) -> None:
    distances = squareform(pdist(np.array(points, dtype=float)))

    found = oriented(scaled(distances, seed=1), left=0)

    assert stress(found, distances) < 0.01
    assert found.mean(axis=0) == pytest.approx([0, 0], abs=1e-6)
    assert found[:, 0].var() >= found[:, 1].var() - 1e-9
    assert found[0, 0] < 1e-6


@QUICK
@given(COUNCILS)
def test_stress_is_kruskals_first_formula(made: Tables) -> None:
    found = plane(*made)
    missed = (found.pairs["distance"] - found.pairs["shown"]) ** 2
    shown = (found.pairs["shown"] ** 2).sum()

    expected = (missed.sum() / shown) ** 0.5 if shown else np.nan
    assert found.stress == pytest.approx(expected, nan_ok=True)


def joined_at(link: list[tuple[set[str], float]], pair: frozenset[str]) -> float:
    """How high up two parties are first in one group."""
    return min(height for members, height in link if pair <= members)


@QUICK
@given(COUNCILS)
def test_the_cophenetic_correlation_is_what_a_slow_sum_says(made: Tables) -> None:
    """Of how far apart each two are, and how high up the tree joins them (Pearson)."""
    found = tree(*made, resamples=5)
    link = [
        ({*one}, height)
        for one, height in zip(found.joins["members"], found.joins["height"], strict=True)
    ]
    pairs = plane(*made).pairs
    apart = pairs["distance"].tolist()
    joined = [
        joined_at(link, frozenset(pair))
        for pair in zip(pairs["first"], pairs["second"], strict=True)
    ]

    if len({*apart}) > 1:
        assert found.cophenetic == pytest.approx(correlation(apart, joined))
    else:
        assert np.isnan(found.cophenetic)


GOVERNED = st.lists(
    st.tuples(
        st.sets(st.sampled_from("CMSV"), min_size=1),
        st.sampled_from([("S", "V"), ("M", "C"), None]),
        st.dictionaries(st.sampled_from("CMSV"), st.integers(1, 4)),
    ),
    min_size=1,
    max_size=5,
)


@QUICK
@given(GOVERNED)
def test_the_largest_governing_party_is_what_a_slow_look_says(given_: list[Any]) -> None:
    made = tables(
        *({"stances": dict.fromkeys(some, "for"), "governing": g} for some, g, _ in given_)
    )
    rows = [
        (number, party, "for", seats)
        for number, (_, _, own) in enumerate(given_)
        for party, seats in own.items()
    ]
    known = [number for number, (_, governing, _) in enumerate(given_) if governing]
    some, governing = given_[known[-1]][:2] if known else (set(), ())
    totals = {
        party: sum(seats for _, own, _, seats in rows if own == party)
        for party in sorted(some & {*(governing or ())})
    }
    held = {party: n for party, n in totals.items() if n}

    seats = pd.DataFrame(rows, columns=["decision", "party", "side", "seats"])
    found = largest_governing(made.stances, seats)

    assert found == (max(held, key=lambda party: held[party]) if held else None)
