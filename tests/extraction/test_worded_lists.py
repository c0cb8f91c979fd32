"""Lists of names with the choice itself in a column for each vote."""

import pytest

from pipeline.extraction.appendices import Appendix, listed_votes
from pipeline.extraction.worded_lists import worded_lists
from pipeline.models import Span
from tests.extraction.texts import context

BARS = """| Namn | Parti | § 5 | § 8 motförslag | § 8 huvudomröstning |
| Eva Ek | S | Ja | Avstår | Ja |
| Bo Alm | BYL | Nej | Nej | Frånvarande |
| Summa | | 1 | 0 | 1 |
"""


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (
            BARS,
            {
                "5": [("Eva Ek", "S", "ja"), ("Bo Alm", "BYL", "nej")],
                "8": [("Eva Ek", "S", "avstår"), ("Bo Alm", "BYL", "nej")],
                "8 (2)": [("Eva Ek", "S", "ja"), ("Bo Alm", "BYL", "frånvarande")],
            },
        ),
        # columns of spaces; who was away has no word there
        (
            "Ledamöter       Omröstning § 5     § 8\nEva Ek (S)      JA                 NEJ\n"
            "Bo Alm (M)                         JA\n",
            {
                "5": [("Eva Ek", "S", "ja")],
                "8": [("Eva Ek", "S", "nej"), ("Bo Alm", "M", "ja")],
            },
        ),
        # a word between the columns is of none
        ("| Namn | § 5 | Anm. |\n| Eva Ek (S) | | Ja |\n", {}),
        # matters, and no names above
        ("| Ärende | § 5 | § 8 |\n| Eva Ek (S) | Ja | Nej |\n", {}),
        ("Eva Ek (S)   Ja   Nej\n", {}),
    ],
)
def test_choices_in_columns(
    content: str, found: dict[str, list[tuple[str, str, str]]]
) -> None:
    assert worded_lists(context("Per Ro (V)"), content) == found


def test_an_appendix_of_several_votes_is_the_list_of_none() -> None:
    names = ("Eva Ek", "Bo Alm", "Ulf Li", "Per Ro")
    rows = "".join(f"| {name} | S | Ja | Nej |\n" for name in names)
    content = f"| Namn | Parti | § 5 | § 8 |\n{rows}"
    read = context(f"{content}\nSiv Ryd (S)")
    assert listed_votes(read, Appendix("1", Span(0, len(content)))) == ()
