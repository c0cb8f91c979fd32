"""What is said in an invented section of minutes."""

from pipeline.extraction.entry import Entry
from pipeline.extraction.statements import entries
from tests.extraction.texts import BOARD, context, cut


def said(content: str, *seats: str) -> list[Entry]:
    board = context(content, *(seats or BOARD))
    return [entry for part in cut(content) for entry in entries(board, part)]


def brief(content: str, *seats: str) -> list[tuple[str, str, str]]:
    """Act, parties and words of each entry."""
    return [
        (str(e.act), " ".join(e.parties), e.span.of(content)) for e in said(content, *seats)
    ]
