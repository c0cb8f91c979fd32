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


@dataclass(frozen=True, slots=True)
class Histories:
    """Rows in histories, a matter counted once: ``order`` puts those of a matter in a history
    (a group) beside each other, the last one last; ``starts`` and ``sizes`` are of the groups
    in that order, ``scope`` the history of each, and ``first`` the first group of each."""

    order: Counts
    starts: Counts
    sizes: Counts
    groups: Counts
    """Of every row: its group."""
    scope: Counts
    first: Counts

    def any(self, marks: Marks) -> Marks:
        """Per group and column: whether any of its rows is marked."""
        made: Marks = marks[self.order[self.starts]]
        for step in range(1, int(self.sizes.max(initial=0))):
            longer = np.flatnonzero(self.sizes > step)
            made[longer] |= marks[self.order[self.starts[longer] + step]]
        return made


def histories(matter: Counts, history: Counts, late: Counts) -> Histories:
    """``history`` says which rows are one history, and ``late`` orders the rows of a matter so
    that the last speaks for it."""
    order = np.lexsort([late, matter, history])
    starts, sizes = _runs(history[order], matter[order])
    groups = np.empty(len(order), dtype=np.int64)
    groups[order] = np.repeat(np.arange(len(starts)), sizes)
    scope = np.unique(history[order][starts], return_inverse=True)[1]
    return Histories(
        order, starts, sizes, groups, scope, np.flatnonzero(np.diff(scope, prepend=-1))
    )


def found(could: Marks, did: Marks, within: Histories) -> Found:
    """What happened, against its history, a matter counted once.

    ``could`` and ``did`` have a row per decision and a column per party, pair or other thing.
    """
    did = did & could
    if not len(within.order):
        none = np.zeros(0, dtype=np.int64)
        return Found(none, none, none, none, none, within.groups)
    able, had = within.any(could), within.any(did)
    n, k = (np.add.reduceat(marks, within.first, dtype=np.int64) for marks in (able, had))
    group, column = np.nonzero(had)
    row = _last_rows(did, within, (group, column))
    scope = within.scope[group]
    return Found(column, row, group, n[scope, column] - 1, k[scope, column] - 1, within.groups)


def _runs(history: Counts, matter: Counts) -> tuple[Counts, Counts]:
    """Where each run of rows with the same history and matter begins, and its length."""
    changed = (np.diff(history) != 0) | (np.diff(matter) != 0)
    starts = np.flatnonzero(np.append(np.ones(min(len(history), 1), dtype=bool), changed))
    return starts, np.diff(np.append(starts, len(history)))


def _last_rows(did: Marks, within: Histories, hits: tuple[Counts, Counts]) -> Counts:
    """The last row of each hit's group in which it happened."""
    group, column = hits
    last = within.starts[group] + within.sizes[group] - 1
    missing = ~did[within.order[last], column]
    while missing.any():
        last[missing] -= 1
        missing = ~did[within.order[last], column]
    rows: Counts = within.order[last]
    return rows
