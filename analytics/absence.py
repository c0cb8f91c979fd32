"""Decisions that an empty or exchanged seat may have decided."""

import numpy as np
import pandas as pd

from analytics.power import settled

WEIGHTS = {"for": 1, "against": -1, "abstained": 0}


def absences(
    table: pd.DataFrame, decided: pd.DataFrame, standings: pd.DataFrame, absent: pd.DataFrame
) -> pd.DataFrame:
    """Where the outcome would have been another, had the absent members sat in their seats:
    ``decision``, ``party``, ``substitute``, ``seats``, ``side``, ``basis``, ``margin``,
    ``without`` and ``ends``.

    ``absent`` has ``decision``, ``party``, ``substitute`` (the party that took over the seat;
    missing when it stayed empty), ``seats`` and ``governing`` (of ``party``); the others are
    the tables of ``analytics.lines.lines``, ``analytics.power`` and
    ``analytics.majority.standings``.
    ``side`` is where the absent would have stood, by ``basis``: "party" (the side of the
    party's other members) or "line" (nobody of a governing party was there: the majority's
    line). ``without``: the margin then. ``ends``: "turned" (more seats against), "tied" (the
    chair would have settled it) or "untied" (no casting vote would have been needed). An
    exchange within one party, or where somebody's side is not known, gives no row.
    """
    known = settled(table, decided).set_index("decision")["margin"]
    rows = absent[absent["decision"].isin(known.index)]
    rows = rows[rows["party"] != rows["substitute"]].astype({"party": object})
    rows = _with_sides(rows.assign(margin=rows["decision"].map(known)), table, standings)
    gained = rows["seats"] * (rows["side"].map(WEIGHTS) - rows["taken"])
    rows = rows.assign(without=rows["margin"] + gained).dropna(subset="without")
    turned, tie = rows["without"] < 0, rows["margin"] == 0
    ends = np.select(
        [turned, ~tie & (rows["without"] == 0), tie & (rows["without"] > 0)],
        ["turned", "tied", "untied"],
        "",
    )
    columns = ["decision", "party", "substitute", "seats", "side", "basis", "margin"]
    found = rows[columns].assign(without=rows["without"].astype("int64"), ends=ends)
    return found[found["ends"] != ""].reset_index(drop=True)


def _with_sides(
    rows: pd.DataFrame, table: pd.DataFrame, standings: pd.DataFrame
) -> pd.DataFrame:
    """Where the absent would have stood, and what the seat weighed as it was filled."""
    own = _one_side(table)
    line = rows["decision"].map(standings.set_index("decision")["line"])
    stood = _of(own, rows, "party")
    governs = rows["governing"].astype("boolean").fillna(False).astype(bool)
    side = stood.where(stood.notna(), line.where(governs))
    basis = np.where(stood.notna(), "party", "line")
    taken = _of(own, rows, "substitute").map(WEIGHTS).mask(rows["substitute"].isna(), 0)
    return rows.assign(side=side, basis=basis, taken=taken)


def _one_side(table: pd.DataFrame) -> pd.Series:
    """The side of each party that has its seats on one only, by decision and party."""
    seated = table[table["seats"].fillna(0) > 0].astype({"party": object, "side": object})
    single = seated.drop_duplicates(["decision", "party"], keep=False)
    return single.set_index(["decision", "party"])["side"]


def _of(own: pd.Series, rows: pd.DataFrame, column: str) -> pd.Series:
    wanted = pd.MultiIndex.from_arrays([rows["decision"], rows[column].astype(object)])
    return pd.Series(own.reindex(wanted).to_numpy(), index=rows.index, dtype=object)
