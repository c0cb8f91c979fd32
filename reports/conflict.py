"""Reports on how much conflict there is in each body, broken at elections and new majorities.

Decisions count once per body and matter. Formalia are left out, and budgets, where every party
puts forward its own.
"""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from analytics import series as over_time
from analytics.beside import beside_breaks, beside_hints
from analytics.conflict import VOTES, conflict_level_of, counted
from analytics.matters import codes_of, first_of
from reports import patterns
from reports.opening import opened
from reports.reader import Reader
from reports.report import Option, report
from reports.substance import of_substance
from reports.votes import STEP

PLACE = ["municipality", "body"]
DAYS = ("period", "middle", "date", "broken")
BESIDE = "date body title hit municipality broken beside case_id decision"
MEASURE = Option(
    "measure",
    "dissent",
    "vad som räknas: avvikande mening, votering eller omstritt.",
    "what is counted: dissent, a vote, or contested.",
    ("dissent", "voted", "contested"),
)


def _counts(behind: str) -> dict[str, str]:
    """What is counted on either side of a break."""
    return {f"n_{side}": f"{behind}:beside={side}" for side in ("before", "after")}


@report(
    "conflict",
    sv="Andelen beslut med avvikande mening, med votering och omstridda, per organ.",
    en="The share of decisions with dissent, with a vote, and contested, per body.",
    columns="municipality body measure hits n share low high level",
    behind="conflict_rows",
    keys="municipality body measure",
    counts={"n": "conflict_rows", "hits": "conflict_rows:hit"},
)
def conflict(reader: Reader) -> pd.DataFrame:
    """See ``analytics.conflict.conflict_level``; the bodies with most decisions first."""
    table = conflict_level_of(_matters(reader), PLACE)
    return table.sort_values(["n", *PLACE], ascending=[False, True, True], kind="stable")[
        list(conflict.columns)
    ]


@report(
    "conflict_rows",
    sv="Besluten bakom tabellen conflict för ett mått; de som räknas till andelen först.",
    en="The decisions behind the table conflict for a measure; those that are hits first.",
    columns="date body title municipality decided_by hit case_id decision",
    options=(MEASURE,),
    behind="decisions",
)
def conflict_rows(reader: Reader, *, measure: str) -> pd.DataFrame:
    """The decisions that ``conflict`` counts in each body: as many as its ``n``."""
    rows = _valued(_matters(reader), measure).rename(columns={"value": "hit"})
    own = rows[["decision", "municipality", "decided_by", "hit"]]
    told = opened(own, reader.widened(contested=False, parties=()))
    return told.sort_values("hit", ascending=False, kind="stable")


