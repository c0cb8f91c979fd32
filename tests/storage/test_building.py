"""What the tables of a snapshot hold, given the parts."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.models import Failure, PartyPeriod, Person
from pipeline.storage import building
from tests.builders import (
    attendance,
    ballot,
    case,
    case_topic,
    demand,
    document,
    extraction,
    position,
    proposal,
    referral,
    statement,
    vote,
)
from tests.stores import add, rows


class _Register:
    """Knows what its people's single party is."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.people = people

    def party(self, name: str, municipality: str | None, date: str | None) -> str | None:
        known = [
            period.party
            for person in self.people
            if (person.name, person.municipality) == (name, municipality)
            for period in person.parties
            if date is None or period.first is None or period.first <= date
        ]
        return known[0] if len(set(known)) == 1 else None


def _people(sightings: Sequence[Any]) -> tuple[Person, ...]:
    return tuple(
        Person(
            person_id=f"{seen.municipality}/{seen.name}/{seen.party}",
            municipality=seen.municipality,
            name=seen.name,
            name_variants=(seen.name,),
            parties=(PartyPeriod(seen.party, seen.first, seen.last),),
            roles=(seen.role,) if seen.role else (),
        )
        for seen in sightings
        if seen.party
    )


@pytest.fixture(autouse=True)
def _resolution(monkeypatch: pytest.MonkeyPatch) -> None:
    # Resolution has tests of its own; here it is only seen that it is asked, and heeded.
    monkeypatch.setattr(building, "resolve_people", _people)
    monkeypatch.setattr(building, "Register", _Register)
    monkeypatch.setattr(building, "link_matters", _by_reference)


def _by_reference(keys: Sequence[Any]) -> dict[str, str]:
    return {key.case_id: f"{key.municipality}/{key.reference or key.case_id}" for key in keys}


def test_every_record_becomes_a_row(tmp_path: Path) -> None:
    add(
        tmp_path,
        extraction(
            attendance=[attendance()],
            cases=[case()],
            proposals=[proposal()],
            statements=[statement(endorses=("s2", "s3"))],
            positions=[position()],
            votes=[vote(order=2)],
            ballots=[ballot()],
            referrals=[referral()],
            case_topics=[case_topic()],
            demands=[demand()],
        ),
        failures=[Failure("trasig.pdf", "trasig.pdf: är trasig.")],
    )
    assert rows(tmp_path, "SELECT document_id, municipality, invented FROM documents") == [
        ("d1", "Tallvik", False)
    ]
    assert rows(tmp_path, "SELECT name, role, present FROM attendance") == [
        ("Berit Sjöholm", "ledamot", True)
    ]
    assert rows(tmp_path, "SELECT decision, topics FROM cases") == [
        (["bygga en ny brygga"], [])
    ]
    assert rows(tmp_path, "SELECT adopted FROM proposals") == [(True,)]
    assert rows(tmp_path, "SELECT endorses, joint FROM statements") == [(["s2", "s3"], False)]
    assert rows(tmp_path, "SELECT party, stance FROM positions") == [("M", "against")]
    assert rows(tmp_path, 'SELECT "order", yes FROM votes') == [(2, 7)]
    assert rows(tmp_path, "SELECT choice FROM ballots") == [("ja",)]
    assert rows(tmp_path, "SELECT instance FROM referrals") == [("Fritidsnämnden",)]
    assert rows(tmp_path, "FROM case_topics") == [("d1:1", "fritid", 1, 12.0, ["gästhamnen"])]
    # the parties are the statement's
    assert rows(tmp_path, "SELECT parties, kind, group_id IS NULL FROM demands") == [
        (["M"], "krav", False)
    ]
    assert rows(tmp_path, "FROM failures") == [("trasig.pdf", "trasig.pdf: är trasig.")]
    assert rows(tmp_path, "SELECT number, documents, failures, invented FROM meta") == [
        (1, 1, 1, False)
    ]


