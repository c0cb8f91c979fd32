"""Interpellations and questions of members of the Riksdag, and the answers to them."""

import pytest

from pipeline.extraction import extract
from pipeline.models import Extraction
from tests.extraction.texts import text

ASKED = "Bryggorna är gamla. Jag vill fråga statsrådet:\n\n1. Blir det en brygga?"
SIGNED = "………………………\nSiv Ryd (L)\nÖverlämnas enligt uppdrag\n"


def read(content: str) -> Extraction:
    return extract(text(content), document_id="d1", source="papper.txt")


@pytest.mark.parametrize(
    ("content", "case", "act"),
    [
        (
            f"Interpellation 2021/22:14 Statens bryggor\nav Siv Ryd (L)\n\n"
            f"till Civilminister Bo Tegel (S)\n\n{ASKED}\n\n{SIGNED}",
            ("2021/22:14", "Statens bryggor", "interpellation", None),
            "interpellation",
        ),
        # the number alone above the line with the title
        (
            f"Interpellation\n\n2021/22:14\n\nInterpellation 2021/22:14 Statens bryggor\n\n"
            f"av Siv Ryd (L)\n\ntill Statsrådet Bo Tegel (S)\n\n{ASKED}\n\n{SIGNED}",
            ("2021/22:14", "Statens bryggor", "interpellation", None),
            "interpellation",
        ),
        # the title below whom it is put to
        (
            f"Interpellation 2021/22:14\n\nav Siv Ryd (L)\n\ntill Statsrådet Bo Tegel (S)\n\n"
            f"Statens bryggor\n\n{ASKED}\n\n| Siv Ryd (L) | |\n",
            ("2021/22:14", "Statens bryggor", "interpellation", None),
            "interpellation",
        ),
        # a page of the web, which tells the course of it first
        (
            f"Statens bryggor\n\nInterpellation 2021/22:14 av Siv Ryd (L)\n\nHändelser\n\n"
            f"Inlämnad\n2021-11-04\nÖverlämnad\n2021-11-05\n\nInterpellationen\n\n"
            f"till Statsrådet Bo Tegel (S)\n\n{ASKED}\n",
            ("2021/22:14", "Statens bryggor", "interpellation", "2021-11-04"),
            "interpellation",
        ),
        (
            f"Skriftlig fråga 1999/2000:14 Statens bryggor\nav Siv Ryd (L)\n"
            f"till Statsrådet Bo Tegel (S)\n\n{ASKED}\n\n{SIGNED}",
            ("1999/2000:14", "Statens bryggor", "fråga", None),
            "fråga",
        ),
    ],
)
def test_what_a_member_asks(
    content: str, case: tuple[str, str, str, str | None], act: str
) -> None:
    found = read(content)
    (one,), (said,) = found.cases, found.statements
    assert (one.reference, one.title, str(one.item_type), one.date) == case
    assert (found.document.kind, found.document.municipality) == (
        "interpellation",
        "Riksdagen",
    )
    assert (said.act, said.persons, said.parties) == (act, ("Siv Ryd",), ("L",))
    assert (said.text, said.points) == (ASKED, ("Blir det en brygga?",))
    assert found.positions == ()


@pytest.mark.parametrize(
    ("content", "date", "parties"),
    [
        (
            "Svar på fråga 2021/22:14 av Siv Ryd (L)\nStatens bryggor\n\n"
            "Det blir en brygga.\n\nStockholm den 5 januari 2022\n\nBo Tegel\n",
            "2022-01-05",
            (),
        ),
        (
            "Svar på interpellation 2021/22:14 om statens bryggor\n\n"
            "Anf. 12 Infrastruktur- och bostadsminister Bo Tegel (S)\n\n"
            "Det blir en brygga.\n\nAnf. 13 Siv Ryd (L)\n\nTack för svaret.\n",
            None,
            ("S",),
        ),
    ],
)
def test_what_a_minister_answers(
    content: str, date: str | None, parties: tuple[str, ...]
) -> None:
    found = read(content)
    (said,) = found.statements
    assert (said.act, said.persons, said.parties) == (
        "interpellationssvar",
        ("Bo Tegel",),
        parties,
    )
    assert (said.text, found.document.reference) == ("Det blir en brygga.", "2021/22:14")
    assert (found.document.date, found.document.municipality) == (date, "Riksdagen")
    assert (found.cases[0].title or "").casefold() == "statens bryggor"


@pytest.mark.parametrize(
    "heading",
    ["Interpellation 2021/87:14 av Siv Ryd (L) om bryggor", "Interpellation av Siv Ryd (L)"],
)
def test_a_number_that_is_no_session_is_not_the_riksdags(heading: str) -> None:
    found = read(f"{heading}\n\nHamnen är liten.\n\n1. Blir det en brygga?\n\nSiv Ryd (L)\n")
    assert found.document.municipality != "Riksdagen"
