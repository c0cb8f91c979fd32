"""What parties want over time, and who criticises whom.

Input is one row per demand with ``demand_id``, ``parties`` (list), ``kind``, ``addressee``,
``date`` (ISO) and ``negated``; with ``group_id`` the same demand counts once per period. A
demand of several parties counts for each of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from analytics.matters import codes_of, first_of
from analytics.periods import YEARS, terms

CRITICAL = ("kritik",)
MAJORITY = "majoriteten"
OPEN = "9999"
"""Later than any day: the end of a mandate that still holds."""
STEPS = ("whole", "term", "year", "quarter", "month")
_LENGTH = {"year": 4, "month": 7}

Term = tuple[str, str, list[str]]


def demands_over_time(demands: pd.DataFrame, *, step: str = "year") -> pd.DataFrame:
    """Counts per ``period``, ``party`` and ``kind``: ``n`` and the ``demand_ids`` behind it.

    ``step`` is one of STEPS; the period is "2023", "2023-Q2", "2023-05", a term of office
    ("2018–2022") or the years of all that is given ("2019–2023"). A demand that is repeated
    within the period (same ``group_id``) counts once. Undated rows are left out.
    """
    rows = _per_party(demands, step)
    if "group_id" in rows:
        repeated = rows["group_id"].notna() & rows.duplicated(["period", "party", "group_id"])
        rows = rows[~repeated]
    return _counted(rows, ["period", "party", "kind"])


def every_period(periods: Iterable[str]) -> list[str]:
    """The years or quarters from the first to the last, those without rows too; terms and
    spans in order, as they are."""
    found = sorted(set(periods))
    if all(len(period) == len("2023") for period in found):
        return [str(year) for year in range(int(found[0]), int(found[-1]) + 1)]
    if all("-Q" in period for period in found):
        first, last = (int(end[:4]) * 4 + int(end[-1]) - 1 for end in (found[0], found[-1]))
        return [f"{place // 4}-Q{place % 4 + 1}" for place in range(first, last + 1)]
    return found


def criticism(
    demands: pd.DataFrame,
    *,
    mandates: pd.DataFrame | None = None,
    kinds: Sequence[str] = CRITICAL,
    step: str = "year",
) -> pd.DataFrame:
    """Who criticises whom: ``period``, ``party``, ``addressee``, ``resolved``, ``n`` and
    ``demand_ids``, the most frequent first.

    Only sentences that name somebody count. "majoriteten" stays a word unless ``mandates``
    (``municipality``, ``start``, ``end``, ``governing``) say who governed that day; then each
    governing party is an addressee, ``resolved`` is True, and ``demands`` needs
    ``municipality``. A party is never counted as criticising itself.
    """
    named = demands[demands["kind"].isin(kinds) & demands["addressee"].notna()]
    rows = _per_party(named, step).assign(resolved=False)
    if mandates is not None and not rows.empty:
        rows = _resolved(rows, mandates)
    rows = rows[rows["addressee"] != rows["party"]]
    table = _counted(rows, ["period", "party", "addressee", "resolved"])
    order = ["period", "n", "party", "addressee"]
    return table.sort_values(order, ascending=[True, False, True, True]).reset_index(drop=True)


def criticism_edges(table: pd.DataFrame) -> pd.DataFrame:
    """A network's edges from ``criticism``: ``source``, ``target``, ``resolved``, ``weight``
    (sentences over all periods) and ``demand_ids``, the heaviest first."""
    named = table.rename(columns={"party": "source", "addressee": "target"})
    grouped = named.groupby(["source", "target", "resolved"], sort=True)
    edges = grouped.agg(weight=("n", "sum"), demand_ids=("demand_ids", "sum")).reset_index()
    return edges.sort_values(
        ["weight", "source", "target"], ascending=[False, True, True]
    ).reset_index(drop=True)


def _per_party(demands: pd.DataFrame, step: str) -> pd.DataFrame:
    """A row per demand and party, with its period; undated and unsigned ones left out."""
    dated = demands.dropna(subset=["date"])
    named = dated.assign(period=_periods(dated["date"], step)).rename(
        columns={"parties": "party"}
    )
    return named.explode("party").dropna(subset=["period", "party"]).reset_index(drop=True)


def _periods(dates: pd.Series, step: str) -> pd.Series:
    if step in _LENGTH:
        return dates.str.slice(0, _LENGTH[step])
    if step == "whole":
        first, last = dates.min(), dates.max()
        return dates.map(lambda _: _span(int(first[:4]), int(last[:4])))
    days = pd.to_datetime(dates, format="%Y-%m-%d", errors="coerce")
    if step == "quarter":
        return days.dt.strftime("%Y-Q").str.cat(days.dt.quarter.astype("Int64").astype(str))
    begun = terms(days).dt.year
    named: pd.Series = begun.map(
        lambda year: _span(int(year), int(year) + YEARS), na_action="ignore"
    )
    return named


def _span(first: int, last: int) -> str:
    return f"{first}" if first == last else f"{first}–{last}"


def _counted(rows: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """How many rows there are of each, and the ids in order."""
    groups = rows.groupby(by, sort=True)
    table = groups.size().rename("n").reset_index()
    order = np.argsort(groups.ngroup().to_numpy(), kind="stable")
    ids = rows["demand_id"].to_numpy(dtype=object)[order].tolist()
    ends = np.cumsum(table["n"].to_numpy())
    held = [ids[end - n : end] for end, n in zip(ends, table["n"], strict=True)]
    return table.assign(demand_ids=pd.Series(held, index=table.index, dtype=object))


def _resolved(rows: pd.DataFrame, mandates: pd.DataFrame) -> pd.DataFrame:
    """Rows aimed at the majority, once per party that governed; the others as they are."""
    terms = _terms(mandates)
    aimed = rows["addressee"] == MAJORITY
    asked = rows.loc[aimed, ["municipality", "date"]]
    moment = codes_of(asked, ["municipality", "date"])
    moments = asked.take(first_of(moment)).itertuples(index=False, name=None)
    governing = [_governing(terms[place], day) for place, day in moments]
    known = aimed.to_numpy(copy=True)
    known[known] = np.array([bool(found) for found in governing], dtype=bool)[moment]
    held = [governing[number] for number in moment if governing[number]]
    those = rows[known].assign(resolved=True, addressee=pd.Series(held, rows.index[known]))
    every = pd.concat([rows[~known], those.explode("addressee")])
    return every.sort_index(kind="stable").reset_index(drop=True)


def _terms(mandates: pd.DataFrame) -> defaultdict[str, list[Term]]:
    """From when, until when and who governed, by municipality."""
    found: defaultdict[str, list[Term]] = defaultdict(list)
    columns = (mandates[name] for name in ("municipality", "start", "end", "governing"))
    for place, start, end, governing in zip(*columns, strict=True):
        found[place].append((str(start), OPEN if pd.isna(end) else str(end), list(governing)))
    return found


def _governing(terms: list[Term], day: str) -> list[str]:
    """The parties that governed on a day; none unless exactly one mandate says so."""
    valid = [governing for start, end, governing in terms if start <= day < end]
    return valid[0] if len(valid) == 1 else []
