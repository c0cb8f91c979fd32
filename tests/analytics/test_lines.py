"""Seats on each line and who decided, on boards small enough to count by hand."""

import random
from collections import defaultdict
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.lines import codes, lines, runs, tallies, words
from tests.analytics.decided import Board, seats, stances

QUICK = settings(max_examples=40, deadline=None)


def counted(*boards: Board, by_ballots: bool = False) -> pd.DataFrame:
    return lines(stances(*boards), seats(*boards, by_ballots=by_ballots))


def parties(table: pd.DataFrame, column: str) -> set[str]:
    """The parties with a mark."""
    return set(table.loc[table[column], "party"])


def tally(table: pd.DataFrame) -> tuple[int, int, int, int | None]:
    """Seats for, against and unrecorded, and the margin, of the only decision."""
    (row,) = tallies(table).to_dict("records")
    margin = None if pd.isna(row["margin"]) else int(row["margin"])
    return row["seats_for"], row["seats_against"], row["unrecorded"], margin


SEVEN_TO_SIX = {
    "S": "governing/for 3",
    "V": "governing/for 2",
    "MP": "governing/for 1",
    "SD": "for 1",
    "L": "against 1",
    "M": "against 4",
    "C": "against 1",
}


def test_one_seat_outside_the_government_tips_a_decision() -> None:
    table = counted(SEVEN_TO_SIX)

    assert tally(table) == (7, 6, 0, 1)
    assert parties(table, "decisive") == {"S", "V", "MP", "SD"}
    assert parties(table, "tipped") == {"SD"}


@pytest.mark.parametrize(
    ("board", "decisive"),
    [
        # 6 to 3: two seats that move make 4 to 5
        ({"S": "for 4", "V": "for 2", "M": "against 3"}, {"S", "V"}),
        ({"S": "for 5", "V": "for 1", "M": "against 4"}, {"S"}),
        ({"S": "for 6", "V": "for 1", "M": "against 1"}, {"S"}),
        ({"S": "for 2", "V": "for 2", "M": "against 5"}, set()),
        # one seat that moves makes a tie, which the chair would settle: not said
        ({"S": "for 1", "V": "for 1", "M": "against 2"}, set()),
        ({"S": "for 3", "V": "for 1", "M": "against 2"}, {"S"}),
    ],
)
def test_a_party_decides_when_its_change_of_side_would_turn_the_majority(
    board: Board, decisive: set[str]
) -> None:
    table = counted(board)

    assert parties(table, "decisive") == decisive
    assert parties(table, "tipped") == set()


@pytest.mark.parametrize(
    ("board", "tipped"),
    [
        # no governing party on the same side
        ({"M": "for 3", "SD": "for 1", "S": "governing/against 3"}, set()),
        ({"M": "governing/for 3", "SD": "for 1", "S": "against 3"}, {"SD"}),
        # who governed is not known: nobody is said to be outside
        ({"M": "unknown/for 3", "SD": "unknown/for 1", "S": "unknown/against 3"}, set()),
    ],
)
def test_only_a_party_known_to_be_outside_tips_a_decision(
    board: Board, tipped: set[str]
) -> None:
    assert parties(counted(board), "tipped") == tipped


def test_silent_parties_stand_apart_and_leave_the_margin_open() -> None:
    table = counted({"S": "for 3", "M": "against 2", "C": "silent 1"})

    assert dict(zip(table["party"], table["side"], strict=True)) == {
        "C": "silent",
        "M": "against",
        "S": "for",
    }
    assert tally(table) == (3, 2, 1, None)
    assert parties(table, "decisive") == set()


def test_a_divided_party_is_counted_on_neither_line() -> None:
    table = counted({"S": "split 3", "M": "against 2", "V": "for 3"})

    assert tally(table) == (3, 2, 3, None)


@pytest.mark.parametrize(
    "board", [{"S": "governing/for", "M": "against"}, {"S": "for 3", "M": "against"}]
)
def test_nothing_is_said_where_some_seats_are_not_known(board: Board) -> None:
    table = counted(board)

    assert table["seats"].isna().any()
    assert tally(table)[-1] is None
    assert parties(table, "decisive") == set()


def test_ballots_divide_a_party_and_leave_a_side_without_seats() -> None:
    table = counted(
        {
            "S": "split: for 2, against 1",
            "M": "against 1",
            # moved a losing proposal, then abstained: against, without a seat there
            "V": "against: abstained 1",
            "L": "silent",
        },
        by_ballots=True,
    )

    assert table[["party", "side", "seats"]].to_numpy().tolist() == [
        ["M", "against", 1],
        ["S", "against", 1],
        ["S", "for", 2],
        ["V", "abstained", 1],
        ["V", "against", 0],
    ]
    assert tally(table) == (2, 2, 0, 0)


