"""Reports of parliamentary committees: points, reservations, separate opinions."""

import pytest

from pipeline.extraction import extract
from pipeline.models import Extraction
from tests.extraction.texts import text

REPORT = """Hamnutskottets betänkande
2021/22:HaU3

Bryggor och kajer

Utskottet föreslår att riksdagen avslår motionerna. Det finns två reservationer (S, V).

Innehåll

Bryggor, punkt 1 (S)
Kajer i norr, punkterna 2 och 3 (S, V)

Utskottets förslag till riksdagsbeslut

1. Bryggor
Riksdagen avslår motion 2021/22:17 av Siv Ryd (L).
Reservation 1 (S)

2. Kajer i norr
Riksdagen antar regeringens förslag till lag om kajer och bifaller proposition 2021/22:9.
Reservation 2 (S, V)

3. Kajer i söder
Riksdagen bifaller motion 2021/22:18 och avslår motion 2021/22:19.

Tallvik den 4 mars 2022
På hamnutskottets vägnar

Berit Sjöholm

Följande ledamöter har deltagit i beslutet: Berit Sjöholm (M), Göran Ek (S), Ulla Rask (V)
och Tore Gran (SD).

Reservationer

1. Bryggor, punkt 1 (S)
av Göran Ek (S).

Vi vill ha fler bryggor i landet.

2. Kajer i norr, punkterna 2 och 3 (S, V)
av Göran Ek (S) och Ulla Rask (V).

Kajerna ska vara längre.

Särskilda yttranden

1. Bryggor, punkt 1 (SD)
Tore Gran (SD) anför:

Frågan bereds redan.

Bilaga
Förteckning över behandlade förslag

Motion 2021/22:17
"""


@pytest.fixture(scope="module")
def report() -> Extraction:
    return extract(text(REPORT), document_id="d1", source="betankande.txt")


def test_the_document(report: Extraction) -> None:
    found = report.document
    assert (found.kind, found.title, found.reference) == (
        "betänkande",
        "Bryggor och kajer",
        "2021/22:HaU3",
    )
    assert (found.municipality, found.body, found.date) == (
        "Riksdagen",
        "Hamnutskottet",
        "2022-03-04",
    )


def test_points_are_cases(report: Extraction) -> None:
    assert [(c.number, c.title, c.item_type, c.outcome) for c in report.cases] == [
        ("1", "Bryggor", "motion", "avslag"),
        ("2", "Kajer i norr", "förslag", "bifall"),
        ("3", "Kajer i söder", "motion", "delvis bifall"),
    ]
    assert report.cases[0].decision == ("Riksdagen avslår motion 2021/22:17 av Siv Ryd (L).",)


def test_who_took_part(report: Extraction) -> None:
    assert [(a.name, a.party) for a in report.attendance] == [
        ("Berit Sjöholm", "M"),
        ("Göran Ek", "S"),
        ("Ulla Rask", "V"),
        ("Tore Gran", "SD"),
    ]


def test_acts_end_where_the_next_heading_stands(report: Extraction) -> None:
    """Mistake 13: the last reservation swallows the rest of the document."""
    assert [(s.case_id, s.act, " ".join(s.parties), s.text) for s in report.statements] == [
        ("d1:1", "reservation", "S", "Vi vill ha fler bryggor i landet."),
        ("d1:1", "särskilt yttrande", "SD", "Frågan bereds redan."),
        ("d1:2", "reservation", "S V", "Kajerna ska vara längre."),
    ]


@pytest.mark.parametrize(
    ("point", "stances"),
    [
        ("d1:1", {"S": "against", "SD": "remark", "M": "silent", "V": "silent"}),
        ("d1:2", {"S": "against", "V": "against", "M": "silent", "SD": "silent"}),
        # a reservation on two points counts on both
        ("d1:3", {"S": "against", "V": "against", "M": "silent", "SD": "silent"}),
    ],
)
def test_positions(report: Extraction, point: str, stances: dict[str, str]) -> None:
    assert {p.party: p.stance for p in report.positions if p.case_id == point} == stances


@pytest.mark.parametrize(
    ("told", "findings"),
    [
        ("två reservationer", ()),
        ("tre reservationer", ("3 reservationer anges, men 2 hittades",)),
        ("inga bilder", ()),
    ],
)
def test_reservations_are_counted(told: str, findings: tuple[str, ...]) -> None:
    content = REPORT.replace("två reservationer", told)
    found = extract(text(content), document_id="d1", source="betankande.txt")
    assert found.document.findings == findings
