"""Documents read into a small store, and the tables that analyses are given."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analytics.lines import lines
from evaluation.corpus import extract_file
from pipeline.storage.snapshot import open_snapshot
from reports import queries, wordings
from reports.choice import Choice
from tests.stores import add


@dataclass(frozen=True)
class Read:
    """The tables of one store."""

    decisions: pd.DataFrame
    stances: pd.DataFrame
    alternatives: pd.DataFrame
    decided: pd.DataFrame
    absent: pd.DataFrame
    wordings: pd.DataFrame
    lines: pd.DataFrame

    def number(self, title: str, date: str) -> int:
        """The decision of that day whose title begins so."""
        rows = self.decisions[self.decisions["own"] & (self.decisions["date"] == date)]
        (found,) = rows.loc[rows["title"].str.startswith(title), "decision"]
        return int(found)


def read_documents(store: Path, paths: Iterable[Path]) -> Read:
    """Extract the files into a new store, and read every table of it."""
    add(store, *map(extract_file, paths))
    return read_store(store)


def read_store(store: Path) -> Read:
    """Every table of a store."""
    asked = Choice().parameters()
    of_all = {name: value for name, value in asked.items() if name != "parties"}
    with open_snapshot(store) as connection:

        def table(query: str) -> pd.DataFrame:
            given = asked if "$parties" in query else of_all
            return connection.execute(query, given).df()

        stances = table(queries.STANCES)
        return Read(
            decisions=table(queries.DECISIONS),
            stances=stances,
            alternatives=table(queries.ALTERNATIVES),
            decided=table(queries.DECIDED),
            absent=table(queries.ABSENT),
            wordings=table(wordings.WORDINGS),
            lines=lines(stances, table(queries.SEATS)),
        )
