"""Figures put together at once from plain dictionaries.

Plotly checks every property each time that a figure is touched, which costs more than all else
a page does with a figure. What is drawn here is checked by the tests instead.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from views.colours import QUIET_INK

Trace = dict[str, Any]
CLEAR = {"paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)"}
"""The page shows through."""
NUMBER = "0000"
"""As long as a number on an axis gets."""
CHARACTER, GAP, TITLE = 0.52, 26, 24
"""The width of a character as a part of its height; in pixels, what stands between labels and
the plot, and an axis's title."""
LABEL = 12
"""The height of a label that names none, and of the smallest print."""
SMALL = {"size": LABEL, "color": QUIET_INK}
"""The type of what stands beside a plot."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a figure will show. Plotly copies all of a figure of its own each time that it is
    asked for its parts, so that one is made last."""

    data: list[Trace]
    layout: dict[str, Any]

    def figure(self) -> go.Figure:
        """The figure that Plotly draws."""
        return go.Figure({"data": self.data, "layout": self.layout}, _validate=False)


def figure(traces: Iterable[Trace], **layout: Any) -> Sketch:
    """A figure of traces (with ``type``) and a layout, as ``plotly.graph_objects`` names their
    properties."""
    return Sketch([_plain(trace) for trace in traces], _plain(layout))


def scatter(**properties: Any) -> Trace:
    """Points, lines or texts; see ``plotly.graph_objects.Scatter``."""
    return {"type": "scatter", **properties}


def bar(**properties: Any) -> Trace:
    """Bars; see ``plotly.graph_objects.Bar``."""
    return {"type": "bar", **properties}


def heatmap(**properties: Any) -> Trace:
    """Coloured cells; see ``plotly.graph_objects.Heatmap``."""
    return {"type": "heatmap", **properties}


def panels(count: int, *, spacing: float) -> dict[str, dict[str, Any]]:
    """The axes of ``count`` panels above each other, the first on top, with one time axis;
    ``spacing`` between two is a part of the whole height."""
    height = (1 - spacing * (count - 1)) / count
    axes: dict[str, dict[str, Any]] = {}
    for number in range(1, count + 1):
        name = "" if number == 1 else str(number)
        foot = (count - number) * (height + spacing)
        lowest = number == count
        shared = {} if lowest else {"matches": f"x{count}", "showticklabels": False}
        axes[f"xaxis{name}"] = {"anchor": f"y{name}", "domain": [0.0, 1.0], **shared}
        axes[f"yaxis{name}"] = {"anchor": f"x{name}", "domain": [foot, foot + height]}
    return axes


def on_panel(trace: Trace, number: int) -> Trace:
    """The trace on one of ``panels``, counted from one."""
    name = "" if number == 1 else str(number)
    return {**trace, "xaxis": f"x{name}", "yaxis": f"y{name}"}


def axes(layout: Mapping[str, Any]) -> list[str]:
    """The names of the axes that a layout tells of."""
    return [name for name in layout if name.startswith(("xaxis", "yaxis"))]


def uprights(layout: Mapping[str, Any]) -> list[str]:
    """The names of the axes that stand upright and are seen."""
    return [
        name
        for name, axis in layout.items()
        if name.startswith("yaxis") and axis.get("visible", True)
    ]


def gutter(traces: Iterable[Trace], layout: Mapping[str, Any]) -> int:
    """Pixels that the labels and titles of upright axes need to the left of the plot.

    Plotly would find room for them itself, but then nobody knows how much, and a note cannot
    begin where the title does.
    """
    drawn = list(traces)
    return max((_beside(drawn, layout[name]) for name in uprights(layout)), default=0)


def over_count(figure: str, n: object) -> str:
    """A cell's figure over what it is counted on, in the size of the smallest print."""
    return f"{figure}<br><span style='font-size:{LABEL}px'>n {n}</span>"


def recoloured(value: Any, inks: Mapping[str, str]) -> Any:
    """The same part of a figure with other colours for some, at any depth."""
    if isinstance(value, dict):
        return {name: recoloured(inside, inks) for name, inside in value.items()}
    if isinstance(value, list | tuple):
        return [recoloured(inside, inks) for inside in value]
    return inks.get(value, value) if isinstance(value, str) else value


def _beside(traces: list[Trace], axis: Mapping[str, Any]) -> int:
    if axis.get("type") == "category":
        named: list[Any] = [one for trace in traces for one in trace["y"]]
    else:
        named = axis.get("ticktext") or [NUMBER]
    longest = max(len(line) for name in named for line in str(name).split("<br>"))
    size: int = axis.get("tickfont", {}).get("size", LABEL)
    return round(CHARACTER * size * longest) + GAP + (TITLE if axis.get("title") else 0)


def _plain(value: Any) -> Any:
    """Columns as arrays and lists, at any depth."""
    if isinstance(value, Mapping):
        return {name: _plain(inside) for name, inside in value.items() if inside is not None}
    if isinstance(value, pd.Series):
        return value.to_numpy() if value.dtype.kind in "iufb" else value.tolist()
    return value
