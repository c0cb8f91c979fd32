"""A chart on the page: its title, what is counted and the source are printed in it, so that
they follow it into every picture; below it, ways to embed it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from html import escape
from textwrap import wrap
from typing import Any

import streamlit as st

from reports.choice import Choice
from views import basket, charts, data, links
from views.canvas import Sketch
from views.data import Snapshot
from views.downloads import stem
from views.filters import embedded, narrowing
from views.language import language, text

IMAGE = "image"
PICTURES = ("png", "svg")
PLOTLY_SAYS = ("Download plot as a PNG", "Download plot")
"""What Plotly's own button is called for a PNG, and for any other picture."""
AROUND = 140
"""In pixels, what stands around a chart that is embedded: edges, the demo's banner, a name."""
LONGEST_LINE = 64
"""Of a chart's note, in letters: what a telephone has room for."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart as it was drawn, with its title and the note that is printed in it."""

    name: str
    title: str
    note: str
    sketch: Sketch


@dataclass(frozen=True, slots=True)
class Recording:
    """The charts drawn within ``recording``; ``place`` keeps their keys apart."""

    place: int
    drawn: list[Drawn]


_RECORDING: ContextVar[Recording | None] = ContextVar("recording", default=None)


@contextmanager
def recording(place: int) -> Iterator[list[Drawn]]:
    """Within, charts are drawn without what stands below them, and gathered in the list."""
    found = Recording(place, [])
    token = _RECORDING.set(found)
    try:
        yield found.drawn
    finally:
        _RECORDING.reset(token)


def draw(
    snapshot: Snapshot,
    figure: Sketch,
    *,
    name: str,
    title: str,
    note: str,
    about: Choice | None = None,
    on_select: Callable[[], None] | None = None,
    **chosen: str,
) -> None:
    """Show a chart. ``name`` is its key, its file's name and its place among the drawings;
    ``note`` says what is counted and how many, with ``<br>`` between lines; ``about`` is what
    was chosen, named in the picture too; ``chosen`` are parameters of its own that its address
    needs.
    """
    limits = _limits(snapshot, about) if about else []
    written = "<br>".join([*_broken(note), *limits, source(snapshot)])
    drawn = Drawn(name, title, written, charts.dressed(figure, title=title, note=written))
    recorded = _RECORDING.get()
    if recorded is not None:
        recorded.drawn.append(drawn)
        _plot(snapshot, drawn, key=f"{name} {recorded.place}")
        return
    _plot(snapshot, drawn, key=name, on_select=on_select)
    if not embedded():
        with st.container(horizontal=True, gap="small"):
            embedding(name, drawn.sketch.layout["height"] + AROUND, **chosen)
            basket.chart_button(name, **chosen)


def _plot(
    snapshot: Snapshot, drawn: Drawn, *, key: str, on_select: Callable[[], None] | None = None
) -> None:
    sketch = charts.on_page(drawn.sketch, dark=st.context.theme.type == "dark")
    st.plotly_chart(
        sketch.figure(),
        key=key,
        on_select=on_select or "ignore",
        selection_mode="points",
        config=_config(stem(snapshot, drawn.name)),
        alt=f"{drawn.title}. {drawn.note}".replace("<br>", " "),
    )


def _broken(note: str) -> list[str]:
    """The lines of a note (HTML), none longer than a telephone has room for."""
    fitting = partial(wrap, width=LONGEST_LINE, break_long_words=False)
    return [line for told in note.split("<br>") for line in fitting(told)]


def _limits(snapshot: Snapshot, about: Choice) -> list[str]:
    """What the figures are limited to, in lines that a telephone has room for; HTML."""
    return list(map(escape, wrap(" · ".join(narrowing(snapshot, about)), LONGEST_LINE)))


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
    named = {label: text("chart.save_picture") for label in PLOTLY_SAYS}
    words = {"locale": language(), "locales": {language(): {"dictionary": named}}}
    return {**charts.CONFIG, **words, "toImageButtonOptions": picture}


def embedding(name: str, height: int, /, **chosen: str) -> None:
    """The code that shows a chart in another page, so high that nothing of it is cut;
    ``chosen`` are its own parameters."""
    with st.popover(text("chart.embed"), icon=":material/code:", type="tertiary"):
        st.caption(text("chart.embed_help"))
        address = escape(links.embedded(name, **chosen), quote=True)
        size = f'width="100%" height="{height}" style="border:0"'
        st.code(
            f'<iframe src="{address}" {size}></iframe>',
            language=None,
            wrap_lines=True,
        )
