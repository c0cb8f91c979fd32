"""*Möten*: what was decided at each meeting, and what parted the parties there."""

import streamlit as st

from views import agenda, frame

snapshot, choice = frame.opening("meetings")
asked = st.query_params.get("meeting")
if asked:
    agenda.one_meeting(snapshot, asked)
else:
    agenda.listing(snapshot, choice)
