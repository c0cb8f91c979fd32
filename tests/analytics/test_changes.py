"""What two stands tell: of yearly matters one change, and only while the same parties govern;
a promise kept, a proposal that came back."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.changes import changes, kept_promises, links, new_outcomes

MANDATES = {1: "2018", 2: "2018", 3: "2018", 4: "2022", 5: None, 6: None}
DECISIONS = pd.DataFrame({"decision": list(MANDATES), "mandate": list(MANDATES.values())})


def found(*rows: tuple[int, int, str, str, bool]) -> pd.DataFrame:
    columns = ["first_decision", "second_decision", "party", "second_title", "recurring"]
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(municipality="Tallvik", opposite=True, place_changed=None)


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ([], []),
        ([(1, 4, "S", "Ny skola", False)], [(1, 4, "S")]),
        # others govern another budget
        ([(1, 4, "S", "Budget 2023", True)], []),
        ([(1, 2, "S", "Budget 2020", True)], [(1, 2, "S")]),
        # for and against, year after year
        (
            [(1, 2, "S", "Budget 2020", True), (2, 3, "S", "Budget 2021", True)],
            [(1, 2, "S")],
        ),
        # another party, and another yearly matter
        (
            [
                (1, 2, "S", "Budget 2020", True),
                (1, 2, "M", "Budget 2020", True),
                (2, 3, "S", "Taxa 2021", True),
            ],
            [(1, 2, "S"), (1, 2, "M"), (2, 3, "S")],
        ),
        # the one that is left out for its mandate does not count as the first
        (
            [(3, 4, "S", "Budget 2022", True), (2, 3, "S", "Budget 2021", True)],
            [(2, 3, "S")],
        ),
        # unknown who governed: not known to be the same
        ([(5, 6, "S", "Budget 2020", True)], []),
        ([(5, 6, "S", "Ny skola", False)], [(5, 6, "S")]),
    ],
)
def test_changes(rows: list[Any], kept: list[Any]) -> None:
    made = changes(found(*rows), DECISIONS)

    columns = ["decision_before", "decision_after", "party"]
    assert list(made[columns].itertuples(index=False, name=None)) == kept
    assert set(made["kind"]) <= {"changed_position"}


def test_a_change_with_power_is_told_apart() -> None:
    rows = found((1, 4, "S", "Ny skola", False), (1, 4, "M", "Ny skola", False))
    made = changes(rows.assign(place_changed=[True, None]), DECISIONS)
    assert made["kind"].tolist() == ["reversed_in_power", "changed_position"]


# S in opposition in the first decision, governing in the second, 2 000 days later.
STAND: dict[str, Any] = {
    **{"municipality": "Tallvik", "party": "S", "opposite": False, "recurring": False},
    **{"place_changed": True, "first_decision": 1, "second_decision": 4},
    **{"first_matter": 10, "second_matter": 20, "first_title": "a", "second_title": "b"},
    **{"first_stance": "against", "second_stance": "for", "first_wish": -1, "second_wish": 1},
    **{"first_governing": False, "second_governing": True},
    **{"first_day": pd.Timestamp("2019-01-01"), "second_day": pd.Timestamp("2024-06-23")},
}


@pytest.mark.parametrize(
    ("change", "kept", "anew"),
    [
        ({}, True, False),
        ({"opposite": True}, False, False),
        ({"recurring": True}, False, False),
        ({"first_governing": True}, False, False),
        ({"second_governing": None}, False, False),
        ({"second_governing": False}, False, False),
        # it went along the first time, or lost the second time too
        ({"first_stance": "for"}, False, False),
        ({"second_stance": "against"}, False, False),
        # it wanted the same proposal both times
        ({"first_wish": 1}, True, True),
        ({"first_wish": 1, "second_governing": False}, False, True),
        ({"first_wish": 1, "first_governing": None}, False, True),
        ({"first_wish": 1, "second_matter": 10}, True, False),
        # a month later: one matter on its way
        ({"first_wish": 1, "second_day": pd.Timestamp("2019-02-01")}, True, False),
        # it wanted the refusal both times
        ({"second_wish": -1}, True, False),
    ],
)
def test_promises_kept_and_proposals_that_came_back(
    change: dict[str, Any], kept: bool, anew: bool
) -> None:
    rows = pd.DataFrame([STAND | change])
    assert (len(kept_promises(rows)), len(new_outcomes(rows))) == (kept, anew)
    told = links(rows, DECISIONS)
    # one sentence says it
    assert len(told) == (bool(change.get("opposite")) or kept or anew)


def test_nothing_to_compare_gives_no_links() -> None:
    assert links(pd.DataFrame([STAND]).iloc[:0], DECISIONS).empty


COMPARED = st.fixed_dictionaries(
    {
        "party": st.sampled_from("SM"),
        "opposite": st.booleans(),
        "recurring": st.booleans(),
        "place_changed": st.sampled_from([True, False, None]),
        "first_decision": st.integers(1, 6),
        "second_decision": st.integers(1, 6),
        "first_matter": st.integers(1, 2),
        "second_matter": st.integers(1, 2),
        "second_title": st.sampled_from(["Budget 2020", "Budget 2021", "Ny skola"]),
        "first_stance": st.sampled_from(["for", "against"]),
        "second_stance": st.sampled_from(["for", "against"]),
        "first_wish": st.sampled_from([1, -1]),
        "second_wish": st.sampled_from([1, -1]),
        "first_governing": st.sampled_from([True, False, None]),
        "second_governing": st.sampled_from([True, False, None]),
        "second_day": st.sampled_from(["2019-02-01", "2020-01-01"]).map(pd.Timestamp),
    }
)


def plain(rows: list[dict[str, Any]]) -> list[tuple[str, str, int, int]]:
    """What each row tells, one after the other."""
    told, seen, anew, kept = [], set(), [], []
    for row in rows:
        ends = row["party"], row["first_decision"], row["second_decision"]
        mandates = [MANDATES[number] for number in ends[1:]]
        issue = row["party"], row["second_title"].rstrip("0123456789"), mandates[0]
        again = row["recurring"] and (None in mandates or mandates[0] != mandates[1])
        if row["opposite"] and not again and not (row["recurring"] and issue in seen):
            kind = "reversed_in_power" if row["place_changed"] else "changed_position"
            told.append((kind, *ends))
            if row["recurring"]:
                seen.add(issue)
        sides = row["first_stance"], row["second_stance"]
        if row["opposite"] or row["recurring"] or sides != ("against", "for"):
            continue
        late = (row["second_day"] - STAND["first_day"]).days >= 180
        wanted = row["first_wish"] == row["second_wish"] == 1
        if wanted and late and row["first_matter"] != row["second_matter"]:
            anew.append(("new_outcome", *ends))
        if row["first_governing"] is False and row["second_governing"] is True:
            kept.append(("kept_promise", *ends))
    again_ = {one[3] for one in anew}
    return told + anew + [one for one in kept if one[3] not in again_]


@settings(max_examples=60, deadline=None)
@given(st.lists(COMPARED, max_size=8))
def test_links_are_those_of_a_plain_second_look(rows: list[dict[str, Any]]) -> None:
    table = pd.DataFrame(
        [STAND | row for row in rows], columns=list(STAND | {"second_day": 0})
    )
    table = table.astype({"opposite": bool, "recurring": bool})

    made = links(table, DECISIONS)

    columns = ["kind", "party", "decision_before", "decision_after"]
    assert list(made[columns].itertuples(index=False, name=None)) == plain(rows)
