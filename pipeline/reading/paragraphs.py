"""Paragraphs of plain text that has no empty lines between them."""

from collections.abc import Sequence

from pipeline.reading.running import Numbered

EMPTY = 0.05  # share of the rows; above it the text has its paragraphs
LONG = 140  # signs, more than a line of a printed page holds
LONG_SHARE = 0.1  # of the rows, where each is a paragraph
SHORT = 60  # signs: a name of a list, or a half of a heading
FULL = 0.85  # of the width: a line that is filled
FULL_SHARE = 0.3  # of the rows, where the text is broken into lines of one width
SPARE = 3  # signs that the next word leaves free where a line was broken for another reason
ENDS = (".", "!", "?", ":", "”", '"')


def paragraphs_apart(rows: Numbered) -> Numbered:
    """The rows, with empty ones between paragraphs where none stand there: as many a text
    comes out of Word (a row for each paragraph) or of a PDF (rows of one width)."""
    texts = [row.strip() for row, _ in rows]
    filled = "\n".join(texts).strip().split("\n")
    if not filled[0] or filled.count("") > EMPTY * len(filled):
        return rows
    if sum(len(text) > LONG for text in filled) >= LONG_SHARE * len(filled):
        ends = [_is_apart(*pair) for pair in zip(texts, texts[1:], strict=False)]
    else:
        width = _width(filled)
        ends = [_is_broken(*pair, width) for pair in zip(texts, texts[1:], strict=False)]
    apart = rows[:1]
    for row, end in zip(rows[1:], ends, strict=True):
        apart += [("", row[1]), row] if end else [row]
    return apart


def _is_apart(above: str, below: str) -> bool:
    """Whether one of two rows is a paragraph, and no row of a table."""
    return max(len(above), len(below)) > SHORT and not below.startswith("|")


def _width(filled: Sequence[str]) -> int:
    """The width that the rows are broken at; 0 where they are not."""
    width = sorted(map(len, filled))[int(len(filled) * 0.95)]
    full = sum(FULL * width <= len(text) <= width for text in filled)
    return width if full >= FULL_SHARE * len(filled) else 0


def _is_broken(above: str, below: str, width: int) -> bool:
    """Whether a row ends a paragraph: its sentence ends, and the next word had had room."""
    room = width - len(above) - len(below.split(" ", 1)[0]) - 1
    return above.endswith(ENDS) and room >= SPARE
