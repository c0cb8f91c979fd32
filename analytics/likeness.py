"""How alike texts are, told by their words: every pair of many texts in one pass."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz import fuzz, process
from scipy import sparse

from analytics.packing import spans

PREFIX, COMMON, ENOUGH, CELLS = 5, 200, 4, 2_000_000
"""How long a beginning of a word is; how many texts may share one; one in how many two texts
must share; words compared at once."""

EVEN = 1e-9
"""What rounding may make of one and the same likeness."""

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

    Only lists that share beginnings of words are compared, a quarter of those of the one that
    has fewer; a beginning that very many share singles nothing out. One may stand for as many
    texts as ``counts`` says, and several are alike among themselves. Each is compared with
    those of the same number in ``within``. ``asked`` says of two arrays of places which pairs
    to look at.
    """
    one, two = _candidates(lists, own, counts, within)
    if asked is not None:
        chosen = asked(one, two)
        one, two = one[chosen], two[chosen]
    alike = _alike_in(lists, own[one], own[two], like)
    near = alike >= like
    return one[near], two[near], alike[near]


def _candidates(
    lists: Sequence[Sequence[str]], own: Numbers, counts: Numbers, within: Numbers
) -> tuple[Numbers, Numbers]:
    """The pairs of places that share enough of the beginnings that not very many share."""
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
    # each pair once, and one beside itself where it stands for several
    once = (both.row < both.col) | ((both.row == both.col) & (counts[both.row] > 1))
    one, two = (side[once].astype(np.int64) for side in (both.row, both.col))
    size = np.diff(held.indptr)
    enough = both.data[once] * ENOUGH >= np.minimum(size[one], size[two])
    return one[enough], two[enough]


def _alike_in(
    lists: Sequence[Sequence[str]], one: Numbers, two: Numbers, like: float
) -> Shares:
    """How alike the lists at two arrays of places are, told of those that are at least so
    alike; each pair is looked at once."""
    codes, pairs = pd.factorize(one * len(lists) + two)
    found: Shares = _likeness(lists, *np.divmod(pairs, max(len(lists), 1)), like)[codes]
    return found


def _likeness(
    texts: Sequence[Sequence[str]], one: Numbers, two: Numbers, like: float = 0.0
) -> Shares:
    """How alike the lists at two arrays of places are; 0 for some that are less than so."""
    lists = _Coded([list(words) for words in texts])
    sizes = np.minimum(lists.sizes[one], lists.sizes[two])
    cells = np.cumsum(sizes * np.maximum(lists.sizes[one], lists.sizes[two]))
    blocks = np.flatnonzero(np.diff(cells // CELLS)) + 1
    ends = zip(np.split(one, blocks), np.split(two, blocks), strict=True)
    return np.concatenate([lists.alike(*block, like) for block in ends])


def _letters(words: Sequence[str]) -> npt.NDArray[np.uint64]:
    """The letters of each word, a bit for each."""
    every = np.frombuffer("".join(words).encode("utf-32-le"), dtype=np.uint32)
    marks = np.uint64(1) << (every % 64).astype(np.uint64)
    sizes = np.array([*map(len, words)], dtype=np.int64)
    found: npt.NDArray[np.uint64] = np.bitwise_or.reduceat(marks, np.cumsum(sizes) - sizes)
    return found


class _Coded:
    """Lists of words as numbers, in one row."""

    def __init__(self, lists: Sequence[Sequence[str]]) -> None:
        every = [word for words in lists for word in words]
        self.codes, self.words = pd.factorize(np.array(every, dtype=object))
        self.lengths = np.array([len(word) for word in self.words], dtype=np.int64)
        self.weights = self.lengths.astype(np.float64)
        # a bit for each letter; that some letters share one makes no word seem less alike
        self.letters = _letters(self.words.tolist())
        self.sizes = np.array([len(words) for words in lists], dtype=np.int64)
        self.starts = np.cumsum(self.sizes) - self.sizes
        # of two lists as long, the first in the alphabet is the shorter
        order = sorted(range(len(lists)), key=lambda at: (len(lists[at]), lists[at]))
        self.ranks = np.argsort(np.array(order, dtype=np.int64))
        place, _ = spans(self.starts, self.sizes)
        self.keys = place * len(self.words) + self.codes

    def alike(self, one: Numbers, two: Numbers, like: float) -> Shares:
        """The likeness of each pair; 0 where letters alone tell that it is less than asked
        for."""
        can = np.flatnonzero(self._weighed(one, two, self._at_most) >= like - EVEN)
        found = np.zeros(len(one))
        found[can] = self._weighed(one[can], two[can], self._ratios)
        return found

    def _weighed(
        self, one: Numbers, two: Numbers, ratios_of: Callable[[Numbers, Numbers], Shares]
    ) -> Shares:
        """The likeness of each pair, by how alike two words are."""
        turned = self.ranks[one] > self.ranks[two]
        short, long = np.where(turned, two, one), np.where(turned, one, two)
        pair, word = spans(self.starts[short], self.sizes[short])
        best = np.full(len(word), 100.0)
        # a word that the other list has too is its own best match
        apart = np.flatnonzero(~self._held(long[pair], self.codes[word]))
        own, other = spans(self.starts[long][pair[apart]], self.sizes[long][pair[apart]])
        ratios = ratios_of(self.codes[word[apart]][own], self.codes[other])
        firsts = np.flatnonzero(np.diff(own, prepend=-1))
        best[apart] = np.maximum.reduceat(ratios, firsts) if len(firsts) else ratios
        weight = self.weights[self.codes[word]]
        total = np.bincount(pair, weight, minlength=len(one))
        found = np.bincount(pair, weight * best, minlength=len(one))
        return found / np.where(total > 0, total, 1)

    def _held(self, place: Numbers, code: Numbers) -> Marks:
        """Whether the list at each place has the word of that number."""
        held: Marks = pd.Series(place * len(self.words) + code).isin(self.keys).to_numpy()
        return held

    def _at_most(self, one: Numbers, two: Numbers) -> Shares:
        """How alike two words can be: each letter that only one of them has is left over."""
        mine, theirs = self.lengths[one], self.lengths[two]
        first, second = self.letters[one], self.letters[two]
        over = np.bitwise_count(first & ~second), np.bitwise_count(second & ~first)
        shares: Shares = 200.0 * np.minimum(mine - over[0], theirs - over[1]) / (mine + theirs)
        return shares

    def _ratios(self, one: Numbers, two: Numbers) -> Shares:
        codes, pairs = pd.factorize(one * len(self.words) + two)
        sides = (self.words[side] for side in np.divmod(pairs, max(len(self.words), 1)))
        ratios = process.cpdist(*sides, scorer=fuzz.ratio, dtype=np.float64)
        found: Shares = ratios[codes]
        return found
