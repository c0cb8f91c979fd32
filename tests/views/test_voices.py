"""What parties said in their own words: what they said together stands once."""

from typing import Any

import pandas as pd
import pytest

from views import voices

SAID: dict[str, Any] = {
    "municipality": "Tallvik",
    "body": "Hamnnämnden",
    "kind": "demand",
    "addressee": None,
    "negated": False,
    "times": 1,
    "title": "Ny brygga",
    "number": "1",
    "case_id": "d1:1",
    "document_id": "d1",
    "page": 1,
    "start": 0,
    "end": 10,
}


def said(sentence: str, *together: str, wish: int = 1, date: str = "2023-05-02") -> Any:
    """One sentence of some parties, as a row for each."""
    row = {"quote": sentence, "parties": list(together), "wish": wish, "date": date}
    own = {"id": f"{sentence} {date}", "since": date, "wishes": 2}
    return [{**SAID, **row, **own, "party": party} for party in together]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The HTML that is put on the page."""
    found: list[str] = []
    monkeypatch.setattr(voices, "show", found.append)
    return found


@pytest.mark.parametrize(
    ("rows", "times", "columns", "told"),
    [
        (said("Bryggan ska målas.", "V"), 1, 1, "2 meningar"),
        (said("Bryggan ska målas.", "V", "S", "MP"), 1, 4, "1 mening<"),
        (said("Bryggan ska målas.", "V", "S"), 1, 3, "1 står under Gemensamt"),
        (
            [
                *said("Bryggan ska målas.", "V", "S"),
                *said("Bryggan ska målas.", "C", "L", wish=2),
            ],
            2,
            5,
            "2 meningar",
        ),
        # said together last, alone before: once, with the way to the earlier time
        (
            [
                *said("Bryggan ska målas.", "V", "S"),
                *said("Bryggan ska målas.", "V", date="2021-03-04"),
            ],
            1,
            3,
            "1 står under Gemensamt",
        ),
        # together first and since then by one alone: in the column of each
        (
            [
                *said("Måla bryggan.", "V"),
                *said("Bryggan ska målas.", "V", "S", date="2021-03-04"),
            ],
            1,
            3,
            "Måla bryggan.",
        ),
    ],
)
def test_what_was_said_together_stands_once(
    rows: list[dict[str, Any]], times: int, columns: int, told: str, shown: list[str]
) -> None:
    voices.columns(pd.DataFrame(rows))

    [html] = shown
    assert html.count("Bryggan ska målas.") == times
    assert html.count('<section class="sp-voice') == columns
    assert told in html
