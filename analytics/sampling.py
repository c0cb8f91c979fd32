"""How sure a figure is: intervals, and when there is too little to say anything."""

import numpy as np
import numpy.typing as npt

HIDDEN_BELOW = 10
UNCERTAIN_BELOW = 30
NORMAL_95 = 1.959964

Numbers = npt.NDArray[np.float64]


def wilson(hits: npt.ArrayLike, n: npt.ArrayLike) -> tuple[Numbers, Numbers]:
    """The 95 % Wilson intervals of shares ``hits`` / ``n``; (0, 1) where nothing was counted.

    Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference.
    """
    counted = np.asarray(n, dtype=np.float64)
    known = np.maximum(counted, 1)
    share, z2 = np.asarray(hits, dtype=np.float64) / known, NORMAL_95**2
    centre = (share + z2 / (2 * known)) / (1 + z2 / known)
    spread = np.sqrt(share * (1 - share) / known + z2 / (4 * known**2))
    half = NORMAL_95 / (1 + z2 / known) * spread
    # without rounding, so that what never or always happened has a limit of exactly that
    low = np.where(share == 0, 0.0, np.maximum(centre - half, 0.0))
    return low, np.where((share == 1) | (counted == 0), 1.0, np.minimum(centre + half, 1.0))


def levels(n: npt.ArrayLike) -> npt.NDArray[np.str_]:
    """How far figures on ``n`` decisions can be trusted: "few", "uncertain" or "firm"."""
    counted = np.asarray(n)
    firm = np.where(counted < UNCERTAIN_BELOW, "uncertain", "firm")
    return np.where(counted < HIDDEN_BELOW, "few", firm)
