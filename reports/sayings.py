"""Reports on what parties said, in order: the timeline, shifts and demands, each with its
quote."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from analytics.matters import codes_of, first_of
from analytics.shifts import kept_words as kept_words_of
from analytics.shifts import shifts as shifts_of
from analytics.timeline import timeline as timeline_of
from reports import patterns, queries, register
from reports.fetching import WORDS
from reports.lead_links import stood_twice
from reports.reader import Reader
from reports.report import Option, report

SIDE = "day body title outcome stance quote page start end document_id case_id"
SIDED = " ".join(f"{side}_{name}" for side in ("first", "second") for name in SIDE.split())
ABOUT = Option(
    "about",
    None,
    "bara där ordet står i rubriken eller citatet.",
    "only where the word stands.",
)
KIND = Option("kind", None, "bara ett slags meningar, som krav.", "one kind of sentence only.")


@report(
    "timeline",
    sv="Vad partierna har sagt och gjort i en fråga, senaste först, med citat.",
    en="What the parties have said and done on an issue, newest first, with quotes.",
    columns="date body title party source act stance outcome wish quote page start end"
    " document_id case_id decision",
    shown="date body title party act stance outcome wish quote",
    options=(ABOUT,),
)
def timeline(reader: Reader, *, about: str | None) -> pd.DataFrame:
    """See ``analytics.timeline.timeline``. A position and the statement that it rests on, by
    the same quote, are one row."""
    rows = timeline_of(_said(reader), words=about)
    same = codes_of(rows, ["party", "document_id", "start", "end", "quote"])
    by_source = np.argsort((rows["source"] != "position").to_numpy(), kind="stable")
    single = by_source[np.sort(first_of(same[by_source]))]
    order = ["day", "decision", "party", "start"]
    times = rows[order].take(single).assign(place=single)
    newest = times.sort_values(order, ascending=False)["place"]
    names = [name for name in timeline.columns if name != "date"]
    told = rows[["day", *names]].take(newest.to_numpy())
    return told.assign(date=_iso(told["day"]))[list(timeline.columns)]


@report(
    "shifts",
    sv="Där ett parti ville en sak och senare motsatsen, med de två citaten.",
    en="Where a party wanted one thing and later the opposite, with the two quotes.",
    columns=f"municipality party link recurring place_changed {SIDED}",
    shown="party link first_day first_title first_quote second_day second_title second_quote",
    options=(ABOUT,),
    behind="timeline",
)
def shifts(reader: Reader, *, about: str | None) -> pd.DataFrame:
    """See ``analytics.shifts.shifts``; the newest first.

    The earlier position is sought in all that is read of the municipality; the choice of
    topic and words is about the later one, ``about`` about either.
    """
    return _compared(reader, about, shifts_of)


@report(
    "kept_words",
    sv="Där ett parti kom till makten, eller lämnade den, och ville detsamma, med citaten.",
    en="Where a party came to govern, or left, and still wanted the same, with both quotes.",
    columns=f"municipality party link recurring place_changed {SIDED}",
    shown="party link first_day first_title first_quote second_day second_title second_quote",
    options=(ABOUT,),
    behind="timeline",
)
def kept_words(reader: Reader, *, about: str | None) -> pd.DataFrame:
    """See ``analytics.shifts.kept_words``; sought and chosen as in ``shifts``."""
    return _compared(reader, about, kept_words_of)


@report(
    "party_demands",
    sv="Vad partierna kräver, stöder, kritiserar och undrar, mening för mening.",
    en="What the parties demand, support, criticise and ask, sentence by sentence.",
    columns="date body title party kind addressee negated quote page start end document_id"
    " case_id",
    shown="date body title party kind addressee quote",
    options=(KIND,),
)
def party_demands(reader: Reader, *, kind: str | None) -> pd.DataFrame:
    """See ``register.DEMANDS``."""
    rows = reader.table(register.DEMANDS, reader.choice.parameters())
    return rows.loc[rows["kind"] == kind if kind else slice(None), list(party_demands.columns)]


def _compared(
    reader: Reader, about: str | None, find: Callable[[pd.DataFrame], pd.DataFrame]
) -> pd.DataFrame:
    """Two positions of a party beside each other, the newest first."""
    whole = reader.widened(topic=None, words=None)
    found = find(stood_twice(whole))
    chosen = found[found["second_decision"].isin(_chosen(reader))]
    sides = _cases(whole, chosen)
    days = {f"{side}_day": _iso(chosen[f"{side}_day"]) for side in ("first", "second")}
    told = chosen.assign(**sides, **days)[list(shifts.columns)]
    return told[_mentions(told, about)].iloc[::-1]


def _cases(reader: Reader, found: pd.DataFrame) -> dict[str, pd.Series]:
    """The case of either side's decision; of no more decisions than those found."""
    numbers = {side: found[f"{side}_decision"] for side in ("first", "second")}
    named = sorted({int(one) for side in numbers.values() for one in side})
    told = reader.table(queries.CASES_OF, {"named": named}).set_index("decision")["case_id"]
    return {f"{side}_case_id": own.map(told).astype(WORDS) for side, own in numbers.items()}


def _said(reader: Reader) -> pd.DataFrame:
    return reader.rows(patterns.TIMELINE)


def _chosen(reader: Reader) -> pd.Series:
    return pd.Series(reader.widened(parties=()).numbers)


def _mentions(table: pd.DataFrame, about: str | None) -> pd.Series:
    """Whether a word stands in a title or a quote of either side."""
    word = (about or "").lower()
    names = ("first_title", "first_quote", "second_title", "second_quote")
    held = [
        table[name].fillna("").astype(str).str.lower().str.contains(word, regex=False)
        for name in names
    ]
    return pd.concat(held, axis=1).any(axis=1)


def _iso(days: pd.Series) -> pd.Series:
    codes, every = pd.factorize(pd.to_datetime(days))
    written = np.append(pd.DatetimeIndex(every).strftime("%Y-%m-%d"), np.nan)
    return pd.Series(written[codes], days.index, dtype=object)
