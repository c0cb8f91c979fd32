"""Tables of ballots that have lost their line ends."""

import pytest

from pipeline.extraction.ballot_rows import paired_ballots, row_ballots
from pipeline.extraction.ballots import ballots
from pipeline.extraction.context import gather
from pipeline.models import Span
from tests.extraction.texts import text

HEAD = "Ledamot                 Ja          Nej         Avstår "
EVA = "Eva Ek (S)              X "
BO = "Bo Alm (M)                          X "
SIV = "Siv Ryd (MP)                                    X"


def found(content: str) -> list[tuple[str | None, tuple[str, ...], str]]:
    context = gather("d1", text(content))
    return [
        (who.name, who.parties, str(choice)) for who, choice in row_ballots(context, content)
    ]


ALL = [
    ("Eva Ek", ("S",), "ja"),
    ("Bo Alm", ("M",), "nej"),
    ("Siv Ryd", ("MP",), "avstår"),
]


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        # by how far behind its name a mark stands
        (HEAD + EVA + BO + SIV, ALL),
        # over two pages, with the head again
        (HEAD + EVA + BO + "\n\n[Hamn]\n\n" + HEAD + SIV, ALL),
        # the choice in words, and names that went over two lines
        (
            "Ledamot         Ja       Nej      Avstår Eva Ek (S)     ja Bo Alm        nej (M) "
            "Siv Mari        avstår Ryd (MP)",
            [*ALL[:2], ("Siv Mari Ryd", ("MP",), "avstår")],
        ),
        # no table, or one in lines of its own
        ("Eva Ek (S) röstar ja och Bo Alm (M) nej.", []),
        ("Ledamot    Ja    Nej\nEva Ek (S)    X\n", []),
    ],
)
def test_rows_on_one_line(
    content: str, rows: list[tuple[str | None, tuple[str, ...], str]]
) -> None:
    assert found(content) == rows


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (
            "Ja-röst              Nej-röst\nEva Ek (S)           Bo Alm (M)\nPia Lo (V)\n\n"
            "Nämnden beslutar enligt förslaget.",
            [("Eva Ek", "ja"), ("Bo Alm", "nej"), ("Pia Lo", "ja")],
        ),
        (
            "| Ja | Nej | Avstår |\n|---|---|---|\n| Eva Ek (S) | Bo Alm (M) | Pia Lo (V) |",
            [("Eva Ek", "ja"), ("Bo Alm", "nej"), ("Pia Lo", "avstår")],
        ),
        # marks below the words, and words of no list
        ("Ja    Nej\nEva Ek (S)    X\n", []),
        ("Ja-röst för bifall, nej-röst för avslag.\nEva Ek (S)   Bo Alm (M)", []),
    ],
)
def test_names_in_columns_below_the_choices(content: str, rows: list[tuple[str, str]]) -> None:
    context = gather("d1", text(content))
    found = [(who.name, str(choice)) for who, choice in paired_ballots(context, content)]
    assert found == rows


MARKED = "Eva Ek (S)         X\nBo Alm (M)              X\n"


@pytest.mark.parametrize(
    ("content", "chosen"),
    [
        # the words have lost how far in they stood: every mark has its word
        (f"Ja   Nej  Avstår\n{MARKED}Pia Lo (V)                   X\n", "ja nej avstår"),
        # which two of the three words are meant is not told
        (f"Ja   Nej  Avstår\n{MARKED}", ""),
        (f"                   Ja   Nej  Avstår\n{MARKED}", "ja nej"),
    ],
)
def test_words_of_columns_that_lost_their_place(content: str, chosen: str) -> None:
    found = ballots(gather("d1", text(content)), Span(0, len(content)))
    assert " ".join(choice for _, _, choice in found) == chosen
