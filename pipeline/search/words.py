"""Words of a text, and the forms under which each can be found."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import tantivy

from pipeline.search.compounds import CACHED, lemma, parts, related

# bostäder   LSS-bostäder, also with the two other signs that are hyphens
_WORD = re.compile(r"\w+(?:[-\u2010\u2011]\w+)*")
_FOLDED = str.maketrans("åäöéèüæø", "aaoeeuao")
LONGEST = 100
"""Letters; what is longer is no word, and left out of the index."""


class Word(NamedTuple):
    """A word of a text, in lower case, with its place in the text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Forms:
    """One word under its dictionary form, its stem, and what it is put together of;
    ``related`` are other words for the same matter."""

    lemma: str
    stem: str | None
    parts: frozenset[str]
    related: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """Every form by which the word is found."""
        return self.parts | {self.lemma}


def words(text: str, *, start: int = 0) -> Iterator[Word]:
    """The words of a text, in order; hyphenated words stay whole."""
    for found in _WORD.finditer(text, start):
        if found.end() - found.start() <= LONGEST:
            yield Word(_lowered(found[0]), found.start(), found.end())


def chosen(text: str, choice: Callable[[str], bool]) -> list[Word]:
    """Those of its words that a test of words in lower case lets through. Each different
    word is tested once."""
    distinct = {word for word in set(_WORD.findall(text)) if len(word) <= LONGEST}
    wanted = {word: plain for word in distinct if choice(plain := _lowered(word))}
    if not wanted:
        return []
    every = ((found, wanted.get(found[0])) for found in _WORD.finditer(text))
    return [Word(plain, found.start(), found.end()) for found, plain in every if plain]


def _lowered(word: str) -> str:
    return word.lower().replace("\u2010", "-").replace("\u2011", "-")


@lru_cache(CACHED)
def forms(word: str) -> Forms:
    """The forms of one word in lower case."""
    found = lemma(word)
    stems = stemmer().analyze(word)
    return Forms(found, stems[0] if len(stems) == 1 else None, parts(found), related(found))


def lemmas_of(found: Iterable[Word]) -> str:
    """The lemmas of words, with spaces between."""
    return " ".join(forms(word.text).lemma for word in found)


def parts_of(found: Iterable[Word]) -> str:
    """The compound parts of words, with spaces between."""
    return " ".join(part for word in found for part in sorted(forms(word.text).parts))


def folded(word: str) -> str:
    """The word without rings, dots and accents, as it is typed on a foreign keyboard."""
    return word.translate(_FOLDED)


@lru_cache(None)
def plain() -> tantivy.TextAnalyzer:
    """Lower-case words, as the field of exact words holds them."""
    return _builder().build()


@lru_cache(None)
def stemmer() -> tantivy.TextAnalyzer:
    """Swedish stems."""
    return _builder().filter(tantivy.Filter.stemmer("swedish")).build()


@lru_cache(None)
def spaced() -> tantivy.TextAnalyzer:
    """What stands between spaces, as it is."""
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()


def _builder() -> tantivy.TextAnalyzerBuilder:
    simple = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    return simple.filter(tantivy.Filter.remove_long(LONGEST)).filter(
        tantivy.Filter.lowercase()
    )
