"""A text with marks: nothing lost, nothing unescaped, the target in sight."""

import html
import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from views.reader import KINDS, WINDOW, Mark, marked, marks, opened_at, window_of, windows

TEXT = "Ärendet gäller en brygga.\nM reserverar sig <mot> beslutet & går hem.\nSlut."


def plain(shown: str) -> str:
    """The text of marked HTML, without labels and page numbers."""
    bare = re.sub(
        r'<span class="sp-(?:label|page)[^>]*>.*?</span>', "", shown, flags=re.DOTALL
    )
    return html.unescape(re.sub(r"<[^>]+>", "", bare))


def whole(text: str) -> tuple[int, int]:
    """A window over all of it."""
    return 0, len(text)


def test_a_mark_colours_its_text_and_carries_its_label() -> None:
    start = TEXT.index("M reserverar")
    found = [Mark(start, start + 16, "dissent", "reservation M")]

    shown = marked(TEXT, found, window=whole(TEXT))

    assert '<span class="sp-label sp-label-dissent">reservation M</span>' in shown
    assert '<mark class="sp-mark-dissent">M reserverar sig</mark>' in shown
    assert "&lt;mot&gt;" in shown


def test_the_most_telling_of_overlapping_marks_gives_the_colour() -> None:
    found = [Mark(0, 20, "statement", "yrkande"), Mark(5, 10, "position", "ställning")]

    shown = marked(TEXT, found, window=whole(TEXT))

    assert re.findall(r'<mark class="sp-mark-(\w+)">', shown) == [
        "statement",
        "position",
        "statement",
    ]


@pytest.mark.parametrize(
    ("number", "label"), [("39", "§ 39"), ("KS 2024/12", "KS 2024/12"), ("13 a", "13 a")]
)
def test_only_a_paragraph_has_its_sign(number: str, label: str) -> None:
    row = {"start": 0, "end": 9, "kind": "case", "parties": [], "label": number}

    assert [mark.label for mark in marks(pd.DataFrame([row]))] == [label]


def test_the_target_is_found_by_its_id_and_only_once() -> None:
    shown = marked(TEXT, [Mark(30, 40, "vote", "v")], window=whole(TEXT), target=(28, 45))

    assert shown.count('id="passage"') == 1
    assert shown.count("sp-target") == 3


def test_pages_are_numbered_where_they_begin() -> None:
    shown = marked(TEXT, [], window=whole(TEXT), page_starts=(0, 26))

    assert re.findall(r'class="sp-page">([^<]+)<', shown) == ["Sida 1", "Sida 2"]


@pytest.mark.parametrize("offset", [0, 500, 40_000])
def test_a_window_opened_at_an_offset_holds_it_near_its_beginning(offset: int) -> None:
    text = "En rad om hamnen.\n" * 3_000

    start, end = opened_at(text, offset)

    assert start <= offset < end
    assert offset - start < 1_000
    assert end - start < WINDOW + 100


def test_windows_cover_the_text_without_gaps() -> None:
    text = "En rad om hamnen.\n" * 3_000
    starts = windows(text)

    assert starts[0] == 0
    assert all(text[start - 1] == "\n" for start in starts[1:])
    assert window_of(starts, starts[2] + 1) == 2
    assert windows("x" * 50_000)[1] == WINDOW


SPANS = st.tuples(st.integers(0, 70), st.integers(0, 70), st.sampled_from(KINDS)).map(
    lambda span: Mark(min(span[:2]), max(span[:2]), span[2], "etikett")
)


@settings(deadline=None)
@given(st.lists(SPANS, max_size=8), st.tuples(st.integers(0, 70), st.integers(0, 70)))
def test_marks_never_change_the_text(found: list[Mark], target: tuple[int, int]) -> None:
    shown = marked(
        TEXT, found, window=whole(TEXT), target=(min(target), max(target)), page_starts=(0, 26)
    )

    assert plain(shown) == TEXT
