"""When two matters are about one and the same thing, and which way each goes.

``Directions`` are beginnings of words that tell a direction: ``more``, ``less``, ``free``
(less of a fee), ``fee``, ``unclear``; and the whole words of ``form``, which tell nothing.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.likeness import Alike, Marks, alike_among
from analytics.matters import Codes, codes_of, first_of

LIKE = 75.0
SIGNS = ("more", "less", "free", "unclear", "fee")
FEE = 1 << SIGNS.index("fee")
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_AUTHOR = re.compile(r"\b(?:av|från)\s+.*?\([^()]+\)\s+(?=om\b|angående\b|gällande\b)")

Directions = Mapping[str, Sequence[str]]


class Abouts(NamedTuple):
    """What matters are about, each different thing once: the words of the title (a place in
    ``lists``), its direction (see ``direction``; NaN for None), if that is a fee's, its title
    without numbers and its municipality (numbers), if it is a motion."""

    lists: Sequence[tuple[str, ...]]
    words: Codes
    way: npt.NDArray[np.float64]
    fee: Marks
    name: Codes
    motion: Marks
    place: Codes


class Issues(NamedTuple):
    """Which matters are about one issue: by ``matter`` the kind that it is of, for each kind
    its direction (+1 or -1; +1 where it has none), and the kinds that can be compared."""

    kinds: pd.Series
    ways: Codes
    near: Alike


def issues(
    rows: pd.DataFrame, asked: pd.DataFrame, directions: Directions, *, like: float = LIKE
) -> Issues:
    """The issues of the matters of ``rows``; ``asked`` has what was decided and proposed in
    words: ``decision``, ``kind`` ("decision" or "proposal"), ``parties`` (lists),
    ``adopted``, ``text``."""
    kinds, known = matters(rows, asked, directions)
    ways = np.where(np.abs(known.way) == 1, known.way, 1).astype(np.int64)
    counts = np.bincount(kinds, minlength=len(ways))
    return Issues(kinds, ways, neighbours(known, counts, like=like))


def matters(
    rows: pd.DataFrame, asked: pd.DataFrame, directions: Directions
) -> tuple[pd.Series, Abouts]:
    """What the matters of ``rows`` (``decision``, ``matter``, ``municipality``, ``title``,
    ``item_type``) are about: by ``matter``, the place among what is different.

    The title tells the direction; where it has no word of direction, what was decided does.
    """
    decisions = _decisions(rows)
    single = decisions.drop_duplicates("matter")
    title, every = pd.factorize(single["title"].astype(object).fillna(""))
    titles = [str(one) for one in every]
    word, lists = _distinct([content(one, directions) for one in titles])
    name, _ = _distinct([unnumbered(one) for one in titles])
    told = np.array([signs(one, directions) for one in titles], dtype=np.int64)[title]
    silent = WAYS[told] == 0
    told[silent] |= _points(decisions, asked, directions).reindex(
        single["matter"].to_numpy()[silent], fill_value=0
    )
    place, _ = pd.factorize(single["municipality"])
    table = pd.DataFrame({"words": word[title], "way": WAYS[told], "fee": told & FEE > 0})
    table = table.assign(name=name[title], place=place)
    table = table.assign(motion=np.asarray(single["item_type"] == "motion", dtype=bool))
    kinds = codes_of(table, list(table.columns))
    each = table.take(first_of(kinds))
    columns = {column: each[column].to_numpy() for column in table.columns}
    return pd.Series(kinds, index=single["matter"].to_numpy()), Abouts(lists, **columns)


def neighbours(known: Abouts, counts: Codes, *, like: float = LIKE) -> Alike:
    """The pairs of places among what matters are about that have like titles in one
    municipality, and of which it can be told that they go the same way or opposite ways; each
    beside itself too where several matters are about it (``counts``)."""
    return alike_among(
        known.lists,
        known.words,
        like=like,
        counts=counts,
        within=known.place,
        asked=partial(comparable, known),
    )


def comparable(known: Abouts, one: Codes, two: Codes) -> Marks:
    """Whether the directions of those at ``one`` and ``two`` can be compared: both told, and
    both of a fee or neither; or, without words of direction, the same yearly matter or two
    motions."""
    first, second = known.way[one], known.way[two]
    same_name = known.name[one] == known.name[two]
    yearly = same_name | (known.motion[one] & known.motion[two])
    silent = (first == 0) & (second == 0)
    told = np.abs(first * second) == 1  # not where one is NaN
    can: Marks = (silent & yearly) | (told & (known.fee[one] == known.fee[two]))
    return can


def direction(text: str, directions: Directions) -> int | None:
    """Which way a title or a proposal goes: +1 something comes or grows, -1 something goes or
    shrinks, 0 no word of direction, None when the words speak against each other."""
    way = WAYS[signs(text, directions)]
    return None if np.isnan(way) else int(way)


def signs(text: str, directions: Directions) -> int:
    """Which of ``SIGNS`` have words in a text, a bit for each; what two texts tell together
    is the bits of both."""
    of_word, phrases = _beginnings(tuple(tuple(directions[key]) for key in SIGNS))
    lowered = text.lower()
    found = 0
    for word in _TOKEN.findall(lowered):
        found |= of_word(word)
    for bit, phrase in phrases:
        if phrase.search(lowered):
            found |= bit
    return found


def content(text: str, directions: Directions) -> tuple[str, ...]:
    """The words that tell what a title or a proposal is about, in order: no numbers, no words
    of form or direction, no authors."""
    tells = _telling(tuple(directions["form"]), *(tuple(directions[key]) for key in SIGNS[:2]))
    return tuple(filter(tells, _WORD.findall(_AUTHOR.sub("", text).lower())))


def unnumbered(title: str) -> str:
    """A title without its numbers: the same for a matter that comes back every year."""
    return _NUMBER.sub("", title)


def _decisions(rows: pd.DataFrame) -> pd.DataFrame:
    """Each decision once, in order."""
    names = ["decision", "matter", "municipality", "title", "item_type"]
    single = rows[names].take(first_of(codes_of(rows, ["decision"])))
    return single.sort_values("decision", ignore_index=True)


def _points(decisions: pd.DataFrame, asked: pd.DataFrame, directions: Directions) -> pd.Series:
    """By matter, the ``signs`` of what was granted in it."""
    granted = (asked["kind"] == "decision") & asked["adopted"].fillna(False).astype(bool)
    decision, text = (asked.loc[granted, name] for name in ("decision", "text"))
    which, texts = pd.factorize(text)
    told = np.array([signs(str(one), directions) for one in texts], dtype=np.int64)[which]
    numbers = decisions["decision"].to_numpy()
    place = np.searchsorted(numbers, decision)
    known = np.append(numbers, -1)[place] == decision.to_numpy()
    matter, every = pd.factorize(decisions["matter"].to_numpy()[place[known]])
    found = np.zeros(len(every), dtype=np.int64)
    np.bitwise_or.at(found, matter, told[known])
    return pd.Series(found, index=every)


def _distinct(values: Sequence[Any]) -> tuple[Codes, list[Any]]:
    """Each value as its place among those that are different."""
    known = {value: place for place, value in enumerate(dict.fromkeys(values))}
    return np.array([known[value] for value in values], dtype=np.int64), [*known]


def _way(told: int) -> float:
    more, less, free, unclear, _ = (bool(told >> bit & 1) for bit in range(len(SIGNS)))
    if (more and (less or free)) or (unclear and (more or less or free)):
        return np.nan
    return 1 if more else -1 if less or free else 0


WAYS = np.array([_way(told) for told in range(1 << len(SIGNS))])
"""The direction that each of ``signs`` tells; NaN when the words speak against each other."""


@cache
def _telling(form: tuple[str, ...], *beginnings: tuple[str, ...]) -> Callable[[str], bool]:
    """Whether a word is none of form or direction."""
    plain, ways = (
        frozenset(form),
        tuple(word.rstrip("$") for some in beginnings for word in some),
    )
    return cache(lambda word: word not in plain and not word.startswith(ways))


@cache
def _beginnings(
    keys: tuple[tuple[str, ...], ...],
) -> tuple[Callable[[str], int], list[tuple[int, re.Pattern[str]]]]:
    """The bits that a word gives, looked at once; and the phrases, which are several words."""

    @cache
    def of_word(word: str) -> int:
        return sum(
            1 << bit
            for bit, some in enumerate(keys)
            if any(
                word == one[:-1] if one[-1] == "$" else word.startswith(one) for one in some
            )
        )

    phrases = [
        (1 << bit, re.compile(rf"\b{re.escape(one.rstrip('$'))}" + r"\b" * one.endswith("$")))
        for bit, some in enumerate(keys)
        for one in some
        if not _TOKEN.fullmatch(one.rstrip("$"))
    ]
    return of_word, phrases
