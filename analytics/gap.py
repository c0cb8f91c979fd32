"""How far apart those who govern and the others stood, and how far the others stood together,
over time.

Tables are as in ``analytics.majority``; ``decided`` also has ``mandate`` (the start of the
mandate, missing where who governed is not known).
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
import pandas as pd

from analytics.agreement import counted
from analytics.intervals import SEED, means
from analytics.majority import SIDES, standings
from analytics.matters import codes_of, first_of
from analytics.opposition import groups
from analytics.sampling import HIDDEN_BELOW, levels

KEYS = ["municipality", "segment", "period"]
NO_BREAKS: Mapping[str, Sequence[str]] = MappingProxyType({})


def distances(
    stances: pd.DataFrame,
    alternatives: pd.DataFrame,
    decided: pd.DataFrame,
    *,
    contested_only: bool = True,
    silence: bool = False,
    stood: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """One row per matter, in its highest and last body, where it is known who governed:
    ``decision``, ``gap`` and ``unity``. ``stood`` is what ``analytics.majority.standings``
    gave for these decisions or more, where that is at hand.

    ``gap`` = governing parties for / governing parties with a side, minus the same share of
    the other parties; from -1 to 1. A matter counts where more than half of the parties of
    each that sat there have a side: else the few who spoke would stand for all. ``unity`` =
    pairs of other parties that stood together (both for, both abstained, or both against in
    one group of ``analytics.opposition.groups``) / pairs of other parties with a side;
    missing below two.
    """
    rows = _once(stances, contested_only, silence)
    if stood is None:
        stood = standings(rows, decided, silence=silence)
    here = stood["decision"].isin(rows["decision"].unique())
    return _distances(rows, alternatives, stood[here].reset_index(drop=True))


def gap_over_time(
    stances: pd.DataFrame,
    alternatives: pd.DataFrame,
    decided: pd.DataFrame,
    *,
    breaks: Mapping[str, Sequence[str]] = NO_BREAKS,
    by_year: bool = True,
    contested_only: bool = True,
    silence: bool = False,
    seed: int = SEED,
    parts: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The gap and the unity per municipality, segment and year (or whole segment).

    ``parts`` is what ``stretches`` gave for the same stances, where that is at hand.
    A series is broken where a mandate begins and at each ISO date that ``breaks`` has for its
    municipality: ``segment``
    numbers its parts, and a year with a break has a row for each. Columns: ``municipality``,
    ``segment``, ``mandate``, ``period`` (the year; the first of the segment without
    ``by_year``); ``n_gap``, ``gap`` (mean over matters), ``gap_low``, ``gap_high`` (95 %,
    whole matters drawn again), ``gap_level``; ``n_unity``, ``unity`` and so on; ``unknown``
    (matters of the municipality, of any year, left out because who governed is not known).
    Means and limits of level "few" are missing.
    """
    if parts is None:
        parts = stretches(
            stances,
            alternatives,
            decided,
            breaks=breaks,
            by_year=by_year,
            contested_only=contested_only,
            silence=silence,
        )
    made = parts.groupby(KEYS, observed=True)["mandate"].first().reset_index()
    place = parts.groupby(KEYS, observed=True).ngroup().to_numpy().astype(np.int64)
    for name in ("gap", "unity"):
        found = means(parts[name].to_numpy(), place, len(made), seed=seed)
        made = made.assign(**_columns(found, name))
    single = _single(stances, contested_only, silence)
    left_out = single.loc[single["governing"].isna(), "municipality"].value_counts()
    return made.assign(unknown=made["municipality"].map(left_out).fillna(0).astype(int))


