"""Intervals of means."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.intervals import mean_interval, means

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
