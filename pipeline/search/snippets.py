"""The stretch of a text that shows best why it was found, in pieces."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from pipeline.search.matching import wanted_words
from pipeline.search.syntax import Clause, Phrase
from pipeline.search.words import Word, chosen, forms, words

LENGTH = 240
"""Characters of a snippet, at most; the rest of its last word comes on top."""
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of a text; ``is_hit`` when it is a word that was searched for."""

    text: str
    is_hit: bool = False


@dataclass(frozen=True, slots=True)
class Sought:
    """What makes a word of a text a hit."""

    forms: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    exact: frozenset[str] = frozenset()


def hit_test(clauses: Sequence[Clause]) -> Callable[[str], bool]:
    """Whether a word, in lower case, is a hit for the words asked for."""
    wanted = _sought(clauses)

    @cache  # a page repeats its words, and each takes some looking up
    def is_hit(word: str) -> bool:
        known = forms(word)
        return (
            word in wanted.exact
            or word.startswith(wanted.prefixes)
            or word in wanted.forms
            or not known.all.isdisjoint(wanted.forms)
            or known.stem in wanted.stems
        )

    return is_hit


def _sought(clauses: Sequence[Clause]) -> Sought:
    wanted = wanted_words(clauses)
    terms = [one for one in wanted if not isinstance(one, Phrase)]
    whole = [one.word for one in terms if not one.prefix]
    phrased = {word for one in wanted if isinstance(one, Phrase) for word in one.words}
    return Sought(
        forms=frozenset(whole).union(
            *({forms(word).lemma, *forms(word).related} for word in whole)
        ),
        stems=frozenset(stem for word in whole if (stem := forms(word).stem)),
        prefixes=tuple(one.word for one in terms if one.prefix),
        exact=frozenset(phrased),
    )


def snippet(
    text: str, is_hit: Callable[[str], bool], *, length: int = LENGTH
) -> tuple[Piece, ...]:
    """The stretch with the most hits, cut between words, with a sign where text is left
    out."""
    hits = chosen(text, is_hit)
    start, end = _window(text, hits, length=length)
    inside = [hit for hit in hits if start <= hit.start and hit.end <= end]
    pieces = _pieces(text, inside, start=start, end=end)
    before = (Piece("… "),) if start else ()
    after = (Piece(" …"),) if end < len(text.rstrip()) else ()
    return (*before, *pieces, *after)


def _window(text: str, hits: Sequence[Word], *, length: int) -> tuple[int, int]:
    if len(text) <= length:
        return 0, len(text.rstrip())
    middle = _densest(hits, length)
    after = max(0, min(middle - length // 2, len(text) - length))
    # The search for a beginning of a word must not begin inside one.
    before = _SPACE.search(text, after) if after else None
    start = min(before.end() if before else after, middle)
    inside = takewhile(lambda word: word.end <= start + length, words(text, start=start))
    ends = [word.end for word in inside]
    return start, ends[-1] if ends else min(start + length, len(text))


def _densest(hits: Collection[Word], length: int) -> int:
    """The middle of the stretch of so many characters that holds the most different hits."""

    def inside(first: Word) -> list[Word]:
        return [hit for hit in hits if first.start <= hit.start <= first.start + length]

    if not hits:
        return 0
    best = max((inside(first) for first in hits), key=lambda held: len({w.text for w in held}))
    return (best[0].start + best[-1].end) // 2


def _pieces(text: str, hits: Sequence[Word], *, start: int, end: int) -> tuple[Piece, ...]:
    pieces, place = [], start
    for hit in hits:
        pieces += [Piece(text[place : hit.start]), Piece(text[hit.start : hit.end], True)]
        place = hit.end
    pieces.append(Piece(text[place:end]))
    return tuple(piece for piece in pieces if piece.text)
