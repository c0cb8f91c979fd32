"""A figure of shares with their intervals, one bar per party. No Streamlit, no reading."""

from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd

from views import canvas
from views.canvas import Sketch
from views.colours import EDGE, party_colour

ROW = 30
SHARES = [0, 0.25, 0.5, 0.75, 1]
WIDTH = 1.85
"""Of the plot, in shares: what is said of a full bar has room beside it on a telephone."""


def share_bars(
    *, table: pd.DataFrame, labels: Sequence[str], words: Mapping[str, str]
) -> Sketch:
    """Bars from the top in the order given, with 95 % intervals and n at the end.

    ``table`` has ``party``, ``n``, ``share``, ``low``, ``high`` and ``level``; those on too
    few decisions have a label and no bar, uncertain ones are pale. ``labels`` say each figure;
    ``words`` has ``percent``.
    """
    known = table["share"].notna()
    share = table["share"].where(known, 0)
    bars = canvas.bar(
        x=share,
        y=[escape(str(party)) for party in table["party"]],
        orientation="h",
        marker={
            "color": [party_colour(str(party)) for party in table["party"]],
            "opacity": [0.5 if level == "uncertain" else 1.0 for level in table["level"]],
            "line": {"width": 1, "color": EDGE},
        },
        error_x=_whiskers(table, share, known),
        width=0.62,
        hoverinfo="skip",
    )
    ends = zip(labels, table["party"], table["high"].where(known, 0), strict=True)
    return canvas.figure(
        [bars],
        annotations=[
            _end(label, escape(str(party)), float(end)) for label, party, end in ends
        ],
        height=ROW * len(table) + 40,
        xaxis={
            "range": [0, WIDTH],
            "tickvals": SHARES,
            "ticktext": [f"{share * 100:.0f}{words['percent']}" for share in SHARES],
            "fixedrange": True,
        },
        yaxis={"autorange": "reversed", "type": "category", "fixedrange": True},
        margin={"l": 10, "r": 10, "t": 10, "b": 25},
        dragmode=False,
        **canvas.CLEAR,
    )


def _whiskers(table: pd.DataFrame, share: pd.Series, known: pd.Series) -> dict[str, object]:
    return {
        "type": "data",
        "symmetric": False,
        "array": (table["high"] - share).where(known, 0),
        "arrayminus": (share - table["low"]).where(known, 0),
        "color": EDGE,
        "thickness": 1.5,
        "width": 4,
    }


def _end(label: str, party: str, x: float) -> dict[str, object]:
    return {
        "x": x,
        "y": party,
        "text": escape(label),
        "xanchor": "left",
        "xshift": 6,
        "showarrow": False,
        "font": canvas.SMALL,
    }
