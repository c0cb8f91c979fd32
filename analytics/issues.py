"""When two matters are about one and the same thing, and which way each goes.

``Directions`` are beginnings of words that tell a direction: ``more``, ``less``, ``free``
(less of a fee), ``fee``, ``unclear``; and the whole words of ``form``, which tell nothing.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial, reduce
from operator import or_
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.likeness import Alike, Marks, alike_among
from analytics.matters import Codes, codes_of, first_of, firsts

LIKE = 75.0
SILENT, TOLD, OF_FEE, UNTOLD = range(4)
"""What a title tells of a direction: nothing; that of an activity, or of a fee; or it speaks
against itself."""
SIGNS = ("more", "less", "free", "unclear", "fee")
FEE = 1 << SIGNS.index("fee")
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_AUTHOR = re.compile(r"\b(?:av|från)\s+.*?\([^()]+\)\s+(?=om\b|angående\b|gällande\b)")

Directions = Mapping[str, Sequence[str]]
Words = tuple[str, ...]


class Abouts(NamedTuple):
    """What matters are about, each different thing once: the words of the title (a place in
    ``lists``), its direction (see ``direction``; NaN for None), if that is a fee's, its title
    without numbers and its municipality (numbers), if it is a motion."""

    lists: Sequence[Words]
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
    title, titles = pd.factorize(single["title"].fillna(""))
    word, lists = _distinct(contents(titles, directions))
    name, _ = _distinct([*map(unnumbered, titles.tolist())])
    told = signs(titles, directions)[title]
    silent = WAYS[told] == 0
    matter = single["matter"].to_numpy()[silent]
    of_silent = decisions[decisions["matter"].isin(matter)]
    told[silent] |= _points(of_silent, asked, directions).reindex(matter, fill_value=0)
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
    sort = np.where(known.way == 0, SILENT, np.where(known.fee, OF_FEE, TOLD))
    sort[np.isnan(known.way)] = UNTOLD
    sort = sort.astype(np.int8)
    can: Marks = (sort[one] == sort[two]) & (sort[one] != UNTOLD)
    silent = np.flatnonzero(can & (sort[one] == SILENT))
    first, second = one[silent], two[silent]
    same_name = known.name[first] == known.name[second]
    can[silent] = same_name | (known.motion[first] & known.motion[second])
    return can


def direction(text: str, directions: Directions) -> int | None:
    """Which way a title or a proposal goes: +1 something comes or grows, -1 something goes or
    shrinks, 0 no word of direction, None when the words speak against each other."""
    way = WAYS[signs(pd.Index([text]), directions)[0]]
    return None if np.isnan(way) else int(way)


def signs(texts: pd.Index, directions: Directions) -> Codes:
    """Which of ``SIGNS`` have words in each text, a bit for each; what two texts tell together
    is the bits of both."""
    of_word, phrases = _beginnings(tuple(tuple(directions[key]) for key in SIGNS))
    lowered = [text.lower() for text in texts.tolist()]
    of_words = (map(of_word, _TOKEN.findall(text)) for text in lowered)
    found = np.array([reduce(or_, bits, 0) for bits in of_words], dtype=np.int64)
    for bit, phrase in phrases:
        there = np.array([phrase.search(text) is not None for text in lowered], dtype=bool)
        found[there] |= bit
    return found


def content(text: str, directions: Directions) -> Words:
    """The words that tell what a title or a proposal is about, in order: no numbers, no words
    of form or direction, no authors."""
    return contents(pd.Index([text]), directions)[0]


def contents(texts: pd.Index, directions: Directions) -> list[Words]:
    """The ``content`` of each text."""
    tells = _telling(tuple(directions["form"]), *(tuple(directions[key]) for key in SIGNS[:2]))
    # only an author's party stands in parentheses
    told = (_AUTHOR.sub("", text) if "(" in text else text for text in texts.tolist())
    return [tuple(filter(tells, _WORD.findall(text.lower()))) for text in told]


def unnumbered(title: str) -> str:
    """A title without its numbers: the same for a matter that comes back every year."""
    return _NUMBER.sub("", title)


def _decisions(rows: pd.DataFrame) -> pd.DataFrame:
    """Each decision once, in order."""
    names = ["decision", "matter", "municipality", "title", "item_type"]
    place = firsts(rows["decision"].to_numpy(dtype=np.int64))
    return rows[names].take(place).reset_index(drop=True)


def _points(decisions: pd.DataFrame, asked: pd.DataFrame, directions: Directions) -> pd.Series:
    """By matter, the ``signs`` of what was granted in it."""
    granted = (asked["kind"] == "decision") & asked["adopted"].fillna(False).astype(bool)
    concerned = granted & asked["decision"].isin(decisions["decision"])
    decision, text = (asked.loc[concerned, name] for name in ("decision", "text"))
    which, texts = pd.factorize(text)
    told = signs(texts, directions)[which]
    place = np.searchsorted(decisions["decision"].to_numpy(), decision)
    matter, every = pd.factorize(decisions["matter"].to_numpy()[place])
    found = np.zeros(len(every), dtype=np.int64)
    np.bitwise_or.at(found, matter, told)
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
