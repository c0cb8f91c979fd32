"""*Sakfrågor*: topics, who stood where, in what words, and who criticises whom."""

import streamlit as st

from views import data, following, frame, issues
from views.language import plural

snapshot, choice = frame.opening("issues")
frame.selection(choice, plural("count.decisions", data.count(snapshot, choice)))
if data.places(snapshot).empty and data.report(snapshot, choice, "words").empty:
    frame.nothing(snapshot)
else:
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        part = issues.part(snapshot, choice)
        if choice.topic:
            following.follow(choice)
    issues.show_part(part, snapshot, choice)
