"""Who decided: margins, and the parties that could have turned a decision.

``table`` is that of ``analytics.lines.lines``; ``decided`` has ``decision`` and
``decided_by`` (how it was settled, in the minutes' word). The line "for" stands with what was
decided, so it is the winning one, unless a minority's right settled the matter.
"""

from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.lines import runs, tallies
from analytics.packing import packed

SPECIAL = {"utslagsröst": "casting", "lottning": "lot", "minoritet": "minority"}

BY_SEATS = ("majority", "casting")
"""What settled decisions that seats, or the chair's casting vote, settled."""

Numbers = npt.NDArray[np.int64]


def margins(table: pd.DataFrame, decided: pd.DataFrame, *, close: int = 1) -> pd.DataFrame:
    """Decisions whose margin is known, closest first: ``decision``, ``seats_for``,
    ``seats_against``, ``margin``, ``settled`` and ``close``.

    ``settled``: "majority" (more seats for than against), "casting" (a tie that the chair's
    casting vote broke), "lot", "minority" (a minority's right to put the matter off) or
    "unknown" (the figures do not explain the outcome). ``close``: a difference of at most
    ``close`` seats, where seats settled it.
    """
    found = tallies(table).drop(columns="unrecorded").dropna(subset="margin").reset_index()
    found = found.astype({"margin": "int64"})
    single = decided.drop_duplicates("decision")
    known = single[single["decided_by"].isin(SPECIAL)].set_index("decision")["decided_by"]
    special = found["decision"].map(known.astype(object)).map(SPECIAL)
    tie, more = found["margin"] == 0, found["margin"] > 0
    settled = pd.Series("unknown", index=found.index, dtype=object)
    settled = settled.mask(more & special.isna(), "majority")
    settled = settled.mask(tie & special.isin(["casting", "lot"]), special)
    settled = settled.mask(special == "minority", "minority")
    near = found["margin"].le(close) & settled.isin(["majority", "casting", "lot"])
    found = found.assign(settled=settled, close=near)
    return found.sort_values(["margin", "decision"], ignore_index=True)


def turning_sets(
    table: pd.DataFrame, decided: pd.DataFrame, *, largest: int = 3
) -> pd.DataFrame:
    """The smallest sets of parties on the winning line whose change of side would have changed
    the outcome: ``decision``, ``set`` (a number within it), ``party``, ``seats``, ``ends``.

    A set of at most ``largest`` parties moves from "for" to "against" with its seats there.
    ``ends``: "turned" (a majority against, and none with any of the parties left out) or
    "tied" (as many seats on each side: the chair's casting vote would have settled it, which
    nobody can know). Only decisions that seats, or the chair's casting vote, settled.
    """
    rows = _movable(table, decided)
    _, place = runs(rows["decision"].to_numpy())
    seats = packed(rows["seats"].to_numpy(), place)
    margin = packed(rows["margin"].to_numpy(), place)
    sets = [
        _sets_of(seats, margin[:, 0], list(chosen))
        for size in range(1, largest + 1)
        for chosen in combinations(range(seats.shape[1]), size)
    ]
    return _named(sets, rows, place)


def deciders(table: pd.DataFrame, decided: pd.DataFrame) -> pd.DataFrame:
    """Each party that alone could have turned a decision: ``decision``, ``party``, ``seats``,
    ``margin`` and ``role``.

    ``role``: "governing"; "tipped" (outside the governing parties, with one of them on its
    side); "felled" (outside, with governing parties on the losing line only); "outside" (no
    governing party on either line); "unknown" (who governed is not known).
    """
    rows = _movable(table, decided)
    rows = rows[2 * rows["seats"] > rows["margin"]]
    governs = table["governing"].fillna(False).astype(bool)
    helped = table.loc[governs & (table["side"] == "for"), "decision"]
    beaten = table.loc[governs & (table["side"] == "against"), "decision"]
    role = np.select(
        [
            rows["governing"].isna(),
            rows["governing"].fillna(False).astype(bool),
            rows["decision"].isin(helped),
            rows["decision"].isin(beaten),
        ],
        ["unknown", "governing", "tipped", "felled"],
        "outside",
    )
    columns = ["decision", "party", "seats", "margin"]
    return rows[columns].assign(role=role).reset_index(drop=True)


def settled(table: pd.DataFrame, decided: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``margins`` that seats, or the chair's casting vote, settled."""
    known = margins(table, decided)
    return known[known["settled"].isin(BY_SEATS)]


def _movable(table: pd.DataFrame, decided: pd.DataFrame) -> pd.DataFrame:
    """The parties with seats on the winning line, where it is known what settled it."""
    seated = (table["side"] == "for") & (table["seats"].fillna(0) > 0)
    rows = table[seated & table["decision"].isin(settled(table, decided)["decision"])]
    return rows.astype({"seats": "int64", "margin": "int64"})


def _sets_of(seats: Numbers, margin: Numbers, chosen: list[int]) -> pd.DataFrame:
    """Where the parties of these columns are a smallest set, and how it would have ended."""
    own = seats[:, chosen]
    moved = 2 * own.sum(axis=1)
    turned = (moved > margin) & (moved - 2 * own.min(axis=1) <= margin)
    tied = (moved == margin) & (margin > 0)
    here = np.flatnonzero((own > 0).all(axis=1) & (turned | tied))
    size = len(chosen)
    return pd.DataFrame(
        {
            "place": np.repeat(here, size),
            "column": np.tile(np.array(chosen), len(here)),
            "turned": np.repeat(turned[here], size),
            "begins": np.tile(np.arange(size) == 0, len(here)),
        }
    )


def _named(sets: list[pd.DataFrame], rows: pd.DataFrame, place: Numbers) -> pd.DataFrame:
    """The sets of every decision, numbered from the smallest, with their parties' rows."""
    nothing = pd.DataFrame(columns=["place", "column", "turned", "begins"], dtype=np.int64)
    found = pd.concat([nothing, *sets], ignore_index=True)
    found = found.sort_values("place", kind="stable").astype({"place": "int64"})
    starts = np.searchsorted(place, found["place"].to_numpy())
    chosen = rows.iloc[starts + found["column"].to_numpy(dtype=np.int64)]
    number = found["begins"].astype("int64").groupby(found["place"]).cumsum() - 1
    ends = np.where(found["turned"].astype(bool), "turned", "tied")
    table = chosen[["decision", "party", "seats"]].reset_index(drop=True)
    table.insert(1, "set", number.to_numpy())
    named: pd.DataFrame = table.assign(ends=ends)
    return named
