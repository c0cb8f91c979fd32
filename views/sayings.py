"""What was said, with its quote, its day and the way to its place: cards from the rows of a
table, whether positions, statements or demands."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from views import links, quotes
from views.formats import given, records, whole
from views.held import held
from views.language import text, word
from views.lists import case_link
from views.markup import anchor, facts, safe, show, stance, tag

Row = Mapping[str, Any]
Head = Callable[[Row], str]


def cards(rows: pd.DataFrame, head: Head) -> None:
    """A card per row: ``head`` (HTML) tells the kind of act. Columns: ``date``, ``body``,
    ``title``, ``quote``, ``page``, ``start``, ``end``, ``document_id``, ``case_id``."""
    told = records(rows)
    after = quotes.following((row["quote"], row["document_id"], row["end"]) for row in told)
    made = "".join(card(row, head(row), after) for row in told)
    show(f'<div class="sp-cards sp-sayings">{made}</div>')


def card(row: Row, head: str, after: quotes.Following) -> str:
    """One saying: when, where and on what; what kind of act; the words, with what follows
    where they only announce it; the place."""
    where = held(row)
    said = quotes.quoted(row["quote"], after.get((row["document_id"], whole(row["end"]))))
    return (
        f'<article class="sp-card"><div class="sp-where">{where}</div>'
        f"<h3>{case_link(row)}</h3><header>{head}</header>"
        f"{said}<footer>{_place(row)}</footer></article>"
    )


def of_act(row: Row) -> str:
    """How a position or a statement is headed: the stance, or the kind of act."""
    if given(row.get("stance")):
        basis = text("quote.basis", basis=word("basis", given(row.get("basis") or row["act"])))
        told = f"{stance(row['stance'])}<b>{safe(word('stance', row['stance']))}</b>"
        return told + tag(basis)
    kind = word("act", given(row["act"]))
    aside = tag(text("quote.by_substitute")) if row.get("by_substitute") is True else ""
    return f"<b>{safe(kind[:1].upper() + kind[1:])}</b>{aside}"


def shift_cards(rows: pd.DataFrame) -> None:
    """Opposite wishes with their two quotes, the earlier to the left."""
    show("".join(_shift(row) for row in records(rows)))


def _shift(row: Row) -> str:
    link = tag(word("shift_link", str(row["link"])))
    yearly = tag(text("shifts.recurring")) if row["recurring"] is True else ""
    moved = tag(text("shifts.moved")) if row["place_changed"] is True else ""
    sides = "".join(_side(row, side) for side in ("first", "second"))
    tags = f'<div class="sp-tags">{link}{yearly}{moved}</div>'
    return f'<article class="sp-shift">{tags}<div class="sp-sides">{sides}</div></article>'


def _side(row: Row, side: str) -> str:
    own = {
        name.removeprefix(f"{side}_"): value
        for name, value in row.items()
        if name.startswith(f"{side}_")
    }
    outcome = tag(word("outcome", given(own["outcome"])))
    told = f"{stance(own['stance'])}<b>{safe(word('stance', own['stance']))}</b>{outcome}"
    return card({**own, "date": own["day"]}, told, {})


def _place(row: Row) -> str:
    page = text("quote.page", page=whole(row["page"])) if whole(row["page"]) else ""
    start, end = (whole(row[name]) if given(row[name]) else None for name in ("start", "end"))
    way = links.source(given(row["document_id"]), start=start, end=end)
    opened = anchor(way, safe(text("quote.open"))) if given(row["document_id"]) else ""
    return facts([safe(page), opened])
