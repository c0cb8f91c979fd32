"""Letters mean a party within a municipality: parties that share them are not one."""

from pathlib import Path
from typing import Any

import pytest

from analytics.agreement import agreement
from pipeline.models import Extraction, Mandate, Party
from pipeline.search import Query, all_rows
from pipeline.storage import building
from pipeline.storage.snapshot import open_search, open_snapshot
from reports import patterns, queries, register
from reports.choice import Choice
from reports.parties import meant
from reports.reader import Reader
from tests.builders import (
    attendance,
    ballot,
    case,
    demand,
    document,
    extraction,
    position,
    proposal,
    statement,
    vote,
)
from tests.stores import add, answer, rows

NATIONAL = (Party("S", "S", "Sälarna"), Party("L", "L", "Lommarna", former=("Fp",)))


def minutes(municipality: str | None, **stances: str) -> Extraction:
    """A vote in a council of the place: the parties' stances, and all that they took part in
    together."""
    parties = tuple(stances)
    name = f"d-{municipality}"
    return extraction(
        document(document_id=name, source=f"{name}.md", municipality=municipality),
        attendance=[attendance(party=party, name=f"Ledamot {party}") for party in parties],
        cases=[case(decided_by="votering")],
        positions=[
            position(position_id=f"d1:1:{party}", party=party, stance=stance)
            for party, stance in stances.items()
        ],
        statements=[statement(parties=parties)],
        proposals=[proposal(parties=parties, adopted=False)],
        votes=[vote(yes=None, no=None)],
        ballots=[ballot(party=party, name=f"Ledamot {party}") for party in parties],
        demands=[demand(parties=parties, addressee=parties[0])],
    )


@pytest.fixture(autouse=True)
def _nation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "parties", lambda: NATIONAL)
    monkeypatch.setattr(building, "mandates", tuple)


def parties_of(store: Path) -> list[str]:
    """All parties with a stance."""
    return [
        row[0] for row in rows(store, "SELECT DISTINCT party::TEXT FROM stances ORDER BY 1")
    ]


@pytest.mark.parametrize(
    ("councils", "expected"),
    [
        # a national party is one; local ones are one per municipality
        (
            {"Tallvik": ("S", "D"), "Näset": ("S", "D")},
            ["D (Näset)", "D (Tallvik)", "S"],
        ),
        # letters that only one municipality has need no place
        ({"Tallvik": ("S", "D"), "Näset": ("S", "N")}, ["D", "N", "S"]),
        ({"Tallvik": ("S", "D")}, ["D", "S"]),
        # of a document that does not say its place it is not known which party is meant
        ({"Tallvik": ("D",), None: ("D",)}, ["D", "D (Tallvik)"]),
        ({None: ("D",)}, ["D"]),
    ],
)
def test_local_parties_with_the_same_letters_are_told_apart(
    tmp_path: Path, councils: dict[str | None, tuple[str, ...]], expected: list[str]
) -> None:
    read = [
        minutes(place, **dict.fromkeys(parties, "for")) for place, parties in councils.items()
    ]

    assert parties_of(add(tmp_path, *read)) == expected


def test_letters_of_a_national_party_can_be_a_local_one_somewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    local = Party("L@Tallvik", "L", "Linblomman", "Tallvik")
    monkeypatch.setattr(building, "parties", lambda: (*NATIONAL, local))
    store = add(tmp_path, minutes("Tallvik", L="for"), minutes("Näset", L="for"))

    assert parties_of(store) == ["L", "L (Tallvik)"]
    with open_snapshot(store) as connection:
        named = Reader(connection, Choice()).parties
        assert dict(zip(named["party"], named["name"], strict=True)) == {
            "L": "Lommarna",
            "S": "Sälarna",
            "L (Tallvik)": "Linblomman",
        }


