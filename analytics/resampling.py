"""Whole matters drawn again and again, to see how far figures that hang together would move.

A matter's parties decide at the same time, so what is drawn is the matter with all its pairs,
never a single point (Efron and Tibshirani, An introduction to the bootstrap, 1993, ch. 8).
Beyond ``BLOCKS`` matters, that many blocks of matters shuffled together are drawn instead:
the spread is the same, and the cost no longer grows.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from analytics.sampling import HIDDEN_BELOW
from analytics.sides import Counts, Joint, Marks, Sides

BLOCKS = 2000
RESAMPLES = 1000
SEED = 1

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Drawn:
    """Pairs of parties (columns of ``Sides``) over draws; row 0 is the decisions as they
    are."""

    first: Counts
    second: Counts
    n: Numbers
    agree: Numbers

    @property
    def enough(self) -> Marks:
        """Which pairs share decisions enough for a figure."""
        return np.asarray(self.n[0] >= HIDDEN_BELOW)

    @cached_property
    def shares(self) -> Numbers:
        """Agreement per draw and pair; missing where there is too little, or nothing drawn."""
        known = self.enough & (self.n > 0)
        return np.where(known, self.agree / np.maximum(self.n, 1), np.nan)


def weights(decisions: int, *, resamples: int = RESAMPLES, seed: int = SEED) -> Numbers:
    """How often each block is drawn: a row of ones, then a row per draw."""
    blocks = min(decisions, BLOCKS)
    drawn = np.random.default_rng(seed).integers(0, max(blocks, 1), (resamples, blocks))
    cells = drawn + np.arange(resamples)[:, np.newaxis] * blocks
    times = np.bincount(cells.ravel(), minlength=resamples * blocks)
    rows = times.reshape(resamples, blocks).astype(np.float64)
    return np.vstack([np.ones((1, blocks)), rows])


def draw(sides: Sides, joint: Joint, weight: Numbers, *, seed: int = SEED) -> Drawn:
    """The counts of every pair in each draw; ``weight`` is that of ``weights``."""
    first, second = np.triu_indices(len(sides.parties), k=1)
    block = _blocks(len(sides.decisions), weight.shape[1], seed)
    taken = _both(sides.taken, block, weight.shape[1])
    agree = _both(sides.supports | sides.silent, block, weight.shape[1])
    agree += _both(sides.abstained, block, weight.shape[1])
    np.add.at(agree, (block[joint.row], joint.first, joint.second), 1)
    n, agreed = (weight @ made[:, first, second] for made in (taken, agree))
    return Drawn(first, second, n, agreed)


def interval(values: Numbers) -> tuple[Numbers, Numbers]:
    """The middle 95 % over the draws (rows after the first); missing where nothing is."""
    known = ~np.isnan(values[0])
    low, high = np.full(known.shape, np.nan), np.full(known.shape, np.nan)
    if known.any():
        low[known], high[known] = np.nanpercentile(values[1:, known], [2.5, 97.5], axis=0)
    return low, high


def mean_of(shares: Numbers, pairs: Marks) -> Numbers:
    """The mean over some pairs, per draw; missing where none is known."""
    chosen = shares[:, pairs & ~np.isnan(shares[0])]
    if not chosen.shape[1]:
        return np.full(len(shares), np.nan)
    known = ~np.isnan(chosen)
    count = known.sum(axis=1)
    total = np.where(known, chosen, 0).sum(axis=1)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)


def _blocks(decisions: int, blocks: int, seed: int) -> Counts:
    """The block of each decision: its own where there are as many."""
    if decisions == blocks:
        return np.arange(decisions)
    return np.random.default_rng(seed).permutation(decisions) % blocks


def _both(marks: Marks, block: Counts, blocks: int) -> Numbers:
    """In how many decisions of each block both parties of a pair are marked."""
    if not blocks:
        return np.zeros((0, marks.shape[1], marks.shape[1]))
    order = np.argsort(block, kind="stable")
    deep = -(-len(marks) // blocks)
    filled = np.zeros((blocks, deep, marks.shape[1]), dtype=np.float32)
    ordered = block[order]
    within = np.arange(len(order)) - np.searchsorted(ordered, ordered)
    filled[ordered, within] = marks[order]
    return (filled.transpose(0, 2, 1) @ filled).astype(np.float64)
