"""Reading the published snapshot. Loads DuckDB and nothing heavier: the dashboard uses it."""

from pathlib import Path

import duckdb

from pipeline.errors import StoreError
from pipeline.search.index import SearchIndex
from pipeline.storage.layout import database_path, published_number, search_folder


def snapshot_path(store: Path) -> Path | None:
    """The database that ``CURRENT`` names; None when the store is missing or empty."""
    number = published_number(store)
    return None if number is None else database_path(store, number)


def open_search(store: Path) -> SearchIndex:
    """The search index of the published snapshot; it stays as it is when the next one comes.

    Raises StoreError, saying what to do, when there is no store or nothing published in it.
    """
    _require(store)
    number = published_number(store) or 0
    return SearchIndex(search_folder(store, number), snapshot=number)


def open_snapshot(store: Path) -> duckdb.DuckDBPyConnection:
    """The published snapshot, read-only; an ingest can run meanwhile and publish the next one.

    Raises StoreError, saying what to do, when there is no store or nothing published in it.
    """
    path = _require(store)
    try:
        return duckdb.connect(path, read_only=True)
    except duckdb.Error as error:
        message = f"Lagret {store} går inte att öppna ({error}); {_remedy(store)} igen."
        raise StoreError(message) from error


def _require(store: Path) -> Path:
    if not store.is_dir():
        raise StoreError(f"Det finns inget lager i {store}; {_remedy(store)}.")
    path = snapshot_path(store)
    if path is None:
        raise StoreError(f"Inga dokument är inlästa i lagret {store}; {_remedy(store)}.")
    return path


def _remedy(store: Path) -> str:
    return f"läs in dokument med: standpunkt ingest MAPP --store {store}"
