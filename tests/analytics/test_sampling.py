"""How sure a figure is, reckoned by hand and a second, plainer way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.sampling import NORMAL_95, levels, wilson

COUNTS = st.integers(1, 2_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("n", "level"),
    [
        (0, "few"),
        (9, "few"),
        (10, "uncertain"),
        (29, "uncertain"),
        (30, "firm"),
        (9_999, "firm"),
    ],
)
def test_levels(n: int, level: str) -> None:
    """Mistake 6: hidden below ten, grey below thirty."""
    assert levels(n) == level
    assert levels([n, n]).tolist() == [level, level]


def test_nothing_counted_says_nothing() -> None:
    assert [float(limit) for limit in wilson(0, 0)] == [0.0, 1.0]


def slow_limit(hits: int, n: int, *, upper: bool) -> float:
    """The farthest share that the counts do not speak against, found by halving: the share
    counted lies 1.96 of its standard errors away."""
    told = hits / n
    near, far = told, 1.0 if upper else 0.0
    for _ in range(80):
        middle = (near + far) / 2
        if (told - middle) ** 2 <= NORMAL_95**2 * middle * (1 - middle) / n:
            near = middle
        else:
            far = middle
    return near


@given(COUNTS)
def test_wilson_is_where_the_counts_would_be_too_far_off(counts: tuple[int, int]) -> None:
    hits, n = counts
    expected = [slow_limit(hits, n, upper=upper) for upper in (False, True)]

    assert wilson(hits, n) == pytest.approx(expected, abs=1e-6)
