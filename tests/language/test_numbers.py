"""Counts in figures and words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language.numbers import NUMBER, WORDS, number


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("0", 0),
        ("7", 7),
        (" 101 ", 101),
        ("noll", 0),
        ("ingen", 0),
        ("inga", 0),
        ("en", 1),
        ("ett", 1),
        ("Sju", 7),
        ("tolv", 12),
        ("TJUGO", 20),
        # neither a word nor a figure that is known
        ("många", None),
        ("1,5", None),
        ("-3", None),
        ("", None),
        (None, None),
    ],
)
def test_number(text: str | None, count: int | None) -> None:
    assert number(text) == count


@given(st.integers(0, 999))
def test_number_of_figures(count: int) -> None:
    assert number(str(count)) == count


@pytest.mark.parametrize("word", sorted(WORDS))
def test_pattern_finds_every_word_whole(word: str) -> None:
    assert re.search(rf"\b{NUMBER}\b", f"med {word} röster")[0] == word


@pytest.mark.parametrize("sign", ["²", "①"])
def test_number_of_a_raised_figure_is_none(sign: str) -> None:
    assert number(sign) is None
