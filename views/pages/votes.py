"""*Voteringar*: the votes, one vote with everybody's ballot, patterns over time, cohesion."""

import streamlit as st

from views import ballots, conflict, data, frame, unity, votes
from views.language import plural, text, word
from views.markup import safe, show
from views.switches import switch

VIEWS = ("list", "time", "parties")

snapshot, choice = frame.opening("votes")
asked = st.query_params.get("vote")
if asked:
    ballots.one_vote(snapshot, asked)
    st.stop()

found = data.report(snapshot, choice, "votes")
frame.selection(choice, plural("votes.count", len(found)))
view = switch("view", VIEWS, lambda code: text(f"votes.view_{code}"), label=text("votes.view"))
if view == "list" and found.empty:
    frame.explain(text("votes.none"), text("votes.none_how"))
elif view == "list":
    votes.listing(snapshot, choice)
elif view == "parties":
    unity.unity(snapshot, choice)
else:
    step = switch(
        "step", votes.STEPS, lambda code: word("step", code), label=text("votes.step")
    )
    show(f"<h2>{safe(text('votes.periods'))}</h2>")
    votes.over_time(snapshot, choice, step)
    show(f"<h2>{safe(text('votes.conflict'))}</h2>")
    measure = switch(
        "measure",
        conflict.MEASURES,
        lambda code: word("measure", code),
        label=text("votes.measure"),
    )
    conflict.conflict(snapshot, choice, measure, step)
