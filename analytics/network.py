"""Who signs with whom: parties or people as nodes, statements signed together as edges.

``signed`` is what ``analytics.joint`` takes, with ``party`` or with ``person`` (and then
``name``, ``party`` and ``day`` beside it).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
import pandas as pd

from analytics.joint import KINDS, signers_and_edges, with_kinds
from analytics.sampling import levels

SEED = 1
MANY = 80
"""Nodes beyond which the slower layout takes too long."""
ROOM = 0.7
"""How much of its square a component takes; the rest is air."""

Places = dict[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Network:
    """``nodes``: the signer, ``matters`` and ``statements`` (how many it signed at all),
    ``neighbours``, ``component`` (0 the largest), ``x`` and ``y``; for people also ``name``
    and ``party`` (the latest). ``edges``: ``first``, ``second``, ``joint`` (matters),
    ``level`` and ``statements`` (ids)."""

    nodes: pd.DataFrame
    edges: pd.DataFrame


def network(
    signed: pd.DataFrame,
    *,
    by: str = "party",
    kinds: Sequence[str] = tuple(KINDS),
    least: int = 1,
    seed: int = SEED,
) -> Network:
    """The network of signers ``by`` "party" or "person", over acts of some ``kinds``.

    Edges with fewer than ``least`` matters are left out; a signer without any is a node alone.
    Each component has a place of its own, where those who sign most together stand nearest
    (Kamada and Kawai 1989; a large one by Fruchterman and Reingold 1991): places mean nothing
    but nearness.
    """
    acts = with_kinds(signed).dropna(subset=by)
    acts = acts[acts["kind"].isin(list(kinds))]
    nodes, links = signers_and_edges(acts, by=by)
    links = links[links["joint"] >= least].reset_index(drop=True)
    if by == "person":
        nodes = _latest(acts).merge(nodes, on=by)
    graph = nx.Graph()
    graph.add_nodes_from(nodes[by])
    graph.add_weighted_edges_from(links[["first", "second", "joint"]].itertuples(index=False))
    placed = _placed(graph, seed)
    return Network(
        nodes.merge(placed, left_on=by, right_index=True, how="left", validate="1:1"),
        links.assign(level=levels(links["joint"])),
    )


def _latest(acts: pd.DataFrame) -> pd.DataFrame:
    """The name and the party of each person, the latest that is known."""
    people = acts.sort_values("day", na_position="first").astype({"person": str})
    return people.groupby("person")[["name", "party"]].last().reset_index()


def _placed(graph: nx.Graph, seed: int) -> pd.DataFrame:
    """Neighbours, component and place of each node."""
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    component = {node: number for number, part in enumerate(parts) for node in part}
    most = max((joint for *_, joint in graph.edges(data="weight")), default=1)
    places = _beside([_laid_out(graph.subgraph(part), most, seed) for part in parts])
    rows = [
        (node, graph.degree(node), component[node], *map(float, places[node]))
        for node in graph
    ]
    columns = ["node", "neighbours", "component", "x", "y"]
    return pd.DataFrame(rows, columns=columns).set_index("node")


def _laid_out(part: nx.Graph, most: float, seed: int) -> Places:
    """One component by itself, within a square as large as it has nodes."""
    graph = nx.Graph()  # in the order of names, so that it lies still
    graph.add_nodes_from(sorted(part))
    graph.add_edges_from(
        (*sorted((a, b)), {"length": 2 - joint / most, "weight": joint / most})
        for a, b, joint in part.edges.data("weight")
    )
    side = math.sqrt(len(graph))
    if len(graph) == 1:
        return dict.fromkeys(graph, (side / 2, side / 2))
    if len(graph) > MANY:
        found = nx.spring_layout(graph, weight="weight", seed=seed)
    else:
        found = nx.kamada_kawai_layout(graph, weight="length")
    points = np.array([found[node] for node in graph])
    spread = points.max(axis=0) - points.min(axis=0)
    inside = (points - points.min(axis=0)) / np.where(spread > 1e-6, spread, 1)
    inside = np.where(spread > 1e-6, inside, 0.5)
    placed = side * (0.5 - ROOM / 2 + ROOM * inside)
    return dict(zip(graph, map(tuple, placed), strict=True))


def _beside(parts: Sequence[Places]) -> Places:
    """The components in rows, the largest first."""
    sides = [math.sqrt(len(part)) for part in parts]
    width = max([*sides[:1], math.sqrt(sum(side**2 for side in sides))], default=0) * 1.05
    placed: Places = {}
    left = top = height = 0.0
    for part, side in zip(parts, sides, strict=True):
        if left and left + side > width:
            left, top, height = 0.0, top + height, 0.0
        placed |= {node: (left + x, -top - y) for node, (x, y) in part.items()}
        left, height = left + side, max(height, side)
    return placed
