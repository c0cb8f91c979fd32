"""The nearest earlier row on the same or a like issue, for many rows in one pass."""

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
    asked = rows["issue"].to_numpy()
    beside = _beside(like, asked.max(initial=0) + 1)[asked]
    second = np.repeat(np.arange(len(asked), dtype=np.int32), np.diff(beside.indptr))
    first = _last_before(rows, second, beside.indices, within=within)
    there = np.flatnonzero(first >= 0)
    columns = {"first": first[there], "second": second[there], "like": beside.data[there]}
    return latest(pd.DataFrame(columns))


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


def _last_before(rows: pd.DataFrame, second: Whole, issue: Whole, *, within: bool) -> Numbers:
    """The place of the last earlier row on each issue asked for; -1 where there is none."""
    own, matter, issues = (
        rows[name].to_numpy(dtype=np.int64) for name in ("own", "matter", "issue")
    )
    day = pd.factorize(rows["day"], sort=True)[0].astype(np.int32)
    width = max(issues.max(initial=0), issue.max(initial=0)) + 1
    group = own * width + issues
    order = np.argsort(group, kind="stable")
    starts = run_starts(group[order])
    ends = np.append(starts[1:], len(order))
    days = day[order]
    run = _numbers_in(group[order[starts]], own[second] * width + issue)
    limit = day[second]
    # where there is no run, the last of these: no day is before it
    asked = np.flatnonzero(np.append(days[starts], len(rows))[run] < limit)
    run, limit, begin = run[asked], limit[asked], starts[run[asked]]
    at = _last_below(days, limit, begin, ends[run])
    if not within:
        turned = np.diff(matter[order], prepend=-1) != 0
        turned[starts] = True
        begins = np.maximum.accumulate(np.where(turned, np.arange(len(order)), 0))
        same = matter[order[at]] == matter[second[asked]]
        at = np.where(same, begins[at] - 1, at)
    found = np.full(len(second), -1)
    there = at >= begin
    found[asked[there]] = order[at[there]]
    return found


def _numbers_in(every: Numbers, asked: Numbers) -> Whole:
    """The place of each number asked for among those in order; -1 where it is not there."""
    size = int(max(every.max(initial=0), asked.max(initial=0))) + 1
    if size > SPARSE * (len(every) + len(asked)):
        place = np.minimum(np.searchsorted(every, asked), max(len(every) - 1, 0))
        return np.where(every[place] == asked, place, -1) if len(every) else place - 1
    table = np.full(size, -1, dtype=np.int32)  # looked up, many times faster than searched
    table[every] = np.arange(len(every))
    return table[asked]


def _last_below(ordered: Whole, limit: Whole, begin: Numbers, end: Numbers) -> Numbers:
    """In each run from ``begin`` to ``end`` the last place below its limit; the first place is
    below it."""
    low, high = begin.copy(), end - 1
    last = ordered[high] < limit  # as for most
    low[last] = high[last]
    open_ = np.flatnonzero(low < high)
    while len(open_):
        middle = (low[open_] + high[open_] + 1) // 2
        below = ordered[middle] < limit[open_]
        low[open_[below]] = middle[below]
        high[open_[~below]] = middle[~below] - 1
        open_ = open_[low[open_] < high[open_]]
    return low
