"""Hints of breaks and the stretches between known ones, beside a plain second look."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from math import log, sqrt
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.breaks import breaks
from analytics.periods import Step
from analytics.series import hints, segments, stretch_starts

MANDATES = pd.DataFrame(
    [
        ("Tallvik", "2018-10", ["M", "L"]),
        ("Tallvik", "2020-03-02", ["S", "L"]),
        ("Tallvik", "2020-07", ["S", "V"]),
    ],
    columns=["municipality", "start", "governing"],
)
FIRST_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
DAYS = st.lists(st.one_of(st.none(), st.dates(date(2017, 1, 1), date(2023, 12, 31))))
Marks = list[int]
Hint = tuple[int, int, int, float, float]


def slow_start(day: date, known: list[dict[str, Any]], step: Step) -> tuple[int, date] | None:
    """How many breaks lie before a day, and the later of the last one and the first day of
    the period; None in the days after a month that is told without a day."""
    begun = [one["day"].date() for one in known if one["day"].date() <= day]
    if len(begun) != sum(one["settled"].date() <= day for one in known):
        return None
    period = day.replace(day=1, month=day.month - (day.month - 1) % FIRST_MONTHS[step])
    return len(begun), max([*begun, period])


@settings(max_examples=60, deadline=None)
@given(DAYS, st.sampled_from(sorted(FIRST_MONTHS)))
def test_stretches_are_what_a_slow_look_says(days: list[date | None], step: Step) -> None:
    known = breaks(MANDATES, "Tallvik")
    given_ = pd.Series(days, dtype="datetime64[us]")
    expected = [
        slow_start(day, known.to_dict("records"), step) if day else None for day in days
    ]

    numbers, starts = segments(given_, known), stretch_starts(given_, known, step)

    assert [None if pd.isna(one) else int(one) for one in numbers] == [
        one and one[0] for one in expected
    ]
    assert [None if pd.isna(one) else one.date() for one in starts] == [
        one and one[1] for one in expected
    ]


def gain(left: Marks, right: Marks) -> float:
    """How much likelier the marks are with a share of each side than with one of both."""

    def likelihood(marks: Marks) -> float:
        shares = [marks.count(mark) / len(marks) for mark in marks]
        return sum(log(share) for share in shares)

    return likelihood(left) + likelihood(right) - likelihood(left + right)


def best(months: list[Marks], minimum: int) -> tuple[float, int]:
    """The largest gain, and after how many months."""
    cuts = [
        (gain(sum(months[:cut], []), sum(months[cut:], [])), -cut)
        for cut in range(1, len(months))
        if min(len(sum(months[:cut], [])), len(sum(months[cut:], []))) >= minimum
    ]
    most, cut = max(((round(one, 9), cut) for one, cut in cuts), default=(-1.0, 0))
    return most, -cut


def chance(months: list[Marks], minimum: int) -> float:
    """How many of all ways to deal out the marks have as large a gain somewhere."""
    every = sum(months, [])
    asked, as_good, ways = best(months, minimum)[0], 0, 0
    for marked in combinations(range(len(every)), sum(every)):
        dealt = iter([int(place in marked) for place in range(len(every))])
        mixed = [[next(dealt) for _ in month] for month in months]
        as_good += best(mixed, minimum)[0] >= asked - 1e-9
        ways += 1
    return as_good / ways


def slow_hints(
    months: list[Marks], minimum: int, threshold: float, start: int = 0
) -> Iterator[tuple[Hint, float] | None]:
    """The hints in order of being found, each with its exact chance; None where the chance is
    so near the threshold that draws may fall on either side."""
    every = sum(months, [])
    gained, cut = best(months, minimum)
    if not cut or sum(every) in (0, len(every)):
        return
    exact = chance(months, minimum)
    if abs(exact - threshold) <= 0.06:
        yield None
    elif exact < threshold:
        left, right = (sum(part, []) for part in (months[:cut], months[cut:]))
        hint = (start + cut, len(left), len(right), np.mean(left), np.mean(right))
        yield hint, exact
        assert gained >= 0
        yield from slow_hints(months[:cut], minimum, threshold, start)
        yield from slow_hints(months[cut:], minimum, threshold, start + cut)


MONTHS = st.lists(
    st.lists(st.integers(0, 1), min_size=1, max_size=4), min_size=2, max_size=5
).filter(lambda months: len(sum(months, [])) <= 10)


@settings(max_examples=40, deadline=None)
@given(MONTHS, st.sampled_from([0.2, 0.5]), st.randoms(use_true_random=False))
def test_hints_are_what_every_way_to_deal_out_the_marks_says(
    months: list[Marks], threshold: float, random: Any
) -> None:
    rows = [
        (pd.Timestamp(2020, number, 7), mark)
        for number, marks in enumerate(months, start=1)
        for mark in marks
    ]
    random.shuffle(rows)
    made = pd.DataFrame(rows, columns=["day", "value"]).astype({"day": "datetime64[us]"})
    slow = [*slow_hints(months, 2, threshold)]

    found = hints(made.assign(decision=range(len(made))), minimum=2, threshold=threshold)

    if None in slow:
        return
    told = {
        (row["day"].month - 1, row["n_before"], row["n_after"], row["before"], row["after"]): (
            row["p"]
        )
        for row in found.to_dict("records")
    }
    expected = dict(slow)  # type: ignore[arg-type]
    assert told == {
        hint: pytest.approx(p, abs=4 * sqrt(p / 999) + 0.002) for hint, p in expected.items()
    }
    assert found["day"].is_monotonic_increasing
