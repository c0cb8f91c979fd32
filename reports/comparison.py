"""A report on which decisions had these parties for and those against."""

import pandas as pd

from analytics.comparison import compare as compare_of
from analytics.comparison import match_share
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
    found, every = _found(
        reader,
        {"supports": supports, "against": against, "abstained": abstained},
        contested_only=contested_only,
        silence=silence,
    )
    return opened(found[["decision", "match"]], every)


@report(
    "compare_share",
    sv="Hur ofta de nämnda partierna stod som efterfrågat, där alla har en sida.",
    en="How often the named parties stood as asked, where all of them have a side.",
    columns="n agree share low high level",
    options=(SUPPORTS, AGAINST, ABSTAINED, CONTESTED, SILENCE),
    behind="compare",
)
def compare_share(
    reader: Reader, *, contested_only: bool, silence: bool, **named: tuple[str, ...]
) -> pd.DataFrame:
    """See ``analytics.comparison.match_share``; of the rows of ``compare``."""
    found, _ = _found(reader, named, contested_only=contested_only, silence=silence)
    return match_share(found)


def _found(
    reader: Reader, named: dict[str, tuple[str, ...]], *, contested_only: bool, silence: bool
) -> tuple[pd.DataFrame, Reader]:
    """What was found, and the reader of all parties' decisions. Raises UsageError."""
    letters = [letter for group in named.values() for letter in group]
    if not letters or len(set(letters)) < len(letters):
        raise UsageError(
            "Ange partier med --set supports=, against= eller abstained=, var för sig."
        )
    every = reader.widened(parties=())
    found = compare_of(
        every.stances,
        supports=named["supports"],
        against=named["against"],
        abstained=named["abstained"],
        contested_only=contested_only,
        silence=silence,
    )
    return found, every
