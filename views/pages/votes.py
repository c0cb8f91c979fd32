"""*Voteringar*: the votes, one vote with everybody's ballot, patterns over time, cohesion."""

from functools import partial

import streamlit as st

from views import ballots, conflict, data, frame, unity, votes
from views.choices import segmented
from views.language import plural, text, word
from views.markup import safe, show

VIEWS = ("list", "time", "parties")

snapshot, choice = frame.opening("votes")
asked = st.query_params.get("vote")
if asked:
    ballots.one_vote(snapshot, asked)
    st.stop()

found = data.votes(snapshot, choice)
frame.selection(choice, plural("votes.count", found))
with st.container(horizontal=True, gap="medium"):
    view = segmented("view", VIEWS, partial(word, "votes_view"), label=text("votes.view"))
    if view == "list":
        called = partial(word, "votes_order")
        order = segmented("order", votes.ORDERS, called, label=text("votes.order"))
    elif view == "time":
        step = segmented("step", votes.STEPS, partial(word, "step"), label=text("votes.step"))

if view == "time":
    votes.over_time(snapshot, choice, step)
    show(f"<h2>{safe(text('votes.conflict'))}</h2>")
    called = partial(word, "measure")
    measure = segmented("measure", conflict.MEASURES, called, label=text("votes.measure"))
    conflict.conflict(snapshot, choice, measure, step)
elif not found:
    frame.explain(text("votes.none"), text("votes.none_how"))
elif view == "parties":
    unity.unity(snapshot, choice)
else:
    votes.listing(snapshot, choice, order)
