"""Who puts a paper, by the lines above its words."""

import pytest

from pipeline.extraction import extract
from tests.extraction.texts import text

WORDS = (
    "Hamnen har få bryggor. Bo Tegel (S) säger att det räcker.\n\nVi yrkar\natt kajen sopas.\n"
)
ASKS = "Hamnen har få bryggor.\n\n1. Blir det fler bryggor?\n2. När?\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f"Motion från Liberalerna om bryggor\n\n{WORDS}", [("motion", (), "L")]),
        (f"Motion (L) Fler bryggor\n\n{WORDS}", [("motion", (), "L")]),
        (
            f"Motion: Fler bryggor\nInlämnad av: Liberalerna genom Siv Ryd\n\n{WORDS}",
            [("motion", ("Siv Ryd",), "L")],
        ),
        # the party stands in the letterhead only
        (f"Liberalerna\nTallviks kommun\n\nMotion\n\nFler bryggor\n\n{WORDS}\nSiv Ryd\n",
         [("motion", ("Siv Ryd",), "L")]),
        # whom the text names does not put the motion
        (f"Motion om bryggor\n\n{WORDS}", []),
        # a local party that is on no list: the person, and no party
        (f"Hamnens Vänner\n\nMotion\n\nFler bryggor\n\n{WORDS}\nSiv Ryd\nHamnens Vänner\n",
         [("motion", ("Siv Ryd",), "")]),
        # who is asked does not ask
        (f"Interpellation\n\nTill Hamnnämndens ordförande Berit Sjöholm (S)\n\n"
         f"Från Liberalerna, Siv Ryd\n\nÄmne: Bryggor i hamnen\n\n{ASKS}",
         [("interpellation", ("Siv Ryd",), "L")]),
        # a letterhead set as a table
        (f"| Tallviks kommun | INTERPELLATION 2021-03-04 |\n"
         f"| Till: hamnnämndens ordförande Berit Sjöholm (S) | Från: Siv Ryd (L) |\n\n"
         f"Bryggor i hamnen\n\n{ASKS}",
         [("interpellation", ("Siv Ryd",), "L")]),
        # a page of the web repeats its title
        (f"Motion: Fler bryggor | Liberalerna i Tallvik\n\nMotion: Fler bryggor\n\n{WORDS}\n"
         f"För Liberalerna\nSiv Ryd\n\nSenaste nytt\n", [("motion", ("Siv Ryd",), "L")]),
        # what is put again after an answer is a question, and no answer
        (f"Följdfråga till svar på interpellation\n\nInterpellation om bryggor\n\n{ASKS}\n"
         f"Siv Ryd (L)\n", [("interpellation", ("Siv Ryd",), "L")]),
        # who signs the note of what the council did is no author
        (f"Motion om bryggor\n\n{WORDS}\nSiv Ryd (L)\n\nKommunfullmäktige 2021-03-04 § 4\n"
         f"Motionen lämnas till kommunstyrelsen.\n\nBerit Sjöholm (S)\nOrdförande\n",
         [("motion", ("Siv Ryd",), "L")]),
        # an address of two lines, a footnote, an exclamation
        (f"INTERPELLATION\n\nTill kommunstyrelsens\nordförande i Tallvik Berit Sjöholm (S)\n\n"
         f"{ASKS}\nFör Liberalerna\nSiv Ryd\n", [("interpellation", ("Siv Ryd",), "L")]),
        (f"Motion\n\nRädda bryggorna!\n\n{WORDS}\nSiv Ryd, ledamot (L)\n\n"
         f"1 Hamnverket, Bryggor i norr, 2018.\n", [("motion", ("Siv Ryd",), "L")]),
        ("Interpellation: Ställd till KSO Berit Sjöholm (s)\nKF 2021-03-04\n\n"
         f"{ASKS}\nVänligen\n\nSiv Ryd\nOppositionsråd\nHamnpartiet\n",
         [("interpellation", ("Siv Ryd",), "")]),
        (f"Skriftlig fråga till Berit Sjöholm (S)\n\nBryggor\n\n{ASKS}\nSiv Ryd (L)\n",
         [("fråga", ("Siv Ryd",), "L")]),
        # who answers below the motion is no author
        (f"MOTION\n\nFler bryggor\n\n{WORDS}\nSiv Ryd (L)\n\nKommunstyrelsens yttrande\n\n"
         "Det finns bryggor nog.\n\nBerit Sjöholm (S)\nOrdförande\n",
         [("motion", ("Siv Ryd",), "L")]),
        (f"Motion om bryggor\n\n{WORDS}\nLiberalerna Tallvik\nSiv Ryd\n"
         "Kommunfullmäktige 2021-03-04 §22 beslut: motionen remitteras till KS\n",
         [("motion", ("Siv Ryd",), "L")]),
        # in a letter
        (f"Från: Siv Ryd <siv@tallvik.se>\nSkickat: den 4 mars 2021\n"
         f"Ämne: Motion om bryggor\n\nHej,\n\nHär kommer den.\n\n"
         f"Motion om bryggor i hamnen\n\n{WORDS}\nSiv Ryd (L)\n",
         [("motion", ("Siv Ryd",), "L")]),
        # a question is an act of its own
        (f"Enkel fråga till kommunalrådet Berit Sjöholm (S)\n\n{ASKS}\nSiv Ryd (L)\n",
         [("fråga", ("Siv Ryd",), "L")]),
    ],
)  # fmt: skip
def test_who_puts_a_paper(content: str, said: list[tuple[str, tuple[str, ...], str]]) -> None:
    found = extract(text(content), document_id="d1", source="papper.txt")
    rows = [(str(r.act), r.persons, " ".join(r.parties)) for r in found.statements]
    assert rows == said
    assert found.positions == ()


