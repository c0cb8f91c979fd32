"""Choices that a page adds to the filters. They live in the URL too, as codes, whatever the
options are called in the reader's language.
"""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from views import arrival
from views import asked as address
from views.formats import capital
from views.language import language, text

Name = Callable[[str], str]


def segmented(
    key: str, codes: Sequence[str], name: Name, *, label: str, start: str | None = None
) -> str:
    """A row of few options; the code chosen, at the start ``start`` or else the first. Names
    have a capital."""
    now = st.session_state.get(key), st.query_params.get(key)
    if start and not any(code in codes for code in now):
        st.session_state[key] = start
    options = partial(st.segmented_control, required=True, label_visibility="collapsed")
    return _chosen(
        key, codes, partial(options, label), lambda code: capital(name(code)), default=codes[0]
    )


def listed(
    key: str, codes: Sequence[str], name: Name, *, label: str, default: str | None = None
) -> str:
    """A list of many options; the code chosen, the first at the start. What is ``default`` is
    left out of the URL."""
    options = partial(st.selectbox, label, placeholder=text("filters.choose"))
    return _chosen(key, codes, options, name, default=default)


def _chosen(
    key: str, codes: Sequence[str], draw: Callable[..., object], name: Name, *, default: object
) -> str:
    state = st.session_state
    if state.get(key) not in codes:
        asked = [] if key in state else arrival.known(key, codes)
        state[key] = asked[-1] if asked else codes[0]
    # the browser answers with names, so each language has a widget of its own
    widget = f"{key} {language()}"
    state[widget] = state[key]
    draw(codes, format_func=name, key=widget, on_change=_picked, args=(key, widget))
    if state[key] != default:
        st.query_params[key] = state[key]
    elif key in st.query_params:
        del st.query_params[key]
    return str(state[key])


def _picked(key: str, widget: str) -> None:
    st.session_state[key] = st.session_state[widget]


def asked(key: str, codes: Sequence[str]) -> str:
    """The code that the address asks for; the first where it asks for none that exists, which
    is told."""
    arrival.known(key, codes)
    code = address.asked().get(key)
    return code if code is not None and code in codes else codes[0]
