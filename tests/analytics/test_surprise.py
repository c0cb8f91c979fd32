"""Surprise: histories counted matter by matter, and chances that can be worked out by hand."""

from collections import defaultdict
from fractions import Fraction
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.surprise import bits, chance, chance_of_as_many, found, histories


@pytest.mark.parametrize(
    ("k", "n", "expected"),
    [(0, 0, 1 / 2), (0, 10, 1 / 22), (10, 10, 21 / 22), (1, 9, 3 / 20), (5, 10, 1 / 2)],
)
def test_chance(k: int, n: int, expected: float) -> None:
    assert chance(k, n) == pytest.approx(expected)


@pytest.mark.parametrize(("probability", "expected"), [(1, 0), (0.5, 1), (1 / 1024, 10)])
def test_bits(probability: float, expected: float) -> None:
    assert bits(probability) == pytest.approx(expected)


def by_hand(k: int, n: int, before: tuple[int, int]) -> float:
    """The upper tail with rising factorials in exact fractions."""
    a, b = Fraction(2 * before[0] + 1, 2), Fraction(2 * (before[1] - before[0]) + 1, 2)

    def rising(base: Fraction, times: int) -> Fraction:
        made = Fraction(1)
        for step in range(times):
            made *= base + step
        return made

    terms = (
        comb(n, many) * rising(a, many) * rising(b, n - many) / rising(a + b, n)
        for many in range(k, n + 1)
    )
    return float(sum(terms))


@given(st.integers(0, 8), st.integers(0, 8), st.integers(0, 20), st.integers(0, 20))
def test_chance_of_as_many_is_the_tail_worked_out_in_fractions(
    k: int, more: int, hits: int, others: int
) -> None:
    before = (hits, hits + others)
    assert chance_of_as_many(k, k + more, before=before) == pytest.approx(
        by_hand(k, k + more, before)
    )


ROWS = st.lists(
    st.tuples(
        st.integers(0, 2),  # history
        st.integers(0, 4),  # matter
        st.lists(st.sampled_from(["no", "could", "did"]), min_size=3, max_size=3),
    ),
    max_size=30,
)


def plainly(
    rows: list[tuple[int, int, list[str]]],
) -> set[tuple[int, int, int, int, int]]:
    """(column, last row, matter, n, k) of everything that happened, with dictionaries."""
    made = set()
    for column in range(3):
        able, last = defaultdict(set), {}
        for number, (history, matter, marks) in enumerate(rows):
            if marks[column] != "no":
                able[history].add(matter)
            if marks[column] == "did":
                last[history, matter] = number
        for (history, matter), row in last.items():
            others = able[history] - {matter}
            k = sum((history, other) in last for other in others)
            made.add((column, row, matter, len(others), k))
    return made


@settings(deadline=None)
@given(ROWS)
def test_found_counts_each_matter_once_as_dictionaries_do(
    rows: list[tuple[int, int, list[str]]],
) -> None:
    marks = np.array([row[2] for row in rows], dtype=object).reshape(-1, 3)
    history, matter = (np.array([row[i] for row in rows], dtype=np.int64) for i in (0, 1))
    within = histories(history, matter, np.arange(len(rows)))
    seen = [found(marks[:, i] != "no", marks[:, i] == "did", within) for i in range(3)]

    assert {
        (column, int(row), int(matter[row]), int(n), int(k))
        for column, part in enumerate(seen)
        for row, n, k in zip(part.row, part.n, part.k, strict=True)
    } == plainly(rows)
    assert all(
        {(history[row], matter[row])}
        == {(history[other], matter[other]) for other in within.rows(int(group))}
        for part in seen
        for row, group in zip(part.row, part.group, strict=True)
    )
