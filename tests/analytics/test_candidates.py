"""Which matters are compared at all: none too few, and not what everything is called."""

from collections.abc import Sequence

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.candidates import candidates
from analytics.issues import LIKE, content
from analytics.likeness import COMMON
from tests.analytics import plain_shifts

DIRECTIONS = {"more": ["inför"], "less": ["avskaff"], "form": ["av", "att", "om", "motion"]}
Row = tuple[str, str, Sequence[int]]


def found(titles: Sequence[Row], texts: Sequence[Row] = ()) -> set[int]:
    names = pd.DataFrame(titles, columns=["municipality", "name", "matters"])
    words = pd.DataFrame(texts, columns=["municipality", "text", "matters"])
    return candidates(names, words, DIRECTIONS)


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        ([], set()),
        ([("Tallvik", "Ny simhall", [1])], set()),
        ([("Tallvik", "Ny simhall", [1, 2])], {1, 2}),
        (
            [
                ("Tallvik", "Införande av hyttval", [1]),
                ("Tallvik", "Avskaffande av hyttval", [2]),
                ("Tallvik", "Ny simhall", [3]),
            ],
            {1, 2},
        ),
        # another municipality's matter
        ([("Tallvik", "Ny simhall", [1]), ("Granby", "Ny simhall", [2])], set()),
        # words of form alone, and a name that very many matters have
        ([("Tallvik", "Motion om att", [1, 2])], set()),
        ([("Tallvik", "Plan för område", range(COMMON + 1))], set()),
    ],
)
def test_like_titles(titles: list[Row], expected: set[int]) -> None:
    assert found(titles) == expected
    assert found(titles[::-1]) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("att ploga cykelvägar före körbanor", "att ploga cykelvägar före körbanorna", {1, 2}),
        ("att ploga cykelvägar före körbanor", "att sanda gångvägar efter skolorna", set()),
        # too few words to tell anything
        ("att ploga", "att ploga", set()),
    ],
)
def test_like_proposals(first: str, second: str, expected: set[int]) -> None:
    titles = [("Tallvik", "Ny simhall", [1]), ("Tallvik", "Vinterväghållning", [2])]
    assert found(titles, [("Tallvik", first, [1]), ("Tallvik", second, [2])]) == expected


TITLE = st.lists(st.sampled_from(["hamn", "hamnen", "skola", "inför", "av"]), max_size=3)
NAMED = st.tuples(
    st.sampled_from(["Tallvik", "Granby"]),
    TITLE.map(" ".join),
    st.lists(st.integers(0, 9), min_size=1, max_size=3, unique=True),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(NAMED, max_size=8, unique_by=lambda row: row[:2]), st.randoms())
def test_candidates_are_those_of_a_look_at_every_pair(rows: list[Row], random) -> None:  # type: ignore[no-untyped-def]
    expected = set()
    for place in {row[0] for row in rows}:
        own = [row for row in rows if row[0] == place and content(row[1], DIRECTIONS)]
        words = {number: content(row[1], DIRECTIONS) for number, row in enumerate(own)}
        near = {number for pair in plain_shifts.alike(words, LIKE) for number in pair}
        several = {number for number, row in enumerate(own) if len(row[2]) > 1}
        expected |= {matter for number in near | several for matter in own[number][2]}

    assert found(random.sample(rows, len(rows))) == expected
