"""*Källor*: the documents, what looked wrong in them, and the marked text."""

import streamlit as st

from views import data, documents, frame
from views.language import plural, text
from views.markup import safe, show

snapshot, choice = frame.opening("sources")
table = data.documents(snapshot, choice)
asked = st.query_params.get("document")
if asked:
    document = data.document(snapshot, asked)
    if document is None:
        frame.explain(text("sources.unknown"), text("sources.unknown_how"))
    else:
        documents.heading(document)
        documents.read(document, data.spans(snapshot, asked))
        st.divider()

show(f"<h2>{safe(text('sources.documents'))}</h2>")
frame.selection(choice, plural("count.documents", len(table)), of_decisions=False)
if table.empty:
    frame.explain(text("frame.no_match"), text("frame.no_match_how"))
else:
    documents.listing_of(table)
failures = data.failures(snapshot)
if len(failures):
    show(f"<h2>{safe(text('sources.failures'))}</h2>")
    documents.failures(failures)
frame.method("method.coverage")
