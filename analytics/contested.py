"""Where parties parted ways: tables over decisions, most recent first.

Input is one row per decision and party, as in ``analytics.agreement``.
"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from analytics.lines import codes, runs, words

RECORDED = ("for", "against", "abstained", "split", "remark", "not_participating")
MONTHS = {"month": 1, "quarter": 3, "year": 12}


def party_table(stances: pd.DataFrame) -> pd.DataFrame:
    """Party × decision: the index is ``decision``, newest first, a column per party.

    A cell is the stance's code, missing where nothing is known.
    """
    rows = stances.sort_values("decision", kind="stable")
    decisions, place = runs(rows["decision"].to_numpy(dtype=np.int64))
    # a filtered column still lists the parties that were filtered away
    named = rows["party"].astype("category").cat.remove_unused_categories()
    parties, said = words(named), words(rows["stance"])
    cells = np.full((len(parties), len(decisions)), -1)
    cells[codes(named, parties), place] = codes(rows["stance"], said)
    texts = pd.array(list(said), dtype="str")
    columns = {
        party: texts.take(own, allow_fill=True)
        for party, own in zip(parties, cells, strict=True)
    }
    index = pd.Index(decisions, name="decision")
    table = pd.DataFrame(columns, index=index).rename_axis(columns="party")
    days = rows["day"].to_numpy()[np.flatnonzero(np.diff(place, prepend=-1))]
    newest = pd.Series(days, index=index).sort_values(
        ascending=False, kind="stable", na_position="last"
    )
    return table.loc[newest.index]


def stance_counts(stances: pd.DataFrame) -> pd.DataFrame:
    """How often each party took each recorded stance: index party, a column per stance, n."""
    recorded = stances[stances["stance"].isin(RECORDED)]
    keys = [recorded[name].astype("category") for name in ("party", "stance")]
    counts = recorded.groupby(keys, observed=True).size().unstack(fill_value=0)
    counts = counts.set_axis(counts.index.astype(str)).set_axis(
        counts.columns.astype(str), axis=1
    )
    counts = counts.reindex(columns=list(RECORDED), fill_value=0).sort_index()
    return counts.assign(n=counts.sum(axis=1)).rename_axis(index="party", columns=None)


def per_period(months: pd.DataFrame) -> pd.DataFrame:
    """Decisions over time: ``period`` (first day), ``step``, ``contested``, ``other``, ``n``.

    ``months`` has ``date`` (ISO, a day or a month), and how many decisions there were (``n``)
    and how many of them ``contested``. The step is "month" within two years,
    "quarter" within ten, else "year"; steps without decisions count 0. Undated decisions are
    left out.
    """
    dated = months.dropna(subset="date")
    codes_, dates = pd.factorize(dated["date"])
    step = _step(dates)
    period = np.array([_first_day(date, step) for date in dates], dtype=object)[codes_]
    counts = dated.assign(period=period).groupby("period")[["contested", "n"]].sum()
    counts = counts.reindex(_every_step(list(counts.index), step), fill_value=0).astype(int)
    table = counts.rename_axis("period").reset_index()
    return table.assign(step=step, other=table["n"] - table["contested"])


def _every_step(periods: list[str], step: str) -> list[str]:
    """All steps from the first period to the last."""
    if not periods:
        return []
    months = range(_months(periods[0]), _months(periods[-1]) + 1, MONTHS[step])
    return [f"{month // 12:04d}-{month % 12 + 1:02d}-01" for month in months]


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _step(dates: Iterable[str]) -> str:
    years = {int(date[:4]) for date in dates}
    span = max(years, default=0) - min(years, default=0)
    if span < 2:
        return "month"
    return "quarter" if span < 10 else "year"


def _first_day(date: str, step: str) -> str:
    year, month = date[:4], int(date[5:7] or 1)
    if step == "year":
        return f"{year}-01-01"
    if step == "quarter":
        month -= (month - 1) % MONTHS[step]
    return f"{year}-{month:02d}-01"
