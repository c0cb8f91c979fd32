"""Groups that act without names, and those they leave out."""

import pytest

from pipeline.extraction import extract
from pipeline.extraction.groups import acts_as_group, without_excepted
from pipeline.language.mentions import find_mentions
from pipeline.language.party_names import known_letters
from tests.extraction.texts import text

TOP = """Viks kommun
Kommunstyrelsen
Sammanträdesprotokoll
Sammanträdesdatum: 2021-03-04

Beslutande
Eva Ek (S), ordförande
Bo Alm (M), vice ordförande
Ulla Ro (V)
Per Sol (SD)

§ 12 Ny brygga

"""
DECISION = "Beslut\nKommunstyrelsen bygger en brygga.\n\nReservation\n"


def stances(act: str) -> dict[str, str]:
    found = extract(text(TOP + DECISION + act), document_id="d1", source="p.txt")
    return {row.party: str(row.stance) for row in found.positions}


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        ("alla utom Per Sol (SD)", []),
        ("samtliga ledamöter utom S och V", []),
        ("oppositionen med undantag för Sverigedemokraterna", []),
        ("oppositionen, dock ej Vänsterpartiet", []),
        ("Eva Ek (S) och alla utom Bo Alm (M) och Per Sol (SD)", ["S"]),
        ("Eva Ek (S) och Bo Alm (M)", ["S", "M"]),
    ],
)
def test_who_is_excepted_did_not_act(words: str, parties: list[str]) -> None:
    found = without_excepted(words, find_mentions(words, {}, known_letters()))
    assert [party for one in found for party in one.parties] == parties


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Hela oppositionen reserverar sig mot beslutet.", True),
        ("Mot beslutet reserverar sig alla partier utom S.", True),
        ("Alliansen yrkar avslag.", True),
        ("Andre vice ordföranden yrkar avslag.", True),
        ("Alliansen genom Bo Alm (M) yrkar avslag.", False),
        ("Vice ordförande Bo Alm (M) yrkar avslag.", False),
        ("Oppositionspartierna (M, KD och L) reserverar sig.", False),
        ("Eva Ek (S) yrkar bifall till oppositionens förslag.", False),
    ],
)
def test_a_group_that_acts(words: str, expected: bool) -> None:
    assert acts_as_group(words) is expected


@pytest.mark.parametrize(
    "act",
    [
        "Alla utom Per Sol (SD) reserverar sig mot beslutet.",
        "Övriga partier utom SD reserverar sig mot beslutet.",
        "Hela oppositionen reserverar sig mot beslutet.",
    ],
)
def test_a_group_without_names_gives_no_position_and_no_silence(act: str) -> None:
    assert stances(act) == {}


def test_a_group_that_acts_through_somebody_is_that_party() -> None:
    assert stances("Alliansen genom Bo Alm (M) reserverar sig mot beslutet.")["M"] == "against"


def test_a_tie_that_is_not_read_leaves_nobody_silent() -> None:
    content = (
        TOP + "Beslut\nKommunstyrelsen avslår motionen.\n\nYrkanden\n"
        "Ulla Ro (V) yrkar bifall till motionen.\nEva Ek (S) yrkar avslag.\n\nOmröstning\n"
        "Den som bifaller motionen röstar ja, den som avslår röstar nej.\n"
        "Ja röstar Ulla Ro (V), Bo Alm (M).\nNej röstar Eva Ek (S), Per Sol (SD).\n"
        "Vid lika röstetal har ordföranden utslagsröst. Motionen är därmed avslagen.\n"
    )
    found = extract(text(content), document_id="d1", source="p.txt")
    assert not [row for row in found.positions if row.stance == "silent"]
    assert not [
        row for row in found.positions if row.party in ("M", "SD") and row.stance == "for"
    ]


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        ("Hela oppositionen reserverar sig mot beslutet.", None),
        ("Eva Ek (S) lämnar en protokollsanteckning.", "enhälligt"),
    ],
)
def test_what_a_group_without_names_did_is_not_unanimity(
    act: str, expected: str | None
) -> None:
    found = extract(text(TOP + DECISION + act), document_id="d1", source="p.txt")
    assert [row.decided_by for row in found.cases] == [expected]


@pytest.mark.parametrize(
    ("act", "stood"),
    [
        (
            "Samtliga partier utom SD reserverar sig mot beslutet.",
            {"S": "against", "M": "against", "V": "against"},
        ),
        (
            "Samtliga ledamöter utom S och V reserverar sig mot beslutet.",
            {"M": "against", "SD": "against"},
        ),
        (
            "Alla partier, förutom Sverigedemokraterna, deltar inte i beslutet.",
            dict.fromkeys("SMV", "not_participating"),
        ),
    ],
)
def test_all_parties_but_some_are_those_that_serve(act: str, stood: dict[str, str]) -> None:
    told = {party: stance for party, stance in stances(act).items() if stance != "silent"}
    assert told == stood
