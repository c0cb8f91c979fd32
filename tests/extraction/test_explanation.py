"""How a document was understood is told in the order of the document."""

import pytest

from pipeline.extraction import extract
from pipeline.extraction.explanation import Line, explain
from tests.extraction.texts import DOCUMENT_ID, minutes, text

PIER = """§ 7
Ny brygga i gästhamnen
Dnr HN 2021/45

Beslut
Hamnnämnden avslår förslaget.

Ärendet
Kaj Lind (MP) yrkade i fjol att bryggan skulle vänta.

Yrkanden
Berit Sjöholm (S) yrkar bifall till förvaltningens förslag.
Göran Ek (M) yrkar avslag på förvaltningens förslag.

Votering
Ja för bifall till förvaltningens förslag.
Nej för avslag.
1 ja och 3 nej.
Berit Sjöholm (S) röstar ja. Göran Ek (M), Ulla Rask (V) och Siv Ryd (L) röstar nej.

Reservation
Berit Sjöholm (S) reserverar sig mot beslutet.

Ersättaryttrande
Nils Ask (KD) lämnar ett ersättaryttrande.

Beslutet skickas till
Hamnkontoret
"""
LIGHTS = """§ 8
Svar på motion om nya lyktor

Beslut
Motionen bifalls.
"""


def told(content: str) -> tuple[Line, ...]:
    document = text(content, pages=(0,))
    rows = extract(document, document_id=DOCUMENT_ID, source="hamn.txt")
    return explain(document, rows)


def below(lines: tuple[Line, ...], *labels: str) -> list[Line]:
    """The lines right below the line that the labels lead to, from the top down."""
    place, level = -1, -1
    for label in labels:
        level += 1
        place = next(
            n for n, line in enumerate(lines)
            if n > place and line.level == level and line.label == label
        )  # fmt: skip
    found = []
    for line in lines[place + 1 :]:
        if line.level <= level:
            break
        if line.level == level + 1:
            found.append(line)
    return found


@pytest.fixture(scope="module")
def lines() -> tuple[Line, ...]:
    return told(minutes(PIER, LIGHTS))


def named(lines: list[Line], label: str) -> list[str]:
    return [line.text for line in lines if line.label == label]


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Slag", "protokoll"),
        ("Kommun", "Tallvik"),
        ("Organ", "Hamnnämnden"),
        ("Datum", "2021-03-04"),
        ("Diarienummer", "framgår inte"),
    ],
)
def test_document(lines: tuple[Line, ...], label: str, text: str) -> None:
    assert named(below(lines, "Dokument"), label) == [text]


def test_attendance_counts_those_who_serve(lines: tuple[Line, ...]) -> None:
    assert {line.label: line.text for line in below(lines, "Närvaro")} == {
        "S": "1 tjänstgör",
        "M": "1 tjänstgör",
        "V": "1 tjänstgör",
        "L": "1 tjänstgör",
        "KD": "0 tjänstgör, 1 ersättare tjänstgör inte",
    }


def test_matters_stand_in_order(lines: tuple[Line, ...]) -> None:
    matters = [line for line in lines if line.level == 0 and line.label.startswith("§")]
    assert [(line.label, line.text) for line in matters] == [
        ("§ 7", "Ny brygga i gästhamnen"),
        ("§ 8", "Svar på motion om nya lyktor"),
    ]
    assert below(lines, "§ 7")[0].text == "förslag, dnr HN 2021/45, sida 1"


@pytest.mark.parametrize(
    ("heading", "start", "read"),
    [
        ("Beslut", "beslut (3 ord)", True),
        ("Ärendet", "bakgrund (10 ord)", False),
        ("Yrkanden", "yrkande (16 ord)", True),
        ("Beslutet skickas till", "expediering, justering, underskrifter (1 ord)", False),
    ],
)
def test_sections_say_what_they_were_taken_for(
    lines: tuple[Line, ...], heading: str, start: str, read: bool
) -> None:
    (found,) = named(below(lines, "§ 7", "Avsnitt"), f"”{heading}”")
    assert found.startswith(start)
    assert ("läses inte" not in found) == read


def test_acts_tell_who_what_and_whether_it_won(lines: tuple[Line, ...]) -> None:
    acts = below(lines, "§ 7", "Handlingar")
    moved = named(acts, "yrkande")
    assert moved[0].startswith("Berit Sjöholm (S): ”yrkar bifall")
    assert "blev inte beslutet" in moved[0]
    assert moved[1].startswith("Göran Ek (M): ”yrkar avslag")
    assert "blev beslutet" in moved[1]
    assert named(acts, "reservation")[0].startswith("Berit Sjöholm (S): ”")
    (substitute,) = named(acts, "ersättaryttrande")
    assert "räknas inte som partiets ståndpunkt" in substitute


