"""*Majoritet och opposition*: two lines, the distance over time, who crossed, who decided."""

import streamlit as st

from views import data, frame, opposition
from views.choices import segmented
from views.language import plural, text

snapshot, choice = frame.opening("majority")
view = segmented(
    "view",
    list(opposition.PARTS),
    lambda name: text(f"majority.{name}"),
    label=text("majority.view"),
)
silence = view in opposition.SILENCE and st.toggle(
    text("agreement.silence"),
    key="silence",
    bind="query-params",
    help=text("agreement.silence_help"),
)
decisions = data.count(snapshot, choice)
frame.selection(choice, plural("count.decisions", decisions))
if not decisions and "decision" not in st.query_params:
    frame.nothing(snapshot)
    st.stop()
opposition.PARTS[view](opposition.Asked(snapshot, choice, bool(silence)))
