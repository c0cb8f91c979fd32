"""Titles whose text follows on the same line, and the papers and extracts that have them."""

import pytest

from pipeline.extraction import extract
from pipeline.extraction.run_on import title_end
from pipeline.models import Extraction
from tests.extraction.texts import text


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Motion av Siv Ryd (L) om fler bryggor", "Det är hög tid. Bryggorna ruttnar."),
        ("Motion av Siv Ryd (L) om bryggor i Tallvik", "Den 4 maj brast bron. Mer följer."),
        (
            "Motion av Siv Ryd (L) om stöd enligt FBL",
            "Att få bada är en rätt. Bryggor behövs.",
        ),
        ("Motion av Siv Ryd (L) om fler bryggor", "Tallviks hamn är tom. Bryggor behövs."),
        ("Motion om bryggor i Tallvik", "Kajdemokraterna anser att det är för dyrt. Nej."),
        (
            "Interpellation till Bo Alm angående fyren",
            "Planen för fyren har blivit klar. Bra.",
        ),
        ("Interpellation angående Tallviks Stad", "Tallviks stad har en fyr. Den lyser."),
        ("§ 4 Remiss om bryggor", "Bolaget redogör för handlingen."),
        ("Svar på remiss om bryggor N7-0909/23", "Hamnkontoret Norr har skrivit. Det är bra."),
        ("Yttrande över motion om bryggor", "Förslag till beslut 1. Motionen avslås"),
        ("Yttrande om bryggor på ön", "I Tallvik ska alla ha brygga. Så är det."),
    ],
)
def test_a_title_ends_where_its_text_begins(title: str, words: str) -> None:
    assert title_end(f"{title} {words}") == len(title)


@pytest.mark.parametrize(
    "line",
    [
        "Motion av Siv Ryd (L) och Bo Alm (M) om att Tallvik ska ha en brygga. Andra gången.",
        "Interpellation av Siv Ryd (L) till ordföranden Bo Alm om bryggan. Svar 2021.",
        "Motion av Siv Ryd (L) om fler bryggor i De Sju Vikarna",
        "Svar på motion om en En Bättre Skola-modell. Remiss.",
        "Förslag från Hamn AB om att ta över kajen i Västra Tallvik. Beslut fattas.",
    ],
)
def test_a_title_goes_on(line: str) -> None:
    assert title_end(line) is None


ANSWER = """Interpellationssvar - Fyren i Tallviks Stad Det stämmer som Siv Ryd skriver, att \
fyren har varit mörk. Lampan byts i maj.

Berit Sjö, hamnkommunalråd, Miljöpartiet de Gröna

Kommunfullmäktige

Handling 2021 nr 12

Interpellation av Siv Ryd (L) till hamnnämndens ordförande angående mörkret i Tallviks Stad \
Tallviks stad har en fyr. Den är mörk.

Beslut fattas efter följande grunder.

• Fyren är av vikt för alla. • Lampan är av vikt för ingen.

Därför frågar jag:

1. När byts lampan? 2. Vem har nyckeln? Om ingen, varför inte? 3. Var är den?

Siv Ryd (L)
"""
MOTION = """Kommunfullmäktige

Handling 2021 nr 13

Motion från Siv Ryd (L) om fler bryggor Det är hög tid att bygga bryggor. De gamla ruttnar.

Tallvik är en ö.

Förslag till beslut i kommunfullmäktige: Hamnnämnden får i uppdrag att bygga bryggor. De ska \
vara av ek.

Siv Ryd (L)
"""


def read(content: str) -> Extraction:
    return extract(text(content), document_id="d1", source="papper.txt")


def test_an_answer_with_another_heading_than_its_interpellation() -> None:
    found = read(ANSWER)
    assert [(c.number, c.title) for c in found.cases] == [
        ("2021 nr 12", "Fyren i Tallviks Stad")
    ]
    asked, answer = found.statements
    assert (asked.act, asked.parties, asked.persons) == (
        "interpellation",
        ("L",),
        ("Siv Ryd",),
    )
    assert asked.points == (
        "När byts lampan?",
        "Vem har nyckeln? Om ingen, varför inte?",
        "Var är den?",
    )
    assert asked.text.startswith("Tallviks stad har en fyr.")
    assert (answer.act, answer.parties, answer.persons) == (
        "interpellationssvar",
        ("MP",),
        ("Berit Sjö",),
    )
    assert answer.text.startswith("Det stämmer") and answer.text.endswith("byts i maj.")


def test_a_motion_under_its_number() -> None:
    found = read(MOTION)
    assert found.document.kind == "motion"
    (motion,) = found.statements
    assert (found.cases[0].number, found.cases[0].title) == ("2021 nr 13", "fler bryggor")
    assert (motion.persons, motion.parties) == (("Siv Ryd",), ("L",))
    assert motion.text.startswith("Det är hög tid") and motion.text.endswith("av ek.")
    assert motion.points == (
        "Hamnnämnden får i uppdrag att bygga bryggor. De ska vara av ek.",
    )


@pytest.mark.parametrize(
    ("heading", "title", "reference"),
    [
        (
            "§ 4 Svar på remiss - Motion om fler bryggor N7-0909/23 Hamnkontoret har skrivit.",
            "Svar på remiss - Motion om fler bryggor",
            "N7-0909/23",
        ),
        (
            "§ 4, diarienummer 0188/23 Yttrande över motion om fler bryggor",
            "Yttrande över motion om fler bryggor",
            "0188/23",
        ),
        ("§4 Yttrande om bryggor Bolaget redogör för handling.", "Yttrande om bryggor", None),
    ],
)
def test_an_extract_whose_title_its_text_follows(
    heading: str, title: str, reference: str | None
) -> None:
    found = read(
        f"Hamnnämnden\n\nUtdrag ur protokoll Sammanträdesdatum: 2021-03-04\n\n{heading}\n\n"
        "Beslut Hamnnämnden avstyrker motionen.\n\nVid protokollet"
    )
    (case,) = found.cases
    assert (case.number, case.title, case.reference) == ("4", title, reference)
