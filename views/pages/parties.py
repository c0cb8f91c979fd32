"""*Partier*: one party from every side; without a choice, all of them with n."""

from dataclasses import replace

import streamlit as st

from views import choices, data, following, frame, parties, party_tabs
from views.language import text

snapshot, choice = frame.opening("parties")
asked = st.query_params.get("which")
letters = data.party_letters(snapshot, choice.municipality)
if not letters:
    frame.nothing(snapshot)
    st.stop()

unknown = asked is not None and asked not in letters
single = choice.parties[0] if len(choice.parties) == 1 and not unknown else None
party = parties.chosen(letters, usual=single)
if party is None:
    if unknown:
        frame.explain(text("parties.unknown"), text("parties.unknown_how"))
    parties.overview(snapshot, choice)
    frame.method("method.party_overview", "method.silence")
    st.stop()

own = replace(choice, parties=(party,))
parties.heading(snapshot, own)
label = text("parties.tab")
with st.container(horizontal=True, horizontal_alignment="distribute"):
    tab = choices.segmented("tab", list(party_tabs.TABS), party_tabs.tab_name, label=label)
    following.follow(replace(own, topic=None))
party_tabs.TABS[tab](snapshot, own)
