"""*Ärende*: one case with its decision, the two lines, votes, positions and statements."""

import streamlit as st

from reports.choice import Choice
from views import basket, citing, data, downloads, frame, matter, timeline
from views.language import text

snapshot = frame.store("case")
asked = st.query_params.get("case", "")
case = data.case(snapshot, asked) if asked else None
if case is None:
    frame.title("case")
    frame.explain(
        text("case.unknown" if asked else "case.none_chosen"),
        text("case.unknown_how" if asked else "case.none_chosen_how"),
    )
    matter.suggestions(snapshot)
    st.stop()

document = data.document(snapshot, case.document_id)
positions = data.case_positions(snapshot, case.case_id)
statements = data.case_statements(snapshot, case.case_id)

steps = data.report(snapshot, Choice(), "matter", case=case.case_id)

matter.heading(case, document, data.case_decisions(snapshot, case.case_id))
with st.container(horizontal=True, gap="small"):
    basket.case_button(case.case_id)
    downloads.link()
timeline.timeline(steps, case.case_id)
matter.two_lines(snapshot, case)
matter.proposals(snapshot, case)
matter.votes(snapshot, case)
if all(one.stance in matter.UNSPOKEN for one in positions):
    frame.explain(text("case.no_positions"), text("case.no_positions_how"))
matter.evidence(positions, statements)
citing.topics(data.report(snapshot, Choice(), "case_topics", case=case.case_id))
if document:
    citing.cite(case, document)
frame.method("method.stance", "method.silence")