def test_store_without_documents_has_empty_tables(tmp_path: Path) -> None:
    add(tmp_path, failures=[Failure("tom.md", "tom.md: är tom.")])
    assert rows(tmp_path, "SELECT documents, positions, failures, invented FROM meta") == [
        (0, 0, 1, False)
    ]
    assert rows(tmp_path, "FROM documents") == []


def test_one_invented_document_makes_the_snapshot_invented(tmp_path: Path) -> None:
    add(
        tmp_path,
        extraction(),
        extraction(document(document_id="d2", source="b", invented=True)),
    )
    assert rows(tmp_path, "SELECT invented FROM meta") == [(True,)]


def test_changed_document_replaces_the_old_one_as_a_whole(tmp_path: Path) -> None:
    add(tmp_path, extraction(cases=[case(), case(case_id="d1:2")], attendance=[attendance()]))
    add(tmp_path, extraction(document(document_id="d2"), cases=[case(title="Nytt ärende")]))
    assert rows(tmp_path, "SELECT document_id FROM documents") == [("d2",)]
    assert rows(tmp_path, "SELECT case_id, title FROM cases") == [("d2:1", "Nytt ärende")]
    assert rows(tmp_path, "FROM attendance") == []


def test_document_that_another_source_still_names_stays(tmp_path: Path) -> None:
    add(tmp_path, extraction(document(source="a.md")), extraction(document(source="b.md")))
    add(tmp_path, extraction(document(document_id="d2", source="a.md")))
    assert rows(tmp_path, "SELECT document_id, source FROM documents ORDER BY ALL") == [
        ("d1", "b.md"),
        ("d2", "a.md"),
    ]


def test_failure_keeps_what_the_source_gave_before_and_success_clears_it(
    tmp_path: Path,
) -> None:
    add(tmp_path, extraction())
    add(tmp_path, failures=[Failure("protokoll.md", "protokoll.md: är tom.")])
    assert rows(tmp_path, "SELECT documents, failures FROM meta") == [(1, 1)]
    add(tmp_path, extraction(document(document_id="d2")))
    assert rows(tmp_path, "SELECT documents, failures FROM meta") == [(1, 0)]


def test_rows_lie_in_the_order_of_date_and_source_and_place(tmp_path: Path) -> None:
    def read(name: str, date: str | None) -> Any:
        cases = [case(case_id="d1:1", number="2"), case(case_id="d1:2", number="1")]
        return extraction(document(document_id=name, source=name, date=date), cases=cases)

    add(tmp_path, read("d", None), read("c", "2021-05-01"))
    add(tmp_path, read("b", "2020-01-01"), read("a", "2021-05-01"))
    assert rows(tmp_path, "SELECT document_id FROM documents") == [
        ("b",),
        ("a",),
        ("c",),
        ("d",),
    ]
    assert rows(tmp_path, "SELECT document_id, number FROM cases")[:3] == [
        ("b", "2"),
        ("b", "1"),
        ("a", "2"),
    ]


@pytest.mark.parametrize(
    ("persons", "parties", "expected"),
    [
        # all signers are known from the attendance list
        (("Göran Ek", "Berit Sjöholm"), (), (["M", "S"], True)),
        # in the order of the signers, each party once
        (("Berit Sjöholm", "Göran Ek", "Siv Ask"), (), (["S", "M"], True)),
        (("Berit Sjöholm",), (), (["S"], False)),
        # one unknown signer leaves it open
        (("Göran Ek", "Okänd Person"), (), ([], False)),
        # what the document prints is not touched
        (("Göran Ek",), ("KD",), (["KD"], False)),
        ((), (), ([], False)),
    ],
)
def test_parties_of_signers_come_from_other_documents(
    tmp_path: Path,
    persons: tuple[str, ...],
    parties: tuple[str, ...],
    expected: tuple[list[str], bool],
) -> None:
    seen = [
        attendance(),
        attendance(name="Göran Ek", party="M"),
        attendance(name="Siv Ask", party="S"),
    ]
    signed = document(document_id="d2", source="andra.md", date="2021-04-01")
    written = statement(persons=persons, parties=parties, date="2021-04-01")
    add(tmp_path, extraction(attendance=seen), extraction(signed, statements=[written]))
    assert rows(tmp_path, "SELECT parties, joint FROM statements") == [expected]


