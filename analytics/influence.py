"""How often each party was on the winning line, and how often it alone decided."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.agreement import counted
from analytics.banzhaf import banzhaf
from analytics.intervals import means
from analytics.power import deciders, settled
from analytics.sampling import HIDDEN_BELOW, levels, wilson

SIDES = ("for", "against", "abstained")
COUNTS = ("winning", "decisive", "tipped", "felled")


def influence(
    stances: pd.DataFrame,
    table: pd.DataFrame,
    decided: pd.DataFrame,
    *,
    contested_only: bool = True,
) -> pd.DataFrame:
    """One row per party, over matters (each once, in its highest and last body) whose margin
    is known and that seats or the chair's casting vote settled.

    ``stances`` is as in ``analytics.agreement``, ``table`` and ``decided`` as in
    ``analytics.power``. Columns: ``party``, ``n`` (decisions where it had seats and took
    part), ``winning`` (all its seats on the winning line), ``decisive`` (it alone could have
    turned it), ``tipped`` and ``felled`` (see ``deciders``), ``swings`` (their sum);
    ``winning_share`` and ``decisive_share`` (of n, with 95 % Wilson intervals in ``_low`` and
    ``_high``), ``power`` (mean of ``banzhaf``, its interval from matters drawn again) and
    ``level``. At level "few" shares and mean are missing.
    """
    return summed(party_decisions(stances, table, decided, contested_only=contested_only))


def summed(rows: pd.DataFrame) -> pd.DataFrame:
    """``influence`` of the rows of ``party_decisions``."""
    own = rows.groupby("party", observed=True)
    found = own[list(COUNTS)].sum().assign(n=own.size(), swings=own["swings"].sum())
    return _with_shares(found, rows).reset_index()


def party_decisions(
    stances: pd.DataFrame,
    table: pd.DataFrame,
    decided: pd.DataFrame,
    *,
    contested_only: bool = True,
) -> pd.DataFrame:
    """The rows behind ``influence``: ``decision``, ``party``, ``winning``, ``decisive``,
    ``tipped``, ``felled``, ``swings`` and ``power``."""
    known = settled(table, decided)["decision"]
    chosen = that_count(stances, known, contested_only=contested_only)
    return settled_decisions(table[table["decision"].isin(chosen)], decided)


def that_count(
    stances: pd.DataFrame, known: pd.Series, *, contested_only: bool = True
) -> npt.NDArray[np.int64]:
    """Of the settled decisions the one that counts of each matter."""
    within = stances[stances["decision"].isin(known)]
    rows = counted(within, contested_only=contested_only)
    made: npt.NDArray[np.int64] = rows["decision"].unique()
    return made


def settled_decisions(table: pd.DataFrame, decided: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``party_decisions`` of every settled decision, each by itself."""
    known = settled(table, decided)["decision"]
    here = table[table["decision"].isin(known) & table["side"].isin(SIDES)]
    rows = banzhaf(here)[["decision", "party", "swings", "power"]]
    elsewhere = here[(here["side"] != "for") & (here["seats"] > 0)]
    alone = deciders(here, decided)
    return rows.assign(
        winning=~_among(rows, elsewhere),
        decisive=_among(rows, alone),
        tipped=_among(rows, alone[alone["role"] == "tipped"]),
        felled=_among(rows, alone[alone["role"] == "felled"]),
    )


def _among(rows: pd.DataFrame, some: pd.DataFrame) -> pd.Series:
    """Which rows have a decision and party that are among ``some``."""
    keys = ["decision", "party"]
    wanted = pd.MultiIndex.from_frame(some[keys].astype({"party": str}))
    return pd.Series(
        pd.MultiIndex.from_frame(rows[keys].astype({"party": str})).isin(wanted),
        index=rows.index,
    )


def _with_shares(found: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    n, enough = found["n"], found["n"] >= HIDDEN_BELOW
    for name in ("winning", "decisive"):
        low, high = wilson(found[name], n)
        found[f"{name}_share"] = (found[name] / n).where(enough)
        found[f"{name}_low"], found[f"{name}_high"] = low, high
    place = found.index.get_indexer(pd.Index(rows["party"]))
    power = means(rows["power"].to_numpy(), place, len(found))
    for name in ("mean", "low", "high"):
        column = power[name].where(power["n"] >= HIDDEN_BELOW).to_numpy()
        found["power" if name == "mean" else f"power_{name}"] = column
    return found.assign(level=levels(n))
