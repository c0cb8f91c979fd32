"""How minutes of regions, unions and small towns tell where the parties stood."""

import pytest

from pipeline.extraction import extract
from tests.extraction.texts import ADOPTED, AGAINST, BOARD, read_matter, recorded, text

PLAN = "Beslut\n1. Bryggan byggs.\n2. Kajen rivs.\n3. Kranen målas.\n\n"


@pytest.mark.parametrize(
    ("content", "stood"),
    [
        # the proposal before the body by another word
        (
            "Beslut\nBryggan rivs.\n\nYrkanden\nGöran Ek (M): Bifall till "
            "beslutsförslaget.\n\nSiv Ryd (L): Avslag.\n\nBeslutsgång\nOrdföranden frågar om "
            "nämnden kan besluta enligt beslutsförslaget och finner att så sker.\n",
            {"M": "for", "L": "against"},
        ),
        # what is granted is named in words that tell nothing: neither won nor lost
        (
            f"{ADOPTED}Yrkanden\nGöran Ek (M) yrkar bifall till alternativ B.\n\n{AGAINST}",
            {"L": "against"},
        ),
        # the party of a place
        (
            f"{ADOPTED}Reservationer\nModeraterna i Tallvik och Vänsterpartiet Tallvik "
            "reserverar sig mot beslutet.\n",
            {"M": "against", "V": "against"},
        ),
        # two of one party within a list
        (
            f"{ADOPTED}Reservationer\nGöran Ek, Eva Ek (båda M) och Ulla Rask (V) reserverar "
            "sig mot beslutet.\n",
            {"M": "against", "V": "against"},
        ),
        # a note to the minutes without the word for it
        (
            f"{ADOPTED}Protokollsanteckning\nSamtliga partier utom Sverigedemokraterna låter "
            "anteckna: Vi vill att bryggan blir röd.\n",
            {"S": "remark", "M": "remark", "V": "remark", "MP": "remark", "L": "remark"},
        ),
        # proposals made in the debate
        (
            f"{ADOPTED}Förslag till beslut under debatten\nSiv Ryd (L) föreslår att ärendet "
            "avslås.\nBerit Sjöholm (S) föreslår bifall till förvaltningens förslag.\n\n"
            "Beslutsgång\nOrdföranden finner att nämnden bifaller förvaltningens förslag.\n",
            {"L": "against", "S": "for"},
        ),
        # with others of the party
        (
            f"{ADOPTED}Reservation\nUlla Rask (V) samt Göran Ek (M) med partikamrater "
            "reserverar sig mot beslutet.\n",
            {"V": "against", "M": "against"},
        ),
        # whole parties in a sentence
        (
            f"{ADOPTED}Omröstning\nJa för bifall till förvaltningens förslag. Nej för avslag "
            "på förslaget.\n\nMed 3 ja-röster mot 2 nej-röster bifaller nämnden "
            "förslaget.\n\nJa röstar samtliga ledamöter för S (1), V (1) och MP (1).\n"
            "Nej röstar samtliga ledamöter för M (1) och L (1).\n",
            {"S": "for", "V": "for", "MP": "for", "M": "against", "L": "against"},
        ),
        # who comments beside a vote that cannot be read did more than comment
        (
            f"{ADOPTED}Omröstning\nOmröstning genomförs, se listan.\n\nSärskilt yttrande\n"
            "Ulla Rask (V) lämnar ett särskilt yttrande:\nBryggan är dyr.\n",
            {},
        ),
        (
            f"{ADOPTED}Omröstning\nIngen omröstning begärs.\n\nSärskilt yttrande\n"
            "Ulla Rask (V) lämnar ett särskilt yttrande:\nBryggan är dyr.\n",
            {"V": "remark"},
        ),
        # points by letters end the sentence
        (
            f"{ADOPTED}Reservationer\nModeraterna reserverar sig mot besluten under b och c. "
            "Siv Ryd (L) reserverar sig mot beslutet under c.\n",
            {"M": "against", "L": "against"},
        ),
        # out of every point is out of the decision, out of one is not
        (
            f"{PLAN}Siv Ryd (L) anmäler att Liberalerna inte deltar i beslutet om punkterna "
            "1–3.\n\nUlla Rask (V) deltar inte i beslutet om punkterna 1 och 2.\n",
            {"L": "not_participating"},
        ),
    ],
)
def test_where_parties_stood(content: str, stood: dict[str, str]) -> None:
    found = recorded(read_matter(content, *BOARD))
    assert {party: stance for party, (stance, _) in found.items()} == stood


ADDED = "Taxan antas med tillägget att den utvärderas."
TABLE = """Beslut
{decided}

Framställda yrkanden

| Nr | Yrkande | Framställt av |
| 1 | Bifall till förvaltningens förslag | Berit Sjöholm (S), Kaj Lind (MP) |
| 2 | Avslag | Tore Gran (SD) |
| 3 | Tillägg: Taxan utvärderas i maj | Siv Ryd (L) |

Proposition
Ordföranden ställer yrkande 1 mot yrkande 2 och finner att nämnden beslutar enligt
yrkande {first}.
Därefter ställer ordföranden proposition på yrkande 3 och finner att det {third}.
"""


