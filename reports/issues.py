"""Reports on topics, on what parties want in their own words, and on whom they criticise."""

import pandas as pd

from analytics.demands import STEPS
from analytics.demands import criticism as criticism_of
from analytics.demands import demands_over_time as over_time
from analytics.sampling import levels, wilson
from pipeline.words import DemandKind
from reports import issue_queries
from reports.opening import opened
from reports.reader import Reader
from reports.report import Option, report

EVERY = "all"
STEP = Option(
    "step",
    "year",
    "whole, term, year, quarter eller month.",
    "whole, term, year, quarter or month.",
    values=STEPS,
)
KIND = Option(
    "kind",
    EVERY,
    "krav, stöd, kritik, oro, fråga eller all.",
    "krav, stöd, kritik, oro, fråga or all.",
    values=(EVERY, *DemandKind),
)
CRITICAL = Option(
    "kind",
    DemandKind.KRITIK.value,
    "kritik, oro, fråga, krav eller stöd.",
    "kritik, oro, fråga, krav or stöd.",
    values=tuple(DemandKind),
)
CASE = Option("case", None, "ett case_id: bara det ärendet.", "a case_id: only that matter.")


@report(
    "topics",
    sv="Ämnena: hur många ärenden, och hur stor del av dem som var omstridda.",
    en="The topics: how many matters, and what part of them was contested.",
    columns="topic n contested share low high level",
    behind="decisions",
)
def topics(reader: Reader) -> pd.DataFrame:
    """See ``issue_queries.TOPICS``; the filters on topic and dissent are left aside."""
    whole = reader.widened(topic=None, contested=False)
    return _shared(_read(whole, issue_queries.TOPICS), "contested")[list(topics.columns)]


@report(
    "dissent",
    sv="Hur ofta varje parti var emot beslutet, ämne för ämne, där det deltog.",
    en="How often each party was against the decision, topic by topic, where it took part.",
    columns="topic party n against share low high level",
    behind="dissent_rows",
    keys="topic party",
    counts={"n": "dissent_rows", "against": "dissent_rows:stance=against"},
)
def dissent(reader: Reader) -> pd.DataFrame:
    """See ``issue_queries.DISSENT``; within a topic the most dissenting party first."""
    whole = reader.widened(topic=None, contested=False)
    table = _shared(_read(whole, issue_queries.DISSENT), "against")
    order = ["topic", "share", "n", "party"]
    table = table.sort_values(order, ascending=[True, False, False, True])
    return table[list(dissent.columns)]


@report(
    "dissent_rows",
    sv="Besluten bakom tabellen dissent, senaste först.",
    en="The decisions behind the table dissent, newest first.",
    columns="date body title topic party stance case_id decision",
)
def dissent_rows(reader: Reader) -> pd.DataFrame:
    """See ``issue_queries.DISSENT_ROWS``."""
    whole = reader.widened(topic=None, contested=False)
    return opened(_read(whole, issue_queries.DISSENT_ROWS), whole.widened(parties=()))


@report(
    "demands",
    sv="Vad partierna vill, stöder, kritiserar, oroas av och frågar, med sina egna ord.",
    en="What the parties want, support, criticise, fear and ask, in their own words.",
    columns="date municipality body parties kind addressee negated quote times since title"
    " case_id document_id id wish page start end",
    shown="date body parties kind addressee quote times title",
    options=(KIND, CASE),
)
def demands(reader: Reader, *, kind: str, case: str | None) -> pd.DataFrame:
    """See ``issue_queries.DEMANDS``."""
    table = _read(reader, issue_queries.DEMANDS, case=case)
    return _of_kind(table, kind)[list(demands.columns)]


@report(
    "words",
    sv="Partiernas egna ord: kraven, och inläggen där inget krav hittades.",
    en="The parties' own words: demands, and statements in which no demand was found.",
    columns=" ".join(demands.columns),
    shown="date body parties kind quote title",
    options=(CASE,),
)
def words(reader: Reader, *, case: str | None) -> pd.DataFrame:
    """See ``issue_queries.OWN_WORDS``."""
    return _read(reader, issue_queries.OWN_WORDS, case=case)[list(words.columns)]


@report(
    "demands_over_time",
    sv="Hur många olika krav varje parti framförde per period.",
    en="How many different demands each party put per period.",
    columns="period party kind n ids",
    shown="period party kind n",
    options=(KIND, STEP),
    behind="demands",
)
def demands_over_time(reader: Reader, *, kind: str, step: str) -> pd.DataFrame:
    """See ``analytics.demands.demands_over_time``."""
    rows = _of_kind(_demands(reader), kind)
    return _of_parties(over_time(rows, step=step), reader)


@report(
    "criticism",
    sv="Vem som kritiserar vem; majoriteten är de som styrde den dagen, där det är känt.",
    en="Who criticises whom; the majority is those who governed that day, where known.",
    columns="period party addressee resolved n ids",
    shown="period party addressee resolved n",
    options=(CRITICAL, STEP),
    behind="demands",
)
def criticism(reader: Reader, *, kind: str, step: str) -> pd.DataFrame:
    """See ``analytics.demands.criticism``."""
    rows = _demands(reader)
    table = criticism_of(rows, mandates=reader.mandates, kinds=(kind,), step=step)
    return _of_parties(table, reader)


def _read(reader: Reader, sql: str, **more: object) -> pd.DataFrame:
    return reader.table(sql, reader.choice.parameters() | more)


def _demands(reader: Reader) -> pd.DataFrame:
    table = _read(reader, issue_queries.DEMANDS, case=None)
    return table.rename(columns={"id": "demand_id", "wish": "group_id"})


def _of_kind(table: pd.DataFrame, kind: str) -> pd.DataFrame:
    return table if kind == EVERY else table[table["kind"] == kind]


def _of_parties(table: pd.DataFrame, reader: Reader) -> pd.DataFrame:
    """Counts of the chosen parties only: a joint demand is also that of others."""
    asked = reader.choice.parties
    chosen = table[table["party"].isin(asked)] if asked else table
    return chosen.rename(columns={"demand_ids": "ids"})


def _shared(table: pd.DataFrame, part: str) -> pd.DataFrame:
    low, high = wilson(table[part], table["n"])
    level = levels(table["n"])
    share = (table[part] / table["n"]).where(level != "few")
    return table.assign(share=share, low=low, high=high, level=level)
