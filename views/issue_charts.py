"""Plotly figures about demands, criticism and the use of words: tables in, figures out."""

import math
from collections.abc import Mapping
from html import escape

import pandas as pd

from reports.order import in_order
from views import canvas
from views.canvas import Sketch, Trace
from views.charts import counts_axis, period_lines, period_ticks
from views.colours import EDGE, QUIET_INK, party_colour, text_on

DIRECT, LOOKED_UP = "#c2571a", "#87919a"
MOST_ARROWS = 40
MOST_LABELLED = 12
"""Periods; with more there is no room for figures in the cells."""
ROW, LINE = 44, 15
"""Heights in pixels: of a row of cells, and of a line of type."""
WIDEST = 0.8
"""Of a bar, as a part of the room it has; fewer periods have narrower ones."""
SHADES = (("#c3d8ea", 0.0), ("#2b6ca3", 1.0))
DARK = 0.9
"""Where on the scale white reads better than black."""
NODE = 0.13
"""How far from a node's middle an arrow ends, in the units of the circle."""


def demand_bars(
    *, table: pd.DataFrame, periods: Mapping[str, str], words: Mapping[str, str]
) -> Sketch:
    """Stacked bars per period, a colour and letters per party; of a single period, a bar per
    party.

    ``table`` has ``period``, ``party`` and ``n``; ``periods`` has every period in order, also
    those without rows, and what it is called; ``words`` has ``axis``.
    """
    counts = table.pivot_table(index="period", columns="party", values="n", aggfunc="sum")
    counts = counts.reindex(list(periods)).fillna(0).astype(int).rename(index=dict(periods))
    if len(counts) == 1:  # a pile in the middle of nothing says less than bars side by side
        return _side_by_side(counts.iloc[0], words)
    bars = [
        canvas.bar(
            x=list(periods.values()),
            y=counts[party],
            name=escape(party),
            marker={"color": party_colour(party), "line": {"color": EDGE, "width": 1}},
            width=min(WIDEST, 0.1 * len(counts)),
            text=[escape(party) if count else "" for count in counts[party]],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": text_on(party_colour(party)), "size": canvas.LABEL},
            hovertemplate=f"%{{x}}<br>{escape(party)}: %{{y}}<extra></extra>",
        )
        for party in in_order(counts.columns)
    ]
    labels = list(periods.values())
    years = {label: period[:4] for period, label in periods.items() if period.endswith("-Q1")}
    return canvas.figure(
        bars,
        barmode="stack",
        uniformtext={"minsize": canvas.LABEL, "mode": "hide"},
        height=340,
        xaxis={
            "type": "category",
            "fixedrange": True,
            "tickangle": 0,
            "categoryorder": "array",
            "categoryarray": labels,
            **period_ticks(labels, years),
        },
        yaxis=counts_axis(words["axis"], counts.sum(axis=1).max()),
        legend={"orientation": "h", "traceorder": "normal"},
        **_plain(top=48, bottom=26 + LINE * (period_lines(labels) - 1)),
    )


def _side_by_side(counts: pd.Series, words: Mapping[str, str]) -> Sketch:
    """A bar per party with its count in it."""
    names = in_order(counts.index)
    colours = [party_colour(party) for party in names]
    letters = [escape(party) for party in names]
    bar = canvas.bar(
        x=letters,
        y=[int(counts[party]) for party in names],
        marker={"color": colours, "line": {"color": EDGE, "width": 1}},
        width=min(WIDEST, 0.1 * len(names)),
        text=[int(counts[party]) for party in names],
        textposition="inside",
        textangle=0,
        textfont={"size": 13, "color": [text_on(colour) for colour in colours]},
        hovertemplate="%{x}: %{y}<extra></extra>",
    )
    return canvas.figure(
        [bar],
        height=260,
        xaxis={"type": "category", "fixedrange": True, "tickangle": 0},
        yaxis=counts_axis(words["axis"], counts.max()),
        showlegend=False,
        **_plain(),
    )


