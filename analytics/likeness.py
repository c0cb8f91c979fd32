"""How alike texts are, told by their words: every pair of many texts in one pass."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz import fuzz, process
from scipy import sparse

from analytics.packing import spans

PREFIX, COMMON, CELLS = 5, 200, 2_000_000
"""How long a beginning of a word is; how many texts may share one; words compared at once."""

Numbers = npt.NDArray[np.int64]
Shares = npt.NDArray[np.float64]
Marks = npt.NDArray[np.bool_]
Alike = tuple[Numbers, Numbers, Shares]


def joined(*pairs: Alike) -> Alike:
    """Several sets of pairs as one."""
    none = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0)
    one, two, alike = (np.concatenate(part) for part in zip(none, *pairs, strict=True))
    return one, two, alike


def likeness(first: Sequence[str], second: Sequence[str]) -> float:
    """How alike two lists of words are, 0 to 100: each word of the shorter list beside its
    best match in the other, weighted by length (after Monge and Elkan 1996)."""
    return float(_likeness([first, second], np.array([0]), np.array([1]))[0])


def alike_pairs(
    texts: Sequence[Sequence[str]],
    *,
    like: float,
    asked: Callable[[Numbers, Numbers], Marks] | None = None,
) -> Alike:
    """``alike_among`` of word lists that stand for one text each, in one place."""
    lists = {tuple(words): None for words in texts}
    number = {words: place for place, words in enumerate(lists)}
    own = np.array([number[tuple(words)] for words in texts], dtype=np.int64)
    every = np.ones(len(texts), dtype=np.int64)
    return alike_among([*lists], own, like=like, counts=every, within=every - 1, asked=asked)


def alike_among(
    lists: Sequence[Sequence[str]],
    own: Numbers,
    *,
    like: float,
    counts: Numbers,
    within: Numbers,
    asked: Callable[[Numbers, Numbers], Marks] | None = None,
) -> Alike:
    """The pairs of texts that are alike: two arrays of places, the smaller first, and how
    alike they are. Each text is one of the different ``lists`` of words, by its place there.

    Only lists that share the beginning of a word are compared; a beginning that very many
    share singles nothing out. One may stand for as many texts as ``counts`` says, and several
    are alike among themselves. Each is compared with those of the same number in ``within``.
    ``asked`` says of two arrays of places which pairs to look at.
    """
    one, two = _candidates(lists, own, counts, within)
    if asked is not None:
        chosen = asked(one, two)
        one, two = one[chosen], two[chosen]
    alike = _alike_in(lists, own[one], own[two])
    near = alike >= like
    return one[near], two[near], alike[near]


def _candidates(
    lists: Sequence[Sequence[str]], own: Numbers, counts: Numbers, within: Numbers
) -> tuple[Numbers, Numbers]:
    """The pairs of places that share a beginning which not very many share."""
    beginnings = [{word[:PREFIX] for word in words} for words in lists]
    sizes = np.array([len(some) for some in beginnings], dtype=np.int64)
    codes, _ = pd.factorize(
        np.array([one for some in beginnings for one in some], dtype=object)
    )
    place, at = spans((np.cumsum(sizes) - sizes)[own], sizes[own])
    shared, every = pd.factorize(codes[at] * (within.max(initial=0) + 1) + within[place])
    rare = np.bincount(shared, weights=counts[place])[shared] <= COMMON
    place, shared = place[rare], shared[rare]
    marks = np.ones(len(place), dtype=np.int32), (place, shared)
    held = sparse.csr_array(marks, shape=(len(own), len(every)))
    both = (held @ held.T).tocoo()
    one, two = (side.astype(np.int64) for side in (both.row, both.col))
    kept = (one < two) | ((one == two) & (counts[one] > 1))
    return one[kept], two[kept]


def _alike_in(lists: Sequence[Sequence[str]], one: Numbers, two: Numbers) -> Shares:
    """How alike the lists at two arrays of places are; each pair is looked at once."""
    codes, pairs = pd.factorize(one * len(lists) + two)
    found: Shares = _likeness(lists, *np.divmod(pairs, max(len(lists), 1)))[codes]
    return found


def _likeness(texts: Sequence[Sequence[str]], one: Numbers, two: Numbers) -> Shares:
    """How alike the lists at two arrays of places are."""
    lists = _Coded([list(words) for words in texts])
    sizes = np.minimum(lists.sizes[one], lists.sizes[two])
    cells = np.cumsum(sizes * np.maximum(lists.sizes[one], lists.sizes[two]))
    blocks = np.flatnonzero(np.diff(cells // CELLS)) + 1
    ends = zip(np.split(one, blocks), np.split(two, blocks), strict=True)
    return np.concatenate([lists.alike(*block) for block in ends])


class _Coded:
    """Lists of words as numbers, in one row."""

    def __init__(self, lists: Sequence[Sequence[str]]) -> None:
        every = [word for words in lists for word in words]
        self.codes, self.words = pd.factorize(np.array(every, dtype=object))
        self.weights = np.array([len(word) for word in self.words], dtype=np.float64)
        self.sizes = np.array([len(words) for words in lists], dtype=np.int64)
        self.starts = np.cumsum(self.sizes) - self.sizes
        # of two lists as long, the first in the alphabet is the shorter
        order = sorted(range(len(lists)), key=lambda at: (len(lists[at]), lists[at]))
        self.ranks = np.argsort(np.array(order, dtype=np.int64))

    def alike(self, one: Numbers, two: Numbers) -> Shares:
        """The likeness of each pair."""
        turned = self.ranks[one] > self.ranks[two]
        short, long = np.where(turned, two, one), np.where(turned, one, two)
        pair, word = spans(self.starts[short], self.sizes[short])
        own, other = spans(self.starts[long][pair], self.sizes[long][pair])
        ratios = self._ratios(self.codes[word][own], self.codes[other])
        firsts = np.flatnonzero(np.diff(own, prepend=-1))
        best = np.maximum.reduceat(ratios, firsts) if len(firsts) else ratios
        weight = self.weights[self.codes[word]]
        total = np.bincount(pair, weight, minlength=len(one))
        found = np.bincount(pair, weight * best, minlength=len(one))
        return found / np.where(total > 0, total, 1)

    def _ratios(self, one: Numbers, two: Numbers) -> Shares:
        codes, pairs = pd.factorize(one * len(self.words) + two)
        sides = (self.words[side] for side in np.divmod(pairs, max(len(self.words), 1)))
        ratios = process.cpdist(*sides, scorer=fuzz.ratio, dtype=np.float64)
        found: Shares = ratios[codes]
        return found
