"""Votes told by party, without the names of those who voted."""

import pytest

from pipeline.extraction.party_votes import party_votes, sums
from pipeline.models import Span
from tests.extraction.texts import ADOPTED, BOARD, computed, context, read_matter, recorded

TABLE = """Parti              Ja    Nej    Avstår
S                  4     0      0
Moderaterna (M)    0     3      1
Summa              4     3      1
"""
PUT = "Votering\nJa-röst för bifall till förvaltningens förslag. Nej-röst för avslag.\n"


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        (TABLE, [("S", "ja", 4), ("M", "nej", 3), ("M", "avstår", 1)]),
        (
            "| Parti | Ja | Nej |\n|---|---|---|\n| S | 4 | – |\n| V |  | 3 |\n",
            [("S", "ja", 4), ("V", "nej", 3)],
        ),
        # with empty cells, in columns of spaces
        (
            "Parti   Ja   Nej   Avstår\nS       4\nM            3     1\n"
            "Summa   4    3     1\n",
            [("S", "ja", 4), ("M", "nej", 3), ("M", "avstår", 1)],
        ),
        # where the words have lost how far in they stood, and two figures below one
        ("Ja   Nej   Avstår\nS       4\nM            3\n", []),
        ("Parti   Ja   Nej   Avstår\nS       4 2\nM            3\n", []),
        # a line for each
        (
            "S: 4 ja\nModeraterna: 3 nej, 1 avstår\n",
            [("S", "ja", 4), ("M", "nej", 3), ("M", "avstår", 1)],
        ),
        (
            "Ja-röst avges av S och V. Nej-röst avges av M.\n",
            [("S", "ja", 0), ("V", "ja", 0), ("M", "nej", 0)],
        ),
        (
            "Med 4 JA-röster från S och V mot 2 NEJ-röster från M avslår nämnden motionen.\n",
            [("S", "ja", 0), ("V", "ja", 0), ("M", "nej", 0)],
        ),
        # that does not add up, or has a row of nobody known
        (TABLE.replace("4     3", "5     3"), []),
        ("Parti   Ja   Nej\nS   4   0\nQvarnen   0   3\n", []),
        # lists
        ("Ja: S 4, V 2\nNej: M 3\n", [("S", "ja", 4), ("V", "ja", 2), ("M", "nej", 3)]),
        ("Ja (6): S och V\nNej (3): M\n", [("S", "ja", 0), ("V", "ja", 0), ("M", "nej", 0)]),
        ("Nej: M, L och SD (8)\n", [("M", "nej", 0), ("L", "nej", 0), ("SD", "nej", 0)]),
        (
            "2 ja-röster (S, V) och 1 nej-röst (M). Liberalerna avstår från att rösta.",
            [("S", "ja", 0), ("V", "ja", 0), ("M", "nej", 0), ("L", "avstår", 0)],
        ),
        ("Ja: S 4\nNej: M 3\nLiberalerna avstår.", [("S", "ja", 4), ("M", "nej", 3)]),
        ("Ja: Moderaternas förslag\nNej: avslag\n", []),
        # sentences
        (
            "Socialdemokraterna och V röstade ja. Moderaterna avstod från att rösta.",
            [("S", "ja", 0), ("V", "ja", 0), ("M", "avstår", 0)],
        ),
        ("Moderaterna avstår från att delta i beslutet.", []),
        ("Den som stöder Moderaternas förslag röstar ja.", []),
        ("Göran Ek (M) röstar nej.", []),
    ],
)
def test_what_parties_chose(words: str, rows: list[tuple[str, str, int]]) -> None:
    found = party_votes(context(words, *BOARD), Span(0, len(words)))
    assert [(party, str(choice), n or 0) for party, choice, n in found] == rows


def test_sums_only_where_every_number_is_told() -> None:
    told = party_votes(context(TABLE, *BOARD), Span(0, len(TABLE)))
    assert sums(told) == {"ja": 4, "nej": 3, "avstår": 1}
    assert sums([("S", told[0][1], None)]) is None


def test_where_parties_stood_by_a_table() -> None:
    read = read_matter(f"{ADOPTED}{PUT}\n{TABLE}", *BOARD)
    (vote,) = read.votes
    assert (vote.yes, vote.no, vote.abstain, vote.outcome) == (4, 3, 1, "ja")
    assert recorded(read) == {"S": ("for", "votering"), "M": ("against", "votering")}
    assert not read.ballots


def test_the_others_are_not_silent_where_some_are_told() -> None:
    read = read_matter(f"{ADOPTED}{PUT}4 ja och 3 nej. Moderaterna röstade nej.\n", *BOARD)
    assert recorded(read) == {"M": ("against", "votering")}
    assert computed(read) == {}


def test_a_table_that_contradicts_the_figures_is_left_out() -> None:
    read = read_matter(f"{ADOPTED}{PUT}5 ja och 3 nej.\n\n{TABLE}", *BOARD)
    assert recorded(read) == {}
