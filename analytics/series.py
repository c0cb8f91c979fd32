"""Shares and means over time, broken where elections and new majorities break them.

``rows`` has one row per matter: ``day`` and ``value`` (True and False, or a number such as
Rice), and ``decision``; ``analytics.matters.last_of_matter`` makes it so. ``breaks`` is the
table of ``analytics.breaks.breaks``.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from math import comb

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import gammaln, xlogy

from analytics.intervals import SEED
from analytics.periods import Step, period_starts
from analytics.sampling import HIDDEN_BELOW, Numbers, levels, wilson

DRAWS = 1999
LISTED_AT_MOST = 20_000
MINIMUM = 20
THRESHOLD = 0.05
FIRST = 5
"""A part of so many of the draws is enough for most stretches, where nothing happened."""
EVEN = 1e-12
"""Differences as good as equal: what rounding may make of the same numbers."""

Whole = npt.NDArray[np.int64]


def segments(days: pd.Series, breaks: pd.DataFrame) -> pd.Series:
    """The number of the stretch between breaks that each day lies in; missing for days when
    it is not told who governed, and undated ones."""
    number = _segments(days, breaks)
    told = pd.array(number, dtype="Int64")
    told[number < 0] = pd.NA
    return pd.Series(told, index=days.index, name="segment")


def _segments(days: pd.Series, breaks: pd.DataFrame) -> Whole:
    """``segments`` as plain numbers, -1 where missing."""
    day = days.to_numpy().astype("datetime64[us]")
    begun = np.searchsorted(breaks["day"].to_numpy().astype("datetime64[us]"), day, "right")
    settled = np.sort(breaks["settled"].to_numpy().astype("datetime64[us]"))
    same = begun == np.searchsorted(settled, day, "right")
    made: Whole = np.where(same & ~np.isnat(day), begun, -1).astype(np.int64)
    return made


def stretch_starts(days: pd.Series, breaks: pd.DataFrame, step: Step) -> pd.Series:
    """The first day of the stretch that each day lies in: of its period, or of the part of it
    after a break; missing where ``segments`` is."""
    begun = segments(days, breaks)
    known = breaks["day"].to_numpy().astype("datetime64[us]")
    every = pd.Series(np.insert(known, 0, np.datetime64("0001-01-01", "us")))
    since = every.reindex(begun.fillna(0).astype("int64")).set_axis(days.index)
    period = period_starts(days, step)
    return period.where(period > since, since).where(begun.notna() & period.notna())


def series(rows: pd.DataFrame, breaks: pd.DataFrame, step: Step) -> pd.DataFrame:
    """Shares per period, never across a break: ``segment``, ``period``, ``hits``, ``n``,
    ``middle`` (the mean day), ``share`` (missing when ``level`` is "few"), ``low``, ``high``
    (95 % Wilson), ``level``.

    A period with a break in it is two rows. A line is drawn within a segment only.
    """
    segment = _segments(rows["day"], breaks)
    period = period_starts(rows["day"], step).to_numpy().astype("datetime64[us]")
    kept = np.flatnonzero((segment >= 0) & ~np.isnat(period))
    begun, place = np.unique(period[kept], return_inverse=True)
    cells, cell = np.unique(segment[kept] * (len(begun) + 1) + place, return_inverse=True)
    n = np.bincount(cell, minlength=len(cells))
    value = rows["value"].to_numpy()[kept].astype(np.float64)
    hits = np.bincount(cell, value, minlength=len(cells)).astype(np.int64)
    low, high = wilson(hits, n)
    return pd.DataFrame(
        {
            "segment": cells // (len(begun) + 1),
            "period": begun[cells % (len(begun) + 1)],
            "hits": hits,
            "n": n,
            "middle": _middle(rows["day"].to_numpy()[kept], cell, n),
            "share": pd.Series(hits / np.maximum(n, 1)).where(n >= HIDDEN_BELOW),
            "low": low,
            "high": high,
            "level": levels(n),
        }
    )


def _middle(days: npt.NDArray[np.datetime64], cell: Whole, n: Whole) -> Whole:
    """The mean day in each cell."""
    number = days.astype("datetime64[D]").astype(np.float64)  # exact up to 2**53
    total = np.bincount(cell, number, minlength=len(n)).astype(np.int64)
    made: Whole = (total // np.maximum(n, 1)).astype("datetime64[D]").astype("datetime64[us]")
    return made


def break_tests(
    rows: pd.DataFrame, breaks: pd.DataFrame, *, seed: int = SEED, draws: int = DRAWS
) -> pd.DataFrame:
    """What changed at each known break: ``day``, ``kind``, ``n_before``, ``n_after``,
    ``before``, ``after`` (means), ``effect`` (their difference), ``p``, ``exact``, ``level``.

    Each side reaches to the next break; breaks with an empty side are left out. Effect and p
    are missing when either side is "few". The rows behind: ``analytics.beside.beside_breaks``.
    """
    segment = _segments(rows["day"], breaks)
    value = rows["value"].to_numpy(dtype=float)
    made = [
        _test(known.day, known.kind, value[segment == i], value[segment == i + 1], seed, draws)
        for i, known in enumerate(breaks.itertuples())
        if (segment == i).any() and (segment == i + 1).any()
    ]
    return pd.DataFrame(made, columns=_TESTED)


_TESTED = ["day", "kind", "n_before", "n_after", "before", "after", "effect", "p", "exact"]
_TESTED += ["level"]


def permutation_test(
    before: Numbers, after: Numbers, *, seed: int = SEED, draws: int = DRAWS
) -> tuple[float, bool]:
    """The two-sided p of the difference of means when matters change sides at random, and
    whether it is exact (Fisher 1935; Pitman 1937).

    Of marks 0 and 1 the distribution is the hypergeometric one. Of other numbers all ways are
    gone through when they are few, else ``draws`` of them and the observed one.
    """
    pooled, size = np.concatenate([before, after]), len(before)
    if np.isin(pooled, (0.0, 1.0)).all():
        return _exact_marks(pooled, before), True
    observed = abs(after.mean() - before.mean()) - EVEN
    if comb(len(pooled), size) <= LISTED_AT_MOST:
        ways = [
            pooled[list(chosen)].sum() for chosen in combinations(range(len(pooled)), size)
        ]
        return float((_differences(np.array(ways), pooled, size) >= observed).mean()), True
    random = np.random.default_rng(seed)
    sums = np.array([random.permutation(pooled)[:size].sum() for _ in range(draws)])
    further = (_differences(sums, pooled, size) >= observed).sum()
    return float((1 + further) / (1 + draws)), False


def hints(
    rows: pd.DataFrame,
    breaks: pd.DataFrame | None = None,
    *,
    minimum: int = MINIMUM,
    threshold: float = THRESHOLD,
    seed: int = SEED,
    draws: int = 999,
) -> pd.DataFrame:
    """Months where the share seems to change, as hints: ``day``, ``label`` ("hint"),
    ``n_before``, ``n_after``, ``before``, ``after``, ``evidence`` (log likelihood ratio),
    ``p``; ``since`` and ``until`` (the first and the last month of the matters compared) and
    their ``segment``. The rows behind: ``analytics.beside.beside_hints``.

    Binary segmentation (Scott and Knott 1974) on the binomial likelihood: the best split of a
    stretch is kept when a permutation of its matters seldom has as good a split anywhere, and
    each half is searched in turn. No stretch has fewer than ``minimum`` matters, and none runs
    across a known break: what happened there is no hint.
    """
    dated = rows.dropna(subset="day")
    month = dated["day"].to_numpy().astype("datetime64[M]")
    value = dated["value"].to_numpy(dtype=float)
    number = np.zeros(len(dated), dtype=np.int64)
    if breaks is not None:
        number = _segments(dated["day"], breaks)
    asked = seed, (minimum, draws, threshold)
    found = [
        (*hint, one)
        for one in np.unique(number[number >= 0])
        for hint in _hints(month[number == one], value[number == one], *asked)
    ]
    days = dict.fromkeys(("day", "since", "until"), "datetime64[us]")
    table = pd.DataFrame(found, columns=_HINTED).astype(days)
    return table.assign(label="hint")


def _hints(
    month: npt.NDArray[np.datetime64], value: Numbers, seed: int, limits: "_Limits"
) -> list[tuple[object, ...]]:
    """The hints of one stretch, in order of time."""
    months, place = np.unique(month, return_inverse=True)
    n = np.bincount(place).astype(np.int64)
    hits = np.bincount(place, weights=value).astype(np.int64)
    found = _searched(tuple(hits.tolist()), tuple(n.tolist()), seed, limits)
    day = months.astype("datetime64[us]")
    return [(day[cut], *told, day[start], day[end - 1]) for cut, *told, start, end in found]


_HINTED = ["day", "n_before", "n_after", "before", "after", "evidence", "p"]
_HINTED += ["since", "until", "segment"]
_Hint = tuple[int, int, int, float, float, float, float, int, int]


_Limits = tuple[int, int, float]


@lru_cache(maxsize=512)
def _searched(
    hits: tuple[int, ...], n: tuple[int, ...], seed: int, limits: _Limits
) -> tuple[_Hint, ...]:
    """The hints among the months of one stretch. The draws are its own, so that what is found
    does not depend on what else is looked at, and is remembered."""
    random = np.random.default_rng(seed)
    return tuple(sorted(_split(np.array(hits), np.array(n), 0, random, limits)))


def _split(
    hits: Whole, n: Whole, start: int, random: np.random.Generator, limits: _Limits
) -> Iterator[_Hint]:
    minimum, draws, threshold = limits
    if n.sum() < 2 * minimum or len(n) < 2:
        return
    gains = _gains(hits[None, :], n, minimum)[0]
    best = int(gains.argmax())
    if not np.isfinite(gains[best]) or hits.sum() in (0, n.sum()):
        return
    as_good = 0
    for several in (draws // FIRST, draws - draws // FIRST):
        drawn = random.multivariate_hypergeometric(n, hits.sum(), several, method="marginals")
        as_good += int((_gains(drawn, n, minimum).max(axis=1) >= gains[best] - EVEN).sum())
        p = (1 + as_good) / (1 + draws)
        if p > threshold:  # more draws cannot make it less (Besag and Clifford 1991)
            return
    cut = best + 1
    left, right = int(n[:cut].sum()), int(n[cut:].sum())
    before, after = float(hits[:cut].sum() / left), float(hits[cut:].sum() / right)
    found = left, right, before, after, float(gains[best]), p
    yield start + cut, *found, start, start + len(n)
    yield from _split(hits[:cut], n[:cut], start, random, limits)
    yield from _split(hits[cut:], n[cut:], start + cut, random, limits)


def _gains(hits: Whole, n: Whole, minimum: int) -> Numbers:
    """The log likelihood ratio of two shares over one, after each month but the last."""
    left, left_n = hits.cumsum(axis=1)[:, :-1], n.cumsum()[:-1]
    total, total_n = hits.sum(axis=1, keepdims=True), n.sum()
    right, right_n = total - left, total_n - left_n
    gain = (
        _likelihood(left, left_n) + _likelihood(right, right_n) - _likelihood(total, total_n)
    )
    able = (left_n >= minimum) & (right_n >= minimum)
    made: Numbers = np.where(able, gain, -np.inf)
    return made


def _likelihood(hits: Whole, n: npt.ArrayLike) -> Numbers:
    size = np.asarray(n, dtype=float)
    share = hits / np.maximum(size, 1)
    made: Numbers = xlogy(hits, share) + xlogy(size - hits, 1 - share)
    return made


def _test(
    day: object, kind: object, before: Numbers, after: Numbers, seed: int, draws: int
) -> tuple[object, ...]:
    fewest = min(len(before), len(after))
    means = float(before.mean()), float(after.mean())
    effect, p, exact = float("nan"), float("nan"), False
    if fewest >= HIDDEN_BELOW:
        effect = means[1] - means[0]
        p, exact = permutation_test(before, after, seed=seed, draws=draws)
    return day, kind, len(before), len(after), *means, effect, p, exact, str(levels(fewest))


def _exact_marks(pooled: Numbers, before: Numbers) -> float:
    marked, size = int(pooled.sum()), len(before)
    ways = np.arange(max(0, size - (len(pooled) - marked)), min(size, marked) + 1)
    apart = _differences(ways.astype(float), pooled, size)
    observed = _differences(np.array([before.sum()]), pooled, size)[0]
    chance = _hypergeometric(ways, len(pooled), marked, size)
    return float(min(1.0, chance[apart >= observed - EVEN].sum()))


def _hypergeometric(ways: Whole, among: int, marked: int, size: int) -> Numbers:
    """The chance that so many of ``marked`` are among ``size`` that are taken, over all that
    can be; as ``scipy.stats.hypergeom``, many times faster."""
    parts = (ways, marked - ways, size - ways, among - marked - size + ways)
    logarithm = -np.sum([gammaln(part + 1.0) for part in parts], axis=0)
    chance = np.exp(logarithm - logarithm.max())
    made: Numbers = chance / chance.sum()
    return made


def _differences(sums: Numbers, pooled: Numbers, size: int) -> Numbers:
    """How far apart the two means are when the first side sums to each of ``sums``."""
    made: Numbers = np.abs((pooled.sum() - sums) / (len(pooled) - size) - sums / size)
    return made
