"""The meetings, newest first; and one of them: what parted the parties there, what was
decided besides, and the first of it as text to paste.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from pipeline.errors import UsageError
from reports.choice import Choice
from views import basket, data, downloads, frame, links, paging, wordings
from views.brief import Parted, brief, heading, paragraph, parted, result
from views.data import Snapshot
from views.formats import capital, given, number, records, short_day, whole
from views.language import plural, text, word
from views.lists import both_sides, case_link, how_it_went
from views.markup import STACKED, anchor, facts, safe, show, table
from views.meetings import parted_told

POINTS = 3
"""Points of a decision that are shown here; the case has them all."""
TITLES = 4
"""Contested matters of a meeting that the list names."""
COLUMNS = ("meeting", "about", "decided", "parted")
MOST = 100_000

Row = dict[str, Any]


def listing(snapshot: Snapshot, choice: Choice) -> None:
    """Every meeting of the choice where something was decided; each leads to its decisions."""
    rows = data.report(snapshot, choice, "latest_meetings", most=MOST)
    if rows.empty:
        frame.nothing(snapshot)
        return
    several = rows["municipality"].nunique() > 1
    retold = int(rows["retold"].sum())
    frame.selection(
        replace(choice, contested=False),
        plural("meetings.count", len(rows)),
        more=safe(f", {plural('meetings.retold', retold)}") if retold else "",
    )
    show(
        table(
            [safe(text(f"meetings.column_{name}")) for name in COLUMNS],
            [
                _listed(row, several=several)
                for row in records(rows.head(paging.limit("meetings")))
            ],
            caption=text("meetings.caption"),
            kind=f"sp-numbers sp-meetings {STACKED}",
        )
    )
    paging.more("meetings", len(rows))
    downloads.table(snapshot, "latest_meetings", rows)
    frame.method("method.contested")


def one_meeting(snapshot: Snapshot, asked: str) -> None:
    """What was decided at the meeting of the address; says so where there is none."""
    every = anchor(links.href("meetings"), safe(text("meetings.all")))
    show(f'<p class="sp-where">← {every}</p>')
    try:
        rows = data.report(snapshot, Choice(), "agenda", meeting=asked)
    except UsageError:
        rows = data.report(snapshot, Choice(), "agenda", meeting="||")
    if rows.empty:
        frame.explain(text("meetings.unknown"), text("meetings.unknown_how"))
        return
    found = records(rows)
    matters = parted(snapshot, found)
    _heading(found, len(matters))
    if matters:
        _taken_along(snapshot, matters)
        show(f"<h2>{safe(text('meetings.parted'))}</h2>{''.join(map(_matter, matters))}")
    others = [row for row in found if not row["contested"]]
    if others:
        _others(others, text("meetings.others" if matters else "meetings.decided"))
    downloads.table(snapshot, "agenda", rows)
    frame.method("method.contested", "method.silence")


def _listed(row: Row, *, several: bool) -> list[str]:
    body = given(row["body"]) or text("coverage.unknown_body")
    where = facts(map(safe, (short_day(row["date"]), row["municipality"] if several else "")))
    titles = [capital(title) for title in _of_list(row["titles"])]
    left = len(titles) - TITLES
    more = [text("meetings.left", left=number(left))] if left > 0 else []
    return [
        f'{anchor(_address(row), safe(body))}<span class="sp-where">{where}</span>',
        " · ".join(map(safe, [*titles[:TITLES], *more])),
        number(whole(row["decided"])),
        number(whole(row["contested"])),
    ]


def _address(row: Row) -> str:
    return links.meeting(*(given(row[name]) for name in ("date", "body", "municipality")))


def _heading(rows: Sequence[Row], contested: int) -> None:
    first = rows[0]
    about = facts(
        [
            safe(first["municipality"]),
            safe(plural("count.decisions", len(rows))),
            safe(parted_told(contested)),
            anchor(links.source(first["document_id"]), safe(text("meetings.document"))),
        ]
    )
    show(
        f'<header class="sp-one-meeting"><h2>{safe(heading(first))}</h2>'
        f'<p class="sp-where">{about}</p></header>'
    )


def _taken_along(snapshot: Snapshot, matters: Sequence[Parted]) -> None:
    """The text to paste, and all the matters into the basket."""
    with st.container(horizontal=True, gap="small"):
        label, icon = text("meetings.copy"), ":material/content_copy:"
        with st.popover(label, icon=icon, type="tertiary"):
            st.caption(text("meetings.copy_help"))
            st.code(brief(snapshot, matters), language=None, wrap_lines=True)
        basket.cases_button([one.row["case_id"] for one in matters])


def _matter(one: Parted) -> str:
    row = one.row
    votes = [_vote(vote, named=len(one.votes) > 1) for vote in one.votes if result(vote)]
    about = facts([safe(one.verdict.rstrip(".")), *votes, _source(row)])
    return (
        f'<article class="sp-decision sp-parted"><h3>{_paragraph(row)}{case_link(row)}</h3>'
        f'{_points(row)}<div class="sp-lines">{both_sides(row)}</div>'
        f'<p class="sp-where">{about}</p>{_words(one)}</article>'
    )


def _vote(vote: Row, *, named: bool) -> str:
    """The figures of a vote, with its kind where there are several."""
    told = result(vote)
    if named:
        told = text("meetings.vote", kind=word("vote_kind", vote["kind"]), result=told)
    return anchor(
        links.vote(vote["vote_id"]), f'<span class="sp-unbroken">{safe(told)}</span>'
    )


def _paragraph(row: Row) -> str:
    number_of = paragraph(row)
    return f'<span class="sp-paragraph">{safe(number_of)}</span> ' if number_of else ""


def _points(row: Row) -> str:
    points = _of_list(row["points"])
    told = " ".join(points[:POINTS]) + (" …" if len(points) > POINTS else "")
    return f'<p class="sp-decided">{safe(told)}</p>' if points else ""


def _of_list(value: object) -> list[str]:
    return list(value) if isinstance(value, Iterable) else []


def _words(one: Parted) -> str:
    """What was decided and the alternatives in their own words, folded."""
    if one.words.empty:
        return ""
    said = f"<summary>{safe(text('meetings.words'))}</summary>"
    return f'<details class="sp-fold">{said}{wordings.side_by_side(one.words)}</details>'


def _source(row: Row) -> str:
    start, end = (whole(row[name]) if given(row[name]) else None for name in ("start", "end"))
    return anchor(
        links.source(row["document_id"], start=start, end=end), safe(text("quote.open"))
    )


def _others(rows: Sequence[Row], title: str) -> None:
    show(
        f"<h2>{safe(title)}</h2>"
        + table(
            [safe(text("meetings.column_case")), safe(text("meetings.column_outcome"))],
            [[f"{_paragraph(row)}{case_link(row)}", how_it_went(row)] for row in rows],
            caption=title,
            kind="sp-others",
        )
    )
