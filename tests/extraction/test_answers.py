"""Answers with their interpellation printed after them."""

import pytest

from pipeline.extraction import extract
from pipeline.models import Extraction
from tests.extraction.texts import text

# No line ends survived inside the papers.
RUN_ON = """Svar på interpellation av Siv Ryd (L) till hamnnämndens ordförande angående fyren \
Siv Ryd har frågat om fyren. Den lyser som den ska. Lampan byts i maj. Berit Sjöholm, \
hamnnämndens ordförande

Kommunfullmäktige

Handling 2021 nr 12

Interpellation av Siv Ryd (L) till hamnnämndens ordförande angående fyren \
Fyren har varit mörk länge.

Jag frågar:

•   När byts lampan? •   Vem har nyckeln?

Siv Ryd (L)
"""
IN_LINES = """Svar på interpellation av Siv Ryd (L) till hamnnämndens ordförande om fyren

Den lyser som den ska. Lampan byts i maj.

Tallvik den 4 mars 2021

Berit Sjöholm (S)
hamnnämndens ordförande

Interpellation av Siv Ryd (L) till hamnnämndens ordförande om fyren

Fyren har varit mörk länge. När byts lampan?

Siv Ryd (L)
"""


def read(content: str) -> Extraction:
    return extract(text(content), document_id="d1", source="svar.txt")


@pytest.mark.parametrize(
    ("content", "number"), [(RUN_ON, "2021 nr 12"), (IN_LINES, "d1")], ids=["run on", "lines"]
)
def test_answers_are_one_case(content: str, number: str) -> None:
    found = read(content)
    assert found.document.kind == "interpellationssvar"
    assert [(case.number, case.title) for case in found.cases] == [(number, "fyren")]


@pytest.mark.parametrize(
    ("content", "asked", "answer", "party"),
    [
        (
            RUN_ON,
            ("Fyren har varit", "Vem har nyckeln?"),
            ("Siv Ryd har frågat", "Lampan byts i maj."),
            (),
        ),
        (
            IN_LINES,
            ("Fyren har varit", "När byts lampan?"),
            ("Den lyser", "Lampan byts i maj."),
            ("S",),
        ),
    ],
    ids=["run on", "lines"],
)
def test_answers_give_both_papers(
    content: str, asked: tuple[str, str], answer: tuple[str, str], party: tuple[str, ...]
) -> None:
    first, second = read(content).statements
    assert (first.act, first.persons, first.parties) == (
        "interpellation",
        ("Siv Ryd",),
        ("L",),
    )
    assert (second.act, second.persons) == ("interpellationssvar", ("Berit Sjöholm",))
    assert second.parties == party
    for row, (begins, ends) in ((first, asked), (second, answer)):
        assert row.text.startswith(begins)
        assert row.text.endswith(ends)


def test_answers_take_the_questions_from_bullets() -> None:
    assert read(RUN_ON).statements[0].points == ("När byts lampan?", "Vem har nyckeln?")


def test_an_answer_below_its_question() -> None:
    asked = "Interpellation till Berit Sjöholm (S)\n\nLampan\n\nNär byts den?\n\nSiv Ryd (L)\n"
    found = read(
        f"{asked}2021-03-04\n\nSvar på interpellation om lampan\n\nDen byts i maj.\n\n"
        "Berit Sjöholm (S)\nTallvik 2021-04-05\n"
    )
    first, second = found.statements
    assert (first.text, first.parties) == ("När byts den?", ("L",))
    assert (second.text, second.parties) == ("Den byts i maj.", ("S",))
    assert found.document.date == "2021-03-04"


def test_answers_without_the_interpellation_are_read_alone() -> None:
    alone = IN_LINES[: IN_LINES.index("Interpellation av")]
    acts = [row.act for row in read(alone).statements]
    assert acts == ["interpellation", "interpellationssvar"]


ASKED = "Svar på interpellation från Siv Ryd (L) om fyren\n\nFyren lyser hela natten.\n"


