"""Rows of buttons whose choice lives in the URL as a code, whatever the language calls it."""

from collections.abc import Callable, Sequence

import streamlit as st

from views.language import language


def segments(key: str, codes: Sequence[str], name: Callable[[str], str], *, label: str) -> str:
    """One of ``codes``, the first until another is chosen; left out of the URL when it is the
    first."""
    widget = f"{key} {language()}"
    if st.session_state.get(widget) not in codes:
        st.session_state[widget] = asked(key, codes)
    st.segmented_control(
        label,
        list(codes),
        required=True,
        format_func=name,
        key=widget,
        label_visibility="collapsed",
    )
    picked = str(st.session_state[widget])
    if picked != codes[0]:
        st.query_params[key] = picked
    elif key in st.query_params:
        del st.query_params[key]
    return picked


def asked(key: str, codes: Sequence[str]) -> str:
    """The code that the address asks for; the first where it asks for none that exists."""
    code = st.query_params.get(key)
    return code if code is not None and code in codes else codes[0]
