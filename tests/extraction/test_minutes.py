"""Whole minutes: who is known to serve, and the ballots that stand outside the matters."""

import pytest

from pipeline.extraction.context import gather
from pipeline.extraction.minutes import minutes
from tests.extraction.texts import recorded, text

COUNCIL = """Tallviks kommun
Kommunfullmäktige
Protokoll 2021-03-04

Närvarande
Ordförande: Berit Sjöholm (S)
Förste vice ordförande: Göran Ek (M)
{others}
§ 1
Ny brygga

Beslut
Kommunfullmäktige godkänner förslaget.

Yrkanden
Berit Sjöholm (S) yrkar bifall till kommunstyrelsens förslag.
Siv Ryd (L) yrkar avslag på förslaget.
{vote}
Reservation
Siv Ryd (L) reserverar sig mot beslutet.

§ 2
Val

Beslut
Siv Ryd (L) väljs.
{below}"""
OTHERS = "Ledamot: Ulla Rask (V)\nLedamot: Siv Ryd (L)\n"
VOTE = """
Votering
Ja för bifall till kommunstyrelsens förslag. Nej för avslag på förslaget.
3 ja och 1 nej.
"""
LISTS = """
Voteringslista
              § 1          § 2
Ledamot           Parti   Ja   Nej     Ja   Nej
Berit Sjöholm     S       X            X
Göran Ek          M       X                 X
Ulla Rask         V       X                 X
Siv Ryd           L            X       X
"""


def stood(*, others: str = OTHERS, vote: str = "", below: str = "") -> dict[str, str]:
    """Where the parties stood in § 1, the silent ones too."""
    content = COUNCIL.format(others=others, vote=vote, below=below)
    _, _, (first, _) = minutes(gather("d1", text(content)))
    return {p.party: str(p.stance) for p in first.positions}


def test_of_a_council_only_the_chairs_are_named() -> None:
    assert stood(others="") == {"S": "for", "L": "against"}
    assert stood() == {"S": "for", "L": "against", "M": "silent", "V": "silent"}


def test_who_is_biased_is_left_out_of_the_list_already() -> None:
    away = "Ledamot: Ulla Rask (V) ej § 1\nLedamot: Siv Ryd (L)\nLedamot: Kaj Lind (V)\n"
    biased = "\nJäv\nUlla Rask (V) deltar inte i beslutet på grund av jäv.\n"
    assert stood(others=away, vote=biased)["V"] == "silent"
    alone = "Ledamot: Ulla Rask (V) ej § 1\nLedamot: Siv Ryd (L)\n"
    assert stood(others=alone, vote=biased)["V"] == "not_participating"


TWICE = """
Votering
Ja för att återremittera ärendet. Nej för att avgöra ärendet i dag.
1 ja och 3 nej.

Ja för bifall till kommunstyrelsens förslag. Nej för avslag på förslaget.
3 ja och 1 nej.
"""
ONE_LIST = """
Omröstningslista nr. {number}
§ 1. Ny brygga
Ledamöter         Parti   Ja   Nej
Berit Sjöholm     (S)     {marks[0]}
Göran Ek          (M)     {marks[1]}
Ulla Rask         (V)     {marks[2]}
Siv Ryd           (L)     {marks[3]}
"""


# the paragraph beside the heading of the list
BESIDE = ONE_LIST.replace("nr. {number}\n§ 1. Ny brygga", "{number}, Hn § 1\n")


@pytest.mark.parametrize("one_list", [ONE_LIST, BESIDE])
def test_lists_of_one_matter_below_the_last(one_list: str) -> None:
    yes, no = "X", "     X"
    lists = one_list.format(number=1, marks=(no, no, no, yes)) + one_list.format(
        number=2, marks=(yes, yes, yes, no)
    )
    content = COUNCIL.format(others=OTHERS, vote=TWICE, below=lists)
    _, _, (first, last) = minutes(gather("d1", text(content)))
    assert [b.choice for b in first.ballots] == ["nej", "nej", "nej", "ja"] + ["ja"] * 3 + [
        "nej"
    ]
    assert recorded(first)["V"] == ("for", "votering")
    assert last.case.decision == ("Siv Ryd (L) väljs.",)


@pytest.mark.parametrize(
    "head",
    [
        "Voteringslista",
        "Närvaro- och omröstningslista",
        "Bilaga: Närvaro- och omröstningslista kommunfullmäktige 2021-03-04\n",
    ],
)
def test_ballots_of_several_matters_below_the_last(head: str) -> None:
    lists = LISTS.replace("Voteringslista", head)
    content = COUNCIL.format(others=OTHERS, vote=VOTE, below=lists)
    _, _, (first, last) = minutes(gather("d1", text(content)))
    assert [b.choice for b in first.ballots] == ["ja", "ja", "ja", "nej"]
    assert recorded(first)["V"] == ("for", "votering")
    assert last.case.decision == ("Siv Ryd (L) väljs.",)


def test_who_decided_is_listed_by_name_in_an_appendix() -> None:
    below = (
        "\nBilaga 1. Närvarande\nBeslutande\nBerit Sjöholm (S)\nGöran Ek (M)\n"
        "*Ulla Rask (V)\nSiv Ryd (L)\n"
    )
    assert stood(others="Beslutande: Se förteckning bilaga 1\n", below=below) == {
        "S": "for",
        "L": "against",
        "M": "silent",
        "V": "silent",
    }
