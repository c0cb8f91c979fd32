"""A choice on the page itself that lives in the URL, as the filters in the sidebar do.

Streamlit writes into the URL what an option is called, which depends on the language; these
write the code.
"""

from collections.abc import Callable, Sequence

import streamlit as st

from views.language import language

Naming = Callable[[str], str]


def one_of(key: str, codes: Sequence[str], name: Naming, *, label: str) -> str:
    """One of a few codes, as buttons in a row; the first until another is chosen."""
    widget = _begun(key, codes)
    st.segmented_control(
        label,
        codes,
        required=True,
        format_func=name,
        key=widget,
        on_change=_picked,
        args=(key, widget),
        label_visibility="collapsed",
    )
    return _kept(key, codes)


def from_list(key: str, codes: Sequence[str], name: Naming, *, label: str) -> str:
    """One of many codes, as a list."""
    widget = _begun(key, codes)
    st.selectbox(
        label, codes, format_func=name, key=widget, on_change=_picked, args=(key, widget)
    )
    return _kept(key, codes)


def _begun(key: str, codes: Sequence[str]) -> str:
    """The widget's own key: one for each language, because the browser answers with names."""
    if st.session_state.get(key) not in codes:
        asked = st.query_params.get(key)
        st.session_state[key] = asked if asked in codes else codes[0]
    widget = f"{key} {language()}"
    st.session_state[widget] = st.session_state[key]
    return widget


def _picked(key: str, widget: str) -> None:
    st.session_state[key] = st.session_state[widget]


def _kept(key: str, codes: Sequence[str]) -> str:
    chosen = str(st.session_state[key])
    if chosen != codes[0]:
        st.query_params[key] = chosen
    elif key in st.query_params:
        del st.query_params[key]
    return chosen