@pytest.mark.parametrize(
    ("decided", "first", "third", "stood"),
    [
        (ADDED, 1, "bifalls", {"S": "for", "MP": "for", "SD": "against", "L": "for"}),
        (
            "Taxan antas.",
            1,
            "avslås",
            {"S": "for", "MP": "for", "SD": "against", "L": "against"},
        ),
        (
            "Taxan avslås.",
            2,
            "avslås",
            {"S": "against", "MP": "against", "SD": "for", "L": "against"},
        ),
    ],
)
def test_proposals_in_the_rows_of_a_table(
    decided: str, first: int, third: str, stood: dict[str, str]
) -> None:
    table = TABLE.format(decided=decided, first=first, third=third)
    found = recorded(read_matter(table, *BOARD))
    assert {party: stance for party, (stance, _) in found.items()} == stood


ROLL = f"""{ADOPTED}Omröstning
Omröstning begärs.

| Namn | Ja, förvaltningens förslag | Nej, Siv Ryds förslag | Avst år |
| Berit Sjöholm (S) | x |  |  |
| Göran Ek (M) | x |  |  |
| Siv Ryd (L) |  | x |  |
| Ulla Rask (V) |  |  | x |
"""


@pytest.mark.parametrize("seats", [BOARD, BOARD[:1]])
def test_who_voted_by_columns_that_say_what_for(seats: tuple[str, ...]) -> None:
    """Also where the list of those present leaves voters out."""
    read = read_matter(ROLL, *seats)
    assert [(v.yes, v.no, v.abstain) for v in read.votes] == [(2, 1, 1)]
    assert recorded(read) == {
        "S": ("for", "votering"),
        "M": ("for", "votering"),
        "L": ("against", "votering"),
        "V": ("abstained", "votering"),
    }


EXTRACT = """Tallviks kommun
Hamnnämnden

Protokollsutdrag
Sammanträdesdatum 2021-03-04

§ 4 Yttrande över motion om bryggor

Beslut
Nämnden avstyrker motionen.

Yrkanden
Ordförande Berit Sjöholm (S) yrkar att motionen avstyrks.
Siv Ryd (L) yrkar att motionen tillstyrks.

Propositionsordning
Ordföranden finner att nämnden beslutar enligt eget yrkande.
"""


def test_the_chair_is_named_in_the_extract() -> None:
    found = extract(text(EXTRACT), document_id="d1", source="p.txt")
    assert {row.party: row.stance for row in found.positions} == {"S": "for", "L": "against"}


def test_a_vote_for_which_the_counter_proposal_is_chosen_already() -> None:
    read = read_matter(
        f"{ADOPTED}Beslutsgång\nNämnden godkänner att Siv Ryds förslag utses till motförslag "
        "genom acklamation och följande ordning: ja-röst för förvaltningens förslag och "
        "nej-röst för Siv Ryds förslag.\n\nJa-röster: Berit Sjöholm (S), Ulla Rask (V)\n"
        "Nej-röster: Siv Ryd (L)\n",
        *BOARD,
    )
    assert [vote.kind for vote in read.votes] == ["huvudvotering"]


def test_a_substitute_who_would_have_voted() -> None:
    read = read_matter(
        f"{ADOPTED}Ersättares mening\nNils Ask (KD) hade om han tjänstgjort röstat ja.\n",
        *BOARD,
    )
    (said,) = read.statements
    assert (said.act, said.parties, said.by_substitute) == ("ersättaryttrande", ("KD",), True)
    assert recorded(read) == {}


def test_a_short_text_that_a_sentence_says_is_handed_in() -> None:
    read = read_matter(
        f"{ADOPTED}Särskilt yttrande\nSiv Ryd (L) lämnar ett särskilt yttrande, bilaga A.\n\n"
        "Särskilt yttrande från Liberalerna\n\nBryggan är hamnens mötesplats. Sex meter är "
        "mycket för den som har långt att gå.\n",
        *BOARD,
    )
    (said,) = read.statements
    assert (said.persons, said.text[:10]) == (("Siv Ryd",), "Bryggan är")


GRANTED = """Beslut
Nämnden bifaller motionen.

Yrkanden
{background}

Siv Ryd (L) yrkar att motionen bifalls. Berit Sjöholm (S) yrkar bifall till {proposal}.

Beslutsgång
Ordföranden finner bifall till motionen.
"""


@pytest.mark.parametrize(
    ("background", "proposal", "stood"),
    [
        (
            "Hamnutskottet har föreslagit att motionen avslås.",
            "hamnutskottets förslag",
            {"L": "for", "S": "against"},
        ),
        ("", "hamnutskottets förslag att avslå motionen", {"L": "for", "S": "against"}),
        # what another body proposed tells nothing
        (
            "Kajnämnden har föreslagit att motionen avslås.",
            "hamnutskottets förslag",
            {"L": "for"},
        ),
        ("", "hamnutskottets förslag", {"L": "for"}),
    ],
)
def test_a_motion_granted_against_the_proposal_before_the_body(
    background: str, proposal: str, stood: dict[str, str]
) -> None:
    content = GRANTED.format(background=background, proposal=proposal)
    found = recorded(read_matter(content, *BOARD, title="Motion om brygga"))
    assert {party: stance for party, (stance, _) in found.items()} == stood
