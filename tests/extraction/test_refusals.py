"""Points of a proposal that are to be left out, or were."""

import pytest

from pipeline.extraction.refusals import refused_points
from tests.extraction.texts import BOARD, read_matter, recorded


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("bifall till punkt 1 och 2 samt avslag på punkt 3", "3"),
        ("avslår förslaget i punkterna 1, 3-5 och 7", "1 3 4 5 7"),
        ("punkt 2 utgår och punkt 4 stryks", "2 4"),
        ("enligt förslaget med undantag av beslutspunkt 2", "2"),
        ("förslaget, dock utgår punkt 2", "2"),
        # to refuse to refuse, and points that something else is said of
        ("avslår yrkandet om avslag på punkt 2", ""),
        ("bifall till punkt 3", ""),
        ("avslag på punkten", ""),
        ("", ""),
    ],
)
def test_refused_points(text: str, points: str) -> None:
    assert refused_points(text) == frozenset(points.split())


MOVED = (
    "Yrkanden\nBerit Sjöholm (S) yrkar bifall till punkt 1 och 2 samt avslag på punkt 3.\n\n"
    "Göran Ek (M) yrkar bifall till förvaltningens förslag.\n\n"
)


@pytest.mark.parametrize(
    ("told", "outcome", "stood"),
    [
        # the point was refused: who wanted the whole lost in part
        (
            "Beslut\n1. Taxan antas.\n2. Den gäller genast.\n3. Förslaget i punkt 3 "
            "avslås.\n\n"
            "Propositionsordning\nOrdföranden ställer proposition på bifall respektive "
            "avslag på "
            "punkt 3 och finner att nämnden avslår punkt 3.",
            "delvis bifall",
            {"S": "for"},
        ),
        # it was kept
        (
            "Beslut\nNämnden antar taxan.\n\nPropositionsordning\nOrdföranden ställer avslag "
            "på "
            "punkt 3 mot bifall och finner att nämnden bifaller förvaltningens förslag.",
            "bifall",
            {"S": "against", "M": "for"},
        ),
        # by name
        (
            "Beslut\nNämnden antar taxan.\n\nPropositionsordning\nOrdföranden ställer Berit "
            "Sjöholms yrkande mot Göran Eks yrkande och finner att nämnden bifaller Berit "
            "Sjöholms yrkande.",
            "delvis bifall",
            {"S": "for", "M": "against"},
        ),
        # in a vote
        (
            "Beslut\nNämnden antar taxan.\n\nOmröstning\nJa för bifall till punkt 3. Nej för "
            "avslag på punkt 3.\n\n1 ja och 2 nej.",
            "delvis bifall",
            {"S": "for"},
        ),
        (
            "Beslut\nNämnden antar taxan.\n\nOmröstning\nJa för bifall till punkt 3. Nej för "
            "avslag på punkt 3.\n\n2 ja och 1 nej.",
            "bifall",
            {"S": "against", "M": "for"},
        ),
    ],
)
def test_who_wants_a_point_out(told: str, outcome: str, stood: dict[str, str]) -> None:
    one = read_matter(MOVED + told, *BOARD)
    assert one.case.outcome == outcome
    assert {party: stance for party, (stance, _) in recorded(one).items()} == stood