@pytest.mark.parametrize("elsewhere", [{"municipality": "Granby"}, {"date": "2022-01-01"}])
def test_party_of_another_place_or_a_later_time_is_not_supplied(
    tmp_path: Path, elsewhere: dict[str, str]
) -> None:
    there = document(document_id="d2", source="andra.md", **elsewhere)
    unsigned = statement(persons=("Berit Sjöholm",), parties=())
    add(
        tmp_path,
        extraction(there, attendance=[attendance()]),
        extraction(statements=[unsigned]),
    )
    assert rows(tmp_path, "SELECT parties FROM statements") == [([],)]


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The sightings that resolution was given."""
    seen: list[Any] = []

    def resolve(sightings: Sequence[Any]) -> tuple[Person, ...]:
        seen.extend(sightings)
        return ()

    monkeypatch.setattr(building, "resolve_people", resolve)
    return seen


def test_sightings_are_grouped(tmp_path: Path, given: list[Any]) -> None:
    later = document(document_id="d2", source="andra.md", date="2021-06-01")
    add(
        tmp_path,
        extraction(attendance=[attendance()], ballots=[ballot()]),
        extraction(later, attendance=[attendance()], statements=[statement()]),
    )
    assert [(seen.name, seen.party, seen.role, seen.first, seen.last) for seen in given] == [
        ("Berit Sjöholm", "S", "ledamot", "2021-03-04", "2021-06-01"),
        ("Berit Sjöholm", "S", None, "2021-03-04", "2021-03-04"),
        ("Göran Ek", "M", None, "2021-03-04", "2021-03-04"),
    ]


def test_party_of_several_signers_is_nobodys_in_particular(
    tmp_path: Path, given: list[Any]
) -> None:
    signed = statement(persons=("Göran Ek", "Siv Ask"), parties=("M",))
    add(tmp_path, extraction(statements=[signed]))
    assert [(seen.name, seen.party) for seen in given] == [
        ("Göran Ek", None),
        ("Siv Ask", None),
    ]


def test_cases_of_one_matter_are_linked_across_documents(tmp_path: Path) -> None:
    add(
        tmp_path,
        extraction(cases=[case(), case(case_id="d1:2", reference=None, title="Val")]),
        extraction(document(document_id="d2", source="b.md"), cases=[case()]),
        extraction(
            document(document_id="d3", source="c.md"),
            cases=[case(reference=None, title="Val")],
        ),
    )
    assert rows(tmp_path, "SELECT case_id, matter_id FROM cases") == [
        ("d2:1", "Tallvik/HN 2021/17"),
        ("d3:1", "Tallvik/d3:1"),
        ("d1:1", "Tallvik/HN 2021/17"),
        ("d1:2", "Tallvik/d1:2"),
    ]


def test_the_same_parts_give_the_same_tables(tmp_path: Path) -> None:
    read = [
        extraction(
            document(document_id=name, source=name), cases=[case(), case(case_id="d1:2")]
        )
        for name in ("d1", "d2", "d3")
    ]
    add(tmp_path / "one", *read)
    for item in reversed(read):
        add(tmp_path / "other", item)
    for table in ("documents", "cases", "people"):
        assert rows(tmp_path / "one", f"FROM {table}") == rows(
            tmp_path / "other", f"FROM {table}"
        )


def test_parties_of_a_demand_are_those_supplied_to_its_statement(tmp_path: Path) -> None:
    seen = [attendance(name="Göran Ek", party="M")]
    signed = document(document_id="d2", source="andra.md", date="2021-04-01")
    written = statement(persons=("Göran Ek",), parties=(), date="2021-04-01")
    add(
        tmp_path,
        extraction(attendance=seen),
        extraction(signed, statements=[written], demands=[demand(), demand(demand_id="d")]),
    )
    assert rows(tmp_path, "SELECT parties FROM demands") == [(["M"],), (["M"],)]
    assert rows(tmp_path, "SELECT count(DISTINCT group_id) FROM demands") == [(1,)]