@pytest.mark.parametrize(
    ("content", "party"),
    [
        # beside an office, below the words
        (f"{ASKED}\nEva Ek\nRegionråd (S)\n", "S"),
        (f"{ASKED}\nRegionråd (S)\nEva Ek\n", "S"),
        (f"{ASKED}\nKommunstyrelsens ordförande, Eva Ek, Socialdemokraterna\n", "S"),
        # in the head
        (f"REGION TALLVIK\nRegionråd (S)\nEva Ek\n\n{ASKED}\nEva Ek\n", "S"),
        (f"Eva Ek\nRegionråd (S)\n\nInterpellationssvar\n\n{ASKED}", "S"),
        (f"Kommunalråd Eva Ek (S)\n\n{ASKED}\nEva Ek\n", "S"),
        (f"Kommunstyrelsens ordförande, Eva Ek, Socialdemokraterna\n\n{ASKED}\nEva Ek\n", "S"),
        (
            f"Tallviks kommun\n\nKommunstyrelsens ordförande\nEva Ek\nSocialdemokraterna\n\n"
            f"{ASKED}\nEva Ek\n",
            "S",
        ),
        (ASKED.replace(" om", " till Eva Ek, nämndens ordförande (S) om") + "\nEva Ek\n", "S"),
        (f"Regionrådet Eva Eks (S) svar{ASKED[4:]}\nEva Ek\n", "S"),
        # to whom the letter goes is another
        (f"Till\nSiv Ryd\nOppositionsråd\nLiberalerna\n\n{ASKED}\nEva Ek\nOrdförande\n", ""),
        (f"Siv Ryd\nOppositionsråd (L)\n\n{ASKED}\nEva Ek\nOrdförande\n", ""),
    ],
)  # fmt: skip
def test_the_party_of_who_answers(content: str, party: str) -> None:
    answer = read(content).statements[-1]
    assert (answer.act, answer.persons) == ("interpellationssvar", ("Eva Ek",))
    assert " ".join(answer.parties) == party
    assert answer.text == "Fyren lyser hela natten."


def test_two_people_in_the_head_and_nobody_is_guessed() -> None:
    content = (
        f"Bo Alm (M)\nEva Ek\nRegionråd, Socialdemokraterna\n\n{ASKED}\nEva Ek\nRegionråd\n"
    )
    assert all("Bo Alm" not in row.persons for row in read(content).statements)


BELOW = """Svar på interpellation från Siv Ryd (L) till hamnnämndens ordförande om fyren

Siv Ryd har ställt följande frågor:

1. När byts lampan?

Lampan byts i maj.

Berit Sjöholm (S)
Hamnnämndens ordförande


INTERPELLATION                2021-02-02

Till hamnnämndens ordförande Berit Sjöholm (S)

Fyren i hamnen

Fyren har varit mörk länge. När byts lampan?

Tallvik 2021-02-02

{signed}
"""


@pytest.mark.parametrize(
    ("signed", "asked"),
    [
        ("Siv Ryd (L)", "Fyren har varit mörk länge. När byts lampan?"),
        ("Bo Alm (M)", "1. När byts lampan?"),  # another's paper
    ],
)
def test_the_interpellation_on_a_paper_of_its_own_below(signed: str, asked: str) -> None:
    found = read(BELOW.format(signed=signed))
    said = {s.act: (s.persons, s.text) for s in found.statements}
    assert said["interpellation"] == (("Siv Ryd",), asked)
    assert said["interpellationssvar"] == (("Berit Sjöholm",), "Lampan byts i maj.")


@pytest.mark.parametrize("whom", ["", " mig", " mig följande"])
def test_questions_in_bullets_that_the_sentence_goes_on_in(whom: str) -> None:
    found = read(
        "Svar på interpellation från Siv Ryd (L) om fyren\n\nSiv Ryd (L) har i en "
        f"interpellation till hamnnämndens ordförande frågat{whom}\n\n• när lampan byts, och\n"
        "• vem som har nyckeln.\n\nLampan byts i maj.\n\nBerit Sjöholm (S)\n"
    )
    assert [s.text for s in found.statements] == [
        "• när lampan byts, och\n• vem som har nyckeln.",
        "Lampan byts i maj.",
    ]


ASKED_BELOW = """Svar på interpellation om bryggorna

Tallviks kommun
Kommunfullmäktige 2021-03-04

Svar till Siv Ryd (L) från hamnnämndens ordförande Bo Tegel (S)

Siv Ryd har frågat mig om bryggorna. Det blir två till hösten.

Bo Tegel (S)
Ordförande i hamnnämnden

Interpellation till hamnnämndens ordförande

Bryggorna i hamnen

Hamnen har få bryggor och många båtar.

1. När byggs nästa brygga?
2. Vad kostar den?

Siv Ryd (L)
"""


def test_the_question_stands_below_without_the_name_of_who_asks() -> None:
    found = extract(text(ASKED_BELOW), document_id="d1", source="p.txt")
    asked, answer = found.statements
    assert (asked.act, asked.parties, asked.persons) == (
        "interpellation",
        ("L",),
        ("Siv Ryd",),
    )
    assert asked.text.startswith("Hamnen har") and asked.text.endswith("kostar den?")
    assert (answer.act, answer.parties) == ("interpellationssvar", ("S",))
    assert answer.text == "Siv Ryd har frågat mig om bryggorna. Det blir två till hösten."
