"""The SQL of one party and one person, on stores of a few rows."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.models import Extraction, Mandate
from pipeline.storage import building
from reports import register
from reports.choice import Choice
from tests.builders import (
    attendance,
    ballot,
    case,
    demand,
    document,
    extraction,
    position,
    statement,
    vote,
)
from tests.reports.test_patterns import column
from tests.stores import add, answer

MANDATES = (
    Mandate("Tallvik", "2018-10-15", "2022-10-17", ("S", "FP"), ("V",), "protokoll"),
    Mandate("Näset", "2018-10-15", None, ("M",), (), "protokoll"),
)


@pytest.fixture(autouse=True)
def _mandates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "mandates", lambda: MANDATES)


def meeting(number: int, **rows: Any) -> Extraction:
    """Minutes of the harbour board on a day of its own, with a case where none is given."""
    day = f"2021-03-{number:02}"
    base = document(document_id=f"d{number}", source=f"{number}.md", date=day)
    return extraction(base, **({"cases": [case(date=day)]} | rows))


def test_parties_stood_where_they_took_part(tmp_path: Path) -> None:
    formal = case(case_id="d1:2", title="Val av justerare", topics=("formalia",))
    rows = {
        "cases": [case(), formal],
        "positions": [
            position(),
            position(position_id="d1:1:S", party="S", stance="silent", quote=None),
            position(position_id="d1:1:C", party="C", stance="absent", quote=None),
            position(position_id="d1:2:M", case_id="d1:2"),
        ],
    }
    store = add(tmp_path, meeting(4, **rows))

    found = answer(store, register.STANDS)
    # formalia are left out, and so is the absent C; S is there without a word
    assert column(found, "party", "stance", "quote") == [
        ("M", "against", "Hamnnämnden"),
        ("S", "silent", None),
    ]
    assert column(answer(store, register.STANDS, Choice(parties=("M",))), "party") == ["M"]


def test_who_governed_is_told_of_places_that_are_read(tmp_path: Path) -> None:
    found = answer(add(tmp_path, meeting(4)), register.TERMS)

    # FP is L's former letters
    assert column(found, "party", "place", "municipality") == [
        ("L", "governing", "Tallvik"),
        ("S", "governing", "Tallvik"),
        ("V", "supporting", "Tallvik"),
    ]


def test_what_two_parties_signed_together(tmp_path: Path) -> None:
    signed = [
        statement(statement_id="d1:1:s1", parties=("M", "L")),
        statement(statement_id="d1:1:s2", parties=("M",)),
        statement(statement_id="d1:1:s3", parties=("L", "M", "C"), text="Vänta."),
        statement(statement_id="d1:1:s4", parties=("M", "L"), by_substitute=True),
    ]
    store = add(tmp_path, meeting(4, statements=signed))

    found = answer(store, register.TOGETHER, Choice(parties=("M",)), other="L")
    assert sorted(column(found, "quote")) == ["Bryggan är för dyr.", "Vänta."]


def test_the_same_demand_of_one_meeting_is_there_once_for_each_party(tmp_path: Path) -> None:
    wanted = [
        demand(),
        demand(
            demand_id="d1:1:s1:d2",
            kind="kritik",
            quote="Nämnden har inte räknat på vad bryggan kostar.",
        ),
    ]
    told = {"statements": [statement(parties=("M", "L"))], "demands": wanted}
    again = extraction(document(document_id="d9", source="utdrag.md"), cases=[case()], **told)
    store = add(tmp_path, meeting(4, **told), again)

    found = answer(store, register.DEMANDS)
    assert sorted(column(found, "party", "kind")) == [
        ("L", "krav"),
        ("L", "kritik"),
        ("M", "krav"),
        ("M", "kritik"),
    ]


BERIT, EVA = "Berit Sjöholm", "Eva Alm"


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """Two meetings: Berit at both, once as a substitute for Eva, who is at the other."""
    serving = attendance(role="tjänstgörande ersättare", substitutes_for=EVA)
    first = [
        attendance(),
        attendance(name=EVA, party="M"),
        attendance(name="Gäst Gran", party=None, role="övrig"),
    ]
    second = [serving, attendance(name=EVA, party="M", present=False)]
    signed = [statement(persons=(EVA, BERIT), parties=("M", "S"))]
    return add(
        tmp_path,
        meeting(4, attendance=first, statements=signed),
        meeting(5, attendance=second, votes=[vote()], ballots=[ballot()]),
    )


def person(store: Path, name: str) -> str:
    (found,) = [
        one for one in answer(store, register.PEOPLE, person=None) if one["name"] == name
    ]
    return str(found["person_id"])


def test_people_with_what_they_signed_and_where_they_are_listed(board: Path) -> None:
    found = answer(board, register.PEOPLE, person=None)

    # the visitor is left out
    assert column(found, "name", "statements", "listed", "present") == [
        (EVA, 1, 2, 1),
        (BERIT, 1, 2, 2),
    ]
    assert column(found, "first", "last") == [("2021-03-04", "2021-03-05")] * 2
    chosen = answer(board, register.PEOPLE, Choice(parties=("M",)), person=None)
    assert column(chosen, "name") == [EVA]
    own = person(board, EVA)
    assert answer(board, register.PEOPLE, person=own) == [
        one for one in found if one["person_id"] == own
    ]


def test_a_persons_meetings_and_roles(board: Path) -> None:
    own = person(board, BERIT)

    found = answer(board, register.MEETINGS, person=own)
    assert column(found, "date", "role", "substitutes_for") == [
        ("2021-03-05", "tjänstgörande ersättare", EVA),
        ("2021-03-04", "ledamot", None),
    ]
    roles = answer(board, register.ROLES, person=own)
    assert column(roles, "role", "listed", "present") == [
        ("ledamot", 1, 1),
        ("tjänstgörande ersättare", 1, 1),
    ]


def test_substitutions_are_told_from_both_sides(board: Path) -> None:
    berit, eva = person(board, BERIT), person(board, EVA)

    for own, other, direction in ((berit, EVA, "for"), (eva, BERIT, "by")):
        (row,) = answer(board, register.SUBSTITUTIONS, person=own)
        assert (row["direction"], row["name"], row["n"]) == (direction, other, 1)


def test_what_a_person_signed_and_voted(board: Path) -> None:
    own = person(board, BERIT)

    (row,) = answer(board, register.SIGNED_BY, person=own)
    assert (row["date"], row["quote"]) == ("2021-03-04", "Bryggan är för dyr.")
    (cast,) = answer(board, register.PERSONS_BALLOTS, person=own)
    assert (cast["name"], cast["choice"]) == (own, "ja")