@report(
    "conflict_series",
    sv="Konfliktnivån i varje organ över tid, bruten vid val och majoritetsskiften.",
    en="The level of conflict of each body over time, broken at elections and majorities.",
    columns="municipality body segment period step middle hits n share low high level",
    shown="municipality body period hits n share low high level",
    options=(MEASURE, STEP),
    behind="decisions",
)
def conflict_series(reader: Reader, *, measure: str, step: str) -> pd.DataFrame:
    """See ``analytics.series.series``."""

    def made(rows: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
        table = over_time.series(rows, breaks, step)  # type: ignore[arg-type]
        return table.assign(step=step)

    return _per_body(reader, measure, made, conflict_series.columns)


@report(
    "break_tests",
    sv="Vad som ändrades vid varje val och majoritetsskifte, prövat med permutation.",
    en="What changed at each election and new majority, tested by permutation.",
    columns="municipality body date kind n_before n_after before after effect p exact level",
    shown="body date kind n_before n_after before after p level",
    options=(MEASURE,),
    behind="break_test_rows",
    keys="municipality body date=broken",
    counts=_counts("break_test_rows"),
)
def break_tests(reader: Reader, *, measure: str) -> pd.DataFrame:
    """See ``analytics.series.break_tests``."""

    return _per_body(reader, measure, _dated(over_time.break_tests), break_tests.columns)


@report(
    "break_hints",
    sv="Månader där nivån tycks ändras utan känd orsak: uppslag att pröva, inte resultat.",
    en="Months where the level seems to change: hints to look into, not findings.",
    columns="municipality body date n_before n_after before after evidence p",
    options=(MEASURE,),
    behind="break_hint_rows",
    keys="municipality body date=broken",
    counts=_counts("break_hint_rows"),
)
def break_hints(reader: Reader, *, measure: str) -> pd.DataFrame:
    """See ``analytics.series.hints``."""

    return _per_body(reader, measure, _dated(over_time.hints), break_hints.columns)


@report(
    "break_test_rows",
    sv="Besluten bakom tabellen break_tests: före och efter varje brott, senaste först.",
    en="The decisions behind break_tests: before and after each break, newest first.",
    columns=BESIDE,
    options=(MEASURE,),
    behind="decisions",
)
def break_test_rows(reader: Reader, *, measure: str) -> pd.DataFrame:
    """See ``analytics.beside.beside_breaks``."""
    return _beside(reader, measure, beside_breaks)


@report(
    "break_hint_rows",
    sv="Besluten bakom tabellen break_hints: före och efter varje månad, senaste först.",
    en="The decisions behind break_hints: before and after each month, newest first.",
    columns=BESIDE,
    options=(MEASURE,),
    behind="decisions",
)
def break_hint_rows(reader: Reader, *, measure: str) -> pd.DataFrame:
    """See ``analytics.beside.beside_hints``."""

    def made(rows: pd.DataFrame, breaks: pd.DataFrame) -> pd.DataFrame:
        return beside_hints(rows, breaks, over_time.hints(rows, breaks))

    return _beside(reader, measure, made)


@report(
    "breaks",
    sv="De kända brotten i alla serier: val och majoritetsskiften.",
    en="The known breaks of every series: elections and changes of majority.",
    columns="municipality date kind",
    behind="mandates",
)
def breaks(reader: Reader) -> pd.DataFrame:
    """See ``analytics.breaks.breaks``; those within the time of the chosen decisions."""
    rows = _decisions(reader)
    tables = [
        _within(reader.breaks(str(name)), own["day"]).assign(municipality=name)
        for name, own in rows.groupby("municipality", dropna=False, observed=True)
    ]
    made = pd.concat(tables) if tables else pd.DataFrame(columns=["day", "kind", PLACE[0]])
    return made.assign(date=_written(made["day"]))[list(breaks.columns)]


Make = Callable[[pd.DataFrame, pd.DataFrame], pd.DataFrame]


def _per_body(
    reader: Reader, measure: str, make: Make, columns: tuple[str, ...]
) -> pd.DataFrame:
    """A table made of each body's rows; the bodies with most decisions first."""
    rows = _valued(_matters(reader), measure)
    body = codes_of(rows, PLACE)
    first = rows[PLACE].take(first_of(body))
    named = [dict(zip(PLACE, place, strict=True)) for place in first.to_numpy(dtype=object)]
    own = rows[["decision", "day", "value"]].take(np.argsort(body, kind="stable"))
    ends = np.cumsum(np.bincount(body, minlength=len(named)))
    groups = [own.iloc[start:end] for start, end in pairwise([0, *ends])]
    # of as many, in order of their names, the unknown last
    order = sorted(range(len(named)), key=lambda one: _order(len(groups[one]), named[one]))
    tables = [
        (named[one], make(groups[one], reader.breaks(str(named[one]["municipality"]))))
        for one in order
    ]
    return _together([found for found in tables if len(found[1])], columns)


def _beside(reader: Reader, measure: str, make: Make) -> pd.DataFrame:
    """The decisions on either side of something, as ``make`` gives them of one body."""
    columns = ("decision", "value", "municipality", "broken", "beside")
    rows = _per_body(reader, measure, make, columns).rename(columns={"value": "hit"})
    rows = rows.astype({"decision": "int64", "hit": bool})
    return opened(rows, reader.widened(contested=False, parties=()))


def _together(
    tables: list[tuple[dict[str, Any], pd.DataFrame]], columns: tuple[str, ...]
) -> pd.DataFrame:
    """The tables of several bodies as one, each row with its body, days written out."""
    if not tables:
        return pd.DataFrame(columns=columns)
    made = pd.concat([table for _, table in tables])
    where = {
        name: [place[name] for place, table in tables for _ in range(len(table))]
        for name in PLACE
    }
    days = {name: _written(made[name]) for name in DAYS if name in made}
    return made.assign(**where, **days)[list(columns)]


def _dated(make: Make) -> Make:
    """The same tables, with the day as ``date``."""
    return lambda rows, breaks: make(rows, breaks).rename(columns={"day": "date"})


def _order(size: int, named: Mapping[str, Any]) -> tuple[Any, ...]:
    places = [named[name] for name in PLACE]
    return -size, *((pd.isna(place), "" if pd.isna(place) else place) for place in places)


def _matters(reader: Reader) -> pd.DataFrame:
    """Each matter once per body; kept, since every table over time is made of it."""
    whole = reader.widened(contested=False, parties=())
    key = "matters of conflict", whole.choice
    return reader.kept(key, lambda: counted(_decisions(reader), PLACE))


def _decisions(reader: Reader) -> pd.DataFrame:
    """All decisions of the place and time, contested or not, whoever took part."""
    whole = reader.widened(contested=False, parties=())

    def made() -> pd.DataFrame:
        return of_substance(whole.rows(patterns.CONFLICT), budgets=False)

    return reader.kept(("decisions of conflict", whole.choice), made)


def _valued(rows: pd.DataFrame, measure: str) -> pd.DataFrame:
    if measure != "voted":
        return rows.assign(value=rows[measure].astype(bool))
    told = rows[rows["decided_by"].notna()]
    return told.assign(value=told["decided_by"].isin(VOTES))


def _within(table: pd.DataFrame, days: pd.Series) -> pd.DataFrame:
    kept: pd.DataFrame = table[(table["day"] > days.min()) & (table["day"] <= days.max())]
    return kept


def _written(days: pd.Series) -> pd.Series:
    return pd.to_datetime(days).dt.strftime("%Y-%m-%d")
