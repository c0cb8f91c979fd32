"""People beside the whole name of a national party."""

import pytest

from pipeline.extraction.whole_names import (
    letters_of,
    locally_named,
    wholly_named,
    with_whole_names,
)
from tests.builders import attendance


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("Siv Ryd (Liberalerna) yrkar", [("Siv Ryd", "L")]),
        (
            "Närvarande\n- Siv Ryd, Liberalerna\n2. Bo Ek, Moderaterna, ordförande",
            [("Siv Ryd", "L"), ("Bo Ek", "M")],
        ),
        # the line goes on with other parties, or is running text
        ("Siv Ryd, Liberalerna, Moderaterna och Centerpartiet", []),
        ("Siv Ryd, Liberalerna och Moderaterna", []),
        ("Ett förslag av Siv Ryd, Liberalerna", []),
        # no name but another party
        ("Yttrande Vänsterpartiet, Miljöpartiet", []),
        ("Från Miljöpartiet de Gröna, Vänsterpartiet", []),
        ("Miljöpartiet de gröna, Vänsterpartiet", []),
        # a local party, whose letters nobody tells
        ("Siv Ryd (Åpartiet)\nBo Ek, Byalistan", []),
    ],
)
def test_who_stands_beside_a_party(content: str, named: list[tuple[str, str]]) -> None:
    assert list(wholly_named(content)) == named


@pytest.mark.parametrize(
    ("content", "party", "then"),
    [
        ("Siv Ryd, Liberalerna", None, "L"),
        ("Siv Ryd (Liberalerna)", "C", "C"),
        # beside two parties
        ("Siv Ryd (Liberalerna)\nSiv Ryd (Moderaterna)", None, None),
        ("Bo Ek (Liberalerna)", None, None),
    ],
)
def test_who_was_there(content: str, party: str | None, then: str | None) -> None:
    (row,) = with_whole_names(content, [attendance(name="Siv Ryd", party=party)])
    assert row.party == then


LISTED = "Siv Ryd, Liberalerna\nBo Ek, Moderaterna\n"


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (
            LISTED + "Ola Fält, Framtid Ås\nUno By, Framtid Ås, för Per Ro\n",
            {"ola fält": "Framtid Ås", "uno by": "Framtid Ås"},
        ),
        # one alone, who could be anybody; officials; where no national party stands so
        (LISTED + "Ola Fält, Framtid Ås\n", {}),
        (LISTED + "Ola Fält, Kommunchef\nUno By, Kommunchef\n", {}),
        ("Ola Fält, Framtid Ås\nUno By, Framtid Ås\n", {}),
    ],
)
def test_local_parties_beside_people(content: str, named: dict[str, str]) -> None:
    assert locally_named(content) == named


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Moderaterna", "M"),
        ("miljöpartiet de gröna", "MP"),
        ("Åpartiet", "Åpartiet"),
        ("V", "V"),
    ],
)
def test_letters_of(name: str, letters: str) -> None:
    assert letters_of(name) == letters
