"""The dictionary form of a Swedish word."""

from functools import lru_cache

from simplemma import is_known, lemmatize

CACHED_WORDS = 100_000


@lru_cache(maxsize=CACHED_WORDS)
def lemma(word: str, *, compounds: bool = True) -> str:
    """The lemma of a word in lower case: of a known word the plain one; of an unknown one,
    most often a compound, what greedy stripping of endings gives, if ``compounds`` are asked
    for."""
    greedy = compounds and not is_known(word, lang="sv")
    return str(lemmatize(word, lang="sv", greedy=greedy)).lower()