def test_agreement_over_municipalities_keeps_namesakes_apart(tmp_path: Path) -> None:
    """D of Tallvik went along with S, D of Näset did not: one party would be half of each."""
    store = add(
        tmp_path,
        minutes("Tallvik", S="for", D="for"),
        minutes("Näset", S="for", D="against"),
    )
    with open_snapshot(store) as connection:
        reader = Reader(connection, Choice())
        pairs = agreement(reader.stances, reader.alternatives)

    found = pairs[["first", "second", "n", "agree"]].to_dict("split")["data"]
    assert found == [["D (Näset)", "S", 1, 0], ["D (Tallvik)", "S", 1, 1]]


@pytest.mark.parametrize(
    ("query", "column"),
    [
        (queries.ALTERNATIVES, "party"),
        (queries.SEATS, "party"),
        (queries.SIGNED, "party"),
        (queries.LETTERS, "party"),
        (patterns.BALLOTS, "party"),
        (patterns.PROPOSALS, "party"),
        (patterns.TIMELINE, "party"),
        (register.STANDS, "party"),
        (register.DEMANDS, "party"),
        (register.DEMANDS, "addressee"),
    ],
)
def test_no_read_of_all_municipalities_joins_namesakes(
    tmp_path: Path, query: str, column: str
) -> None:
    store = add(tmp_path, *(minutes(place, D="against") for place in ("Tallvik", "Näset")))

    found = {row[column] for row in answer(store, query)}

    assert found == {"D (Näset)", "D (Tallvik)"}


def test_the_tables_that_are_handed_out_keep_the_letters(tmp_path: Path) -> None:
    store = add(tmp_path, *(minutes(place, D="for") for place in ("Tallvik", "Näset")))

    assert rows(store, "SELECT DISTINCT party FROM positions") == [("D",)]


def governed(*parties: str, place: str = "Tallvik") -> Mandate:
    """Who governed a place all of the time."""
    return Mandate(place, "2018-10-15", None, parties, source="påhittad")


@pytest.mark.parametrize(
    ("mandate", "expected"),
    [
        # a mandate has the letters of its time, positions those of today
        (governed("fp", "D"), {"L": True, "D (Tallvik)": True, "S": False}),
        (governed("S"), {"L": False, "D (Tallvik)": False, "S": True}),
    ],
)
def test_governing_parties_are_known_by_todays_letters(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    mandate: Mandate,
    expected: dict[str, Any],
) -> None:
    monkeypatch.setattr(building, "mandates", lambda: (mandate,))
    store = add(
        tmp_path, minutes("Tallvik", S="for", L="for", D="for"), minutes("Näset", D="for")
    )

    known = "SELECT party::TEXT, governing FROM stances WHERE governing IS NOT NULL"
    assert dict(rows(store, known)) == expected


@pytest.mark.parametrize(
    ("municipality", "letters", "expected"),
    [
        (None, ("D",), ("D (Näset)", "D (Tallvik)")),
        ("Näset", ("S", "D"), ("S", "D (Näset)")),
        (None, ("D (Näset)",), ("D (Näset)",)),
        (None, ("X",), ("X",)),
    ],
)
def test_letters_without_a_place_mean_all_that_have_them(
    tmp_path: Path,
    municipality: str | None,
    letters: tuple[str, ...],
    expected: tuple[str, ...],
) -> None:
    store = add(
        tmp_path, *(minutes(place, D="for", S="for") for place in ("Tallvik", "Näset"))
    )
    with open_snapshot(store) as connection:
        assert meant(letters, Reader(connection, Choice(municipality))) == expected


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("parti:d", {("D (Näset)",), ("D (Tallvik)",)}),
        ('parti:"D (Näset)"', {("D (Näset)",)}),
    ],
)
def test_a_search_tells_namesakes_apart(
    tmp_path: Path, words: str, found: set[tuple[str, ...]]
) -> None:
    store = add(tmp_path, *(minutes(place, D="for") for place in ("Tallvik", "Näset")))

    hits = all_rows(open_search(store), Query(words, what=("statement",)))

    assert {row.party for row in hits} == found
