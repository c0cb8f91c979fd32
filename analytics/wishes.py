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
        return asked if stance in ("for", "against") else None
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
    substance = rows["vote_kind"].isna() | (rows["vote_kind"] == MAIN_VOTE)
    told = np.asarray(substance & (rows["source"] == "position"), dtype=bool)
    outcome, outcomes = _numbered(rows["outcome"])
    stance, stances = _numbered(rows["stance"])
    kind = (outcome * len(stances) + stance) * len(ASKED) + _asked(rows)
    every = product(outcomes, stances, ASKED)
    wanted = pd.array([*(wish(*each) for each in every), None], dtype="Int64")
    wished = wanted.take(np.where(told, kind, len(wanted) - 1))
    return pd.Series(wished, index=rows.index, name="wish")


def _numbered(column: pd.Series) -> tuple[Codes, list[str | None]]:
    """Each word as its place in the list beside; what is missing is None there."""
    codes, words = pd.factorize(column)
    known: list[str | None] = [*words, None]
    return np.where(codes < 0, len(words), codes), known


def _asked(rows: pd.DataFrame) -> Codes:
    """What the party of each row asked for on that occasion, in yrkanden and reservations:
    the place in ``ASKED``."""
    acts = rows["act"].isin(("yrkande", "reservation"))
    spoken = np.flatnonzero(acts & (rows["source"] == "statement"))
    text, quotes = pd.factorize(rows["quote"].take(spoken).fillna(""))
    signs = [_signs(str(quote)) for quote in quotes]
    # several documents tell of one meeting, not all of them what was moved
    occasion = codes_of(rows, ["matter", "body", "day", "party"])
    moved = np.zeros(occasion.max(initial=-1) + 1, dtype=np.int64)
    for place, sign in enumerate(SIGNS):
        said = np.array([sign in found for found in signs], dtype=bool)[text]
        moved[occasion[spoken[said]]] |= 1 << place
    found: Codes = moved[occasion]
    return found


def _settled(signs: set[int]) -> int | None:
    firm = signs - {ASIDE}
    if len(firm) > 1:
        return None
    return firm.pop() if firm else ASIDE if signs else None


def _signs(text: str) -> set[int]:
    return {sign for sign, pattern in SIGNS.items() if pattern.search(text.lower())}


ASKED = tuple(
    _settled({sign for place, sign in enumerate(SIGNS) if known >> place & 1})
    for known in range(1 << len(SIGNS))
)
"""What all that was asked for on one occasion comes to, a bit for each of ``SIGNS``."""
