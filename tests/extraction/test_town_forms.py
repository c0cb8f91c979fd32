"""How minutes of several towns tell what was moved, found and decided."""

import pytest

from pipeline.extraction import extract
from tests.extraction.texts import ADOPTED, BOARD, MOTION, minutes, read_matter, recorded, text


@pytest.mark.parametrize(
    ("content", "stood"),
    [
        # the chair finds of "that", told first, what the body does with it
        (
            f"{ADOPTED}Yrkanden\nKaj Lind (MP) yrkar som ny punkt 2: Bryggan målas röd i "
            f"maj.\n\n"
            "Siv Ryd (L) yrkar som ny punkt 3: Bryggan blir längre än den "
            "gamla.\n\nBeslutsgång\n"
            "Ordföranden ställer proposition på bifall och avslag på Kaj Linds "
            "tilläggsyrkande "
            "och finner att nämnden bifaller detta.\nOrdföranden ställer proposition på "
            "bifall "
            "och avslag på Siv Ryds tilläggsyrkande och finner att nämnden avslår detsamma.\n",
            {"MP": "for", "L": "against"},
        ),
        # the chair puts the addition, and moved none
        (
            f"{ADOPTED}Yrkanden\nKaj Lind (MP) – tilläggsyrkande: att bryggan målas "
            f"röd.\nBerit "
            "Sjöholm (S) – bifall till förvaltningens förslag.\n\nBeslutsgång\nOrdföranden "
            "finner att nämnden beslutar enligt förvaltningens förslag. Därefter prövar "
            "ordföranden tilläggsyrkandet och finner att nämnden bifaller det.\n",
            {"MP": "for", "S": "for"},
        ),
        # a change, and the rest as proposed, put against the proposal
        (
            "Beslut\nTaxan antas med den ändringen att avgiften sänks.\n\nYrkanden\nSiv Ryd "
            "(L) "
            "yrkar att avgiften sänks, i övrigt bifall till förvaltningens "
            "förslag.\n\nGöran Ek "
            "(M) yrkar bifall till förvaltningens förslag.\n\nBeslutsgång\nOrdföranden "
            "ställer "
            "Siv Ryds ändringsyrkande mot förvaltningens förslag och finner att nämnden "
            "beslutar enligt Siv Ryds yrkande.\n",
            {"L": "for", "M": "against"},
        ),
        # bullets, and the background below them without a heading
        (
            "Beslut\n• Nämnden godkänner förvaltningens förslag.\n\nUlla Rask (V) har i en "
            "skrivelse föreslagit att bryggan avslås.\n\nYrkanden\nSiv Ryd (L) yrkar bifall "
            "till "
            "förvaltningens förslag.\n",
            {"L": "for"},
        ),
        # those who stay out, by their names alone below the heading, or in the middle
        (
            f"{ADOPTED}Deltar inte i beslutet\nGöran Ek (M) och Siv Ryd (L).\n",
            {"M": "not_participating", "L": "not_participating"},
        ),
        (
            "Beslut\nNämnden godkänner planen.\n\nSiv Ryd (L) deltar på grund av jäv inte i "
            "ärendet.\n",
            {"L": "not_participating"},
        ),
        # a budget, by the heading of the board and that of the council right below it
        (
            "Hamnnämndens förslag till kommunfullmäktige\n\nKommunfullmäktige beslutar\n1. "
            "att "
            "anta budgeten enligt styrande partiers förslag.\n\nYrkanden\nBerit Sjöholm (S): "
            "Bifall till styrande partiers förslag.\n\nGöran Ek (M): Bifall till Moderaternas "
            "budgetförslag.\n\nBeslutsordning\nOrdföranden ställer de två budgetförslagen mot "
            "varandra och finner att nämnden bifaller styrande partiers förslag.\n",
            {"S": "for", "M": "against"},
        ),
        # handed on without a stand of its own, as was moved
        (
            "Beslut\nÄrendet överlämnas till styrelsen utan eget "
            "ställningstagande.\n\nYrkanden\n"
            "Siv Ryd (L) yrkar att ärendet överlämnas till styrelsen utan eget "
            "ställningstagande.\n",
            {"L": "for"},
        ),
    ],
)
def test_where_parties_stood(content: str, stood: dict[str, str]) -> None:
    read = read_matter(content, *BOARD)
    assert {party: stance for party, (stance, _) in recorded(read).items()} == stood


def test_the_chair_proposes_what_to_decide() -> None:
    read = read_matter(
        "Överläggning\nSiv Ryd (L) föreslår att nämnden tillstyrker motionen.\n"
        "Ordföranden föreslår att nämnden avstyrker motionen. Ulla Rask (V) stöder "
        "ordförandens förslag.\nOrdföranden föreslår att nämnden röstar öppet.\n\n"
        "Ordföranden ställer proposition på de båda förslagen och finner att nämnden "
        "avstyrker motionen.\n\nBeslut\nNämnden föreslår att fullmäktige avslår motionen.\n",
        *BOARD,
        title=MOTION,
    )
    stood = {party: stance for party, (stance, _) in recorded(read).items()}
    assert stood == {"L": "against", "S": "for", "V": "for"}
    assert [row.persons for row in read.statements] == [
        ("Siv Ryd",),
        ("Berit Sjöholm",),
        ("Ulla Rask",),
    ]


def test_a_decision_of_bullets_ends_with_them() -> None:
    read = read_matter(
        "Beslut\n• Nämnden godkänner planen.\n\nPlanen är från i fjol.\n", *BOARD
    )
    assert read.case.decision == ("Nämnden godkänner planen.",)


WORDS = (
    "Bryggan är bra men den borde ha blivit längre, bredare och dessutom röd så att alla kan "
    "se den från långt håll."
)
SIGNED = "Göran Ek\nUlla Rask\n"
TWO = (
    "§ 1 Ny brygga\n\nBeslut\nNämnden bygger en brygga.\n\nReservation\nSamtliga ledamöter "
    "för "
    "Moderaterna reserverar sig {how}.\n",
    "§ 2 Längre kaj\n\nBeslut\nNämnden bygger en kaj.\n\nReservation\nSamtliga ledamöter för "
    "Moderaterna reserverar sig {how}.\n",
)


@pytest.mark.parametrize(
    ("how", "paper"),
    [
        # the appendix that the record names, by people without letters
        ("enligt bilaga {n}", f"Bilaga 2\n\nReservation\n\n{WORDS}\n\n{SIGNED}"),
        # one of the matter's number, or of its title
        ("enligt bilaga § 2", f"Bilaga § 2\n\nReservation från Moderaterna\n\n{WORDS}\n"),
        (
            "med hänvisning till bifogad reservation",
            f"RESERVATION\n2021-03-04\n\nHamnnämnden\nÄrende: Längre "
            f"kaj\n\n{WORDS}\n\nGöran Ek (M)\n",
        ),
    ],
)
def test_a_paper_belongs_to_the_matter_it_names(how: str, paper: str) -> None:
    matters = [one.format(how=how.format(n=n)) for n, one in enumerate(TWO, 1)]
    found = extract(text(minutes(*matters, paper)), document_id="d1", source="p.txt")
    said = {row.case_id[-1]: row.text for row in found.statements}
    assert said["2"] == WORDS
    assert "reserverar sig" in said["1"] or said["1"] != WORDS
    assert [case.number for case in found.cases] == ["1", "2"]
