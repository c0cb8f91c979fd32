"""Swedish compounds taken apart: ``hyresbostad`` holds ``bostad``.

A part must itself be a word that the lemmatizer's dictionary knows, in the form that words
have inside compounds (``skol-`` for skola, ``bostads-`` for bostad). What the parts are
depends on the word alone, never on what else is in an index, so that an index that grew and
one that was built anew hold the same.
"""

from functools import lru_cache

import simplemma

from pipeline.reference import table

LANGUAGE = "sv"
DEFINITE = ("en", "et", "n", "t")
SHORTEST_FIRST = 3
SHORTEST_LAST = 4
SHORTEST_UNKNOWN = 6
"""The least length of a known last part behind a first part that no dictionary knows."""
CACHED = 200_000


@lru_cache(CACHED)
def lemma(word: str) -> str:
    """The dictionary form of a word in lower case; a hyphenated word by its last part."""
    before, hyphen, last = word.rpartition("-")
    return (
        before + hyphen + (last if _is_noun(last) or _ends_in_noun(last) else _looked_up(last))
    )


def _ends_in_noun(word: str) -> bool:
    """Whether a compound that the dictionary lacks ends in a noun as it is, of the longest
    ending that is a word: konstgräs|plan, which is no form of plana."""
    if _is_known(word):
        return False
    endings = (word[cut:] for cut in range(1, len(word) - SHORTEST_LAST + 1))
    longest = next((ending for ending in endings if _is_known(ending)), "")
    return _is_noun(longest)


def _is_noun(word: str) -> bool:
    # The dictionary has one lemma per form, and takes "plan" for the verb plana. A word whose
    # definite form leads back to it is a noun in its own right.
    definite = (word + ending for ending in DEFINITE)
    return any(_is_known(form) and _looked_up(form) == word for form in definite)


def _looked_up(word: str) -> str:
    if word in (told := table("search")["lemmas"]):
        return str(told[word])
    greedy = not _is_known(word)
    return simplemma.lemmatize(word, LANGUAGE, greedy=greedy).casefold()


def _is_known(word: str) -> bool:
    return simplemma.is_known(word, LANGUAGE)


@lru_cache(CACHED)
def parts(word: str) -> frozenset[str]:
    """The lemmas of the words that ``word``, a lemma, is put together of; none for a simple
    word. Compounds among the parts are listed whole, and by their own parts too."""
    if "-" in word:
        return frozenset().union(*(_with_parts(piece) for piece in word.split("-") if piece))
    if word in _set("whole") or not word.isalpha():
        return frozenset()
    cuts = range(SHORTEST_FIRST, len(word) - 2)
    first_found = next(filter(None, (_parted(word, cut) for cut in cuts)), frozenset())
    # vind|kraftverk is vindkraft|verk too
    return first_found.union(*(_parted_plainly(word, cut) for cut in cuts if first_found))


def _parted(word: str, cut: int) -> frozenset[str]:
    first, last = word[:cut], word[cut:]
    if not _can_be_last(last, behind=first):
        return frozenset()
    before = _first_part(first, last)
    return before | _with_parts(last) if before else before


def _parted_plainly(word: str, cut: int) -> frozenset[str]:
    first, last = word[:cut], word[cut:]
    forms = [form for form in (first, first.removesuffix("s")) if _is_known(form)]
    long_enough = min(len(first), len(last)) >= SHORTEST_LAST
    if not (forms and long_enough and _can_be_last(last, behind=first)):
        return frozenset()
    return frozenset({lemma(forms[0]), lemma(last)})


def _with_parts(piece: str) -> frozenset[str]:
    found = lemma(piece)
    return frozenset({found}) | parts(found)


def _can_be_last(last: str, *, behind: str) -> bool:
    if last in _set("never_last") or not _is_known(last):
        return False
    follows_word = len(behind) > SHORTEST_FIRST or behind in _set("short_first")
    return len(last) >= SHORTEST_LAST or (last in _set("short_last") and follows_word)


def _first_part(first: str, last: str) -> frozenset[str]:
    """The first part and its own parts; empty when the cut is no cut between two words."""
    bare = first.removesuffix("s")
    if first in _set("particles") or bare in _set("particles"):
        return frozenset()
    if len(first) <= SHORTEST_FIRST and first not in _set("short_first"):
        return frozenset()
    for form in (first, bare):
        if len(form) >= SHORTEST_FIRST and _is_known(form):
            return _with_parts(form)
    for form in (first, bare):
        if held := parts(form):
            return held
    if _lost_its_vowel(first):
        return frozenset({first + "a"})
    # A place's name, a word made for the occasion: the last part is still what it is.
    return frozenset({bare}) if len(last) >= SHORTEST_UNKNOWN else frozenset()


def _lost_its_vowel(first: str) -> bool:
    """Whether a first part is a noun without its last letter: läx|hjälp, of läxa, läxor."""
    plural = first + "or"
    return _is_known(plural) and _looked_up(plural) == first + "a"


@lru_cache(CACHED)
def related(word: str) -> frozenset[str]:
    """Words for the same matter as ``word``, a lemma, or as its last part is: those of
    ``funktionsnedsatt`` are ``funktionsnedsättning``."""
    return frozenset(
        word.removesuffix(one) + other
        for group in table("search")["related"]
        for one in group
        if word.endswith(one) and len(word) - len(one) not in (1, 2)
        for other in group
        if other != one
    )


@lru_cache(None)
def _set(name: str) -> frozenset[str]:
    return frozenset(table("search")[name])
