"""Papers by one author: motions, interpellations, answers, letters."""

import pytest

from pipeline.extraction import extract
from pipeline.models import Extraction, Statement
from tests.extraction.texts import text

MOTION = """Motion av Siv Ryd (L) och Tore Gran (SD) om nya bryggor i hamnen

Dnr HN 2021/17

Hamnen har få bryggor. Det vill vi ändra på.

Vi yrkar
att nya bryggor byggs,
att kajen sopas.

Tallvik den 4 mars 2021

Siv Ryd (L)
Tore Gran (SD)
"""
ANSWER = """Svar på interpellation från Siv Ryd (L) om bryggor i hamnen

Siv Ryd har ställt följande frågor till mig:

1. Hur många bryggor finns det?

2. Blir det fler?

Det finns tre bryggor i hamnen. Nämnden planerar två till under nästa år.

Tallvik den 4 mars 2021

Berit Sjöholm (S)
Hamnnämndens ordförande
"""
INTERPELLATION = """Interpellation till kommunalrådet Berit Sjöholm (S) om bryggor

Hamnen har få bryggor.

Varje sommar står folk i kö vid vattnet.

De väntar länge.

De väntar ofta förgäves.

Det är inte rimligt.

Därför frågar jag:

1. Hur många bryggor finns det?
2. Blir det fler?

Siv Ryd (L)
2021-03-04
"""
LETTER = """Skrivelse från Göran Ek (M) om kajen

Dnr HN 2021/18

Kajen behöver sopas varje vecka. Vi vill att det görs.

Göran Ek (M)
"""


def read(content: str) -> Extraction:
    return extract(text(content), document_id="d1", source="papper.txt")


@pytest.mark.parametrize(
    ("content", "kind", "title", "body", "date", "reference"),
    [
        (MOTION, "motion", "nya bryggor i hamnen", None, "2021-03-04", "HN 2021/17"),
        (ANSWER, "interpellationssvar", "bryggor i hamnen", None, "2021-03-04", None),
        # put to a commissioner: to the council
        (INTERPELLATION, "interpellation", "bryggor", "Kommunfullmäktige", "2021-03-04", None),
        (LETTER, "skrivelse", "kajen", None, None, "HN 2021/18"),
    ],
)
def test_the_case_of_a_paper(
    content: str,
    kind: str,
    title: str,
    body: str | None,
    date: str | None,
    reference: str | None,
) -> None:
    found = read(content)
    (case,) = found.cases
    assert found.document.kind == kind
    assert (case.title, case.body, case.date, case.reference) == (title, body, date, reference)
    assert case.number == (reference or "d1")
    assert found.positions == ()


def brief(row: Statement) -> tuple[str, tuple[str, ...], str, int]:
    return str(row.act), row.persons, " ".join(row.parties), len(row.points)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (MOTION, [("motion", ("Siv Ryd", "Tore Gran"), "L SD", 2)]),
        # the questions are the asker's, the answer the signer's
        (
            ANSWER,
            [
                ("interpellation", ("Siv Ryd",), "L", 2),
                ("interpellationssvar", ("Berit Sjöholm",), "S", 0),
            ],
        ),
        # who is asked does not ask
        (INTERPELLATION, [("interpellation", ("Siv Ryd",), "L", 2)]),
        (LETTER, [("skrivelse", ("Göran Ek",), "M", 0)]),
        # nobody signed
        ("Motion om bryggor i hamnen\n\nVi vill ha fler bryggor.", []),
    ],
)
def test_who_says_what(
    content: str, said: list[tuple[str, tuple[str, ...], str, int]]
) -> None:
    assert [brief(row) for row in read(content).statements] == said


@pytest.mark.parametrize(
    ("content", "first", "last"),
    [
        # without heading, dnr and signature
        (MOTION, "Hamnen har få bryggor.", "att kajen sopas."),
        (LETTER, "Kajen behöver sopas", "Vi vill att det görs."),
        (ANSWER, "Det finns tre bryggor", "under nästa år."),
    ],
)
def test_the_words_of_a_paper(content: str, first: str, last: str) -> None:
    words = read(content).statements[-1].text
    assert words.startswith(first)
    assert words.endswith(last)


