"""A document's text with what was found in it marked, one window at a time.

Pure: text and spans in, HTML out. Overlapping spans are cut at every border, and the most
telling kind gives the colour.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from reports.order import in_order
from views.formats import records
from views.language import text, word
from views.markup import safe

WINDOW = 9_000
LEAD_IN = 350
KINDS = ("case", "proposal", "statement", "dissent", "vote", "position")
"""Least telling first; the last one that covers a character colours it."""
DISSENT = ("reservation",)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text with its kind (one of KINDS) and label."""

    start: int
    end: int
    kind: str
    label: str


def marks(spans: pd.DataFrame) -> list[Mark]:
    """The rows of ``queries.SPANS`` as marks."""
    rows = records(spans)
    return [
        Mark(int(row["start"]), int(row["end"]), _kind(row["kind"]), _label(row))
        for row in rows
        if row["end"] > row["start"]
    ]


def windows(content: str) -> list[int]:
    """Offsets where the windows of a text begin, at line breaks about WINDOW apart."""
    starts = [0]
    while len(content) - starts[-1] > WINDOW * 1.2:
        wanted = starts[-1] + WINDOW
        border = content.rfind("\n", starts[-1] + 1, wanted)
        starts.append(border + 1 if border > starts[-1] else wanted)
    return starts


def window_of(starts: Sequence[int], offset: int) -> int:
    """The number of the window that holds ``offset``."""
    return max(bisect_right(starts, offset) - 1, 0)


def opened_at(content: str, offset: int) -> tuple[int, int]:
    """A window that begins a little before ``offset``, at a line break, so that it is seen."""
    start = content.rfind("\n", 0, max(offset - LEAD_IN, 0)) + 1
    end = content.find("\n", min(start + WINDOW, len(content)))
    return start, len(content) if end < 0 else end


def marked(
    content: str,
    found: Sequence[Mark],
    *,
    window: tuple[int, int],
    target: tuple[int, int] | None = None,
    page_starts: Sequence[int] = (),
) -> str:
    """The window's text as HTML: coloured marks with labels, page numbers, the target."""
    start, end = window
    seen = [mark for mark in found if mark.start < end and mark.end > start]
    borders = {start, end, *(target or ())}
    borders |= {offset for mark in seen for offset in (mark.start, mark.end)}
    borders |= set(page_starts)
    cuts = sorted(offset for offset in borders if start <= offset <= end)
    pages = {offset: number for number, offset in enumerate(page_starts, start=1)}
    pieces = [
        _page(pages.get(left)) + _piece(content[left:right], left, seen, target)
        for left, right in zip(cuts, cuts[1:], strict=False)
    ]
    return f'<div class="sp-document" tabindex="0">{"".join(pieces)}</div>'


def _piece(
    written: str, offset: int, seen: Sequence[Mark], target: tuple[int, int] | None
) -> str:
    covering = [mark for mark in seen if mark.start <= offset < mark.end]
    begun = [mark for mark in covering if mark.start == offset and mark.label]
    # a proposal and the act of moving it have the same words and the same label
    told = {
        mark.label: mark.kind
        for mark in sorted(begun, key=lambda mark: KINDS.index(mark.kind))
    }
    labels = "".join(
        f'<span class="sp-label sp-label-{kind}">{safe(label)}</span>'
        for label, kind in told.items()
    )
    here = target is not None and target[0] <= offset < target[1]
    if not covering and not here:
        return safe(written)
    kind = max((mark.kind for mark in covering), key=KINDS.index, default="case")
    target_class = " sp-target" if here else ""
    found = ' id="passage"' if target is not None and offset == target[0] else ""
    return f'{labels}<mark{found} class="sp-mark-{kind}{target_class}">{safe(written)}</mark>'


def _page(number: int | None) -> str:
    return (
        ""
        if number is None
        else f'<span class="sp-page">{safe(text("sources.page", page=number))}</span>'
    )


def _kind(kind: str) -> str:
    if kind in KINDS:
        return kind
    return "dissent" if kind in DISSENT else "statement"


def _label(row: dict[str, object]) -> str:
    kind = str(row["kind"])
    letters = row["parties"]
    members = ", ".join(in_order(letters)) if isinstance(letters, Iterable) else ""
    if kind == "case":
        number = str(row["label"])
        return text("sources.case", number=number) if number.isdigit() else number
    if kind == "proposal":
        return f"{row['label']} {members}".strip()
    if kind in ("vote", "position"):
        return f"{text(f'sources.{kind}')} {members}".strip()
    return f"{word('act', kind)} {members}".strip()
