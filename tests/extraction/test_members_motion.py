"""Motions to the Riksdag: their head, demands and signers."""

import pytest

from pipeline.extraction import extract
from pipeline.models import Extraction
from tests.extraction.texts import text

HEAD = "Motion till riksdagen\n\n2021/22:310\n\n{authors}\n\n{title}\n\n"
DEMAND = "Riksdagen ställer sig bakom det som anförs om {} och tillkännager detta.\n\n"
REASONS = "Motivering\n\nIsen tog bryggan den 3 mars 2021.[1]\n\n"
NOTE = "[1] Se Hamnutskottets betänkande 2020/21:HaU1.\n"


def read(
    authors: str,
    signers: str,
    *,
    title: str = "Bryggor",
    demands: str = DEMAND.format("bryggor"),
    contents: str = "",
    heading: str = "Förslag till riksdagsbeslut",
) -> Extraction:
    head = HEAD.format(authors=authors, title=title)
    content = f"{head}{contents}{heading}\n\n{demands}{REASONS}{signers}\n{NOTE}"
    return extract(text(content), document_id="d1", source="motion.txt")


@pytest.mark.parametrize(
    ("authors", "signers", "persons", "parties"),
    [
        ("av Siv Ryd (L)", "| Siv Ryd (L) | |\n", ["Siv Ryd"], ["L"]),
        (
            "av Siv Ryd m.fl. (L)",
            "| Siv Ryd (L) | |\n| Kaj Lind (L) | Maj von Ek i Tallvik (L) |\n",
            ["Siv Ryd", "Kaj Lind", "Maj von Ek i Tallvik"],
            ["L"],
        ),
        # rows apart, and a rule below the first
        (
            "av Siv Ryd m.fl. (L)",
            "| Siv Ryd (L) | |\n| --- | --- |\n\n| Kaj Lind (L) | Maj Ek (L) |\n",
            ["Siv Ryd", "Kaj Lind", "Maj Ek"],
            ["L"],
        ),
        (
            "av Göran Ek och Ulla Rask (båda S)",
            "| Göran Ek (S) | Ulla Rask (S) |\n",
            ["Göran Ek", "Ulla Rask"],
            ["S"],
        ),
        (
            "av Göran Ek, Ulla Rask och Bo Alm (alla S)",
            "",
            ["Göran Ek", "Ulla Rask", "Bo Alm"],
            ["S"],
        ),
        (
            "av Siv Ryd m.fl. (L, V, -)",
            "| Siv Ryd (L) | |\n| Bo Alm (V) | Tore Gran (-) |\n",
            ["Siv Ryd", "Bo Alm", "Tore Gran"],
            ["L", "V"],
        ),
        ("av Tore Gran (-)", "| Tore Gran (-) | |\n", ["Tore Gran"], []),
    ],
)
def test_authors(authors: str, signers: str, persons: list[str], parties: list[str]) -> None:
    found = read(authors, signers)
    (said,) = found.statements
    assert (found.document.kind, said.act) == ("motion", "motion")
    assert (list(said.persons), list(said.parties)) == (persons, parties)
    assert said.text.startswith("Riksdagen ställer")
    # the paper itself has no date: the one it tells of is another
    assert (found.document.date, found.document.municipality) == (None, "Riksdagen")


@pytest.mark.parametrize(
    "title", ["Bryggor", "med anledning av prop. 2021/22:9 Kajer", "Ett 112-nummer till sjöss"]
)
def test_title_and_number(title: str) -> None:
    (case,) = read("av Siv Ryd (L)", "| Siv Ryd (L) | |\n", title=title).cases
    assert (case.title, case.number, case.item_type) == (title, "2021/22:310", "motion")


@pytest.mark.parametrize(
    ("demands", "count"),
    [
        (DEMAND.format("bryggor"), 1),
        ("".join(f"- {DEMAND.format(what)}" for what in ("bryggor", "kajer", "bojar")), 3),
        ("".join(f"{n}. {DEMAND.format(n)}" for n in (1, 2)), 2),
        ("-\n" + DEMAND.format("bryggor") + "-\n" + DEMAND.format("kajer"), 2),
    ],
)
def test_demands(demands: str, count: int) -> None:
    (said,) = read("av Siv Ryd (L)", "| Siv Ryd (L) | |\n", demands=demands).statements
    assert len(said.points) == count
    assert all(point.startswith("Riksdagen ställer") for point in said.points)
    assert said.text.endswith("[1]")


def test_a_list_of_contents_is_no_demand() -> None:
    contents = "1   Innehåll\n\n1 Innehåll\n\n2 Förslag till riksdagsbeslut\n\n3 Inledning\n\n"
    heading = "2   Förslag till riksdagsbeslut"
    found = read("av Siv Ryd (L)", "| Siv Ryd (L) | |\n", contents=contents, heading=heading)
    assert found.statements[0].text.startswith("Riksdagen ställer")


def test_a_printed_date() -> None:
    signers = "Stockholm den 5 oktober 2021\n\n| Siv Ryd (L) | |\n"
    found = read("av Siv Ryd (L)", signers)
    assert (found.document.date, found.statements[0].text[-3:]) == ("2021-10-05", "[1]")
