"""Conflict, dissent and wins, on tables small enough to count by hand."""

from collections import Counter
from typing import Any

import pandas as pd
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
    """Only the council's last word counts, not the executive's advice, and no motion that is
    still under way."""
    rows = table(
        {"party": "Q", "outcome": "avslag", "matter": 0, "rank": 2},
        {"party": "Q", "outcome": "besvarad", "matter": 0},
        {"party": "Q", "outcome": "avslag", "matter": 1, "rank": 2},
        {"party": "Q", "outcome": "noterad", "matter": 2},
        {"party": "Q", "outcome": "återremiss", "matter": 3},
        {"party": "Q", "outcome": "bordläggning", "matter": 4},
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


SETTLED = ("bifall", "delvis bifall", "avslag", "besvarad", "övrigt")
OUTCOMES = (*SETTLED, "återremiss", None)
STEP = st.fixed_dictionaries(
    {
        "matter": st.integers(0, 2),
        "rank": st.integers(2, 3),
        "day": st.sampled_from([DAY, DAY + pd.Timedelta(days=9), pd.NaT]),
        "body": st.sampled_from(["Hamnnämnden", "Kommunfullmäktige"]),
        "party": st.sampled_from("SM"),
        "own": st.booleans(),
        "adopted": st.sampled_from([True, False, None]),
        "outcome": st.sampled_from(OUTCOMES),
        "dissent": st.booleans(),
        "contested": st.booleans(),
        "decided_by": st.sampled_from(["votering", "acklamation", None]),
    }
)
STEPS = st.lists(STEP, min_size=1, max_size=10)


def slow_last(rows: list[dict[str, Any]], *within: str) -> list[dict[str, Any]]:
    """The step of each matter that nothing comes after, asked of every pair of steps."""

    def place(number: int) -> tuple[int, bool, str, int]:
        day = rows[number]["day"]
        return rows[number]["rank"], not pd.isna(day), str(day), number

    def same(one: dict[str, Any], two: dict[str, Any]) -> bool:
        return all(one[name] == two[name] for name in ("matter", *within))

    return [
        row
        for number, row in enumerate(rows)
        if not any(
            same(row, other) and place(later) > place(number)
            for later, other in enumerate(rows)
        )
    ]


@settings(max_examples=40, deadline=None)
@given(STEPS, st.sampled_from([(), ("party",), ("body", "party")]))
def test_the_last_of_a_matter_is_what_a_slow_look_says(
    rows: list[dict[str, Any]], within: tuple[str, ...]
) -> None:
    """Mistake 8: one matter passes through many bodies."""
    found = last_of_matter(table(*rows), within)

    expected = [rows.index(row) for row in slow_last(rows, *within)]
    assert [rows.index(rows[number]) for number in found["decision"]] == expected


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_wins_and_fates_are_what_a_slow_count_says(rows: list[dict[str, Any]]) -> None:
    told = [row for row in rows if row["own"] and row["adopted"] is not None]
    wins = slow_last(told, "party")
    council = [row for row in rows if row["rank"] == 3 and row["outcome"] in SETTLED]
    fates = slow_last(council, "party")

    found = win_rate(table(*rows)).set_index("party")
    assert found["n"].to_dict() == Counter(row["party"] for row in wins)
    hits = Counter(row["party"] for row in wins if row["adopted"])
    assert {party: n for party, n in found["hits"].items() if n} == hits
    made = motion_outcomes(table(*rows)).set_index(["party", "outcome"])["hits"]
    assert {key: n for key, n in made.items() if n} == Counter(
        (row["party"], row["outcome"] if row["outcome"] in OUTCOMES[:4] else "annat")
        for row in fates
    )


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_conflict_is_what_a_slow_count_says(rows: list[dict[str, Any]]) -> None:
    """Mistake 3: a decision without a vote is not "all for": all decisions are counted, and
    the share voted is of those where it is told how they were decided."""
    last = slow_last(rows, "body")

    found = conflict_level(table(*rows), ["body"]).set_index(["measure", "body"])

    for body in {row["body"] for row in rows}:
        own = [row for row in last if row["body"] == body]
        assert found.loc[("dissent", body), ["hits", "n"]].tolist() == [
            sum(row["dissent"] for row in own),
            len(own),
        ]
        known = [row["decided_by"] for row in own if row["decided_by"]]
        if known:
            assert found.loc[("voted", body), ["hits", "n"]].tolist() == [
                known.count("votering"),
                len(known),
            ]


def test_last_of_matter_keeps_the_highest_and_last_decision() -> None:
    rows = table(
        {"matter": 1, "rank": 3, "day": DAY},
        {"matter": 1, "rank": 3, "day": DAY + pd.Timedelta(days=1)},
        {"matter": 1, "rank": 2, "day": DAY + pd.Timedelta(days=2)},
        {"matter": 2, "rank": 0, "day": pd.NaT},
    )

    assert last_of_matter(rows)["decision"].tolist() == [1, 3]
    assert last_of_matter(rows.iloc[:0]).empty


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(STEP, st.sampled_from(STANCES)), min_size=1, max_size=10))
def test_dissent_over_bodies_is_what_a_slow_count_says(
    steps: list[tuple[dict[str, Any], str]],
) -> None:
    rows = [{**step, "stance": stance, "number": i} for i, (step, stance) in enumerate(steps)]
    taken = [row for row in rows if row["stance"] not in ("absent", "not_participating")]

    found, by_body = (
        dissent_rate(table(*rows), by).set_index(list(by))[["hits", "n"]]
        for by in (("party",), ("party", "body"))
    )

    for party in "SM":
        own = [row for row in slow_last(taken, "party") if row["party"] == party]
        hits = sum(row["stance"] == "against" for row in own)
        assert (party in found.index) == bool(own)
        assert not own or found.loc[party].tolist() == [hits, len(own)]
    apart = slow_last(taken, "party", "body")
    assert by_body["n"].to_dict() == Counter((row["party"], row["body"]) for row in apart)


def test_a_party_that_never_took_part_has_no_figure() -> None:
    """Mistake 6: no shared decisions is no data."""
    rows = table(
        {"party": "S", "stance": "for", "governing": True},
        {"party": "M", "stance": "absent", "governing": False},
    )

    assert dissent_rate(rows)["party"].tolist() == ["S"]
