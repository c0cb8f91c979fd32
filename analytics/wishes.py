"""What a party wanted with the matter itself, told from its stance on what was decided.

Being for a decision to reject a motion is being against the motion.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

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

Occasion = tuple[Any, ...]

_FOR = re.compile(r"\b(?:bifall\s+till|att\s+bifalla|bifaller)\s+(?:motionen|förslaget)\b")
_AGAINST = re.compile(r"\b(?:avslag\s+på|att\s+avslå|avslår)\s+(?:motionen|förslaget)\b")
_ASIDE = re.compile(r"\b(?:besvara|återremi|bordlägg)\w*")


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
    signs = {sign for text in yrkanden for sign in _signs(text.lower())}
    firm = signs - {ASIDE}
    if len(firm) > 1:
        return None
    return firm.pop() if firm else ASIDE if signs else None


def wishes(rows: pd.DataFrame) -> pd.Series:
    """The wish of each position in a timeline (Int64; missing for statements, and where it
    cannot be told).

    A position that rests on a vote about something else than the substance tells nothing.
    """
    asked = _asked(rows)
    plain = rows.astype(object).where(rows.notna(), None)
    told = [
        wish(outcome, stance, asked.get(key))
        for outcome, stance, key in zip(
            plain["outcome"], plain["stance"], _occasions(plain), strict=True
        )
    ]
    substance = plain["vote_kind"].isin([None, MAIN_VOTE]) & (plain["source"] == "position")
    return pd.Series(told, index=rows.index, dtype="Int64", name="wish").where(substance)


def _asked(rows: pd.DataFrame) -> dict[Occasion, int | None]:
    """What each party asked for on each occasion, in yrkanden and reservations."""
    spoken = rows[
        (rows["source"] == "statement") & rows["act"].isin(("yrkande", "reservation"))
    ]
    quotes: defaultdict[Occasion, list[str]] = defaultdict(list)
    for occasion, quote in zip(_occasions(spoken), spoken["quote"], strict=True):
        quotes[occasion].append(str(quote))
    return {occasion: asked_for(texts) for occasion, texts in quotes.items()}


def _occasions(rows: pd.DataFrame) -> Iterator[Occasion]:
    # several documents tell of one meeting, not all of them what was moved
    columns = (rows[name] for name in ("matter", "body", "day", "party"))
    return zip(*columns, strict=True)


def _signs(text: str) -> set[int]:
    signs = {1: _FOR, -1: _AGAINST, ASIDE: _ASIDE}
    return {sign for sign, pattern in signs.items() if pattern.search(text)}
