"""Reports on those who govern and the others: lines, crossings, distance, change of power.

The party filter chooses among rows: who governed and what the lines were is told by everybody.
"""

import pandas as pd

from analytics.agreement import counted
from analytics.gap import distances, gap_over_time, stretches
from analytics.majority import beside_line, crossings_of, standings
from analytics.majority import crossing_rates_of as rates_of
from analytics.tenure import tenure_of, tenure_rows
from reports.opening import opened
from reports.reader import Reader
from reports.report import BUDGETS, CONTESTED, SILENCE, Option, report
from reports.substance import of_substance

BY_YEAR = Option(
    "by_year",
    True,
    "en punkt per år (ja) eller en per mandat (nej).",
    "a point per year (true) or per mandate (false).",
)


@report(
    "majority",
    sv="Vad styret och oppositionen gjorde i varje ärende, och vilka som vann.",
    en="What those who govern and the opposition did in each matter, and who won.",
    columns="date body title majority opposition line won case_id decision",
    options=(CONTESTED, SILENCE),
    behind="lines",
)
def majority(reader: Reader, *, contested_only: bool, silence: bool) -> pd.DataFrame:
    """See ``analytics.majority.standings``; only where it is known who governed."""
    whole = everybody(reader)
    found = _standings(whole, silence=silence)
    chosen = once(whole, contested_only=contested_only, silence=silence)["decision"].unique()
    found = found[found["decision"].isin(chosen)]
    return opened(found[["decision", "majority", "opposition", "line", "won"]], reader)


@report(
    "crossing_rates",
    sv="Hur ofta varje parti gick över linjen, medan det styrde och medan det inte styrde.",
    en="How often each party crossed the line, while it governed and while it did not.",
    columns="party governing n crossed share low high level unknown",
    options=(CONTESTED, SILENCE),
    behind="crossing_rows",
    keys="party governing",
    counts={"n": "crossing_rows", "crossed": "crossing_rows:crossed"},
)
def crossing_rates(reader: Reader, *, contested_only: bool, silence: bool) -> pd.DataFrame:
    """See ``analytics.majority.crossing_rates``."""
    whole = everybody(reader)
    counting = {"contested_only": contested_only, "silence": silence}
    found = rates_of(_beside(whole, **counting), once(whole, **counting))
    return asked_for(found, reader)


@report(
    "crossing_rows",
    sv="Besluten bakom tabellen crossing_rates: var varje parti stod, och om det gick över.",
    en="The decisions behind crossing_rates: where each party stood, and whether it crossed.",
    columns="date body title party governing stance line crossed case_id decision",
    options=(CONTESTED, SILENCE),
)
def crossing_rows(reader: Reader, *, contested_only: bool, silence: bool) -> pd.DataFrame:
    """See ``analytics.majority.beside_line``; newest first."""
    whole = everybody(reader)
    found = _beside(whole, contested_only=contested_only, silence=silence)
    columns = ["decision", "party", "governing", "stance", "line", "crossed"]
    return opened(asked_for(found[columns], reader), whole)


@report(
    "crossings",
    sv="Vem som gick över linjen i vilket ärende: styrande mot styret, andra med styret.",
    en="Who crossed the line in which matter: governing against their own, others with them.",
    columns="date body title party stance line kind case_id decision",
    options=(CONTESTED, SILENCE),
)
def crossings(reader: Reader, *, contested_only: bool, silence: bool) -> pd.DataFrame:
    """See ``analytics.majority.crossings``; a matter once, as in ``crossing_rates``."""
    whole = everybody(reader)
    found = crossings_of(_beside(whole, contested_only=contested_only, silence=silence))
    return opened(asked_for(found, reader), reader)


@report(
    "gap",
    sv="Avståndet mellan styret och de andra, och de andras enighet, per år eller mandat.",
    en="The distance between those who govern and the others, and the others' unity.",
    columns="municipality segment mandate period n_gap gap gap_low gap_high gap_level n_unity"
    " unity unity_low unity_high unity_level unknown",
    shown="municipality mandate period n_gap gap gap_low gap_high n_unity unity unity_low"
    " unity_high unknown",
    options=(BY_YEAR, CONTESTED, SILENCE, BUDGETS),
    behind="gap_rows",
    keys="municipality segment period",
    counts={"n_gap": "gap_rows:gap", "n_unity": "gap_rows:unity"},
)
def gap(
    reader: Reader, *, by_year: bool, contested_only: bool, silence: bool, budgets: bool
) -> pd.DataFrame:
    """See ``analytics.gap.gap_over_time``; broken at mandates, and at elections that no new
    majority followed."""
    whole = everybody(reader)
    counting = {"contested_only": contested_only, "silence": silence}
    found = gap_over_time(
        of_substance(whole.stances, budgets=budgets),
        whole.alternatives,
        decided(whole),
        parts=_stretches(whole, by_year=by_year, budgets=budgets, **counting),
        contested_only=contested_only,
        silence=silence,
    )
    return found.assign(period=found["period"].astype(str))[list(gap.columns)]


