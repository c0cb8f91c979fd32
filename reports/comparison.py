"""A report on which decisions had these parties for and those against."""

import pandas as pd

from analytics.comparison import compare as compare_of
from pipeline.errors import UsageError
from reports.opening import opened
from reports.reader import Reader
from reports.report import CONTESTED, SILENCE, Option, report


def _letters(name: str, sv: str, en: str) -> Option:
    return Option(name, (), sv, en)


SUPPORTS = _letters("supports", "partier för beslutet, t.ex. S,V.", "parties for.")
AGAINST = _letters("against", "partier emot beslutet, t.ex. M.", "parties against.")
ABSTAINED = _letters("abstained", "partier som avstod.", "parties that abstained.")


@report(
    "compare",
    sv="Besluten där de nämnda partierna har en sida, och om den är den efterfrågade.",
    en="The decisions in which the named parties have a side, and whether it is that asked.",
    columns="date body title match case_id decision",
    options=(SUPPORTS, AGAINST, ABSTAINED, CONTESTED, SILENCE),
)
def compare(
    reader: Reader,
    *,
    supports: tuple[str, ...],
    against: tuple[str, ...],
    abstained: tuple[str, ...],
    contested_only: bool,
    silence: bool,
) -> pd.DataFrame:
    """See ``analytics.comparison.compare``. The parties asked for stand above those of the
    choice. Raises UsageError where none, or one on two sides, is named."""
    named = (*supports, *against, *abstained)
    if not named or len(set(named)) < len(named):
        raise UsageError(
            "Ange partier med --supports, --against eller --abstained, var för sig."
        )
    every = reader.widened(parties=())
    found = compare_of(
        every.stances,
        supports=supports,
        against=against,
        abstained=abstained,
        contested_only=contested_only,
        silence=silence,
    )
    return opened(found[["decision", "match"]], every)
