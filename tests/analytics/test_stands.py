"""What parties wanted, once per matter and wish, as small tables."""

from typing import Any

import pandas as pd
import pytest

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
