"""Points whose distances are as near given ones as can be, and how far off they are."""

from itertools import combinations
from math import dist, sqrt

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import pdist, squareform

from analytics.scaling import classical, oriented, scaled, stress
from tests.analytics.councils import QUICK

Numbers = npt.NDArray[np.float64]


@pytest.mark.parametrize(
    ("points", "between", "expected"),
    [
        # shown 3, asked for 4: 1 missed of 3
        ([(0, 0), (3, 0)], [4], 1 / 3),
        ([(0, 0), (3, 4)], [5], 0),
        # shown 3, 4 and 5; asked for 3, 4 and 0
        ([(0, 0), (3, 0), (3, 4)], [3, 0, 4], sqrt(25 / 50)),
        # all on one spot, or alone: nothing is shown
        ([(1, 1), (1, 1)], [2], None),
        ([(1, 1)], [], None),
    ],
)
def test_stress_counted_by_hand(
    points: list[tuple[int, int]], between: list[int], expected: float | None
) -> None:
    distances = squareform(np.array(between, dtype=float)) if between else np.zeros((1, 1))
    found = stress(np.array(points, dtype=float), distances)

    assert np.isnan(found) if expected is None else found == pytest.approx(expected)


PLACES = st.lists(st.tuples(*[st.integers(-9, 9)] * 2), min_size=2, max_size=6, unique=True)
GAPS = st.integers(2, 6).flatmap(
    lambda size: st.lists(
        st.integers(0, 20), min_size=size * (size - 1) // 2, max_size=size * (size - 1) // 2
    )
)


def square(gaps: list[int]) -> Numbers:
    made: Numbers = squareform(np.array(gaps, dtype=float) / 20)
    return made


def slow_stress(points: Numbers, distances: Numbers) -> float:
    """Kruskal's formula with two sums, pair by pair."""
    missed = shown = 0.0
    for one, two in combinations(range(len(points)), 2):
        apart = dist(points[one], points[two])
        missed += (apart - distances[one, two]) ** 2
        shown += apart**2
    return sqrt(missed / shown) if shown else float("nan")


@QUICK
@given(PLACES, st.data())
def test_stress_is_what_a_slow_sum_says(
    places: list[tuple[int, int]], data: st.DataObject
) -> None:
    points, size = np.array(places, dtype=float), len(places)
    gaps = data.draw(
        st.lists(
            st.integers(0, 20),
            min_size=size * (size - 1) // 2,
            max_size=size * (size - 1) // 2,
        )
    )

    assert stress(points, square(gaps)) == pytest.approx(slow_stress(points, square(gaps)))


@QUICK
@given(PLACES, st.floats(0, 6), st.floats(0.1, 9))
def test_stress_does_not_see_turns_moves_and_scale(
    places: list[tuple[int, int]], angle: float, scale: float
) -> None:
    points = np.array(places, dtype=float)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    asked = squareform(pdist(points[::-1]))

    moved = points @ turn * scale + 7
    assert stress(moved, asked * scale) == pytest.approx(stress(points, asked), abs=1e-9)


@QUICK
@given(GAPS)
def test_no_start_is_better_than_what_is_found(gaps: list[int]) -> None:
    distances = square(gaps)
    found, start = scaled(distances, seed=1), classical(distances)

    assert found.shape == (len(distances), 2)
    if not np.isnan(stress(start, distances)) and not np.isnan(stress(found, distances)):
        assert raw(found, distances) <= raw(start, distances) + 1e-6
    assert (scaled(distances, seed=1) == found).all()


def raw(points: Numbers, distances: Numbers) -> float:
    """The sum of squared misses."""
    shown: Numbers = squareform(pdist(points))
    return float(((shown - distances) ** 2).sum())


@QUICK
@given(PLACES, st.integers(0, 5))
def test_turning_a_map_keeps_its_distances(places: list[tuple[int, int]], left: int) -> None:
    points = np.array(places, dtype=float)
    found = oriented(points, left=left if left < len(points) else None)

    assert pdist(found) == pytest.approx(pdist(points))
    assert found.mean(axis=0) == pytest.approx([0, 0], abs=1e-9)
    if left < len(points):
        assert found[left, 0] <= 1e-9
