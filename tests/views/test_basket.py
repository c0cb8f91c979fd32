"""The basket in the address: round trips, buttons, the page that lays it out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views import basket

WORDS = st.text(min_size=1, max_size=8)
PARAMETERS = st.dictionaries(WORDS, st.lists(WORDS, min_size=1, max_size=2), max_size=3)


@given(st.lists(WORDS, max_size=5, unique=True), WORDS, PARAMETERS)
def test_what_is_put_in_is_read_again(
    cases: list[str], name: str, parameters: dict[str, list[str]]
) -> None:
    pairs = [(key, value) for key, values in parameters.items() for value in values]
    put = [*map(basket.case_entry, cases), basket.chart_entry(name, pairs)]

    *found, chart = map(basket.read, basket.entries(basket.written(put)))

    assert found == cases
    assert isinstance(chart, basket.Chart)
    assert chart.name == name
    assert {key: sorted(values) for key, values in chart.parameters.items()} == {
        key: sorted(values) for key, values in parameters.items()
    }


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", []),
        (",,", []),
        ("a:1,b:2,a:1", ["a:1", "b:2"]),
        (",".join(map(str, range(100))), [str(place) for place in range(basket.MOST)]),
    ],
)
def test_an_address_gives_each_entry_once_and_not_too_many(
    value: str, expected: list[str]
) -> None:
    assert basket.entries(value) == expected
