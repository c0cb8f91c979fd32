"""Who stood behind the same alternative, outside the governing parties."""

import random

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.opposition import groups
from tests.analytics.decided import stances

QUICK = settings(max_examples=50, deadline=None)
Backed = dict[str, tuple[int, ...]]


def grouped(*decisions: Backed, governing: str = "") -> list[dict[str, int]]:
    """The group of each dissenting party, for parties and the texts that they are behind."""
    boards = [
        {p: "governing/against" if p in governing else "against" for p in backed}
        for backed in decisions
    ]
    rows = [
        (number, party, text)
        for number, backed in enumerate(decisions)
        for party, texts in backed.items()
        for text in texts
    ]
    behind = pd.DataFrame(rows, columns=["decision", "party", "alternative"])
    behind = behind.astype({"decision": int, "alternative": int})
    found = groups(stances(*boards), behind)
    return [
        dict(zip(one["party"].astype(str), one["group"], strict=True))
        for one in (found[found["decision"] == number] for number in range(len(decisions)))
    ]


@pytest.mark.parametrize(
    ("backed", "expected"),
    [
        ({"M": (1,), "L": (1,)}, {"L": 0, "M": 0}),
        ({"M": (1,), "L": (2,)}, {"L": 0, "M": 1}),
        # held together by a third
        ({"M": (1,), "L": (1, 2), "KD": (2,), "SD": (3,)}, {"KD": 0, "L": 0, "M": 0, "SD": 1}),
        # nothing says whom SD stood with
        ({"M": (), "SD": ()}, {"M": 0, "SD": 1}),
    ],
)
def test_parties_behind_one_text_are_a_group(backed: Backed, expected: dict[str, int]) -> None:
    assert grouped(backed) == [expected]


def test_governing_parties_and_other_decisions_stay_apart() -> None:
    assert grouped({"M": (1,), "S": (1,)}, {"M": (1,), "L": (1,)}, governing="S") == [
        {"M": 0},
        {"L": 0, "M": 0},
    ]


def test_no_alternatives_at_all() -> None:
    assert grouped({}) == [{}]
    assert grouped({"M": ()}) == [{"M": 0}]


BACKED = st.dictionaries(
    st.sampled_from("SMLCVK"), st.sets(st.integers(0, 4), max_size=2).map(tuple)
)


@QUICK
@given(st.lists(BACKED, min_size=1, max_size=4))
def test_groups_are_the_components_of_a_graph(decisions: list[Backed]) -> None:
    for found, backed in zip(grouped(*decisions), decisions, strict=True):
        graph = nx.Graph()
        graph.add_nodes_from(backed)
        graph.add_edges_from((p, text) for p, texts in backed.items() for text in texts)
        expected = {frozenset(one & set(backed)) for one in nx.connected_components(graph)} - {
            frozenset()
        }
        made = {frozenset(p for p in found if found[p] == number) for number in found.values()}
        assert made == expected
        assert set(found.values()) == set(range(len(expected)))


@QUICK
@given(BACKED, st.randoms(use_true_random=False))
def test_neither_order_nor_a_text_told_twice_makes_other_groups(
    backed: Backed, mixing: random.Random
) -> None:
    parties = list(backed)
    mixing.shuffle(parties)
    twice = {party: backed[party] * 2 for party in parties}

    assert grouped(twice) == grouped(backed)
