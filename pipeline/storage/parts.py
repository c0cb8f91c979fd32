"""The append-only parts: what was read, and which source names which document.

A part is written aside and put in place whole. Nothing is edited: of two rows with one key,
the one in the part with the higher number holds. Extractions are written before the records
that point to them, so a crash in between costs nothing but a look at the documents again.
"""

import glob
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as parquet

from pipeline.models import Extraction
from pipeline.storage import layout
from pipeline.storage.schema import (
    EXTRACTION_SCHEMA,
    SOURCE_SCHEMA,
    SourceRecord,
    extraction_table,
    source_table,
)

LATEST_SOURCES = """
    SELECT location,
           arg_max(source, part) AS source,
           arg_max(document_id, part) AS document_id,  -- passes over failures: NULL never wins
           arg_max_null(reason, part) AS reason
    FROM source_records
    GROUP BY location
"""
"""Per source: the document it last gave, and why the latest attempt failed, if it did."""


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """How a document was read last."""

    extractor_version: str
    asked_municipality: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """What a store holds before a run: documents by id, sources by location."""

    documents: dict[str, KnownDocument]
    sources: dict[str, SourceRecord]


def append(
    store: Path,
    extractions: Sequence[Extraction],
    records: Sequence[SourceRecord],
    *,
    municipality: str | None,
) -> None:
    """Add what was read, asked for as of ``municipality``, and what became of each source."""
    if extractions:
        folder = layout.extractions_folder(store)
        part = _last(folder) + 1
        once = {read.document.document_id: read for read in extractions}
        rows = extraction_table(part, tuple(once.values()), municipality=municipality)
        _write(folder, part, rows)
    if records:
        folder = layout.sources_folder(store)
        part = _last(folder) + 1
        _write(folder, part, source_table(part, records))


def known(store: Path) -> Known:
    """What the parts of a store say, the newest row of each key."""
    with duckdb.connect() as connection:
        attach(connection, store)
        documents = connection.execute(
            "SELECT document_id, arg_max(document.extractor_version, part),"
            " arg_max_null(asked_municipality, part) FROM extractions GROUP BY document_id"
        ).fetchall()
        sources = connection.execute(LATEST_SOURCES).fetchall()
    return Known(
        documents={row[0]: KnownDocument(*row[1:]) for row in documents},
        sources={row[0]: SourceRecord(*row) for row in sources},
    )


def locations(store: Path, document_id: str) -> list[str]:
    """Where the store last met a document: paths, of an archive's member with its name."""
    with duckdb.connect() as connection:
        attach(connection, store)
        found = connection.execute(
            f"SELECT location FROM ({LATEST_SOURCES}) WHERE document_id = ? ORDER BY location",
            [document_id],
        ).fetchall()
    return [str(location) for (location,) in found]


def attach(connection: duckdb.DuckDBPyConnection, store: Path) -> None:
    """Give ``connection`` the views ``extractions`` and ``source_records`` over all parts."""
    read, named = layout.extractions_folder(store), layout.sources_folder(store)
    _attach(connection, "extractions", folder=read, schema=EXTRACTION_SCHEMA)
    _attach(connection, "source_records", folder=named, schema=SOURCE_SCHEMA)


def _attach(
    connection: duckdb.DuckDBPyConnection, view: str, *, folder: Path, schema: pa.Schema
) -> None:
    # A part without rows in today's schema: parts of an older version then read as NULL what
    # they lack, and a store without parts is a table without rows.
    _write(folder, 0, schema.empty_table())
    pattern = f"{glob.escape(str(folder))}/part-*.parquet".replace("'", "''")
    connection.execute(
        f"CREATE TEMP VIEW {view} AS FROM read_parquet('{pattern}', union_by_name = true)"
    )


def last_numbers(store: Path) -> tuple[int, int]:
    """The numbers of the newest part of extractions and of source records; 0 for none."""
    return _last(layout.extractions_folder(store)), _last(layout.sources_folder(store))


def _last(folder: Path) -> int:
    parts = folder.glob("part-*.parquet")
    return max((int(path.stem.removeprefix("part-")) for path in parts), default=0)


def _write(folder: Path, part: int, table: pa.Table) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"part-{part:08}.parquet"
    aside = path.with_name(f"{layout.UNFINISHED}{path.name}")
    parquet.write_table(table, aside, compression="zstd")
    layout.put_in_place(aside, path)
