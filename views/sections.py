"""Sections of one page, of which one is shown; the choice stands in the URL by its code."""

from collections.abc import Callable, Sequence

import streamlit as st

from views import arrival
from views.language import language

KEY = "view"


def chosen(codes: Sequence[str], name: Callable[[str], str], *, label: str) -> str:
    """A row of section names; gives the code of the chosen one, at first the URL's."""
    widget = f"{KEY} {language()}"  # the browser answers with names, which are of a language
    if st.session_state.get(widget) not in codes:
        asked = arrival.known(KEY, codes)
        st.session_state[widget] = asked[-1] if asked else codes[0]
    st.segmented_control(
        label,
        list(codes),
        required=True,
        format_func=name,
        key=widget,
        label_visibility="collapsed",
    )
    code = str(st.session_state[widget])
    if code != codes[0]:
        st.query_params[KEY] = code
    elif KEY in st.query_params:
        del st.query_params[KEY]
    return code
