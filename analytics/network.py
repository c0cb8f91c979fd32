"""Who signs with whom: parties or people as nodes, statements signed together as edges.

``signed`` is what ``analytics.joint`` takes, with ``party`` or with ``person`` (and then
``name``, ``party`` and ``day`` beside it).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx
import pandas as pd

from analytics.joint import KINDS, signers_and_edges, with_kinds
from analytics.sampling import levels

SEED = 1


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
    Places come from the Fruchterman–Reingold layout (1991) and mean nothing but nearness.
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
    # heavy edges would pull a group into one point
    near = nx.Graph(
        [(a, b, {"weight": joint / most}) for a, b, joint in graph.edges.data("weight")]
    )
    near.add_nodes_from(graph)
    places = nx.spring_layout(near, weight="weight", seed=seed)
    rows = [
        (node, graph.degree(node), component[node], *map(float, places[node]))
        for node in graph
    ]
    columns = ["node", "neighbours", "component", "x", "y"]
    return pd.DataFrame(rows, columns=columns).set_index("node")
