"""Margins and who could have turned a decision, on boards small enough to count by hand."""

from itertools import combinations
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.lines import lines
from analytics.power import deciders, margins, turning_sets
from tests.analytics.decided import Board, seats, stances

QUICK = settings(max_examples=40, deadline=None)


def counted(*boards: Board) -> pd.DataFrame:
    return lines(stances(*boards), seats(*boards))


def decided(*ways: str | None) -> pd.DataFrame:
    """How each decision was settled, in the minutes' word."""
    return pd.DataFrame(
        {"decision": range(len(ways)), "decided_by": pd.Series(ways, dtype=object)}
    )


@pytest.mark.parametrize(
    ("board", "way", "expected"),
    [
        ({"S": "for 3", "M": "against 2"}, "votering", (1, "majority", True)),
        ({"S": "for 3", "M": "against 2"}, "acklamation", (1, "majority", True)),
        ({"S": "for 4", "M": "against 2"}, "votering", (2, "majority", False)),
        ({"S": "for 2", "M": "against 2"}, "utslagsröst", (0, "casting", True)),
        ({"S": "for 2", "M": "against 2"}, "lottning", (0, "lot", True)),
        # the figures do not explain the outcome
        ({"S": "for 2", "M": "against 2"}, "acklamation", (0, "unknown", False)),
        ({"S": "for 1", "M": "against 2"}, "votering", (-1, "unknown", False)),
        ({"S": "for 3", "M": "against 2"}, "utslagsröst", (1, "unknown", False)),
        # a third of those present may put a matter off
        ({"S": "for 4", "M": "against 5"}, "minoritet", (-1, "minority", False)),
        ({"S": "for 3", "M": "against 2"}, None, (1, "majority", True)),
    ],
)
def test_margins_say_what_settled_a_decision(
    board: Board, way: str | None, expected: tuple[int, str, bool]
) -> None:
    (row,) = margins(counted(board), decided(way)).to_dict("records")

    assert (row["margin"], row["settled"], row["close"]) == expected


def test_margins_come_closest_first_and_leave_the_unknown_out() -> None:
    boards = [
        {"S": "for 5", "M": "against 2"},
        {"S": "for 5", "M": "against 2", "C": "silent 1"},
        {"S": "for 3", "M": "against 2"},
    ]
    found = margins(counted(*boards), decided("votering", "votering", "votering"), close=3)

    assert found["decision"].tolist() == [2, 0]
    assert found["close"].tolist() == [True, True]


def sets_of(board: Board, way: str = "votering", **options: Any) -> dict[str, str]:
    found = turning_sets(counted(board), decided(way), **options)
    return {
        " ".join(sorted(one["party"])): one["ends"].iloc[0] for _, one in found.groupby("set")
    }


@pytest.mark.parametrize(
    ("board", "way", "expected"),
    [
        # 4 to 3: one seat that moves makes 3 to 4
        (
            {"S": "for 3", "V": "for 1", "M": "against 3"},
            "votering",
            {"S": "turned", "V": "turned"},
        ),
        # 5 to 3: one seat makes a tie, both together turn it, S alone too
        (
            {"S": "for 3", "V": "for 1", "MP": "for 1", "M": "against 3"},
            "votering",
            {"S": "turned", "V": "tied", "MP": "tied", "MP V": "turned"},
        ),
        # 4 to 4 and the chair's vote: any seat that moves makes 3 to 5
        (
            {"S": "for 3", "V": "for 1", "M": "against 4"},
            "utslagsröst",
            {"S": "turned", "V": "turned"},
        ),
        ({"S": "for 3", "M": "against 4"}, "minoritet", {}),
        ({"S": "for 4", "M": "against 4"}, "lottning", {}),
        ({"S": "for 4", "M": "against 3", "C": "silent 1"}, "votering", {}),
        ({"S": "for 4"}, "votering", {"S": "turned"}),
    ],
)
def test_the_smallest_sets_that_could_have_turned_it(
    board: Board, way: str, expected: dict[str, str]
) -> None:
    assert sets_of(board, way) == expected


def test_sets_are_as_large_as_asked_for() -> None:
    board = dict.fromkeys("SVCL", "for 1") | {"M": "against 1"}

    assert sets_of(board, largest=1) == {}
    assert set(sets_of(board, largest=2).values()) == {"turned"}
    assert len(sets_of(board, largest=2)) == 6


@pytest.mark.parametrize(
    ("board", "role"),
    [
        ({"SD": "for 1", "S": "governing/for 3", "M": "against 3"}, "tipped"),
        ({"SD": "for 1", "M": "for 3", "S": "governing/against 3"}, "felled"),
        # governing parties on both lines: it helped those it stood with
        (
            {"SD": "for 1", "S": "governing/for 3", "V": "governing/against 3"},
            "tipped",
        ),
        ({"SD": "for 1", "M": "for 3", "L": "against 3"}, "outside"),
        ({"SD": "governing/for 1", "M": "for 3", "L": "against 3"}, "governing"),
        ({"SD": "unknown/for 1", "M": "unknown/for 3", "L": "unknown/against 3"}, "unknown"),
    ],
)
def test_the_role_of_a_party_that_decided(board: Board, role: str) -> None:
    found = deciders(counted(board), decided("votering")).set_index("party")

    assert found.loc["SD", ["seats", "margin", "role"]].tolist() == [1, 1, role]