def test_absent_parties_are_on_no_line() -> None:
    table = counted({"S": "for 3", "M": "against 2", "C": "absent"})

    assert set(table["party"]) == {"S", "M"}
    assert tally(table) == (3, 2, 0, 1)


def test_each_decision_is_counted_for_itself() -> None:
    table = counted({"S": "for 3", "M": "against 2"}, {"S": "against 1", "M": "for 4"}, {})

    assert tallies(table)["margin"].to_dict() == {0: 1, 1: 3}
    assert table.groupby("decision")["margin"].first().to_dict() == {0: 1, 1: 3}


def test_no_decisions_give_no_lines() -> None:
    assert counted().empty
    assert tallies(counted()).empty


@pytest.mark.parametrize(
    ("numbers", "every", "place"),
    [
        ([], [], []),
        ([4, 4, 7], [4, 7], [0, 0, 1]),
        ([7, 4, 7], [4, 7], [1, 0, 1]),
    ],
)
def test_runs(numbers: list[int], every: list[int], place: list[int]) -> None:
    found = runs(pd.Series(numbers, dtype="int64").to_numpy())

    assert [list(one) for one in found] == [every, place]


def test_words_of_several_columns_have_one_order() -> None:
    columns = pd.Series(["S", "C", None]), pd.Series(["M", "S"], dtype="category")
    among = words(*columns)

    assert list(among) == ["C", "M", "S"]
    assert codes(columns[0], among).tolist() == [2, 0, -1]


SIDE = st.sampled_from(["for", "against", "abstained", "remark", "silent", "split", "absent"])
TEXT = st.builds(
    lambda known, side, number: f"{known}/{side}" + (f" {number}" if number else ""),
    st.sampled_from(["governing", "outside", "unknown"]),
    SIDE,
    st.integers(0, 9),
)
BOARD = st.dictionaries(st.sampled_from("SMLCVK"), TEXT, min_size=1)
BOARDS = st.lists(BOARD, max_size=5)


def recounted(board: Board) -> dict[str, tuple[int | None, bool, bool]]:
    """Margin, decisive and tipped for each party with a side, by a plain second count."""
    said: dict[str, tuple[str, str, int | None]] = {}
    for party, text in board.items():
        known, rest = text.split("/")
        side, *number = rest.split()
        if side != "absent" or number:
            said[party] = known, side, int(number[0]) if number else None
    taking = {p: v for p, v in said.items() if v[1] != "absent"}
    total: dict[str, int] = defaultdict(int)
    for _, side, number in taking.values():
        total[side] += number or 0
    unsettled = any(number is None for _, _, number in taking.values())
    unsettled |= bool(total["silent"] + total["remark"] + total["split"]) or not total["for"]
    margin = None if unsettled else total["for"] - total["against"]
    helped = any(v[:2] == ("governing", "for") for v in said.values())
    found = {}
    for party, (known, side, number) in said.items():
        turns = bool(margin and margin > 0 and side == "for" and 2 * (number or 0) > margin)
        found[party] = margin, turns, turns and known == "outside" and helped
    return found


@QUICK
@given(BOARDS)
def test_lines_say_what_a_plain_second_count_says(boards: list[Board]) -> None:
    found: dict[int, Any] = {number: {} for number in range(len(boards))}
    for row in counted(*boards).to_dict("records"):
        margin = None if pd.isna(row["margin"]) else int(row["margin"])
        found[row["decision"]][row["party"]] = margin, row["decisive"], row["tipped"]

    assert found == {number: recounted(board) for number, board in enumerate(boards)}


@QUICK
@given(BOARDS, st.integers(0, 99))
def test_lines_do_not_depend_on_the_order_of_rows(boards: list[Board], seed: int) -> None:
    def mixed(table: pd.DataFrame) -> pd.DataFrame:
        order = list(range(len(table)))
        random.Random(seed).shuffle(order)
        return table.iloc[order]

    again = lines(mixed(stances(*boards)), mixed(seats(*boards)))

    pd.testing.assert_frame_equal(again, counted(*boards))
    pd.testing.assert_frame_equal(tallies(mixed(again)), tallies(again))


@QUICK
@given(BOARDS)
def test_no_seat_is_lost_or_counted_twice(boards: list[Board]) -> None:
    given_seats = seats(*boards)["seats"].sum()

    assert counted(*boards)["seats"].sum() == given_seats
