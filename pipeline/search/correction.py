"""Words that no entry has, and the word of the index that was probably meant."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from pipeline.search.index import SearchIndex
from pipeline.search.matching import is_known
from pipeline.search.syntax import Clause, Term
from pipeline.search.words import folded, forms

SHORTEST = 5
"""Letters; shorter words have too many neighbours."""
LONG = 8
"""From this many letters two slips are forgiven, otherwise one."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A word as it was typed, and the one that was searched for instead."""

    typed: str
    used: str


def corrected(
    index: SearchIndex, clauses: Sequence[Clause]
) -> tuple[tuple[Clause, ...], tuple[Correction, ...]]:
    """The clauses with each unknown word replaced by the nearest known, and what was
    replaced."""
    meant = tuple(_corrected(index, clause) for clause in clauses)
    changes = tuple(
        Correction(typed.word, used.word)
        for typed, used in zip(clauses, meant, strict=True)
        if isinstance(typed, Term) and isinstance(used, Term) and typed != used
    )
    return meant, changes


def _corrected(index: SearchIndex, clause: Clause) -> Clause:
    if not isinstance(clause, Term) or clause.prefix or clause.negated:
        return clause
    if len(clause.word) < SHORTEST or is_known(index, clause.word):
        return clause
    nearest = _nearest(index, clause.word)
    return replace(clause, word=nearest) if nearest else clause


def _nearest(index: SearchIndex, word: str) -> str | None:
    """The word of the fewest slips, and of those the most common. Missing dots and rings are
    less than a slip, and are looked at first."""
    most = 2 if len(word) >= LONG else 1
    known = index.vocabulary
    # As typed, and in its dictionary form: "aldreomsorgens" is no form that a dictionary has.
    for asked in dict.fromkeys((folded(word), folded(forms(word).lemma))):
        near = process.extract(
            asked, index.folded_words, scorer=OSA.distance, score_cutoff=most, limit=50
        )
        found = [(distance, -known[whole], whole) for _, distance, whole in near]
        if found:
            return min(found)[2]
    return None
