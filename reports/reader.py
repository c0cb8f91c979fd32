"""The tables of one choice, each read from the snapshot when it is first asked for."""

import re
from collections.abc import Callable, Hashable, Mapping, MutableMapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.breaks import breaks
from analytics.sides import Gathered, gathered
from pipeline.search import SearchIndex
from pipeline.storage.snapshot import search_of
from reports import queries
from reports.choice import Choice
from reports.fetching import fetched

_PARAMETER = re.compile(r"\$(\w+)")


Shelf = MutableMapping[Hashable, Any]
"""Tables of one snapshot, and what is gathered from them, by what they answer."""
Made = TypeVar("Made")


class Reader:
    """Reads what reports are made of, and keeps it. Columns: see ``reports/queries.py``.

    What a choice takes of a municipality's stances is cut out of all of them, which with a
    ``shelf`` are read once for every choice.
    """

    def __init__(
        self,
        connection: duckdb.DuckDBPyConnection,
        choice: Choice,
        shelf: Shelf | None = None,
    ) -> None:
        self.connection = connection
        self.choice = choice
        self.shelf = shelf

    def widened(self, **changes: Any) -> "Reader":
        """A reader of the same snapshot with some of the choice changed."""
        return Reader(self.connection, replace(self.choice, **changes), self.shelf)

    def table(self, sql: str, parameters: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """The answer to a query; of the parameters, those that it names are given."""
        named = set(_PARAMETER.findall(sql))
        given = {name: value for name, value in (parameters or {}).items() if name in named}
        key = sql, *((name, _fixed(value)) for name, value in sorted(given.items()))
        return self.kept(key, lambda: self._read(sql, given))

    def kept(self, key: Hashable, make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """The table that stands on the shelf, or else is made and put there."""
        return self.held(key, make).copy(deep=False)

    def held(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The same for what nobody changes and need not be a table."""
        if self.shelf is None:
            return make()
        found: Made | None = self.shelf.get(key)
        if found is None:
            found = self.shelf[key] = make()
        return found

    def of_each(self, name: str, work: Callable[["Reader"], pd.DataFrame]) -> pd.DataFrame:
        """What is worked out of each decision by itself, whoever is asked for: with a shelf it
        is worked out of the whole, and what a choice takes of it is cut out."""
        asked = replace(self.choice, parties=())
        if self.shelf is None or asked == self._whole:
            return self.kept((name, asked), lambda: work(self.widened(parties=())))
        whole = Reader(self.connection, self._whole, self.shelf)
        return self.kept(
            (name, asked),
            lambda: self._chosen(whole.of_each(name, work)),
        )

    def rows(self, sql: str) -> pd.DataFrame:
        """The answer to a query each of whose rows is told by its decision alone: with a shelf
        it is asked once for the chosen parties, and what a choice takes of it is cut out."""
        if self.shelf is None:
            return self.table(sql, self.choice.parameters())
        return self._cut(sql, whole=replace(self._whole, parties=self.choice.parties))

    def _read(self, sql: str, given: Mapping[str, Any]) -> pd.DataFrame:
        return fetched(self.connection, sql, given)

    @cached_property
    def decisions(self) -> pd.DataFrame:
        """One row per case and body that decided, newest first."""
        return self.table(queries.DECISIONS, self.choice.parameters())

    @property
    def numbers(self) -> npt.NDArray[np.int64]:
        """The numbers of the chosen decisions, with the chosen parties."""
        sql = queries.NUMBERS_OF_PARTIES if self.choice.parties else queries.NUMBERS
        found = self.table(sql, self.choice.parameters())["decision"]
        return found.to_numpy(dtype=np.int64)

    @cached_property
    def headings(self) -> pd.DataFrame:
        """What is needed to name the same decisions, in the same order."""
        return self._cut(queries.HEADINGS, of_parties=True)

    @cached_property
    def stances(self) -> pd.DataFrame:
        """One row per decision and party, silence and absence too."""
        return self._of_parties(queries.STANCES)

    @cached_property
    def alternatives(self) -> pd.DataFrame:
        """What each dissenting party stands behind."""
        return self._of_parties(queries.ALTERNATIVES)

    def gathered(self, *, contested_only: bool, silence: bool) -> Gathered:
        """What pairs of parties are counted on; see ``analytics.sides``."""
        return self.held(
            ("gathered", self.choice, contested_only, silence),
            lambda: gathered(
                self.stances,
                self.alternatives,
                contested_only=contested_only,
                silence=silence,
            ),
        )

    @cached_property
    def seats(self) -> pd.DataFrame:
        """Serving members per decision, party and side."""
        return self._cut(queries.SEATS)

    @cached_property
    def decided(self) -> pd.DataFrame:
        """How each decision was settled, and how many parties governed."""
        return self._cut(queries.DECIDED)

    @cached_property
    def mandates(self) -> pd.DataFrame:
        """Who governed, from and to a date, with the source."""
        return self._of_place(queries.MANDATES)

    def breaks(self, municipality: str) -> pd.DataFrame:
        """Its elections and changes of majority; see ``analytics.breaks``."""
        key = "breaks", municipality, self.choice.municipality
        return self.kept(key, lambda: breaks(self.mandates, municipality))

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

    @property
    def _whole(self) -> Choice:
        """What choices are cut out of."""
        return Choice(municipality=self.choice.municipality, contested=self.choice.contested)

    def _of_parties(self, sql: str) -> pd.DataFrame:
        rows, asked = self._cut(sql), self.choice.parties
        return rows[rows["party"].isin(asked)] if asked else rows

    def _cut(
        self, sql: str, *, of_parties: bool = False, whole: Choice | None = None
    ) -> pd.DataFrame:
        """The rows of a query that are of the chosen decisions, of all or of those with the
        chosen parties."""
        every = whole or self._whole
        own = self.choice.parties if of_parties else every.parties
        asked = replace(self.choice, parties=own)
        if asked == every:
            return self.table(sql, asked.parameters())
        return self.kept(
            (sql, asked),
            lambda: self._chosen(self.table(sql, every.parameters()), of_parties=of_parties),
        )

    def _chosen(self, rows: pd.DataFrame, *, of_parties: bool = False) -> pd.DataFrame:
        chosen = (self if of_parties else self.widened(parties=())).numbers
        marks = np.zeros(chosen.max(initial=-1) + 2, dtype=bool)  # the last is nobody's
        marks[chosen] = True
        place = np.minimum(rows["decision"].to_numpy(dtype=np.int64), len(marks) - 1)
        return _taken(rows, np.flatnonzero(marks[place])).reset_index(drop=True)

    def _of_place(self, sql: str) -> pd.DataFrame:
        return self.table(sql, {"municipality": self.choice.municipality})


def _taken(rows: pd.DataFrame, places: npt.NDArray[np.int64]) -> pd.DataFrame:
    """The rows at these places, in order; an unbroken run of them without copying it."""
    if len(places) and places[-1] - places[0] + 1 == len(places):
        return rows.iloc[places[0] : places[-1] + 1]
    return rows.take(places)


def _fixed(value: Any) -> Hashable:
    return tuple(value) if isinstance(value, list) else value
