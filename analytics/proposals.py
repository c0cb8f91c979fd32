"""Proposals that recur: what a party moved or saw fall, and what it stood for later."""

import re
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
import pandas as pd
from rapidfuzz import fuzz

from analytics.issues import WAYS, Directions, Words, contents, signs
from analytics.likeness import Alike, Marks, alike_pairs
from analytics.matters import codes_of

LIKE, SAME_WORD, ENOUGH = 80.0, 80.0, 4
"""How alike the words of two proposals must be (0 to 100), when two words are the same, and
the fewest words that tell what a proposal is about."""

_ELSEWHERE = re.compile(
    r"förslag(?:et)?\s+(?:till|från|av)\b|yrkande|\bbilaga\b", re.IGNORECASE
)


_AMOUNT = re.compile(r"(\d[\d\s:,.]*)\s*(?:kronor|kr\b|öre|procent|%)", re.IGNORECASE)


class Proposals(NamedTuple):
    """Who stood where on proposals in words: ``stand`` (the place among the stands), ``issue``
    (a number for the words) and ``wish``; and the numbers of those that ask for the same."""

    stood: pd.DataFrame
    near: Alike


def proposals(stands: pd.DataFrame, asked: pd.DataFrame, directions: Directions) -> Proposals:
    """What parties stood for and against in the words of proposals; ``asked`` is as in
    ``analytics.issues.issues``. Proposals that only point at another paper are left out."""
    columns = ["decision", "kind", "parties", "adopted", "text"]
    concerned = asked.loc[asked["decision"].isin(stands["decision"]), columns]
    codes, texts = pd.factorize(concerned["text"])
    words = contents(texts, directions)
    stood = put(stands, concerned.assign(proposed=codes)[telling(texts, words)[codes]])
    issue, used = pd.factorize(stood["proposed"])
    near = same_proposals(texts[used], [words[place] for place in used], directions)
    return Proposals(stood.assign(issue=issue), near)


def put(stands: pd.DataFrame, worded: pd.DataFrame) -> pd.DataFrame:
    """The parties' stands on what was decided and ``proposed`` (numbers): ``stand``,
    ``proposed`` and ``wish``.

    On what was decided a party stands as it wanted the matter. A proposal that fell was wanted
    by those who moved it, and not by those who stood for the decision: their quote is that.
    """
    own = stands[["decision", "party", "stance", "wish"]].assign(stand=np.arange(len(stands)))
    both = own.merge(worded, on="decision")
    proposal = (both["kind"] == "proposal").to_numpy(bool)
    moved = np.zeros(len(both), dtype=bool)
    there = both[proposal]
    pairs = zip(there["party"], there["parties"], strict=True)
    moved[proposal] = [party in movers for party, movers in pairs]
    adopted = both["adopted"].astype("boolean")
    fell = proposal & (adopted == False).fillna(False).to_numpy(bool)  # noqa: E712
    refused = fell & ~moved & (both["stance"] == "for").to_numpy(bool)
    decided = ((both["kind"] == "decision") & adopted.fillna(False)).to_numpy(bool)
    wanted = both["wish"].mask(refused, -1).mask(fell & moved, 1)
    stood = both.assign(wish=wanted)[decided | refused | (fell & moved)]
    return stood[["stand", "proposed", "wish"]]


def same_proposals(texts: pd.Index, words: Sequence[Words], directions: Directions) -> Alike:
    """The pairs of texts that ask for the same, by their places: alike in their ``contents``,
    in their order, and with the same direction."""
    ways = WAYS[signs(texts, directions)]
    told = ~np.isnan(ways)
    amounts = [" ".join(sorted(_AMOUNT.findall(text))) for text in texts.tolist()]
    sort = codes_of(pd.DataFrame({"way": ways, "amounts": amounts}), ["way", "amounts"])
    one, two, alike = alike_pairs(
        words, like=LIKE, asked=lambda i, j: told[i] & (sort[i] == sort[j])
    )
    pairs = zip(one, two, strict=True)
    same = np.array([_in_order(words[i], words[j]) for i, j in pairs], dtype=bool)
    return one[same], two[same], alike[same]


def _in_order(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether the words that both have come in the same order: "A before B" is not "B before
    A"."""
    places = [two.index(word) if word in two else _place_of_like(word, two) for word in one]
    known = [place for place in places if place is not None]
    return known == sorted(known)


def _place_of_like(word: str, among: tuple[str, ...]) -> int | None:
    """Where the word stands that is most alike; None where none is the same."""
    best = max(among, key=partial(fuzz.ratio, word))
    return among.index(best) if fuzz.ratio(word, best) >= SAME_WORD else None


def telling(texts: pd.Index, words: Sequence[Words]) -> Marks:
    """Which texts, by their ``contents``, say what they are about, and do not only point at
    another paper."""
    both = zip(texts.tolist(), words, strict=True)
    told = [len(own) >= ENOUGH and not _ELSEWHERE.search(text) for text, own in both]
    return np.array(told, dtype=bool)
