"""Attendance printed in an appendix, in rows or one cell per line."""

import pytest

from pipeline.extraction import extract
from pipeline.extraction.appendices import appendices
from pipeline.extraction.attendance_list import Listed, listed_attendance
from pipeline.extraction.cells import pieces
from pipeline.models import Span
from tests.extraction.texts import context, text

LETTERS = frozenset({"S", "M", "V", "L", "SD", "TP"})
ROWS = """Bilaga 1

Närvarolista hamnnämnden

Plats  Ledamot            Parti   Ersättare

1      Berit Sjöholm      S
2      Göran Ek           M       Maj von Alm (M)
3      Ulla Rask          V
4      Tore Gran          TP
"""


def one_per_line(*cells: str) -> str:
    return "\n\n".join(cells)


HEADER = ("Bilaga 1", "Plats", "Ledamot", "Ersättare", "Parti", "Ankom", "Utgick")
CELLS = one_per_line(
    *HEADER,
    *("1", "Sjöholm, Berit", "S", "17:00", "20:10"),
    *("2", "Ek\nHavsvik, Göran", "M", "17:00", "18:30"),
    *("2", "Ek\nHavsvik, Göran", "Alm, Maj", "M", "18:31", "20:10"),
    *("3", "Rask Stenvik,\nUlla", "Lind, Kaj", "V", "17:00", "20:10"),
    *("4", "Ryd, Siv", "L", "17:05", "20:00"),
)
# A page break has torn the column of substitutes and the last row apart.
TORN = one_per_line(
    *HEADER,
    *("1", "Sjöholm, Berit", "S", "17:00", "20:10"),
    *("2", "Ek, Göran", "M", "17:00", "20:10"),
    *("3", "Rask, Ulla", "V", "17:00", "18:00"),
    *("3", "Rask, Ulla", "V", "18:01", "20:10"),
    *("Alm, Maj", "Lind, Kaj", "Hamnnämnden", "4", "Ryd, Siv"),
    *("5", "L", "17:05", "20:00", "Gran, Tore", "SD", "17:05", "20:00"),
)
VOTES = one_per_line(
    *("Bilaga 2", "Antal Ja: 4", "Antal Nej: 1", "Namn", "Parti", "Plats", "Funktion"),
    *("Resultat", "Berit Sjöholm", "S", "1", "Ordförande", "Ja"),
    *("Maj Alm", "M", "2", "Ersättare", "Nej", "Kaj Lind", "V", "3", "Ersättare", "Ja"),
    *("Siv Ryd", "L", "4", "1:e v ordf", "Ja", "Tore Gran", "SD", "5", "Ledamot", "Ja"),
)


def listed(content: str) -> Listed:
    found = context(content)
    return listed_attendance(found, appendices(found.text, 0))


def people(found: Listed) -> list[tuple[str, str | None, bool, str | None]]:
    return [(row.name, row.party, row.present, row.substitutes_for) for row in found.rows]


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (
            ROWS,
            [
                ("Berit Sjöholm", "S", True, None),
                ("Göran Ek", "M", False, None),
                ("Ulla Rask", "V", True, None),
                ("Tore Gran", "TP", True, None),
                ("Maj von Alm", "M", True, "Göran Ek"),
            ],
        ),
        # who left in time was there; broken names are put together and turned round
        (
            CELLS,
            [
                ("Berit Sjöholm", "S", True, None),
                ("Göran Ek Havsvik", "M", True, None),
                ("Ulla Rask Stenvik", "V", False, None),
                ("Siv Ryd", "L", True, None),
                ("Maj Alm", "M", True, "Göran Ek Havsvik"),
                ("Kaj Lind", "V", True, "Ulla Rask Stenvik"),
            ],
        ),
        # torn substitutes stand where they voted from
        (
            TORN + "\n\n" + VOTES,
            [
                ("Berit Sjöholm", "S", True, None),
                ("Göran Ek", "M", False, None),
                ("Ulla Rask", "V", True, None),
                ("Siv Ryd", "L", True, None),
                ("Tore Gran", "SD", True, None),
                ("Maj Alm", "M", True, "Göran Ek"),
                ("Kaj Lind", "V", True, "Ulla Rask"),
            ],
        ),
        # a member without times where others have them was not there
        (
            one_per_line(*HEADER, "1", "Ek, Bo", "S", "17:00", "19:00", "2", "Ask, Eva", "M"),
            [("Bo Ek", "S", True, None), ("Eva Ask", "M", False, None)],
        ),
        # rows without seats, marked absent
        (
            "Bilaga 1\n\nLedamot         Parti  Ersättare\n\nBo Ek           S\n"
            "Eva Ask         M      frånvarande\nUlf Ö           V      Siv Al\n",
            [
                ("Bo Ek", "S", True, None),
                ("Eva Ask", "M", False, None),
                ("Ulf Ö", "V", False, None),
                ("Siv Al", "V", True, "Ulf Ö"),
            ],
        ),
    ],
    ids=["rows", "cells", "torn", "no times", "no seats"],
)
def test_attendance_list_people(
    content: str, rows: list[tuple[str, str | None, bool, str | None]]
) -> None:
    found = listed(content)
    assert people(found) == rows
    assert found.trusted
    assert found.findings == ()


