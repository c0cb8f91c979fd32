"""Tables of ballots that have lost their line ends."""

import pytest

from pipeline.extraction.ballot_rows import row_ballots
from pipeline.extraction.context import gather
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
