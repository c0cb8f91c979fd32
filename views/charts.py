"""Plotly figures: a table and words in, a figure out. No Streamlit, no reading."""

import math
from collections.abc import Mapping, Sequence
from html import escape
from textwrap import wrap

import pandas as pd

from views import canvas
from views.canvas import Sketch, Trace
from views.colours import (
    LINE_COLOURS,
    NIGHT,
    PAPER,
    QUIET_AT_NIGHT,
    QUIET_INK,
    SCALE,
    scale_colour,
    text_on,
)

QUIET = "#6f9bbd"
CONFIG = {"displaylogo": False, "modeBarButtons": [["toImage"]], "responsive": True}
"""What a reader can do with a chart: save it as a picture."""

BOLD = {"size": 13, "weight": 700}
MOST_LABELS, MOST_YEARS = 5, 8
LONGEST_TITLE = 44
"""In letters a line: what a telephone has room for."""
MOST_LETTERS, LINE_OF_LABEL = 40, 14
"""Of names side by side below a chart on a telephone, and the height of a line in pixels."""
FEW_COUNTS = 5
"""So low a count that Plotly would divide one into parts."""
CELL = 50
"""Height of a cell of the matrix, in pixels."""
HEIGHT, TITLE, TITLE_LINE, NOTE, EDGE, INSET = 300, 30, 20, 16, 2, 10
"""In pixels: the heights of a plot that names none, of a title, of each further line of it
and of a line of a note; the edge that Plotly keeps around a note; the edge of a saved
picture, which the style sheet takes back on the page."""


def decisions_over_time(
    *,
    table: pd.DataFrame,
    labels: Sequence[str],
    words: Mapping[str, str],
    years: Mapping[str, str] | None = None,
) -> Sketch:
    """Stacked bars per period: contested decisions below, the others above.

    ``table`` as from ``analytics.contested.per_period``; ``labels`` names its periods;
    ``years`` has the labels of those that begin a year, with the year; ``words`` has
    ``contested``, ``other`` and ``axis``.
    """
    bars = [
        canvas.bar(
            x=list(labels),
            y=table[column],
            name=words[column],
            marker={"color": colour},
            width=min(0.65, 0.1 * len(labels)),
            hovertemplate=f"%{{x}}<br>{words[column]}: %{{y}}<extra></extra>",
        )
        for column, colour in (("contested", LINE_COLOURS["against"]), ("other", QUIET))
    ]
    return canvas.figure(
        bars,
        barmode="stack",
        height=260,
        xaxis={
            "type": "category",
            "fixedrange": True,
            "tickangle": 0,
            **period_ticks(labels, years or {}),
        },
        yaxis=counts_axis(words["axis"], (table["contested"] + table["other"]).max()),
        **framed(top=36, bottom=26 + LINE_OF_LABEL * (period_lines(labels) - 1)),
    )


def period_ticks(labels: Sequence[str], years: Mapping[str, str]) -> dict[str, object]:
    """The names of all periods, a word a line, where a telephone has room for them; else the
    years where they begin, or names of as many as there is room for."""
    if _narrow(labels):
        broken = [label.replace(" ", "<br>") for label in labels]
        return {"tickvals": list(labels), "ticktext": broken}
    if len(years) > 1:
        shown = list(years)[:: math.ceil(len(years) / MOST_YEARS)]
        return {"tickvals": shown, "ticktext": [years[label] for label in shown]}
    return {"tickvals": list(labels[:: math.ceil(len(labels) / MOST_LABELS) or 1])}


def _narrow(labels: Sequence[str]) -> bool:
    longest = max((len(word) for label in labels for word in label.split()), default=0)
    return len(labels) > MOST_LABELS and len(labels) * longest <= MOST_LETTERS


def period_lines(labels: Sequence[str]) -> int:
    """How many lines of type ``period_ticks`` takes."""
    return max(len(label.split()) for label in labels) if _narrow(labels) else 1


def agreement_matrix(
    *, share: pd.DataFrame, n: pd.DataFrame, level: pd.DataFrame, words: Mapping[str, str]
) -> Sketch:
    """Party × party: the colour and figure are the share of agreement, n stands below.

    All three tables have the parties as index and columns. An uncertain figure stands in
    parentheses; one on too few decisions is left out and only its n is printed. ``words`` has
    ``percent``, ``few`` and ``hover`` (with {first}, {second}, {share}, {n}).
    """
    names = [escape(str(party)) for party in share.index]
    shares, counts, levels = (table.to_dict("index") for table in (share, n, level))
    labels = [
        _label(str(a), str(b), _cell(shares[a][b], counts[a][b], levels[a][b]), shares[a][b])
        for a in share.index
        for b in share.columns
    ]
    edges = [-0.5, len(names) - 0.5]
    return canvas.figure(
        [_heat(share, names), _targets(share, n, words)],
        height=44 + CELL * len(names),
        annotations=labels,
        xaxis={"side": "top", "range": edges, **_axis(names)},
        yaxis={"range": edges[::-1], **_axis(names)},
        **framed(top=34, bottom=10),
    )


def counts_axis(name: str, highest: float) -> dict[str, object]:
    """An upright axis of counts: whole numbers, also where there are few."""
    step = 1 if highest <= FEW_COUNTS else None
    return {
        "title": {"text": name},
        "rangemode": "tozero",
        "dtick": step,
        "fixedrange": True,
    }


