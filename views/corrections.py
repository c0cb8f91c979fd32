"""Corrections: the list with states and findings, and where it is allowed the forms that
propose and decide."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from pipeline import errands
from pipeline.correctable import CORRECTABLE, Form
from pipeline.corrections import FOLLOWING, CorrectionRecord, State
from pipeline.errors import UsageError
from pipeline.settings import default_store, editable
from reports.choice import Choice
from views import arrival, data, downloads, frame, links, login
from views.data import Snapshot
from views.formats import day, given, sorting_key
from views.language import plural, text, word
from views.lists import title_of
from views.markup import anchor, facts, safe, show, tag
from views.quotes import position_cards, statement_cards

ACTIONS = {State.APPLIED: "apply", State.REJECTED: "reject", State.WITHDRAWN: "undo"}
TOLD = "told of corrections"


def section(snapshot: Snapshot) -> None:
    """The forms that the address asks for, then every correction, the latest first."""
    log, missed = data.corrections(snapshot)
    if editable():
        tell()
        _proposal(snapshot)
        _decision(log.records)
    if log.records:
        told = plural("corrections.count", len(log.records))
        show(f'<p class="sp-selection">{safe(told)}</p>')
    else:
        how = "corrections.none_edit" if editable() else "corrections.none_read"
        frame.explain(text("corrections.none"), text(how))
    latest = sorted(log.records, key=_latest, reverse=True)
    for one in latest:
        show(_card(one, missed.get(one.correction_id)))
    for failure in log.failures:
        show(f"<p>{safe(failure.reason)}</p>")
    downloads.table(snapshot, "corrections", data.report(snapshot, Choice(), "corrections"))
    frame.method("corrections.method")


def _latest(record: CorrectionRecord) -> str:
    return max([record.correction.when, *(one.when for one in record.decisions)])


def _proposal(snapshot: Snapshot) -> None:
    table, row = (st.query_params.get(name) for name in ("correct", "row"))
    if not table or not row:
        return
    old = data.row(snapshot, table, row)
    if not old:
        frame.explain(text("corrections.no_row"), text("corrections.no_row_how"))
        return
    known = CORRECTABLE[table]
    show(f"<h2>{safe(text('corrections.propose', table=_table_name(table)))}</h2>")
    show(f'<p class="sp-where">{_about(snapshot, row)}</p>')
    evidence = _evidence(snapshot, row)
    if evidence:
        show(evidence)
    with st.form(f"propose {table} {row}", border=False, width=640):
        new = {name: field(name, form, old[name]) for name, form in known.changed.items()}
        remove = bool(known.known_by) and st.checkbox(text("corrections.remove"))
        who, why = signature()
        sent = st.form_submit_button(text("corrections.send"), type="primary")
    if sent:
        changed = [
            f"{name}={value}" for name, value in new.items() if value != _written(old[name])
        ]
        send("propose", table, row, *(["--remove"] if remove else changed), who=who, why=why)


def _evidence(snapshot: Snapshot, row: str) -> str:
    """The card of the position or statement that the row is: whose it is, and the words it
    rests on; empty for other rows."""
    case_id = ":".join(row.split(":")[:2])
    stood = [one for one in data.case_positions(snapshot, case_id) if one.position_id == row]
    said = [one for one in data.case_statements(snapshot, case_id) if one.statement_id == row]
    return position_cards(stood) if stood else statement_cards(said) if said else ""


def _about(snapshot: Snapshot, row: str) -> str:
    """The case that a row is of, as a link with its body and day; the key where there is
    none."""
    case = data.case(snapshot, ":".join(row.split(":")[:2]))
    if case is None:
        return safe(row)
    title = title_of({"title": case.title, "number": case.number})
    way = anchor(links.case(case.case_id), safe(title))
    return facts([way, safe(case.body), safe(day(case.date)), safe(row)])


def field(name: str, form: Form, old: Any) -> str:
    """A widget for one column; gives the value as it is written on the command line."""
    label, now = word("column", name), _written(old)
    if form.words and not form.many:
        words = sorted(form.words | {now}, key=lambda one: sorting_key(_said(name, one)))
        options = ["", *words] if form.empty and "" not in words else words
        picked = st.selectbox(
            label,
            options,
            index=options.index(now),
            format_func=lambda one: _said(name, one),
            placeholder=text("filters.choose"),
        )
        return str(picked)
    hint = text("corrections.list") if form.many else None
    # a quote may run over several lines
    widget = st.text_area if name == "quote" else st.text_input
    return str(widget(label, value=now, help=hint)).strip()


def _decision(records: tuple[CorrectionRecord, ...]) -> None:
    asked = arrival.known("correction", {one.correction_id for one in records})
    record = next((one for one in records if one.correction_id in asked), None)
    if record is None or not FOLLOWING[record.state]:
        return
    show(f"<h2>{safe(text('corrections.decide', name=record.correction_id))}</h2>")
    show(_card(record, None))
    with st.form(f"decide {record.correction_id}", border=False, width=640):
        state = st.radio(
            text("corrections.decision"),
            FOLLOWING[record.state],
            format_func=lambda one: text(f"corrections.{ACTIONS[one]}"),
            horizontal=True,
        )
        who, why = signature()
        sent = st.form_submit_button(text("corrections.send_decision"), type="primary")
    if sent and state:
        send(ACTIONS[state], record.correction_id, who=who, why=why)


def signature() -> tuple[str, str]:
    """Who corrects, as logged in or as written, and why."""
    known = login.who()
    if known:
        st.caption(text("login.as", who=known))
    who = known or st.text_input(text("corrections.who"), key="corrections who")
    return who.strip(), st.text_input(text("corrections.why")).strip()


def send(action: str, *arguments: str, who: str, why: str) -> None:
    """Have it done, and show the page anew; what was refused stands above the form."""
    try:
        with st.spinner(text("corrections.working")):
            errands.correct(default_store(), action, *arguments, who=who, why=why)
        st.session_state[TOLD] = text(f"corrections.done_{action}")
        for name in ("correct", "row", "correction"):
            st.query_params.pop(name, None)
    except UsageError as error:
        st.session_state[TOLD] = str(error)
    st.rerun()


def tell() -> None:
    """What became of the correction that was sent last, and the way to all of them."""
    told = st.session_state.pop(TOLD, "")
    if told:
        way = anchor(links.href("sources", view="corrections"), safe(text("corrections.all")))
        show(f'<ul class="sp-told" role="status"><li>{safe(told)} {way}</li></ul>')


def _card(record: CorrectionRecord, finding: str | None) -> str:
    one = record.correction
    state = word("correction_state", record.state)
    head = f"{tag(state)}<b>{safe(_table_name(one.table))}</b>{_row_way(record)}"
    head += tag(word("correction_operation", one.operation))
    changes = "".join(
        f"<dt>{safe(word('column', name))}</dt><dd>{_change(name, one.old, one.new)}</dd>"
        for name in (one.new or one.old)
    )
    said = [_signed(State.PROPOSED, one), *(_signed(by.state, by) for by in record.decisions)]
    wrong = f'<p class="sp-finding">{safe(finding)}</p>' if finding else ""
    inside = (
        f'<header>{head}</header><dl class="sp-meaning">{changes}</dl>{"".join(said)}{wrong}'
    )
    foot = f"<footer>{_decide_way(record)}</footer>"
    return f'<article class="sp-decision">{inside}{foot}</article>'


def _row_way(record: CorrectionRecord) -> str:
    document = given(record.correction.anchor.get("document_id"))
    label = safe(record.correction.row)
    way = anchor(links.source(document), label) if document else label
    return f'<span class="sp-row">{way}</span>'


def _decide_way(record: CorrectionRecord) -> str:
    if not editable() or not FOLLOWING[record.state]:
        return ""
    address = links.href("sources", view="corrections", correction=record.correction_id)
    return anchor(address, safe(text("corrections.decide_way")))


def _signed(state: State, by: Any) -> str:
    said = word("correction_state", state)
    about = facts([safe(said), safe(by.who), safe(day(by.when[:10])), safe(by.why)])
    return f'<p class="sp-where">{about}</p>'


def _change(name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    sides = [_said(name, _written(side[name])) or "–" for side in (old, new) if name in side]
    return " → ".join(map(safe, sides))


def _written(value: Any) -> str:
    """A value as it is written on the command line: a list with commas, nothing for none."""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return given(value)


def _said(column: str, code: str) -> str:
    """What a code is called; topics and free text stand as they are."""
    return word(column, code) if code else text("corrections.empty")


def _table_name(table: str) -> str:
    return word("row_of", table)
