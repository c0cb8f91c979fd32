"""*Översikt*: the latest meetings, what parted the parties there, leads, and what was read."""

from dataclasses import replace

import streamlit as st

from views import data, frame, lists, meetings
from views.language import language, plural, text
from views.markup import safe, show
from views.summary import figures, over_time

MEETINGS, LEADS, EXTREMES = 5, 8, 3

snapshot, choice = frame.opening("overview")
contested = replace(choice, contested=True)
every = data.count(snapshot, replace(choice, contested=False))
chosen = data.count(snapshot, choice)
coverage = data.report(snapshot, choice, "coverage")
latest = data.report(snapshot, choice, "latest_meetings", most=MEETINGS)
leads = data.report(snapshot, choice, "leads", language=language())
leads = meetings.of_first_cases(leads, LEADS)

figures(coverage, decisions=every, contested=data.count(snapshot, contested))
meetings.coverage_line(coverage, len(data.report(snapshot, choice, "failures")))
left, right = st.columns([1, 1], gap="large")
with st.container():  # sent first: the browser fetches what draws charts meanwhile
    periods = data.report(snapshot, choice, "periods")
    if len(periods) > 1:
        over_time(snapshot, choice, periods)
with left:
    show(f"<h2>{safe(text('overview.latest'))}</h2>")
    frame.selection(choice, plural("count.decisions", chosen))
    if not chosen:
        frame.nothing(snapshot)
    if len(latest):
        days = replace(contested, start=latest["date"].min(), end=latest["date"].max())
        meetings.latest(latest, data.decisions(snapshot, days))
        frame.method("method.contested")
with right:
    if len(leads):
        show(f"<h2>{safe(text('overview.leads'))}</h2>")
        behind = tuple(sorted({int(one) for rows in leads["decisions"] for one in rows}))
        meetings.leads(leads, data.named_decisions(snapshot, behind))
        frame.method("method.leads")
    pairs = data.report(snapshot, choice, "agreement")
    told = pairs[pairs["level"] != "few"].sort_values("share")
    if len(told):
        show(f"<h2>{safe(text('overview.apart'))}</h2>")
        lists.pair_table(told.head(EXTREMES), counts=False)
        show(lists.share_legend())
        frame.method("method.agreement")
