"""Which decisions had these parties for and those against: a search, and its share."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from analytics.agreement import with_shares
from analytics.sides import Marks, Sides, counted_in_each, run_starts, sides_of


def compare(
    stances: pd.DataFrame,
    *,
    supports: Sequence[str] = (),
    against: Sequence[str] = (),
    abstained: Sequence[str] = (),
    contested_only: bool = True,
    silence: bool = False,
    every_step: bool = False,
) -> pd.DataFrame:
    """The decisions in which every named party has a side, and whether it is that asked for.

    Columns: ``decision``, ``matter``, ``day`` and ``match``. A matter counts once, in its
    highest and last body; with ``every_step``, each body's decision counts. ``supports`` holds
    silence too when ``silence`` is on.
    """
    within = "decision" if every_step else None
    rows = counted_in_each(
        stances, within=within, contested_only=contested_only, silence=silence
    )
    sides = sides_of(rows)
    wanted = [
        (sides.supports | sides.silent, supports),
        (sides.against, against),
        (sides.abstained, abstained),
    ]
    named = [party for _, parties in wanted for party in parties]
    known = _all(sides, sides.taken, named)
    match = np.logical_and.reduce([_all(sides, marks, group) for marks, group in wanted])
    one = rows.iloc[run_starts(rows["decision"].to_numpy())][["decision", "matter", "day"]]
    return one.assign(match=match)[known].reset_index(drop=True)


def match_share(compared: pd.DataFrame) -> pd.DataFrame:
    """How often what was asked for happened: one row with ``n`` (decisions in which all named
    have a side), ``agree`` (matches), ``share``, ``low``, ``high`` and ``level``."""
    counts = {"n": [len(compared)], "agree": [int(compared["match"].sum())]}
    return with_shares(pd.DataFrame(counts))


def _all(sides: Sides, marks: Marks, parties: Sequence[str]) -> Marks:
    """The decisions in which all the parties are marked; none where one is unknown."""
    if not set(parties) <= set(sides.parties):
        return np.zeros(len(sides.decisions), dtype=bool)
    columns = [sides.parties.index(party) for party in parties]
    return np.asarray(marks[:, columns].all(axis=1))
