"""What a party wanted with the matter itself, told from its stance on what was decided.

Being for a decision to reject a motion is being against the motion.
"""

import re
from collections.abc import Iterable
from itertools import product

import numpy as np
import pandas as pd

from analytics.matters import Codes, codes_of

WISHES = {
    ("bifall", "for"): 1,
    ("bifall", "against"): -1,
    ("avslag", "for"): -1,
    ("avslag", "against"): 1,
}
"""Outcome of the matter and stance on that decision: +1 wants the matter, -1 does not."""

STANCES = ("for", "against")
OCCASION = ["matter", "body", "day", "party"]

ASIDE = 0
"""The party asked for neither: besvarad, återremiss, bordläggning."""
MAIN_VOTE = "huvudvotering"

_FOR = re.compile(r"\b(?:bifall\s+till|att\s+bifalla|bifaller)\s+(?:motionen|förslaget)\b")
_AGAINST = re.compile(r"\b(?:avslag\s+på|att\s+avslå|avslår)\s+(?:motionen|förslaget)\b")
_ASIDE = re.compile(r"\b(?:besvara|återremi|bordlägg)\w*")
SIGNS = {1: _FOR, -1: _AGAINST, ASIDE: _ASIDE}
"""What the words of a yrkande ask for."""


def wish(outcome: str | None, stance: str | None, asked: int | None = None) -> int | None:
    """+1 when the party wanted the matter (the motion, the proposal before the body), -1 when
    it did not, None when that cannot be told.

    ``asked`` is what its own yrkanden asked for (``asked_for``). They settle a matter that was
    neither granted nor refused; where they speak against the stance, nothing is told; and who
    only asked for an answer or more time is not for what it saw refused.
    """
    told = WISHES.get((outcome or "", stance or ""))
    if asked is None or (asked == ASIDE and stance == "for"):
        return told
    if asked == ASIDE:
        return None
    if told is None:
        return asked if stance in STANCES else None
    return told if told == asked else None


def asked_for(yrkanden: Iterable[str]) -> int | None:
    """What a party's yrkanden in one decision ask for: +1 bifall to the matter, -1 avslag,
    ASIDE something that settles neither, None when no word tells or they disagree."""
    return _settled({sign for text in yrkanden for sign in _signs(text)})


def wishes(rows: pd.DataFrame) -> pd.Series:
    """The wish of each position in a timeline (Int64; missing for statements, and where it
    cannot be told).

    A position that rests on a vote about something else than the substance tells nothing.
    """
    row, wish = wished(rows)
    known = np.ones(len(rows), dtype=bool)
    known[row] = False
    every = np.zeros(len(rows), dtype=np.int64)
    every[row] = wish
    wished_ = pd.arrays.IntegerArray(every, known)
    return pd.Series(wished_, index=rows.index, name="wish")


def wished(rows: pd.DataFrame) -> tuple[Codes, Codes]:
    """The places in ``rows`` where a wish can be told, in order, and each one's ``wishes``."""
    sided = rows["stance"].isin(STANCES) & (rows["source"] == "position")
    row = np.flatnonzero(np.asarray(sided, dtype=bool))
    vote = rows["vote_kind"].take(row)
    row = row[np.asarray(vote.isna() | (vote == MAIN_VOTE), dtype=bool)]
    outcome, outcomes = _numbered(rows["outcome"].take(row))
    stance, stances = _numbered(rows["stance"].take(row))
    kind = (outcome * len(stances) + stance) * len(ASKED) + _asked(rows, row)
    wanted = [wish(*each) for each in product(outcomes, stances, ASKED)]
    told = np.array([each is not None for each in wanted], dtype=bool)[kind]
    value = np.array([each or 0 for each in wanted], dtype=np.int64)
    return row[told], value[kind[told]]


def _numbered(column: pd.Series) -> tuple[Codes, list[str | None]]:
    """Each word as its place in the list beside; what is missing is None there."""
    codes, words = pd.factorize(column)
    known: list[str | None] = [*words, None]
    return np.where(codes < 0, len(words), codes), known


def _asked(rows: pd.DataFrame, row: Codes) -> Codes:
    """What the party of each of these rows asked for on that occasion, in yrkanden and
    reservations: the place in ``ASKED``."""
    spoken, bits = _spoken(rows)
    found = np.zeros(len(row), dtype=np.int64)
    # only where something was asked for in the same matter
    matter = rows["matter"].to_numpy()
    held = np.zeros(matter.max(initial=-1) + 1, dtype=bool)
    held[matter[spoken]] = True
    near = np.flatnonzero(held[matter[row]])
    # several documents tell of one meeting, not all of them what was moved
    both = rows[OCCASION].take(np.concatenate([spoken, row[near]]))
    occasion = codes_of(both, OCCASION)
    moved = np.zeros(occasion.max(initial=-1) + 1, dtype=np.int64)
    np.bitwise_or.at(moved, occasion[: len(spoken)], bits)
    found[near] = moved[occasion[len(spoken) :]]
    return found


def _spoken(rows: pd.DataFrame) -> tuple[Codes, Codes]:
    """The places of the yrkanden and reservations that ask for something, and a bit for each
    of ``SIGNS``."""
    acts = rows["act"].isin(("yrkande", "reservation")) & (rows["source"] == "statement")
    spoken = np.flatnonzero(np.asarray(acts, dtype=bool))
    text, quotes = pd.factorize(rows["quote"].take(spoken).fillna(""))
    found = np.array([_bits(_signs(str(quote))) for quote in quotes], dtype=np.int64)[text]
    return spoken[found > 0], found[found > 0]


def _settled(signs: set[int]) -> int | None:
    firm = signs - {ASIDE}
    if len(firm) > 1:
        return None
    return firm.pop() if firm else ASIDE if signs else None


def _bits(signs: set[int]) -> int:
    return sum(1 << place for place, sign in enumerate(SIGNS) if sign in signs)


def _signs(text: str) -> set[int]:
    return {sign for sign, pattern in SIGNS.items() if pattern.search(text.lower())}


ASKED = tuple(
    _settled({sign for place, sign in enumerate(SIGNS) if known >> place & 1})
    for known in range(1 << len(SIGNS))
)
"""What all that was asked for on one occasion comes to, a bit for each of ``SIGNS``."""
