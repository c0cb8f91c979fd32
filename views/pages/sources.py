"""*Källor och granskning*: what is known, read, measured, corrected; a document's text."""

import streamlit as st

from pipeline.settings import editable
from views import accuracy, corrections, coverage, documents, frame, sections, upload
from views.language import text

if editable():
    upload.first()
snapshot, choice = frame.opening("sources")
asked = st.query_params.get("document")
if asked:
    documents.opened(snapshot, asked)
    st.stop()

SECTIONS = {
    "coverage": lambda: coverage.section(snapshot, choice),
    "documents": lambda: documents.section(snapshot, choice),
    "accuracy": lambda: accuracy.section(snapshot),
    "corrections": lambda: corrections.section(snapshot),
    "upload": upload.section,
}
shown = [name for name in SECTIONS if name != "upload" or editable()]
code = sections.chosen(
    shown, lambda name: text(f"sources.view_{name}"), label=text("sources.views")
)
SECTIONS[code]()
