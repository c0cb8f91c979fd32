"""The basket laid out: its cases, its charts and the file to take along."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from pipeline import errands
from reports.story.material import Chart, Origin, Told
from reports.story.pack import pack
from reports.story.pictures import picture_page, pictures_in
from views import basket, data, filters, frame, links
from views.asked import of_saved_view
from views.data import Snapshot
from views.downloads import stem
from views.drawings import DRAWINGS
from views.figure import recording
from views.formats import day
from views.language import language, plural, text, texts, word
from views.lists import case_link
from views.markup import facts, safe, show, tag


def cases(snapshot: Snapshot, entries: Sequence[str]) -> list[Told]:
    """List the cases of the basket, each with a button that takes it out; gives what is told
    of them. One that is no longer in the store says so.
    """
    wanted = [
        (entry, found) for entry in entries if isinstance(found := basket.read(entry), str)
    ]
    if wanted:
        show(f"<h2>{safe(text('story.cases'))}</h2>")
    return [told for entry, case_id in wanted if (told := _listed(snapshot, entry, case_id))]


def charts(snapshot: Snapshot, entries: Sequence[str]) -> list[Chart]:
    """Draw the charts of the basket, each with a button that takes it out."""
    wanted = [
        (entry, found)
        for entry in entries
        if isinstance(found := basket.read(entry), basket.Chart)
    ]
    if wanted:
        show(f"<h2>{safe(text('story.charts'))}</h2>")
    return [
        chart
        for place, (entry, view) in enumerate(wanted)
        for chart in _drawn(snapshot, entry, view, place)
    ]


def handout(snapshot: Snapshot, told: Sequence[Told], drawn: Sequence[Chart]) -> None:
    """The button that makes and saves the pack, and what is in it."""
    about = data.meta(snapshot)
    origin = Origin(about["number"], str(about["built_at"])[:10], bool(about["invented"]))
    code = language()
    st.download_button(
        text("story.save"),
        data=partial(_packed, told, drawn, origin, code),
        file_name=f"{stem(snapshot, text('story.file'))}.zip",
        mime="application/zip",
        on_click="ignore",
        type="primary",
        icon=":material/download:",
    )
    held = [plural("story.count_cases", len(told)), plural("story.count_charts", len(drawn))]
    show(f'<p class="sp-method">{safe(text("story.contents"))} {safe(", ".join(held))}.</p>')


def _packed(told: Sequence[Told], drawn: Sequence[Chart], origin: Origin, code: str) -> bytes:
    pictures = pictures_in(errands.browsed(picture_page(drawn))) if drawn else []
    return pack(told, drawn, origin, texts(code), language=code, pictures=pictures)


def _listed(snapshot: Snapshot, entry: str, case_id: str) -> Told | None:
    told = _told(snapshot, case_id)
    with st.container(horizontal=True, vertical_alignment="center"):
        if told:
            show(_card(told))
        else:
            show(f'<p class="sp-quiet">{safe(text("story.gone", entry=case_id))}</p>')
        basket.removal(entry)
    return told


def _told(snapshot: Snapshot, case_id: str) -> Told | None:
    case = data.case(snapshot, case_id)
    document = data.document(snapshot, case.document_id) if case else None
    if case is None or document is None:
        return None
    return Told(
        case,
        document,
        tuple(data.case_positions(snapshot, case_id)),
        tuple(data.case_statements(snapshot, case_id)),
        tuple(data.case_votes(snapshot, case_id)),
        _contested(snapshot, case_id),
        links.permanent("case", case=case_id),
    )


def _contested(snapshot: Snapshot, case_id: str) -> bool | None:
    made = data.case_decisions(snapshot, case_id)
    return bool(made["contested"].any()) if len(made) else None


def _card(told: Told) -> str:
    case = told.case
    number_of = f"§ {case.number}" if case.number.isdigit() else ""
    place = [told.document.municipality, case.body, day(case.date), number_of]
    counts = facts(
        safe(plural(f"story.count_{name}", len(getattr(told, name))))
        for name in ("positions", "statements", "votes")
    )
    row: dict[str, Any] = {"case_id": case.case_id, "title": case.title, "number": case.number}
    return (
        f'<article class="sp-gathered"><h3>{case_link(row)}</h3>'
        f'<p class="sp-where">{facts(map(safe, place))} '
        f"{tag(word('outcome', case.outcome))}</p>"
        f'<p class="sp-where">{counts}</p></article>'
    )


def _drawn(snapshot: Snapshot, entry: str, view: basket.Chart, place: int) -> list[Chart]:
    draw = DRAWINGS.get(view.name)
    if draw is None:
        show(f'<p class="sp-quiet">{safe(text("story.gone", entry=view.name))}</p>')
        basket.removal(entry)
        return []
    with of_saved_view(view.parameters), recording(place) as drawn:
        choice = filters.from_address()
        show(f'<p class="sp-selection">{" · ".join(map(safe, filters.summary(choice)))}</p>')
        draw(snapshot, choice)
    if not drawn:
        frame.explain(text("story.empty_chart"), text("story.empty_chart_how"))
    basket.removal(entry)
    address = _address(view)
    return [
        Chart(one.name, one.title, one.note, one.sketch.figure(), address) for one in drawn
    ]


def _address(view: basket.Chart) -> str:
    """The chart's own page with the filters it was drawn with."""
    return (
        f"{links.permanent('chart', chart=view.name)}&{urlencode(view.parameters, doseq=True)}"
    )
