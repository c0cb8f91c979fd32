"""*Metod*: how it is counted, what silence means, limits, and the words."""

import streamlit as st

from views import essay, frame
from views.language import text
from views.markup import safe, show

frame.title("method")
show(f'<p class="sp-lead">{safe(text("method.lead"))}</p>')
parts = essay.method()
aside, main = st.columns([1, 3], gap="large")
with aside:
    essay.contents(parts)
with main:
    essay.reading(parts)
    essay.words(essay.glossary())
