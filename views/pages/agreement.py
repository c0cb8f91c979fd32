"""*Samsyn*: party × party on decisions where both took a side, and the decisions behind."""

from dataclasses import replace

import streamlit as st

from analytics.agreement import agreement, counted, pair_decisions
from views import data, frame, lists, paging, pairs
from views.language import plural, text
from views.markup import safe, show

snapshot, choice = frame.opening("agreement")
silence = st.toggle(
    text("agreement.silence"),
    key="silence",
    bind="query-params",
    help=text("agreement.silence_help"),
)
stances, alternatives = data.stances(snapshot, choice), data.alternatives(snapshot, choice)
counting = {"contested_only": choice.contested, "silence": silence}
table = agreement(stances, alternatives, **counting)
shared = counted(stances, **counting)["decision"].nunique()
frame.selection(choice, plural("count.decisions", shared))
if table.empty:
    frame.nothing(snapshot) if stances.empty else frame.explain(
        text("agreement.no_pairs"), text("agreement.no_pairs_how")
    )
    st.stop()

left, right = st.columns([6, 5], gap="large")
with left:
    pairs.matrix(snapshot, table, choice, silence=silence)
    how = "method.silence_on" if silence else "method.agreement"
    frame.method(how, "method.matter")
    show(f"<h2>{safe(text('agreement.behind'))}</h2>")
    first, second = pairs.chosen(table)
    behind = pair_decisions(stances, alternatives, pair=(first, second), **counting)
    behind = behind.iloc[::-1]
    if behind.empty:
        frame.explain(text("agreement.no_shared", first=first, second=second), "")
    else:
        everything = data.decisions(snapshot, replace(choice, parties=()))
        lists.pair_decisions(behind, everything, (first, second), shown=paging.limit("pair"))
        paging.more("pair", len(behind))
with right:
    show(f"<h2>{safe(text('agreement.pairs'))}</h2>{lists.share_legend()}")
    lists.pair_table(table.sort_values(["share", "n"], ascending=False))
