"""Where two texts differ, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.wording import differences, likeness

Marked = list[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "bygga en brygga",
            "bygga en brygga",
            [("equal", "bygga en brygga", "bygga en brygga")],
        ),
        (
            "Att bygga en ny brygga.",
            "att bygga en mindre brygga",
            [
                ("equal", "Att bygga en", "att bygga en"),
                ("replace", "ny", "mindre"),
                ("equal", "brygga.", "brygga"),
            ],
        ),
        (
            "avslå förslaget",
            "avslå förslaget helt",
            [("equal", "avslå förslaget", "avslå förslaget"), ("insert", "", "helt")],
        ),
        (
            "inte bifalla förslaget",
            "bifalla\nförslaget",
            [("delete", "inte", ""), ("equal", "bifalla förslaget", "bifalla förslaget")],
        ),
        ("", "bifall", [("insert", "", "bifall")]),
        ("", "", []),
        # a dash that stands alone is a word
        (
            "2020 – 2022",
            "2020 2022",
            [("equal", "2020", "2020"), ("delete", "–", ""), ("equal", "2022", "2022")],
        ),
    ],
)
def test_differences(left: str, right: str, expected: Marked) -> None:
    found = [
        (done, " ".join(ours), " ".join(theirs))
        for done, ours, theirs in differences(left, right)
    ]

    assert found == expected


def test_common_words_of_a_long_text_are_still_words() -> None:
    left = "att och i " * 200 + "bygga"
    found = differences(left, left.replace("bygga", "riva"))

    assert [done for done, _, _ in found] == ["equal", "replace"]
    assert found[1][1:] == (["bygga"], ["riva"])


TEXT = st.lists(st.sampled_from(["att", "Att", "inte", "bygga,", "bygga", "–", "2020."])).map(
    " ".join
)


@given(TEXT, TEXT)
def test_every_word_of_both_texts_comes_back_in_order(left: str, right: str) -> None:
    found = differences(left, right)

    assert [word for _, ours, _ in found for word in ours] == left.split()
    assert [word for _, _, theirs in found for word in theirs] == right.split()
    assert all(bool(ours) != (done == "insert") for done, ours, _ in found)
    assert all(bool(theirs) != (done == "delete") for done, _, theirs in found)


@given(TEXT)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert {done for done, _, _ in differences(text, text)} <= {"equal"}


def slow_equal(left: list[str], right: list[str]) -> list[tuple[str, str]]:
    """The longest stretch that both have, the first of several, and so on beside it."""
    longest = max(
        (
            (size, -i, -j)
            for i in range(len(left))
            for j in range(len(right))
            for size in range(1, min(len(left) - i, len(right) - j) + 1)
            if [*map(bare, left[i : i + size])] == [*map(bare, right[j : j + size])]
        ),
        default=None,
    )
    if longest is None:
        return []
    size, i, j = longest[0], -longest[1], -longest[2]
    return [
        *slow_equal(left[:i], right[:j]),
        *zip(left[i : i + size], right[j : j + size], strict=True),
        *slow_equal(left[i + size :], right[j + size :]),
    ]


def bare(word: str) -> str:
    return word.strip(",.–").lower() or word


@given(TEXT, TEXT)
def test_what_two_texts_share_is_what_a_slow_search_finds(left: str, right: str) -> None:
    found = differences(left, right)

    equal = [
        pair
        for done, ours, theirs in found
        if done == "equal"
        for pair in zip(ours, theirs, strict=True)
    ]
    assert equal == slow_equal(left.split(), right.split())
    words = len(left.split()) + len(right.split())
    assert likeness(found) == pytest.approx(2 * len(equal) / words if words else 0)
