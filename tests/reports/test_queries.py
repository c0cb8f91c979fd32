"""The SQL behind pages and tables: what a choice leaves, and what is counted."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.models import Failure
from reports import latest, ledger, queries
from reports.choice import Choice
from tests.builders import (
    attendance,
    case,
    document,
    extraction,
    position,
    proposal,
    statement,
    vote,
)
from tests.reports.test_patterns import column, meeting
from tests.stores import add, answer


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A contested decision of the harbour board, a quiet one of the council, and a failure."""
    carried = {"party": "S", "stance": "for", "statement_id": None}
    contested = meeting(
        4,
        about={"topics": ("fritid",)},
        attendance=[attendance(), attendance(name="Göran Ek", party="M")],
        positions=[position(), position(position_id="d1:1:S", **carried)],
        statements=[
            statement(),
            statement(
                statement_id="d1:1:s2",
                act="yrkande",
                parties=("S", "V"),
                persons=("Berit Sjöholm",),
            ),
        ],
        proposals=[proposal(parties=("S",))],
        votes=[vote(yes=1, no=1)],
    )
    quiet = meeting(
        5, "Kommunfullmäktige", {"item_type": "motion", "title": "Motion om mer sol"}
    )
    failed = Failure("trasig.pdf", "trasig.pdf går inte att läsa.")
    return add(tmp_path_factory.mktemp("store"), contested, quiet, failures=[failed])


@pytest.mark.parametrize(
    ("choice", "documents"),
    [
        ({}, ["d5", "d4"]),
        ({"municipality": "Tallvik"}, ["d5", "d4"]),
        ({"municipality": "Näset"}, []),
        ({"body": "Hamnnämnden"}, ["d4"]),
        ({"start": "2021-03-05"}, ["d5"]),
        ({"end": "2021-03-04"}, ["d4"]),
        ({"start": "2021-03-04", "end": "2021-03-05"}, ["d5", "d4"]),
        ({"topic": "fritid"}, ["d4"]),
        ({"topic": "vård"}, []),
        ({"item_type": "motion"}, ["d5"]),
        ({"contested": True}, ["d4"]),
        ({"words": "BRYGGA"}, ["d4"]),
        ({"parties": ("M",)}, ["d4"]),
        ({"parties": ("KD",)}, []),
        ({"parties": ("M", "KD"), "body": "Kommunfullmäktige"}, []),
    ],
)
def test_decisions_are_those_of_the_choice(
    store: Path, choice: dict[str, Any], documents: list[str]
) -> None:
    found = answer(store, queries.DECISIONS, Choice(**choice))

    assert column(found, "document_id") == documents
    numbers = {row["decision"] for row in found}
    settled = answer(store, queries.DECIDED, Choice(**{**choice, "parties": ()}))
    assert numbers <= {row["decision"] for row in settled}
    every = answer(store, queries.STANCES, Choice(**choice))
    assert {row["decision"] for row in every} <= {row["decision"] for row in settled}


def test_stances_alternatives_and_seats_of_a_party(store: Path) -> None:
    stances = answer(store, queries.STANCES, Choice(parties=("M",)))
    assert column(stances, "party", "stance", "contested", "topic") == [
        ("M", "against", True, "fritid")
    ]
    assert column(answer(store, queries.ALTERNATIVES), "party") == ["M"]
    assert answer(store, queries.ALTERNATIVES, Choice(parties=("S",))) == []
    # the seats of all parties are told, whoever is chosen
    seats = answer(store, queries.SEATS, Choice(parties=("M",)))
    assert column(seats, "party", "side", "seats") == [("M", "against", 1), ("S", "for", 1)]


def test_what_was_signed_by_parties_and_by_people(store: Path) -> None:
    parties = answer(store, queries.SIGNED)
    assert column(parties, "act", "party") == [
        ("reservation", "M"),
        ("yrkande", "S"),
        ("yrkande", "V"),
    ]
    people = answer(store, queries.SIGNERS)
    assert column(people, "act", "name", "party") == [
        ("reservation", "Göran Ek", "M"),
        ("yrkande", "Berit Sjöholm", "S"),
    ]
    (text,) = answer(store, queries.SIGNED_TEXTS, ids=["d4:1:s1", "x"])
    assert (text["text"], text["parties"]) == ("Bryggan är för dyr.", ["M"])