SEATED = st.builds("{} {}".format, st.sampled_from(["for", "against"]), st.integers(1, 5))
BOARDS = st.lists(st.dictionaries(st.sampled_from("SMLCV"), SEATED, min_size=1), max_size=4)


def recounted(board: Board) -> set[tuple[str, str]]:
    """The sets by trying every one of at most three parties."""
    side = {party: text.split()[0] for party, text in board.items()}
    number = {party: int(text.split()[1]) for party, text in board.items()}

    def margin(moved: tuple[str, ...]) -> int:
        return sum(
            number[party] if (side[party] == "for") != (party in moved) else -number[party]
            for party in board
        )

    if margin(()) <= 0:
        return set()
    found = set()
    ours = sorted(party for party in board if side[party] == "for")
    for size in (1, 2, 3):
        for some in combinations(ours, size):
            smaller = list(combinations(some, size - 1)) if size > 1 else []
            if margin(some) < 0 and all(margin(one) >= 0 for one in smaller):
                found.add((" ".join(some), "turned"))
            if margin(some) == 0:
                found.add((" ".join(some), "tied"))
    return found


@QUICK
@given(BOARDS)
def test_turning_sets_are_what_trying_every_set_gives(boards: list[Board]) -> None:
    ways = decided(*["votering"] * len(boards))
    table = counted(*boards)
    sets = turning_sets(table, ways).astype({"party": str})
    alone = deciders(table, ways).astype({"party": str})

    for number, board in enumerate(boards):
        here = sets[sets["decision"] == number]
        found = {
            (" ".join(sorted(one["party"])), one["ends"].iloc[0])
            for _, one in here.groupby("set")
        }
        assert found == recounted(board)
        turned = {name for name, ends in found if ends == "turned" and " " not in name}
        assert turned == set(alone.loc[alone["decision"] == number, "party"])


SPOKEN = st.one_of(
    st.builds("{} {}".format, st.sampled_from(["for", "against"]), st.integers(1, 3)),
    st.builds(
        "{}/{} {}".format,
        st.sampled_from(["governing", "unknown"]),
        st.sampled_from(["for", "against"]),
        st.integers(1, 3),
    ),
    st.sampled_from(["abstained 2", "silent 1", "for"]),
)
WAYS = ("votering", "acklamation", "utslagsröst", "lottning", "minoritet", None)
DECIDED = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from("SMLC"), SPOKEN, min_size=1), st.sampled_from(WAYS)
    ),
    min_size=1,
    max_size=5,
)


def plain_margin(board: Board, way: str | None) -> tuple[int, int, str] | None:
    """Seats for and against and what settled it; None where somebody's are not known."""
    said = [text.split("/")[-1].split() for text in board.values()]
    if any(len(one) == 1 or one[0] == "silent" for one in said):
        return None
    given_, refused = (
        sum(int(number) for side, number in said if side == wanted)
        for wanted in ("for", "against")
    )
    if not given_:
        return None
    if way == "minoritet":
        return given_, refused, "minority"
    if way in ("utslagsröst", "lottning"):
        special = "casting" if way == "utslagsröst" else "lot"
        return given_, refused, special if given_ == refused else "unknown"
    return given_, refused, "majority" if given_ > refused else "unknown"


@QUICK
@given(DECIDED, st.integers(0, 3), st.randoms(use_true_random=False))
def test_margins_are_what_a_plain_second_count_says(
    given_: list[tuple[Board, str | None]], close: int, random: Any
) -> None:
    boards, ways = zip(*given_, strict=True)
    table = counted(*boards)
    order = list(range(len(table)))
    random.shuffle(order)
    plain = {number: told for number, one in enumerate(given_) if (told := plain_margin(*one))}

    found = margins(table.iloc[order], decided(*ways), close=close)

    rows = found.set_index("decision").to_dict("index")
    assert {
        number: (row["seats_for"], row["seats_against"], row["settled"])
        for number, row in rows.items()
    } == plain
    assert found["margin"].is_monotonic_increasing
    for number, row in rows.items():
        more = plain[number][0] - plain[number][1]
        by_seats = row["settled"] in ("majority", "casting", "lot")
        assert (row["margin"], row["close"]) == (more, by_seats and more <= close)


@QUICK
@given(DECIDED)
def test_roles_are_what_a_plain_second_look_says(
    given_: list[tuple[Board, str | None]],
) -> None:
    boards, ways = zip(*given_, strict=True)
    expected = {}
    for number, (board, way) in enumerate(given_):
        told = plain_margin(board, way)
        if told is None or told[2] not in ("majority", "casting"):
            continue
        lines_ = {
            text.split("/")[-1].split()[0]
            for text in board.values()
            if text.startswith("governing")
        }
        for party, text in board.items():
            side, seats_ = text.split("/")[-1].split()
            if side == "for" and told[0] - int(seats_) < told[1] + int(seats_):
                known = text.split("/")[0] if "/" in text else "outside"
                helped = "tipped" if "for" in lines_ else "outside"
                helped = "felled" if lines_ & {"for", "against"} == {"against"} else helped
                expected[number, party] = helped if known == "outside" else known

    found = deciders(counted(*boards), decided(*ways))

    keys = zip(found["decision"], found["party"], strict=True)
    assert dict(zip(keys, found["role"], strict=True)) == expected
