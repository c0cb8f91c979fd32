"""The stretch of a text that shows best why it was found, in pieces."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from pipeline.search.matching import wanted_words
from pipeline.search.syntax import Clause, Phrase
from pipeline.search.words import Word, forms, words

LENGTH = 240
"""Characters of a snippet, at most; the rest of its last word comes on top."""


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
    exact: frozenset[str] = field(default=frozenset())


def sought(clauses: Sequence[Clause]) -> Sought:
    """What the words that were asked for make a hit."""
    wanted = wanted_words(clauses)
    terms = [one for one in wanted if not isinstance(one, Phrase)]
    whole = [one.word for one in terms if not one.prefix]
    phrased = {word for one in wanted if isinstance(one, Phrase) for word in one.words}
    return Sought(
        forms=frozenset({forms(word).lemma for word in whole} | set(whole)),
        stems=frozenset(stem for word in whole if (stem := forms(word).stem)),
        prefixes=tuple(one.word for one in terms if one.prefix),
        exact=frozenset(phrased),
    )


def snippet(text: str, wanted: Sought, *, length: int = LENGTH) -> tuple[Piece, ...]:
    """The stretch with the most hits, cut between words, with a sign where text is left
    out."""
    found = list(words(text))
    hits = [word for word in found if _is_hit(word, wanted)]
    start, end = _window(text, found, hits, length=length)
    inside = [hit for hit in hits if start <= hit.start and hit.end <= end]
    pieces = _pieces(text, inside, start=start, end=end)
    before = (Piece("… "),) if start else ()
    after = (Piece(" …"),) if end < len(text.rstrip()) else ()
    return (*before, *pieces, *after)


def _is_hit(word: Word, wanted: Sought) -> bool:
    if word.text in wanted.exact or word.text.startswith(wanted.prefixes):
        return True
    known = forms(word.text)
    return bool(
        word.text in wanted.forms or known.all & wanted.forms or known.stem in wanted.stems
    )


def _window(
    text: str, found: Sequence[Word], hits: Collection[Word], *, length: int
) -> tuple[int, int]:
    if len(text) <= length:
        return 0, len(text.rstrip())
    middle = _densest(hits, length)
    after = max(0, min(middle - length // 2, len(text) - length))
    start = min((word.start for word in found if word.start >= after), default=after)
    before = [word.end for word in found if start < word.end <= start + length]
    return (0 if after == 0 else start), max(before, default=min(start + length, len(text)))


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
