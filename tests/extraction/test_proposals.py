"""What was printed before a meeting as something to decide, and what became of it."""

import pytest

from pipeline.extraction.proposals import proposed
from tests.extraction.texts import BOARD, FOR, PUT, read_matter

PRINTED = "Förslag till beslut\nBryggan ska byggas av ek.\n\n"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        # decided word for word
        (
            f"{PRINTED}Beslut\nBryggan ska byggas av ek.\n",
            [("förslag till beslut", ("Bryggan ska byggas av ek.",), True)],
        ),
        (
            "Förslag till beslut\nHamnnämnden beslutar att\n1. bygga bryggan\n2. måla den.\n"
            "Beslut\nHamnnämnden beslutar att\n1. bygga bryggan\n2. måla den\n",
            [("förslag till beslut", ("bygga bryggan", "måla den."), True)],
        ),
        # the chair finds that it was
        (
            f"{PRINTED}Yrkanden\n{FOR}{PUT}Beslut\nBryggan byggs.\n",
            [("förslag till beslut", ("Bryggan ska byggas av ek.",), True)],
        ),
        # another one was, or nothing tells
        (
            f"{PRINTED}Yrkanden\n{FOR}Siv Ryd (L) yrkar att bryggan rivs.\n\n"
            "Beslutsgång\nOrdföranden ställer förslagen mot varandra och finner att nämnden "
            "beslutar enligt Siv Ryds yrkande.\n\nBeslut\nBryggan rivs.\n",
            [("förslag till beslut", ("Bryggan ska byggas av ek.",), False)],
        ),
        (
            f"{PRINTED}Beslut\nÄrendet återremitteras.\n",
            [("förslag till beslut", ("Bryggan ska byggas av ek.",), None)],
        ),
        # of several, the one that was decided
        (
            "Hamnutskottets förslag till beslut\nBryggan rivs.\n\nFörvaltningens förslag till "
            "beslut\nBryggan målas.\n\nBeslut\nBryggan målas.\n",
            [
                ("hamnutskottets förslag till beslut", ("Bryggan rivs.",), None),
                ("förvaltningens förslag till beslut", ("Bryggan målas.",), True),
            ],
        ),
        # what is printed as moved, and a heading with nothing below it
        ("Förslag till beslut\n1) Siv Ryd (L) föreslår att bryggan rivs.\n", []),
        ("Förslag till beslut\nBeslut\nBryggan målas.\n", []),
    ],
)
def test_printed_proposals(
    content: str, found: list[tuple[str, tuple[str, ...], bool | None]]
) -> None:
    rows = [row for row in read_matter(content, *BOARD).proposals if not row.parties]
    assert [(row.label, row.points, row.adopted) for row in rows] == found
    assert [content[row.start : row.end] for row in rows] == [row.text for row in rows]


@pytest.mark.parametrize(
    ("content", "end"),
    [
        ("1. Bygga.\n\n2. Måla.\n\nBryggan är gammal.", "2. Måla."),
        ("Nämnden beslutar följande:\n\nBryggan byggs.\n\nDen är av ek.", "Bryggan byggs."),
        ("Bryggan byggs.\nDen målas.", "Den målas."),
        ("", ""),
    ],
)
def test_a_proposal_ends_where_something_else_begins(content: str, end: str) -> None:
    assert proposed(content, 0, len(content)).of(content).endswith(end)
    assert proposed(content, 0, len(content)).end == content.index(end) + len(end)
