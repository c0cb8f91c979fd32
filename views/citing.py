"""What a case is about and how it is cited."""

import pandas as pd
import streamlit as st

from pipeline.models import Case, Document
from reports.citations import citation
from views import links
from views.formats import given, records
from views.language import LANGUAGES, language, text, texts
from views.markup import facts, safe, show


def topics(table: pd.DataFrame) -> None:
    """The topics of a case (``reports.matters.case_topics``) with the words that decided
    them.
    """
    if table.empty:
        return
    items = "".join(f"<li>{_topic(row)}</li>" for row in records(table))
    heading = f"<h2>{safe(text('case.topics'))}</h2>"
    show(f'<section class="sp-topics">{heading}<ul>{items}</ul></section>')


def cite(case: Case, document: Document) -> None:
    """The citation in both languages, each in a box that can be copied."""
    show(f"<h2>{safe(text('case.cite'))}</h2>")
    address = links.permanent("case", case=case.case_id)
    columns = st.columns(2)
    for column, code in zip(columns, LANGUAGES, strict=True):
        with column:
            st.caption(text(f"case.cite_{code}"))
            written = citation(case, document, texts(code), address=address)
            st.code(written, language=None, wrap_lines=True)


def _topic(row: dict[str, object]) -> str:
    name = given(row["name_english" if language() == "en" else "name"])
    found = row["words"]
    words = ", ".join(f"”{word}”" for word in found) if hasattr(found, "__iter__") else ""
    because = text("case.topic_words", words=words) if words else ""
    return facts([f"<b>{safe(name)}</b>", safe(because)])
