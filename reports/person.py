"""Reports on people in office: roles, meetings, what they signed and how they voted."""

import pandas as pd

from analytics.cohesion import ABLE, cohesion, person_breaks
from analytics.sampling import HIDDEN_BELOW, levels, wilson
from pipeline.errors import UsageError
from reports import register
from reports.fetching import WORDS
from reports.opening import opened
from reports.reader import Reader
from reports.report import Option, report

PERSON = Option("person", None, "personens nyckel, person_id.", "the person's key, person_id.")


@report(
    "people_overview",
    sv="Förtroendevalda och tjänstepersoner: vad de undertecknat och möten de stod med i.",
    en="Elected representatives and officials: what they signed and meetings that list them.",
    columns="name municipality parties since until roles name_variants statements listed"
    " present share low high level first last person_id",
    shown="name parties roles statements present listed share high first last",
    options=(PERSON,),
    behind="people_meetings",
)
def people_overview(reader: Reader, *, person: str | None) -> pd.DataFrame:
    """See ``register.PEOPLE``; ``share`` is of the meetings that list the person at all.
    Without ``person`` everybody."""
    asked = {**reader.choice.parameters(), "person": person}
    table = reader.table(register.PEOPLE, asked)
    n = table["listed"]
    low, high = wilson(table["present"], n)
    share = (table["present"] / n.clip(lower=1)).where(n >= HIDDEN_BELOW)
    told = table.assign(share=share, low=low, high=high, level=levels(n))
    return told[list(people_overview.columns)]


@report(
    "people_roles",
    sv="En persons roller, organ för organ; ange personen med --set person=….",
    en="A person's roles, body by body; name the person by --set person=….",
    columns="body role listed present first last",
    options=(PERSON,),
    behind="people_meetings",
)
def people_roles(reader: Reader, *, person: str | None) -> pd.DataFrame:
    """See ``register.ROLES``."""
    return _asked(reader, register.ROLES, person)


@report(
    "people_meetings",
    sv="Mötena vars protokoll räknar upp personen, senaste först.",
    en="The meetings whose minutes list the person, newest first.",
    columns="date body role present substitutes_for items start end document_id",
    shown="date body role present substitutes_for items",
    options=(PERSON,),
)
def people_meetings(reader: Reader, *, person: str | None) -> pd.DataFrame:
    """See ``register.MEETINGS``."""
    return _asked(reader, register.MEETINGS, person)


@report(
    "people_substitutions",
    sv="Vem en person tjänstgjorde för, och vilka som tjänstgjorde för personen.",
    en="Whom a person served for, and who served for the person.",
    columns="direction name body n first last person_id",
    options=(PERSON,),
    behind="people_meetings",
)
def people_substitutions(reader: Reader, *, person: str | None) -> pd.DataFrame:
    """See ``register.SUBSTITUTIONS``."""
    return _asked(reader, register.SUBSTITUTIONS, person)[list(people_substitutions.columns)]


@report(
    "people_signed",
    sv="Vad en person har yrkat, reserverat sig mot och sagt, senaste först.",
    en="What a person moved, reserved against and said, newest first.",
    columns="date body title act parties by_substitute quote page start end document_id"
    " case_id",
    shown="date body title act quote",
    options=(PERSON,),
)
def people_signed(reader: Reader, *, person: str | None) -> pd.DataFrame:
    """See ``register.SIGNED_BY``; all of it is read once, and cut by body and time."""
    choice = reader.choice
    every = _asked(reader.widened(body=None, start=None, end=None), register.SIGNED_BY, person)
    dates = every["date"].astype(WORDS)
    kept = every["body"] == choice.body if choice.body else dates.notna() | dates.isna()
    if choice.start:
        kept &= dates >= choice.start
    if choice.end:
        kept &= dates <= choice.end
    return every.loc[kept, list(people_signed.columns)]


@report(
    "people_breaks",
    sv="Hur ofta en person röstade mot sitt partis linje i huvudvoteringar med namn.",
    en="How often a person voted against the party's line in main votes with names.",
    columns="party person_id votes breaks share low high level",
    shown="party person_id votes breaks share high level",
    options=(PERSON,),
    behind="people_votes",
)
def people_breaks(reader: Reader, *, person: str | None) -> pd.DataFrame:
    """See ``analytics.cohesion.person_breaks``; without ``person`` everybody."""
    table = person_breaks(_ballots(reader, person)).rename(columns={"name": "person_id"})
    kept = table["person_id"] == person if person else slice(None)
    return table.loc[kept, list(people_breaks.columns)]


@report(
    "people_votes",
    sv="En persons röster i voteringar med namn, med partiets linje, senaste först.",
    en="A person's ballots in votes with names, and the party's line, newest first.",
    columns="date body title vote_kind choice means line broke party case_id decision",
    shown="date body title vote_kind choice means line broke",
    options=(PERSON,),
)
def people_votes(reader: Reader, *, person: str | None) -> pd.DataFrame:
    """``broke``: against a line of at least three voters of the party; missing where there is
    none to break, or no vote was cast."""
    ballots = _ballots(reader, _named(person))
    own = ballots[ballots["name"] == person]
    lines = cohesion(ballots)[["vote_id", "party", "line", "yes", "no", "abstain"]]
    told = own.merge(lines, on=["vote_id", "party"]).astype({"line": object})
    able = (told[["yes", "no", "abstain"]].sum(axis=1) >= ABLE) & told["line"].notna()
    voted = told["choice"].isin(["ja", "nej", "avstår"])
    line = told["line"].where(able, None)
    broke = (told["choice"] != line).astype("boolean").where(able & voted)
    means = told["yes_means"].where(told["choice"] == "ja")
    means = means.fillna(told["no_means"].where(told["choice"] == "nej"))
    rows = told.assign(line=line, broke=broke, means=means, vote_kind=told["kind"])
    names = ["decision", "vote_kind", "choice", "means", "line", "broke", "party"]
    return opened(rows[names], reader.widened(parties=()))[list(people_votes.columns)]


def _ballots(reader: Reader, person: str | None) -> pd.DataFrame:
    """The ballots of everybody, or in the votes where ``person`` cast one."""
    whole = reader.widened(parties=())
    asked = {**whole.choice.parameters(), "person": person}
    return whole.table(register.PERSONS_BALLOTS, asked)


def _asked(reader: Reader, sql: str, person: str | None) -> pd.DataFrame:
    return reader.table(sql, {**reader.choice.parameters(), "person": _named(person)})


def _named(person: str | None) -> str:
    if not person:
        raise UsageError("Ange en person, till exempel --set person=97dba36905291102.")
    return person
