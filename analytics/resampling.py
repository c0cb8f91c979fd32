"""Means over matters with intervals by drawing whole matters anew."""

import numpy as np
import numpy.typing as npt

from analytics.sampling import NORMAL_95, Numbers

DRAWN_AT_MOST = 1000
DRAWS = 1000
SEED = 20220911


def mean_interval(
    values: npt.ArrayLike, matters: npt.ArrayLike, *, seed: int = SEED, draws: int = DRAWS
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
