"""A mention of somebody in a text."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named in a text: a person (``name``), a party group, or the chair or
    vice chair by ``role``.

    ``start`` and ``end`` are character offsets. ``parties`` are canonical letters; empty when
    the text does not say. ``others`` is True for "m.fl.".
    """

    start: int
    end: int
    name: str | None
    parties: tuple[str, ...]
    others: bool = False
    role: str | None = None


def merge(*groups: Iterable[Mention]) -> list[Mention]:
    """Mentions of several kinds; an earlier group wins where two overlap."""
    kept: list[Mention] = []
    for group in groups:
        for one in group:
            place = bisect_left(kept, one.start, key=lambda other: other.end - 1)
            if place == len(kept) or kept[place].start >= one.end:
                kept.insert(place, one)
    return kept


def word_before(text: str, place: int) -> int:
    """Where the word begins that stands before a place, with the space between: what ends at
    the place is sought from there, and not from where the text begins."""
    end = place
    while end and text[end - 1].isspace():
        end -= 1
    return max(text.rfind(" ", 0, end), text.rfind("\n", 0, end)) + 1
