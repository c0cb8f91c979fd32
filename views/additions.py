"""Rows that nothing was read for, entered by people: who governed, and a position that a
document records and the program missed. Both are corrections: proposed, applied, undone.
"""

from collections.abc import Iterable, Mapping

import streamlit as st

from pipeline.correctable import CORRECTABLE, Form
from pipeline.models import Case
from views import corrections, data
from views.data import Snapshot
from views.language import text
from views.lists import title_of

PLACED = ("document_id", "case_id", "body", "date", "start", "end")
"""Of a new position these follow from its case and its quote."""


def mandate(municipality: str) -> None:
    """The form that says who governed a municipality, from when, and how that is known."""
    forms = CORRECTABLE["mandates"].added
    with st.form("add mandates", border=False, width=640):
        place = st.text_input(text("column.municipality"), value=municipality).strip()
        written = _written({name: forms[name] for name in forms if name != "municipality"})
        who, why = corrections.signature()
        sent = st.form_submit_button(text("corrections.send"), type="primary")
    if sent:
        _send("mandates", place, written, who=who, why=why)


def position(snapshot: Snapshot, document_id: str) -> None:
    """The form that adds a position to one of a document's cases."""
    cases = {case.case_id: case for case in data.document_cases(snapshot, document_id)}
    if not cases:
        return
    forms = CORRECTABLE["positions"].added
    with (
        st.expander(text("additions.position")),
        st.form(f"add positions {document_id}", border=False, width=640),
    ):
        case = st.selectbox(
            text("column.case_id"), list(cases), format_func=lambda one: _name(cases[one])
        )
        written = _written({name: forms[name] for name in forms if name not in PLACED})
        st.caption(text("additions.quote_help"))
        who, why = corrections.signature()
        sent = st.form_submit_button(text("corrections.send"), type="primary")
    if sent:
        _send("positions", str(case), written, who=who, why=why)


def _written(forms: Mapping[str, Form]) -> list[str]:
    """A field per column; gives what was filled in as it is written on the command line."""
    filled = {name: corrections.field(name, form, None) for name, form in forms.items()}
    return [f"{name}={value}" for name, value in filled.items() if value]


def _send(table: str, row: str, written: Iterable[str], *, who: str, why: str) -> None:
    corrections.send("propose", table, row, "--add", *written, who=who, why=why)


def _name(case: Case) -> str:
    number = f"§ {case.number}" if case.number.isdigit() else case.number
    return f"{number} {title_of({'title': case.title, 'number': case.number})}"
