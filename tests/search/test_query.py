"""A query as the parameters of an address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.search import SORTS, Query

_VALUES = st.lists(st.text(min_size=1).filter(str.strip), max_size=3).map(tuple)
_QUERIES = st.builds(
    Query,
    words=st.text().filter(lambda words: not words or words.strip()),
    party=_VALUES,
    body=_VALUES,
    start=st.none() | st.just("2024-05"),
    since=st.none() | st.integers(0, 10**6),
    sort=st.sampled_from(SORTS),
    limit=st.integers(0, 1000),
    offset=st.integers(0, 10**6),
)


@given(_QUERIES)
def test_parameters_and_back(query: Query) -> None:
    assert Query.from_parameters(query.to_parameters()) == query


def test_defaults_are_left_out() -> None:
    assert Query("bostad", party=("V",)).to_parameters() == {
        "words": ["bostad"],
        "party": ["V"],
    }


@pytest.mark.parametrize(
    ("parameters", "query"),
    [
        ({"words": "bostad", "party": ["V", "S"]}, Query("bostad", party=("V", "S"))),
        ({"lang": "en"}, Query()),
        ({"sort": "baklänges", "limit": "många", "offset": "-1", "since": "²"}, Query()),
        ({"limit": "99999"}, Query(limit=1000)),
        ({"party": ["", " "]}, Query()),
    ],
)
def test_what_makes_no_sense_is_passed_over(
    parameters: dict[str, str | list[str]], query: Query
) -> None:
    assert Query.from_parameters(parameters) == query
