"""When two matters are about one and the same thing, and which way each goes.

``Directions`` are beginnings of words that tell a direction: ``more``, ``less``, ``free``
(less of a fee), ``fee``, ``unclear``; and the whole words of ``form``, which tell nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import combinations

import numpy as np
import pandas as pd
from rapidfuzz import fuzz, process

LIKE = 75.0
PREFIX, COMMON = 5, 200
REMEMBERED = 100_000
"""Pairs of word lists whose likeness is not worked out twice."""
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_AUTHOR = re.compile(r"\b(?:av|från)\s+.*?\([^()]+\)\s+(?=om\b|angående\b|gällande\b)")

Directions = Mapping[str, Sequence[str]]
Neighbours = Mapping[int, Mapping[int, float]]
"""Which others are about the same thing, and how alike they are (0 to 100)."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What a matter is about: the words of its title, its direction (see ``direction``), if
    that is a fee's, its title without numbers, if it is a motion, its municipality."""

    words: tuple[str, ...]
    way: int | None
    fee: bool
    name: str
    motion: bool
    place: str = ""


def matters(
    rows: pd.DataFrame, asked: pd.DataFrame, directions: Directions
) -> dict[int, Matter]:
    """The matters of ``rows`` (``decision``, ``matter``, ``municipality``, ``title``,
    ``item_type``). The title
    tells the direction; where it has no word of direction, what was decided does."""
    single = rows.sort_values("decision").drop_duplicates("matter")
    points = _points(rows, asked)
    names = ("matter", "title", "item_type", "municipality")
    columns = (single[name] for name in names)
    return {
        int(matter): replace(
            _matter(str(title), kind == "motion", points.get(matter, []), directions),
            place=str(place),
        )
        for matter, title, kind, place in zip(*columns, strict=True)
    }


def neighbours(known: Mapping[int, Matter], *, like: float = LIKE) -> Neighbours:
    """The matters of one municipality with like titles of which it can be told that they go
    the same way or opposite ways."""
    there: defaultdict[str, list[int]] = defaultdict(list)
    for matter, about in known.items():
        there[about.place].append(matter)
    found: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for ids in there.values():
        for one, two, alike in alike_pairs([known[i].words for i in ids], like=like):
            if comparable(known[ids[one]], known[ids[two]]):
                found[ids[one]][ids[two]] = found[ids[two]][ids[one]] = alike
    return found


def comparable(one: Matter, two: Matter) -> bool:
    """Whether directions can be compared: both told, and both of a fee or neither; or, without
    words of direction, the same yearly matter or two motions."""
    if one.way is None or two.way is None:
        return False
    if one.way == two.way == 0:
        return one.name == two.name or (one.motion and two.motion)
    return 0 not in (one.way, two.way) and one.fee == two.fee


def direction(text: str, directions: Directions) -> int | None:
    """Which way a title or a proposal goes: +1 something comes or grows, -1 something goes or
    shrinks, 0 no word of direction, None when the words speak against each other."""
    more, less, free, unclear = (
        _has(text, directions[key]) for key in ("more", "less", "free", "unclear")
    )
    if (more and (less or free)) or (unclear and (more or less or free)):
        return None
    return 1 if more else -1 if less or free else 0


def content(text: str, directions: Directions) -> tuple[str, ...]:
    """The words that tell what a title or a proposal is about, in order: no numbers, no words
    of form or direction, no authors."""
    words = _WORD.findall(_AUTHOR.sub("", text).lower())
    signs = tuple(word.rstrip("$") for key in ("more", "less") for word in directions[key])
    return tuple(
        word for word in words if word not in directions["form"] and not word.startswith(signs)
    )


def likeness(first: Sequence[str], second: Sequence[str]) -> float:
    """How alike two lists of words are, 0 to 100: each word of the shorter list beside its
    best match in the other, weighted by length (after Monge and Elkan 1996)."""
    short, long = sorted((first, second), key=lambda words: (len(words), *words))
    return _likeness(tuple(short), tuple(long))


@lru_cache(REMEMBERED)
def _likeness(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    weights = [len(word) for word in short]
    if not sum(weights):
        return 0.0
    ratios = process.cdist(short, long, scorer=fuzz.ratio, dtype=np.float64)
    return float(ratios.max(axis=1) @ weights) / sum(weights)


def alike_pairs(
    texts: Sequence[tuple[str, ...]], *, like: float = LIKE
) -> Iterator[tuple[int, int, float]]:
    """The pairs of word lists that are alike, by their places, and how alike they are.

    Only lists that share the beginning of a word are compared; a beginning that very many
    share singles nothing out.
    """
    holders: defaultdict[str, set[int]] = defaultdict(set)
    for place, words in enumerate(texts):
        for word in words:
            holders[word[:PREFIX]].add(place)
    shared = (places for places in holders.values() if len(places) <= COMMON)
    pairs = {pair for places in shared for pair in combinations(sorted(places), 2)}
    for one, two in sorted(pairs):
        found = likeness(texts[one], texts[two])
        if found >= like:
            yield one, two, found


def unnumbered(title: str) -> str:
    """A title without its numbers: the same for a matter that comes back every year."""
    return _NUMBER.sub("", title)


def _matter(title: str, motion: bool, points: Sequence[str], directions: Directions) -> Matter:
    told = title if direction(title, directions) != 0 else " ".join([title, *points])
    return Matter(
        words=content(title, directions),
        way=direction(told, directions),
        fee=_has(told, directions["fee"]),
        name=unnumbered(title),
        motion=motion,
    )


def _points(rows: pd.DataFrame, asked: pd.DataFrame) -> dict[int, list[str]]:
    """What was decided in each matter, where the matter was granted."""
    places = rows.drop_duplicates("decision").set_index("decision")["matter"]
    granted = asked[
        (asked["kind"] == "decision") & asked["adopted"].fillna(False).astype(bool)
    ]
    found: defaultdict[int, list[str]] = defaultdict(list)
    for matter, text in zip(granted["decision"].map(places), granted["text"], strict=True):
        if not pd.isna(matter):
            found[int(matter)].append(str(text))
    return found


def _has(text: str, beginnings: Sequence[str]) -> bool:
    return bool(_pattern(tuple(beginnings)).search(text))


@cache
def _pattern(beginnings: tuple[str, ...]) -> re.Pattern[str]:
    # a whole word ends in "$": "mot$" is no beginning of "motion"
    words = "|".join(re.escape(word).replace(r"\$", r"\b") for word in beginnings)
    return re.compile(rf"\b(?:{words})", re.IGNORECASE)
