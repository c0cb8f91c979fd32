"""The nouns that do something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.models import Page, Span, Text

THREE = Text("x" * 30, pages=(Page(1, 0), Page(2, 10), Page(4, 20)))


@pytest.mark.parametrize(
    ("offset", "page"),
    [
        (0, 1),
        (9, 1),
        # the first character of a page
        (10, 2),
        (19, 2),
        # pages are numbered as the file counts
        (20, 4),
        (30, 4),
        (1_000, 4),
    ],
)
def test_page_at(offset: int, page: int) -> None:
    assert THREE.page_at(offset) == page


def test_page_at_before_the_first_page_is_the_first() -> None:
    assert Text("abc", pages=(Page(3, 2),)).page_at(0) == 3


def test_page_at_of_a_format_without_pages() -> None:
    assert Text("abc").page_at(1) is None


@given(st.lists(st.integers(0, 100), min_size=1, unique=True), st.integers(0, 120))
def test_page_at_never_goes_back(starts: list[int], offset: int) -> None:
    pages = tuple(Page(n, start) for n, start in enumerate(sorted(starts), 1))
    text = Text("x" * 100, pages=pages)
    first, second = text.page_at(offset), text.page_at(offset + 1)
    assert first is not None
    assert second is not None
    assert 0 <= second - first <= 1


@pytest.mark.parametrize(
    ("span", "words"), [(Span(0, 3), "Eva"), (Span(4, 6), "Ek"), (Span(2, 2), "")]
)
def test_span_of(span: Span, words: str) -> None:
    assert span.of("Eva Ek") == words