def test_attendance_list_leaves_open_whom_a_torn_substitute_served_for() -> None:
    found = listed(TORN)
    assert people(found)[-2:] == [
        ("Maj Alm", None, True, None),
        ("Kaj Lind", None, True, None),
    ]
    assert not found.trusted
    assert found.findings == (
        "bilaga 1: det framgår inte vem Maj Alm, Kaj Lind tjänstgjorde för",
    )


def test_attendance_list_that_the_ballots_contradict_is_not_trusted() -> None:
    found = listed(CELLS + "\n\n" + VOTES)
    assert not found.trusted
    assert "bilaga 1: Tore Gran röstar men är inte närvarande enligt listan" in found.findings


def test_attendance_list_with_columns_of_marks_is_not_guessed_at() -> None:
    found = listed("Bilaga 1\n\nLedamot   Parti  Närvarande\n\nBo Ek     S      X\n")
    assert found.rows == ()
    assert found.findings == ("bilaga 1: närvarolistan har kolumner som inte kan läsas",)


def test_attendance_list_takes_the_function_from_the_ballots() -> None:
    found = listed(TORN + "\n\n" + VOTES)
    roles = {row.name: row.role for row in found.rows}
    assert roles["Berit Sjöholm"] == "ordförande"
    assert roles["Siv Ryd"] == "vice ordförande"
    assert roles["Göran Ek"] == "ledamot"


@pytest.mark.parametrize(
    "content",
    [
        VOTES,
        "Bilaga 1\n\nReservation\n\nVi vill ha fler bryggor, säger ledamoten Siv Ryd (L).",
        "Bilaga 1\n\nNamn    Parti\n\nResultat\n\nBo Ek   S   Ja",
        "",
    ],
)
def test_attendance_list_is_not_seen_elsewhere(content: str) -> None:
    assert listed(content) == Listed()


def test_attendance_list_of_minutes_tells_who_served() -> None:
    content = (
        "Hamnnämnden\nProtokoll nr 4\nSammanträdesdatum: 2021-03-04\n\n"
        "§ 1 Ny brygga\n\nBeslut\n\nHamnnämnden bygger en brygga.\n\n"
        "§ 2 Fyren\n\nBeslut\n\nHamnnämnden tänder fyren.\n\n" + ROWS
    )
    found = extract(text(content), document_id="d1", source="protokoll.txt")
    assert {row.name for row in found.attendance if not row.present} == {"Göran Ek"}
    silent = {row.party for row in found.positions if row.stance == "silent"}
    assert silent == {"S", "M", "V", "TP"}


def test_who_is_named_at_the_top_is_not_all_where_another_list_is_referred_to() -> None:
    content = (
        "Hamnnämnden\nProtokoll nr 4\nSammanträdesdatum: 2021-03-04\n\n"
        "Beslutande\nEnligt bifogad närvarolista\nEva Ek (S), ordförande\n\n"
        "§ 1 Ny brygga\n\nBeslut\n\nHamnnämnden bygger en brygga.\n\n"
        "Reservation\n\nUlla Rask (V) reserverar sig mot beslutet.\n"
    )
    found = extract(text(content), document_id="d1", source="protokoll.txt")
    assert {row.party: str(row.stance) for row in found.positions} == {"V": "against"}


def test_attendance_list_untrusted_tells_nobodys_seat() -> None:
    content = (
        "Hamnnämnden\nProtokoll nr 4\nSammanträdesdatum: 2021-03-04\n\n"
        "§ 1 Ny brygga\n\nBeslut\n\nHamnnämnden bygger en brygga.\n\n"
        "§ 2 Fyren\n\nBeslut\n\nHamnnämnden tänder fyren.\n\n" + TORN
    )
    found = extract(text(content), document_id="d1", source="protokoll.txt")
    assert len(found.attendance) == 7
    assert found.positions == ()
    assert any("tjänstgjorde för" in finding for finding in found.document.findings)


@pytest.mark.parametrize(
    ("content", "kinds"),
    [
        ("1      Berit Sjöholm      S", ["seat 1", "name Berit Sjöholm", "party S"]),
        (
            "| 3 | Ulla Rask (V) | 17:00 |",
            ["seat 3", "name Ulla Rask", "party V", "time 17:00"],
        ),
        ("2 Göran Ek   M", ["seat 2", "name Göran Ek", "party M"]),
        ("11 Ersättare", ["seat 11", "word Ersättare"]),
        ("af Alm, Maj TP", ["name Maj af Alm", "party TP"]),
        ("Ek Havsvik,\nGöran", ["name Göran Ek Havsvik"]),
        ("Ek\nHavsvik, Göran", ["name Göran Ek Havsvik"]),
        # an empty line parts two cells
        ("Hamnnämnden\n\nEk, Göran", ["word Hamnnämnden", "name Göran Ek"]),
        ("Göran Ek\nHavsvik\n\nM", ["name Göran Ek Havsvik", "party M"]),
        ("Bo Ek\nS\nJa", ["name Bo Ek", "party S", "word Ja"]),
        ("42 (90)", ["word 42 (90)"]),
        ("Protokoll nr 4", ["word Protokoll nr 4"]),
    ],
)
def test_cells_pieces(content: str, kinds: list[str]) -> None:
    found = pieces(content, Span(0, len(content)), LETTERS)
    assert [f"{one.kind} {one.text}" for one in found] == kinds
