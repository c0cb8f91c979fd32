"""Seats on each line and who decided, on boards small enough to count by hand."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.lines import Tally, count, lines, serving_seats, voted_seats

LEDAMOT = "ledamot"

QUICK = settings(max_examples=30, deadline=None)


def people(*members: tuple[str | None, int], **fields: Any) -> pd.DataFrame:
    """Attendance: so many members of each party, all present unless said otherwise."""
    table = [
        {"party": party, "role": LEDAMOT, "present": True, "items": None} | fields
        for party, number in members
        for _ in range(number)
    ]
    return pd.DataFrame(table, columns=["party", "role", "present", "items"])


def stances(**sides: str) -> pd.DataFrame:
    """Positions: ``stances(S="for")``."""
    return pd.DataFrame(sorted(sides.items()), columns=["party", "stance"])


def seats(**numbers: int) -> pd.DataFrame:
    """Serving seats per party."""
    table = pd.DataFrame(sorted(numbers.items()), columns=["party", "seats"])
    return table.astype({"seats": "Int64"})


def parties(table: pd.DataFrame, column: str) -> set[str]:
    """The parties with a mark."""
    return set(table.loc[table[column], "party"])


def test_seats_count_those_who_served() -> None:
    there = pd.concat(
        [
            people(("S", 2), ("M", 1)),
            people(("S", 1), present=False),
            people(("V", 1), role="tjänstgörande ersättare"),
            people(("KD", 1), role="ersättare"),
            people((None, 1), role="tjänsteperson"),
        ]
    )

    assert serving_seats(there, number="4").to_dict("list") == {
        "party": ["M", "S", "V"],
        "seats": [1, 2, 1],
    }


@pytest.mark.parametrize(
    ("items", "number", "there"),
    [
        (None, "12", True),
        ("§§ 10-14", "12", True),
        ("§§ 10–14", "15", False),
        ("§ 3, 12", "12", True),
        ("§§ 1-2, 4-5", "3", False),
        # the matter has no paragraph number to compare with
        ("§§ 1-2", "HN 2021/17", True),
    ],
)
def test_seats_heed_the_paragraphs_somebody_served_for(
    items: str | None, number: str, there: bool
) -> None:
    assert (len(serving_seats(people(("S", 1), items=items), number=number)) == 1) is there


def test_seats_are_unknown_when_a_members_party_is() -> None:
    assert serving_seats(people(("S", 3), (None, 1)), number="1").empty


def test_one_seat_outside_the_government_tips_a_decision() -> None:
    table = lines(
        stances(S="for", V="for", MP="for", SD="for", L="against", M="against", C="against"),
        seats=seats(S=3, V=2, MP=1, SD=1, L=1, M=4, C=1),
        governing=("S", "V", "MP"),
    )

    assert count(table) == Tally(seats_for=7, seats_against=6, unrecorded=0, margin=1)
    assert parties(table, "decisive") == {"S", "V", "MP", "SD"}
    assert parties(table, "tipped") == {"SD"}


@pytest.mark.parametrize(
    ("numbers", "decisive"),
    [
        # 6 to 3: two seats that move make 4 to 5
        ({"S": 4, "V": 2, "M": 3}, {"S", "V"}),
        # 6 to 4: one seat that moves makes 5 to 5, and then the chair decides
        ({"S": 5, "V": 1, "M": 4}, {"S"}),
        ({"S": 6, "V": 1, "M": 1}, {"S"}),
        ({"S": 2, "V": 2, "M": 5}, set()),
        ({"S": 1, "V": 1, "M": 2}, set()),
    ],
)
def test_a_party_decides_when_its_change_of_side_would_turn_the_majority(
    numbers: dict[str, int], decisive: set[str]
) -> None:
    table = lines(stances(S="for", V="for", M="against"), seats=seats(**numbers))

    assert parties(table, "decisive") == decisive
    assert parties(table, "tipped") == set()


def test_nobody_tips_without_a_governing_party_on_the_same_side() -> None:
    table = lines(
        stances(M="for", SD="for", S="against"),
        seats=seats(M=3, SD=1, S=3),
        governing=("S",),
    )

    assert parties(table, "decisive") == {"M", "SD"}
    assert parties(table, "tipped") == set()


def test_silent_parties_stand_apart_and_leave_the_margin_open() -> None:
    table = lines(stances(S="for", M="against"), seats=seats(S=3, M=2, C=1))

    assert dict(zip(table["party"], table["side"], strict=True)) == {
        "C": "silent",
        "M": "against",
        "S": "for",
    }
    assert count(table) == Tally(seats_for=3, seats_against=2, unrecorded=1, margin=None)
    assert parties(table, "decisive") == set()


def test_a_divided_party_is_counted_on_neither_line() -> None:
    table = lines(stances(S="split", M="against", V="for"), seats=seats(S=3, M=2, V=3))

    assert count(table) == Tally(seats_for=3, seats_against=2, unrecorded=3, margin=None)


def test_nothing_is_said_where_the_seats_are_not_known() -> None:
    nobody = serving_seats(people(), number="1")
    table = lines(stances(S="for", M="against"), seats=nobody, governing=("S",))

    assert table["seats"].isna().all()
    assert count(table).margin is None
    assert parties(table, "decisive") == set()


def test_a_party_with_a_position_but_no_seat_leaves_the_margin_open() -> None:
    table = lines(stances(S="for", M="against"), seats=seats(S=3))

    assert count(table).margin is None


def test_ballots_go_before_attendance_and_divide_a_party() -> None:
    ballots = pd.DataFrame(
        [
            ("S", "nej"),
            ("S", "nej"),
            ("S", "ja"),
            ("M", "ja"),
            ("V", "avstår"),
            ("L", "frånvarande"),
        ],
        columns=["party", "choice"],
    )

    table = lines(
        stances(S="split", M="against", V="against", L="silent"),
        seats=seats(S=9, M=9),
        votes=voted_seats(ballots, winner="nej"),
    )

    assert table[["party", "side", "seats"]].to_numpy().tolist() == [
        ["M", "against", 1],
        ["S", "against", 1],
        ["S", "for", 2],
        ["V", "abstained", 1],
        # moved a losing proposal, then abstained: against, without a seat there
        ["V", "against", 0],
    ]
    assert count(table) == Tally(seats_for=2, seats_against=2, unrecorded=0, margin=0)


SIDE = st.sampled_from(["for", "against", "abstained", "remark", "silent"])
BOARD = st.dictionaries(
    st.sampled_from("SMLCVK"), st.tuples(SIDE, st.integers(1, 9)), min_size=1
)


@QUICK
@given(BOARD)
def test_no_seat_is_lost_or_counted_twice(board: dict[str, tuple[str, int]]) -> None:
    table = lines(
        stances(**{party: side for party, (side, _) in board.items()}),
        seats=seats(**{party: number for party, (_, number) in board.items()}),
    )
    tally = count(table)
    resting = sum(number for side, number in board.values() if side == "abstained")

    assert tally.seats_for + tally.seats_against + tally.unrecorded + resting == sum(
        number for _, number in board.values()
    )


@QUICK
@given(BOARD, st.sets(st.sampled_from("SMLCVK")))
def test_who_decides_is_what_a_recount_says(
    board: dict[str, tuple[str, int]], governing: set[str]
) -> None:
    settled = {
        party: value for party, value in board.items() if value[0] in ("for", "against")
    }
    sides = stances(**{party: side for party, (side, _) in settled.items()})
    numbers = seats(**{party: number for party, (_, number) in settled.items()})
    table = lines(sides, seats=numbers, governing=tuple(governing))

    def margin(moved: str | None = None) -> int:
        return sum(
            number if (side == "for") != (party == moved) else -number
            for party, (side, number) in settled.items()
        )

    carried = any(side == "for" for side, _ in settled.values()) and margin() > 0
    expected = {
        party
        for party, (side, _) in settled.items()
        if side == "for" and carried and margin(party) < 0
    }
    assert parties(table, "decisive") == expected
    assert parties(table, "tipped") <= expected - governing
