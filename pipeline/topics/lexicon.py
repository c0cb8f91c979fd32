"""The words that speak for topics: which of them a word, or a phrase, of a text fits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.language.lemmas import lemma
from pipeline.reference import TopicWords, table, topic_words

Weights = Mapping[str, float]
"""Points by topic."""

NOTHING: Weights = {}
PHRASE = 4
AGAINST = -1
MODIFIER = 2
"""At most, for the first part of a compound."""
ENDINGS = ("en", "ens", "et", "ets", "er", "ers", "erna", "ernas", "n", "ns", "s", "t", "ts")
LEVELS = (("strong", 3), ("words", 2), ("weak", 1))
COMPOUND_LENGTH = 5
"""A shorter word is a part of too many that have nothing to do with it."""
SHORTEST_PART = 3


@dataclass(slots=True)
class Lexicon:
    """Words and phrases of all topics, by how they are looked up.

    ``whole`` words, ``first`` and ``last`` parts of compounds; ``phrases`` by their first
    word, longest first; ``openings`` of titles.
    """

    whole: dict[str, dict[str, int]] = field(default_factory=dict)
    first: dict[str, dict[str, int]] = field(default_factory=dict)
    last: dict[str, dict[str, int]] = field(default_factory=dict)
    phrases: dict[str, list[str]] = field(default_factory=dict)
    weights: dict[str, dict[str, int]] = field(default_factory=dict)
    openings: dict[str, dict[str, int]] = field(default_factory=dict)

    def phrase_at(self, content: str, start: int, word: str) -> tuple[str, Weights]:
        """The longest phrase at ``start`` of a text in lower case, where ``word`` stands."""
        for phrase in self.phrases.get(word, ()):
            if content.startswith(phrase, start):
                return phrase, self.weights[phrase]
        return "", NOTHING

    def opening_of(self, title: str) -> Iterator[tuple[str, Weights]]:
        """The phrases at the beginning of a title in lower case."""
        return (row for row in self.openings.items() if title.startswith(row[0]))

    def fits(self, word: str) -> tuple[tuple[str, Weights], ...]:
        """The entries that a word in lower case fits: the longest one, or, when the parts
        around a hyphen are words of their own, the longest of each part."""
        if "-" in word and word not in self.whole and lemma(word) not in self.whole:
            return tuple(fit for part in word.split("-") if part for fit in self._fit(part))
        return self._fit(word)

    def _fit(self, word: str) -> tuple[tuple[str, Weights], ...]:
        base = lemma(word)
        for known in (word, base, *_stems(word)):
            if known in self.whole:
                return ((known, self.whole[known]),) if self.whole[known] else ()
        for length in range(len(word) - 1, SHORTEST_PART - 1, -1):
            # Of parts of one length the last is the head: it says what the thing is.
            last = base[-length:] if length < len(base) else ""
            for part, entries in ((last, self.last), (word[:length], self.first)):
                if part in entries:
                    return ((part, entries[part]),)
        return ()


def _stems(word: str) -> Iterator[str]:
    """A word without an ending, for compounds whose lemma is guessed wrong."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= COMPOUND_LENGTH:
            yield word.removesuffix(ending)


def build(rows: tuple[TopicWords, ...], ignored: tuple[str, ...] = ()) -> Lexicon:
    """A lexicon of the words that the reference data hold; ``ignored`` words fit nothing."""
    lexicon = Lexicon(whole={word: {} for word in ignored})
    for row in rows:
        for level, points in LEVELS:
            for word in getattr(row, level):
                _add_word(lexicon, word, row.topic, points)
        for phrase in row.phrases:
            _add_phrase(lexicon, phrase, row.topic, PHRASE)
        for form in row.against:
            spaced = " " in form or form.startswith("^")
            (_add_phrase if spaced else _add_word)(lexicon, form, row.topic, AGAINST)
    for phrases in lexicon.phrases.values():
        phrases.sort(key=len, reverse=True)
    return lexicon


def _add_word(lexicon: Lexicon, word: str, topic: str, points: int) -> None:
    if word.endswith("-"):
        known = lexicon.first.setdefault(word.rstrip("-"), {})
        known.setdefault(topic, min(points, MODIFIER))
        return
    if word.startswith("-"):
        lexicon.last.setdefault(word.lstrip("-"), {}).setdefault(topic, points)
        return
    lexicon.whole.setdefault(word, {}).setdefault(topic, points)
    if len(word) >= COMPOUND_LENGTH:
        lexicon.last.setdefault(word, {}).setdefault(topic, points)
        lexicon.first.setdefault(word, {}).setdefault(topic, min(points, MODIFIER))


def _add_phrase(lexicon: Lexicon, phrase: str, topic: str, points: int) -> None:
    if phrase.startswith("^"):
        lexicon.openings.setdefault(phrase[1:], {})[topic] = points
        return
    same = lexicon.phrases.setdefault(phrase.split()[0], [])
    if phrase not in same:
        same.append(phrase)
    lexicon.weights.setdefault(phrase, {})[topic] = points


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon of the reference data, built once."""
    return build(topic_words(), tuple(table("topics").get("ignored", ())))


@lru_cache(maxsize=100_000)
def fits(word: str) -> tuple[tuple[str, Weights], ...]:
    """The entries of the lexicon that a word in lower case fits, remembered."""
    return lexicon().fits(word)
