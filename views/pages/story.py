"""*Underlag*: the cases and charts put aside, and one file with everything about them."""

import streamlit as st

from views import basket, frame, story
from views.language import text

snapshot, _ = frame.opening("story")
entries = basket.gathered()
if not entries:
    frame.explain(text("story.nothing"), text("story.nothing_how"))
    st.stop()

handout = st.container()
told = story.cases(snapshot, entries)
drawn = story.charts(snapshot, entries)
basket.clearing()
with handout:
    story.handout(snapshot, told, drawn)
frame.method("method.stance", "method.silence")
