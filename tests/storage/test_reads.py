"""The reads about who decided, and about what the two lines wanted, from a few rows."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.models import Extraction, Mandate
from pipeline.storage import building
from pipeline.storage.snapshot import open_snapshot
from reports import queries, wordings
from reports.choice import Choice
from tests.builders import attendance, case, extraction, position, proposal, statement
from tests.stores import add

MANDATES = (Mandate("Tallvik", "2018-10-15", None, ("S", "V"), (), "protokoll"),)


@pytest.fixture(autouse=True)
def _mandates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "mandates", lambda: MANDATES)


def read(store: Path, query: str, *extractions: Extraction) -> list[dict[str, Any]]:
    """The rows of a query about everything, as dictionaries."""
    add(store, *extractions)
    asked = {name: v for name, v in Choice().parameters().items() if name != "parties"}
    with open_snapshot(store) as connection:
        answer = connection.execute(query, asked)
        names = [column[0] for column in answer.description]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def test_how_a_decision_was_settled_and_how_many_governed(tmp_path: Path) -> None:
    found = read(tmp_path, queries.DECIDED, extraction(cases=[case(decided_by="votering")]))

    assert found == [
        {
            "decision": 0,
            "decided_by": "votering",
            "governing_parties": 2,
            "mandate": "2018-10-15",
        }
    ]


GONE = attendance(name="Ulla Berg", party="V", present=False)


def stepping_in(**fields: Any) -> Any:
    defaults = {"name": "Göran Ek", "party": "M", "role": "tjänstgörande ersättare"}
    return attendance(**{**defaults, "substitutes_for": "Ulla Berg", **fields})


@pytest.mark.parametrize(
    ("attended", "expected"),
    [
        ([GONE], [("V", None, 1, True)]),
        ([GONE, stepping_in()], [("V", "M", 1, True)]),
        ([GONE, stepping_in(substitutes_for="Annan Person")], [("V", None, 1, True)]),
        # not said for whom, for part of the meeting, or two in one seat
        ([GONE, stepping_in(substitutes_for=None)], []),
        ([GONE, stepping_in(items="§§ 1-3")], []),
        ([GONE, stepping_in(), stepping_in(name="Siv Ask", party="S")], []),
        ([GONE, stepping_in(party=None)], []),
        # a substitute has no seat to be absent from
        ([attendance(name="Ulla Berg", role="ersättare", present=False)], []),
        ([attendance(name="Ulla Berg", party=None, present=False)], []),
    ],
)
def test_absent_members_and_who_served_instead(
    tmp_path: Path, attended: list[Any], expected: list[tuple[Any, ...]]
) -> None:
    found = read(tmp_path, queries.ABSENT, extraction(attendance=attended, cases=[case()]))
    columns = ("party", "substitute", "seats", "governing")

    assert [tuple(row[name] for name in columns) for row in found] == expected


def test_the_words_of_both_lines(tmp_path: Path) -> None:
    moved = {"start": 3, "end": 9}
    rows = extraction(
        cases=[case(start=0, end=20)],
        proposals=[
            proposal(parties=("S",)),
            proposal(
                proposal_id="d1:1:p2",
                parties=("M", "L"),
                text="avslag",
                adopted=False,
                **moved,
            ),
        ],
        statements=[
            statement(statement_id="d1:1:s2", act="yrkande", parties=("M", "L"), **moved),
            statement(parties=("M",)),
        ],
        positions=[
            position(party="S", stance="for", position_id="1", statement_id=None),
            position(party="M", position_id="2"),
            position(party="L", position_id="3", statement_id=None),
        ],
    )
    found = read(tmp_path, wordings.WORDINGS, rows)
    columns = ("line", "id", "parties", "text", "start", "end")

    # the act of moving the losing proposal has its place and is not printed twice
    assert [tuple(row[name] for name in columns) for row in found] == [
        ("decision", "d1:1", ["S"], "bygga en ny brygga", 0, 20),
        ("adopted", "d1:1:p1", ["S"], "bygga en ny brygga", 25, 43),
        ("alternative", "d1:1:p2", ["L", "M"], "avslag", 3, 9),
        ("alternative", "d1:1:s1", ["M"], "Bryggan är för dyr.", 0, 11),
    ]


def test_another_bodys_decision_has_its_alternatives_but_not_this_ones_words(
    tmp_path: Path,
) -> None:
    rows = extraction(
        cases=[case(body="Kommunstyrelsen")],
        proposals=[proposal(parties=("S",))],
        statements=[statement()],
        positions=[position()],
    )
    found = read(tmp_path, wordings.WORDINGS, rows)
    by_decision = {row["decision"]: set() for row in found}  # type: dict[int, set[str]]
    for row in found:
        by_decision[row["decision"]].add(row["line"])

    assert sorted(map(sorted, by_decision.values())) == [
        ["adopted", "decision"],
        ["alternative"],
    ]


@pytest.mark.parametrize(("body", "printed"), [("Hamnnämnden", True), ("Kustrådet", False)])
def test_what_was_adopted_in_an_earlier_round_is_not_what_this_body_adopted(
    tmp_path: Path, body: str, printed: bool
) -> None:
    place = {"start": 3, "end": 9, "parties": ("S",)}
    rows = extraction(
        cases=[case()],
        proposals=[proposal(**place)],
        statements=[statement(act="yrkande", body=body, **place)],
        positions=[position()],
    )
    found = read(tmp_path, wordings.WORDINGS, rows)

    assert ("adopted" in {row["line"] for row in found}) is printed


@pytest.mark.parametrize(
    ("parties", "points", "printed"),
    [
        ((), ("bygga en ny brygga",), False),
        ((), ("bygga bryggan",), True),
        (("S",), ("bygga en ny brygga",), True),
    ],
)
def test_what_was_proposed_and_decided_word_for_word_is_told_once(
    tmp_path: Path, parties: tuple[str, ...], points: tuple[str, ...], printed: bool
) -> None:
    rows = extraction(
        cases=[case(decision=("bygga en ny brygga",))],
        proposals=[proposal(parties=parties, points=points)],
        positions=[position()],
    )
    found = read(tmp_path, wordings.WORDINGS, rows)

    assert ("adopted" in {row["line"] for row in found}) is printed
