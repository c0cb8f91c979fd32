"""How much the seats of a party could decide, against textbook boards and a plain count."""

from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.banzhaf import banzhaf, swings
from analytics.lines import lines
from tests.analytics.decided import Board, seats, stances

QUICK = settings(max_examples=40, deadline=None)


def counted(*boards: Board, by_ballots: bool = False) -> pd.DataFrame:
    return banzhaf(lines(stances(*boards), seats(*boards, by_ballots=by_ballots)))


# Counted by hand. The board of Nassau County in Banzhaf's own paper: 31, 31, 28, 21, 2 and 2
# votes of 115, where the three smallest can never decide anything.
@pytest.mark.parametrize(
    ("board", "made", "left_open"),
    [
        ([31, 31, 28, 21, 2, 2], [16, 16, 16, 0, 0, 0], [0] * 6),
        ([1, 1, 1], [2, 2, 2], [0, 0, 0]),
        ([3, 1, 1], [4, 0, 0], [0, 0, 0]),
        # two of four seats tie, and nobody knows how the chair would vote
        ([2, 1, 1], [2, 0, 0], [2, 2, 2]),
        ([1, 1], [0, 0], [2, 2]),
        ([5], [1], [0]),
    ],
)
def test_swings_of_a_board(board: list[int], made: list[int], left_open: list[int]) -> None:
    found = swings(np.array([board]))

    assert [one[0].tolist() for one in found] == [made, left_open]


def test_boards_of_different_sizes_are_counted_together() -> None:
    found = swings(np.array([[3, 1, 1], [1, 1, 0]]))

    assert found[0].tolist() == [[4, 0, 0], [0, 0, 0]]
    assert found[1].tolist() == [[0, 0, 0], [2, 2, 0]]


def test_every_party_with_known_seats_that_took_part_is_in_the_game() -> None:
    found = counted(
        {
            "S": "for 3",
            "M": "silent 1",
            "C": "abstained 1",
            "V": "not_participating 4",
            "L": "absent",
        }
    ).set_index("party")

    assert found["swings"].to_dict() == {"S": 4, "M": 0, "C": 0}
    assert found["power"].to_dict() == {"S": 1, "M": 0, "C": 0}


def test_a_divided_party_has_its_seats_together_in_the_game() -> None:
    found = counted(
        {"S": "split: for 2, against 1", "M": "against 1", "C": "for 1"}, by_ballots=True
    )

    assert found[["party", "seats", "swings"]].to_numpy().tolist() == [
        ["C", 1, 0],
        ["M", 1, 0],
        ["S", 3, 4],
    ]


def test_a_board_with_unknown_seats_is_left_out() -> None:
    found = counted({"S": "for 3", "M": "against"}, {"S": "for 3", "M": "against 1"})

    assert set(found["decision"]) == {1}


BOARD = st.lists(st.integers(1, 9), min_size=1, max_size=6)


def tried(board: list[int]) -> tuple[list[int], list[int]]:
    """Swings and open divisions by trying every division of the others."""
    made, left_open = [], []
    for party, own in enumerate(board):
        others = board[:party] + board[party + 1 :]
        leads = [sum(map(int.__mul__, others, sides)) for sides in signs(len(others))]
        made.append(sum(lead - own < 0 < lead + own for lead in leads))
        left_open.append(sum(own in (lead, -lead) for lead in leads))
    return made, left_open


def signs(count: int) -> list[tuple[int, ...]]:
    return list(product((1, -1), repeat=count))


@QUICK
@given(st.lists(BOARD, min_size=1, max_size=4))
def test_swings_are_what_trying_every_division_gives(boards: list[list[int]]) -> None:
    widest = max(map(len, boards))
    matrix = np.array([board + [0] * (widest - len(board)) for board in boards])
    made, left_open = swings(matrix)

    for row, board in enumerate(boards):
        expected = tried(board)
        assert made[row, : len(board)].tolist() == expected[0]
        assert left_open[row, : len(board)].tolist() == expected[1]
        assert not made[row, len(board) :].any() and not left_open[row, len(board) :].any()


@QUICK
@given(BOARD)
def test_more_seats_never_mean_fewer_swings(board: list[int]) -> None:
    letters = "SMLCVK"[: len(board)]
    table = counted({letter: f"for {n}" for letter, n in zip(letters, board, strict=True)})
    ordered = table.sort_values("seats")

    assert ordered["swings"].is_monotonic_increasing
    assert table["power"].between(0, 1).all()
    assert (table["swings"] + table["open"] <= table["divisions"]).all()
