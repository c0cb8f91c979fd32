"""Front door of the dashboard: language, navigation, what surrounds every page.

Run with ``standpunkt dashboard``, or ``streamlit run dashboard.py``.
"""

import streamlit as st

from pipeline.errors import StoreError
from views import filters, frame
from views.language import text
from views.links import ADDRESSES

PAGES = ("overview", "issues", "agreement", "sources", "case")
REACHED_BY_LINK = {"case"}

st.set_page_config(page_title="Ståndpunkt", layout="wide", menu_items={})
filters.language_switch()
page = st.navigation(
    [
        st.Page(
            f"views/pages/{name}.py",
            title=text(f"{name}.title"),
            url_path=ADDRESSES[name].strip("."),
            default=name == "overview",
            visibility="hidden" if name in REACHED_BY_LINK else "visible",
        )
        for name in PAGES
    ],
    position="top",
)
try:
    frame.surround()
    page.run()
except StoreError as error:
    frame.explain(text("frame.broken"), str(error))
