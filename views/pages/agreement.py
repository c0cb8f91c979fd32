"""*Samsyn*: how parties stand to each other, in seven views of the same decisions."""

import streamlit as st

from views import blocs, choices, comparator, data, frame, groups, pairs, signing, trends
from views.language import plural, text, word
from views.question import Question

VIEWS = {
    "matrix": pairs.show_matrix,
    "pairs": pairs.show_pairs,
    "pair": trends.show_pair,
    "groups": groups.show_groups,
    "blocs": blocs.show_blocs,
    "compare": comparator.show_compare,
    "signed": signing.show_signed,
}

snapshot, choice = frame.opening("agreement")
view = choices.segmented(
    "view",
    list(VIEWS),
    lambda code: word("agreement_view", code),
    label=text("agreement.view"),
)
silence = view != "signed" and st.toggle(
    text("agreement.silence"),
    key="silence",
    bind="query-params",
    help=text("agreement.silence_help"),
)
question = Question(snapshot, choice, silence)
if view != "signed":
    frame.selection(choice, plural("count.compared", question.decisions()))
if view != "signed" and question.table("agreement").empty:
    if data.stances(snapshot, choice).empty:
        frame.nothing(snapshot)
    else:
        frame.explain(text("agreement.no_pairs"), text("agreement.no_pairs_how"))
    st.stop()
VIEWS[view](question)
