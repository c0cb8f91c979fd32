"""Patterns of words in a row, as acts.toml and demands.toml write them: ``*4`` is a gap of
up to four words. spaCy's Matcher tries every way to fill a gap, twice as many for each word
of it; here the places that a pattern can have come to are a set, so a long gap costs no
more."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from operator import attrgetter
from typing import Generic, NamedTuple, TypeVar

Label = TypeVar("Label")


class Word(NamedTuple):
    """A token as printed, in lower case, and in its dictionary form where that is known."""

    text: str
    lower: str
    lemma: str = ""


Step = Callable[[Word], bool]


@dataclass(frozen=True, slots=True)
class Pattern:
    """What each word in a row must be, or how long a gap may be. No gap goes over a stop.

    ``needed``: for each place that lists its words, those words in lower case or dictionary
    form, to see quickly that a text cannot hold the pattern."""

    steps: tuple[Step | int, ...]
    stops: frozenset[str]
    needed: tuple[frozenset[str], ...]

    def may_match(self, present: Set[str]) -> bool:
        """Whether there is a word for every place of the pattern."""
        return not any(choice.isdisjoint(present) for choice in self.needed)

    def find(self, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Every stretch from the first word to the one after the last."""
        for start in _places(self.steps[0], words):
            yield from ((start, end) for end in sorted(self._ends(words, start)))

    def _ends(self, words: Sequence[Word], start: int) -> set[int]:
        places = {start}
        for step in self.steps:
            if not places:
                break
            if isinstance(step, int):
                places = {end for place in places for end in self._over(words, place, step)}
            else:
                places = {
                    place + 1 for place in places if place < len(words) and step(words[place])
                }
        return places

    def _over(self, words: Sequence[Word], place: int, longest: int) -> Iterator[int]:
        """The places a gap may lead to."""
        yield place
        for end, word in enumerate(words[place : place + longest], place + 1):
            if word.text in self.stops:
                return
            yield end


class Patterns(Generic[Label]):
    """Many patterns, each with what it stands for, found by the rarest of their words."""

    def __init__(self, rows: Iterable[tuple[Pattern, Label]]) -> None:
        self.rows = list(rows)
        self.places: dict[str, list[int]] = {}
        for place, (one, _) in enumerate(self.rows):
            for word in min(one.needed, key=len):
                self.places.setdefault(word, []).append(place)

    def that_may_match(self, present: Set[str]) -> Iterator[tuple[Pattern, Label]]:
        """Those that a text with these words may hold, in their order."""
        places = {
            place for word in present & self.places.keys() for place in self.places[word]
        }
        for place in sorted(places):
            if self.rows[place][0].may_match(present):
                yield self.rows[place]


def pattern(notation: str, step: Callable[[str], Step], stops: str) -> Pattern:
    """A pattern from its notation; ``step`` reads all that is no gap. A step that lists its
    words is an ``Among``."""
    steps = [
        int(word[1:]) if word.startswith("*") else step(word) for word in notation.split()
    ]
    needed = tuple(one.words for one in steps if isinstance(one, Among))
    return Pattern(tuple(steps), frozenset(stops), needed)


@dataclass(frozen=True, slots=True)
class Among:
    """A word that is one of these in a form: "lower" or "lemma"."""

    form: str
    words: frozenset[str]

    def __call__(self, word: Word) -> bool:
        return getattr(word, self.form) in self.words


def _places(first: Step | int, words: Sequence[Word]) -> Sequence[int]:
    """Where a pattern that begins with this may begin."""
    if isinstance(first, int):
        return range(len(words))
    if isinstance(first, Among):  # without a call for each word
        form, among = attrgetter(first.form), first.words
        return [place for place, one in enumerate(map(form, words)) if one in among]
    return [place for place, word in enumerate(words) if first(word)]
