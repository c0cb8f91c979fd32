"""*Översikt*: what was decided lately, where parties parted ways, and how much was read."""

from dataclasses import replace

import streamlit as st

from analytics.agreement import agreement
from analytics.contested import latest_per_matter, per_period
from views import data, frame, lists
from views.language import plural, text
from views.markup import safe, show
from views.summary import coverage_table, figures, over_time

SHOWN = 10
EXTREMES = 3

snapshot, choice = frame.opening("overview")
decisions = data.decisions(snapshot, choice)
every = data.decisions(snapshot, replace(choice, contested=False))
coverage = data.coverage(snapshot, choice)

figures(coverage, every)
left, right = st.columns([3, 2], gap="large")
with left:
    show(f"<h2>{safe(text('overview.latest'))}</h2>")
    frame.selection(choice, plural("count.decisions", len(decisions)))
    if decisions.empty:
        frame.nothing(snapshot)
    else:
        lists.decision_cards(latest_per_matter(decisions).head(SHOWN))
with right:
    pairs = agreement(data.stances(snapshot, choice), data.alternatives(snapshot, choice))
    told = pairs[pairs["level"] != "few"].sort_values("share")
    if len(told):
        show(f"<h2>{safe(text('overview.apart'))}</h2>")
        lists.pair_table(told.head(EXTREMES))
        show(f"<h2>{safe(text('overview.together'))}</h2>")
        lists.pair_table(told.tail(EXTREMES).iloc[::-1])
        show(lists.share_legend())
        frame.method("method.agreement")
    over_time(snapshot, per_period(every))
    if len(every):
        frame.method("method.contested")

show(f"<h2>{safe(text('overview.coverage'))}</h2>")
coverage_table(coverage, len(data.failures(snapshot)))
frame.method("method.coverage")
