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
        # whose heading its words follow, and one that repeats what it is
        (
            f"Yttrande Vänsterpartiet\n\nYttrande angående ny brygga Det är så. {WORDS}\n",
            f"Det är så. {WORDS}",
        ),
        (
            "Yttrande Vänsterpartiet\n\n2021-03-04  4\n\nYttrande angående motionen av Eva Ek "
            f"om en brygga för alla i Tallviks hamn och på ön\n\nYttrande\n\n{WORDS}\n",
            WORDS,
        ),
        # the number of its appendix on the line of its head
        (f"Bilaga 3 Yttrande § 4\n\n{WORDS}\n\nUlla Rask (V)\n", WORDS),
        # the matter below the head, with others' parties in its title
        (
            "Bilaga 3\n\nYTTRANDE\nHamnnämnden 2021-03-04\n§ 4 Motion av Siv Ryd (L) och "
            "Göran Ek (M) om att bygga en ny brygga i hamnen på ön där alla kan se den\n\n"
            f"{WORDS}\n\nUlla Rask (V)\n",
            WORDS,
        ),
        # the number of the appendix above the head, with the matter it is of
        (f"BILAGA A TILL § 4\n\nYTTRANDE\n\n{WORDS}\n\nUlla Rask (V)\n", WORDS),
        # the party on a line of its own, and the office whose paper comes next
        (f"Vänsterpartiet\n\nYttrande angående ny brygga\n\n{WORDS}\n", WORDS),
        (
            f"Yttrande Vänsterpartiet\n\nAngående ny brygga\n\n{WORDS}\n\nHamnkontoret\n\n"
            "Tjänsteutlåtande\n\nKajen bör rivas.\n",
            WORDS,
        ),
        # a few words that are whole sentences
        (
            "Yttrande Vänsterpartiet\n\nAngående ny brygga\n\nBryggan borde ha blivit röd.\n\n"
            "Ulla Rask (V)\n",
            RECORDED,
        ),
        (
            "Yttrande Vänsterpartiet\n\nAngående ny brygga\n\nBryggan borde ha blivit röd och "
            "längre.\n\nUlla Rask (V)\n",
            "Bryggan borde ha blivit röd och längre.",
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
        # among others on one line, by letters, in brackets
        (
            LISTED.replace(
                "2021-02-01\n\nYttrande från V och MP",
                "2021-02-01. Yttrande från Vänsterpartiet och Miljöpartiet",
            ),
            ("V", "MP"),
        ),
        (LISTED.replace("Yttrande från V och MP", "Skriftligt yttrande V, MP"), ("V", "MP")),
        (LISTED.replace("från V och MP", "från (V och MP)"), ("V", "MP")),
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


@pytest.mark.parametrize(
    ("written", "by", "words"),
    [
        # of the day that is told, by others too who had nobody at the meeting
        ("2021-03-01", "V, MP", WORDS),
        ("2021-03-01", "MP V", WORDS),
        # of another day, by others alone, or without the one who acts
        ("2021-03-02", "V, MP", "antecknade som yttrande en skrivelse från den 1 mars 2021."),
        ("2021-03-01", "MP, L", "antecknade som yttrande en skrivelse från den 1 mars 2021."),
    ],
)
def test_a_paper_by_more_than_those_who_recorded_it(written: str, by: str, words: str) -> None:
    act = "antecknade som yttrande en skrivelse från den 1 mars 2021."
    content = EXTRACT.replace(RECORDED, act)
    paper = f"Yttrande          {by}\n\n{written}\n\nYttrande angående ny brygga\n\n{WORDS}\n"
    found = extract(text(content + paper), document_id="d1", source="utdrag.txt")
    (row,) = found.statements
    assert (row.parties, row.text) == (("V",), words)


def test_an_extract_that_nobody_signs_ends_where_it_is_sent() -> None:
    paper = f"Yttrande V, MP\n\n20210301\n\n{WORDS}\n"
    listed = (
        "Handlingar 1. Motion om en brygga 2. Tjänsteutlåtande 3. Yttrande från V och MP om "
        "ärende 4, daterad 2021-03-01\n\nProtokollsutdrag skickas till Hamnkontoret\n\n"
    )
    head = EXTRACT.split("Yttrande\n")[0]
    found = extract(text(head + listed + paper), document_id="d1", source="utdrag.txt")
    assert [(row.parties, row.text) for row in found.statements] == [(("V", "MP"), WORDS)]


def test_a_party_of_no_named_voter_takes_no_position_by_a_paper() -> None:
    vote = (
        "Votering\nJa för förslaget. Nej för avslag.\n\nSiv Ryd (L), Ulla Rask (V) och Bo Alm "
        "röstar ja (3). Göran Ek (M) röstar nej (1).\n\nDag för"
    )
    found = extract(
        text(LISTED.replace("Dag för", vote, 1)), document_id="d1", source="utdrag.txt"
    )
    assert [row.parties for row in found.statements if row.act == "särskilt yttrande"] == [
        ("V", "MP")
    ]
    assert "MP" not in {row.party for row in found.positions}


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


def test_the_matter_on_the_line_below_the_name_of_the_appendix() -> None:
    content = SIGNED_BELOW.replace(
        "lämnar en skriftlig reservation, bilaga 2", "reserverar sig"
    )
    content = content.replace("bilaga 1", "protokollsbilaga A")
    paper = (
        "Protokollsbilaga A\n\nHamnnämnden 2021-03-04, § 4\nReservation från Vänsterpartiet\n"
    )
    content = content.replace("Bilaga 2\nReservation\nHamnnämnden 2021-03-04\n", paper)
    read = extract(text(content.format(WORDS)), document_id="d" * 20, source="protokoll.txt")
    assert [one.text == WORDS for one in read.statements] == [True, False]


def test_an_avvikande_mening_printed_below() -> None:
    recorded = "har en avvikande mening, bilaga 1."
    content = EXTRACT.replace("Yttrande\n", "").replace(RECORDED, recorded)
    paper = f"Bilaga 1\n\nAvvikande mening från Vänsterpartiet\n\n{WORDS}\n\nUlla Rask (V)\n"
    found = extract(text(content + paper), document_id="d1", source="utdrag.txt")
    rows = [(str(row.act), row.parties, row.text) for row in found.statements]
    assert rows == [("reservation", ("V",), WORDS)]
