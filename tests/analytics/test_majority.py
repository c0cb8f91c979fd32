"""What governing parties and the others did, on decisions small enough to read."""

import random
from collections import Counter
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.majority import crossing_rates, crossings, standings, unknown
from tests.analytics.decided import Board, stances

QUICK = settings(max_examples=50, deadline=None)


def decided(count: int, governing: int | None = 2) -> pd.DataFrame:
    """How many parties governed, in so many decisions."""
    table = pd.DataFrame({"decision": range(count), "governing_parties": governing})
    return table.astype({"governing_parties": "Int64"})


def standing(board: Board, *, governing: int = 2, silence: bool = False) -> dict[str, Any]:
    table = standings(stances(board), decided(1, governing), silence=silence)
    (row,) = table.astype(object).where(table.notna(), None).to_dict("records")
    return {str(name): value for name, value in row.items()}


@pytest.mark.parametrize(
    ("board", "majority", "line", "won"),
    [
        (
            {"S": "governing/for", "V": "governing/for", "M": "against"},
            "for",
            "for",
            "majority",
        ),
        (
            {"S": "governing/for", "V": "governing/against", "M": "for"},
            "divided",
            None,
            None,
        ),
        (
            {"S": "governing/against", "V": "governing/against", "M": "for"},
            "against",
            "against",
            "opposition",
        ),
        # abstaining is no help to those who won
        (
            {
                "S": "governing/against",
                "V": "governing/abstained",
                "MP": "governing/against",
                "M": "for",
            },
            "divided",
            "against",
            "opposition",
        ),
        (
            {
                "S": "governing/against",
                "MP": "governing/against",
                "V": "governing/for",
                "M": "for",
            },
            "divided",
            "against",
            "mixed",
        ),
        # nothing is recorded of MP, which may have been for
        (
            {
                "S": "governing/against",
                "V": "governing/against",
                "MP": "governing/silent",
                "M": "for",
            },
            "against",
            "against",
            None,
        ),
        # no other party is on record for what was decided
        (
            {"S": "governing/against", "V": "governing/against", "M": "silent"},
            "against",
            "against",
            None,
        ),
        ({"S": "governing/split", "V": "governing/for", "M": "for"}, "divided", None, None),
        ({"S": "governing/silent", "M": "against"}, "silent", None, None),
    ],
)
def test_the_majoritys_line_and_who_won(
    board: Board, majority: str, line: str | None, won: str | None
) -> None:
    row = standing(board)

    assert (row["majority"], row["line"], row["won"]) == (majority, line, won)


@pytest.mark.parametrize(
    ("board", "governing", "line"),
    [
        # one of four on record is not the majority
        (
            {
                "V": "governing/against",
                "S": "governing/silent",
                "C": "governing/silent",
                "MP": "governing/silent",
            },
            4,
            None,
        ),
        # minutes without attendance: two of four governing parties are on record, or three
        ({"S": "governing/for", "C": "governing/for"}, 4, None),
        ({"S": "governing/for", "C": "governing/for", "V": "governing/for"}, 4, "for"),
        # attendance shows that only two of the four sat there
        ({"S": "governing/for", "C": "governing/for", "M": "silent"}, 4, "for"),
        ({"S": "governing/for", "C": "governing/for", "V": "governing/absent"}, 4, "for"),
        ({"S": "governing/for"}, 1, "for"),
    ],
)
def test_few_on_record_are_no_line(board: Board, governing: int, line: str | None) -> None:
    assert standing(board, governing=governing)["line"] == line


def test_silence_is_support_only_when_asked_for() -> None:
    board = {"V": "governing/against", "S": "governing/silent", "C": "governing/silent"}

    assert standing(board, governing=3)["line"] is None
    asked = standing(board, governing=3, silence=True)
    assert (asked["line"], asked["governing_for"], asked["won"]) == ("for", 2, "majority")


@pytest.mark.parametrize(
    ("others", "opposition"),
    [
        ({"M": "against", "L": "against"}, "against"),
        ({"M": "for", "L": "against"}, "divided"),
        ({"M": "against", "L": "remark"}, "against"),
        ({"M": "silent", "L": "remark"}, "silent"),
        ({"M": "abstained"}, "abstained"),
    ],
)
def test_what_the_others_did(others: Board, opposition: str) -> None:
    row = standing({"S": "governing/for", **others})

    assert row["opposition"] == opposition


def test_who_governed_is_never_guessed() -> None:
    table = stances({"S": "governing/for", "M": "against"}, {"S": "unknown/for"})

    assert standings(table, decided(2))["decision"].tolist() == [0]
    assert unknown(table) == 1


BOARDS = (
    {"S": "governing/for", "MP": "governing/for", "V": "governing/against", "M": "against"},
    {"S": "governing/for", "MP": "governing/for", "SD": "for", "M": "against"},
    {"S": "governing/for", "V": "governing/against", "M": "for"},
)


def test_crossings_name_the_decision() -> None:
    found = crossings(stances(*BOARDS), decided(3))

    assert found.to_numpy().tolist() == [
        [0, "V", "against", "for", "left"],
        [1, "SD", "for", "for", "joined"],
    ]


def test_uncontested_decisions_have_no_crossings_unless_asked() -> None:
    table = stances(*BOARDS, contested=[False, True, True])

    assert crossings(table, decided(3))["party"].tolist() == ["SD"]
    assert len(crossings(table, decided(3), contested_only=False)) == 2


