"""What stands after the minutes: printed reservations, and lists of who voted how."""

import pytest

from pipeline.extraction.appendices import (
    appendices,
    listed_votes,
    minutes_end,
    printed_text,
)
from tests.extraction.texts import BOARD, context, text

MINUTES = "§ 1 Ny brygga\n\nBeslut\nKöpa.\n\n"
WORDS = "Vi vill inte ha fler bryggor i hamnen nu, det räcker gott."


@pytest.mark.parametrize(
    ("after", "names"),
    [
        ("Bilaga 1\n\nEtt\n\nBilaga 2\n\nTvå", ["1", "2"]),
        ("Protokollsbilaga A\n\nEtt", ["A"]),
        ("Bilaga nr 3\n\nTre", ["3"]),
        # a line of text that begins with the word
        ("Bilaga 3 till protokollet är bra.", []),
        ("Bilaga 2 framgår nedan", []),
        ("Bilagor finns.", []),
        ("", []),
    ],
)
def test_appendices(after: str, names: list[str]) -> None:
    found = appendices(text(MINUTES + after), 0)
    assert [one.name for one in found] == names


def test_appendices_follow_each_other() -> None:
    content = MINUTES + "Bilaga 1\n\nEtt\n\nBilaga 2\n\nTvå"
    first, second = appendices(text(content), 0)
    assert first.span.end == second.span.start
    assert second.span.of(content).endswith("Två")


@pytest.mark.parametrize(
    ("after", "pages", "ends"),
    [
        # a paragraph of its own, or the top of a page
        ("Bilaga 1\n\nEtt", (), True),
        # a line inside a paragraph
        ("Se här\nBilaga 1\nEtt", (), False),
        ("Se här\nBilaga 1\nEtt", (0, len(MINUTES) + 7), True),
    ],
)
def test_where_the_minutes_end(after: str, pages: tuple[int, ...], ends: bool) -> None:
    """Mistake 13: the last matter swallows the appendices."""
    content = MINUTES + after
    place = content.index("Bilaga 1") if ends else len(content)
    assert minutes_end(text(content, pages=pages), 0) == place


VOTES = [
    ("Berit Sjöholm", "S", "ja"),
    ("Göran Ek", "M", "nej"),
    ("Ulla Rask", "V", "ja"),
    ("Siv Ryd", "L", "avstår"),
    ("Tore Gran", "SD", "frånvarande"),
]


@pytest.mark.parametrize(
    "printed",
    [
        # columns, surname first
        "Sjöholm, Berit  S  Ja\nEk, Göran  M  Nej\nRask, Ulla  V  Ja\nRyd, Siv  L  Avstår\n"
        "Gran, Tore  SD  Frånvarande",
        # no columns
        "Berit Sjöholm (S) Ja\nGöran Ek (M) Nej\nUlla Rask (V): Ja\nSiv Ryd, L, Avstår\n"
        "Tore Gran SD Frånvarande",
        "Berit Sjöholm (S)  Ja\nGöran Ek (M)  Nej\nUlla Rask (V)  Ja\nSiv Ryd (L)  Avstår\n"
        "Tore Gran (SD)  Frånvarande",
        # a cell on each line
        "Berit Sjöholm\nS\nJa\nGöran Ek\nM\nNej\nUlla Rask\nV\nJa\nSiv Ryd\nL\nAvstår\n"
        "Tore Gran\nSD\nFrånvarande",
        # a table
        "| Berit Sjöholm | S | Ja |\n| Göran Ek | M | Nej |\n| Ulla Rask | V | Ja |\n"
        "| Siv Ryd | L | Avstår |\n| Tore Gran | SD | Frånvarande |",
    ],
)
def test_listed_votes(printed: str) -> None:
    content = f"{MINUTES}Bilaga 2\n\n{printed}\n"
    (appendix,) = appendices(text(content), 0)
    assert list(listed_votes(context(content, *BOARD), appendix)) == VOTES


@pytest.mark.parametrize(
    "printed",
    [
        WORDS,
        "Sjöholm, Berit  S  Ja\nEk, Göran  M  Nej",  # too few for a list
    ],
)
def test_no_listed_votes(printed: str) -> None:
    content = f"{MINUTES}Bilaga 2\n\n{printed}\n"
    (appendix,) = appendices(text(content), 0)
    assert listed_votes(context(content, *BOARD), appendix) == ()


def test_printed_text_is_without_heading_and_signature() -> None:
    content = f"{MINUTES}Bilaga 1\n\nReservation\n\n{WORDS}\n\nSiv Ryd (L)\n"
    (appendix,) = appendices(text(content), 0)
    assert printed_text(content, appendix).of(content) == WORDS


@pytest.mark.xfail(strict=True, reason="the heading is glued to the first name")
def test_listed_votes_below_a_heading_with_words() -> None:
    content = (
        f"{MINUTES}Bilaga A Voteringslista\n\nSjöholm, Berit  S  Ja\nEk, Göran  M  Nej\n"
        "Rask, Ulla  V  Ja\nRyd, Siv  L  Avstår\nGran, Tore  SD  Frånvarande\n"
    )
    (appendix,) = appendices(text(content), 0)
    assert list(listed_votes(context(content, *BOARD), appendix)) == VOTES
