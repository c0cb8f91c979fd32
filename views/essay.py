"""Our own texts, laid out to be read: a table of contents, parts and word lists."""

import re
from collections.abc import Sequence

import streamlit as st

from pipeline.settings import docs_dir
from reports.essay import Part, WordList, language_names, method_parts, word_lists
from views.language import LANGUAGES, language, text
from views.markup import safe, show, table

_CODE = re.compile(r"`([^`]+)`")
GLOSSARY = "ordlista"


def method() -> list[Part]:
    """The method in the reader's language."""
    return method_parts(_document("method.md"), list(LANGUAGES).index(language()))


def glossary() -> list[WordList]:
    """The words of the documents."""
    return word_lists(_document("glossary.md"))


def contents(parts: Sequence[Part]) -> None:
    """Links to the parts and to the word lists."""
    names = [(_place(place), part.name) for place, part in enumerate(parts)]
    names.append((GLOSSARY, text("method.glossary")))
    items = "".join(f'<li><a href="#{place}">{safe(name)}</a></li>' for place, name in names)
    heading = safe(text("method.contents"))
    inside = f"<b>{heading}</b><ol>{items}</ol>"
    show(f'<nav class="sp-contents" aria-label="{heading}">{inside}</nav>')


def reading(parts: Sequence[Part]) -> None:
    """The parts, one after the other."""
    with st.container(key="essay"):
        for place, part in enumerate(parts):
            show(f'<h2 id="{_place(place)}" class="sp-part">{safe(part.name)}</h2>')
            st.markdown(part.text)


def words(lists: Sequence[WordList]) -> None:
    """The word lists as tables."""
    show(f'<h2 id="{GLOSSARY}" class="sp-part">{safe(text("method.glossary"))}</h2>')
    for one in lists:
        name = language_names(one.name, list(LANGUAGES))[language()]
        rows = [list(map(_cell, row)) for row in one.rows]
        show(
            f"<h3>{safe(name)}</h3>"
            + table(list(map(_cell, one.headings)), rows, caption=name, kind="sp-words")
        )


def _document(name: str) -> str:
    return (docs_dir() / name).read_text("utf-8")


def _place(place: int) -> str:
    return f"del-{place + 1}"


def _cell(written: str) -> str:
    return _CODE.sub(r"<code>\1</code>", safe(written))
