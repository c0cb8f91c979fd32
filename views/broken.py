"""A figure of shares over time, a panel per series, broken where elections and new majorities
break them. No Streamlit, no reading."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from html import escape
from itertools import groupby
from operator import itemgetter
from typing import Any

import pandas as pd

from views import canvas
from views.canvas import Sketch, Trace

COLOUR, QUIET = "#2b6ca3", "#8a9097"
PANEL, GAP, EDGES, LINE = 118, 44, 70, 16
"""Heights in pixels: of a panel, between two, above and below all, and of a line of type."""
FIGURES = ("share", "low", "high")


def broken_series(
    *,
    panels: Mapping[str, pd.DataFrame],
    breaks: Mapping[str, Sequence[tuple[str, str]]],
    words: Mapping[str, str],
) -> Sketch:
    """Shares with their intervals; no line crosses a break.

    ``panels`` holds a table per name, as from ``analytics.series.series`` and in its order,
    with ``period`` and ``middle`` (where a figure stands) as ISO days; ``breaks`` the days and
    labels that break it. Periods with too few decisions have no point; an uncertain one is
    hollow. ``words`` has ``percent`` and ``hover`` (with {period}, {share}, {low}, {high},
    {n}).
    """
    count = len(panels)
    axes = canvas.panels(count, spacing=GAP / (count * (PANEL + GAP)))
    years, shares = _years(panels.values()), _shares(words)
    for name, axis in axes.items():
        axis |= years if name.startswith("x") else shares
    broken = [breaks.get(name, ()) for name in panels]
    return canvas.figure(
        [
            canvas.on_panel(_stretch(list(stretch), words), row)
            for row, table in enumerate(panels.values(), start=1)
            for _, stretch in groupby(table.to_dict("records"), itemgetter("segment"))
        ],
        shapes=[
            _line(day, row) for row, days in enumerate(broken, start=1) for day, _ in days
        ],
        annotations=[
            *(_heading(name, row) for row, name in enumerate(panels, start=1)),
            *(_named(*one) for one in broken[0]),
        ],
        **axes,
        height=count * (PANEL + GAP) + EDGES,
        margin={"l": 10, "r": 14, "t": 48, "b": 26},
        showlegend=False,
        dragmode=False,
        **canvas.CLEAR,
    )


def _heading(name: str, row: int) -> dict[str, object]:
    """What a panel shows, above it."""
    return {
        **{"text": escape(name), "showarrow": False, "font": canvas.SMALL},
        **{"x": 0, "xref": "paper", "xanchor": "left"},
        **{"y": 1, "yref": f"y{'' if row == 1 else row} domain", "yanchor": "bottom"},
    }


def _line(day: str, row: int) -> dict[str, object]:
    """A dotted line through one panel."""
    axis = "" if row == 1 else row
    return {
        "type": "line",
        **{"x0": day, "x1": day, "y0": 0, "y1": 1},
        **{"xref": f"x{axis}", "yref": f"y{axis} domain"},
        "line": {"color": QUIET, "dash": "dot", "width": 1},
    }


def _years(tables: Iterable[pd.DataFrame]) -> dict[str, object]:
    """Whole years, from the first figure's to the last one's."""
    days = pd.concat([table.loc[table["level"] != "few", "middle"] for table in tables])
    whole = [f"{days.min()[:4]}-01-01", f"{int(days.max()[:4]) + 1}-01-01"]
    marked = {"tickformat": "%Y", "dtick": "M12", "range": whole}
    return {"type": "date", "fixedrange": True, **marked}


def _shares(words: Mapping[str, str]) -> dict[str, object]:
    shares = [0, 0.5, 1]
    told = [f"{share * 100:.0f}{words['percent']}" for share in shares]
    return {"range": [0, 1], "tickvals": shares, "ticktext": told, "fixedrange": True}


def _stretch(rows: Sequence[Mapping[Hashable, Any]], words: Mapping[str, str]) -> Trace:
    told = [row for row in rows if row["level"] != "few"]
    return canvas.scatter(
        x=[row["middle"] for row in told],
        y=[row["share"] for row in told],
        mode="lines+markers",
        line={"color": COLOUR, "width": 1.5},
        marker={
            "size": 8,
            "color": COLOUR,
            "symbol": ["circle" if row["level"] == "firm" else "circle-open" for row in told],
            "line": {"color": COLOUR, "width": 1.5},
        },
        error_y={
            "type": "data",
            "symmetric": False,
            "array": [row["high"] - row["share"] for row in told],
            "arrayminus": [row["share"] - row["low"] for row in told],
            "color": QUIET,
            "thickness": 1,
            "width": 3,
        },
        text=[_hover(row, words) for row in told],
        hovertemplate="%{text}<extra></extra>",
    )


def _hover(row: Mapping[Hashable, Any], words: Mapping[str, str]) -> str:
    share, low, high = (f"{float(str(row[name])) * 100:.0f}" for name in FIGURES)
    return words["hover"].format(
        period=escape(str(row["period"])[:4]),
        share=share + words["percent"],
        low=low,  # "42–87 %": the sign stands once
        high=high + words["percent"],
        n=row["n"],
    )


def _named(day: str, label: str) -> dict[str, object]:
    return {
        "x": day,
        "xref": "x",
        "y": 1,
        "yref": "y domain",
        "yanchor": "bottom",
        "yshift": LINE,  # above the first panel's name
        "text": escape(label),
        "showarrow": False,
        "font": canvas.SMALL,
    }
