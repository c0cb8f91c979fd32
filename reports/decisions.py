"""Reports on decisions: what was decided, who stood where, with how many seats."""

import pandas as pd

from analytics.contested import party_table, per_period
from analytics.lines import lines as lines_of
from analytics.lines import tallies as tallies_of
from analytics.sampling import levels, wilson
from reports import queries
from reports.opening import opened
from reports.reader import Reader
from reports.report import report


@report(
    "decisions",
    sv="Besluten, senaste först, med utgång och partierna på varje sida.",
    en="The decisions, newest first, with outcome and the parties on either side.",
    columns="date body title item_type outcome decided_by contested parties_for"
    " parties_against parties_other case_id decision",
)
def decisions(reader: Reader) -> pd.DataFrame:
    """The chosen decisions."""
    return reader.decisions[list(decisions.columns)]


@report(
    "stances",
    sv="Var partierna stod i varje beslut, senaste först, med en kolumn per parti.",
    en="Where the parties stood in each decision, newest first, a column per party.",
    columns="date body title case_id decision",
    per_party=True,
)
def stances(reader: Reader) -> pd.DataFrame:
    """See ``analytics.contested.party_table``; a cell is the stance's code."""
    table = party_table(reader.stances)
    rows = opened(table.rename_axis(columns=None).reset_index(), reader)
    return rows[[*stances.columns, *table.columns]]


@report(
    "periods",
    sv="Hur många beslut som var omstridda, per månad, kvartal eller år.",
    en="How many decisions were contested, per month, quarter or year.",
    columns="period step contested other n share low high level",
    behind="decisions",
)
def periods(reader: Reader) -> pd.DataFrame:
    """See ``analytics.contested.per_period``; with the contested share of all decisions."""
    every = reader.widened(contested=False).choice
    table = per_period(reader.table(queries.PER_MONTH, every.parameters()))
    low, high = wilson(table["contested"], table["n"])
    level = levels(table["n"])
    share = (table["contested"] / table["n"]).where(level != "few")
    return table.assign(share=share, low=low, high=high, level=level)[list(periods.columns)]


@report(
    "lines",
    sv="De två linjerna i varje beslut: partier, sidor och platser, och vem som avgjorde.",
    en="The two lines of each decision: parties, sides and seats, and who decided.",
    columns="date body title party side seats governing margin decisive tipped case_id"
    " decision",
    shown="date body title party side seats margin decisive",
)
def lines(reader: Reader) -> pd.DataFrame:
    """See ``analytics.lines.lines``."""
    whole = reader.widened(parties=())
    return opened(lines_of(whole.stances, whole.seats), reader)


@report(
    "tallies",
    sv="Platser för och emot i varje beslut, och marginalen.",
    en="Seats for and against in each decision, and the margin.",
    columns="date body title seats_for seats_against unrecorded margin case_id decision",
    behind="lines",
)
def tallies(reader: Reader) -> pd.DataFrame:
    """See ``analytics.lines.tallies``; only decisions whose seats are known."""
    whole = reader.widened(parties=())
    made = tallies_of(lines_of(whole.stances, whole.seats))
    known = made[made.index.isin(whole.seats["decision"])]
    return opened(known.reset_index(), reader)
