"""The nearest earlier row on the same or a like issue, for many rows in one pass."""

from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from analytics.likeness import Alike, Numbers
from analytics.matters import SPARSE
from analytics.sides import run_starts

Whole = npt.NDArray[np.integer[Any]]

SAME = 100.0
"""How alike an issue is to itself."""
AT_ONCE = 1_000_000
"""How many earlier rows are looked for at once, so that what is looked at stays near."""


def itself(issues: Numbers) -> Alike:
    """Each issue beside itself."""
    every = np.sort(pd.unique(issues))
    return every, every, np.full(len(every), SAME)


def nearest(rows: pd.DataFrame, like: Alike, *, within: bool = True) -> pd.DataFrame:
    """For each row the last one of an earlier day, of the same ``own``, on an issue beside its
    own: ``first`` and ``second`` (places in ``rows``) and ``like``.

    ``rows`` has ``own``, ``issue`` and ``matter`` (numbers) and ``day``, and is in order of
    time. ``like`` has the pairs of issues that stand beside each other, and how alike they
    are. Unless ``within``, the earlier row is of another matter.
    """
    issue = rows["issue"].to_numpy(dtype=np.int64)
    beside = _beside(like, issue.max(initial=0) + 1)
    runs = _Runs(rows, beside.shape[0])
    asked = np.cumsum(np.diff(beside.indptr)[issue])
    ends = [*np.flatnonzero(np.diff(asked // AT_ONCE)) + 1, len(rows)]
    found = [
        _found(runs, beside[issue[begin:end]], begin, within=within)
        for begin, end in pairwise([0, *ends])
    ]
    return pd.concat(found, ignore_index=True)


def latest(found: pd.DataFrame) -> pd.DataFrame:
    """The last ``first`` of each ``second``."""
    second = found["second"].to_numpy()
    best = np.full(second.max(initial=-1) + 1, -1)
    np.maximum.at(best, second, found["first"].to_numpy())
    chosen = found[found["first"].to_numpy() == best[second]]
    single: pd.DataFrame = chosen.drop_duplicates("second")
    return single.sort_values("second", ignore_index=True)


def nearest_same(rows: pd.DataFrame) -> pd.DataFrame:
    """``nearest`` where each issue stands beside itself and no other."""
    own, issue = (rows[name].to_numpy(dtype=np.int64) for name in ("own", "issue"))
    group = own * (issue.max(initial=0) + 1) + issue
    order = np.argsort(group, kind="stable")
    group, day = group[order], rows["day"].to_numpy()[order]
    turned = np.ones(len(order), dtype=bool)
    turned[1:] = (group[1:] != group[:-1]) | (day[1:] != day[:-1])
    first = np.maximum.accumulate(np.where(turned, np.arange(len(order)), 0)) - 1
    there = (first >= 0) & (group[first] == group)
    columns = {"first": order[first[there]], "second": order[there], "like": SAME}
    return pd.DataFrame(columns)


def _beside(like: Alike, least: int) -> sparse.csr_array:
    """The pairs from either side: a row and a column per issue, filled with how alike."""
    one, two, alike = like
    apart = one != two
    ends = np.concatenate([one, two[apart]]), np.concatenate([two, one[apart]])
    size = max(least, ends[0].max(initial=-1) + 1)
    table = np.concatenate([alike, alike[apart]]), ends
    return sparse.coo_array(table, shape=(size, size)).tocsr()


def _found(
    runs: "_Runs", beside: sparse.csr_array, begin: int, *, within: bool
) -> pd.DataFrame:
    """``nearest`` of the rows from ``begin`` on, with the issues beside the issue of each."""
    places = np.arange(begin, begin + beside.shape[0])
    second = np.repeat(places, np.diff(beside.indptr))
    first = runs.last_before(second, beside.indices, within=within)
    there = np.flatnonzero(first >= 0)
    columns = {"first": first[there], "second": second[there], "like": beside.data[there]}
    return latest(pd.DataFrame(columns))


class _Runs:
    """Rows of one ``own`` on one issue, in order of time, looked up by both."""

    def __init__(self, rows: pd.DataFrame, issues: int) -> None:
        own, matter, issue = (
            rows[name].to_numpy(dtype=np.int64) for name in ("own", "matter", "issue")
        )
        self.matter, self.own = matter, own * issues
        self.day = pd.factorize(rows["day"], sort=True)[0].astype(np.int32)
        group = self.own + issue
        self.order = np.argsort(group, kind="stable")
        self.starts = run_starts(group[self.order]).astype(np.int32)
        self.ends = np.append(self.starts[1:], np.int32(len(rows)))
        self.days = self.day[self.order]
        # the last is for what is in no run: no day is before it
        self.firsts = np.append(self.days[self.starts], len(rows))
        self.keys = group[self.order[self.starts]]
        size = self.own.max(initial=0) + issues
        self.table = None
        if size <= SPARSE * len(rows):  # looked up, many times faster than searched for
            self.table = np.full(size, -1, dtype=np.int32)
            self.table[self.keys] = np.arange(len(self.keys))

    def last_before(self, second: Whole, issue: Whole, *, within: bool) -> Numbers:
        """The place of the last row before each ``second`` on an issue; -1 where there is
        none, or, unless ``within``, none of another matter."""
        run = self._numbers(self.own[second] + issue)
        limit = self.day[second]
        asked = np.flatnonzero(self.firsts[run] < limit)
        run, limit, begin = run[asked], limit[asked], self.starts[run[asked]]
        at = _last_below(self.days, limit, begin, self.ends[run])
        if not within:
            same = self.matter[self.order[at]] == self.matter[second[asked]]
            at = np.where(same, self._matter_begins[at] - 1, at)
        found = np.full(len(second), -1)
        there = at >= begin
        found[asked[there]] = self.order[at[there]]
        return found

    @cached_property
    def _matter_begins(self) -> Numbers:
        """Where the rows of one matter in a run begin, for each row in order."""
        turned = np.diff(self.matter[self.order], prepend=-1) != 0
        turned[self.starts] = True
        begins: Numbers = np.maximum.accumulate(np.where(turned, np.arange(len(turned)), 0))
        return begins

    def _numbers(self, key: Whole) -> Whole:
        """The run of each key; -1 where there is none."""
        if self.table is not None:
            return self.table[key]
        place = np.minimum(np.searchsorted(self.keys, key), len(self.keys) - 1)
        return np.where(self.keys[place] == key, place, -1)


def _last_below(ordered: Whole, limit: Whole, begin: Whole, end: Whole) -> Whole:
    """In each run from ``begin`` to ``end`` the last place below its limit; the first place is
    below it."""
    found = end - 1  # as for most
    open_ = np.flatnonzero(ordered[found] >= limit)
    low, high, least = begin[open_], found[open_], limit[open_]
    while (low < high).any():
        middle = (low + high + 1) >> 1
        below = ordered[middle] < least
        low, high = np.where(below, middle, low), np.where(below, high, middle - 1)
    found[open_] = low
    return found
