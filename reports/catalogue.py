"""Every table that a page shows and the command line prints, by name.

To add one: a function with the decorator ``report`` in the file of its noun, and the file in
``ROOMS``.
"""

from typing import Any

import pandas as pd

from pipeline.errors import UsageError
from reports import (
    agenda,
    agreement,
    blocs,
    comparison,
    conflict,
    decisions,
    documents,
    issues,
    latest,
    leads,
    ledger,
    lookup,
    majority,
    matters,
    pairs,
    parties,
    party,
    person,
    power,
    sayings,
    searching,
    signing,
    votes,
    wordings,
)
from reports.reader import Reader
from reports.report import Report

ROOMS = (
    decisions,
    agreement,
    majority,
    power,
    wordings,
    leads,
    parties,
    documents,
    votes,
    conflict,
    issues,
    searching,
    party,
    sayings,
    person,
    pairs,
    blocs,
    signing,
    comparison,
    matters,
    latest,
    agenda,
    lookup,
    ledger,
)


REPORTS: dict[str, Report] = {
    found.name: found
    for room in ROOMS
    for found in vars(room).values()
    if isinstance(found, Report)
}


def named(name: str) -> Report:
    """The report of a name. Raises UsageError, listing those there are."""
    if name not in REPORTS:
        raise UsageError(f"Ingen tabell heter {name}; välj någon av {', '.join(REPORTS)}.")
    return REPORTS[name]


def make(name: str, reader: Reader, **options: Any) -> pd.DataFrame:
    """The table of a report, plain and picklable: no categories, lists for several values.

    Options left out have their defaults. Raises UsageError for a name or an option that does
    not exist.
    """
    chosen = named(name)
    known = {option.name: option for option in chosen.options}
    for given in options.keys() - known.keys():
        raise UsageError(f"Tabellen {name} har inget val {given}; den har {_listed(known)}.")
    values = {
        key: option.checked(options.get(key, option.default)) for key, option in known.items()
    }
    return _plain(chosen.make(reader, **values))


def _listed(known: dict[str, Any]) -> str:
    return ", ".join(known) or "inga"


def _plain(table: pd.DataFrame) -> pd.DataFrame:
    words = table.select_dtypes("category").columns
    # copied, since DuckDB does not read the memory of a table that was turned round
    return table.astype(dict.fromkeys(words, object)).reset_index(drop=True).copy()
