"""Where things lie in a store, and how a file is put in place so that a crash cannot halve it.

CURRENT                              the number of the published snapshot
extractions/part-00000001.parquet    what was read, append-only
sources/part-00000001.parquet        which source names which document, append-only
corrections/3f2a91c07b44.jsonl       a correction, with all that was decided about it
uploads/3f2a91c07b44d0e1/p.pdf       a document that a reader uploaded, by its content
snapshots/1/standpunkt.duckdb        the tables, built aside and then published
snapshots/1/search/                  the search index over them, published with them
lock, writer.json                    who is writing
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DATABASE = "standpunkt.duckdb"
SEARCH = "search"
UNFINISHED = ".unfinished-"
"""Whatever begins so is half-made, and swept away by the next writer."""


def extractions_folder(store: Path) -> Path:
    """Parts with one row per document version."""
    return store / "extractions"


def sources_folder(store: Path) -> Path:
    """Parts with one row per source and run."""
    return store / "sources"


def corrections_folder(store: Path) -> Path:
    """One file per correction; a line is added for every decision about it."""
    return store / "corrections"


def uploads_folder(store: Path) -> Path:
    """Documents uploaded in the dashboard: a folder per content, in it the file."""
    return store / "uploads"


def snapshots_folder(store: Path) -> Path:
    """One numbered folder per snapshot."""
    return store / "snapshots"


def published_number(store: Path) -> int | None:
    """The number in ``CURRENT``; None when nothing is published."""
    current = store / "CURRENT"
    if not current.is_file():
        return None
    content = current.read_text("ascii").strip()
    return int(content) if content.isdecimal() else None


def database_path(store: Path, number: int) -> Path:
    """The database of snapshot ``number``."""
    return snapshots_folder(store) / str(number) / DATABASE


def store_of(database: Path) -> Path:
    """The store that the database of a snapshot lies in."""
    return database.parents[2]


def search_folder(store: Path, number: int) -> Path:
    """The search index of snapshot ``number``."""
    return snapshots_folder(store) / str(number) / SEARCH


def snapshot_numbers(store: Path) -> list[int]:
    """The numbers of all snapshot folders, published or not, in order."""
    folder = snapshots_folder(store)
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    return sorted(int(name) for name in names if name.isdecimal())


@contextmanager
def buildable(database: Path) -> Iterator[Path]:
    """Where to build ``database``; it lies in its own place afterwards.

    DuckDB takes a question mark for the beginning of a query, as in an address, and would look
    for its log under another name. It also follows links, so there such a database is built
    among the temporary files.
    """
    if "?" not in str(database):
        yield database
        return
    with tempfile.TemporaryDirectory(prefix="standpunkt-") as folder:
        elsewhere = Path(folder) / database.name
        yield elsewhere
        shutil.move(elsewhere, database)


def write_durably(path: Path, content: bytes) -> None:
    """Put a small file in place: a reader sees the old content or the new, never half."""
    aside = path.with_name(f"{UNFINISHED}{path.name}")
    aside.write_bytes(content)
    put_in_place(aside, path)


def put_in_place(aside: Path, path: Path) -> None:
    """Flush a finished file to disk and give it its name."""
    flush(aside)
    aside.replace(path)
    flush(path.parent)


def flush(path: Path) -> None:
    """Make a file or a folder's entries survive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep(store: Path) -> None:
    """Remove what a crashed writer left: half-made files, unpublished snapshots."""
    kept = (extractions_folder(store), sources_folder(store), corrections_folder(store))
    for folder in (store, *kept):
        for leftover in folder.glob(f"{UNFINISHED}*"):
            leftover.unlink()
    for leftover in snapshots_folder(store).glob(f"{UNFINISHED}*"):
        shutil.rmtree(leftover, ignore_errors=True)
    published = published_number(store) or 0
    for number in snapshot_numbers(store):
        if number > published:
            shutil.rmtree(snapshots_folder(store) / str(number), ignore_errors=True)


def prune(store: Path, *, keep: int) -> None:
    """Remove all but the newest snapshots, as far as the system lets us."""
    for number in snapshot_numbers(store)[:-keep]:
        shutil.rmtree(snapshots_folder(store) / str(number), ignore_errors=True)
