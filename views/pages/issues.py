"""*Partier och sakfrågor*: party × case with stances; every row opens the case."""

import streamlit as st

from analytics.contested import party_table, stance_counts
from views import data, frame, lists, paging
from views.language import plural, text
from views.markup import legend, safe, show

snapshot, choice = frame.opening("issues")
decisions = data.decisions(snapshot, choice)
frame.selection(choice, plural("count.decisions", len(decisions)))
if decisions.empty:
    frame.nothing(snapshot)
    st.stop()

stances = data.stances(snapshot, choice)
if stances.empty:
    frame.explain(text("issues.no_positions"), text("issues.no_positions_how"))
    st.stop()

show(legend())
table = party_table(stances)
lists.stance_table(decisions, table.head(paging.limit("issues")))
paging.more("issues", len(table))
frame.method("method.silence")

counts = stance_counts(stances)
if len(counts):
    show(f"<h2>{safe(text('issues.counts'))}</h2>")
    lists.count_table(counts)
    frame.method("method.counts")
