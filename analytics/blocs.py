"""Pictures of who stands near whom: a tree and a map over 1 − agreement.

Both describe and prove nothing: eight parties cannot carry a spatial model, which is why the
tables say ``use`` = "descriptive". Only parties of which every pair has at least ten shared
decisions take part; the others are named in ``left_out``.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.cluster.hierarchy import cophenet, linkage
from scipy.spatial.distance import pdist, squareform

from analytics.resampling import SEED, Drawn, Numbers, design, draw
from analytics.sampling import levels
from analytics.scaling import oriented, scaled, stress
from analytics.sides import Gathered, Sides, gathered

DESCRIPTIVE = "descriptive"
RESAMPLES = 400


@dataclass(frozen=True, slots=True)
class Tree:
    """``joins``: a row per join, nearest first: ``left``, ``right`` and ``members`` (letters
    in a tuple), ``height`` (mean of 1 − agreement between the two sides), ``agreement``,
    ``support`` (share of the draws in which just these stand together; missing for all
    parties), ``n`` (fewest decisions of a pair that is joined), ``level`` and ``use``.

    ``order``: the leaves so that no lines cross. ``cophenetic``: how well the tree keeps the
    pairs' distances (a correlation; missing below three parties). ``decisions``: how many.
    ``left_out``: ``party`` and ``n``, the decisions in which it took a side with another.
    """

    joins: pd.DataFrame
    order: tuple[str, ...]
    cophenetic: float
    decisions: int
    resamples: int
    left_out: pd.DataFrame


@dataclass(frozen=True, slots=True)
class Plane:
    """``positions``: ``party``, ``x``, ``y``, ``n`` (fewest decisions shared with another on
    the map), ``level`` and ``use``. ``pairs``: ``first``, ``second``, ``n``, ``distance``
    (1 − agreement) and ``shown`` (on the map). ``stress``: Kruskal's stress-1, missing below
    two parties. ``left_out`` as in ``Tree``."""

    positions: pd.DataFrame
    pairs: pd.DataFrame
    stress: float
    decisions: int
    left_out: pd.DataFrame


@dataclass(frozen=True, slots=True)
class _Compared:
    """The parties that can be compared with each other, and their pairs over the draws."""

    parties: tuple[str, ...]
    n: Numbers
    shares: Numbers
    decisions: int
    left_out: pd.DataFrame


def tree(
    stances: pd.DataFrame,
    alternatives: pd.DataFrame,
    *,
    contested_only: bool = True,
    silence: bool = False,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Tree:
    """Average linkage on 1 − agreement (Sokal and Michener 1958), with the support of each
    group over draws of whole matters (Felsenstein 1985)."""
    how = {"contested_only": contested_only, "silence": silence}
    return tree_of(gathered(stances, alternatives, **how), resamples=resamples, seed=seed)


def tree_of(found: Gathered, *, resamples: int = RESAMPLES, seed: int = SEED) -> Tree:
    """``tree`` of what has been gathered."""
    made = _compared(found, resamples=resamples, seed=seed)
    distances = 1 - made.shares
    if len(made.parties) < 2:
        return Tree(_joins(made, []), made.parties, np.nan, made.decisions, 0, made.left_out)
    links = [linkage(row, "average") for row in distances]
    groups = [_groups(link) for link in links]
    seen = Counter(group for drawn in groups[1:] for group in drawn)
    joins = _joins(made, links[0].tolist())
    support = [seen[group] / max(resamples, 1) for group in groups[0][:-1]]
    return Tree(
        joins.assign(support=[*support, np.nan]),
        _leaves(joins, made.parties),
        _cophenetic(links[0], distances[0]),
        made.decisions,
        resamples,
        made.left_out,
    )


def plane(
    stances: pd.DataFrame,
    alternatives: pd.DataFrame,
    *,
    anchor: str | None = None,
    contested_only: bool = True,
    silence: bool = False,
    seed: int = SEED,
) -> Plane:
    """The parties on a plane by metric scaling of 1 − agreement (``analytics.scaling``).

    The direction of most spread lies along x; ``anchor`` (see ``largest_governing``) stands to
    the left, and the party farthest from the x axis above it.
    """
    how = {"contested_only": contested_only, "silence": silence}
    return plane_of(gathered(stances, alternatives, **how), anchor=anchor, seed=seed)


def plane_of(found: Gathered, *, anchor: str | None = None, seed: int = SEED) -> Plane:
    """``plane`` of what has been gathered."""
    made = _compared(found, resamples=0, seed=seed)
    distances = squareform(1 - made.shares[0]) if len(made.parties) > 1 else np.zeros((0, 0))
    left = made.parties.index(anchor) if anchor in made.parties else None
    points = oriented(scaled(distances, seed=seed), left=left)
    least = squareform(made.n).astype(float) + np.diag(np.full(len(distances), np.inf))
    n = least.min(axis=1, initial=np.inf).astype(int) if len(distances) else []
    positions = pd.DataFrame({"party": list(made.parties)[: len(points)], "n": n})
    positions = positions.assign(x=points[:, 0], y=points[:, 1])
    return Plane(
        positions.assign(level=levels(positions["n"]), use=DESCRIPTIVE),
        _pairs(made, points),
        stress(points, distances),
        made.decisions,
        made.left_out,
    )


def largest_governing(stances: pd.DataFrame, seats: pd.DataFrame) -> str | None:
    """Of the parties that governed at the last decision for which that is known, the one with
    the most serving members in all; None where none is known."""
    governs = stances["governing"].astype("boolean")
    known = stances.loc[governs.notna(), "decision"]
    last = governs.fillna(False) & (stances["decision"] == known.max())
    parties = sorted(stances.loc[last, "party"].astype(str).unique())
    held = seats[seats["party"].isin(parties)]
    totals = held.groupby("party", observed=True)["seats"].sum()
    totals = totals.set_axis(totals.index.astype(str)).reindex(parties)
    return str(totals.idxmax()) if totals.notna().any() else None


def _compared(found: Gathered, *, resamples: int, seed: int) -> _Compared:
    sides = found.sides
    made = design(len(sides.decisions), resamples=resamples, seed=seed)
    drawn = draw(sides, found.joint, made)
    kept = _complete(drawn, sides)
    chosen = np.isin(drawn.first, kept) & np.isin(drawn.second, kept)
    shares = drawn.shares[:, chosen]
    # a pair of which a draw holds no decision stands as it does in all of them
    shares = np.where(np.isnan(shares), shares[0], shares)
    parties = tuple(sides.parties[place] for place in kept)
    n = pd.Series(sides.taken.sum(axis=0), index=list(sides.parties), dtype=int)
    rest = n.reindex(sorted({*found.took, *sides.parties} - set(parties)), fill_value=0)
    left_out = rest.rename_axis("party").rename("n").reset_index()
    return _Compared(parties, drawn.n[0, chosen], shares, len(sides.decisions), left_out)


def _complete(drawn: Drawn, sides: Sides) -> list[int]:
    """Parties of which all pairs have enough decisions: the one with most pairs lacking is
    left out, of equals the one with fewest decisions, then the last, until none lacks."""
    width = len(sides.parties)
    lacking = np.zeros((width, width), dtype=bool)
    lacking[drawn.first, drawn.second] = ~drawn.enough
    lacking |= lacking.T
    taken = sides.taken.sum(axis=0)
    kept = list(range(width))
    while kept and lacking[np.ix_(kept, kept)].any():
        kept.remove(max(kept, key=lambda one: (lacking[one, kept].sum(), -taken[one], one)))
    return kept if len(kept) > 1 else []


def _groups(link: Numbers) -> list[int]:
    """The leaves under each join, as bits."""
    groups = [1 << leaf for leaf in range(len(link) + 1)]
    for left, right in link[:, :2].astype(int).tolist():
        groups.append(groups[left] | groups[right])
    return groups[len(link) + 1 :]


def _joins(made: _Compared, links: list[list[float]]) -> pd.DataFrame:
    nodes: list[tuple[str, ...]] = [(party,) for party in made.parties]
    place = {party: number for number, party in enumerate(made.parties)}
    n = squareform(made.n) if links else np.zeros((0, 0))
    rows = []
    for one, other, height, _ in links:
        left, right = sorted((nodes[int(one)], nodes[int(other)]))
        across = np.ix_([place[party] for party in left], [place[party] for party in right])
        nodes.append(tuple(sorted(left + right)))
        rows.append((left, right, nodes[-1], height, 1 - height, int(n[across].min())))
    columns = ["left", "right", "members", "height", "agreement", "n"]
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(level=levels(table["n"]), support=np.nan, use=DESCRIPTIVE)


def _leaves(joins: pd.DataFrame, parties: Iterable[str]) -> tuple[str, ...]:
    """The leaves from left to right: the side that holds the first letter goes first."""
    under: dict[tuple[str, ...], tuple[str, ...]] = {(party,): (party,) for party in parties}
    for left, right, members in zip(
        joins["left"], joins["right"], joins["members"], strict=True
    ):
        under[members] = under[left] + under[right]
    return under[joins["members"].iloc[-1]]


def _cophenetic(link: Numbers, distances: Numbers) -> float:
    if len(distances) < 3 or np.ptp(distances) == 0:
        return float("nan")
    return float(cophenet(link, distances)[0])


def _pairs(made: _Compared, points: Numbers) -> pd.DataFrame:
    first, second = np.triu_indices(len(points), k=1)
    letters = np.array(made.parties, dtype=object)
    shown = pdist(points) if len(points) > 1 else np.zeros(0)
    return pd.DataFrame(
        {
            "first": letters[first],
            "second": letters[second],
            "n": made.n.astype(int),
            "distance": 1 - made.shares[0],
            "shown": shown,
        }
    )
