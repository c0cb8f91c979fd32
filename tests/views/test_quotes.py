"""A quote that only announces the reasons is followed by them."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.stores import add
from tests.views.stores import RESERVED, TEXT, divided_meeting
from tests.views.test_pages import html, show
from tests.views.test_pages import store as store

ANNOUNCED, REASONS = RESERVED.split(": ")
START = TEXT.index(RESERVED)
AFTER = START + RESERVED.index(REASONS)


@pytest.mark.parametrize(
    ("quote", "reasons_at", "told"),
    [
        (f"{ANNOUNCED}:", AFTER, True),
        (f"{ANNOUNCED}:", AFTER + 40, False),
        (ANNOUNCED, AFTER, False),
        (None, AFTER, False),
    ],
)
@pytest.mark.parametrize("query", [{"case": "d1:1"}, {"which": "M"}])
def test_what_a_quote_announces_follows_upon_it(
    query: dict[str, str], quote: str | None, reasons_at: int, told: bool, store: Path
) -> None:
    meeting = divided_meeting()
    positions = tuple(
        replace(one, quote=quote, end=START + len(quote or "")) if one.party in "ML" else one
        for one in meeting.positions
    )
    moved, reserved = meeting.statements
    reasons = replace(reserved, text=REASONS, start=reasons_at, end=reasons_at + len(REASONS))
    add(store, replace(meeting, positions=positions, statements=(moved, reasons)))

    shown = html(show("case" if "case" in query else "parties", **query))

    assert (f"{ANNOUNCED}:<p>{REASONS}" in shown) is told
