"""The ledger of meetings: per body, each meeting by itself, and the paragraphs that are
missing."""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd
import streamlit as st

from reports.choice import Choice
from views import agenda, data, documents, downloads, frame, links, paging
from views.data import Snapshot
from views.formats import given, number, records, short_day, whole
from views.language import plural, text, word
from views.markup import anchor, facts, safe, show, table

NARROWER = ("party", "topic", "item_type", "words")
"""Filters that the ledger does not look at."""
FIGURES = ("meetings", "held", "read_meetings", "with_findings", "missing")


def section(snapshot: Snapshot, choice: Choice) -> None:
    """Every body's meetings, those of one body when the address names it, and what failed."""
    bodies = data.report(snapshot, choice, "ledger")
    frame.selection(
        choice,
        plural("ledger.count", int(bodies["meetings"].sum())),
        more=_decided(snapshot, choice),
        of_decisions=False,
    )
    documents.tell_unplaced(snapshot, choice)
    if bodies.empty:
        frame.explain(text("ledger.none"), text("ledger.none_how"))
    else:
        _bodies(snapshot, bodies)
        _opened(snapshot, choice)
    failures = data.report(snapshot, Choice(), "failures")
    if len(failures):
        show(f"<h2>{safe(text('sources.failures'))}</h2>")
        documents.failures(failures)
        downloads.table(snapshot, "failures", failures)


def _decided(snapshot: Snapshot, choice: Choice) -> str:
    """How many of the meetings have a page of their own (HTML), as a link to their list."""
    here = Choice(**choice.place_and_time())
    decided = len(data.report(snapshot, here, "latest_meetings", most=agenda.MOST))
    if not decided:
        return ""
    way = links.href("meetings", **dict.fromkeys(NARROWER))
    return ", " + anchor(way, safe(plural("ledger.decided", decided)))


def _bodies(snapshot: Snapshot, bodies: pd.DataFrame) -> None:
    headings = [text(f"ledger.{name}") for name in ("body", *FIGURES, "period")]
    several = bodies["municipality"].nunique(dropna=False) > 1
    show(
        table(
            list(map(safe, headings)),
            [_body(row, several=several) for row in records(bodies)],
            caption=text("ledger.caption"),
            kind="sp-numbers sp-ledger sp-stacked",
        )
    )
    downloads.table(snapshot, "ledger", bodies)
    frame.method("ledger.method")


def _opened(snapshot: Snapshot, choice: Choice) -> None:
    """The meetings and gaps of the body that the address names."""
    body = st.query_params.get("of_body")
    if not body:
        return
    place = st.query_params.get("of_place")
    here = replace(choice, body=body, municipality=place or choice.municipality)
    meetings = data.report(snapshot, here, "meetings")
    heading = text("ledger.opened", body=", ".join(filter(None, (place, body))))
    show(f'<h2 id="meetings">{safe(heading)}</h2>')
    if meetings.empty:
        frame.explain(text("ledger.unknown"), text("ledger.unknown_how"))
        return
    _meetings(meetings.head(paging.limit("meetings")))
    paging.more("meetings", len(meetings))
    downloads.table(snapshot, "meetings", meetings)
    _gaps(snapshot, data.report(snapshot, here, "gaps"))


def _meetings(meetings: pd.DataFrame) -> None:
    names = ("date", "known", "documents", "mentioned", "cases", "findings")
    show(
        table(
            [safe(text(f"ledger.{name}")) for name in names],
            [_meeting(row) for row in records(meetings)],
            caption=text("ledger.meetings_caption"),
            kind="sp-ledger sp-stacked",
        )
    )


def _gaps(snapshot: Snapshot, gaps: pd.DataFrame) -> None:
    if gaps.empty:
        show(f"<p>{safe(text('ledger.no_gaps'))}</p>")
        return
    show(f"<h3>{safe(text('ledger.gaps'))}</h3>")
    names = ("paragraphs", "after", "before", "count_of")
    show(
        table(
            [safe(text(f"ledger.{name}")) for name in names],
            [_gap(row) for row in records(gaps.head(paging.limit("gaps")))],
            caption=text("ledger.gaps_caption"),
            kind="sp-ledger sp-stacked",
        )
    )
    paging.more("gaps", len(gaps))
    downloads.table(snapshot, "gaps", gaps)
    frame.method("ledger.gaps_method")


def _body(row: dict[str, object], *, several: bool) -> list[str]:
    body, place = given(row["body"]), given(row["municipality"])
    address = links.href("sources", of_body=body, of_place=place or None)
    label = anchor(f"{address}#meetings", safe(body))
    if several:
        label += f'<span class="sp-where">{safe(place or text("ledger.no_place"))}</span>'
    first, last = short_day(row["first"]), short_day(row["last"])
    period = first if first == last else f"{first} – {last}"
    counts = {name: number(whole(row[name])) for name in FIGURES}
    if not whole(row["held"]):
        counts["missing"] = "–"  # extracts do not tell which paragraphs there were
    return [label, *counts.values(), safe(period)]


def _meeting(row: dict[str, object]) -> list[str]:
    known = [word("meeting_source", source) for source in _listed(row["sources"])]
    findings = whole(row["finding_count"])
    return [
        safe(short_day(row["date"])),
        safe(", ".join(known)),
        _ways(_listed(row["document_ids"]), "ledger.open"),
        _ways(_listed(row["mentioned_in"]), "ledger.open_mention"),
        number(whole(row["cases"])) if row["was_read"] else "–",
        number(findings),
    ]


def _ways(document_ids: Iterable[str], key: str) -> str:
    """A link per document, numbered when there are several."""
    ids = list(document_ids)
    if not ids:
        return "–"
    names = [text(key)] if len(ids) == 1 else [f"{text(key)} {n + 1}" for n in range(len(ids))]
    ways = zip(ids, names, strict=True)
    return facts(anchor(links.source(one), safe(name)) for one, name in ways)


def _gap(row: dict[str, object]) -> list[str]:
    first, last = whole(row["first_missing"]), whole(row["last_missing"])
    paragraphs = f"§ {first}" if first == last else f"§§ {first}–{last}"
    return [
        safe(paragraphs),
        safe(short_day(row["after_date"]) or text("ledger.year_start")),
        safe(short_day(row["before_date"]) or text("ledger.year_end")),
        number(whole(row["missing"])),
    ]


def _listed(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, Iterable) else []