def dressed(figure: Sketch, *, title: str, note: str) -> Sketch:
    """The chart with its title above and a note below, which follow it into every picture.

    ``note`` may hold ``<br>``; both are otherwise text.
    """
    lines = note.count("<br>") + 1
    named = wrap(title, LONGEST_TITLE) or [""]
    head = TITLE + TITLE_LINE * (len(named) - 1)
    layout = dict(figure.layout)
    margin = layout.get("margin", {})
    top, bottom = (margin.get(side) or 0 for side in ("t", "b"))
    layout["title"] = _title(named)
    layout["height"] = (layout.get("height") or HEIGHT) + head + NOTE * lines + 14
    left = INSET + canvas.gutter(figure.data, layout)
    layout["margin"] = {
        **margin, "l": left, "t": top + head, "b": bottom + NOTE * lines + 14
    }  # fmt: skip
    layout["annotations"] = [*layout.get("annotations", ()), _note(note, left, bottom)]
    layout |= {name: layout[name] | {"automargin": False} for name in canvas.uprights(layout)}
    layout |= {
        name: layout[name] | {"tickfont": canvas.SMALL | layout[name].get("tickfont", {})}
        for name in canvas.axes(layout)
    }
    if "legend" in layout:
        size = {"font": {"size": canvas.LABEL}}
        layout["legend"] = layout["legend"] | size | _under_title(head / layout["height"])
    return Sketch(figure.data, layout)


def on_page(figure: Sketch, *, dark: bool) -> Sketch:
    """The chart with the page under it, so that a saved picture can be read by itself, and on
    a dark page its small print in a light grey."""
    under = NIGHT if dark else PAPER
    layout = {**figure.layout, "paper_bgcolor": under, "plot_bgcolor": under}
    if not dark:
        return Sketch(figure.data, layout)
    inks = {QUIET_INK: QUIET_AT_NIGHT}
    data = canvas.recoloured(figure.data, inks)
    return Sketch(data, canvas.recoloured(layout, inks))


def _title(lines: Sequence[str]) -> dict[str, object]:
    return {
        "text": "<br>".join(map(escape, lines)),
        "x": 0,
        # from the frame's edge, or a long title runs out of a narrow screen
        "xref": "container",
        "xanchor": "left",
        "y": 1,
        "yref": "container",
        "yanchor": "top",
        # Plotly lifts a title by half of each further line
        "pad": {"t": 6 + TITLE_LINE / 2 * (len(lines) - 1), "l": INSET},
        "font": {"size": 15},
    }


def _under_title(head: float) -> dict[str, object]:
    """Where a legend stands, below the part of the height that the title has; Plotly makes
    room for as many lines as it gets."""
    return {
        **{"xref": "container", "x": 0, "xanchor": "left"},
        **{"yref": "container", "y": 1 - head, "yanchor": "top"},
    }


def _note(note: str, left: int, bottom: int) -> dict[str, object]:
    return {
        "text": note,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        # under the title, left of the plot
        "xshift": INSET - left - EDGE,
        "yshift": -bottom - 8,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "font": {"size": canvas.LABEL, "color": QUIET_INK},
    }


def _heat(share: pd.DataFrame, names: list[str]) -> Trace:
    return canvas.heatmap(
        z=share.to_numpy(dtype=float),
        x=names,
        y=names,
        zmin=0,
        zmax=1,
        colorscale=[list(stop) for stop in SCALE],
        showscale=False,
        xgap=2,
        ygap=2,
        hoverinfo="skip",
    )


def _axis(names: list[str]) -> dict[str, object]:
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": names,
        "fixedrange": True,
        "showgrid": False,
        "tickfont": BOLD,
    }


def _cell(share: float, n: float, level: object) -> str:
    if pd.isna(n):
        return ""
    if pd.isna(share):
        return canvas.over_count("–", int(n))
    figure = f"{share * 100:.0f}"
    shown = f"({figure})" if level == "uncertain" else figure
    return canvas.over_count(shown, int(n))


def _label(first: str, second: str, label: str, share: float) -> dict[str, object]:
    font: dict[str, object] = {"size": 13}
    if not pd.isna(share):
        font["color"] = text_on(scale_colour(share))
    return {
        "x": escape(second),
        "y": escape(first),
        "text": label,
        "showarrow": False,
        "font": font,
        "captureevents": False,
    }


def _targets(share: pd.DataFrame, n: pd.DataFrame, words: Mapping[str, str]) -> Trace:
    """Invisible marks over the cells: Plotly lets a reader click a mark, not a heat map's
    cell.
    """
    shares, counts = share.to_dict("index"), n.to_dict("index")
    pairs = [(a, b) for a in shares for b in shares[a] if not pd.isna(counts[a][b])]
    hover = [_hover(a, b, shares[a][b], counts[a][b], words) for a, b in pairs]
    return canvas.scatter(
        x=[escape(str(b)) for _, b in pairs],
        y=[escape(str(a)) for a, _ in pairs],
        mode="markers",
        marker={"size": CELL - 12, "symbol": "square", "opacity": 0},
        selected={"marker": {"opacity": 0}},
        unselected={"marker": {"opacity": 0}},
        customdata=[[str(a), str(b)] for a, b in pairs],
        text=hover,
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )


def _hover(
    first: object, second: object, share: float, n: float, words: Mapping[str, str]
) -> str:
    figure = words["few"] if pd.isna(share) else f"{share * 100:.0f}{words['percent']}"
    return words["hover"].format(
        first=escape(str(first)), second=escape(str(second)), share=figure, n=int(n)
    )


def framed(*, top: int = 10, bottom: int = 10) -> dict[str, object]:
    """The layout that these figures share."""
    return {
        "margin": {"l": 10, "r": 10, "t": top, "b": bottom},
        "legend": {"orientation": "h", "x": 0, "y": 1.16, "traceorder": "normal"},
        "dragmode": False,
        **canvas.CLEAR,
    }
