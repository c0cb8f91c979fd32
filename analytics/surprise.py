"""How unusual something is against its own history, in bits, the same for every kind.

A history is a row of opportunities: matters in which something could have happened. Of the
others, k of n had it; the chance that one more has it is then (k + ½) / (n + 1), the mean of
the beta distribution that Jeffreys' prior gives, and the surprise is −log2 of that chance.
Jeffreys, H. (1946), An invariant form for the prior probability in estimation problems.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import betaln, gammaln, logsumexp

Marks = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Found:
    """What happened, an element each: the column it is about, the row that shows it last, the
    matter's group, and of the ``n`` other matters of its history the ``k`` that had it."""

    column: Counts
    row: Counts
    group: Counts
    n: Counts
    k: Counts
    groups: Counts
    """Of every row: its group, a matter within a history."""

    def where(self, wanted: Marks) -> "Found":
        """Only what is wanted."""
        column, row, group, n, k = (
            part[wanted] for part in (self.column, self.row, self.group, self.n, self.k)
        )
        return Found(column, row, group, n, k, self.groups)


def chance(k: npt.ArrayLike, n: npt.ArrayLike) -> Numbers:
    """The chance that one more has what ``k`` of ``n`` had."""
    return (np.asarray(k, dtype=np.float64) + 0.5) / (np.asarray(n, dtype=np.float64) + 1)


def chance_of_as_many(k: int, n: int, *, before: tuple[int, int]) -> float:
    """The chance of ``k`` or more of ``n``, given that ``before`` (hits, n) had it.

    The upper tail of the beta-binomial distribution with Jeffreys' prior.
    """
    hits, total = before
    a, b = hits + 0.5, total - hits + 0.5
    many = np.arange(k, n + 1)
    ways = gammaln(n + 1) - gammaln(many + 1) - gammaln(n - many + 1)
    return float(np.exp(logsumexp(ways + betaln(a + many, b + n - many) - betaln(a, b))))


def bits(probability: npt.ArrayLike) -> Numbers:
    """−log2 of a probability: 1 bit is a coin that falls as it was bet, 10 one in a thousand.

    Never below 0, whatever the rounding.
    """
    asked = np.clip(np.asarray(probability, dtype=np.float64), 1e-300, 1.0)
    surprise: Numbers = -np.log2(asked)
    return surprise


def found(could: Marks, did: Marks, *, matter: Counts, history: Counts, late: Counts) -> Found:
    """What happened, against its history, a matter counted once.

    ``could`` and ``did`` have a row per decision and a column per party, pair or other thing;
    ``history`` says which rows are one history, and ``late`` orders the rows of a matter so
    that the last speaks for it.
    """
    did = did & could
    order = np.lexsort([late, matter, history])
    starts, sizes = _runs(history[order], matter[order])
    groups = np.empty(len(order), dtype=np.int64)
    groups[order] = np.repeat(np.arange(len(starts)), sizes)
    if not len(order):
        none = np.zeros(0, dtype=np.int64)
        return Found(none, none, none, none, none, groups)
    able = np.logical_or.reduceat(could[order], starts)
    had = np.logical_or.reduceat(did[order], starts)
    scope = np.unique(history[order][starts], return_inverse=True)[1]
    first = np.flatnonzero(np.diff(scope, prepend=-1))
    n = np.add.reduceat(able.astype(np.int64), first)
    k = np.add.reduceat(had.astype(np.int64), first)
    group, column = np.nonzero(had)
    row = _last_rows(did[order], order, starts, sizes, (group, column))
    return Found(
        column, row, group, n[scope[group], column] - 1, k[scope[group], column] - 1, groups
    )


def _runs(history: Counts, matter: Counts) -> tuple[Counts, Counts]:
    """Where each run of rows with the same history and matter begins, and its length."""
    changed = (np.diff(history) != 0) | (np.diff(matter) != 0)
    starts = np.flatnonzero(np.append(np.ones(min(len(history), 1), dtype=bool), changed))
    return starts, np.diff(np.append(starts, len(history)))


def _last_rows(
    did: Marks, order: Counts, starts: Counts, sizes: Counts, hits: tuple[Counts, Counts]
) -> Counts:
    """The last row of each hit's group in which it happened."""
    group, column = hits
    last = starts[group] + sizes[group] - 1
    missing = ~did[last, column]
    while missing.any():
        last[missing] -= 1
        missing = ~did[last, column]
    rows: Counts = order[last]
    return rows
