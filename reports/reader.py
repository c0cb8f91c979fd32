"""The tables of one choice, each read from the snapshot when it is first asked for."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from pipeline.search import SearchIndex
from pipeline.storage.snapshot import search_of
from reports import queries
from reports.choice import Choice

_PARAMETER = re.compile(r"\$(\w+)")


class Reader:
    """Reads what reports are made of, and keeps it. Columns: see ``reports/queries.py``."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, choice: Choice) -> None:
        self.connection = connection
        self.choice = choice

    def widened(self, **changes: Any) -> "Reader":
        """A reader of the same snapshot with some of the choice changed."""
        return Reader(self.connection, replace(self.choice, **changes))

    def table(self, sql: str, parameters: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """The answer to a query; of the parameters, those that it names are given."""
        named = set(_PARAMETER.findall(sql))
        given = {name: value for name, value in (parameters or {}).items() if name in named}
        found: pd.DataFrame = self.connection.execute(sql, given).df()
        return found

    @cached_property
    def decisions(self) -> pd.DataFrame:
        """One row per case and body that decided, newest first."""
        return self.table(queries.DECISIONS, self.choice.parameters())

    @cached_property
    def headings(self) -> pd.DataFrame:
        """What is needed to name the same decisions, in the same order."""
        return self.table(queries.HEADINGS, self.choice.parameters())

    @cached_property
    def stances(self) -> pd.DataFrame:
        """One row per decision and party, silence and absence too."""
        return self.table(queries.STANCES, self.choice.parameters())

    @cached_property
    def alternatives(self) -> pd.DataFrame:
        """What each dissenting party stands behind."""
        return self.table(queries.ALTERNATIVES, self.choice.parameters())

    @cached_property
    def seats(self) -> pd.DataFrame:
        """Serving members per decision, party and side."""
        return self.table(queries.SEATS, self.choice.parameters())

    @cached_property
    def mandates(self) -> pd.DataFrame:
        """Who governed, from and to a date, with the source."""
        return self._of_place(queries.MANDATES)

    @cached_property
    def parties(self) -> pd.DataFrame:
        """What the letters of a party mean, and where."""
        return self._of_place(queries.PARTIES)

    @cached_property
    def people(self) -> pd.DataFrame:
        """Persons under all spellings, with their parties."""
        return self._of_place(queries.PEOPLE)

    @cached_property
    def places(self) -> pd.DataFrame:
        """Municipality and body of every decision, with counts and dates."""
        return self.table(queries.PLACES)

    @cached_property
    def coverage(self) -> pd.DataFrame:
        """Per municipality and body: meetings, documents, cases, first and last date."""
        return self.table(queries.COVERAGE, self.choice.place_and_time())

    @cached_property
    def documents(self) -> pd.DataFrame:
        """The documents without their texts, newest first."""
        return self.table(queries.DOCUMENTS, self.choice.place_and_time())

    @cached_property
    def failures(self) -> pd.DataFrame:
        """What could not be read, and why."""
        return self.table(queries.FAILURES)

    @cached_property
    def index(self) -> SearchIndex:
        """The search index of the same snapshot."""
        paths = "SELECT path FROM duckdb_databases() WHERE NOT internal"
        (path,) = self.connection.execute(paths).fetchall()[0]
        return search_of(Path(path))

    def _of_place(self, sql: str) -> pd.DataFrame:
        return self.table(sql, {"municipality": self.choice.municipality})