def test_substitutes_who_did_not_serve_have_signed_nothing(tmp_path: Path) -> None:
    rows = [
        statement(by_substitute=True),
        statement(statement_id="d1:1:s2", act="ersättaryttrande"),
    ]
    store = add(tmp_path, meeting(4, statements=rows))

    assert answer(store, queries.SIGNED) == answer(store, queries.SIGNERS) == []


def test_places_kinds_and_letters_that_can_be_chosen(store: Path) -> None:
    places = answer(store, queries.PLACES)
    assert column(places, "body", "decisions", "contested") == [
        ("Hamnnämnden", 1, 1),
        ("Kommunfullmäktige", 1, 0),
    ]
    kinds = answer(store, queries.KINDS, municipality="Tallvik")
    assert set(column(kinds, "topic", "item_type")) == {
        ("fritid", "förslag"),
        (None, "motion"),
    }
    assert column(answer(store, queries.LETTERS), "party") == ["M", "S"]
    assert answer(store, queries.LETTERS, municipality="Näset") == []


def test_coverage_and_documents_count_what_was_read(store: Path) -> None:
    """Mistake 14: next to every figure stands how much was held, and how much was read."""
    (harbour,) = answer(store, queries.COVERAGE, Choice(body="Hamnnämnden"))
    assert (harbour["documents"], harbour["meetings"], harbour["cases"]) == (1, 1, 1)
    documents = answer(store, queries.DOCUMENTS)
    assert column(documents, "document_id", "cases", "statements", "positions") == [
        ("d5", 1, 0, 0),
        ("d4", 1, 2, 2),
    ]
    (failed,) = answer(store, queries.FAILURES)
    assert failed["source"] == "trasig.pdf"


def test_the_ledger_tells_of_meetings_known_and_read(store: Path) -> None:
    """Mistake 14: silent incompleteness."""
    rows = answer(store, ledger.LEDGER)
    assert column(rows, "body", "meetings", "held", "read_meetings", "missing") == [
        ("Hamnnämnden", 1, 1, 1, 0),
        ("Kommunfullmäktige", 1, 1, 1, 0),
    ]
    met = answer(store, ledger.MEETINGS, missing=False)
    assert column(met, "date", "was_read") == [("2021-03-05", True), ("2021-03-04", True)]
    assert answer(store, ledger.MEETINGS, missing=True) == []
    assert answer(store, ledger.GAPS) == answer(store, ledger.CORRECTIONS) == []


def test_paragraphs_that_are_missing_are_counted(tmp_path: Path) -> None:
    def minutes(name: str, day: str, numbers: range) -> Any:
        base = document(document_id=name, source=name, date=day)
        cases = [case(case_id=f"{name}:{n}", number=str(n), date=day) for n in numbers]
        return extraction(base, cases=cases)

    store = add(
        tmp_path,
        minutes("a", "2021-02-04", range(11, 21)),
        minutes("b", "2021-03-04", range(21, 41)),
        minutes("c", "2021-05-06", range(44, 63)),
    )

    (gap,) = answer(store, ledger.GAPS)
    assert (gap["first_missing"], gap["last_missing"], gap["missing"]) == (41, 43, 3)
    (row,) = answer(store, ledger.LEDGER)
    assert row["missing"] == 3


def test_the_latest_meetings_come_first(store: Path) -> None:
    rows = answer(store, latest.LATEST, most=5)
    assert column(rows, "date", "decided", "contested") == [
        ("2021-03-05", 1, 0),
        ("2021-03-04", 1, 1),
    ]
    assert len(answer(store, latest.LATEST, most=1)) == 1


def test_the_places_in_a_document(store: Path) -> None:
    rows = answer(store, queries.SPANS, document_id="d4")

    assert {row["kind"] for row in rows} == {
        "position",
        "proposal",
        "reservation",
        "vote",
        "yrkande",
    }
    assert column(rows, "start") == sorted(column(rows, "start"))


def test_a_case_opens_to_its_decision_stances_and_seats(store: Path) -> None:
    asked = {"case_id": "d4:1"}

    (decision,) = answer(store, queries.CASE_DECISIONS, **asked)
    assert (decision["title"], decision["contested"]) == ("Ny brygga i gästhamnen", True)
    stances = answer(store, queries.CASE_STANCES, **asked)
    assert sorted(column(stances, "party", "stance")) == [("M", "against"), ("S", "for")]
    assert len(answer(store, queries.CASE_SEATS, **asked)) == 2
