"""Lists of names with a mark below Ja, Nej or Avstår."""

import pytest

from pipeline.extraction.marked_lists import marked_lists
from tests.extraction.texts import context

COLUMNS = """Namn              Parti   Ja    Nej   Avstår
Eva Ek            S       X
Bo Alm            M             X
Ulf Li (ordf)     C                   X
Per Ro            V       X     X
Summa                     1     1     1
"""
SEVERAL = """Ledamöter        Närv.   § 5            § 8
Ja Nej Avst   Ja Nej Avst
Eva Ek (S)       X       X                  X
Bo Alm (M)       X          X          X
"""


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (
            COLUMNS,
            {
                "": [
                    ("Eva Ek", "S", "ja"),
                    ("Bo Alm", "M", "nej"),
                    ("Ulf Li", "C", "avstår"),
                ]
            },
        ),
        (
            SEVERAL,
            {
                "5": [("Eva Ek", "S", "ja"), ("Bo Alm", "M", "nej")],
                "8": [("Eva Ek", "S", "nej"), ("Bo Alm", "M", "ja")],
            },
        ),
        # the paragraphs have lost how far in they stood
        (
            "§ 5                § 8\nLedamot      Parti    Ja   Nej     Ja   Nej\n"
            "Eva Ek       S        X                 X\nBo Alm       M             X    X\n",
            {
                "5": [("Eva Ek", "S", "ja"), ("Bo Alm", "M", "nej")],
                "8": [("Eva Ek", "S", "nej"), ("Bo Alm", "M", "ja")],
            },
        ),
        # each choice with its paragraph, in cells of any width
        (
            "| Ledamot | Parti | § 5 Ja | § 5 Nej | § 8 Ja | § 8 Nej |\n"
            "| Eva Ek | S | X | | | X |\n| Bo Alm | M | | X | X | |\n",
            {
                "5": [("Eva Ek", "S", "ja"), ("Bo Alm", "M", "nej")],
                "8": [("Eva Ek", "S", "nej"), ("Bo Alm", "M", "ja")],
            },
        ),
        # columns cut short with a stop
        (
            "§ 5             § 8\n"
            "Nr  Namn     Parti   Närv.   Ja  Nej  Avst    Ja  Nej  Avst\n"
            "1   Eva Ek   S       X       X                    X\n"
            "2   Bo Alm   M       X           X           X\n",
            {
                "5": [("Eva Ek", "S", "ja"), ("Bo Alm", "M", "nej")],
                "8": [("Eva Ek", "S", "nej"), ("Bo Alm", "M", "ja")],
            },
        ),
        # bars only between the cells, with a mark for who was there
        (
            "Ledamot | Parti | Närv | Ja | Nej | Avstår\nEva Ek | S | X | X | |\n"
            "Bo Alm | M | X | | X |\nUlf Li | C | X | | | X\nPer Ro | V | X | | |\n",
            {
                "": [
                    ("Eva Ek", "S", "ja"),
                    ("Bo Alm", "M", "nej"),
                    ("Ulf Li", "C", "avstår"),
                ]
            },
        ),
        # letters that stand nowhere else, in the column for parties
        (
            "Ledamot    Parti     Ja   Nej\nEva Ek     BYL       X\nBo Alm     –            "
            "  X\n",
            {"": [("Eva Ek", "BYL", "ja"), ("Bo Alm", None, "nej")]},
        ),
        # the words begin where the cell of their paragraph does
        (
            "Ledamöter      Ersättare      Omröstning § 7\nJa    Nej\n"
            "Eva Ek (S)                    X\nBo Alm (M)                          X\n",
            {"7": [("Eva Ek", "S", "ja"), ("Bo Alm", "M", "nej")]},
        ),
        # who sat in a member's place; a list that goes on over the page, and a second one
        (
            "Lista nr. 1\n§ 7. Ny brygga\nLedamöter    Parti   Ersättare   Ja   Nej\n"
            "Eva Ek       (S)                 X\nBo Alm       (M)     Kim Ö       X\n"
            "Transport:                       2    0\n"
            "Lista nr. 1\n§ 7. Ny brygga\nLedamöter    Parti   Ersättare   Ja   Nej\n"
            "Ulf Li       (-)                      X\nSumma:                          "
            " 2    1\n"
            "Lista nr. 2\n§ 7. Ny brygga\nLedamöter    Parti   Ersättare   Ja   Nej\n"
            "Eva Ek       (S)                      X\n",
            {
                "7": [("Eva Ek", "S", "ja"), ("Kim Ö", "M", "ja"), ("Ulf Li", None, "nej")],
                "7 (2)": [("Eva Ek", "S", "nej")],
            },
        ),
        # a mark right of its word, nearer to that word's end than to the next word
        (
            "Ledamöter     Parti     Ja    Nej\nEva Ek        (S)          X\n"
            "Bo Alm        (M)             X\n",
            {"": [("Eva Ek", "S", "ja"), ("Bo Alm", "M", "nej")]},
        ),
        ("Ja 5, nej 4.\nEva Ek (S)  X\n", {}),
        ("Eva Ek (S)   X\n", {}),
    ],
)
def test_marks_below_choices(
    content: str, found: dict[str, list[tuple[str, str, str]]]
) -> None:
    assert marked_lists(context("Per Ro (V)"), content) == found
