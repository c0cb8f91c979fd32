"""What is kept between reruns: tables, shared by all sessions, and the opened snapshot."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from threading import Lock
from typing import ParamSpec

import duckdb
import pandas as pd
import streamlit as st

from pipeline.storage.snapshot import open_database

_Given = ParamSpec("_Given")
_HELD: dict[tuple[str, int], duckdb.DuckDBPyConnection] = {}
_OPENING = Lock()


def shared(
    most: int,
) -> Callable[[Callable[_Given, pd.DataFrame]], Callable[_Given, pd.DataFrame]]:
    """Keeps the ``most`` latest tables of a read for all sessions.

    Tables are handed out without being pickled, which costs more than most queries: a shallow
    copy each, whose values pandas copies when somebody changes them.
    """

    def kept(read: Callable[_Given, pd.DataFrame]) -> Callable[_Given, pd.DataFrame]:
        remembered = st.cache_resource(show_spinner=False, max_entries=most)(read)

        @wraps(read)
        def table(*args: _Given.args, **kwargs: _Given.kwargs) -> pd.DataFrame:
            found: pd.DataFrame = remembered(*args, **kwargs)
            return found.copy(deep=False)

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
