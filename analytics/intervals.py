"""Intervals of means, by drawing whole matters again."""

import math

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.sampling import HIDDEN_BELOW, NORMAL_95, Numbers

ROUNDS = 1_000
DRAWN_AT_MOST = 1_000
SEED = 20_221_214
MANY = 100


def means(
    values: npt.NDArray[np.float64],
    place: npt.NDArray[np.int64],
    size: int,
    *,
    seed: int = SEED,
) -> pd.DataFrame:
    """``n``, ``mean``, ``low`` and ``high`` of the values of each of ``size`` groups; missing
    values are left out, and groups too small to show have no limits.

    ``place`` says which group each value belongs to; see ``mean_interval``.
    """
    known = ~np.isnan(values)
    values, place = values[known], place[known]
    order = np.argsort(place, kind="stable")
    n = np.bincount(place, minlength=size)
    groups = np.split(values[order], np.cumsum(n)[:-1]) if size else []
    limits = [
        mean_interval(one if len(one) >= HIDDEN_BELOW else (), seed=seed) for one in groups
    ]
    total = np.bincount(place, weights=values, minlength=size)
    found = pd.DataFrame(limits, columns=["low", "high"], dtype=np.float64)
    return found.assign(n=n, mean=np.where(n > 0, total, np.nan) / np.maximum(n, 1))


def mean_interval(
    values: npt.ArrayLike, *, rounds: int = ROUNDS, seed: int = SEED
) -> tuple[float, float]:
    """The 95 % percentile interval of the mean of ``values``, one value per matter; missing
    where there is none.

    Efron, B. (1979), Bootstrap methods: another look at the jackknife. How often each of the
    different values is drawn follows a multinomial distribution, so that drawing many matters
    anew takes no longer than drawing the few values that they have. From MANY matters the mean
    of those drawn is normal, and its limits are worked out instead of drawn.
    """
    given = np.asarray(values, dtype=np.float64)
    n = len(given)
    if n == 0:
        return float("nan"), float("nan")
    if n >= MANY:
        mean, half = float(given.mean()), NORMAL_95 * float(given.std()) / math.sqrt(n)
        return mean - half, mean + half
    different, counts = np.unique(given, return_counts=True)
    drawn = np.random.default_rng(seed).multinomial(n, counts / n, size=rounds)
    low, high = np.quantile(drawn @ different / n, [0.025, 0.975])
    return float(low), float(high)


def clustered_mean(
    values: npt.ArrayLike, matters: npt.ArrayLike, *, seed: int = SEED, draws: int = ROUNDS
) -> tuple[float, float, float]:
    """The mean of ``values`` and its 95 % interval; whole ``matters`` are drawn anew.

    The percentile interval of Efron (1979), with matters as clusters. Over a thousand matters
    the normal interval of the ratio, from the spread between matters, is used: it is what the
    drawing tends to. Three missing numbers without values.
    """
    value = np.asarray(values, dtype=np.float64)
    if not len(value):
        return (float("nan"),) * 3
    place = np.unique(np.asarray(matters), return_inverse=True)[1]
    sums = np.asarray(np.bincount(place, value), dtype=np.float64)
    sizes = np.bincount(place).astype(np.float64)
    mean = float(sums.sum() / sizes.sum())
    if len(sums) > DRAWN_AT_MOST:
        half = NORMAL_95 * np.sqrt(((sums - mean * sizes) ** 2).sum()) / sizes.sum()
        return mean, mean - half, mean + half
    low, high = np.quantile(_drawn(sums, sizes, seed, draws), (0.025, 0.975))
    return mean, float(low), float(high)


def _drawn(sums: Numbers, sizes: Numbers, seed: int, draws: int) -> Numbers:
    chosen = np.random.default_rng(seed).integers(0, len(sums), (draws, len(sums)))
    means: Numbers = sums[chosen].sum(axis=1) / sizes[chosen].sum(axis=1)
    return means