def stretches(
    stances: pd.DataFrame,
    alternatives: pd.DataFrame,
    decided: pd.DataFrame,
    *,
    breaks: Mapping[str, Sequence[str]] = NO_BREAKS,
    by_year: bool = True,
    contested_only: bool = True,
    silence: bool = False,
    apart: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """The matters behind ``gap_over_time``, each with what ``distances`` says of it and the
    ``municipality``, ``segment``, ``mandate`` and ``period`` that it is counted in. Undated
    ones are left out.
    """
    if apart is None:
        apart = distances(
            stances, alternatives, decided, contested_only=contested_only, silence=silence
        )
    dated = _single(stances, contested_only, silence)
    table = apart.merge(dated[["decision", "municipality", "day"]], on="decision")
    table = _with_segments(table, decided, breaks)
    year = table["day"].dt.year
    first = year.groupby([table["municipality"], table["segment"]], observed=True)
    return table.assign(period=year if by_year else first.transform("min"))


def _single(stances: pd.DataFrame, contested_only: bool, silence: bool) -> pd.DataFrame:
    """The dated decisions that count, a row each."""
    rows = _once(stances, contested_only, silence)
    columns = ["decision", "municipality", "day", "governing"]
    single = rows[columns].take(first_of(codes_of(rows, ["decision"])))
    return single.dropna(subset="day")


def _once(stances: pd.DataFrame, contested_only: bool, silence: bool) -> pd.DataFrame:
    """All rows of the decisions that count, also of parties without a side."""
    rows = counted(stances, contested_only=contested_only, silence=silence)
    return stances[stances["decision"].isin(rows["decision"].unique())]


def _distances(
    rows: pd.DataFrame, alternatives: pd.DataFrame, table: pd.DataFrame
) -> pd.DataFrame:
    sizes = {
        block: table[[f"{block}_{side}" for side in SIDES]].sum(axis=1)
        for block in ("governing", "opposition")
    }
    shares = [_share(table, block, size) for block, size in sizes.items()]
    others = sizes["opposition"]
    behind = groups(rows, alternatives).groupby(["decision", "group"]).size()
    joint = _pairs(behind).groupby("decision").sum()
    together = sum(_pairs(table[f"opposition_{side}"]) for side in ("for", "abstained"))
    together = together + table["decision"].map(joint).fillna(0)
    unity = together / _pairs(others).where(others > 1)
    return pd.DataFrame(
        {"decision": table["decision"], "gap": shares[0] - shares[1], "unity": unity}
    )


def _share(table: pd.DataFrame, block: str, size: pd.Series) -> pd.Series:
    """The share that was for; missing where half or less of those present has a side."""
    enough = (size > 0) & (2 * size > table[f"{block}_present"])
    return table[f"{block}_for"] / size.where(enough)


def _pairs(count: pd.Series) -> pd.Series:
    return count * (count - 1) / 2


def _with_segments(
    table: pd.DataFrame, decided: pd.DataFrame, breaks: Mapping[str, Sequence[str]]
) -> pd.DataFrame:
    """Numbers the stretches between breaks, per municipality, in order of time."""
    known = decided.drop_duplicates("decision").set_index("decision")["mandate"]
    mandate = table["decision"].map(known.astype(object))
    day = table["day"].to_numpy().astype("datetime64[D]")
    passed = np.zeros(len(table), dtype=np.int64)
    for place, own in breaks.items():
        here = (table["municipality"] == place).to_numpy(dtype=bool)
        days = np.sort(np.array(own, dtype="datetime64[D]"))
        passed[here] = np.searchsorted(days, day[here], "right")
    made = table.assign(mandate=mandate, passed=passed)
    keys = ["municipality", "mandate", "passed"]
    stretch = codes_of(made, keys)
    parts = made[keys].take(first_of(stretch)).reset_index(drop=True).sort_values(keys)
    number = parts.groupby("municipality", observed=True).cumcount().sort_index()
    return made.assign(segment=number.to_numpy()[stretch])


def _columns(found: pd.DataFrame, name: str) -> dict[str, pd.Series]:
    shown = found.where(found["n"] >= HIDDEN_BELOW)
    return {
        f"n_{name}": found["n"],
        name: shown["mean"],
        f"{name}_low": shown["low"],
        f"{name}_high": shown["high"],
        f"{name}_level": pd.Series(levels(found["n"]), index=found.index),
    }
