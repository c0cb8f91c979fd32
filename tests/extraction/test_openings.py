"""How papers open: heading, title, and where the words begin."""

import pytest

from pipeline.extraction import extract
from pipeline.extraction.openings import below_heading, only_people, paper_heading, subject
from tests.extraction.texts import text

LABELLED = """Tallviks kommun
Kommunfullmäktige

MOTION

Dnr KS 2021/61

Fler bryggor
i inre hamnen

Hamnen har få bryggor. Det vill vi ändra på.

Tallvik den 4 mars 2021

Siv Ryd (L)

Tore Gran (SD)
"""
NATIONAL = """Motion till riksdagen

2021/22:310

av Siv Ryd m.fl. (L)

Bryggor om vintern

Förslag till riksdagsbeslut

Riksdagen ställer sig bakom det som anförs om bryggor.

Motivering

Isen tar bryggorna.[1]

| Siv Ryd (L) | Kaj Lind (L) |
| Maj Ek (L) | |

[1] Se Hamnarkivet.
"""
RUNNING_HEAD = """Tallviks kommun
Motion

2021-03-04
Sida 1 (1)

Motion om fyrens målning

Tallviks kommun

Till kommunfullmäktige

Fyren behöver målas. Den som rör sig mer får mer motion.

Siv Ryd (L)
"""


@pytest.mark.parametrize(
    ("content", "title", "first", "last", "persons"),
    [
        (
            LABELLED,
            "Fler bryggor i inre hamnen",
            "Hamnen har",
            "ändra på.",
            ("Siv Ryd", "Tore Gran"),
        ),
        # the signers of the table, not "m.fl."
        (
            NATIONAL,
            "Bryggor om vintern",
            "Riksdagen ställer",
            "bryggorna.[1]",
            ("Siv Ryd", "Kaj Lind", "Maj Ek"),
        ),
        (RUNNING_HEAD, "fyrens målning", "Fyren behöver", "mer motion.", ("Siv Ryd",)),
    ],
    ids=["labelled", "national", "running head"],
)
def test_openings_of_motions(
    content: str, title: str, first: str, last: str, persons: tuple[str, ...]
) -> None:
    found = extract(text(content), document_id="d1", source="motion.txt")
    (case,), (said,) = found.cases, found.statements
    assert (case.title, said.persons) == (title, persons)
    assert said.text.startswith(first)
    assert said.text.endswith(last)


@pytest.mark.parametrize(
    ("proposals", "asked"),
    [
        ("Riksdagen river bryggan.", ("Riksdagen river bryggan.",)),
        (
            "1. Riksdagen river.\n\n2. Riksdagen bygger.",
            ("Riksdagen river.", "Riksdagen bygger."),
        ),
    ],
)
def test_openings_proposals_above_the_reasons(proposals: str, asked: tuple[str, ...]) -> None:
    content = NATIONAL.replace(
        "Riksdagen ställer sig bakom det som anförs om bryggor.", proposals
    )
    found = extract(text(content), document_id="d1", source="motion.txt")
    assert found.statements[0].points == asked


@pytest.mark.parametrize(
    ("content", "place", "reference", "number"),
    [
        (NATIONAL, "Riksdagen", "2021/22:310", "2021/22:310"),
        (LABELLED, "Tallvik", "KS 2021/61", "KS 2021/61"),
        (RUNNING_HEAD, "Tallvik", None, "d1"),
    ],
)
def test_openings_tell_whose_paper_it_is(
    content: str, place: str, reference: str | None, number: str
) -> None:
    found = extract(text(content), document_id="d1", source="motion.txt")
    assert found.document.municipality == place
    assert (found.document.reference, found.cases[0].number) == (reference, number)


@pytest.mark.parametrize(
    ("content", "heading"),
    [
        ("Motion av Siv Ryd (L) om\nbryggor\n\nText", "Motion av Siv Ryd (L) om\nbryggor"),
        ("Tallvik\nMotion\n\nMotion om bryggor", "Motion om bryggor"),
        ("Tallvik\n\nMOTION\n\nBryggor åt alla", "MOTION"),
        ("Svar på interpellation om bryggor\nDnr 4/21", "Svar på interpellation om bryggor"),
        ("Bryggor\n\nText om bryggor.", "Bryggor"),
    ],
)
def test_openings_paper_heading(content: str, heading: str) -> None:
    assert paper_heading(content).of(content) == heading


@pytest.mark.parametrize(
    ("heading", "about"),
    [
        ("Motion av Siv Ryd (L) om nya bryggor", "nya bryggor"),
        ("Interpellation angående bryggor, dnr HN 2021/4", "bryggor,"),
        ("Motion till riksdagen", None),
        ("Motion: Rätten till bryggor om vintern", "Rätten till bryggor om vintern"),
        ("MOTION - Fler bryggor", "Fler bryggor"),
        ("Motion till kommunfullmäktige i Tallvik: Fler bryggor", "Fler bryggor"),
        ("Motion (L) Fler bryggor", "Fler bryggor"),
        ("MOTION OM FLER BRYGGOR", "FLER BRYGGOR"),
        ("Motion om bryggor | Liberalerna i Tallvik", "bryggor"),
        ("Motion ang. bryggor        2021-03-04", "bryggor"),
        ("Reservation ärende 12 – Ny brygga", "Ny brygga"),
        ("Initiativärende – Ny brygga", "Ny brygga"),
        ("Motion om bryggor, inlämnad av Siv Ryd (L) samt Ola Fri (-)", "bryggor"),
        ("Interpellation: Ställd till kommunalrådet", None),
        ("Interpellation till hamn- och kajnämndens ordförande om bryggor", "bryggor"),
    ],
)
def test_openings_subject(heading: str, about: str | None) -> None:
    assert subject(heading) == about


@pytest.mark.parametrize(
    ("below", "title", "begins"),
    [
        ("\n\nBryggor åt alla\n\nDet är ont om plats.", "Bryggor åt alla", "Det är"),
        ("\n\nav Siv Ryd (L)\n\nBryggor\n\nDet", "Bryggor", "Det"),
        # an address in two lines
        (
            "\n\nTill kommunstyrelsens\nordförande i Tallvik\n\nBryggor\n\nDet",
            "Bryggor",
            "Det",
        ),
        # a sentence is no title
        ("\n\nDet är ont om plats.\n\nMycket.", None, "Det är"),
        ("\n\nTill kommunfullmäktige\n\nVi vill:\n\natt", None, "Vi vill:"),
    ],
)
def test_openings_below_heading(below: str, title: str | None, begins: str) -> None:
    content = "MOTION" + below
    found, place = below_heading(content, paper_heading("MOTION"), titled=False)
    assert found == title
    assert content[place:].lstrip().startswith(begins)


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("Siv Ryd (L)", True),
        ("| Siv Ryd (L) | Kaj Lind (V) |", True),
        ("Siv Ryd (L) och Kaj Lind (V)", True),
        ("Siv Ryd (L) vill ha bryggor", False),
        ("Bryggor", False),
    ],
)
def test_openings_only_people(line: str, alone: bool) -> None:
    assert only_people(line) is alone
