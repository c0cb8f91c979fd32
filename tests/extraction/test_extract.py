"""Whole documents: every row, and the promises that hold for all of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction import extract
from pipeline.models import Extraction, Page, Text
from tests.extraction.texts import minutes, text

BRIDGE = """§ 1 Ny brygga i gästhamnen
Dnr HN 2021/17

Beslut
Nämnden godkänner förvaltningens förslag.

Ärendet
Förvaltningen vill bygga en brygga. Motionärerna yrkar något annat.

Yrkanden
Göran Ek (M) yrkar avslag på förvaltningens förslag.

Berit Sjöholm (S) yrkar bifall till förvaltningens förslag.

Beslutsgång
Ordföranden ställer förslagen mot varandra och finner att nämnden beslutar enligt
förvaltningens förslag.

Votering begärs.

Ja för bifall till förvaltningens förslag. Nej för avslag på förslaget.

Ja-röster: Berit Sjöholm (S), Ulla Rask (V), Siv Ryd (L)
Nej-röster: Göran Ek (M)

Reservation
Göran Ek (M) reserverar sig mot beslutet.

Ersättaryttrande
Nils Ask (KD) lämnar följande ersättaryttrande: Bryggan är för dyr för oss.

Beslutet skickas till
Kajrådet"""
MOTION = """§ 2 Motion om längre kaj
Dnr HN 2021/18

Beslut
Nämnden avstyrker motionen.

Reservation
Mot beslutet reserverar sig Siv Ryd (L) och Göran Ek (M)."""
NOTED = """§ 3 Information om vinterisen

Beslut
Informationen läggs till handlingarna."""
MINUTES = minutes(BRIDGE, MOTION, NOTED)
ANSWER = """Svar på interpellation från Siv Ryd (L) om bryggor i hamnen

Siv Ryd har ställt följande frågor till mig:

1. Hur många bryggor finns det?
2. Blir det fler?

Det finns tre bryggor i hamnen. Nämnden planerar två till.

Tallvik den 4 mars 2021

Berit Sjöholm (S)
"""
REPORT = """Utlåtande 2021:14

Dnr KS 2021/17

Kommunstyrelsen delar förvaltningens uppfattning.

Reservation av Göran Ek (M)

Bryggan är för dyr och för kort.

