"""Plotly figures of shares with their intervals: a pair over time, and one row per thing.
Pure: a table and words in, a figure out.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd

from views import canvas
from views.canvas import Sketch, Trace
from views.colours import QUIET_INK, SHARE_COLOURS

LINE = SHARE_COLOURS["same"]
OUTLINE = {"width": 2, "color": LINE}
QUIET = {"showarrow": False, "font": canvas.SMALL}
YEARS = {
    "type": "date",
    "tickformat": "%Y",
    "dtick": "M12",
    "ticklabelmode": "period",
    "showgrid": False,
    "fixedrange": True,
}
ROW = 30
MOST_COUNTS = 12
SYMBOLS = {"firm": "circle", "uncertain": "circle-open", "few": "x-thin-open"}
FOOT, COUNTS_AT, LOWER, LOWEST = -0.06, -0.13, 0.07, -0.24
"""Below the line of no agreement: where a mark without a share stands, the counts, how much
lower every other one of those that are close, and where the plot ends."""
CLOSE = 0.1
"""Counts nearer than this part of the time shown would cover each other on a telephone."""
SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)


def over_time(*, table: pd.DataFrame, words: Mapping[str, str]) -> Sketch:
    """One pair's share in each period with its interval; the line stops at every break.

    ``table`` as from the report ``pair_over_time``, with ``label`` (what a row's period is
    called) and ``broken`` (the break's name, or None). An uncertain point is hollow; one on
    too few decisions has no height: a cross below the line of no agreement. ``words`` has
    ``percent``, ``few`` and ``hover`` (with {label}, {share}, {n}).
    """
    rows = table.assign(x=_middles(table))
    broken = _breaks(table)
    counts = _counts(rows) if len(rows) <= MOST_COUNTS else []
    return canvas.figure(
        [_line(rows), *_points(rows, words)],
        shapes=[_rule(x) for x, _ in broken],
        annotations=[
            *(_named(x, name) for x, name in broken),
            *counts,
        ],
        height=330,
        xaxis=YEARS,
        yaxis=_shares(words) | {"range": [LOWEST, 1.03], "zeroline": False},
        **_frame(top=34, bottom=24),
    )


def dots(*, table: pd.DataFrame, labels: Sequence[str], words: Mapping[str, str]) -> Sketch:
    """A share with its interval per row, the first on top; hollow where it is uncertain.

    ``table`` has ``share``, ``low``, ``high``, ``n`` and ``level``; ``labels`` are text.
    ``words`` as in ``over_time``.
    """
    names = [escape(label) for label in labels]
    shown = table.assign(label=names)
    points = canvas.scatter(
        x=shown["share"],
        y=names,
        mode="markers",
        marker={"size": 10, "color": LINE, "symbol": _symbols(shown), "line": OUTLINE},
        error_x=_whiskers(shown),
        text=[_hover(row, words) for row in shown.to_dict("records")],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )
    beside = {"x": 1.02, "xref": "paper", "xanchor": "left", **QUIET}
    counts = zip(names, shown["n"], strict=True)
    return canvas.figure(
        [points],
        annotations=[{"y": name, "text": f"n {n}", **beside} for name, n in counts],
        height=56 + ROW * len(names),
        xaxis=_shares(words) | {"range": [-0.02, 1.02], "zeroline": False},
        yaxis={
            "type": "category",
            "autorange": "reversed",
            "fixedrange": True,
            "automargin": True,
            "showgrid": False,
        },
        **_frame(top=8, bottom=30, right=52),
    )


def _counts(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """What each share is counted on, below it; one close to its neighbour a line lower."""
    lowered: list[bool] = []
    for near in rows["x"].diff() < CLOSE * (rows["x"].max() - rows["x"].min()):
        lowered.append(near and not (lowered and lowered[-1]))
    return [
        {"x": x, "y": COUNTS_AT - LOWER * lower, "text": f"n {n}", **QUIET}
        for x, n, lower in zip(rows["x"], rows["n"], lowered, strict=True)
    ]


def _middles(table: pd.DataFrame) -> pd.Series:
    start, end = pd.to_datetime(table["start"]), pd.to_datetime(table["end"])
    return start + (end - start) / 2


def _line(rows: pd.DataFrame) -> Trace:
    """The points that nothing parts, joined."""
    x: list[Any] = []
    y: list[Any] = []
    for row in rows.to_dict("records"):
        if isinstance(row["broken"], str):
            x.append(None)
            y.append(None)
        x.append(row["x"])
        y.append(None if pd.isna(row["share"]) else row["share"])
    line = {"color": LINE, "width": 2}
    return canvas.scatter(
        x=x, y=y, mode="lines", line=line, hoverinfo="skip", showlegend=False
    )


def _points(rows: pd.DataFrame, words: Mapping[str, str]) -> list[Trace]:
    known, few = rows[rows["share"].notna()], rows[rows["share"].isna()]
    foot = pd.Series(FOOT, few.index)
    return [
        _marks(known, known["share"], words, color=LINE, size=10, whiskers=True),
        _marks(few, foot, words, color=QUIET_INK, size=7, whiskers=False),
    ]


def _marks(
    rows: pd.DataFrame,
    y: pd.Series,
    words: Mapping[str, str],
    *,
    color: str,
    size: int,
    whiskers: bool,
) -> Trace:
    return canvas.scatter(
        x=rows["x"],
        y=y,
        mode="markers",
        marker={
            "size": size,
            "color": color,
            "symbol": _symbols(rows),
            "line": {"width": 2, "color": color},
        },
        error_y=_whiskers(rows) if whiskers else None,
        text=[_hover(row, words) for row in rows.to_dict("records")],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )


def _symbols(rows: pd.DataFrame) -> list[str]:
    return [SYMBOLS[level] for level in rows["level"]]


def _whiskers(rows: pd.DataFrame) -> dict[str, object]:
    return {
        "type": "data",
        "symmetric": False,
        "array": rows["high"] - rows["share"],
        "arrayminus": rows["share"] - rows["low"],
        "color": LINE,
        "thickness": 1.2,
        "width": 4,
    }


def _breaks(table: pd.DataFrame) -> list[tuple[str, str]]:
    """When each break is and what it is called."""
    found = table[table["broken"].notna()]
    return list(zip(found["start"], found["broken"], strict=True))


def _rule(x: str) -> dict[str, Any]:
    ends = {"x0": x, "x1": x, "y0": 0, "y1": 1.03}  # the counts below are read
    return {"type": "line", **ends, "line": {"color": QUIET_INK, "width": 1, "dash": "dot"}}


def _named(x: str, name: str) -> dict[str, Any]:
    above = {"y": 1, "yref": "paper", "yanchor": "bottom", **QUIET}
    return {"x": x, "text": escape(name), **above}


def _hover(row: Mapping[Any, Any], words: Mapping[str, str]) -> str:
    share = words["few"] if pd.isna(row["share"]) else _percent(row["share"], words)
    if not pd.isna(row["share"]):
        share += f" ({row['low'] * 100:.0f}–{row['high'] * 100:.0f}{words['percent']})"
    return words["hover"].format(label=row["label"], share=share, n=int(row["n"]))


def _percent(share: float, words: Mapping[str, str]) -> str:
    return f"{share * 100:.0f}{words['percent']}"


def _shares(words: Mapping[str, str]) -> dict[str, object]:
    return {
        "tickvals": SHARES,
        "ticktext": [_percent(share, words) for share in SHARES],
        "fixedrange": True,
    }


def _frame(*, top: int, bottom: int, right: int = 10) -> dict[str, object]:
    return {
        "margin": {"l": 10, "r": right, "t": top, "b": bottom},
        "dragmode": False,
        **canvas.CLEAR,
    }
