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
    """What happened, an element each: the row that shows it last, the group (a matter within a
    history), and of the ``n`` other matters of its history the ``k`` that had it."""

    row: Counts
    group: Counts
    n: Counts
    k: Counts

    def where(self, wanted: Marks) -> "Found":
        """Only what is wanted."""
        return Found(self.row[wanted], self.group[wanted], self.n[wanted], self.k[wanted])


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


@dataclass(frozen=True, slots=True)
class Histories:
    """Rows in histories, a matter counted once.

    ``order`` puts the rows of a matter in a history (a group) beside each other, the last one
    last; ``group`` is the group of each row in that order, and ``scope`` the history of each
    group, of ``size``.
    """

    order: Counts
    group: Counts
    scope: Counts
    size: int

    def last(self, marks: Marks) -> Counts:
        """The place in ``order`` of the last marked row of each group that has one."""
        places = np.flatnonzero(marks[self.order])
        group = self.group[places]
        ends = np.ones(len(places), dtype=bool)
        np.not_equal(group[1:], group[:-1], out=ends[:-1])
        return places[ends]

    def rows(self, group: int) -> Counts:
        """The rows of a group."""
        start, end = np.searchsorted(self.group, [group, group + 1])
        return self.order[start:end]


def histories(history: Counts, matter: Counts, late: Counts) -> Histories:
    """``history`` (from 0) says which rows are one history, and ``late`` orders the rows of a
    matter so that the last speaks for it."""
    order = np.lexsort([late, matter, history])
    return within_order(order, history, matter)


def within_order(order: Counts, history: Counts, matter: Counts) -> Histories:
    """Histories of rows whose order is known."""
    scope, about = history[order], matter[order]
    starts = np.ones(len(order), dtype=bool)
    starts[1:] = (scope[1:] != scope[:-1]) | (about[1:] != about[:-1])
    return Histories(
        order, np.cumsum(starts) - 1, scope[starts], int(history.max(initial=-1)) + 1
    )


def found(could: Marks, did: Marks, within: Histories) -> Found:
    """What happened, against its history, a matter counted once; ``could`` and ``did`` mark
    decisions, and nothing did that could not."""
    able = within.scope[within.group[within.last(could)]]
    last = within.last(did)
    group = within.group[last]
    scope = within.scope[group]
    n, k = (np.bincount(hits, minlength=within.size)[scope] - 1 for hits in (able, scope))
    return Found(within.order[last], group, n, k)
