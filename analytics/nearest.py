"""The nearest earlier row on the same or a like issue, for many rows in one pass."""

import numpy as np
import pandas as pd

from analytics.likeness import Alike, Numbers, Shares
from analytics.matters import SPARSE
from analytics.packing import spans
from analytics.sides import run_starts

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
    issue, other, alike = _both_ways(like)
    asked = rows["issue"].to_numpy()
    starts = np.searchsorted(issue, asked)
    second, pair = spans(starts, np.searchsorted(issue, asked, side="right") - starts)
    first = _last_before(rows, second, other[pair], within=within)
    there = np.flatnonzero(first >= 0)
    columns = {"first": first[there], "second": second[there], "like": alike[pair[there]]}
    return latest(pd.DataFrame(columns))


def latest(found: pd.DataFrame) -> pd.DataFrame:
    """The last ``first`` of each ``second``."""
    second = found["second"].to_numpy()
    best = np.full(second.max(initial=-1) + 1, -1)
    np.maximum.at(best, second, found["first"].to_numpy())
    chosen = found[found["first"].to_numpy() == best[second]]
    single: pd.DataFrame = chosen.drop_duplicates("second")
    return single.sort_values("second", ignore_index=True)


def _both_ways(like: Alike) -> tuple[Numbers, Numbers, Shares]:
    """The pairs from either side, in order."""
    one, two, alike = like
    apart = one != two
    first, second = np.concatenate([one, two[apart]]), np.concatenate([two, one[apart]])
    order = np.argsort(first, kind="stable")
    return first[order], second[order], np.concatenate([alike, alike[apart]])[order]


def _last_before(
    rows: pd.DataFrame, second: Numbers, issue: Numbers, *, within: bool
) -> Numbers:
    """The place of the last earlier row on each issue asked for; -1 where there is none."""
    own, matter, issues = (
        rows[name].to_numpy(dtype=np.int64) for name in ("own", "matter", "issue")
    )
    day, _ = pd.factorize(rows["day"], sort=True)
    width = max(issues.max(initial=0), issue.max(initial=0)) + 1
    group = own * width + issues
    order = np.argsort(group, kind="stable")
    run = _numbers_in(group[order], own[second] * width + issue)
    asked = np.flatnonzero(run >= 0)
    starts = run_starts(group[order])
    ends = np.append(starts[1:], len(order))
    begin, end = starts[run[asked]], ends[run[asked]]
    at = _first_from(day[order], day[second[asked]], begin, end) - 1
    if not within:
        turned = np.diff(matter[order], prepend=-1) != 0
        turned[starts] = True
        begins = np.maximum.accumulate(np.where(turned, np.arange(len(order)), 0))
        same = (at >= begin) & (matter[order][at] == matter[second[asked]])
        at = np.where(same, begins[at] - 1, at)
    found = np.full(len(second), -1)
    there = at >= begin
    found[asked[there]] = order[at[there]]
    return found


def _numbers_in(ordered: Numbers, asked: Numbers) -> Numbers:
    """Which run of equal numbers holds each number asked for; -1 where none does."""
    every = ordered[run_starts(ordered)]
    size = int(max(ordered.max(initial=0), asked.max(initial=0))) + 1
    if size > SPARSE * (len(ordered) + len(asked)):
        run = np.minimum(np.searchsorted(every, asked), max(len(every) - 1, 0))
        return np.where(every[run] == asked, run, -1) if len(every) else run - 1
    table = np.full(size, -1)  # looked up, many times faster than searched for
    table[every] = np.arange(len(every))
    found: Numbers = table[asked]
    return found


def _first_from(ordered: Numbers, limit: Numbers, begin: Numbers, end: Numbers) -> Numbers:
    """In each run from ``begin`` to ``end`` the first place that is not below its limit."""
    low, high = begin.copy(), end.copy()
    low[ordered[begin] < limit] += 1  # most runs are of one
    open_ = np.flatnonzero((low > begin) & (low < high))
    while len(open_):
        middle = (low[open_] + high[open_]) // 2
        below = ordered[middle] < limit[open_]
        low[open_[below]] = middle[below] + 1
        high[open_[~below]] = middle[~below]
        open_ = open_[low[open_] < high[open_]]
    return low
