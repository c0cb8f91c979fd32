"""Papers printed after the minutes give the words of acts that were only recorded."""

import pytest

from pipeline.extraction import extract
from tests.extraction.texts import text

RECORDED = "antecknar som yttrande en skrivelse från Vänsterpartiet."
WORDS = (
    "Bryggan är bra men den borde ha blivit längre, bredare och dessutom röd så att alla kan "
    "se den från långt håll när det är mörkt."
)
EXTRACT = f"""Hamnnämnden
Utdrag ur protokoll 2021-03-04

§ 4 Ny brygga

Beslut
Nämnden bygger en brygga.

Yttrande
Ulla Rask (V) {RECORDED}

Vid protokollet
Lena Vik

"""


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        # by the same party, of the same kind
        (
            f"Yttrande Vänsterpartiet\n\nAngående ny brygga\n\n{WORDS}\n\nUlla Rask (V)\n",
            WORDS,
        ),
        # by another party, of another kind, or too short to be a paper
        (f"Yttrande Liberalerna\n\nAngående ny brygga\n\n{WORDS}\n\nSiv Ryd (L)\n", RECORDED),
        (
            f"Yrkande Vänsterpartiet\n\nAngående ny brygga\n\n{WORDS}\n\nUlla Rask (V)\n",
            RECORDED,
        ),
        ("Yttrande Vänsterpartiet\n\nBryggan är bra.\n", RECORDED),
        ("", RECORDED),
    ],
)
def test_the_words_of_a_recorded_act(paper: str, words: str) -> None:
    found = extract(text(EXTRACT + paper), document_id="d1", source="utdrag.txt")
    (row,) = found.statements
    assert (row.act, row.parties, row.text) == ("särskilt yttrande", ("V",), words)
    assert found.document.text[row.start : row.end] == words
