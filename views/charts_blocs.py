"""Plotly figures of who stands near whom: a tree, a map, a network. Pure: a table and words
in, a figure out. Parties' letters are always printed.
"""

import math
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from views import canvas
from views.canvas import Sketch, Trace
from views.colours import QUIET_INK, party_colour, text_on

LEAF = 34
WIDEST = 9.0
LOW, ROOM = 400, 100
"""The least height of the network in pixels, and what it grows by with its nodes."""
WIDE, TALL, NARROW = 34, 26, 310
"""Pixels that letters take with air around, and the width of the network on a telephone."""
ROUNDS = 300
NEAR, CHIP = 0.04, 32
"""A distance at which letters cover each other; the width in pixels of letters."""
BESIDE_LEAVES = 0.93
"""Joins of so much agreement have no room for a figure between them and the leaves."""
EDGE, STRONG = "#87919a", 0.5
"""Lines of the network, and how much of the strongest a strong one has."""

Group = tuple[str, ...]


def tree(*, joins: pd.DataFrame, words: Mapping[str, str]) -> Sketch:
    """A tree that lies down: leaves to the left, a join at the mean agreement of its sides.

    ``joins`` as from the report ``tree``; the support of a group is printed at its join.
    ``words`` has ``percent`` and ``hover`` (with {members}, {share}, {support}, {n}).
    """
    rows = joins.to_dict("records")
    order = _order(rows)
    places: dict[Group, tuple[float, float]] = {
        (party,): (1.0, float(place)) for place, party in enumerate(order)
    }
    traces = []
    for row in rows:
        left, right = places[tuple(row["left"])], places[tuple(row["right"])]
        places[tuple(row["members"])] = row["agreement"], (left[1] + right[1]) / 2
        traces.append(_fork(left, right, row["agreement"]))
    joined = [(places[tuple(row["members"])], row) for row in rows]
    support = [
        {
            "x": x, "y": y, "text": f"{row['support'] * 100:.0f}", "yshift": 8,
            **_off_the_leaves(x),
            "showarrow": False, "font": canvas.SMALL,
        }
        for (x, y), row in joined if not pd.isna(row["support"])
    ]  # fmt: skip
    leaves = [
        _letters(party, 1.0, place) | {"xanchor": "right", "xshift": -4}
        for place, party in enumerate(order)
    ]
    least = min([row["agreement"] for row in rows], default=0.0)
    return canvas.figure(
        [*traces, _joints(joined, words)],
        height=70 + LEAF * len(order),
        annotations=[*support, *leaves],
        xaxis=_agreement(words) | {"range": [1.1, max(0.0, least) - 0.06]},
        yaxis={"visible": False, "fixedrange": True, "range": [len(order) - 0.4, -0.6]},
        **_frame(),
    )


def plane(*, positions: pd.DataFrame, words: Mapping[str, str]) -> Sketch:
    """The parties as points on a plane, one scale both ways, and a rod that tells the scale.

    ``words`` has ``hover`` (with {party}, {n}) and ``rod``, what the rod's length means.
    """
    rows = positions.to_dict("records")
    points = canvas.scatter(
        x=positions["x"],
        y=positions["y"],
        mode="markers",
        marker={"size": 24, "opacity": 0},
        text=[
            words["hover"].format(party=escape(str(row["party"])), n=int(row["n"]))
            for row in rows
        ],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )
    letters = [
        _letters(str(row["party"]), row["x"], row["y"]) | {"xshift": shift}
        for row, shift in zip(rows, _beside(rows), strict=True)
    ]
    rod, meaning = _rod(positions, words["rod"])
    hidden = {"visible": False, "fixedrange": True}
    return canvas.figure(
        [points],
        height=400,
        shapes=[rod],
        annotations=[*letters, meaning],
        xaxis=hidden | {"range": _range(positions["x"])},
        yaxis=hidden | {"scaleanchor": "x", "range": _range(positions["y"])},
        **_frame(),
    )


