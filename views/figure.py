"""A chart on the page: its title, what is counted and the source are printed in it, so that
they follow it into every picture; below it, ways to embed it.
"""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from views import charts, data, links
from views.data import Snapshot
from views.downloads import stem
from views.filters import embedded
from views.language import text

IMAGE = "image"
PICTURES = ("png", "svg")


def draw(
    snapshot: Snapshot,
    figure: go.Figure,
    *,
    name: str,
    title: str,
    note: str,
    on_select: Callable[[], None] | None = None,
    parameters: Mapping[str, object] | None = None,
) -> None:
    """Show a chart. ``name`` is its key, its file's name and its place among the drawings;
    ``note`` says what is counted and how many, with ``<br>`` between lines. ``parameters`` are
    what the drawing needs to know beside the filters.
    """
    written = f"{note}<br>{source(snapshot)}"
    st.plotly_chart(
        charts.dressed(figure, title=title, note=written),
        key=name,
        on_select=on_select or "ignore",
        selection_mode="points",
        config=_config(stem(snapshot, name)),
        alt=f"{title}. {note}".replace("<br>", " "),
    )
    if not embedded():
        _embedding(name, parameters or {})


def source(snapshot: Snapshot) -> str:
    """Where a chart's figures come from, and when; HTML, a line each."""
    about = data.meta(snapshot)
    line = text("chart.source", number=about["number"], day=str(about["built_at"])[:10])
    return "<br>".join(
        map(escape, [line, text("frame.invented")] if about["invented"] else [line])
    )


def picture_switch() -> None:
    """Whether charts are saved as PNG or SVG."""
    st.segmented_control(
        text("chart.picture"),
        PICTURES,
        default=PICTURES[0],
        required=True,
        format_func=str.upper,
        key=IMAGE,
    )


def _config(file_name: str) -> dict[str, Any]:
    chosen = st.session_state.get(IMAGE) or PICTURES[0]
    # twice as fine as a screen, for print
    picture = {"format": chosen, "filename": file_name, "scale": 2}
    return {**charts.CONFIG, "toImageButtonOptions": picture}


def _embedding(name: str, parameters: Mapping[str, object]) -> None:
    with st.popover(text("chart.embed"), icon=":material/code:", type="tertiary"):
        st.caption(text("chart.embed_help"))
        address = links.absolute("chart", chart=name, embed="true", **parameters)
        address = escape(address, quote=True)
        st.code(
            f'<iframe src="{address}" width="100%" height="560" style="border:0"></iframe>',
            language="html",
            wrap_lines=True,
        )
