"""What is not known about who governed, and how to enter it."""

from shlex import quote

import pandas as pd
import streamlit as st

from pipeline.settings import editable
from views import additions, corrections
from views.formats import given
from views.frame import explain
from views.language import plural, text
from views.markup import safe, show


def known(counts: pd.DataFrame) -> bool:
    """Whether it is known of any decision who governed; says of how many it is not.

    ``counts`` is from ``queries.GOVERNED``.
    """
    unknown = counts[counts["unknown"] > 0]
    if unknown.empty:
        return True
    told = bool(counts["unknown"].sum() < counts["n"].sum())
    if told:
        said = plural("governing.some", int(unknown["unknown"].sum()))
        show(f'<p class="sp-method">{safe(said)}</p>')
    else:
        explain(text("governing.none"), text("governing.none_how"))
    place = next((given(name) for name in unknown["municipality"] if given(name)), "")
    with st.expander(text("governing.how"), expanded=not told):
        if editable():
            additions.mandate(place)
        else:
            _by_command(place)
    if editable():
        corrections.tell()
    return told


def _by_command(place: str) -> None:
    municipality = quote(place) if place else text("governing.municipality")
    command = text("governing.command", municipality=municipality)
    st.code(command, language=None, wrap_lines=True)
    show(f"<p>{safe(text('governing.file'))}</p>")
