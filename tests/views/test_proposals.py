"""What was proposed before a meeting, on the page of its case."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.builders import proposal
from tests.stores import add
from tests.views.stores import divided_meeting
from tests.views.test_pages import HOSTILE, html, show
from tests.views.test_pages import store as store


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"points": (f"måla bryggan {HOSTILE}",), "adopted": False}, True),
        ({"points": ("måla bryggan",), "adopted": None}, True),
        # what was decided word for word is told as the decision, what was moved as said
        ({"points": ("bygga en ny brygga",)}, False),
        ({"points": ("måla bryggan",), "parties": ("S",)}, False),
    ],
)
def test_a_case_shows_what_was_proposed_before_the_meeting(
    fields: dict[str, Any], shown: bool, store: Path
) -> None:
    add(store, replace(divided_meeting(), proposals=(proposal(**fields),)))

    found = html(show("case", case="d1:1"))

    assert ("Förvaltningens förslag</b>" in found) is shown
    assert ("måla bryggan" in found) is shown
    assert ("Föll" in found) is (fields.get("adopted") is False)
    assert "<img" not in found
