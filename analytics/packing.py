"""Long tables as matrices: a row per decision, its parties beside each other."""

import numpy as np
import numpy.typing as npt
import pandas as pd

Numbers = npt.NDArray[np.int64]


def packed(values: Numbers, place: Numbers) -> Numbers:
    """Values of rows that are ordered by ``place`` (0, 1, …), each row of the matrix filled
    from the left and with 0 at its end."""
    column = columns(place)
    shape = (int(place[-1]) + 1, int(column.max()) + 1) if len(place) else (0, 0)
    matrix = np.zeros(shape, dtype=np.int64)
    matrix[place, column] = values
    return matrix


def columns(place: Numbers) -> Numbers:
    """The column of each row in ``packed``."""
    starts = np.flatnonzero(np.diff(place, prepend=-1))
    sizes = np.diff(np.append(starts, len(place)))
    return np.arange(len(place)) - np.repeat(starts, sizes)


def different(matrix: Numbers) -> tuple[Numbers, Numbers]:
    """The different rows of a matrix of small whole numbers, and which of them each row is."""
    key = np.zeros(len(matrix), dtype=np.int64)
    for column in matrix.T:
        # numbered anew after each column, so that the key never outgrows 64 bits
        key = pd.factorize(key * (column.max(initial=0) + 1) + column)[0].astype(np.int64)
    _, first = np.unique(key, return_index=True)
    return matrix[first], key


def spans(starts: Numbers, sizes: Numbers) -> tuple[Numbers, Numbers]:
    """The numbers from each start on, so many of each size, after one another; and before
    them, which start each belongs to."""
    owner = np.repeat(np.arange(len(sizes)), sizes)
    within = np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return owner, starts[owner] + within
