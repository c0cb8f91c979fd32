"""What is kept between reruns: tables, shared by all sessions, and the opened snapshot."""

import gc
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, MutableMapping
from functools import lru_cache, wraps
from pathlib import Path
from threading import Lock
from typing import Any, ParamSpec, cast

import duckdb
import pandas as pd
import streamlit as st

from pipeline.storage.snapshot import open_database

_Given = ParamSpec("_Given")
_HELD: dict[tuple[str, int], duckdb.DuckDBPyConnection] = {}
_SHELVES: dict[tuple[str, int], "Shelf"] = {}
_OPENING = Lock()
ROOM = 500_000_000
"""Bytes of tables that are kept of a snapshot."""


class Shelf(MutableMapping[Hashable, Any]):
    """Tables by what they answer, for all sessions, and other things that tell their
    ``nbytes``; those asked for longest ago make room."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._tables: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._lock = Lock()

    def __getitem__(self, key: Hashable) -> Any:
        with self._lock:
            self._tables.move_to_end(key)
            return self._tables[key][0]

    def __setitem__(self, key: Hashable, table: Any) -> None:
        columns = [own for _, own in table.items()] if hasattr(table, "items") else [table]
        size = sum(int(column.nbytes) for column in columns)
        with self._lock:
            self._forget(key)
            self._tables[key] = table, size
            self._room -= size
            while self._room < 0:
                self._forget(next(iter(self._tables)))

    def __delitem__(self, key: Hashable) -> None:
        with self._lock:
            self._forget(key)

    def _forget(self, key: Hashable) -> None:
        _, size = self._tables.pop(key, (None, 0))
        self._room += size

    def __iter__(self) -> Iterator[Hashable]:
        return iter(tuple(self._tables))

    def __len__(self) -> int:
        return len(self._tables)


def shared(
    most: int,
) -> Callable[[Callable[_Given, pd.DataFrame]], Callable[_Given, pd.DataFrame]]:
    """Keeps the ``most`` latest tables of a read for all sessions.

    Tables are handed out without being pickled, which costs more than most queries: a shallow
    copy each, whose values pandas copies when somebody changes them.
    """

    def kept(read: Callable[_Given, pd.DataFrame]) -> Callable[_Given, pd.DataFrame]:
        # what is asked is plain and frozen: no need to write it all out, as Streamlit does
        remembered = cast(Callable[_Given, pd.DataFrame], lru_cache(maxsize=most)(read))

        @wraps(read)
        def table(*args: _Given.args, **kwargs: _Given.kwargs) -> pd.DataFrame:
            return remembered(*args, **kwargs).copy(deep=False)

        return table

    return kept


def cursor(path: str, changed: int) -> duckdb.DuckDBPyConnection:
    """A cursor of one's own in a database that stays open, with what it has read in memory.

    Only one is held: a new snapshot, or a file that was changed (ns), closes the one before;
    cursors that are still at work keep theirs. Raises StoreError.
    """
    with _OPENING:
        if (path, changed) not in _HELD:
            while _HELD:
                _HELD.popitem()[1].close()
            _HELD[path, changed] = open_database(Path(path))
        return _HELD[path, changed].cursor()


def shelf(path: str, changed: int) -> Shelf:
    """What is kept of a snapshot; that of the one before is forgotten."""
    with _OPENING:
        if (path, changed) not in _SHELVES:
            _SHELVES.clear()
            _SHELVES[path, changed] = Shelf()
        return _SHELVES[path, changed]


@st.cache_resource(show_spinner=False)
def settle(page: str) -> None:
    """To call when a page has run: what it loaded the first time is there to stay.

    Otherwise every full collection of garbage goes through all of it, which now and then makes
    a reader wait a tenth of a second.
    """
    gc.collect()
    gc.freeze()
