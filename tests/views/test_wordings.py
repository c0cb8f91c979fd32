"""The two lines in words: what is marked, what is joined, that nothing is markup."""

import re
from typing import Any

import pandas as pd
import pytest

from analytics.wording import differences, likeness
from views.wordings import marked, side_by_side


def words(*rows: dict[str, Any]) -> pd.DataFrame:
    """Rows as of the report ``wordings``."""
    base = {"act": "yrkande", "parties": [], "points": [], "document_id": "d1"}
    place = {"start": 0, "end": 9, "page": None}
    return pd.DataFrame([{**base, **place, **row} for row in rows])


def plain(html: str) -> str:
    """The marks without what only a screen reader is told."""
    return re.sub(r'<span class="sp-unseen">.*?</span>', "", html)


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("att bygga bryggan", "att bygga bryggan", "att bygga bryggan"),
        (
            "att bygga bryggan i år",
            "att bygga bryggan nästa år",
            "att bygga bryggan <del>i</del> <ins>nästa</ins> år",
        ),
        ("att bygga", "att bygga <b>två</b>", "att bygga <ins>&lt;b&gt;två&lt;/b&gt;</ins>"),
        ("Att bygga.", "att bygga", "att bygga"),
    ],
)
def test_what_differs_is_marked_and_escaped(left: str, right: str, shown: str) -> None:
    assert plain(marked(differences(left, right))) == shown


def test_a_mark_is_told_without_colour_too() -> None:
    assert "nytt jämfört med beslutet" in marked(differences("att bygga", "att bygga två"))


@pytest.mark.parametrize(
    ("left", "right", "share"),
    [("", "", 0.0), ("a b", "a b", 1.0), ("a b", "c d", 0.0), ("a b c", "a b d", 2 / 3)],
)
def test_likeness(left: str, right: str, share: float) -> None:
    assert likeness(differences(left, right)) == pytest.approx(share)


def test_alternatives_with_the_same_words_are_shown_once_with_all_behind_them() -> None:
    table = words(
        {"line": "decision", "text": "att bygga bryggan", "parties": ["S"]},
        {"line": "alternative", "text": "att  bygga två bryggor", "parties": ["M"]},
        {"line": "alternative", "text": "Att bygga två bryggor", "parties": ["L"]},
    )

    right = side_by_side(table).split("</section>")[1]

    assert right.count("<article") == 1
    assert ">M</b>" in right
    assert ">L</b>" in right


@pytest.mark.parametrize(
    ("alternative", "marks"),
    [("att bygga bryggan nästa år", True), ("Vi saknar en kalkyl över kostnaden", False)],
)
def test_texts_about_different_things_are_not_marked(alternative: str, marks: bool) -> None:
    table = words(
        {"line": "decision", "text": "att bygga bryggan i år"},
        {"line": "alternative", "text": alternative},
    )

    assert ("<ins>" in side_by_side(table)) == marks


def test_a_decision_without_words_says_so() -> None:
    shown = side_by_side(words({"line": "alternative", "text": "avslag"}))

    assert "framgår inte" in shown
    assert "<ins>" not in shown
