"""The parties' own words, placed and counted when a snapshot is built; and the newest of
each party."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.models import Extraction
from pipeline.storage.snapshot import open_snapshot
from reports import issue_queries
from reports.choice import Choice
from tests.builders import case, demand, document, extraction, position, statement
from tests.stores import add

PIER, POOL = "bygga en ny brygga i gästhamnen", "öppna simhallen också på söndagar"


def meeting(day: int, *, wish: str, parties: tuple[str, ...], stance: str) -> Extraction:
    """A meeting in May at which ``parties`` said one thing in a matter of its own."""
    held = {"body": "Hamnnämnden", "date": f"2021-05-{day:02}"}
    said = statement(parties=parties, same_as=None, **held)
    return extraction(
        document(document_id=f"d{day}", source=f"{day}.md", **held),
        cases=[case(reference=f"HN {day}", **held)],
        statements=[said],
        positions=[position(party=parties[0], stance=stance, **held)],
        demands=[demand(statement_id=said.statement_id, parties=parties, quote=wish, **held)],
    )


@pytest.fixture
def store(tmp_path: Path) -> Path:
    said = {1: (PIER, ("S",)), 2: (POOL, ("S", "V")), 3: (PIER, ("S",))}
    return add(
        tmp_path,
        *(
            meeting(day, wish=wish, parties=parties, stance="against" if day > 1 else "for")
            for day, (wish, parties) in said.items()
        ),
    )


def rows(store: Path, sql: str, **asked: Any) -> list[tuple[Any, ...]]:
    with open_snapshot(store) as connection:
        return connection.execute(sql, asked).fetchall()


def first(store: Path, most: int, **choice: Any) -> list[tuple[Any, ...]]:
    """Party, its different wishes, and the day of each row."""
    asked = {**Choice(**choice).parameters(), "case": None, "most": most}
    sql = f"SELECT party, wishes, date[-2:]::INTEGER FROM ({issue_queries.FIRST_WORDS})"
    return rows(store, sql, **asked)


def test_words_stand_newest_first_and_know_whether_their_matter_was_contested(
    store: Path,
) -> None:
    told = rows(store, "SELECT place, date[-2:]::INTEGER, demanded, contested FROM words")

    assert told == [(0, 3, True, True), (1, 2, True, True), (2, 1, True, False)]


@pytest.mark.parametrize(
    ("most", "choice", "said"),
    [
        (1, {}, [("S", 2, 3), ("S", 2, 1), ("V", 1, 2)]),
        (2, {}, [("S", 2, 3), ("S", 2, 2), ("S", 2, 1), ("V", 1, 2)]),
        (2, {"contested": True}, [("S", 2, 3), ("S", 2, 2), ("V", 1, 2)]),
        (2, {"end": "2021-05-01"}, [("S", 1, 1)]),
    ],
)
def test_the_newest_of_each_party_come_with_the_earlier_times(
    most: int, choice: dict[str, Any], said: list[tuple[Any, ...]], store: Path
) -> None:
    assert first(store, most, **choice) == said


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("Bryggan är för dyr.", True),
        ("reserverar sig mot beslutet.", False),
        ("reserverade sig till förmån för det egna yrkandet.", False),
        # that a paper was handed in
        ("antecknar som yttrande en skrivelse från\nden 2 maj 2021.", False),
        ("inkommer med ett yttrande från (M).", False),
        ("Särskilt yttrande från M och L 2021-05-02", False),
        # with what it says
        ("lämnar ett yttrande om att bryggan är för dyr.", True),
        ("lämnar följande yttrande: bryggan är för dyr.", True),
        ("Yttrande från M: bryggan är för dyr.", True),
    ],
)
def test_a_line_that_only_records_a_paper_is_nobodys_words(
    said: str, counts: bool, tmp_path: Path
) -> None:
    kept = add(
        tmp_path,
        extraction(
            document(),
            cases=[case()],
            statements=[statement(text=said)],
            positions=[position()],
        ),
    )
    assert len(rows(kept, "SELECT id FROM words")) == counts
