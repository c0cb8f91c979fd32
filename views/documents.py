"""The parts of the sources page: the list, one document's facts, and its marked text."""

import re

import pandas as pd
import streamlit as st

from pipeline.models import Document
from pipeline.settings import editable
from reports.choice import Choice
from reports.citations import file_name
from views import (
    additions,
    arrival,
    correcting,
    corrections,
    data,
    downloads,
    frame,
    links,
    page_images,
    paging,
    reader,
)
from views.data import Snapshot
from views.filters import EVERYWHERE
from views.formats import capital, day, given, number, records, short_day, whole
from views.language import plural, text, word
from views.markup import anchor, bring_into_view, facts, safe, show, table, tag


def listing_of(documents: pd.DataFrame) -> None:
    """All documents with what was found in them; each leads to its text."""
    names = ("document", "date", "cases", "statements", "positions", "findings")
    show(
        table(
            [safe(text(f"sources.column_{name}")) for name in names],
            [_row(row) for row in records(documents)],
            caption=text("sources.caption"),
            kind="sp-numbers sp-stacked",
        )
    )


def failures(rows: pd.DataFrame) -> None:
    """What could not be read, and why."""
    show(
        table(
            [safe(text("sources.column_document")), safe(text("sources.column_reason"))],
            [[safe(row["source"]), safe(row["reason"])] for row in records(rows)],
            caption=text("sources.failures"),
        )
    )


def heading(document: Document) -> None:
    """What the document is, and what looked wrong in it."""
    name = name_of(document.title, document.source, document.body, document.date)
    about = facts(
        [
            safe(document.municipality),
            safe(document.body),
            safe(day(document.date)),
            safe(document.reference),
            safe(plural("count.pages", document.pages) if document.pages else ""),
            safe(file_name(document.source) if document.title else ""),
            correcting.way("documents", document.document_id),
        ]
    )
    show(
        f'<header class="sp-case"><h2>{safe(name)}</h2>'
        f'<p class="sp-where">{tag(word("kind", document.kind))} {about}</p></header>'
    )
    if document.findings:
        items = "".join(f"<li>{safe(finding)}</li>" for finding in document.findings)
        show(
            f'<section class="sp-findings"><h3>{safe(text("sources.findings"))}</h3>'
            f"<ul>{items}</ul></section>"
        )


def opened(snapshot: Snapshot, asked: str) -> None:
    """One document: what it is, its marked text, and beside it the page as a picture."""
    show(
        '<p class="sp-where">← '
        f"{anchor(links.href('sources', view='documents'), safe(text('sources.all')))}</p>"
    )
    document = data.document(snapshot, asked)
    if document is None:
        frame.explain(text("sources.unknown"), text("sources.unknown_how"))
        return
    heading(document)
    if editable():
        corrections.tell()
        additions.position(snapshot, asked)
    target = _target(len(document.text))
    page = page_images.page_at(document, target[0] if target else 0)
    png, reason = page_images.picture(snapshot, document, page)
    spans = data.spans(snapshot, asked)
    if png is None:
        show(f'<p class="sp-quiet">{safe(reason)}</p>')
        read(document, spans)
        return
    text_side, picture_side = st.columns([11, 9])
    with text_side:
        read(document, spans)
    with picture_side:
        page_images.beside(document, page, png)


def section(snapshot: Snapshot, choice: Choice) -> None:
    """The chosen documents."""
    found = data.report(snapshot, choice, "documents")
    frame.selection(choice, plural("count.documents", len(found)), of_decisions=False)
    tell_unplaced(snapshot, choice)
    if found.empty:
        frame.explain(text("frame.no_match"), text("frame.no_match_how"))
        return
    listing_of(found.head(paging.limit("documents")))
    paging.more("documents", len(found))
    downloads.table(snapshot, "documents", found)
    frame.method("sources.method")


def tell_unplaced(snapshot: Snapshot, choice: Choice) -> None:
    """How many documents the choice of a municipality hides because they name none."""
    left_out = data.unplaced(snapshot, choice)
    if left_out:
        address = links.href("sources", view="documents", municipality=EVERYWHERE)
        way = anchor(address, safe(text("sources.everywhere")))
        show(f'<p class="sp-quiet">{safe(plural("sources.unplaced", left_out))} {way}</p>')


def read(document: Document, spans: pd.DataFrame) -> None:
    """The text with marks: at the span in the address, or the part of the text it asks for."""
    content = document.text
    target = _target(len(content))
    starts = reader.windows(content)
    part = _part(len(starts))
    if target and part is None:
        window = reader.opened_at(content, target[0])
    else:
        ends = [*starts[1:], len(content)]
        window = (starts[part or 0], ends[part or 0])
    current = reader.window_of(starts, target[0] if target and part is None else window[0])
    show(_legend() + _parts(document.document_id, len(starts), current))
    show(
        reader.marked(
            content,
            reader.marks(spans),
            window=window,
            target=target,
            page_starts=document.page_starts,
        )
    )
    if target:
        bring_into_view()


_NO_NAME = re.compile(r"§|[\d\s.:/-]+$")


def name_of(title: object, source: object, body: object = None, date: object = None) -> str:
    """What a document is called: its title; where that is only a number or a date, the body
    and the day; else the last part of where it came from.
    """
    written = given(title)
    if written and not _NO_NAME.match(written):
        return capital(written)
    if given(body):
        return ", ".join(filter(None, [given(body), day(date)]))
    return written or file_name(given(source).rstrip("/"))


def _row(row: dict[str, object]) -> list[str]:
    label = safe(name_of(*(row[name] for name in ("title", "source", "body", "date"))))
    address = links.source(given(row["document_id"]))
    where = facts([safe(word("kind", given(row["kind"]))), safe(row["body"])])
    findings = [str(finding) for finding in _listed(row["findings"])]
    return [
        f'{anchor(address, label)}<span class="sp-where">{where}</span>',
        safe(short_day(row["date"])),
        *(number(whole(row[name])) for name in ("cases", "statements", "positions")),
        number(len(findings)),
    ]


def _listed(value: object) -> list[object]:
    return list(value) if hasattr(value, "__iter__") else []


def _target(length: int) -> tuple[int, int] | None:
    """The span in the address, when it lies within the text."""
    start, end = (st.query_params.get(name, "") for name in ("start", "end"))
    if not (start.isdecimal() and end.isdecimal()):
        return None
    return (int(start), int(end)) if int(start) < int(end) <= length else None


def _part(count: int) -> int | None:
    """The part of the text that the address asks for, counted from 0."""
    asked = arrival.known("part", {str(part + 1) for part in range(count)})
    return int(asked[-1]) - 1 if asked else None


def _parts(document_id: str, count: int, current: int) -> str:
    if count < 2:
        return ""
    items = "".join(
        f'<b aria-current="true">{part + 1}</b>'
        if part == current
        else anchor(links.href("sources", document=document_id, part=part + 1), str(part + 1))
        for part in range(count)
    )
    return f'<nav class="sp-parts-nav">{safe(text("sources.parts"))} {items}</nav>'


def _legend() -> str:
    items = "".join(
        f'<li><mark class="sp-mark-{kind}">{safe(text(f"mark.{kind}"))}</mark></li>'
        for kind in reader.KINDS
    )
    return f'<ul class="sp-legend">{items}</ul>'
