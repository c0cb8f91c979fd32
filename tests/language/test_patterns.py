"""Patterns of words with gaps."""

import pytest

from pipeline.language.patterns import Among, Pattern, Patterns, Word, pattern


def _pattern(notation: str) -> Pattern:
    return pattern(notation, lambda words: Among("lower", frozenset(words.split("|"))), ".:")


def _words(text: str) -> list[Word]:
    return [Word(word, word.lower()) for word in text.split()]


@pytest.mark.parametrize(
    ("notation", "text", "found"),
    [
        ("yrkar", "Ek yrkar bifall", ["yrkar"]),
        ("yrkar|yrkade", "Ek Yrkade bifall", ["Yrkade"]),
        ("yrkar bifall", "Ek yrkar helt bifall", []),
        ("yrkar *1 bifall", "Ek yrkar helt bifall", ["yrkar helt bifall"]),
        ("yrkar *1 bifall", "Ek yrkar helt och fullt bifall", []),
        ("yrkar *3 bifall", "Ek yrkar . Han vill ha bifall", []),
        (
            "yrkar *4 att",
            "yrkar att vi ser till att",
            ["yrkar att", "yrkar att vi ser till att"],
        ),
        ("a *1 b *1 c", "a b b c", ["a b b c"]),
        ("yrkar *3 bifall", "Ek yrkar", []),
    ],
)
def test_finds_every_stretch(notation: str, text: str, found: list[str]) -> None:
    words = _words(text)
    stretches = list(_pattern(notation).find(words))
    assert [" ".join(word.text for word in words[a:b]) for a, b in stretches] == found


@pytest.mark.parametrize(
    ("notation", "present", "expected"),
    [
        ("lämnar *5 reservation|yrkande", {"lämnar", "yrkande"}, True),
        ("i *2 stöder", {"i"}, False),
    ],
)
def test_words_it_cannot_do_without(notation: str, present: set[str], expected: bool) -> None:
    assert _pattern(notation).may_match(present) is expected


def test_a_long_gap_tries_each_place_once() -> None:
    tried = []

    def last(word: Word) -> bool:
        tried.append(word)
        return False

    words = _words("anse " + "ord " * 60)
    one = pattern(
        "anse *50 slut", lambda w: last if w == "slut" else Among("lower", frozenset({w})), "."
    )
    assert list(one.find(words)) == []
    assert len(tried) == 51


@pytest.mark.parametrize(
    ("present", "found"),
    [
        ({"yrkar", "bifall"}, ["yrkande", "bifall"]),
        ({"yrkar"}, ["yrkande"]),
        ({"bifall", "till"}, []),
        ({"reservation", "av", "yrkar"}, ["yrkande", "reservation"]),
    ],
)
def test_the_patterns_a_text_may_hold_in_their_order(
    present: set[str], found: list[str]
) -> None:
    notations = {
        "yrkande": "yrkar|yrkade",
        "bifall": "yrkar *2 bifall",
        "reservation": "reservation av|från",
    }
    patterns = Patterns((_pattern(words), name) for name, words in notations.items())
    assert [name for _, name in patterns.that_may_match(present)] == found
