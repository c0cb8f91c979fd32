"""*Översikt*: the latest meetings, what parted the parties there, leads, and what was read."""

from dataclasses import replace

import streamlit as st

from analytics.agreement import agreement
from analytics.contested import per_period
from reports.choice import Choice
from views import data, frame, lists, meetings
from views.language import language, plural, text
from views.markup import safe, show
from views.summary import figures, over_time

MEETINGS, LEADS, EXTREMES = 5, 8, 3

snapshot, choice = frame.opening("overview")
decisions = data.decisions(snapshot, choice)
every = data.decisions(snapshot, replace(choice, contested=False))
coverage = data.coverage(snapshot, choice)
latest = data.report(snapshot, choice, "latest_meetings", most=MEETINGS)
leads = data.report(snapshot, choice, "leads", language=language()).head(LEADS)

figures(coverage, every)
meetings.coverage_line(coverage, len(data.failures(snapshot)))
left, right = st.columns([1, 1], gap="large")
with left:
    show(f"<h2>{safe(text('overview.latest'))}</h2>")
    frame.selection(choice, plural("count.decisions", len(decisions)))
    if decisions.empty:
        frame.nothing(snapshot)
    if len(latest):
        meetings.latest(latest, decisions[decisions["contested"]])
        frame.method("method.contested")
with right:
    if len(leads):
        show(f"<h2>{safe(text('overview.leads'))}</h2>")
        whole = data.decisions(snapshot, Choice(municipality=choice.municipality))
        meetings.leads(leads, whole)
        frame.method("method.leads")
    pairs = agreement(data.stances(snapshot, choice), data.alternatives(snapshot, choice))
    told = pairs[pairs["level"] != "few"].sort_values("share")
    if len(told):
        show(f"<h2>{safe(text('overview.apart'))}</h2>")
        lists.pair_table(told.head(EXTREMES), counts=False)
        show(lists.share_legend())
        frame.method("method.agreement")
over_time(snapshot, per_period(every))
