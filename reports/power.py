"""Reports on who decided: margins, parties that could have turned a decision, their power."""

from collections import defaultdict
from typing import NamedTuple

import pandas as pd

from analytics.influence import settled_decisions, summed, that_count
from analytics.lines import lines as lines_of
from analytics.power import BY_SEATS, deciders, margins
from analytics.power import turning_sets as sets_of
from reports.majority import asked_for, decided, everybody, once
from reports.opening import opened
from reports.reader import Reader
from reports.report import CONTESTED, report
from reports.substance import of_substance

OUTSIDE = ("tipped", "felled")


class Ground(NamedTuple):
    """What power is counted on: stances, the two lines, how each decision was settled."""

    stances: pd.DataFrame
    table: pd.DataFrame
    decided: pd.DataFrame


@report(
    "power",
    sv="Ärenden vars platser är kända, jämnast först, och de partier som var för sig kunde ha"
    " vänt utgången.",
    en="Matters whose seats are known, closest first, and the parties that could each have"
    " turned them.",
    columns="date body title seats_for seats_against margin settled close deciders outside"
    " case_id decision",
    shown="date body title seats_for seats_against settled deciders outside",
    options=(CONTESTED,),
    behind="lines",
)
def power(reader: Reader, *, contested_only: bool) -> pd.DataFrame:
    """See ``analytics.power``; ``outside``: deciders that did not govern."""
    ground = _ground(reader)
    here = _once(ground, reader, contested_only=contested_only)["decision"].unique()
    known = reader.of_each("margins", lambda one: margins(_lines(one), decided(one)))
    found = known[known["decision"].isin(here)]
    able = reader.of_each("deciders", lambda one: deciders(_lines(one), decided(one)))
    able = able[able["decision"].isin(here)]
    told = found.assign(
        deciders=_listed(found, able),
        outside=_listed(found, able[able["role"].isin(OUTSIDE)]),
    )
    made = opened(told, reader).sort_values("margin", key=abs, kind="stable")
    return made[list(power.columns)]


@report(
    "influence",
    sv="Hur ofta varje parti var på den vinnande linjen, och hur ofta det ensamt avgjorde.",
    en="How often each party was on the winning line, and how often it alone decided.",
    columns="party n winning winning_share winning_low winning_high decisive decisive_share"
    " decisive_low decisive_high tipped felled swings power power_low power_high level",
    shown="party n winning decisive tipped felled power level",
    options=(CONTESTED,),
    behind="deciding",
    keys="party",
    counts={
        "n": "deciding",
        **{name: f"deciding:{name}" for name in ("winning", "decisive", "tipped", "felled")},
    },
)
def influence(reader: Reader, *, contested_only: bool) -> pd.DataFrame:
    """See ``analytics.influence.influence``."""
    found = summed(_decided_rows(reader, contested_only))
    return asked_for(found, reader)[list(influence.columns)]


@report(
    "deciding",
    sv="Ärendena bakom tabellen influence: där partiet vann, avgjorde, vägde över, fällde.",
    en="The matters behind the table influence: where the party won, decided or tipped.",
    columns="date body title party winning decisive tipped felled power case_id decision",
    options=(CONTESTED,),
)
def deciding(reader: Reader, *, contested_only: bool) -> pd.DataFrame:
    """See ``analytics.influence.party_decisions``."""
    rows = _decided_rows(reader, contested_only)
    found = opened(asked_for(rows, reader), reader)
    return found[list(deciding.columns)]


@report(
    "turning_sets",
    sv="De minsta mängder av partier på den vinnande linjen som kunde ha vänt utgången.",
    en="The smallest sets of parties on the winning line that could have turned the outcome.",
    columns="date body title set party seats ends case_id decision",
    options=(CONTESTED,),
    behind="lines",
)
def turning_sets(reader: Reader, *, contested_only: bool) -> pd.DataFrame:
    """See ``analytics.power.turning_sets``; sets of at most three parties, matters once."""
    ground = _ground(reader)
    found = sets_of(_once(ground, reader, contested_only=contested_only), ground.decided)
    return opened(found, reader.widened(parties=()))


def _once(ground: Ground, reader: Reader, *, contested_only: bool) -> pd.DataFrame:
    """The lines of the decisions that count: each matter in its highest and last body."""
    rows = once(everybody(reader), contested_only=contested_only, silence=False)
    return ground.table[ground.table["decision"].isin(rows["decision"].unique())]


def _ground(reader: Reader) -> Ground:
    whole = everybody(reader)
    stances = of_substance(whole.stances)
    return Ground(stances, _lines(whole), decided(whole))


def _lines(reader: Reader) -> pd.DataFrame:
    """See ``analytics.lines.lines``; of everybody."""

    def made(every: Reader) -> pd.DataFrame:
        stances, seats = of_substance(every.stances), every.seats
        there = seats["decision"].isin(stances["decision"].unique())
        return lines_of(stances, seats[there])

    return reader.of_each("lines", made)


def _decided_rows(reader: Reader, contested_only: bool) -> pd.DataFrame:
    """See ``analytics.influence.party_decisions``."""
    return reader.kept(
        ("party_decisions", everybody(reader).choice, contested_only),
        lambda: _that_count(everybody(reader), contested_only),
    )


def _that_count(reader: Reader, contested_only: bool) -> pd.DataFrame:
    known = reader.of_each("margins", lambda one: margins(_lines(one), decided(one)))
    settled = known.loc[known["settled"].isin(BY_SEATS), "decision"]
    chosen = that_count(of_substance(reader.stances), settled, contested_only=contested_only)
    rows = reader.of_each(
        "settled decisions", lambda one: settled_decisions(_lines(one), decided(one))
    )
    return rows[rows["decision"].isin(chosen)]


def _listed(found: pd.DataFrame, able: pd.DataFrame) -> pd.Series:
    """For each decision the parties that are among ``able``, largest first."""
    ordered = able.sort_values("seats", ascending=False, kind="stable")
    parties: defaultdict[int, list[str]] = defaultdict(list)
    for decision, party in zip(ordered["decision"], ordered["party"].astype(str), strict=True):
        parties[decision].append(party)
    lists = [parties.get(decision, []) for decision in found["decision"]]
    return pd.Series(lists, index=found.index, dtype=object)
