"""Reports on one pair of parties: by topic or body, and over time."""

import numpy as np
import pandas as pd

from analytics.periods import MONTHS, Step, terms
from analytics.slices import agreement_by as agreement_by_of
from analytics.slices import agreement_in, pair_in_time, slice_decisions
from pipeline.errors import UsageError
from reports.opening import opened
from reports.reader import Reader
from reports.report import CONTESTED, PAIR, SILENCE, Option, report
from reports.substance import FORMALIA

BY = Option(
    "by",
    "topic",
    "vad besluten delas upp efter.",
    "what the decisions are divided by.",
    values=("topic", "body", "item_type", "municipality", "mandate", "half", "year", "term"),
)
STEP = Option(
    "step",
    "year",
    "hur långa perioderna är.",
    "how long the periods are.",
    values=("half", "year", "term"),
)


@report(
    "agreement_by",
    sv="Hur ofta två partier stod på samma sida, per ämne, organ, slag eller tid.",
    en="How often two parties stood on the same side, by topic, body, kind of item or time.",
    columns="slice first second n same different one neither agree share low high level",
    shown="slice first second n share low high same different one neither level",
    options=(BY, CONTESTED, SILENCE),
    behind="pair_by",
)
def agreement_by(
    reader: Reader, *, by: str, contested_only: bool, silence: bool
) -> pd.DataFrame:
    """See ``analytics.slices.agreement_by``; formalia are left out."""
    how = {"contested_only": contested_only, "silence": silence}
    if by == "body":  # there a matter counts in each
        made = agreement_by_of(reader.stances, reader.alternatives, by=by, **how)
    else:
        made = agreement_in(reader.gathered(**how).rows, reader.alternatives, by=by)
    return _sliced(made, by)


@report(
    "pair_by",
    sv="Besluten bakom tabellen agreement_by för ett par; ange partierna med --pair S,M.",
    en="The decisions behind the table agreement_by for one pair; name it by --pair.",
    columns="date body title slice first_stance second_stance kind agree case_id decision",
    options=(PAIR, BY, CONTESTED, SILENCE),
)
def pair_by(
    reader: Reader, *, pair: tuple[str, ...], by: str, contested_only: bool, silence: bool
) -> pd.DataFrame:
    """See ``analytics.slices.slice_decisions``."""
    rows = slice_decisions(
        reader.stances,
        reader.alternatives,
        by=by,
        pair=two(pair),
        contested_only=contested_only,
        silence=silence,
    )
    return opened(_sliced(rows, by), reader)


@report(
    "pair_over_time",
    sv="Två partiers samsyn över tid, bruten vid val och byten av styre; ange --pair S,M.",
    en="The agreement of two parties over time, broken at elections and new majorities.",
    columns="start end break n same different one neither agree share low high level",
    options=(PAIR, STEP, CONTESTED, SILENCE),
    behind="pair",
)
def pair_over_time(
    reader: Reader, *, pair: tuple[str, ...], step: Step, contested_only: bool, silence: bool
) -> pd.DataFrame:
    """See ``analytics.slices.pair_over_time``. ``break`` is "election" or "majority" where the
    stretch follows on one of these."""
    counted = reader.gathered(contested_only=contested_only, silence=silence).rows
    rows = pair_in_time(counted, reader.alternatives, pair=two(pair), step=step)
    rows = rows.astype(dict.fromkeys(("period", "term", "mandate"), "datetime64[us]"))
    made = pd.concat([_stretches(rows, step), rows], axis=1)
    return made[list(pair_over_time.columns)]


def two(pair: tuple[str, ...]) -> tuple[str, str]:
    """A pair that names two parties. Raises UsageError."""
    if len(pair) != 2 or pair[0] == pair[1]:
        raise UsageError("Ange två olika partier, till exempel --pair S,M.")
    return pair[0], pair[1]


def _sliced(table: pd.DataFrame, by: str) -> pd.DataFrame:
    """The slice as text, a time by its first day; formalia are no topic."""
    days = pd.api.types.is_datetime64_any_dtype(table[by])
    written = table[by].dt.strftime("%Y-%m-%d") if days else table[by].astype(str)
    named = table.assign(**{by: written}).rename(columns={by: "slice"})
    return named[named["slice"] != FORMALIA]


def _stretches(rows: pd.DataFrame, step: Step) -> pd.DataFrame:
    """``start`` and ``end`` of each row as ISO dates, and its ``break``."""
    known = rows[["period", "term", "mandate"]]
    start = known.max(axis=1).astype("datetime64[us]")
    breaks = np.unique(known[["term", "mandate"]].stack().to_numpy("datetime64[us]"))
    following = np.append(breaks, np.datetime64("NaT", "us"))
    after = following[np.searchsorted(breaks, start.to_numpy("datetime64[us]"), side="right")]
    end = np.fmin(_ends(rows["period"], step).to_numpy("datetime64[us]"), after)
    days = pd.DataFrame({"start": start, "end": pd.Series(end) - pd.Timedelta(days=1)})
    written = {name: days[name].dt.strftime("%Y-%m-%d") for name in days}
    return pd.DataFrame({**written, "break": _kinds_of_break(rows)})


def _ends(periods: pd.Series, step: Step) -> pd.Series:
    """The day after each period."""
    if step == "term":
        # a term is four years and at most a few weeks
        return terms(periods + pd.DateOffset(years=4, months=1))
    return periods + pd.DateOffset(months=MONTHS[step])


def _kinds_of_break(rows: pd.DataFrame) -> pd.Series:
    before = rows[["term", "mandate"]].shift()
    changed = (rows[["term", "mandate"]] != before) & before.notna()
    elected, majority = changed["term"], changed["mandate"] & rows["mandate"].notna()
    kinds: pd.Series = pd.Series([None] * len(rows), index=rows.index, dtype=object)
    return kinds.mask(majority, "majority").mask(elected, "election")
