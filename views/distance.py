"""The figure of the distance between those who govern and the others, over time: a table and
words in, a figure out.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd

from views import canvas
from views.canvas import Sketch, Trace
from views.colours import LINE_COLOURS, QUIET_INK

MEASURES = {"gap": LINE_COLOURS["for"], "unity": LINE_COLOURS["against"]}
SYMBOLS = {"gap": "circle", "unity": "diamond"}


def distance(
    *,
    table: pd.DataFrame,
    labels: Sequence[str],
    mandates: Sequence[str],
    words: Mapping[str, str],
) -> Sketch:
    """Two panels above each other: the gap in percentage points, the others' unity in per
    cent, with 95 % intervals. The line is broken, and a rule drawn, between segments.

    ``table`` is of the report ``gap`` and of one municipality, in order of time; ``labels``
    names its rows; ``mandates`` says for each who governed; ``words`` has ``gap``, ``unity``,
    ``governing`` and ``few``. A row with too few matters is a cross on the panel's floor with
    its n.
    """
    parts = [part for _, part in table.reset_index(drop=True).groupby("segment")]
    lines = [[_line(part, name, labels, words) for part in parts] for name in MEASURES]
    few = [_few(table, name, labels, words) for name in MEASURES]
    places = _breaks(table)
    return canvas.figure(
        [
            canvas.on_panel(trace, panel)
            for panel in (1, 2)
            for trace in (*lines[panel - 1], few[panel - 1])
        ],
        **_axes(table, labels),
        shapes=[_rule(place, axis) for place in places if place for axis in ("", "2")],
        annotations=[
            *(_heading(words[name], panel) for panel, name in enumerate(MEASURES, start=1)),
            *(_governed(place, mandates[place], words) for place in places),
        ],
        height=420,
        showlegend=False,
        margin={"l": 10, "r": 10, "t": 62, "b": 34},
        dragmode=False,
        **canvas.CLEAR,
    )


def _axes(table: pd.DataFrame, labels: Sequence[str]) -> dict[str, dict[str, Any]]:
    axes = canvas.panels(2, spacing=0.14)
    still = {"fixedrange": True}
    along = {**still, "showgrid": False, "range": [-0.6, len(labels) - 0.4]}
    told = {"tickvals": list(range(len(labels))), "ticktext": list(map(escape, labels))}
    axes["xaxis"] |= along
    axes["xaxis2"] |= {**along, **told, "tickangle": 0}
    axes["yaxis"] |= {**still, "zeroline": True, "range": [_floor(table, "gap"), 108]}
    shares = {"range": [0, 108], "tickvals": [0, 50, 100]}
    axes["yaxis2"] |= {**still, "zeroline": True, **shares}
    return axes


def _line(
    part: pd.DataFrame, name: str, labels: Sequence[str], words: Mapping[str, str]
) -> Trace:
    # a period with too few matters has no value: it breaks the line
    middle, low, high = (
        100 * part[column] for column in (name, f"{name}_low", f"{name}_high")
    )
    counts = part[f"n_{name}"]
    told = zip(part.index, middle, low, high, counts, strict=True)
    hover = [
        f"{escape(labels[place])}<br>{escape(words[name])}: "
        f"{at:.0f} ({least:.0f}–{most:.0f}), n = {n}"
        for place, at, least, most, n in told
    ]
    return canvas.scatter(
        x=list(part.index),
        y=middle,
        mode="lines+markers+text",
        text=["" if pd.isna(at) else f"n {n}" for n, at in zip(counts, middle, strict=True)],
        textposition="top right",
        textfont=canvas.SMALL,
        hovertext=hover,
        hoverinfo="text",
        line={"color": MEASURES[name], "width": 2},
        marker={
            "size": 9,
            "symbol": [
                SYMBOLS[name] + ("-open" if level == "uncertain" else "")
                for level in part[f"{name}_level"]
            ],
        },
        error_y={
            "type": "data",
            "symmetric": False,
            "array": high - middle,
            "arrayminus": middle - low,
            "thickness": 1.2,
            "width": 4,
        },
    )


def _few(
    table: pd.DataFrame, name: str, labels: Sequence[str], words: Mapping[str, str]
) -> Trace:
    rows = table.reset_index(drop=True)
    rows = rows[rows[f"{name}_level"] == "few"]
    floor = _floor(table, name) + 8 if name == "gap" else 8
    return canvas.scatter(
        x=list(rows.index),
        y=[floor] * len(rows),
        mode="markers+text",
        text=[f"n {n}" for n in rows[f"n_{name}"]],
        textposition="top center",
        textfont=canvas.SMALL,
        marker={"symbol": "x-thin-open", "size": 7, "color": QUIET_INK},
        hovertext=[f"{escape(labels[place])}: {escape(words['few'])}" for place in rows.index],
        hoverinfo="text",
    )


def _floor(table: pd.DataFrame, name: str) -> float:
    """The lowest value of the panel: under zero only where an interval is."""
    lowest = table[f"{name}_low"].min()
    return -108 if not pd.isna(lowest) and lowest < 0 else 0


def _heading(words: str, panel: int) -> dict[str, object]:
    return {
        "text": f"<b>{escape(words)}</b>",
        "xref": "paper",
        "yref": "y domain" if panel == 1 else "y2 domain",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 2,
        "showarrow": False,
        "font": canvas.SMALL,
    }


def _breaks(table: pd.DataFrame) -> list[int]:
    """The rows that a segment begins with."""
    segments = table["segment"].to_list()
    return [
        place
        for place, segment in enumerate(segments)
        if not place or segments[place - 1] != segment
    ]


def _rule(place: int, axis: str) -> dict[str, object]:
    """A dotted rule before a row, through one panel."""
    return {
        "type": "line",
        **{"x0": place - 0.5, "x1": place - 0.5, "y0": 0, "y1": 1},
        **{"xref": f"x{axis}", "yref": f"y{axis} domain"},
        "line": {"color": QUIET_INK, "width": 1, "dash": "dot"},
    }


def _governed(place: int, who: str, words: Mapping[str, str]) -> dict[str, object]:
    """Who governed, above the first row of a segment; the first says that it is that."""
    told = who if place or not who else f"{words['governing']}: {who}"
    return {
        "text": escape(told),
        **{"x": place - 0.45, "xref": "x", "y": 1, "yref": "paper"},
        "yshift": 20,
        **{"xanchor": "left", "yanchor": "bottom"},
        "showarrow": False,
        "font": canvas.SMALL,
    }
