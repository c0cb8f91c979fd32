"""What parties wanted, once per matter and wish, as small tables."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.stands import stands

FIRST: dict[str, Any] = {
    **{"decision": 0, "matter": 7, "rank": 2, "day": pd.Timestamp("2031-03-04"), "body": "KS"},
    **{"municipality": "Tallvik", "party": "S", "governing": True, "source": "position"},
    **{"act": "yrkande", "stance": "for", "outcome": "bifall", "vote_kind": None},
    **{"quote": "S yrkar bifall till planen."},
}
COUNCIL = {"decision": 1, "rank": 3, "day": pd.Timestamp("2031-04-05"), "body": "KF"}


def found(*changes: dict[str, Any]) -> list[tuple[Any, ...]]:
    rows = pd.DataFrame([FIRST | change for change in changes])
    made = stands(rows.astype({"governing": "boolean"}))
    return [
        tuple(row) for row in made[["decision", "party", "wish", "row"]].to_numpy().tolist()
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([{}], [(0, "S", 1, 0)]),
        # for the refusal of a motion is against it
        ([{"outcome": "avslag"}], [(0, "S", -1, 0)]),
        # the highest body, once for each wish
        ([{}, COUNCIL], [(1, "S", 1, 1)]),
        ([{}, {**COUNCIL, "stance": "against"}], [(0, "S", 1, 0), (1, "S", -1, 1)]),
        ([{}, {**COUNCIL, "party": "M"}], [(0, "S", 1, 0), (1, "M", 1, 1)]),
        # in order of time, wherever they stand
        ([{**COUNCIL, "matter": 8}, {}], [(0, "S", 1, 1), (1, "S", 1, 0)]),
        # nothing to show, to place in time, or to tell
        ([{"quote": None}], []),
        ([{"quote": ""}], []),
        ([{"day": pd.NaT}], []),
        ([{"outcome": "besvarad"}], []),
        ([{"source": "statement", "stance": None}], []),
    ],
)
def test_stands(changes: list[dict[str, Any]], expected: list[tuple[Any, ...]]) -> None:
    assert found(*changes) == expected


SAID = st.fixed_dictionaries(
    {
        "decision": st.integers(0, 5),
        "matter": st.integers(0, 2),
        "rank": st.integers(2, 3),
        "day": st.sampled_from([pd.Timestamp("2031-03-04"), pd.Timestamp("2031-04-05")]),
        "party": st.sampled_from("SM"),
        "stance": st.sampled_from(["for", "against", "abstained"]),
        "outcome": st.sampled_from(["bifall", "avslag", "besvarad"]),
        "quote": st.sampled_from(["S yrkar bifall till planen.", ""]),
    }
)


@settings(max_examples=80, deadline=None)
@given(st.lists(SAID, min_size=1, max_size=10, unique_by=lambda row: row["decision"]))
def test_stands_are_what_a_slow_look_says(changes: list[dict[str, Any]]) -> None:
    """Mistake 8: of one matter and wish only the highest and last body's."""
    given_ = [FIRST | change for change in changes]
    expected = []
    for row in given_:
        wanted = {"bifall": 1, "avslag": -1, "besvarad": 0}[row["outcome"]]
        wanted *= {"for": 1, "against": -1, "abstained": 0}[row["stance"]]
        if wanted and row["quote"]:
            late = row["rank"], row["day"], row["decision"]
            expected.append((row["matter"], row["party"], wanted, late))
    last = {
        own: max(late for *one, late in expected if tuple(one) == own)
        for *key, _ in expected
        for own in [tuple(key)]
    }
    order = sorted((late[1], late[0], late[2], own) for own, late in last.items())

    assert [(number, party, wish) for number, party, wish, _ in found(*changes)] == [
        (decision, party, wish) for _, _, decision, (_, party, wish) in order
    ]
