"""Agreement slice by slice: by topic, body, kind of item, majority or time.

The counts are those of ``analytics.agreement``. A matter counts once, in the slice of its
highest and last body; by body it counts once in each.
"""

from itertools import pairwise

import numpy as np
import pandas as pd

from analytics.agreement import COUNTS, counts_of, kinds_of, tabled, with_shares
from analytics.periods import MONTHS, Step, period_starts, terms
from analytics.sides import (
    Counts,
    Joint,
    Sides,
    counted,
    counted_in_each,
    joint_dissent,
    run_starts,
    sides_of,
)


def agreement_by(
    stances: pd.DataFrame,
    alternatives: pd.DataFrame,
    *,
    by: str,
    contested_only: bool = True,
    silence: bool = False,
) -> pd.DataFrame:
    """The table of ``agreement`` for each slice, with the slice as leading column ``by``.

    ``by`` is a column of ``stances`` ("topic", "body", "item_type", "municipality", "mandate")
    or a time: "half", "year" or "term" (their first day; halves and years begin anew with a
    council and, in one municipality, with a majority). Decisions whose slice is unknown are
    left out.
    """
    rows = _counted(stances, by, contested_only=contested_only, silence=silence)
    return agreement_in(rows, alternatives, by=by)


def agreement_in(rows: pd.DataFrame, alternatives: pd.DataFrame, *, by: str) -> pd.DataFrame:
    """``agreement_by`` of rows that have been counted."""
    return _per_slice(rows, alternatives, pd.DataFrame({by: slices(rows, by)}))


def slice_decisions(
    stances: pd.DataFrame,
    alternatives: pd.DataFrame,
    *,
    by: str,
    pair: tuple[str, str],
    contested_only: bool = True,
    silence: bool = False,
) -> pd.DataFrame:
    """The decisions behind one pair's figures in ``agreement_by``, with the slice first.

    Columns: ``by``, then those of ``pair_decisions``.
    """
    rows = _counted(stances, by, contested_only=contested_only, silence=silence)
    found = kinds_of(rows, alternatives, pair)
    one = rows.drop_duplicates("decision")
    named = pd.Series(slices(one, by).to_numpy(), index=one["decision"])
    found.insert(0, by, named.reindex(found["decision"]).to_numpy())
    return found.dropna(subset=by).reset_index(drop=True)


def pair_over_time(
    stances: pd.DataFrame,
    alternatives: pd.DataFrame,
    *,
    pair: tuple[str, str],
    step: Step = "year",
    contested_only: bool = True,
    silence: bool = False,
) -> pd.DataFrame:
    """One pair's agreement in each period, never across an election or a change of majority.

    Columns: ``period``, ``term`` and ``mandate`` (first days; a line is to be broken where one
    of the latter two changes, and a year that holds a break gives two rows), ``n``, the counts
    of ``agreement``, ``share``, ``low``, ``high`` and ``level``. ``mandate`` is missing where
    who governed is unknown, and over several municipalities. Periods without a shared decision
    have no row, undated decisions no period.
    """
    rows = counted(stances, contested_only=contested_only, silence=silence)
    return pair_in_time(rows, alternatives, pair=pair, step=step)


def pair_in_time(
    rows: pd.DataFrame, alternatives: pd.DataFrame, *, pair: tuple[str, str], step: Step
) -> pd.DataFrame:
    """``pair_over_time`` of rows that have been counted."""
    rows = rows[rows["party"].isin(pair)]
    table = _per_slice(rows, alternatives, _breaks(rows, step))
    return table.drop(columns=["first", "second"])


def slices(rows: pd.DataFrame, by: str) -> pd.Series:
    """What slice each row belongs to."""
    if by == "term":
        return terms(rows["day"])
    if by not in MONTHS:
        return rows[by]
    starts = _breaks(rows, by)  # type: ignore[arg-type]
    latest = np.fmax.reduce([starts[name].to_numpy() for name in starts])
    return pd.Series(latest, index=rows.index).where(starts["period"].notna())


def _counted(
    stances: pd.DataFrame, by: str, *, contested_only: bool, silence: bool
) -> pd.DataFrame:
    within = "body" if by == "body" else None
    return counted_in_each(
        stances, within=within, contested_only=contested_only, silence=silence
    )


def _breaks(rows: pd.DataFrame, step: Step) -> pd.DataFrame:
    mandate = pd.Series(pd.NaT, index=rows.index, dtype="datetime64[us]")
    if rows["municipality"].nunique() == 1:
        mandate = rows["mandate"]
    period = period_starts(rows["day"], step)
    return pd.DataFrame({"period": period, "term": terms(rows["day"]), "mandate": mandate})


def _per_slice(
    rows: pd.DataFrame, alternatives: pd.DataFrame, keys: pd.DataFrame
) -> pd.DataFrame:
    """``agreement`` of the counted rows for each combination of ``keys``, in their order; the
    first key must be known."""
    sides = sides_of(rows)
    codes, values = _numbered(keys.iloc[run_starts(rows["decision"].to_numpy())])
    table = tabled(_sliced(sides, joint_dissent(sides, alternatives), codes), sides.parties)
    leading = values.iloc[table["slice"]].reset_index(drop=True)
    return pd.concat([leading, with_shares(table.drop(columns="slice"))], axis=1)


def _sliced(sides: Sides, joint: Joint, codes: Counts) -> Counts:
    width, several = len(sides.parties), codes.max(initial=-1) + 1
    chosen = [_places(each, several) for each in (codes, codes[joint.row])]
    made = [
        counts_of(sides.take(rows), joint.take(pairs))
        for rows, pairs in zip(*chosen, strict=True)
    ]
    return np.array(made, dtype=np.int64).reshape(several, len(COUNTS), width, width)


def _places(codes: Counts, several: int) -> list[Counts]:
    """Where each code 0, 1 … stands; -1 is nowhere."""
    order = np.argsort(codes, kind="stable")
    bounds = np.searchsorted(codes[order], np.arange(several + 1))
    return [order[start:end] for start, end in pairwise(bounds)]


def _numbered(keys: pd.DataFrame) -> tuple[Counts, pd.DataFrame]:
    """A number per combination of keys, -1 where the first is missing, and the combinations in
    order."""
    groups = keys.groupby(list(keys.columns), dropna=False, observed=True, sort=True)
    known = keys.iloc[:, 0].notna().to_numpy()
    numbers = np.where(known, groups.ngroup().to_numpy(), -1)
    used, codes = np.unique(numbers, return_inverse=True)
    firsts = pd.Series(np.arange(len(keys)), dtype=np.int64).groupby(numbers).first()
    values = keys.iloc[firsts[firsts.index >= 0].to_numpy()].reset_index(drop=True)
    return codes - int(len(used) > 0 and used[0] < 0), values
