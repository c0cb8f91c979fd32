"""Publishing a snapshot: tables and search index built aside, named, and then pointed to in
one atomic step."""

import hashlib
from pathlib import Path
from typing import NamedTuple

import duckdb

from pipeline.errors import StoreError
from pipeline.reference import extractor_version, mandates, meetings, parties
from pipeline.search.indexing import index_version
from pipeline.search.indexing import update as update_index
from pipeline.storage import layout
from pipeline.storage.building import build
from pipeline.storage.corrections import read_log
from pipeline.storage.lock import writing
from pipeline.storage.parts import last_numbers
from pipeline.storage.snapshot import form, open_snapshot, published

KEPT = 2
"""The newest, and the one before: a reader may just have looked it up."""


class Published(NamedTuple):
    """A snapshot that is published: its number, how many documents it holds, and what it was
    made of."""

    number: int
    documents: int
    recipe: str


def publish(store: Path) -> Published:
    """A snapshot of all that the store's parts hold; a new one only if need be.

    To be called by the one who holds the store for writing. Raises StoreError when the tables
    cannot be built (a full disk); the snapshot before then stays.
    """
    recipe = _recipe(store)
    published = layout.published_number(store)
    before = None if published is None else _told(store, published)
    if before is not None and before.recipe == recipe:
        return before
    number = max(layout.snapshot_numbers(store), default=0) + 1
    aside = layout.snapshots_folder(store) / f"{layout.UNFINISHED}{number}"
    aside.mkdir(parents=True)
    try:
        _fill(aside, store=store, number=number, recipe=recipe, published=published)
    except duckdb.Error as error:
        message = (
            f"Tabellerna i lagret {store} kunde inte byggas; det förra läget gäller: {error}"
        )
        raise StoreError(message) from error
    layout.put_in_place(aside, layout.snapshots_folder(store) / str(number))
    layout.write_durably(store / "CURRENT", f"{number}\n".encode("ascii"))
    layout.prune(store, keep=KEPT)
    return _read(store, number)


def republish(store: Path) -> int:
    """The number of a snapshot with the corrections and reference rows of now; no document is
    read again.

    Raises StoreError when somebody else is writing, or nothing is published yet.
    """
    published(store)
    with writing(store):
        layout.sweep(store)
        return publish(store).number


def _fill(
    aside: Path, *, store: Path, number: int, recipe: str, published: int | None
) -> None:
    """Write database and index of a new snapshot, from those of the ``published`` one."""
    database, former, index = aside / layout.DATABASE, None, None
    if published is not None:
        former = layout.database_path(store, published)
        index = layout.search_folder(store, published)
    build(database, store=store, number=number, recipe=recipe, former=former)
    layout.flush(database)
    update_index(aside / layout.SEARCH, database=database, former=index)
    layout.flush(aside / layout.SEARCH)


def _recipe(store: Path) -> str:
    known = (parties(), mandates(), meetings(), form(), index_version())
    ingredients = (extractor_version(), last_numbers(store), known, read_log(store))
    return hashlib.sha256(repr(ingredients).encode()).hexdigest()


def _told(store: Path, number: int) -> Published | None:
    try:
        return _read(store, number)
    except (StoreError, duckdb.Error):  # one that cannot be read: built anew
        return None


def _read(store: Path, number: int) -> Published:
    with open_snapshot(store) as connection:
        told = connection.execute("SELECT documents, recipe FROM meta").fetchone() or (0, "")
    return Published(number, *told)