def criticism_network(*, edges: pd.DataFrame, words: Mapping[str, str]) -> Sketch:
    """Arrows from those who speak to those they name, thicker the more sentences.

    ``edges`` as from ``analytics.demands.criticism_edges``; ``words`` has ``hover`` (with
    {source}, {target}, {n}) and ``looked_up``, added where the target was looked up.
    """
    drawn = edges.head(MOST_ARROWS)
    names = in_order([*drawn["source"], *drawn["target"]])
    turn = 2 * math.pi / max(len(names), 1)
    places = {
        name: (math.sin(number * turn), math.cos(number * turn))
        for number, name in enumerate(names)
    }
    heaviest = max(drawn["weight"], default=1)
    arrows = [_arrow(row, places, heaviest) for row in drawn.itertuples()]
    span: dict[str, object] = {"visible": False, "fixedrange": True, "range": [-1.35, 1.35]}
    return canvas.figure(
        [_middles(drawn, places, words), _nodes(places)],
        annotations=arrows,
        height=420,
        xaxis=span,
        yaxis={**span, "scaleanchor": "x"},
        showlegend=False,
        **_plain(),
    )


def usage_matrix(
    *, table: pd.DataFrame, periods: Mapping[str, str], words: Mapping[str, str]
) -> Sketch:
    """Party × period: the colour and figure are the share of the party's statements, n below.

    ``table`` has ``party``, ``period``, ``hits``, ``n``, ``share`` (missing on too few) and
    ``level``; ``periods`` has every period in order and what it is called; ``words`` has
    ``percent``, ``few`` and ``hover`` (with {party}, {period},
    {share}, {hits}, {n}).
    """
    table = table.assign(period=table["period"].map(dict(periods)))
    called = list(periods.values())
    names = in_order(table["party"])
    share = table.pivot(index="party", columns="period", values="share")
    share = share.reindex(index=names, columns=called)
    shown = called[:: math.ceil(len(called) / MOST_LABELLED)]
    top = max(table["share"].fillna(0).max(), 0.01)
    labels = [""] * len(table)
    if len(called) <= MOST_LABELLED:
        labels = [_cell(row.share, row.n, row.level) for row in table.itertuples()]
    edges = [-0.5, len(names) - 0.5]
    axis: dict[str, object] = {"type": "category", "fixedrange": True, "showgrid": False}
    return canvas.figure(
        [_heat(share, top), _targets(table, words, labels, top)],
        height=40 + ROW * len(names),
        xaxis={
            **axis,
            "side": "top",
            "categoryorder": "array",
            "categoryarray": called,
            "tickangle": 0,
            "tickvals": shown,
            "ticktext": ["<br>".join(name.rsplit(" ", 1)) for name in shown],
        },
        yaxis={
            **axis,
            "categoryarray": [escape(name) for name in names],
            "categoryorder": "array",
            "range": edges[::-1],
            "tickfont": {"size": 13, "weight": 700},
        },
        **_plain(top=30 + LINE * any(" " in name for name in called)),
    )


def _arrow(
    row: object, places: Mapping[str, tuple[float, float]], heaviest: int
) -> dict[str, object]:
    (x0, y0), (x1, y1) = places[row.source], places[row.target]  # type: ignore[attr-defined]
    length = math.hypot(x1 - x0, y1 - y0) or 1
    dx, dy = (x1 - x0) / length * NODE, (y1 - y0) / length * NODE
    width = 1 + 3 * row.weight / heaviest  # type: ignore[attr-defined]
    return {
        **{"x": x1 - dx, "y": y1 - dy, "ax": x0 + dx, "ay": y0 + dy},
        **{"xref": "x", "yref": "y", "axref": "x", "ayref": "y"},
        "showarrow": True,
        "arrowhead": 2,
        "arrowsize": 0.8,
        "arrowwidth": width,
        "arrowcolor": LOOKED_UP if row.resolved else DIRECT,  # type: ignore[attr-defined]
        "text": "",
    }


