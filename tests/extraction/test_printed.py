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


LISTED = f"""Hamnnämnden
Utdrag ur protokoll 2021-03-04

§ 4 Ny brygga

Beslut
Nämnden bygger en brygga.

Handlingar
Förvaltningens tjänsteutlåtande, 2021-02-01

Yttrande från V och MP angående bryggan, 2021-03-01

Yrkanden
Siv Ryd (L) yrkar bifall till förvaltningens förslag.

Dag för justering 2021-03-05

Hamnförvaltningen

Utdrag ur protokoll Vid protokollet
Lena Vik

Yttrande Vänsterpartiet, Miljöpartiet

Angående ny brygga

{WORDS}
"""


@pytest.mark.parametrize(
    ("content", "parties"),
    [
        (LISTED, ("V", "MP")),
        # nothing tells that the paper was handed in, or that the listed one is this one
        (LISTED.replace("Yttrande från V och MP angående", "Skrivelse om"), None),
        (LISTED.replace("från V och MP", "från V"), None),
        (LISTED.replace("Yttrande från V och MP", "Yttrande från Ulla Rask (V)"), None),
        (LISTED.replace("Yttrande Vänsterpartiet, Miljöpartiet", "Bilden"), None),
        # of two matters, it is not told which
        (LISTED.replace("Dag för", "§ 5 Ny kaj\n\nBeslut\nKajen rivs.\n\nDag för"), None),
    ],
)
def test_remarks_that_only_the_list_of_documents_names(
    content: str, parties: tuple[str, ...] | None
) -> None:
    found = extract(text(content), document_id="d1", source="utdrag.txt")
    remarks = [row for row in found.statements if row.act == "särskilt yttrande"]
    assert [(row.parties, row.text) for row in remarks] == (
        [(parties, WORDS)] if parties else []
    )
    stood = {row.party: row.stance for row in found.positions}
    assert [party for party in ("V", "MP") if party in stood] == list(parties or ())


def test_a_recorded_remark_is_not_told_twice() -> None:
    said = LISTED.replace(
        "Dag för", "Yttrande\nUlla Rask (V) antecknar ett yttrande från V och MP.\n\nDag för"
    )
    found = extract(text(said), document_id="d1", source="utdrag.txt")
    assert [row.act for row in found.statements].count("särskilt yttrande") == 1


# Two reservations by the same party: the number of the appendix tells them apart.
SIGNED_BELOW = """Hamnnämnden
Sammanträdesprotokoll 2021-03-04

§ 4 Ny brygga

Beslut
Nämnden bygger en brygga.

Reservation
Ulla Rask (V) lämnar en skriftlig reservation, bilaga 1.

§ 5 Ny kaj

Beslut
Nämnden bygger en kaj.

Reservation
Ulla Rask (V) lämnar en skriftlig reservation, bilaga 2.

Bilaga 2
Reservation
Hamnnämnden 2021-03-04

{}

Ulla Rask (V)
"""


def test_a_paper_signed_below_belongs_to_the_act_that_names_its_appendix() -> None:
    read = extract(
        text(SIGNED_BELOW.format(WORDS)), document_id="d" * 20, source="protokoll.txt"
    )
    assert [one.text == WORDS for one in read.statements] == [False, True]
