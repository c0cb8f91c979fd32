"""Extracts from minutes, alone and several in one file."""

import pytest

from pipeline.extraction import extract
from pipeline.extraction.extracts import extracts
from tests.extraction.texts import text

FIRST = """Hamnnämnden
Utdrag ur protokoll Sammanträdesdatum: 2021-03-04

§ 4 Ny brygga, dnr HN 2021/17

Beslut
Nämnden bygger en brygga.

Vid protokollet
Lena Vik

"""
SECOND = """Kajnämnden
Utdrag ur protokoll 2021-04-05

§ 9 Ny brygga, dnr HN 2021/17

Beslut
Nämnden avslår förslaget.

Reservation
Siv Ryd (L) reserverar sig mot beslutet.

Justering den 9 april
"""


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (FIRST, [("Hamnnämnden", "2021-03-04")]),
        (FIRST + SECOND, [("Hamnnämnden", "2021-03-04"), ("Kajnämnden", "2021-04-05")]),
        # a short name, in full further down
        (
            "Hamn\nUtdrag ur protokoll 2021-03-04\n\n§ 4 Brygga\n\nHamnnämnden köper.",
            [("Hamnnämnden", "2021-03-04")],
        ),
        # body and date on lines of their own
        (
            "PROTOKOLLSUTDRAG\nHamnnämnden\nSammanträdesdatum 2021-03-04\n\n§ 4 Brygga\n\n"
            "Rätt utdraget intygar\nMaj Lod\n\nPROTOKOLLSUTDRAG\nKajnämnden\n"
            "Sammanträdesdatum 2021-04-05\n\n§ 9 Brygga",
            [("Hamnnämnden", "2021-03-04"), ("Kajnämnden", "2021-04-05")],
        ),
        # a list of papers names another extract
        (
            "PROTOKOLLSUTDRAG\nHamnnämnden\nSammanträdesdatum 2021-03-04\n\n§ 4 Brygga\n\n"
            "Underlag\nProtokollsutdrag från kajutskottet 2021-02-04\nSkrivelse\n\n"
            "Beslut\nNämnden bygger.",
            [("Hamnnämnden", "2021-03-04")],
        ),
        # a later page's head that leaves body and date out
        (
            "Hamnnämnden\nUtdrag ur protokoll 2021-03-04\n\n§ 4 Brygga\n\nKajen rivs.\n\n"
            "Hamnförvaltningen\n\nUtdrag ur protokoll\n\nNämnden bygger.",
            [("Hamnnämnden", "2021-03-04")],
        ),
        # the body at the beginning of a line with the day
        (
            "Utdrag ur protokoll fört vid sammanträde med\nTallviks stadsdelsnämnd torsdagen "
            "den 4 mars 2021\n\n§ 4 Brygga",
            [("Tallviks stadsdelsnämnd", "2021-03-04")],
        ),
        # neither says
        ("Protokollsutdrag\n\n§ 4 Brygga", [(None, None)]),
        # where copies go is no extract
        ("Protokollsutdrag skickas till\nKajrådet", []),
        ("", []),
    ],
)
def test_extracts(content: str, found: list[tuple[str | None, str | None]]) -> None:
    assert [(one.body, one.date) for one in extracts(content)] == found


def test_an_extract_ends_where_it_is_signed() -> None:
    first, second = extracts(FIRST + SECOND)
    words = [one.span.of(FIRST + SECOND).strip() for one in (first, second)]
    assert words[0].endswith("Nämnden bygger en brygga.")
    assert words[1].endswith("Siv Ryd (L) reserverar sig mot beslutet.")


def test_a_page_head_repeated_is_one_extract() -> None:
    page = "Hamnnämnden\nUtdrag ur protokoll 2021-03-04\n\n"
    content = f"{page}§ 4 Brygga\n\nBeslut\nNämnden köper\n\n{page}en brygga.\n"
    (only,) = extracts(content)
    assert only.span.of(content).strip().endswith("en brygga.")


def test_every_matter_has_its_own_body_and_date() -> None:
    found = extract(text(FIRST + SECOND), document_id="d1", source="utdrag.txt")
    assert (found.document.kind, found.document.body) == ("protokollsutdrag", "Hamnnämnden")
    assert [(c.number, c.body, c.date, c.outcome, c.reference) for c in found.cases] == [
        ("4", "Hamnnämnden", "2021-03-04", "bifall", "HN 2021/17"),
        ("9", "Kajnämnden", "2021-04-05", "avslag", "HN 2021/17"),
    ]
    assert [(p.body, p.party, p.stance) for p in found.positions] == [
        ("Kajnämnden", "L", "against")
    ]


def test_an_extract_printed_twice_counts_once() -> None:
    found = extract(text(FIRST + FIRST), document_id="d1", source="utdrag.txt")
    assert [c.number for c in found.cases] == ["4"]
