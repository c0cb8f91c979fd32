"""Which words of a lexicon a word fits, by rules only: the lexicon here is a small one."""

import pytest

from pipeline.reference import TopicWords
from pipeline.topics.lexicon import Lexicon, build

ROWS = (
    TopicWords(
        "skola", strong=("grundskola", "skola"), words=("skol-",), against=("simskola",)
    ),
    TopicWords("bad", strong=("simskola", "badhus"), weak=("-hall",), phrases=("öppet bad",)),
    TopicWords("omsorg", strong=("lss", "hemtjänst"), phrases=("öppet bad för äldre",)),
    TopicWords("hem", words=("bostad",), phrases=("^flytt",)),
    TopicWords("avgifter", words=("taxa",)),
)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return build(ROWS, ("ska",))


@pytest.mark.parametrize(
    ("word", "fits"),
    [
        # inflected, and as the last part of a compound
        ("hemtjänsten", [("hemtjänst", {"omsorg": 3})]),
        ("kvällshemtjänsten", [("hemtjänst", {"omsorg": 3})]),
        ("badhuset", [("badhus", {"bad": 3})]),
        ("badhusets", [("badhus", {"bad": 3})]),
        # as a first part it says less
        ("hemtjänstavgift", [("hemtjänst", {"omsorg": 2})]),
        ("skolmaten", [("skol", {"skola": 2})]),
        # the longest entry is taken, over all topics
        ("byskolan", [("skola", {"skola": 3})]),
        ("simskolan", [("simskola", {"bad": 3, "skola": -1})]),
        # only a last part
        ("ishallar", [("hall", {"bad": 1})]),
        ("hallen", []),
        # words around a hyphen count each
        ("lss-bostäder", [("lss", {"omsorg": 3}), ("bostad", {"hem": 2})]),
        ("gång-", []),
        # a short word is a part of too many
        ("taxameter", []),
        ("taxorna", [("taxa", {"avgifter": 2})]),
        # a form of "skola" that is another word
        ("ska", []),
    ],
)
def test_fits(lexicon: Lexicon, word: str, fits: list[tuple[str, dict[str, int]]]) -> None:
    assert [(entry, dict(points)) for entry, points in lexicon.fits(word)] == fits


@pytest.mark.parametrize(
    ("content", "start", "phrase"),
    [
        ("öppet bad på lördagar", 0, "öppet bad"),
        ("ett öppet bad för äldre", 4, "öppet bad för äldre"),
        # as it begins: endings may follow
        ("öppet badhus", 0, "öppet bad"),
        ("öppet möte", 0, ""),
    ],
)
def test_phrases(lexicon: Lexicon, content: str, start: int, phrase: str) -> None:
    assert lexicon.phrase_at(content, start, "öppet")[0] == phrase


@pytest.mark.parametrize(("title", "count"), [("flytt av kiosken", 1), ("om flytt", 0)])
def test_openings_stand_first(lexicon: Lexicon, title: str, count: int) -> None:
    assert len(list(lexicon.opening_of(title))) == count
