"""Reports on votes: how close they were, how parties held together, and who left the line."""

import pandas as pd

from analytics import breaks as known
from analytics.cohesion import (
    breaks,
    cohesion,
    counted,
    party_cohesion,
    person_ballots,
    person_breaks,
)
from analytics.votes import abstentions_of, margins, over_time_of
from analytics.votes import closest as closest_of
from analytics.votes import counted as in_periods
from pipeline.errors import UsageError
from reports import patterns
from reports.opening import opened
from reports.polls import polled
from reports.reader import Reader
from reports.report import Option, report
from reports.substance import FORMALIA

VOTE = Option(
    "vote", None, "bara en votering; ange dess vote_id.", "one vote only; give its vote_id."
)
CLOSEST = Option(
    "closest", False, "de jämnaste först (ja eller nej).", "the closest votes first."
)
COUNTED = Option(
    "counted_only",
    False,
    "bara huvudvoteringar, ett ärende en gång, som i tabellen cohesion (ja eller nej).",
    "main votes only, a matter once, as in the table cohesion.",
)
MAIN = Option(
    "main",
    True,
    "räkna huvudvoteringar; nej räknar de övriga (ja eller nej).",
    "count main votes; no counts the others.",
)
STEP = Option(
    "step",
    "year",
    "periodens längd.",
    "the length of a period.",
    ("month", "quarter", "half", "year", "term"),
)


@report(
    "votes",
    sv="Voteringarna, senaste eller jämnaste först, med vad ja och nej betydde.",
    en="The votes, newest or closest first, with what yes and no meant.",
    columns="date body title kind yes no abstain absent margin close outcome decided_by named"
    " yes_means no_means case_id vote_id decision document_id start end",
    shown="date body title kind yes no abstain margin outcome decided_by named",
    options=(CLOSEST,),
    behind="ballots",
)
def votes(reader: Reader, *, closest: bool) -> pd.DataFrame:
    """See ``analytics.votes.margins``; votes without figures come last among the closest."""
    rows = reader.table(patterns.VOTES, reader.choice.parameters())
    measured = margins(rows)[["vote_id", "margin", "close"]]
    table = rows.merge(measured, on="vote_id", how="left")
    table = table.astype({"margin": "Int64", "close": "boolean"})
    if closest:
        first = closest_of(rows, most=len(rows))["vote_id"]
        place = pd.Series(range(len(first)), index=first.to_numpy(), dtype="Int64")
        table = table.sort_values("vote_id", key=lambda ids: ids.map(place), kind="stable")
        return table[list(votes.columns)]
    return table.iloc[::-1].sort_values(
        "day", ascending=False, kind="stable", na_position="last"
    )[list(votes.columns)]


@report(
    "vote_parties",
    sv="Hur varje parti röstade i varje namngiven votering, med Rice och partiets linje.",
    en="How each party voted in each named vote, with Rice and the party's line.",
    columns="date body title party yes no abstain absent aside voters rice agreement_index"
    " line breakers case_id vote_id decision",
    shown="date title party yes no abstain absent rice agreement_index line breakers",
    options=(VOTE, COUNTED),
    behind="ballots",
)
def vote_parties(reader: Reader, *, vote: str | None, counted_only: bool) -> pd.DataFrame:
    """See ``analytics.cohesion.cohesion``; ballots without a party are left out."""
    rows = _known(_ballots(reader, vote))
    table = cohesion(counted(rows) if counted_only else rows)
    return _told(table, reader, vote)[list(vote_parties.columns)]


@report(
    "ballots",
    sv="Vem som röstade hur i de namngivna voteringarna, med partiets linje.",
    en="Who voted how in the named votes, with the party's line.",
    columns="date body title party name choice line broke case_id vote_id decision",
    options=(VOTE,),
)
def ballots(reader: Reader, *, vote: str | None) -> pd.DataFrame:
    """A row per ballot; ``line`` is missing where the party had none, or is not known."""
    rows = _ballots(reader, vote)
    lines = cohesion(_known(rows))[["vote_id", "party", "line"]]
    table = rows.merge(lines, on=["vote_id", "party"], how="left")
    broken = breaks(_known(rows))[["vote_id", "party", "name"]].assign(broke=True)
    table = table.merge(broken.drop_duplicates(), on=["vote_id", "party", "name"], how="left")
    table["broke"] = table["broke"].astype("boolean").fillna(False).astype(bool)
    return _told(table, reader, vote)[list(ballots.columns)]


@report(
    "breakers",
    sv="Vilka som oftast röstade mot det egna partiets linje.",
    en="Who most often voted against the own party's line.",
    columns="party name votes breaks share low high level",
    options=(MAIN,),
    behind="breaker_rows",
    keys="party +name",
    counts={"votes": "breaker_rows", "breaks": "breaker_rows:broke"},
)
def breakers(reader: Reader, *, main: bool) -> pd.DataFrame:
    """See ``analytics.cohesion.person_breaks``; the most frequent come first."""
    return _people(reader, main=main).sort_values(
        ["share", "votes", "party", "name"],
        ascending=[False, False, True, True],
        na_position="last",
    )[list(breakers.columns)]


@report(
    "breaker_rows",
    sv="Rösterna bakom tabellen breakers, senaste först, och om de gick mot partiets linje.",
    en="The ballots behind the table breakers, newest first, and whether they left the line.",
    columns="date body title party name choice line broke case_id vote_id decision",
    options=(MAIN,),
    behind="ballots",
)
def breaker_rows(reader: Reader, *, main: bool) -> pd.DataFrame:
    """See ``analytics.cohesion.person_ballots``."""
    rows = person_ballots(_known(_ballots(reader, None)), main=main)
    return _told(rows, reader, None)[list(breaker_rows.columns)]