LETTER = (
    "INTERPELLATIONSSVAR\nDatum: 2021-03-04\n\nTill: Siv Ryd (L)\n"
    "Från: Hamnnämndens ordförande Berit Sjöholm (S)\n\n"
    "Svar på interpellation om bryggor\n\nNämnden bygger två bryggor i vår.\n"
)
TOLD = (
    "Svar på interpellation om bryggor\n\n"
    "Siv Ryd (L) har i en interpellation frågat mig:\n\n1. Blir det fler bryggor?\n\n"
    "Ja, två till våren.\n\nMed vänlig hälsning\nBerit Sjöholm (S)\n"
)
BOTH = [("interpellation", ("Siv Ryd",)), ("interpellationssvar", ("Berit Sjöholm",))]
TWO_ASK = (
    "Svar på interpellation från Siv Ryd (L) och Göran Ek (M) om bryggor\n\n"
    "Nämnden bygger två bryggor i vår.\n"
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (LETTER, BOTH),
        (TOLD, BOTH),
        # nobody says who answers: not the second of those who asked
        (TWO_ASK, [("interpellation", ("Siv Ryd", "Göran Ek"))]),
        # the heading is labelled as well; she signs without her party
        ("Interpellationssvar\n\nTill: Siv Ryd (L)\n"
         "Från: Berit Sjöholm (S), nämndens ordförande\n"
         "Ärende: Interpellation om bryggor\nKommunfullmäktige den 4 mars 2021\n\n"
         "Nämnden bygger två bryggor i vår.\n\nBerit Sjöholm\n", BOTH),
        # the question is quoted below the answer in a letter
        ("Från: Berit Sjöholm\nSkickat: den 4 mars 2021\nÄmne: SV: Fråga om bryggor\n\n"
         "Hej Siv,\n\nTack för din enkla fråga. Det blir två.\n\nBerit Sjöholm (S)\n\n"
         "-----Ursprungligt meddelande-----\nFrån: Siv Ryd\n\nEnkel fråga\n\nHur många?\n\n"
         "Siv Ryd (L)\n", [("interpellationssvar", ("Berit Sjöholm",))]),
        # to whom an answer is written, has asked
        ("Interpellationssvar till Siv Ryd (L) angående bryggor\n\nDet blir två.\n\n"
         "Berit Sjöholm\nOrdförande hamnnämnden\n", BOTH),
        ("Interpellationssvar till Siv Ryd (L) angående bryggor\n\nDet blir två.\n", BOTH[:1]),
        # who put it and who answers are labelled
        ("Svar på interpellation\n\nInterpellant: Siv Ryd (L)\n"
         "Svarande: Nämndordförande Berit Sjöholm (S)\nÄmne: Bryggor\n"
         "Sammanträde: Kommunfullmäktige 2021-03-04\n\nDet blir två.\n", BOTH),
        # a letter to a first name
        ("Hej Siv!\n\nTack för din interpellation om bryggor.\n\nDet blir två.\n\n"
         "Berit Sjöholm (S)\nOrdförande i hamnnämnden\n",
         [("interpellationssvar", ("Berit Sjöholm",))]),
        (f"Nr 74. Interpellation av Siv Ryd (L) till Berit Sjöholm (S) om bryggor\n\n"
         f"Interpellation\n\n{ASKS}\nSiv Ryd (L)\n\nSvar\n\nDet blir två.\n\n"
         "Berit Sjöholm (S)\nOrdförande\n", BOTH),
        # the question stands above its answer
        (f"Interpellation till Berit Sjöholm (S)\n\nBryggor i hamnen\n\n{ASKS}\nSiv Ryd\n"
         "Liberalerna\n2021-03-04\n\nSvar på interpellation om bryggor i hamnen\n\n"
         "Det blir två.\n\nTallvik 2021-04-05\nBerit Sjöholm (S)\nKommunalråd\n", BOTH),
        (TOLD.replace("interpellation om", "enkel fråga om"),
         [("fråga", ("Siv Ryd",)), ("interpellationssvar", ("Berit Sjöholm",))]),
    ],
)  # fmt: skip
def test_who_asked_and_who_answers(
    content: str, said: list[tuple[str, tuple[str, ...]]]
) -> None:
    found = extract(text(content), document_id="d1", source="svar.txt")
    assert [(str(r.act), r.persons) for r in found.statements] == said


def test_an_answer_is_without_the_question_and_the_greeting() -> None:
    asked, answer = extract(text(TOLD), document_id="d1", source="svar.txt").statements
    assert asked.points == ("Blir det fler bryggor?",)
    assert answer.text == "Ja, två till våren."
