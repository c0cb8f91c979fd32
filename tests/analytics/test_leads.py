"""Leads on invented decisions: what is one, what is none, and what it is measured against."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.leads import COLUMNS, leads

GOVERNING = {"S", "C"}
USUAL = {"S": "for", "C": "for", "M": "against", "L": "against", "V": "against"}
BOARD = {"S": 3, "C": 1, "M": 2, "L": 1, "V": 1}
Case = dict[str, Any]


def usual(count: int = 12, **fields: Any) -> list[Case]:
    """So many decisions where S and C carry the day against M, L and V, each for itself."""
    return [{"stances": USUAL, **fields} for _ in range(count)]


def found(*cases: Case, mandate: str | None = "2018", **options: Any) -> pd.DataFrame:
    """The leads of decisions in order of time, a month apart."""
    rows = [_case(number, case, mandate) for number, case in enumerate(cases)]
    tables = (pd.DataFrame(part) for part in zip(*rows, strict=True))
    decisions, stances, alternatives, seats = (
        table.explode(list(table.columns)) if place else table
        for place, table in enumerate(tables)
    )
    stances["governing"] = stances["governing"].astype("boolean")
    alternatives = alternatives.dropna(subset="party")
    seats = seats.dropna(subset="party")
    return leads(decisions, stances, alternatives, seats, **options)


def _case(number: int, case: Case, mandate: str | None) -> tuple[Case, ...]:
    stances = case["stances"]
    joint = case.get("joint", "")
    seats = case.get("seats", {})
    day = pd.Timestamp("2019-01-10") + pd.DateOffset(months=number)
    decision = {
        **{"decision": number, "matter": case.get("matter", 1000 + number), "rank": 3},
        **{"day": day, "date": f"{day:%Y-%m-%d}", "municipality": "Tallvik"},
        **{"body": case.get("body", "Fullmäktige"), "topic": None, "mandate": mandate},
        "decided_by": case.get("decided_by", "acklamation"),
        "contested": case.get("contested", True),
    }
    size = len(stances)
    rows = {
        **{"decision": [number] * size, "party": list(stances), "stance": [*stances.values()]},
        "governing": [party in GOVERNING if mandate else None for party in stances],
    }
    behind = {
        "decision": [number] * len(joint),
        "party": list(joint),
        "alternative": [number] * len(joint),
    }
    sides = {
        "decision": [number] * len(seats),
        "party": list(seats),
        "side": [stances[party] for party in seats],
        "seats": list(seats.values()),
        "by_ballots": [True] * len(seats),
    }
    return decision, rows, behind, sides


def kinds(table: pd.DataFrame) -> dict[str, list[str]]:
    return dict(zip(table["kind"], table["parties"], strict=True))


# What happens once after twelve decisions of the usual kind, and the leads that it makes.
@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ({"stances": USUAL}, {}),
        (
            {"stances": USUAL | {"C": "against", "M": "for"}, "joint": "CV"},
            {"unlikely_allies": ["C", "V"], "divided_majority": ["S"], "allies_apart": None},
        ),
        (
            {"stances": USUAL | {"S": "against", "C": "against", "M": "for", "V": "for"}},
            {"opposition_won": ["M", "V"], "allies_apart": None},
        ),
        ({"stances": USUAL, "decided_by": "utslagsröst"}, {"casting_vote": ["C", "S"]}),
        ({"stances": USUAL, "decided_by": "lottning"}, {"drawn_lot": ["C", "S"]}),
        ({"stances": USUAL, "decided_by": "minoritet"}, {"minority": ["C", "S"]}),
        ({"stances": USUAL | {"M": "split"}, "decided_by": "votering"}, {}),
    ],
)
def test_what_seldom_happens_is_a_lead(case: Case, expected: dict[str, list[str]]) -> None:
    seen = kinds(found(*usual(), case))

    assert set(seen) == set(expected)
    assert all(seen[kind] == parties for kind, parties in expected.items() if parties)


def test_a_divided_party_is_compared_with_its_own_votes() -> None:
    table = found(
        *usual(decided_by="votering"),
        {"stances": USUAL | {"M": "split"}, "decided_by": "votering"},
    )
    assert kinds(table) == {"divided_party": ["M"]}
    assert table[["k", "n"]].iloc[0].tolist() == [0, 12]


@pytest.mark.parametrize(("history", "count"), [(10, 1), (9, 0)])
def test_no_lead_on_too_short_a_history(history: int, count: int) -> None:
    case = {"stances": USUAL, "decided_by": "utslagsröst"}
    assert len(found(*usual(history), case)) == count


def test_a_matter_through_several_bodies_is_one_lead_and_once_in_the_history() -> None:
    """The eighth mistake: one matter counted once per body."""
    again = {"stances": USUAL, "matter": 1}
    seen = {"stances": USUAL | {"C": "against"}, "joint": "CV", "matter": 2}
    table = found(*usual(10), again, again, seen, seen)

    allies = table[table["kind"] == "unlikely_allies"]
    assert allies["decisions"].tolist() == [[12, 13]]
    assert allies[["k", "n"]].to_numpy().tolist() == [[0, 11]]


def test_an_opposition_that_gathers_is_no_alliance() -> None:
    """The fourth mistake: agreement that only shows who is in opposition."""
    apart = {"stances": {"S": "against", "M": "for", "V": "against", "C": "for"}}
    table = found(*[apart] * 12, {"stances": {"S": "against", "M": "against", "C": "for"}})
    near = {"stances": USUAL, "joint": "MLV"}

    assert "unlikely_allies" not in kinds(found(*usual(), near))
    assert "unlikely_allies" not in kinds(table)  # both against, each for itself


def test_nothing_is_told_of_who_governs_where_that_is_not_known() -> None:
    lost = {"stances": USUAL | {"S": "against", "C": "against", "M": "for", "V": "for"}}
    seen = kinds(found(*usual(), lost, mandate=None))
    assert not {"opposition_won", "divided_majority", "left_partners"} & set(seen)


def test_histories_break_at_a_change_of_government() -> None:
    """The tenth mistake: a majority changes inside a series."""
    tables = usual(6), [{"stances": USUAL, "decided_by": "utslagsröst"}]
    cases = [*tables[0], *tables[0], *tables[1]]
    whole = found(*cases)
    rows = [
        _case(number, case, "2018" if number > 5 else "2014")
        for number, case in enumerate(cases)
    ]
    parts = [pd.DataFrame(part) for part in zip(*rows, strict=True)]
    exploded = [parts[0], *(part.explode(list(part.columns)) for part in parts[1:])]
    exploded[2:] = [part.dropna(subset="party") for part in exploded[2:]]

    assert len(whole) == 1
    assert leads(*exploded).empty


def voted(**seats: int) -> Case:
    """A vote with so many seats, on the usual sides."""
    stances = {party: USUAL[party] for party in seats}
    return {"stances": stances, "seats": seats, "decided_by": "votering"}


WIDE = {**BOARD, "S": 5}


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (voted(**WIDE), set()),
        # 4 against 3
        (voted(**WIDE | {"S": 3, "M": 1}), {"close_vote"}),
        # the opposition has one seat less than usual, and loses by none of its own doing
        (voted(**WIDE | {"S": 4}), {"close_vote"}),
    ],
)
def test_votes_decided_by_one(case: Case, expected: set[str]) -> None:
    assert set(kinds(found(*[voted(**WIDE)] * 12, case))) == expected


def link(kind: str, after: int, party: str, **fields: Any) -> Case:
    """One link; it compares with nothing unless told otherwise."""
    nothing = dict.fromkeys(("decision_before", "other", "phrase"))
    return {**nothing, "kind": kind, "decision_after": after, "party": party, **fields}


@pytest.mark.parametrize(("substitute", "others"), [("M", ["M"]), (None, ["S"])])
def test_a_seat_that_was_empty_is_compared_with_the_bodys_other_votes(
    substitute: str | None, others: list[str]
) -> None:
    full = voted(S=3, C=1, M=3)
    lost = {**full, "stances": {"S": "against", "M": "for"}, "seats": {"S": 3, "M": 4}}
    unknown = {**full, "seats": {"S": 3, "C": 1}, "stances": {"S": "for", "C": "silent"}}
    links = pd.DataFrame([link("absence_decided", 13, "C", other=substitute)])
    table = found(*[full] * 12, unknown, lost, links=links)

    lead = table[table["kind"] == "absence_decided"].iloc[0]
    assert lead[["parties", "others", "k", "n"]].tolist() == [["C"], others, 0, 12]


def test_a_growing_conflict_is_measured_against_its_own_earlier_level() -> None:
    quiet = {"stances": USUAL, "contested": False}
    table = found(*[quiet] * 20, *usual(1), *[quiet] * 10, *usual(8))
    risen = table[table["kind"] == "rising_in_body"]

    assert risen["body"].tolist() == ["Fullmäktige"]
    assert risen[["k", "n", "now_k", "now_n"]].to_numpy().tolist() == [[1, 26, 8, 13]]


@pytest.mark.parametrize(
    "kind", ["changed_position", "reversed_in_power", "against_own_words"]
)
def test_what_a_party_did_otherwise_is_measured_against_its_own_matters(kind: str) -> None:
    told = link(kind, 12, "M", decision_before=0, phrase="oförändrad taxa")
    cases = [
        *usual(),
        {"stances": USUAL | {"M": "for"}},
        {"stances": USUAL, "contested": False},
    ]
    table = found(*cases, links=pd.DataFrame([told, link(kind, 12, "Z")]))

    lead = table[table["kind"] == kind].iloc[0]
    assert lead[["parties", "decisions", "k", "n"]].tolist() == [["M"], [0, 12], 0, 12]
    assert lead[["earlier", "phrase"]].tolist() == ["2019-01-10", "oförändrad taxa"]
    assert kind not in set(found(*cases)["kind"])


@pytest.mark.parametrize("kind", ["kept_promise", "new_outcome"])
def test_what_several_parties_saw_through_is_one_lead(kind: str) -> None:
    links = [link(kind, 12, party, decision_before=0) for party in ("V", "C")]
    table = found(*usual(13), links=pd.DataFrame(links))

    assert table["kind"].tolist() == [kind]
    assert table[["parties", "others", "decisions", "k", "n"]].iloc[0].tolist() == [
        ["C", "V"],
        ["L", "M"],
        [0, 12],
        0,
        12,
    ]


def test_a_change_that_nobody_contested_is_a_lead_too() -> None:
    links = pd.DataFrame([link("changed_position", 12, "M", decision_before=0)])
    table = found(*usual(), {"stances": {"M": "for"}, "contested": False}, links=links)

    assert table["kind"].tolist() == ["changed_position"]
    assert table["n"].tolist() == [12]  # the quiet one is in nobody's history


def test_since_leaves_out_older_leads_but_not_older_history() -> None:
    odd = {"stances": USUAL, "decided_by": "utslagsröst"}
    cases = [odd, *usual(), odd]
    assert len(found(*cases)) == 2
    late = found(*cases, since="2019-06-01")
    assert late[["decision", "k", "n"]].to_numpy().tolist() == [[13, 1, 13]]


SIDES = st.sampled_from(["for", "against", "abstained", "split", "silent", "remark"])
CASES = st.lists(
    st.fixed_dictionaries(
        {
            "stances": st.dictionaries(st.sampled_from("SCMLV"), SIDES, min_size=1),
            "decided_by": st.sampled_from(["acklamation", "votering", "utslagsröst"]),
            "joint": st.just("ML"),
        }
    ),
    min_size=4,
    max_size=20,
)


@settings(max_examples=25, deadline=None)
@given(CASES)
def test_leads_keep_their_bounds_and_show_their_rows(cases: list[Case]) -> None:
    table = found(*cases, least_history=3)

    assert list(table.columns) == list(COLUMNS)
    assert table["score"].is_monotonic_decreasing
    assert (table["n"] >= 3).all()
    assert ((table["k"] >= 0) & (table["k"] <= table["n"])).all()
    share = table["share"]
    assert ((table["low"] <= share + 1e-9) & (share <= table["high"] + 1e-9)).all()
    assert all(row["decision"] in row["decisions"] for row in table.to_dict("records"))
