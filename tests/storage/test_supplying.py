"""A reservation whose party another document gives is a position, and nothing else is."""

from pathlib import Path
from typing import Any

import pytest

from tests.builders import attendance, case, document, extraction, position, statement
from tests.stores import add, rows

TEXT = "Göran Ek reserverar sig mot beslutet."
QUERY = (
    "SELECT position_id, party, stance, basis, persons, statement_id, quote, date"
    " FROM positions"
)
ADDED = (
    *("d2:1:Hamnnämnden:M", "M", "against", "reservation", ["Göran Ek"], "d2:1:s1", TEXT),
    "2021-03-04",
)


def unsigned(**fields: Any) -> Any:
    return statement(**{"persons": ("Göran Ek",), "parties": (), "text": TEXT, **fields})


def supplied(store: Path, **tables: Any) -> Path:
    """A store where one document gives the parties of the signers in another."""
    seen = [
        attendance(name="Göran Ek", party="M"),
        attendance(name="Siv Ask", party="M"),
        attendance(name="Bo Ljung", party="KD"),
    ]
    signed = document(document_id="d2", source="andra.md")
    read = {"cases": [case()], "statements": [unsigned()], **tables}
    return add(store, extraction(attendance=seen), extraction(signed, **read))


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ({}, [ADDED]),
        # a silent row gives way
        ({"positions": [position(stance="silent", basis="närvaro")]}, [ADDED]),
        # two reservations of one party are one position, by the first
        (
            {"statements": [unsigned(), unsigned(statement_id="d1:1:s2", start=5)]},
            [ADDED],
        ),
        # a member who serves, by this document's own list
        ({"attendance": [attendance(name="Göran Ek", party=None)]}, [ADDED]),
    ],
)
def test_reservation_gives_its_party_a_position(
    tmp_path: Path, tables: dict[str, Any], expected: list[tuple[Any, ...]]
) -> None:
    assert rows(supplied(tmp_path, **tables), QUERY) == expected


@pytest.mark.parametrize(
    "tables",
    [
        # another act, a substitute's, one without a matter
        {"statements": [unsigned(act="yrkande")]},
        {"statements": [unsigned(act="särskilt yttrande")]},
        {"statements": [unsigned(act="ersättaryttrande")]},
        {"statements": [unsigned(by_substitute=True)]},
        {"statements": [unsigned(case_id=None)]},
        {"cases": []},
        # members of two parties; somebody unknown
        {"statements": [unsigned(persons=("Göran Ek", "Bo Ljung"))]},
        {"statements": [unsigned(persons=("Göran Ek", "Okänd Person"))]},
        # not serving, or not there, by this document's own list
        {"attendance": [attendance(name="Göran Ek", party=None, role="ersättare")]},
        {"attendance": [attendance(name="Göran Ek", party=None, present=False)]},
    ],
)
def test_nothing_else_gives_a_position(tmp_path: Path, tables: dict[str, Any]) -> None:
    assert rows(supplied(tmp_path, **tables), QUERY) == []


@pytest.mark.parametrize(
    "stance", ["for", "against", "split", "abstained", "remark", "absent"]
)
def test_recorded_position_stays(tmp_path: Path, stance: str) -> None:
    recorded = position(stance=stance, basis="votering")
    supplied(tmp_path, positions=[recorded])
    assert rows(tmp_path, "SELECT stance, basis FROM positions") == [(stance, "votering")]


def test_same_party_of_two_signers_and_order_of_rows(tmp_path: Path) -> None:
    both = unsigned(persons=("Göran Ek", "Siv Ask"))
    other = case(case_id="d1:2")
    positions = [
        position(position_id="d1:1:S", party="S", stance="for"),
        position(position_id="d1:2:S", case_id="d1:2", party="S", stance="for"),
    ]
    supplied(tmp_path, statements=[both], cases=[case(), other], positions=positions)
    assert rows(tmp_path, "SELECT case_id, party, stance FROM positions") == [
        ("d2:1", "S", "for"),
        ("d2:1", "M", "against"),
        ("d2:2", "S", "for"),
    ]


def test_printed_party_is_left_to_the_document(tmp_path: Path) -> None:
    supplied(tmp_path, statements=[unsigned(parties=("M",))])
    assert rows(tmp_path, QUERY) == []