@report(
    "line_breaks",
    sv="Rösterna mot det egna partiets linje, senaste först.",
    en="The ballots against the own party's line, newest first.",
    columns="date body title party name choice line case_id vote_id decision",
)
def line_breaks(reader: Reader) -> pd.DataFrame:
    """See ``analytics.cohesion.breaks``."""
    rows = breaks(_known(_ballots(reader, None)))
    return _told(rows, reader, None)[list(line_breaks.columns)]


@report(
    "cohesion",
    sv="Hur eniga partierna röstade: medelvärde av Rice och enighetsindex, med n.",
    en="How united parties voted: the mean of Rice and the agreement index, with n.",
    columns="party measure n matters mean low high level cast breaks",
    options=(MAIN,),
    behind="vote_parties",
)
def cohesion_of_parties(reader: Reader, *, main: bool) -> pd.DataFrame:
    """See ``analytics.cohesion.party_cohesion``; ``breaks`` of the ``cast`` ballots went
    against the line."""
    rows = _known(_ballots(reader, None))
    people = _people(reader, main=main)
    sums = people.groupby("party", observed=True)[["votes", "breaks"]].sum()
    table = party_cohesion(rows, main=main).merge(
        sums.rename(columns={"votes": "cast"}), on="party", how="left"
    )
    return table.fillna({"cast": 0, "breaks": 0}).astype({"cast": int, "breaks": int})


@report(
    "vote_periods",
    sv="Huvudvoteringar per period: hur många, hur jämna och i hur många någon avstod.",
    en="Main votes per period: how many, how close, and in how many somebody abstained.",
    columns="period step break n median_margin close share low high level with_abstentions"
    " told",
    options=(STEP,),
    behind="vote_period_rows",
)
def vote_periods(reader: Reader, *, step: str) -> pd.DataFrame:
    """See ``analytics.votes.over_time`` and ``abstentions``; ``break`` is "election" or
    "majority" where the period follows on one of these. Over several municipalities only
    elections are breaks that all share."""
    rows = polled(reader)
    rows = rows[rows["topic"] != FORMALIA]
    broken = _breaks(reader, rows)
    held = in_periods(rows, step, broken)  # type: ignore[arg-type]
    table = over_time_of(held).merge(abstentions_of(held), on="period", how="left")
    kind = table["period"].map(broken.set_index("day")["kind"])
    written = table["period"].dt.strftime("%Y-%m-%d")
    named = {"period": written, "step": step, "break": kind}
    return table.assign(**named)[list(vote_periods.columns)]


@report(
    "vote_period_rows",
    sv="Huvudvoteringarna bakom tabellen vote_periods, senaste först.",
    en="The main votes behind the table vote_periods, newest first.",
    columns="period date body title kind yes no abstain margin close outcome decided_by named"
    " case_id vote_id decision",
    shown="period date body title yes no abstain margin close outcome",
    options=(STEP,),
    behind="ballots",
)
def vote_period_rows(reader: Reader, *, step: str) -> pd.DataFrame:
    """See ``analytics.votes.counted``; the matters that the whole choice counts, so that the
    rows of a period are as many as its ``n``."""
    rows = reader.table(patterns.VOTES, reader.choice.parameters())
    rows = rows[rows["topic"] != FORMALIA]
    held = in_periods(rows, step, _breaks(reader, rows))  # type: ignore[arg-type]
    written = held.assign(period=held["period"].dt.strftime("%Y-%m-%d"))
    newest = written.iloc[::-1].sort_values("day", ascending=False, kind="stable")
    return newest[list(vote_period_rows.columns)]


def _breaks(reader: Reader, rows: pd.DataFrame) -> pd.DataFrame:
    places = rows["municipality"].dropna().unique()
    if len(places) == 1:
        return reader.breaks(str(places[0]))
    return known.breaks(reader.mandates.iloc[:0], str(places[0]) if len(places) else "")


def _people(reader: Reader, *, main: bool) -> pd.DataFrame:
    """See ``analytics.cohesion.person_breaks``; kept, since figures of parties rest on it."""
    return reader.kept(
        ("people", reader.choice, main),
        lambda: person_breaks(_known(_ballots(reader, None)), main=main),
    )


def _ballots(reader: Reader, vote: str | None) -> pd.DataFrame:
    """The ballots of one vote, or of the reader's choice. Raises UsageError."""
    if vote is None:
        return reader.table(patterns.BALLOTS, reader.choice.parameters())
    rows = reader.table(patterns.VOTE_BALLOTS, {"vote": vote})
    if rows.empty and reader.table(patterns.VOTE, {"vote": vote}).empty:
        raise UsageError(
            f"Ingen votering har nyckeln {vote}; nycklarna står i tabellen votes."
        )
    return rows


def _known(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["party"].notna()].reset_index(drop=True)


def _told(rows: pd.DataFrame, reader: Reader, vote: str | None) -> pd.DataFrame:
    """The rows with date, body, title and case_id of their votes."""
    if vote is None:
        return opened(rows, reader)
    about = ["vote_id", "date", "body", "title", "case_id"]
    told = reader.table(patterns.VOTE, {"vote": vote})[about]
    own = [name for name in rows.columns if name not in about[1:]]
    return rows[own].merge(told, on="vote_id", how="left")
