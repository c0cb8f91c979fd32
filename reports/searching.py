"""Reports on a search: everything it finds, and how much each party speaks of it."""

from dataclasses import asdict, fields
from operator import attrgetter

import pandas as pd

from analytics.sampling import levels, wilson
from pipeline.search import PERIODS, SORTS, Query, Usage, all_rows, usage
from reports.choice import Choice
from reports.reader import Reader
from reports.report import Option, report

WORDS = Option(
    "search", "", "vad som söks, i sökspråket.", "what is searched, in the query language."
)
SORT = Option("sort", SORTS[0], f"{', '.join(SORTS)}.", f"{', '.join(SORTS)}.", values=SORTS)
PERIOD = Option(
    "step", PERIODS[0], "year, quarter eller month.", "the length.", values=PERIODS
)
NARROWER = {
    name: Option(name, (), sv, en)
    for name, sv, en in (
        ("what", "title, decision, proposal eller statement.", "what kind of entry."),
        ("act", "handlingens slag, som reservation.", "the act, such as reservation."),
        ("stance", "ställningen, som against.", "the stance, such as against."),
        ("person", "vem som undertecknade.", "who signed."),
    )
}


@report(
    "hits",
    sv="Allt som en sökning finner; orden anges med --set search=ORD.",
    en="Everything that a search finds; give the words by --set search=WORDS.",
    columns="date municipality body what act title party person stance text case_id"
    " document_id key page start end",
    shown="date body what act party title text",
    options=(WORDS, SORT, *NARROWER.values()),
)
def hits(
    reader: Reader, *, search: str, sort: str, **narrower: tuple[str, ...]
) -> pd.DataFrame:
    """See ``pipeline.search.all_rows``; of the choice, the words in the title are left
    aside."""
    query = query_of(reader.choice, search, sort=sort, **narrower)
    rows = map(attrgetter(*hits.columns), all_rows(reader.index, query))
    return pd.DataFrame(rows, columns=list(hits.columns))


@report(
    "usage",
    sv="Hur stor del av varje partis inlägg som handlar om det sökta, per år eller kvartal.",
    en="What part of each party's statements is about what was searched for, by period.",
    columns="period party hits n share low high level",
    options=(WORDS, PERIOD, *NARROWER.values()),
    behind="hits",
)
def used(
    reader: Reader, *, search: str, step: str, **narrower: tuple[str, ...]
) -> pd.DataFrame:
    """See ``pipeline.search.usage``; n are all statements of the party in the period."""
    query = query_of(reader.choice, search, **narrower)
    found = [asdict(row) for row in usage(reader.index, query, period=step)]
    table = pd.DataFrame(found, columns=[one.name for one in fields(Usage)])
    table = table.rename(columns={"statements": "n"})
    low, high = wilson(table["hits"].astype(float), table["n"].astype(float))
    level = levels(table["n"].astype(int))
    share = (table["hits"] / table["n"]).where(level != "few").astype(float)
    return table.assign(share=share, low=low, high=high, level=level)[list(used.columns)]


def query_of(choice: Choice, words: str, **more: object) -> Query:
    """A search within a choice: its place, time, parties, topic, kind of item, and whether
    contested matters only."""
    one = {
        "municipality": choice.municipality,
        "body": choice.body,
        "topic": choice.topic,
        "item_type": choice.item_type,
    }
    many: dict[str, object] = {name: (value,) for name, value in one.items() if value}
    return Query(
        words=words,
        party=choice.parties,
        start=choice.start,
        end=choice.end,
        contested=choice.contested,
        **many | more,  # type: ignore[arg-type]
    )
