"""The report of leads: what seldom happens, the most surprising first."""

from typing import Any

import pandas as pd

from analytics.leads import COLUMNS
from analytics.leads import leads as leads_of
from analytics.shifts import changes, shifts
from pipeline import reference
from reports import patterns
from reports.reader import Reader
from reports.report import Option, report
from reports.sentences import sentence
from reports.texts import LANGUAGES, texts

SINCE = Option(
    "since",
    None,
    "visa bara uppslag från och med ett datum, till exempel 2025-01-01.",
    "leads from this date on only, such as 2025-01-01.",
)
LANGUAGE = Option(
    "language", "sv", "språket i meningarna.", "the language of the sentences.", (*LANGUAGES,)
)


@report(
    "leads",
    sv="Uppslag: det som sällan händer, mätt mot partiernas och organens egen historia.",
    en="Leads: what seldom happens, measured against the history of parties and bodies.",
    columns="score sentence title " + " ".join(COLUMNS[:-1]) + " case_id",
    shown="score date title sentence",
    options=(SINCE, LANGUAGE),
    behind="lines",
)
def leads(reader: Reader, *, since: str | None, language: str) -> pd.DataFrame:
    """See ``analytics.leads.leads``.

    The history is all that is read of the municipality; the other choices only choose among
    the leads: one is shown when a decision behind it is chosen.
    """
    whole = reader.widened(**_EVERYTHING)
    begin = max(filter(None, (since, reader.choice.start)), default=None)
    made = leads_of(
        whole.decisions,
        whole.stances,
        whole.alternatives,
        whole.seats,
        shifts=_changes(whole),
        since=begin,
    )
    chosen = frozenset(reader.decisions["decision"])
    made = made[made["decisions"].map(lambda rows: not chosen.isdisjoint(rows)).astype(bool)]
    told = whole.decisions.set_index("decision")[["title", "case_id"]]
    made = made.join(told, on="decision").assign(
        sentence=[sentence(lead, texts(language)) for lead in _records(made)]
    )
    return made[list(leads.columns)]


def _changes(reader: Reader) -> pd.DataFrame:
    """Who wanted one thing and later its opposite."""
    given = reader.choice.parameters()
    said, asked = (reader.table(sql, given) for sql in (patterns.TIMELINE, patterns.ASKED))
    return changes(shifts(said, asked, reference.table("directions")), reader.decisions)


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    return [
        {str(key): value for key, value in row.items()} for row in table.to_dict("records")
    ]


_EVERYTHING: dict[str, Any] = {
    **{"body": None, "start": None, "end": None, "parties": (), "topic": None},
    **{"item_type": None, "contested": False, "words": None},
}
