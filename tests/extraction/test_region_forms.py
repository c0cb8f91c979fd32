"""How minutes of regions, unions and small towns tell where the parties stood."""

import pytest

from tests.extraction.texts import ADOPTED, AGAINST, BOARD, read_matter, recorded

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
        (
            f"{PLAN}Yrkanden\nGöran Ek (M) yrkar bifall till punkterna 1 och 3.\n\n"
            "Siv Ryd (L) yrkar avslag på förslaget.\n\nBeslutsgång\nOrdföranden finner att "
            "nämnden bifaller förslaget.\n",
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
