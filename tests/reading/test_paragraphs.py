"""Texts without empty lines between their paragraphs."""

import pytest

from pipeline.reading.paragraphs import paragraphs_apart

LONG = "Hamnen är gammal och behöver en ny brygga med plats för båtar av alla slag. " * 3
# Rows of one width, the third of which ends its paragraph.
BROKEN = [
    "Hamnen är gammal och behöver en ny",
    "brygga med plats för båtar av alla",
    "slag.",
    "Nämnden vill bygga den i vår, för",
    "då är vattnet lågt och bryggan kan",
    "vila på sten.",
]


def apart(*texts: str) -> list[str]:
    return [row for row, _ in paragraphs_apart([(text, 1) for text in texts])]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        # each row a paragraph; names and halves of a heading stay together
        (["Brygga", "i norr", LONG, "Eva Ek"], ["Brygga", "i norr", "", LONG, "", "Eva Ek"]),
        ([LONG, LONG], [LONG, "", LONG]),
        ([LONG, "| " + LONG], [LONG, "| " + LONG]),
        # rows of one width
        (BROKEN, [*BROKEN[:3], "", *BROKEN[3:]]),
        # with empty rows there is nothing to tell
        ([LONG, "", LONG, LONG], [LONG, "", LONG, LONG]),
        # lists
        (["Eva Ek (S)", "Bo Alm (M)."], ["Eva Ek (S)", "Bo Alm (M)."]),
        ([], []),
        (["", ""], ["", ""]),
    ],
)
def test_paragraphs_apart(texts: list[str], told: list[str]) -> None:
    assert apart(*texts) == told