def _middles(
    edges: pd.DataFrame, places: Mapping[str, tuple[float, float]], words: Mapping[str, str]
) -> Trace:
    """The figures of the arrows, a little nearer to the one who speaks."""
    named = zip(edges["source"], edges["target"], strict=True)
    ends = [(places[one], places[other]) for one, other in named]
    hover = [
        words["hover"].format(
            source=escape(str(row.source)), target=escape(str(row.target)), n=row.weight
        )
        + (f"<br>{words['looked_up']}" if row.resolved else "")
        for row in edges.itertuples()
    ]
    return canvas.scatter(
        x=[0.6 * a[0] + 0.4 * b[0] for a, b in ends],
        y=[0.6 * a[1] + 0.4 * b[1] for a, b in ends],
        mode="markers+text",
        marker={"size": 18, "color": "rgba(0,0,0,0)"},
        text=[str(weight) for weight in edges["weight"]],
        textposition=[_off_the_arrow(*end) for end in ends],
        textfont=canvas.SMALL,
        hovertext=hover,
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _off_the_arrow(tail: tuple[float, float], head: tuple[float, float]) -> str:
    """Beside an arrow that stands, above one that lies."""
    stands = abs(head[1] - tail[1]) > abs(head[0] - tail[0])
    return "middle right" if stands else "top center"


def _nodes(places: Mapping[str, tuple[float, float]]) -> Trace:
    letters = [name if len(name) < 5 else "" for name in places]
    colours = [party_colour(name) if name.isupper() else QUIET_INK for name in places]
    labels = [
        f"<b>{escape(short)}</b>" if short else f"<br><br><br>{escape(name)}"
        for short, name in zip(letters, places, strict=True)
    ]
    inks = [
        text_on(colour) if short else QUIET_INK
        for short, colour in zip(letters, colours, strict=True)
    ]
    return canvas.scatter(
        x=[x for x, _ in places.values()],
        y=[y for _, y in places.values()],
        mode="markers+text",
        marker={"size": 38, "color": colours, "line": {"color": EDGE, "width": 1}},
        text=labels,
        textposition="middle center",
        textfont={"color": inks, "size": 13},
        hoverinfo="skip",
    )


def _heat(share: pd.DataFrame, top: float) -> Trace:
    """The cells' colours; none where there is nothing, on paper as on a dark page."""
    share = share.where(share > 0)
    return canvas.heatmap(
        z=share.to_numpy(dtype=float),
        x=list(share.columns),
        y=[escape(str(name)) for name in share.index],
        zmin=0,
        zmax=top,
        colorscale=[[place, colour] for colour, place in SHADES],
        showscale=False,
        xgap=2,
        ygap=2,
        hoverinfo="skip",
    )


def _targets(
    table: pd.DataFrame, words: Mapping[str, str], labels: list[str], top: float
) -> Trace:
    """The figures in the cells, and what is said when one is pointed at."""
    hover = [
        words["hover"].format(
            party=escape(str(row.party)),
            period=escape(str(row.period)),
            share=words["few"]
            if row.level == "few"
            else _percent(row.share, words["percent"]),
            hits=row.hits,
            n=row.n,
        )
        for row in table.itertuples()
    ]
    return canvas.scatter(
        x=table["period"],
        y=[escape(str(name)) for name in table["party"]],
        mode="markers+text",
        marker={"size": 30, "symbol": "square", "color": "rgba(0,0,0,0)"},
        text=labels,
        textposition="middle center",
        textfont={"size": 13, "color": [_ink(share, top) for share in table["share"]]},
        hovertext=hover,
        hovertemplate="%{hovertext}<extra></extra>",
        showlegend=False,
    )


def _cell(share: object, n: object, level: object) -> str:
    shown = "–" if level == "few" else _percent(share, "")
    if level == "uncertain":
        shown = f"({shown})"
    return canvas.over_count(shown, n)


def _ink(share: float, top: float) -> str:
    """Black on pale, white on dark, grey where there is no colour."""
    if math.isnan(share) or not share:
        return QUIET_INK
    return "#ffffff" if share / top > DARK else "#000000"


def _percent(share: object, sign: str) -> str:
    return f"{float(str(share)) * 100:.0f}{sign}"


def _plain(*, top: int = 10, bottom: int = 26) -> dict[str, object]:
    return {
        "margin": {"l": 10, "r": 10, "t": top, "b": bottom},
        "dragmode": False,
        **canvas.CLEAR,
    }