def test_the_questions_of_an_answer() -> None:
    asked, _ = read(ANSWER).statements
    assert asked.points == ("Hur många bryggor finns det?", "Blir det fler?")
    assert asked.text.startswith("1. Hur många")


@pytest.mark.parametrize(
    ("signature", "persons", "parties"),
    [
        # names and parties apart
        ("Tallvik 2021-03-04\n\nSiv Ryd\nLiberalerna", ("Siv Ryd",), ("L",)),
        ("För Liberalerna i Tallvik\n\nSiv Ryd        Bo Alm", ("Siv Ryd", "Bo Alm"), ("L",)),
        ("Liberalerna i nämnden\nSiv Ryd, Bo Alm", ("Siv Ryd", "Bo Alm"), ("L",)),
        (
            "Tallvik 2021-03-04\n\nSiv Ryd\nLiberalerna\nUlla Rask\nVänsterpartiet",
            ("Siv Ryd", "Ulla Rask"),
            ("L", "V"),
        ),
        ("För Liberalerna i Tallvik", (), ("L",)),
    ],
)
def test_signatures_without_letters(
    signature: str, persons: tuple[str, ...], parties: tuple[str, ...]
) -> None:
    asked = (
        "Interpellation till kommunalrådet Berit Sjöholm (S) om bryggor\n\n"
        f"Blir det fler bryggor?\n\n{signature}\n"
    )
    (row,) = read(asked).statements
    assert (row.persons, row.parties, row.text) == (persons, parties, "Blir det fler bryggor?")


def test_who_is_asked_never_asks() -> None:
    asked = (
        "Interpellation till kommunalrådet Berit Sjöholm (S) om bryggor\n\nBlir det fler?\n"
    )
    assert read(asked).statements == ()


def test_who_is_asked_in_a_short_interpellation() -> None:
    short = (
        "Interpellation till kommunalrådet Berit Sjöholm (S) om bryggor\n\n"
        "Blir det fler bryggor?\n\nSiv Ryd (L)\n"
    )
    (row,) = read(short).statements
    assert row.persons == ("Siv Ryd",)


@pytest.mark.parametrize(
    ("demand", "asked"),
    [
        # one sentence asks for one thing
        (
            "Vi föreslår att kommunfullmäktige beslutar att ge nämnden i uppdrag att mäta.",
            ("att ge nämnden i uppdrag att mäta",),
        ),
        (
            "Vi yrkar\ndels att kajen mäts,\ndels att den sopas.",
            ("att kajen mäts", "att den sopas."),
        ),
        ("Kajen är lång.", ()),
        # a sentence that begins with "att" above the first demand is no point
        (
            "Att sopa är bra.\n\nVi yrkar\n1. Att vi mäter.\n2. Att vi sopar.",
            ("Att vi mäter.", "Att vi sopar."),
        ),
    ],
)
def test_what_a_motion_asks_for(demand: str, asked: tuple[str, ...]) -> None:
    content = f"Motion av Siv Ryd (L) om kajen\n\nKajen är kort.\n\n{demand}\n\nSiv Ryd (L)\n"
    assert read(content).statements[0].points == asked


@pytest.mark.parametrize(
    ("opening", "place", "date"),
    [
        ("Motion till kommunfullmäktige i Tallvik: Bryggor", "Tallvik", None),
        ("Motion: Bryggor\nDatum: 2021-03-04", None, "2021-03-04"),
        (
            "Motion om bryggor\n\nInlämnad till fullmäktige den fjärde mars 2021",
            None,
            "2021-03-04",
        ),
    ],
)
def test_place_and_date_above_the_words(
    opening: str, place: str | None, date: str | None
) -> None:
    found = read(f"{opening}\n\nHamnen har få bryggor sedan den 1 maj 1999.\n\nSiv Ryd (L)\n")
    assert (found.document.municipality, found.document.date) == (place, date)


