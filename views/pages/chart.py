"""One chart alone, for another page's frame: ``diagram?chart=agreement&embed=true``."""

import streamlit as st

from views import filters, frame
from views.drawings import DRAWINGS
from views.language import text

snapshot = frame.store("chart")
draw = DRAWINGS.get(st.query_params.get("chart", ""))
if draw is None:
    frame.title("chart")
    frame.explain(text("chart.unknown"), text("chart.unknown_how"))
    frame.ways_on()
else:
    draw(snapshot, filters.from_address())
