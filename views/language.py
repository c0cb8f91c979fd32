"""Texts in the reader's language, from the files in ``texts/<language>``.

Keys are ``section.name``. Swedish is the default; the switch in the sidebar
(``views.filters``) keeps the choice in the URL as ``?lang=en``.
"""

import tomllib
from functools import cache
from pathlib import Path

import streamlit as st

LANGUAGES = {"sv": "Svenska", "en": "English"}
DEFAULT = "sv"
KEY = "lang"
FOLDER = Path(__file__).parent / "texts"


def language() -> str:
    """The chosen language's code; Swedish until another is chosen."""
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


@cache
def texts(code: str) -> dict[str, str]:
    """All texts of a language, flat: ``{"section.name": text}``."""
    files = (tomllib.loads(path.read_text("utf-8")) for path in text_files(code))
    return {
        f"{section}.{name}": value
        for sections in files
        for section, names in sections.items()
        for name, value in names.items()
    }


def text_files(code: str) -> list[Path]:
    """The files of a language, one per page or kind of words."""
    return sorted((FOLDER / code).glob("*.toml"))
