"""Intervals of means."""

from math import ceil, floor, sqrt
from statistics import fmean, pstdev

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.intervals import (
    DRAWN_AT_MOST,
    ROUNDS,
    SEED,
    clustered_mean,
    mean_interval,
    means,
)

QUICK = settings(max_examples=30, deadline=None)


def test_the_interval_is_what_drawing_the_matters_themselves_gives() -> None:
    values = np.array([0.0] * 12 + [0.5] * 9 + [1.0] * 20)
    drawn = np.random.default_rng(1).choice(values, size=(20_000, len(values))).mean(axis=1)

    assert mean_interval(values, rounds=20_000) == pytest.approx(
        np.quantile(drawn, [0.025, 0.975]), abs=0.01
    )


def test_many_matters_give_the_limits_that_drawing_them_would() -> None:
    values = np.array([0.0] * 40 + [0.25] * 30 + [1.0] * 50)
    drawn = np.random.default_rng(1).choice(values, size=(20_000, len(values))).mean(axis=1)

    assert mean_interval(values) == pytest.approx(np.quantile(drawn, [0.025, 0.975]), abs=0.01)


def test_nothing_has_no_interval_and_equal_values_a_point() -> None:
    assert np.isnan(mean_interval([])).all()
    assert mean_interval([0.5] * 11) == (0.5, 0.5)


def test_the_same_seed_draws_the_same() -> None:
    values = np.linspace(0, 1, 20)

    assert mean_interval(values, seed=3) == mean_interval(values, seed=3)
    assert mean_interval(values, seed=3) != mean_interval(values, seed=4)


def test_means_of_groups_leave_the_missing_out_and_small_groups_without_limits() -> None:
    values = np.array([1.0] * 10 + [0.0, np.nan, 1.0])
    place = np.array([2] * 10 + [0, 0, 0])
    found = means(values, place, 3)

    assert found["n"].tolist() == [2, 0, 10]
    assert found["mean"].fillna(-1).tolist() == [0.5, -1, 1]
    assert found["low"].fillna(-1).tolist() == [-1, -1, 1]


@QUICK
@given(st.lists(st.floats(-1, 1), min_size=1, max_size=130))
def test_the_interval_holds_the_mean_or_its_neighbourhood(values: list[float]) -> None:
    low, high = mean_interval(values)
    slack = 4 * np.std(values) / np.sqrt(len(values)) + 1e-9

    assert low <= high
    assert low - 1e-9 <= max(values) and high + 1e-9 >= min(values)
    assert abs(low - np.mean(values)) <= slack and abs(high - np.mean(values)) <= slack


def slow_quantile(values: list[float], part: float) -> float:
    """The value below which so large a part lies, between two of them in proportion."""
    ordered = sorted(values)
    place = part * (len(ordered) - 1)
    low = ordered[floor(place)]
    return low + (ordered[ceil(place)] - low) * (place - floor(place))


def slow_limits(values: list[float], rounds: int) -> list[float]:
    """The limits of a mean, adding up one draw at a time."""
    if len(values) >= 100:
        half = 1.959964 * pstdev(values) / sqrt(len(values))
        return [fmean(values) - half, fmean(values) + half]
    different = sorted({*values})
    chances = [values.count(one) / len(values) for one in different]
    random = np.random.default_rng(SEED)
    times = random.multinomial(len(values), chances, size=rounds).tolist()
    drawn = [
        sum(n * one for n, one in zip(each, different, strict=True)) / len(values)
        for each in times
    ]
    return [slow_quantile(drawn, part) for part in (0.025, 0.975)]


SHARES = st.sampled_from([None, 0.0, 0.25, 0.5, 1.0])


@QUICK
@given(st.lists(st.tuples(st.integers(0, 2), SHARES), max_size=60), st.sampled_from([1, 12]))
def test_means_of_groups_are_what_a_slow_count_says(
    rows: list[tuple[int, float | None]], times: int
) -> None:
    many = rows * times
    values = np.array([value for _, value in many], dtype=np.float64)

    found = means(values, np.array([place for place, _ in many], dtype=np.int64), 3)

    for place in range(3):
        own = [value for here, value in many if here == place and value is not None]
        row = found.loc[place]
        assert row["n"] == len(own)
        assert row["mean"] == pytest.approx(fmean(own) if own else np.nan, nan_ok=True)
        limits = slow_limits(own, ROUNDS) if len(own) >= 10 else [np.nan] * 2
        assert row[["low", "high"]].tolist() == pytest.approx(limits, nan_ok=True)


def slow_clustered(values: list[float], matters: list[int], draws: int) -> list[float]:
    """The mean of values, and its limits when whole matters are drawn one after another."""
    own = [
        [value for value, matter in zip(values, matters, strict=True) if matter == one]
        for one in sorted({*matters})
    ]
    mean = fmean(values)
    if len(own) > DRAWN_AT_MOST:
        spread = sum((sum(some) - mean * len(some)) ** 2 for some in own)
        half = 1.959964 * sqrt(spread) / len(values)
        return [mean, mean - half, mean + half]
    chosen = np.random.default_rng(SEED).integers(0, len(own), (draws, len(own))).tolist()
    drawn = [fmean([value for one in each for value in own[one]]) for each in chosen]
    return [mean, *(slow_quantile(drawn, part) for part in (0.025, 0.975))]


@QUICK
@given(
    st.lists(st.tuples(st.integers(0, 1), st.integers(0, 9)), min_size=1, max_size=40),
    st.booleans(),
)
def test_clustered_means_are_what_a_slow_draw_says(
    rows: list[tuple[int, int]], many: bool
) -> None:
    held = [(v, m + 10 * turn) for turn in range(1100 if many else 1) for v, m in rows]
    values, matters = [float(v) for v, _ in held], [m for _, m in held]

    found = clustered_mean(values, matters, draws=60)

    assert found == pytest.approx(slow_clustered(values, matters, 60))
    assert found[1] - 1e-9 <= found[2]


def test_without_values_there_is_no_mean() -> None:
    assert np.isnan(clustered_mean([], [])).all()


def test_a_matter_with_many_votes_is_drawn_as_one() -> None:
    """Mistake 6: points of one matter do not make a mean surer."""
    values, alone = [0.0, 1.0] * 20, list(range(40))
    narrow, wide = (clustered_mean(values * 5, matters) for matters in (range(200), alone * 5))

    assert narrow[0] == wide[0] == 0.5
    assert wide[2] - wide[1] > 2 * (narrow[2] - narrow[1])
