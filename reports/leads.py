"""The report of leads: what seldom happens, the most surprising first."""

from typing import Any

import numpy as np
import pandas as pd

from analytics.leads import COLUMNS, History, leads_in
from analytics.leads import history as history_of
from reports import lead_queries as queries
from reports.lead_links import links_of
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
    history = whole.held(("history", whole.choice), lambda: _history(whole))
    made = leads_in(history, since=begin)
    made = _with_words(_chosen(made, reader), reader)
    made["sentence"] = [sentence(lead, texts(language)) for lead in _records(made)]
    return made[list(leads.columns)]


def _history(whole: Reader) -> History:
    links, given = links_of(whole), whole.choice.parameters()
    linked = links["decision_after"].dropna().astype(int).unique().tolist()
    return history_of(
        whole.table(queries.DECISIONS, given),
        whole.table(queries.STANCES, {**given, "decisions": linked}),
        whole.alternatives,
        whole.table(queries.SEATS, given),
        links=links,
    )


def _chosen(made: pd.DataFrame, reader: Reader) -> pd.DataFrame:
    """The leads that a chosen decision is behind."""
    chosen = np.sort(reader.numbers)
    behind = made["decisions"].explode()
    asked = behind.to_numpy(dtype=np.int64)
    hit = np.append(chosen, -1)[np.searchsorted(chosen, asked)] == asked
    kept: pd.DataFrame = made.loc[behind.index[hit].unique()]
    return kept


def _with_words(made: pd.DataFrame, reader: Reader) -> pd.DataFrame:
    """With date, title and case of the decision that shows each."""
    told = reader.table(queries.TOLD, {"decisions": made["decision"].tolist()})
    found = told.set_index("decision")
    return made.drop(columns="date").join(found, on="decision").reset_index(drop=True)


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    return [
        {str(key): value for key, value in row.items()} for row in table.to_dict("records")
    ]


_EVERYTHING: dict[str, Any] = {
    **{"body": None, "start": None, "end": None, "parties": (), "topic": None},
    **{"item_type": None, "contested": False, "words": None},
}
