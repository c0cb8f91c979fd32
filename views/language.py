"""Texts in the reader's language, from the files in ``texts/<language>``.

Keys are ``section.name``. Swedish is the default; the switch in the sidebar
(``views.filters``) keeps the choice in the URL as ``?lang=en``.
"""

from contextvars import ContextVar

import streamlit as st

from reports.texts import DEFAULT, LANGUAGES, text_files, texts

__all__ = [
    "DEFAULT",
    "KEY",
    "LANGUAGES",
    "language",
    "plural",
    "settle",
    "text",
    "text_files",
    "texts",
    "word",
]

KEY = "lang"
_SETTLED: ContextVar[str | None] = ContextVar("language", default=None)


def language() -> str:
    """The chosen language's code; Swedish until another is chosen."""
    return _SETTLED.get() or _chosen()


def settle() -> None:
    """To call when a run of the script begins: its language is chosen, and need not be looked
    up for each of a page's thousand texts."""
    _SETTLED.set(_chosen())


def _chosen() -> str:
    chosen = st.session_state.get(KEY)
    return chosen if chosen in LANGUAGES else DEFAULT


def text(key: str, /, **places: object) -> str:
    """The text of ``key`` with its named places filled in. KeyError on an unknown key."""
    return texts(language())[key].format(**places)


def word(section: str, code: str | None) -> str:
    """What a code of the closed word lists is called, such as ``word("stance", "for")``.

    A code without a text stands as it is: the Swedish terms are texts of their own. Empty for
    no code.
    """
    if not isinstance(code, str) or not code:
        return ""
    return texts(language()).get(f"{section}.{code.replace(' ', '_')}", code)


def plural(key: str, count: int, **places: object) -> str:
    """``key_one`` for one, ``key_many`` otherwise, with ``count`` filled in."""
    form = f"{key}_one" if count == 1 else f"{key}_many"
    return texts(language())[form].format(count=count, **places)
