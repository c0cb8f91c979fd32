"""The two lines of a decision in their own words, side by side."""

from typing import Any

import pandas as pd
import streamlit as st

from analytics.wording import Difference, differences, likeness
from reports.choice import Choice
from reports.order import in_order
from views import data, links, matter
from views.choices import listed
from views.data import Snapshot
from views.formats import given, records, short_day, whole
from views.frame import explain
from views.held import held
from views.language import text, word
from views.lists import case_link, title_of
from views.markup import anchor, facts, parties, safe, show, tag

ALIKE = 0.4
"""Texts that share less than this are about different things: marks would only be noise."""
LISTED = 300
"""Decisions to choose from; an address reaches the others."""

Row = dict[str, Any]


def chosen(snapshot: Snapshot, choice: Choice) -> Row | None:
    """The decision that the reader chose among the newest with dissent; the first at the
    start.

    One that the address names is there whatever the filters say. None where there is none.
    """
    rows = {key(row): row for row in records(data.dissenting(snapshot, choice, LISTED))}
    asked = str(st.session_state.get("decision") or st.query_params.get("decision") or "")
    if asked and asked not in rows:
        rows = _asked(snapshot, asked) | rows
        if asked not in rows:
            explain(text("wordings.unknown"), text("wordings.unknown_how"))
            st.query_params.pop("decision", None)
    if not rows:
        return None
    label = text("wordings.choose")
    return rows[listed("decision", list(rows), lambda code: _name(rows[code]), label=label)]


def key(row: Row) -> str:
    """Case and body: what a decision is called in an address. Its number changes."""
    return f"{row['case_id']}|{given(row['body'])}"


def both(snapshot: Snapshot, row: Row, words: pd.DataFrame) -> None:
    """The lines with seats and who decided, and below what each wanted; ``words`` is the
    report ``wordings`` of the decision."""
    where = held(row)
    show(f'<div class="sp-where">{where}</div><h2>{case_link(row)}</h2>')
    sides = data.case_lines(snapshot, row["case_id"])
    here = sides[sides["decision"] == row["decision"]]
    if len(here):
        matter.show_lines(here, given(row["decided_by"]) or None, given(row["body"]))
    show(side_by_side(words))


def side_by_side(words: pd.DataFrame) -> str:
    """What was decided to the left and every alternative to the right, with the words that
    differ marked."""
    found = records(words)
    ours = [row for row in found if row["line"] != "alternative"]
    theirs = _joined([row for row in found if row["line"] == "alternative"])
    base = next((_words(row) for row in ours if row["line"] == "decision"), "")
    left = "".join(_card(row, _plain(row)) for row in ours)
    right = "".join(_card(row, _compared(base, row)) for row in theirs)
    return (
        f'<div class="sp-wordings">{_column("adopted", left)}{_column("rejected", right)}'
        f"</div>{_legend(marks='sp-marked' in right)}"
    )


def marked(found: list[Difference]) -> str:
    """A text with what it leaves out of another struck and what it adds underlined; a screen
    reader is told where each begins."""
    return " ".join(
        part
        for done, left, right in found
        for part in (
            [safe(" ".join(right))]
            if done == "equal"
            else [_mark("del", "gone", left), _mark("ins", "new", right)]
        )
        if part
    )


def _mark(element: str, cue: str, words: list[str]) -> str:
    if not words:
        return ""
    said = f'<span class="sp-unseen">[{safe(text(f"wordings.{cue}"))}: </span>'
    end = '<span class="sp-unseen">]</span>'
    return f"<{element}>{said}{safe(' '.join(words))}{end}</{element}>"


def _asked(snapshot: Snapshot, asked: str) -> dict[str, Row]:
    case_id = asked.partition("|")[0]
    rows = records(data.case_decisions(snapshot, case_id))
    return {key(row): row for row in rows if key(row) == asked}


def _name(row: Row) -> str:
    return " · ".join(
        part for part in (short_day(row["date"]), given(row["body"]), title_of(row)) if part
    )


def _joined(rows: list[Row]) -> list[Row]:
    """Alternatives with the same words are one, with all parties behind them."""
    found: dict[str, Row] = {}
    for row in rows:
        same = " ".join(_words(row).casefold().split())
        behind = [*found.get(same, {"parties": []})["parties"], *row["parties"]]
        found[same] = {**found.get(same, row), "parties": behind}
    return list(found.values())


def _words(row: Row) -> str:
    points = row["points"]
    return "\n".join(points) if points is not None and len(points) else given(row["text"])


def _plain(row: Row) -> str:
    return f'<div class="sp-statement">{safe(_words(row))}</div>'


def _compared(base: str, row: Row) -> str:
    found = differences(base, _words(row))
    if not base or likeness(found) < ALIKE:
        return _plain(row)
    return f'<div class="sp-statement sp-marked">{marked(found)}</div>'


def _card(row: Row, body: str) -> str:
    act = given(row["act"])
    kind = word("act", act)
    head = f"{parties(in_order(row['parties']))}{tag(kind[:1].upper() + kind[1:])}"
    page = whole(row["page"]) if given(row["page"]) else 0
    way = anchor(
        links.source(row["document_id"], start=_place(row["start"]), end=_place(row["end"])),
        safe(text("quote.open")),
    )
    foot = facts([safe(text("quote.page", page=page)) if page else "", way])
    return (
        f'<article class="sp-wording"><header>{head}</header>{body}'
        f"<footer>{foot}</footer></article>"
    )


def _place(offset: object) -> int | None:
    return whole(offset) if given(offset) else None


def _column(name: str, cards: str) -> str:
    said = cards or f'<p class="sp-quiet">{safe(text(f"wordings.no_{name}"))}</p>'
    return f"<section><h3>{safe(text(f'wordings.{name}'))}</h3>{said}</section>"


def _legend(*, marks: bool) -> str:
    struck, added = (safe(text(f"wordings.{cue}")) for cue in ("gone", "new"))
    signs = f"<del>{struck}</del> <ins>{added}</ins> " if marks else ""
    return f'<p class="sp-method sp-marked">{signs}{safe(text("wordings.method"))}</p>'
