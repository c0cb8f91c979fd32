"""Whole matters drawn again and again, to see how far figures that hang together would move.

A matter's parties decide at the same time, so what is drawn is the matter with all its pairs,
never a single point (Efron and Tibshirani, An introduction to the bootstrap, 1993, ch. 8).
Beyond ``BLOCKS`` matters, that many blocks of matters shuffled together are drawn instead:
the spread is the same, and the cost no longer grows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from analytics.sampling import HIDDEN_BELOW
from analytics.sides import Counts, Joint, Marks, Sides

BLOCKS = 2000
RESAMPLES = 1000
SEED = 1
AT_ONCE = 40
"""Draws that are counted at once: as many as a processor keeps near."""
EXACT = 2**23
"""Below so many decisions, sums of them are whole numbers that the smaller floats hold
exactly, and that are added in half the time."""

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


@dataclass(frozen=True, slots=True)
class Design:
    """Which decisions make up each block (a row of ``members``, filled up with a number that
    no decision has), the ``block`` of each decision, and how often each block is drawn: a row
    of ones, then a row per draw."""

    members: Counts
    block: Counts
    weight: npt.NDArray[np.float32 | np.float64]


@lru_cache(maxsize=2)
def design(decisions: int, *, resamples: int = RESAMPLES, seed: int = SEED) -> Design:
    """The draws of so many decisions; the same for the same seed, and kept for the next who
    asks: what is counted beside each other is drawn alike."""
    random = np.random.default_rng(seed)
    blocks = min(decisions, BLOCKS)
    places = np.arange(decisions) if decisions == blocks else random.permutation(decisions)
    members = np.full(-(-decisions // max(blocks, 1)) * blocks, decisions)
    members[:decisions] = places
    block = np.empty(decisions, dtype=np.int64)
    block[places] = np.arange(decisions) % max(blocks, 1)
    kind = np.float32 if decisions < EXACT else np.float64
    weight = np.ones((resamples + 1, blocks), dtype=kind)
    _fill(weight[1:], random.integers(0, max(blocks, 1), (resamples, blocks)))
    return Design(members.reshape(-1, max(blocks, 1)).T[:blocks], block, weight)


def draw(sides: Sides, joint: Joint, made: Design) -> Drawn:
    """The counts of every pair in each draw."""
    return draws([(sides, joint)], made)[0]


def draws(several: Sequence[tuple[Sides, Joint]], made: Design) -> list[Drawn]:
    """``draw`` of several marks of the same decisions and parties, in the same draws."""
    width = len(several[0][0].parties)
    first, second = np.triu_indices(width, k=1)
    cells = [table for each in several for table in _cells(*each, made)]
    # one product of all that is counted, which goes through the draws once
    every = np.hstack([table[:, first, second] for table in cells])
    counted = (made.weight @ every.astype(made.weight.dtype)).astype(np.float64)
    parts = np.split(counted, len(cells), axis=1)
    return [
        Drawn(first, second, n, agree)
        for n, agree in zip(parts[::2], parts[1::2], strict=True)
    ]


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


def _fill(weight: npt.NDArray[np.float32 | np.float64], drawn: Counts) -> None:
    """How often each block comes up in each draw, when as many are drawn as there are."""
    blocks = weight.shape[1]
    for start in range(0, len(weight), AT_ONCE):
        some = drawn[start : start + AT_ONCE]
        cells = some + np.arange(len(some))[:, np.newaxis] * blocks
        times = np.bincount(cells.ravel(), minlength=some.size)
        weight[start : start + AT_ONCE] = times.reshape(some.shape)


def _cells(sides: Sides, joint: Joint, made: Design) -> tuple[Numbers, Numbers]:
    """How often each pair shares a decision, and agrees, in each block."""
    agree = _both(sides.supports | sides.silent, made) + _both(sides.abstained, made)
    np.add.at(agree, (made.block[joint.row], joint.first, joint.second), 1)
    return _both(sides.taken, made), agree


def _both(marks: Marks, made: Design) -> Numbers:
    """In how many decisions of each block both parties of a pair are marked."""
    filled = np.zeros((len(marks) + 1, marks.shape[1]), dtype=np.float32)
    filled[:-1] = marks
    blocks = filled[made.members]
    return (blocks.transpose(0, 2, 1) @ blocks).astype(np.float64)