Tallvik den 5 maj 2021
"""


def read(content: str, **more: str) -> Extraction:
    return extract(text(content), document_id="d1", source="protokoll.txt", **more)


def test_the_document() -> None:
    found = read(MINUTES).document
    assert (found.kind, found.municipality, found.body, found.date) == (
        "protokoll",
        "Tallvik",
        "Hamnnämnden",
        "2021-03-04",
    )
    assert found.text == MINUTES
    assert (found.pages, found.reference, found.findings) == (None, None, ())


def test_who_was_there() -> None:
    assert [(a.name, a.party, a.role) for a in read(MINUTES).attendance] == [
        ("Berit Sjöholm", "S", "ordförande"),
        ("Göran Ek", "M", "vice ordförande"),
        ("Ulla Rask", "V", "ledamot"),
        ("Siv Ryd", "L", "ledamot"),
        ("Nils Ask", "KD", "ersättare"),
    ]


def test_the_cases() -> None:
    found = read(MINUTES)
    assert [
        (c.case_id, c.title, c.reference, c.item_type, c.outcome, c.decided_by)
        for c in found.cases
    ] == [
        ("d1:1", "Ny brygga i gästhamnen", "HN 2021/17", "förslag", "bifall", "votering"),
        ("d1:2", "Motion om längre kaj", "HN 2021/18", "motion", "avslag", "enhälligt"),
        ("d1:3", "Information om vinterisen", None, "anmälan", "noterad", "enhälligt"),
    ]
    assert all(MINUTES[c.start : c.end].startswith("§") for c in found.cases)


def test_the_acts() -> None:
    assert [(s.case_id, s.act, " ".join(s.parties)) for s in read(MINUTES).statements] == [
        ("d1:1", "yrkande", "M"),
        ("d1:1", "yrkande", "S"),
        ("d1:1", "reservation", "M"),
        ("d1:1", "ersättaryttrande", "KD"),
        ("d1:2", "reservation", "L M"),
    ]


@pytest.mark.parametrize(
    ("case", "stances"),
    [
        ("d1:1", {"M": "against", "S": "for", "V": "for", "L": "for"}),
        ("d1:2", {"L": "against", "M": "against", "S": "silent", "V": "silent"}),
        ("d1:3", {"S": "silent", "M": "silent", "V": "silent", "L": "silent"}),
    ],
)
def test_the_positions(case: str, stances: dict[str, str]) -> None:
    found = read(MINUTES).positions
    assert {p.party: p.stance for p in found if p.case_id == case} == stances


def test_the_vote() -> None:
    found = read(MINUTES)
    assert [(v.yes_means, v.no_means, v.yes, v.no, v.outcome) for v in found.votes] == [
        ("bifall till förvaltningens förslag", "avslag på förslaget", 3, 1, "ja")
    ]
    assert [(b.name, b.choice) for b in found.ballots] == [
        ("Berit Sjöholm", "ja"),
        ("Ulla Rask", "ja"),
        ("Siv Ryd", "ja"),
        ("Göran Ek", "nej"),
    ]


def test_ballots_of_an_appendix() -> None:
    told = MINUTES[: MINUTES.index("Ja-röster")] + "3 ja och 1 nej enligt bilaga 1.\n"
    rows = [
        "Sjöholm, Berit  S  Ja",
        "Ek, Göran  M  Nej",
        "Rask, Ulla  V  Ja",
        "Ryd, Siv  L  Ja",
    ]
    found = read(told + "\nBilaga 1\n\n" + "\n".join(rows) + "\n")
    assert [(v.yes, v.no, v.appendix) for v in found.votes] == [(3, 1, "1")]
    assert [(b.name, b.choice) for b in found.ballots] == [
        ("Berit Sjöholm", "ja"),
        ("Göran Ek", "nej"),
        ("Ulla Rask", "ja"),
        ("Siv Ryd", "ja"),
    ]
    assert {p.party: p.stance for p in found.positions}["M"] == "against"


@pytest.mark.parametrize(
    ("content", "findings"),
    [
        (
            "Lösa anteckningar",
            {
                "dokumentslaget är inte känt: inget lästes ut",
                "kommunen framgår inte: ange den med --municipality",
                "datum framgår inte",
            },
        ),
        (
            "Protokoll nr 4\nTallviks kommun\nSammanträdesdatum 2021-03-04",
            {"inga paragrafer hittades"},
        ),
        (
            minutes("§ 1 Ny brygga\n\nVotering\nVotering sker.\n"),
            {"§ 1: text under ”Votering” utan siffror eller namn"},
        ),
        (MINUTES, set()),
    ],
)
def test_what_is_missing_is_said(content: str, findings: set[str]) -> None:
    assert set(read(content).document.findings) == findings


@pytest.mark.parametrize(
    ("place", "invented"), [("Lindvattna", True), ("Tallvik", False), (None, False)]
)
def test_the_municipality_given_overrules_the_text(place: str | None, invented: bool) -> None:
    found = extract(text(MINUTES), document_id="d1", source="p.txt", municipality=place)
    assert found.document.municipality == (place or "Tallvik")
    assert found.document.invented is invented


def test_pages() -> None:
    middle = MINUTES.index("Reservation")
    paged = Text(MINUTES, pages=(Page(1, 0), Page(2, middle)))
    found = extract(paged, document_id="d1", source="p.pdf")
    assert (found.document.pages, found.document.page_starts) == (2, (0, middle))
    assert {s.act: s.page for s in found.statements if s.case_id == "d1:1"} == {
        "yrkande": 1,
        "reservation": 2,
        "ersättaryttrande": 2,
    }


def test_findings_of_the_reader_are_kept() -> None:
    found = extract(Text(MINUTES, findings=("sidan 2 är tom",)), document_id="d1", source="p")
    assert found.document.findings == ("sidan 2 är tom",)


def assert_exact(found: Extraction) -> None:
    """Every start and end gives back its words, and every row hangs on one that exists."""
    content = found.document.text
    for row in found.statements:
        assert content[row.start : row.end] == row.text
    for row in found.proposals:
        assert content[row.start : row.end] == row.text
    for row in found.positions:
        assert content[row.start : row.end] == row.quote
    for row in (*found.attendance, *found.cases, *found.votes, *found.referrals):
        assert 0 <= row.start <= row.end <= len(content)
    cases = {row.case_id for row in found.cases}
    rows = (*found.statements, *found.proposals, *found.positions, *found.votes)
    assert {row.case_id for row in rows} <= cases
    assert {row.vote_id for row in found.ballots} <= {row.vote_id for row in found.votes}


@pytest.mark.parametrize("content", [MINUTES, ANSWER, REPORT, "", "§"])
def test_quotes_are_exact_and_runs_alike(content: str) -> None:
    first, second = read(content), read(content)
    assert_exact(first)
    assert first == second


def test_ids_are_unique() -> None:
    found = read(MINUTES)
    for ids in (
        [s.statement_id for s in found.statements],
        [p.position_id for p in found.positions],
        [p.proposal_id for p in found.proposals],
        [v.vote_id for v in found.votes],
    ):
        assert len(ids) == len(set(ids))


PIECES = st.sampled_from(
    [
        *MINUTES.split("\n"),
        *ANSWER.split("\n"),
        *REPORT.split("\n"),
        "| Namn | Parti | Närvarande |",
        "| Eva Ek | S | X |",
        "Utdrag ur protokoll 2021-03-04",
        "Bilaga 2",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES | st.text(max_size=12), max_size=25).map("\n".join))
def test_any_text_can_be_read(content: str) -> None:
    found = read(content)
    assert_exact(found)
    assert found.document.text == content


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_characters_can_be_read(content: str) -> None:
    assert_exact(read(content))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, len(MINUTES)), st.integers(0, len(MINUTES)))
def test_torn_minutes_can_be_read(start: int, end: int) -> None:
    assert_exact(read(MINUTES[start:end]))
