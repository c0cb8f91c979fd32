"""Reading the published snapshot. Loads DuckDB and nothing heavier: the dashboard uses it."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import duckdb

from pipeline.errors import StoreError
from pipeline.models import Tables
from pipeline.search.index import SearchIndex
from pipeline.storage.decisions import DERIVED
from pipeline.storage.layout import SEARCH, database_path, published_number, store_of
from pipeline.storage.namesakes import NAMESAKES, VIEWS
from pipeline.storage.schema import columns, record_of


def snapshot_path(store: Path) -> Path | None:
    """The database that ``CURRENT`` names; None when the store is missing or empty."""
    number = published_number(store)
    return None if number is None else database_path(store, number)


def open_search(store: Path) -> SearchIndex:
    """The search index of the published snapshot; it stays as it is when the next one comes.

    Raises StoreError, saying what to do, when there is no store or nothing published in it.
    """
    return search_of(published(store))


def search_of(database: Path) -> SearchIndex:
    """The search index of the snapshot that ``database`` lies in. Raises StoreError."""
    folder = database.parent
    return SearchIndex(folder / SEARCH, snapshot=int(folder.name))


def open_snapshot(store: Path) -> duckdb.DuckDBPyConnection:
    """The published snapshot, read-only; an ingest can run meanwhile and publish the next one.

    Raises StoreError, saying what to do, when there is no store, nothing published in it, or
    only what another version of the program built.
    """
    connection = open_database(published(store))
    try:
        check_form(connection, store)
    except StoreError:
        connection.close()
        raise
    return connection


def open_database(path: Path) -> duckdb.DuckDBPyConnection:
    """The database of one snapshot, read-only. Raises StoreError, saying what to do."""
    try:
        return duckdb.connect(path, read_only=True)
    except duckdb.Error as error:
        store = store_of(path)
        message = f"Lagret {store} går inte att öppna ({error}); {_remedy(store)} igen."
        raise StoreError(message) from error


@cache
def form() -> str:
    """What tables and columns this version of the program reads, as a short code."""
    tables = [(table, columns(record_of(table))) for table in columns(Tables)]
    return sha256(repr((tables, NAMESAKES, VIEWS, DERIVED)).encode()).hexdigest()[:16]


def check_form(connection: duckdb.DuckDBPyConnection, store: Path) -> None:
    """Raise StoreError when the snapshot was built by another version of the program."""
    try:
        told = connection.execute("FROM form").fetchall()
    except duckdb.CatalogException:  # a version that did not tell
        told = []
    if told != [(form(),)]:
        raise StoreError(
            f"Lagret {store} byggdes av en annan version av programmet; {_remedy(store)} igen."
        )


def published(store: Path) -> Path:
    """The database that is published. Raises StoreError, saying what to do, where none is."""
    if not store.is_dir():
        raise StoreError(f"Det finns inget lager i {store}; {_remedy(store)}.")
    path = snapshot_path(store)
    if path is None:
        raise StoreError(f"Inga dokument är inlästa i lagret {store}; {_remedy(store)}.")
    return path


def _remedy(store: Path) -> str:
    return f"läs in dokument med: standpunkt ingest MAPP --store {store}"
