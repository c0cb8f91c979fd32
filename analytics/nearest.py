"""The nearest earlier row on the same or a like issue, for many rows in one pass."""

import numpy as np
import pandas as pd

from analytics.likeness import Alike, Numbers, Shares
from analytics.packing import spans

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
    found = pd.DataFrame({"first": first, "second": second, "like": alike[pair]})
    return latest(found[first >= 0])


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
    own, matter = (rows[name].to_numpy(dtype=np.int64) for name in ("own", "matter"))
    day, days = pd.factorize(rows["day"], sort=True)
    issues = rows["issue"].to_numpy(dtype=np.int64)
    width = max(issues.max(initial=0), issue.max(initial=0)) + 1
    group = own * width + issues
    order = np.argsort(group, kind="stable")
    moment = group * len(days) + day
    asked = own[second] * width + issue
    at = np.searchsorted(moment[order], asked * len(days) + day[second]) - 1
    if not within:
        runs = group[order], matter[order]
        turned = np.any([np.diff(run, prepend=-1) != 0 for run in runs], axis=0)
        begins = np.maximum.accumulate(np.where(turned, np.arange(len(order)), 0))
        same = (at >= 0) & (matter[order][at] == matter[second])
        at = np.where(same, begins[at] - 1, at)
    there = (at >= 0) & (group[order][at] == asked)
    return np.where(there, order[at], -1)
