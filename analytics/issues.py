"""When two matters are about one and the same thing, and which way each goes.

``Directions`` are beginnings of words that tell a direction: ``more``, ``less``, ``free``
(less of a fee), ``fee``, ``unclear``; and the whole words of ``form``, which tell nothing.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.likeness import Alike, alike_pairs
from analytics.matters import Codes, codes_of, first_of

LIKE = 75.0
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_AUTHOR = re.compile(r"\b(?:av|från)\s+.*?\([^()]+\)\s+(?=om\b|angående\b|gällande\b)")

Directions = Mapping[str, Sequence[str]]


class Matter(NamedTuple):
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
) -> tuple[pd.Series, list[Matter]]:
    """What the matters of ``rows`` (``decision``, ``matter``, ``municipality``, ``title``,
    ``item_type``) are about: by ``matter``, the place in a list of what is different.

    The title tells the direction; where it has no word of direction, what was decided does.
    """
    single, telling = _single(rows), _Telling(directions)
    told = pd.DataFrame(
        {
            "title": single["title"].astype(object).fillna(""),
            "motion": single["item_type"] == "motion",
            "points": _points(single, rows, asked, telling),
        }
    )
    texts = codes_of(told, list(told.columns))
    each = told.take(first_of(texts)).itertuples(index=False, name=None)
    abouts = [telling.matter(*text) for text in each]
    known = {about: place for place, about in enumerate(dict.fromkeys(abouts))}
    about = np.array([known[about] for about in abouts], dtype=np.int64)[texts]
    place = single["municipality"].astype(object).fillna("")
    there = pd.DataFrame({"about": about, "place": place.to_numpy()})
    kinds = codes_of(there, list(there.columns))
    listed = list(known)
    pairs = there.take(first_of(kinds)).itertuples(index=False, name=None)
    every = [
        Matter(one.words, one.way, one.fee, one.name, one.motion, place)
        for one, place in ((listed[about], place) for about, place in pairs)
    ]
    return pd.Series(kinds, index=single["matter"].to_numpy()), every


def neighbours(known: Sequence[Matter], counts: Codes, *, like: float = LIKE) -> Alike:
    """The pairs of places in a list of what matters are about that have like titles in one
    municipality, and of which it can be told that they go the same way or opposite ways; each
    beside itself too where several matters are about it (``counts``)."""
    places, _ = pd.factorize(np.array([about.place for about in known], dtype=object))
    return alike_pairs(
        [about.words for about in known],
        like=like,
        counts=counts,
        within=places,
        asked=partial(comparable, known),
    )


def comparable(known: Sequence[Matter], one: Codes, two: Codes) -> npt.NDArray[np.bool_]:
    """Whether the directions of those at ``one`` and ``two`` can be compared: both told, and
    both of a fee or neither; or, without words of direction, the same yearly matter or two
    motions."""
    way = np.array([about.way for about in known], dtype=np.float64)  # None becomes NaN
    first, second = way[one], way[two]
    fee = np.array([about.fee for about in known], dtype=bool)
    motion = np.array([about.motion for about in known], dtype=bool)
    name = pd.factorize(np.array([about.name for about in known], dtype=object))[0]
    yearly = (name[one] == name[two]) | (motion[one] & motion[two])
    silent = (first == 0) & (second == 0)
    told = ~np.isnan(first) & ~np.isnan(second) & (first != 0) & (second != 0)
    can: npt.NDArray[np.bool_] = (silent & yearly) | (told & (fee[one] == fee[two]))
    return can


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


def unnumbered(title: str) -> str:
    """A title without its numbers: the same for a matter that comes back every year."""
    return _NUMBER.sub("", title)


class _Telling:
    """What texts tell, each looked at once: many matters have the same title or points."""

    def __init__(self, directions: Directions) -> None:
        self.words = cache(partial(content, directions=directions))
        self.way = cache(partial(direction, directions=directions))
        self.fee = cache(partial(_has, beginnings=directions["fee"]))

    def matter(self, title: str, motion: bool, points: str) -> Matter:
        """What a matter of that title, where ``points`` were granted, is about."""
        told = f"{title} {points}" if points else title
        name = unnumbered(title)
        return Matter(self.words(title), self.way(told), self.fee(told), name, motion)


def _single(rows: pd.DataFrame) -> pd.DataFrame:
    """The first decision of each matter."""
    names = ["decision", "matter", "municipality", "title", "item_type"]
    single = rows[names].take(first_of(codes_of(rows, ["decision"])))
    return single.sort_values("decision").drop_duplicates("matter")


def _points(
    single: pd.DataFrame, rows: pd.DataFrame, asked: pd.DataFrame, telling: _Telling
) -> pd.Series:
    """What was decided in each matter whose title has no direction, where it was granted."""
    names, titles = pd.factorize(single["title"].astype(object).fillna(""))
    silent = np.array([telling.way(title) == 0 for title in titles], dtype=bool)
    granted = (asked["kind"] == "decision") & asked["adopted"].fillna(False).astype(bool)
    places = rows[["decision", "matter"]].take(first_of(codes_of(rows, ["decision"])))
    decided = asked.loc[granted, ["decision", "text"]].merge(places, on="decision")
    decided = decided[decided["matter"].isin(single.loc[silent[names], "matter"])]
    points: defaultdict[int, list[str]] = defaultdict(list)
    which, texts = pd.factorize(decided["text"])
    told = [str(text) for text in texts]
    for matter, text in zip(decided["matter"].tolist(), which.tolist(), strict=True):
        points[matter].append(told[text])
    joined = {matter: " ".join(texts) for matter, texts in points.items()}
    return single["matter"].map(joined).astype(object).fillna("")


def _has(text: str, beginnings: Sequence[str]) -> bool:
    return bool(_pattern(tuple(beginnings)).search(text))


@cache
def _pattern(beginnings: tuple[str, ...]) -> re.Pattern[str]:
    # a whole word ends in "$": "mot$" is no beginning of "motion"
    words = "|".join(re.escape(word).replace(r"\$", r"\b") for word in beginnings)
    return re.compile(rf"\b(?:{words})", re.IGNORECASE)