def test_questions_on_lines_of_their_own_are_points() -> None:
    content = "Interpellation om kajen\n\nHur lång är kajen?\nVem sopar den?\n\nSiv Ryd (L)\n"
    assert read(content).statements[0].points == ("Hur lång är kajen?", "Vem sopar den?")


@pytest.mark.parametrize(
    ("label", "act"),
    [
        ("RESERVATION", "reservation"),
        ("Särskilt yttrande", "särskilt yttrande"),
        ("Protokollsanteckning", "protokollsanteckning"),
    ],
)
def test_a_comment_on_a_paper_of_its_own(label: str, act: str) -> None:
    found = read(
        f"{label}\n\nHamnnämnden 2021-03-04\nÄrende 4: Ny brygga\n\n"
        "Hamnen behöver ingen brygga. Bo Tegel (S) har fel.\n\nFör Liberalerna\nSiv Ryd\n"
    )
    (row,) = found.statements
    assert (row.act, row.persons, row.parties) == (act, ("Siv Ryd",), ("L",))
    assert row.text == "Hamnen behöver ingen brygga. Bo Tegel (S) har fel."
    assert (found.document.kind, found.document.title) == ("skrivelse", "Ny brygga")
    # what was decided is not told
    assert found.positions == ()


@pytest.mark.parametrize(
    ("closing", "persons"),
    [
        ("Siv Ryd\nGruppledare Hamnens Vänner", ("Siv Ryd",)),
        ("Hamnens Vänner\nGruppledare Siv Ryd", ("Siv Ryd",)),
        ("Hamnens Vänner\nOrdförande\nSiv Ryd", ("Siv Ryd",)),
        ("Hamnens Vänner\nGruppledare", ()),
        ("Jens Ryd\nGruppledare", ("Jens Ryd",)),
    ],
)
def test_a_group_is_no_person(closing: str, persons: tuple[str, ...]) -> None:
    found = read(f"Motion om kajen\n\nKajen är kort.\n\nVi yrkar\natt den mäts\n\n{closing}\n")
    named = tuple(name for row in found.statements for name in row.persons)
    assert named == persons
    assert all(row.text.endswith("att den mäts") for row in found.statements)


@pytest.mark.parametrize(
    ("heading", "act", "parties"),
    [
        ("Yttrande från Vänsterpartiet", "särskilt yttrande", ("V",)),
        ("Yttrande från Moderaterna och Centerpartiet", "särskilt yttrande", ("M", "C")),
        (
            "Beslutsförslag från Moderaterna, Kristdemokraterna och Liberalerna",
            "yrkande",
            ("M", "KD", "L"),
        ),
        ("Beslutsförslag från S, V och MP", "yrkande", ("S", "V", "MP")),
        ("Förslag till budget 2025 från S och V", "yrkande", ("S", "V")),
        ("Budgetförslag 2025 från Socialdemokraterna", "yrkande", ("S",)),
        ("Gemensam skrivelse från M och KD", "skrivelse", ("M", "KD")),
        ("Tilläggsyrkande från SD", "yrkande", ("SD",)),
    ],
)
def test_a_paper_of_parties(heading: str, act: str, parties: tuple[str, ...]) -> None:
    words = "Kajen är kort.\n\nVi föreslår\natt den mäts"
    found = read(f"{heading}\n\nHamnnämnden 2021-03-04\nÄrende 4: Kajen\n\n{words}\n")
    (row,) = found.statements
    assert (row.act, row.parties, row.persons, row.text) == (act, parties, (), words)
    assert (found.document.kind, found.document.title) == ("skrivelse", "Kajen")
    assert found.positions == ()


@pytest.mark.parametrize(
    "heading",
    ["Yttrande från Hamnföreningen", "Yttrande från hamnnämnden", "Förslag till budget 2025"],
)
def test_what_no_party_writes_is_no_partys(heading: str) -> None:
    found = read(f"{heading}\n\nHamnnämnden 2021-03-04\nÄrende 4: Kajen\n\nKajen är kort.\n")
    assert (found.statements, found.positions) == ((), ())
