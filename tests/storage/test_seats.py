"""Seats behind each line of a decision, by attendance or ballots."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.models import Attendance
from tests.builders import (
    attendance,
    ballot,
    case,
    extraction,
    vote,
)
from tests.storage.councils import held, people, stands


def seats_of(store: Path, *attended: Attendance, number: str = "1", **rows_: Any) -> Any:
    read = extraction(attendance=attended, cases=[case(number=number)], **rows_)
    query = "SELECT party::TEXT, side::TEXT, seats, by_ballots FROM seats ORDER BY ALL"
    return held(store, query, read)


def test_seats_count_those_who_served(tmp_path: Path) -> None:
    found = seats_of(
        tmp_path,
        *people(("S", 2), ("M", 1)),
        attendance(name="Frånvarande", present=False),
        attendance(name="Tjänstgörande", party="V", role="tjänstgörande ersättare"),
        attendance(name="Ersättare", party="KD", role="ersättare"),
        attendance(name="Direktören", party=None, role="tjänsteperson"),
    )

    assert found == [
        ("M", "silent", 1, False),
        ("S", "silent", 2, False),
        ("V", "silent", 1, False),
    ]


@pytest.mark.parametrize(
    ("items", "number", "there"),
    [
        (None, "12", True),
        ("§§ 10-14", "12", True),
        ("§§ 10–14", "15", False),
        ("§§ 10-14", "10", True),
        ("§§ 10-14", "14", True),
        ("§ 3, 12", "12", True),
        ("§§ 1-2, 4-5", "3", False),
        ("§§ 1-2, 4-5", "5", True),
        # the matter has no paragraph number to compare with
        ("§§ 1-2", "HN 2021/17", True),
    ],
)
def test_seats_heed_the_paragraphs_somebody_served_for(
    tmp_path: Path, items: str | None, number: str, there: bool
) -> None:
    found = seats_of(tmp_path, *people(("S", 1), items=items), number=number)

    assert (len(found) == 1) is there


def test_seats_are_unknown_when_a_members_party_is(tmp_path: Path) -> None:
    assert seats_of(tmp_path, *people(("S", 3), (None, 1))) == []


def test_seats_stand_where_their_party_does(tmp_path: Path) -> None:
    found = seats_of(
        tmp_path,
        *people(("S", 3), ("M", 2), ("C", 1)),
        positions=[stands("S", "for"), stands("M", "against")],
    )

    assert found == [
        ("C", "silent", 1, False),
        ("M", "against", 2, False),
        ("S", "for", 3, False),
    ]


def voters(*choices: tuple[str | None, str, int], vote_id: str = "d1:1:v1") -> list[Any]:
    """So many ballots of each party and choice."""
    return [
        ballot(vote_id=vote_id, party=party, choice=choice, name=f"{party} {choice} {number}")
        for party, choice, count in choices
        for number in range(count)
    ]


def test_ballots_go_before_attendance_and_divide_a_party(tmp_path: Path) -> None:
    found = seats_of(
        tmp_path,
        *people(("S", 9), ("M", 9)),
        positions=[stands("S", "split", vote_id="d1:1:v1")],
        votes=[vote(outcome="nej")],
        ballots=voters(
            ("S", "nej", 2),
            ("S", "ja", 1),
            ("M", "ja", 1),
            ("V", "avstår", 1),
            ("L", "frånvarande", 1),
            ("C", "deltar ej", 1),
        ),
    )

    assert found == [
        ("C", "not_participating", 1, True),
        ("M", "against", 1, True),
        ("S", "against", 1, True),
        ("S", "for", 2, True),
        ("V", "abstained", 1, True),
    ]


@pytest.mark.parametrize(
    ("rests_on", "kinds", "seats_for"),
    [
        # the vote that the positions rest on
        ("d1:1:v1", ("tilläggsyrkande", "huvudvotering"), 3),
        # else the last main vote
        (None, ("huvudvotering", "tilläggsyrkande"), 3),
        (None, ("huvudvotering", "huvudvotering"), 2),
        # two votes, and nothing says which settled it
        (None, ("ordning", "tilläggsyrkande"), None),
    ],
)
def test_the_vote_that_settled_a_decision(
    tmp_path: Path, rests_on: str | None, kinds: tuple[str, str], seats_for: int | None
) -> None:
    votes = [
        vote(vote_id=f"d1:1:v{order}", order=order, kind=kind)
        for order, kind in enumerate(kinds, 1)
    ]
    found = seats_of(
        tmp_path,
        positions=[stands("S", "for", vote_id=rests_on)],
        votes=votes,
        ballots=[*voters(("S", "ja", 3)), *voters(("S", "ja", 2), vote_id="d1:1:v2")],
    )

    assert [row[2] for row in found] == ([] if seats_for is None else [seats_for])


@pytest.mark.parametrize(("yes", "no", "known"), [(3, 2, True), (4, 1, False)])
def test_seats_by_attendance_hold_only_where_they_give_the_printed_figures(
    tmp_path: Path, yes: int, no: int, known: bool
) -> None:
    found = seats_of(
        tmp_path,
        *people(("S", 3), ("M", 2)),
        positions=[stands("S", "for"), stands("M", "against")],
        votes=[vote(yes=yes, no=no)],
    )

    assert bool(found) is known


def test_attendance_says_nothing_of_another_bodys_decision(tmp_path: Path) -> None:
    found = seats_of(
        tmp_path,
        *people(("S", 3)),
        positions=[stands("M", "against", body="Kommunstyrelsen")],
    )

    assert [row[:3] for row in found] == [("S", "silent", 3)]
