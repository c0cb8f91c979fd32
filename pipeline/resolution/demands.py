"""The same demand again: in the committee, the board and the council, and year after year.

Demands of one municipality are one where a party is behind both, they are of the same kind
with the same yes or no and the same figures, and their words are alike in any order.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations

from rapidfuzz.fuzz import token_sort_ratio

from pipeline.language.names import fold
from pipeline.resolution.components import components

LIKE_WORDS = 85
"""How alike the sorted words of two demands are, in percent, to be one."""
_FEWEST_WORDS = 4
_RAREST = 3
_LARGEST_BLOCK = 200
_WORD = re.compile(r"\w+")
_LEAD = re.compile(r"^\W*(?:att\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DemandKey:
    """What a demand can be known again by."""

    demand_id: str
    parties: tuple[str, ...]
    kind: str
    negated: bool
    quote: str
    date: str | None = None


def group_demands(keys: Sequence[DemandKey], municipality: str | None) -> dict[str, str]:
    """The group id of every demand id, for demands of one municipality.

    A group's id is made from its first demand, so that it stays when later ones are added.
    Demands that are compared share one of their three rarest words.
    """
    words = [_words(key.quote) for key in keys]
    labels = components(len(keys), _links(keys, words))
    groups: dict[int, list[DemandKey]] = defaultdict(list)
    for label, key in zip(labels, keys, strict=True):
        groups[label].append(key)
    return {
        key.demand_id: group_id
        for group in groups.values()
        for group_id in [_group_id(group, municipality)]
        for key in group
    }


def _words(quote: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(_LEAD.sub("", quote))))


def _links(
    keys: Sequence[DemandKey], words: Sequence[tuple[str, ...]]
) -> Iterator[tuple[int, int]]:
    for block in _blocks(keys, words).values():
        # A block of boilerplate would cost a square: its members are compared in a row.
        pairs = combinations(block, 2) if len(block) <= _LARGEST_BLOCK else _chain(block)
        for one, other in pairs:
            shared = set(keys[one].parties) & set(keys[other].parties)
            if shared and _alike(words[one], words[other]):
                yield one, other


def _chain(block: list[int]) -> Iterator[tuple[int, int]]:
    return zip(block, block[1:], strict=False)


def _blocks(
    keys: Sequence[DemandKey], words: Sequence[tuple[str, ...]]
) -> dict[tuple[str, bool, str, str], list[int]]:
    """Places of demands that share a rare word, by kind, negation and figures."""
    times = Counter(word for one in words for word in set(one))
    blocks: dict[tuple[str, bool, str, str], list[int]] = defaultdict(list)
    for place, (key, one) in enumerate(zip(keys, words, strict=True)):
        figures = " ".join(sorted(word for word in one if word.isdigit()))
        rarest = sorted(
            {w for w in one if not w.isdigit()}, key=lambda w: (times[w] == 1, times[w], w)
        )
        for word in rarest[:_RAREST] if len(one) >= _FEWEST_WORDS else ():
            blocks[key.kind, key.negated, figures, word].append(place)
    return blocks


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one == other or token_sort_ratio(" ".join(one), " ".join(other)) >= LIKE_WORDS


def _group_id(group: Sequence[DemandKey], municipality: str | None) -> str:
    first = min(group, key=lambda key: (key.date or "9999", key.demand_id))
    return sha256(f"{municipality}|{first.demand_id}".encode()).hexdigest()[:16]