def test_votes_tell_meaning_figures_and_names(lines: tuple[Line, ...]) -> None:
    (vote,) = named(below(lines, "§ 7"), "Votering 1")
    assert vote == "huvudvotering: 1 ja, 3 nej; nej vann (majoritet)"
    assert {line.label: line.text for line in below(lines, "§ 7", "Votering 1")} == {
        "ja betyder": "”bifall till förvaltningens förslag”",
        "nej betyder": "”avslag”",
        "namn": "1 ja, 3 nej",
    }


def test_decision_tells_the_words_that_decided(lines: tuple[Line, ...]) -> None:
    assert named(below(lines, "§ 8"), "Beslut") == ["bifall, enhälligt"]
    decided = below(lines, "§ 8", "Beslut")
    assert named(decided, "punkt") == ["”Motionen bifalls.”"]
    assert named(decided, "avgörande ord") == ["”bifalls”"]


def test_positions_tell_their_evidence(lines: tuple[Line, ...]) -> None:
    stood = {line.label: line.text for line in below(lines, "§ 7", "Ståndpunkter")}
    assert stood["S"].startswith("mot beslutet (reservation) – ”Berit Sjöholm (S) reserverar")
    assert stood["V"] == "för beslutet (votering) – votering 1 – sida 1"


def test_silent_parties_share_a_line(lines: tuple[Line, ...]) -> None:
    silent = below(lines, "§ 8", "Ståndpunkter")
    assert [(line.label, line.text) for line in silent] == [
        ("S, M, V, L", "deltog, ingen avvikande mening antecknad")
    ]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Ärendet\nUlla Rask (V) yrkar avslag.", "står under ”Ärendet”"),
        (
            "Hamnnämnden beslutade den 2 maj 2019 att vänta. Ulla Rask (V) yrkade då avslag.",
            "återger ett annat möte",
        ),
        ("Beslutsgång\nUlla Rask (V) yttrar sig.", "säger bara att någon talade"),
    ],
)
def test_act_that_became_no_row_says_why(words: str, why: str) -> None:
    matter = f"§ 7\nNy brygga i gästhamnen\n\n{words}\n\nBeslut\nFörslaget godkänns.\n"
    (ignored,) = below(told(minutes(matter)), "§ 7", "Lästes inte som handling")
    assert ignored.text.startswith("Ulla Rask: ”")
    assert ignored.text.endswith(why)


def test_section_for_acts_without_any_is_told() -> None:
    matter = "§ 7\nNy brygga i gästhamnen\n\nBeslut\nBifall.\n\nReservation\nVi vill vänta.\n"
    (ignored,) = below(told(minutes(matter)), "§ 7", "Lästes inte som handling")
    assert ignored.label == "allt under ”Reservation”"
    assert ignored.text.startswith("”Vi vill vänta.” – gav ingen handling")


def test_acts_that_became_rows_are_not_told_as_unread(lines: tuple[Line, ...]) -> None:
    unread = below(lines, "§ 7", "Lästes inte som handling")
    assert [line.text.split(":")[0] for line in unread] == ["Kaj Lind"]


def test_party_that_acted_without_a_position_is_told() -> None:
    matter = (
        "§ 7\nNy brygga i gästhamnen\n\nBeslut\nFörslaget godkänns.\n\nReservation\n"
        "Moa Holm (C) reserverar sig mot beslutet.\n"
    )
    (line,) = [x for x in below(told(minutes(matter)), "§ 7") if x.label == "Utan ståndpunkt"]
    assert line.text.startswith("C: ")


def test_findings_stand_with_their_matter() -> None:
    matter = (
        "§ 7\nNy brygga i gästhamnen\n\nBeslut\nBifall.\n\nOmröstning\nOmröstning hålls.\n"
    )
    lines = told(minutes(matter, LIGHTS))
    (finding,) = named(below(lines, "§ 7"), "Anmärkning")
    assert "Omröstning" in finding
    assert named(below(lines, "Dokument"), "Anmärkning") == []


def test_document_of_unknown_kind_says_so() -> None:
    lines = told("Vattenstånd i hamnen\n\nHögt på våren och lågt på hösten.\n")
    assert "dokumentslaget är inte känt" in " ".join(
        named(below(lines, "Dokument"), "Anmärkning")
    )
    assert lines[-1] == Line(0, "Ärenden", "inga hittades: dokumentet gav inga rader")


def test_long_words_are_shortened() -> None:
    reason = "Bryggan behövs för att båtarna annars inte får plats. " * 20
    matter = (
        "§ 7\nNy brygga i gästhamnen\n\nBeslut\nFörslaget godkänns.\n\nReservation\n"
        f"Göran Ek (M) reserverar sig enligt följande:\n{reason}\n"
    )
    lines = told(minutes(matter))
    assert max(len(line.text) for line in lines) < 300
    assert named(below(lines, "§ 7", "Handlingar"), "reservation")[0].count("…") == 1
