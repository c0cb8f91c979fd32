"""What the address asks for and nobody here knows: told in a sentence where the page begins.

The widgets start without it, and what the address asks for besides holds.
"""

from collections.abc import Callable, Container
from contextvars import ContextVar

import streamlit as st

from views.language import text
from views.markup import safe

CHECKED = "address checked"
_SAY: ContextVar[Callable[[str], object] | None] = ContextVar("arrival", default=None)


def begin() -> None:
    """Keep the place where it is told; to call before anything reads the address."""
    _SAY.set(st.container(key="arrival").html)


def first() -> bool:
    """Whether nobody has looked the reader's address over yet; later the widgets know."""
    unseen = CHECKED not in st.session_state
    st.session_state[CHECKED] = True
    return unseen


def known(key: str, codes: Container[str]) -> list[str]:
    """What the address asks for by a key that is among ``codes``; of the rest it is told."""
    asked = st.query_params.get_all(key)
    for value in asked:
        if value and value not in codes:
            _tell(text("frame.not_known", asked=f"{key}={value}"))
    return [value for value in asked if value in codes]


def asked(key: str) -> list[str]:
    """What the address asks for by a key, known or not."""
    return st.query_params.get_all(key)


def drop_unknown(key: str, codes: Container[str]) -> list[str]:
    """The same, and the rest is taken out of the address. Only before the key has a widget."""
    kept = known(key, codes)
    if kept:
        st.query_params[key] = kept
    elif key in st.query_params:
        del st.query_params[key]
    return kept


def _tell(sentence: str) -> None:
    say = _SAY.get()
    if say:
        say(f'<p class="sp-banner" role="status">{safe(sentence)}</p>')
