"""How often each party was on the winning line, and how often it alone decided."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.influence import influence, party_decisions
from analytics.lines import lines
from tests.analytics.decided import Board, seats, stances

CLOSE = {"S": "governing/for 3", "SD": "for 1", "M": "against 3"}
CLEAR = {"S": "governing/for 6", "SD": "against 1", "M": "against 3"}
OPEN = {"S": "governing/for 3", "SD": "for", "M": "against 3"}


def tables(
    *boards: Board, by_ballots: bool = False, **fields: list[int]
) -> tuple[pd.DataFrame, ...]:
    rows = stances(*boards, **fields)
    settled = pd.DataFrame({"decision": range(len(boards)), "decided_by": "votering"})
    return rows, lines(rows, seats(*boards, by_ballots=by_ballots)), settled


def test_counts_shares_and_intervals() -> None:
    found = influence(*tables(*[CLOSE] * 6, *[CLEAR] * 4)).set_index("party")

    assert found["n"].tolist() == [10, 10, 10]
    assert found.loc["SD", ["winning", "decisive", "tipped"]].tolist() == [6, 6, 6]
    assert found.loc["S", ["winning", "decisive", "tipped"]].tolist() == [10, 10, 0]
    assert found.loc["M", ["winning", "decisive"]].tolist() == [0, 0]
    assert found.loc["SD", "winning_share"] == 0.6
    assert found.loc["SD", "winning_low"] < 0.6 < found.loc["SD", "winning_high"]
    # every two of S, SD and M win the close board, so each swings two divisions of four; on
    # the clear board S alone has more than half, and swings all four
    assert found["swings"].to_dict() == {"M": 12, "S": 12 + 16, "SD": 12}
    assert found.loc["SD", "power"] == 0.3
    assert set(found["level"]) == {"uncertain"}


def test_few_decisions_have_no_share() -> None:
    found = influence(*tables(*[CLOSE] * 9))

    assert found[["winning_share", "decisive_share", "power"]].isna().all(axis=None)
    assert found["decisive"].tolist() == [0, 9, 9]


def test_decisions_with_unknown_seats_are_left_out() -> None:
    found = influence(*tables(CLOSE, OPEN))

    assert found["n"].tolist() == [1, 1, 1]


def test_a_matter_is_counted_once_in_its_highest_body_with_known_seats() -> None:
    """Mistake 8: one matter passes through many bodies."""
    given = tables(CLOSE, CLEAR, OPEN, matter=[1, 1, 1], rank=[2, 3, 3])

    assert set(party_decisions(*given)["decision"]) == {1}


def test_a_party_with_ballots_on_both_sides_is_not_on_the_winning_line() -> None:
    board = {"S": "split: for 3, against 1", "V": "for 2", "M": "against 2"}
    found = influence(*tables(board, by_ballots=True)).set_index("party")

    assert found["winning"].to_dict() == {"S": 0, "V": 1, "M": 0}
    assert found.loc["S", "n"] == 1


def test_the_order_of_rows_does_not_matter() -> None:
    rows, table, settled = tables(*[CLOSE] * 6, *[CLEAR] * 6)
    mixed = [one.sample(frac=1, random_state=4) for one in (rows, table, settled)]

    pd.testing.assert_frame_equal(influence(*mixed), influence(rows, table, settled))


STOOD = st.builds(
    "{}/{} {}".format,
    st.sampled_from(["governing", "outside"]),
    st.sampled_from(["for", "for", "against", "abstained", "silent"]),
    st.integers(1, 4),
)
BOARDS = st.lists(st.dictionaries(st.sampled_from("CMSV"), STOOD, min_size=2), max_size=4)


def plain(board: Board) -> dict[str, tuple[bool, bool, bool, bool]]:
    """Of each party: on the winning line; alone decisive; tipped it; felled it."""
    words = {party: text.replace("/", " ").split() for party, text in board.items()}
    total = {"for": 0, "against": 0, "abstained": 0, "silent": 0}
    for _, side, seats_ in words.values():
        total[side] += int(seats_)
    margin = total["for"] - total["against"]
    if total["silent"] or margin <= 0:
        return {}
    lines_ = {
        side: any(role == "governing" for role, own, _ in words.values() if own == side)
        for side in total
    }
    found = {}
    for party, (role, side, seats_) in words.items():
        decisive = side == "for" and margin - 2 * int(seats_) < 0
        outside = decisive and role == "outside"
        tipped = outside and lines_["for"]
        felled = outside and not lines_["for"] and lines_["against"]
        found[party] = side == "for", decisive, tipped, felled
    return found


@settings(max_examples=60, deadline=None)
@given(BOARDS)
def test_who_won_and_decided_is_as_counted_plainly(boards: list[Board]) -> None:
    names = ["winning", "decisive", "tipped", "felled"]
    found = party_decisions(*tables(*boards))

    made = {
        (row["decision"], row["party"]): tuple(row[name] for name in names)
        for row in found.to_dict("records")
    }
    assert made == {
        (number, party): told
        for number, board in enumerate(boards)
        for party, told in plain(board).items()
    }
    assert found["power"].between(0, 1).all()
    summed = influence(*tables(*boards)).set_index("party")
    for party, own in found.groupby("party", observed=True):
        assert summed.loc[party, ["n", *names]].tolist() == [len(own), *own[names].sum()]
