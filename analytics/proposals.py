"""Proposals that recur: what a party moved or saw fall, and what it stood for later."""

import re
from collections import defaultdict
from functools import partial

import numpy as np
import pandas as pd
from rapidfuzz import fuzz

from analytics.issues import Directions, Neighbours, alike_pairs, content, direction

LIKE, SAME_WORD, WORDS = 80.0, 80.0, 4
"""How alike the words of two proposals must be (0 to 100), when two words are the same, and
the fewest words that tell what a proposal is about."""

_ELSEWHERE = re.compile(
    r"förslag(?:et)?\s+(?:till|från|av)\b|yrkande|\bbilaga\b", re.IGNORECASE
)


_AMOUNT = re.compile(r"(\d[\d\s:,.]*)\s*(?:kronor|kr\b|öre|procent|%)", re.IGNORECASE)


def put(stands: pd.DataFrame, asked: pd.DataFrame, directions: Directions) -> pd.DataFrame:
    """The parties' stands on proposals in words: the columns of ``stands`` and ``proposed``.

    On what was decided a party stands as it wanted the matter. A proposal that fell was wanted
    by those who moved it, and not by those who stood for the decision: their quote is that.
    Proposals that only point at another paper are left out.
    """
    columns = ["decision", "kind", "parties", "adopted", "text"]
    worded = asked.loc[[telling(str(text), directions) for text in asked["text"]], columns]
    both = stands.merge(worded.rename(columns={"text": "proposed"}), on="decision")
    moved = np.array(
        [party in own for party, own in zip(both["party"], both["parties"], strict=True)],
        dtype=bool,
    )
    adopted = both["adopted"].astype("boolean")
    fell = ((both["kind"] == "proposal") & (adopted == False).fillna(False)).to_numpy(bool)  # noqa: E712
    refused = fell & ~moved & (both["stance"] == "for").to_numpy(bool)
    decided = ((both["kind"] == "decision") & adopted.fillna(False)).to_numpy(bool)
    wanted = both["wish"].mask(refused, -1).mask(fell & moved, 1)
    stood: pd.DataFrame = both.assign(wish=wanted)[decided | refused | (fell & moved)]
    return stood


def same_proposals(texts: list[str], directions: Directions) -> Neighbours:
    """Which texts ask for the same, by their places: alike in words, in their order, and with
    the same direction."""
    words = [content(text, directions) for text in texts]
    ways = [direction(text, directions) for text in texts]
    amounts = [sorted(_AMOUNT.findall(text)) for text in texts]
    found: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for one, two, like in alike_pairs(words, like=LIKE):
        told = ways[one] is not None and ways[one] == ways[two]
        told &= amounts[one] == amounts[two]
        if told and _in_order(words[one], words[two]):
            found[one][two] = found[two][one] = like
    return found


def _in_order(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether the words that both have come in the same order: "A before B" is not "B before
    A"."""
    places = [
        two.index(best)
        for word in one
        if fuzz.ratio(word, best := max(two, key=partial(fuzz.ratio, word))) >= SAME_WORD
    ]
    return places == sorted(places)


def telling(text: str, directions: Directions) -> bool:
    """Whether a text says what it is about, and not only points at another paper."""
    return not _ELSEWHERE.search(text) and len(content(text, directions)) >= WORDS