def test_crossing_rates_compare_a_party_with_itself_in_power_and_out() -> None:
    """Mistake 7: those who govern and those who do not are counted apart."""
    inside = {
        "S": "governing/for",
        "MP": "governing/for",
        "V": "governing/against",
        "M": "for",
    }
    outside = {"M": "governing/for", "L": "governing/for", "V": "for", "S": "against"}
    unsure = {"V": "unknown/for", "S": "unknown/against"}
    found = crossing_rates(stances(*[inside] * 12, *[outside] * 3, unsure), decided(16))
    row = found.set_index(["party", "governing"])

    assert row.loc[("V", True), ["n", "crossed", "share", "level"]].tolist() == [
        12,
        12,
        1.0,
        "uncertain",
    ]
    assert row.loc[("V", False), ["n", "crossed", "level"]].tolist() == [3, 3, "few"]
    assert pd.isna(row.loc[("V", False), "share"])
    assert set(row.loc["V", "unknown"]) == {1}
    assert row.loc[("S", False), "crossed"] == 0


def test_a_matter_is_counted_once_in_its_last_body() -> None:
    """Mistake 8: one matter passes through many bodies."""
    table = stances(BOARDS[0], BOARDS[0], matter=[7, 7], rank=[2, 3])

    assert crossing_rates(table, decided(2))["n"].tolist() == [1, 1, 1, 1]
    assert crossings(table, decided(2))["decision"].tolist() == [0, 1]


TEXT = st.builds(
    "{}/{}".format,
    st.sampled_from(["governing", "outside"]),
    st.sampled_from(["for", "against", "abstained", "split", "silent", "remark", "absent"]),
)
UNSURE = st.sampled_from(["governing/for", "outside/against", "unknown/silent"])
SOME = st.lists(st.dictionaries(st.sampled_from("SMLCVK"), TEXT, min_size=1), max_size=5)


def plain(board: Board, governing: int) -> tuple[str, str, str | None]:
    """What the two did, and the majority's line, by a second count with lists."""
    said = {"governing": [], "outside": []}  # type: dict[str, list[str]]
    for text in board.values():
        known, stance = text.split("/")
        said[known].append(stance)
    every = said["governing"] + said["outside"]
    there = [stance for stance in said["governing"] if stance != "absent"]
    present = len(there) if {"silent", "absent"} & set(every) else max(len(there), governing)

    def recorded(stances_: list[str]) -> list[str]:
        return [one for one in stances_ if one in ("for", "against", "abstained", "split")]

    def summary(stances_: list[str]) -> str:
        found = set(recorded(stances_))
        if not found:
            return "silent"
        return found.pop() if len(found) == 1 and "split" not in found else "divided"

    counts = Counter(recorded(there))
    side, number = counts.most_common(1)[0] if counts else ("", 0)
    enough = 2 * sum(counts.values()) > present and 2 * number > sum(counts.values())
    line = side if enough and side != "split" else None
    return summary(there), summary(said["outside"]), line


@QUICK
@given(SOME, st.integers(1, 4), st.integers(0, 99))
def test_standings_are_what_a_plain_second_count_says(
    boards: list[Board], governing: int, seed: int
) -> None:
    rows = stances(*boards)
    order = list(range(len(rows)))
    random.Random(seed).shuffle(order)
    table = standings(rows.iloc[order], decided(len(boards), governing))

    found = {
        row["decision"]: (
            row["majority"],
            row["opposition"],
            None if pd.isna(row["line"]) else row["line"],
        )
        for row in table.to_dict("records")
    }
    assert found == {number: plain(board, governing) for number, board in enumerate(boards)}


@QUICK
@given(SOME)
def test_more_silence_changes_nothing_that_is_said_of_sides(boards: list[Board]) -> None:
    louder = [{**board, "X": "outside/silent"} for board in boards]
    columns = ["governing_for", "governing_against", "opposition_for", "opposition"]
    quiet, more = (standings(stances(*some), decided(5)) for some in (boards, louder))

    pd.testing.assert_frame_equal(quiet[columns], more[columns])


@QUICK
@given(SOME, st.integers(1, 4), st.randoms(use_true_random=False))
def test_crossings_are_what_a_plain_second_count_says(
    boards: list[Board], governing: int, mixing: random.Random
) -> None:
    expected: dict[tuple[int, str], str] = {}
    taken: Counter[tuple[str, bool]] = Counter()
    crossed: Counter[tuple[str, bool]] = Counter()
    for number, board in enumerate(boards):
        line = plain(board, governing)[2]
        said = {party: text.split("/") for party, text in board.items()}
        sided = {
            p: one for p, one in said.items() if one[1] in ("for", "against", "abstained")
        }
        for party, (known, stance) in sided.items() if line else ():
            if len(sided) > 1:
                taken[party, known == "governing"] += 1
            if (stance == line) != (known == "governing"):
                expected[number, party] = "left" if known == "governing" else "joined"
                crossed[party, known == "governing"] += len(sided) > 1
    rows = stances(*boards)
    order = list(range(len(rows)))
    mixing.shuffle(order)

    found = crossings(rows.iloc[order], decided(len(boards), governing))
    rates = crossing_rates(rows.iloc[order], decided(len(boards), governing))

    keys = zip(found["decision"], found["party"], strict=True)
    assert dict(zip(keys, found["kind"], strict=True)) == expected
    told = rates.set_index(["party", "governing"])
    assert told["n"].to_dict() == taken
    assert told["crossed"].to_dict() == {key: crossed[key] for key in taken}
    assert rates["share"].isna().eq(rates["n"] < 10).all()


@QUICK
@given(st.lists(st.dictionaries(st.sampled_from("SM"), UNSURE, min_size=1), max_size=6))
def test_decisions_left_out_are_what_a_slow_count_says(boards: list[Board]) -> None:
    left_out = sum("unknown" in " ".join(board.values()) for board in boards)

    assert unknown(stances(*boards)) == left_out
