"""Conflict, dissent, wins and close votes, on tables small enough to count by hand."""

from collections import Counter
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.conflict import (
    behind,
    conflict_level,
    dissent_rate,
    motion_outcomes,
    party_rows,
    win_rate,
)
from analytics.matters import last_of_matter
from analytics.votes import closest, margins, over_time

DAY = pd.Timestamp("2031-02-03")
STANCES = ("for", "against", "silent", "absent", "not_participating")


def table(*rows: dict[str, Any]) -> pd.DataFrame:
    base = {"rank": 3, "day": DAY, "body": "Kommunfullmäktige", "municipality": "Tallvik"}
    made = [{"decision": i, "matter": i, **base, **row} for i, row in enumerate(rows)]
    return pd.DataFrame(made)


def test_conflict_level_counts_a_matter_once() -> None:
    """Mistake 8; and by body, once in each body."""
    lower = {"matter": 1, "rank": 2, "body": "Kommunstyrelsen"}
    quiet = {"dissent": False, "contested": False, "decided_by": None}
    loud = {"dissent": True, "contested": True, "decided_by": "votering"}
    rows = table({**quiet}, {**lower, **quiet}, {"matter": 1, **loud})

    found = conflict_level(rows).set_index("measure")
    assert found[["hits", "n"]].to_numpy().tolist() == [[1, 2], [1, 1], [1, 2]]
    by_body = conflict_level(rows, ["body"])
    dissent = by_body[by_body["measure"] == "dissent"].set_index("body")
    assert dissent["n"].to_dict() == {"Kommunfullmäktige": 2, "Kommunstyrelsen": 1}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("SMQ"), st.sampled_from(STANCES), st.booleans())))
def test_dissent_is_as_counted_plainly(rows: list[tuple[str, str, bool]]) -> None:
    """Mistake 7: a party is set beside itself, governing and not."""
    made = table(*({"party": p, "stance": s, "governing": g} for p, s, g in rows))
    frame = made if rows else table({"party": "S", "stance": "absent", "governing": True})
    taken = Counter((p, g) for p, s, g in rows if s not in STANCES[3:])
    against = Counter((p, g) for p, s, g in rows if s == "against")

    found = dissent_rate(frame).set_index(["party", "governing"])

    assert found["n"].to_dict() == dict(taken)
    assert {key: hits for key, hits in found["hits"].items() if hits} == dict(against)
    assert found["share"].isna().eq(found["n"] < 10).all()
    for key, n in found["n"].items():
        figure = dict(zip(("party", "governing"), key, strict=True))
        assert len(behind(party_rows(frame), figure)) == n


def test_wins_of_own_proposals() -> None:
    rows = table(
        {"party": "S", "own": True, "adopted": True},
        {"party": "S", "own": True, "adopted": False},
        {"party": "S", "own": True, "adopted": None},
        {"party": "S", "own": False, "adopted": True},
    )

    assert win_rate(rows)[["hits", "n"]].to_numpy().tolist() == [[1, 2]]
    assert win_rate(rows, own=False)[["hits", "n"]].to_numpy().tolist() == [[1, 1]]


def test_an_answered_motion_is_no_win_and_no_loss() -> None:
    """Only the council's last word counts, not the executive's advice."""
    rows = table(
        {"party": "Q", "outcome": "avslag", "matter": 0, "rank": 2},
        {"party": "Q", "outcome": "besvarad", "matter": 0},
        {"party": "Q", "outcome": "avslag", "matter": 1, "rank": 2},
        {"party": "Q", "outcome": "återremiss", "matter": 2},
    )

    found = motion_outcomes(rows).set_index("outcome")
    assert found["hits"].to_dict() == {
        "bifall": 0,
        "delvis bifall": 0,
        "avslag": 0,
        "besvarad": 1,
        "annat": 1,
    }
    assert set(found["n"]) == {2}


def vote(yes: int | None, no: int | None, **more: Any) -> dict[str, Any]:
    return {"yes": yes, "no": no, "abstain": None, "absent": None, "main": True, **more}


@pytest.mark.parametrize(
    ("row", "margin", "abstention", "turnout", "close"),
    [
        (vote(11, 10, abstain=0, absent=4), 1, 0.0, 21 / 25, True),
        (vote(5, 4), 1, None, None, True),
        (vote(30, 20, abstain=10, absent=0), 10, 10 / 60, 1.0, False),
        (vote(42, 39), 3, None, None, True),
        (vote(4, 4), 0, None, None, True),
        (vote(0, 0, abstain=3), 0, 1.0, None, False),
    ],
)
def test_margins(
    row: dict[str, Any],
    margin: int,
    abstention: float | None,
    turnout: float | None,
    close: bool,
) -> None:
    found = margins(table(row)).iloc[0]

    assert (found["margin"], found["close"]) == (margin, close)
    for name, expected in (("abstention", abstention), ("turnout", turnout)):
        assert (None if pd.isna(found[name]) else found[name]) == pytest.approx(expected)


def test_votes_over_time_and_the_closest() -> None:
    rows = table(*(vote(10 + i, 9, vote_id=f"v{i}") for i in range(12)), vote(None, 3))

    found = over_time(rows, "year").iloc[0]
    # 10 to 9, and 11 to 9: two of twenty
    assert (found["n"], found["median_margin"], found["close"]) == (12, 6.5, 2)
    assert closest(rows, most=2)["vote_id"].tolist() == ["v0", "v1"]


def test_last_of_matter_keeps_the_highest_and_last_decision() -> None:
    rows = table(
        {"matter": 1, "rank": 3, "day": DAY},
        {"matter": 1, "rank": 3, "day": DAY + pd.Timedelta(days=1)},
        {"matter": 1, "rank": 2, "day": DAY + pd.Timedelta(days=2)},
        {"matter": 2, "rank": 0, "day": pd.NaT},
    )

    assert last_of_matter(rows)["decision"].tolist() == [1, 3]
    assert last_of_matter(rows.iloc[:0]).empty