@report(
    "gap_rows",
    sv="Ärendena bakom tabellen gap, senaste först, med avstånd och enighet i vart och ett.",
    en="The matters behind the table gap, newest first, with distance and unity in each.",
    columns="date body title municipality segment mandate period gap unity case_id decision",
    shown="date body title period gap unity",
    options=(BY_YEAR, CONTESTED, SILENCE, BUDGETS),
)
def gap_rows(
    reader: Reader, *, by_year: bool, contested_only: bool, silence: bool, budgets: bool
) -> pd.DataFrame:
    """See ``analytics.gap.stretches``."""
    whole = everybody(reader)
    counting = {"contested_only": contested_only, "silence": silence}
    found = _stretches(whole, by_year=by_year, budgets=budgets, **counting)
    told = found.dropna(subset=["gap", "unity"], how="all")
    own = told.assign(period=told["period"].astype(str))
    columns = [name for name in gap_rows.columns if name in own]
    return opened(own[columns], reader)[list(gap_rows.columns)]


@report(
    "tenure",
    sv="Hur ofta ett parti var emot medan det styrde och medan det inte gjorde det, per ämne.",
    en="How often a party was against while it governed and while it did not, per topic.",
    columns="party topic governing n for against abstained dissent low high level both"
    " unknown",
    shown="party topic governing n for against abstained dissent high both unknown",
    options=(CONTESTED, BUDGETS),
    behind="tenure_rows",
    keys="party +topic governing",
    counts={"n": "tenure_rows"},
)
def tenure(reader: Reader, *, contested_only: bool, budgets: bool) -> pd.DataFrame:
    """See ``analytics.tenure.tenure``; ``topic`` is missing in the rows over all topics."""
    found = tenure_of(_tenure_rows(reader, contested_only=contested_only, budgets=budgets))
    return asked_for(found, reader)[list(tenure.columns)]


@report(
    "tenure_rows",
    sv="Besluten bakom tabellen tenure, senaste först.",
    en="The decisions behind the table tenure, newest first.",
    columns="date body title party topic stance governing case_id decision",
    options=(CONTESTED, BUDGETS),
)
def tenure_behind(reader: Reader, *, contested_only: bool, budgets: bool) -> pd.DataFrame:
    """See ``analytics.tenure.tenure_rows``."""
    rows = _tenure_rows(reader, contested_only=contested_only, budgets=budgets)
    return opened(asked_for(rows, reader), reader)


def everybody(reader: Reader) -> Reader:
    """The reader without its choice of parties."""
    return reader.widened(parties=())


def decided(reader: Reader) -> pd.DataFrame:
    """How each decision was settled and how many parties governed; see ``queries.DECIDED``."""
    return reader.decided


def once(reader: Reader, **counting: bool) -> pd.DataFrame:
    """The rows that count: each matter in its highest and last body."""
    return reader.kept(
        ("once", reader.choice, *sorted(counting.items())),
        lambda: counted(of_substance(reader.stances), **counting),
    )


def _standings(reader: Reader, *, silence: bool) -> pd.DataFrame:
    """See ``analytics.majority.standings``; of every decision."""
    return reader.of_each(
        f"standings {silence}",
        lambda one: standings(of_substance(one.stances), decided(one), silence=silence),
    )


def _beside(reader: Reader, *, contested_only: bool, silence: bool) -> pd.DataFrame:
    """See ``analytics.majority.beside_line``; of the decisions that count."""
    rows = reader.of_each(
        f"beside {silence}",
        lambda one: beside_line(of_substance(one.stances), decided(one), silence=silence),
    )
    chosen = once(reader, contested_only=contested_only, silence=silence)["decision"].unique()
    return rows[rows["decision"].isin(chosen)]


def _tenure_rows(reader: Reader, *, contested_only: bool, budgets: bool) -> pd.DataFrame:
    """See ``analytics.tenure.tenure_rows``; kept, since figures and the rows behind rest on
    it."""
    whole = everybody(reader)
    return whole.kept(
        ("tenure", whole.choice, contested_only, budgets),
        lambda: tenure_rows(
            of_substance(whole.stances, budgets=budgets), contested_only=contested_only
        ),
    )


def _stretches(
    reader: Reader, *, by_year: bool, budgets: bool, **counting: bool
) -> pd.DataFrame:
    """See ``analytics.gap.stretches``; kept, since figures and the rows behind rest on it."""

    def made() -> pd.DataFrame:
        return stretches(
            of_substance(reader.stances, budgets=budgets),
            reader.alternatives,
            decided(reader),
            breaks=_elections(reader),
            by_year=by_year,
            apart=_distances(reader, budgets=budgets, **counting),
            **counting,
        )

    key = "stretches", reader.choice, by_year, budgets, *counting.values()
    return reader.kept(key, made)


def _distances(reader: Reader, *, budgets: bool, **counting: bool) -> pd.DataFrame:
    """See ``analytics.gap.distances``; kept, since figures and the rows behind rest on it."""

    def made() -> pd.DataFrame:
        rows = of_substance(reader.stances, budgets=budgets)
        stood = _standings(reader, silence=counting["silence"])
        return distances(rows, reader.alternatives, decided(reader), stood=stood, **counting)

    return reader.kept(("distances", reader.choice, budgets, *counting.values()), made)


def asked_for(rows: pd.DataFrame, reader: Reader) -> pd.DataFrame:
    """The rows of the chosen parties; all when none is chosen."""
    chosen = reader.choice.parties
    return rows[rows["party"].isin(chosen)] if chosen else rows


def _elections(reader: Reader) -> dict[str, list[str]]:
    """The elections in each municipality that no new majority followed."""
    seen = {reader.choice.municipality or name for name in reader.places["municipality"]}
    known = {str(name): reader.breaks(str(name)) for name in seen if pd.notna(name)}
    return {
        name: list(found.loc[found["kind"] == "election", "day"].dt.strftime("%Y-%m-%d"))
        for name, found in known.items()
    }
