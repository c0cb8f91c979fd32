"""Front door of the dashboard: language, navigation, what surrounds every page.

Run with ``standpunkt dashboard``, or ``streamlit run dashboard.py``.
"""

import streamlit as st

from pipeline.errors import StoreError
from views import arrival, caching, filters, frame, login
from views.language import text

SECTIONS = {
    "": ("overview", "meetings"),
    "issues": ("issues", "search"),
    "parties": ("parties", "agreement", "majority", "votes", "people"),
    "ground": ("sources", "story", "method"),
}
REACHED_BY_LINK = ("case", "chart")


st.set_page_config(page_title="Ståndpunkt", layout="wide", menu_items={})
arrival.begin()
filters.language_switch()
login.gate()
pages = frame.pages(SECTIONS, REACHED_BY_LINK)
page = st.navigation(pages, position="hidden" if filters.embedded() else "top")
try:
    frame.surround()
    login.sign_out()
    page.run()
    caching.settle(page.url_path)
except StoreError as error:
    frame.explain(text("frame.broken"), str(error))