def network(*, nodes: pd.DataFrame, edges: pd.DataFrame, words: Mapping[str, str]) -> Sketch:
    """Signers with lines between those who signed together; thicker the more they did.

    ``nodes`` and ``edges`` as from the reports ``signers`` and ``network``. ``words`` has
    ``node`` (with {name}, {n}) and ``edge`` (with {first}, {second}, {n}).
    """
    height = max(LOW, ROOM * math.sqrt(len(nodes)))
    nodes = _apart(nodes, height)
    where = {row["signer"]: row for row in nodes.to_dict("records")}
    links = [
        (where[row["first"]], where[row["second"]], int(row["joint"]))
        for row in edges.iloc[::-1].to_dict("records")
    ]
    most = max([joint for _, _, joint in links], default=1)
    lines = [_link(*link, most) for link in links]
    signers = [
        _letters(
            row["party"] if isinstance(row["party"], str) else "?",
            row["x"],
            row["y"],
            size=canvas.LABEL,
        )
        for row in where.values()
    ]
    hidden = {"visible": False, "fixedrange": True}
    return canvas.figure(
        [*lines, _middles(links, words["edge"]), _nodes(nodes, words["node"])],
        height=height,
        annotations=signers,
        xaxis=hidden | {"range": [-0.06, 1.06]},
        yaxis=hidden | {"range": [-0.06, 1.06]},
        **_frame(),
    )


def _apart(nodes: pd.DataFrame, height: float) -> pd.DataFrame:
    """The nodes between 0 and 1, moved so far that no letters cover others' on a telephone."""
    places = nodes[["x", "y"]].to_numpy(dtype=float)
    # between where they stand and even steps: a few far away leave no room to the rest
    places = (_within(places) + _within(places.argsort(axis=0).argsort(axis=0))) / 2
    need = np.array([WIDE / NARROW, TALL / height])
    number = np.arange(len(places), dtype=float)
    before = np.sign(number[:, np.newaxis] - number)[..., np.newaxis]
    for _ in range(ROUNDS):
        between = places[:, np.newaxis] - places
        lacking = np.where(before == 0, 0, need - np.abs(between))
        touching = (lacking > 0).all(axis=2, keepdims=True)
        if not touching.any():
            break
        # along the way where they are least in each other's
        along = np.argmin(lacking / need, axis=2)[..., np.newaxis] == np.arange(2)
        way = np.where(between == 0, before, np.sign(between))
        moves = np.where(touching & along, way * lacking / 2, 0).sum(axis=1)
        places = np.clip(places + moves, 0, 1)
    return nodes.assign(x=places[:, 0], y=places[:, 1])


