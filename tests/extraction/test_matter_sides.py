"""Matters in which several act at once, or only some of those who voted are named."""

import pytest

from tests.extraction.texts import ADOPTED, BOARD, FOR, read_matter, recorded


@pytest.mark.parametrize(
    ("content", "title", "stood"),
    [
        # of a vote without names only who abstained is known: nobody is silent, and who
        # commented did more than that
        (
            f"{ADOPTED}{FOR}Votering\nJa för bifall till förslaget. Nej för avslag på "
            "förslaget.\nNämnden beslutar med sju röster mot fyra. Tore Gran (SD) avstår från "
            "att rösta.\n\nSärskilt yttrande\nSiv Ryd (L) lämnar ett särskilt yttrande:\n"
            "Bryggan är dyr.\n",
            "Ny brygga",
            {"S": "for", "SD": "abstained"},
        ),
        # the proposal before the body lost to the same with a change, in a vote and without
        *(
            (
                "Beslut\nEnligt nämndens förslag med ändring enligt yrkande från Siv Ryd:\n"
                "Taxan höjs 2024.\n\nYrkanden\nSiv Ryd (L) yrkar bifall till nämndens förslag "
                "med den ändringen att taxan höjs 2024.\nGöran Ek (M) yrkar bifall till "
                f"nämndens förslag.\n\nPropositionsordning\nOrdföranden {finds}",
                "Ny taxa",
                {"L": "for", "M": "against"},
            )
            for finds in (
                "finner att Siv Ryds yrkande bifallits.\n",
                "finner att Siv Ryds yrkande bifallits. Omröstning begärs.\n\nOmröstning\n"
                "Ja för bifall till Siv Ryds yrkande. Nej för bifall till nämndens förslag.\n"
                "Omröstningen utfaller med 41 Ja mot 38 Nej.\n",
            )
        ),
        # whose proposal it is that somebody moves
        (
            f"{ADOPTED}Siv Ryd (L) yrkar bifall till det som Berit Sjöholm (S) och Ulla Rask "
            "(V) föreslår.\n\nReservation\nUlla Rask (V) reserverar sig och Göran Ek (M) "
            "reserverar sig till förmån för eget förslag.\n",
            "Ny brygga",
            {"L": "against", "V": "against", "M": "against"},
        ),
        # what a group of parties calls itself
        (
            "Beslut\nFullmäktige antar Bryggans (M och L) förslag till budget.\n\nYrkanden\n"
            "Göran Ek (M) och Siv Ryd (L) yrkar bifall till Bryggans förslag.\nUlla Rask (V) "
            "yrkar bifall till Kajklöverns budgetförslag.\nBerit Sjöholm (S) yrkar bifall "
            "till Socialdemokraternas förslag.\n\nBeslutsgång\nOrdföranden ställer förslagen "
            "under proposition och finner att fullmäktige antar Bryggans förslag.\n",
            "Budget",
            {"M": "for", "L": "for", "V": "against", "S": "against"},
        ),
        # it is not told whose was adopted
        (
            "Beslut\nBudgeten antas.\n\nYrkanden\nGöran Ek (M) yrkar bifall till Bryggans "
            "förslag.\nUlla Rask (V) yrkar bifall till Kajklöverns förslag.\n",
            "Budget",
            {},
        ),
    ],
)
def test_which_side_parties_were_on(content: str, title: str, stood: dict[str, str]) -> None:
    read = read_matter(content, *BOARD, title=title)
    assert {party: stance for party, (stance, _) in recorded(read).items()} == stood


def test_an_election_by_secret_ballot_is_no_vote_of_ja_and_nej() -> None:
    read = read_matter(
        "Beslut\nTill ordförande utses Siv Ryd (L).\n\nPropositionsordning\nVal begärs med "
        "slutna sedlar. Valet utfaller med 41 röster för Siv Ryd (L) och 38 röster för Göran "
        "Ek (M).\n",
        *BOARD,
        title="Val av ordförande",
    )
    assert (read.votes, read.case.outcome) == ((), "övrigt")