def _within(places: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """Places between 0 and 1 either way; in the middle where all are alike."""
    if not len(places):
        return places.astype(float)
    low, spread = places.min(axis=0), np.ptp(places, axis=0)
    return np.where(spread > 0, (places - low) / np.where(spread > 0, spread, 1), 0.5)


def _beside(rows: list[dict[Any, Any]]) -> list[float]:
    """Pixels to the side for each party, so that those who stand at one point are all read."""
    points = [(row["x"], row["y"]) for row in rows]
    # each is counted with the first that it is near
    led = [
        next(i for i, one in enumerate(points) if math.dist(one, at) < NEAR) for at in points
    ]
    return [
        CHIP * (led[:place].count(leader) - (led.count(leader) - 1) / 2)
        for place, leader in enumerate(led)
    ]


def _order(rows: list[dict[Any, Any]]) -> Group:
    """The leaves so that no lines cross; the left side of a join first."""
    under: dict[Group, Group] = {}
    order: Group = ()
    for row in rows:
        left, right = tuple(row["left"]), tuple(row["right"])
        order = under.get(left, left) + under.get(right, right)
        under[tuple(row["members"])] = order
    return order


def _off_the_leaves(agreement: float) -> dict[str, object]:
    """A join's figure stands to its left, but not on the leaves."""
    near = agreement > BESIDE_LEAVES
    return {"xanchor": "left" if near else "right", "xshift": 6 if near else -4}


def _fork(left: tuple[float, float], right: tuple[float, float], at: float) -> Trace:
    return canvas.scatter(
        x=[left[0], at, at, right[0]],
        y=[left[1], left[1], right[1], right[1]],
        mode="lines",
        line={"color": QUIET_INK, "width": 1.8},
        hoverinfo="skip",
        showlegend=False,
    )


def _joints(
    joined: Iterable[tuple[tuple[float, float], dict[Any, Any]]], words: Mapping[str, str]
) -> Trace:
    found = list(joined)
    return canvas.scatter(
        x=[place[0] for place, _ in found],
        y=[place[1] for place, _ in found],
        mode="markers",
        marker={"size": 6, "color": QUIET_INK},
        text=[_told(row, words) for _, row in found],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )


def _told(row: Mapping[Any, Any], words: Mapping[str, str]) -> str:
    support = row["support"]
    return words["hover"].format(
        members=escape(", ".join(row["members"])),
        share=f"{row['agreement'] * 100:.0f}{words['percent']}",
        support="–" if pd.isna(support) else f"{support * 100:.0f}{words['percent']}",
        n=int(row["n"]),
    )


def _agreement(words: Mapping[str, str]) -> dict[str, object]:
    shares = (0.0, 0.25, 0.5, 0.75, 1.0)
    return {
        "tickvals": shares,
        "ticktext": [f"{share * 100:.0f}{words['percent']}" for share in shares],
        "fixedrange": True,
        "zeroline": False,
    }


def _letters(party: str, x: float, y: float, *, size: int = 13) -> dict[str, Any]:
    """A party's letters on its colour."""
    colour = party_colour(party)
    return {
        "x": x,
        "y": y,
        "text": f"<b>{escape(party)}</b>",
        "showarrow": False,
        "bgcolor": colour,
        "bordercolor": QUIET_INK,
        "borderwidth": 1,
        "borderpad": 3 if size > 10 else 1,
        "font": {"size": size, "color": text_on(colour)},
        "captureevents": False,
    }


def _rod(positions: pd.DataFrame, meaning: str) -> tuple[dict[str, object], dict[str, object]]:
    """A line as long as 25 per cent of disagreement, in the corner below, and its name."""
    left, foot = _range(positions["x"])[0], _range(positions["y"])[0]
    ends = {"x0": left, "x1": left + 0.25, "y0": foot, "y1": foot}
    named = {
        "x": left, "y": foot, "text": escape(meaning), "xanchor": "left",
        "yanchor": "bottom", "showarrow": False, "font": canvas.SMALL,
    }  # fmt: skip
    return {"type": "line", **ends, "line": {"color": QUIET_INK, "width": 2}}, named


def _range(values: pd.Series) -> list[float]:
    """From the least to the greatest, with air around."""
    low, high = float(values.min()), float(values.max())
    air = max(0.12 * (high - low), 0.08)
    return [low - air, high + air]


def _link(first: dict[Any, Any], second: dict[Any, Any], joint: int, most: int) -> Trace:
    part = joint / most
    return canvas.scatter(
        x=[first["x"], second["x"]],
        y=[first["y"], second["y"]],
        mode="lines",
        line={
            "color": QUIET_INK if part >= STRONG else EDGE,
            "width": max(0.6, WIDEST * part),
        },
        opacity=0.55 + 0.35 * part,
        hoverinfo="skip",
        showlegend=False,
    )


def _middles(links: list[tuple[dict[Any, Any], dict[Any, Any], int]], said: str) -> Trace:
    """Invisible marks on the lines, which say how many."""
    return canvas.scatter(
        x=[(first["x"] + second["x"]) / 2 for first, second, _ in links],
        y=[(first["y"] + second["y"]) / 2 for first, second, _ in links],
        mode="markers",
        marker={"size": 14, "opacity": 0},
        text=[
            said.format(first=escape(one["name"]), second=escape(other["name"]), n=joint)
            for one, other, joint in links
        ],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )


def _nodes(nodes: pd.DataFrame, said: str) -> Trace:
    return canvas.scatter(
        x=nodes["x"],
        y=nodes["y"],
        mode="markers",
        marker={"size": 22, "opacity": 0},
        text=[
            said.format(name=escape(_signer(row)), n=row["matters"])
            for row in nodes.to_dict("records")
        ],
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )


def _signer(row: Mapping[Any, Any]) -> str:
    """A person with the party, where one is known; a party has no other name."""
    name, party = str(row["name"]), row["party"]
    return name if name == party or not isinstance(party, str) else f"{name} ({party})"


def _frame() -> dict[str, object]:
    return {
        "margin": {"l": 10, "r": 10, "t": 8, "b": 30},
        "dragmode": False,
        **canvas.CLEAR,
    }
