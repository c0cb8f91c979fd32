"""Handing out the tables: one file per table, put in place when all are written."""

import tempfile
from pathlib import Path

import duckdb

from pipeline.errors import UsageError
from pipeline.export.formats import WRITERS
from pipeline.export.tables import TABLES, selection
from pipeline.storage.snapshot import open_snapshot

NOTICE = "LÄSMIG.txt"
_INVENTED = (
    "Raderna i den här mappen är påhittade.\n\n"
    "De kommer från programmets påhittade demokommun, vars personer, ärenden och beslut\n"
    "inte finns. I tabellen documents är invented sant (true) för varje påhittad handling.\n"
    "Använd inte raderna som uppgifter om verkliga partier eller personer.\n"
)


def export(store: Path, out: Path, format: str) -> tuple[Path, ...]:
    """Write every table of a store to the folder ``out``; the files written, in their order.

    ``format`` is jsonl, csv, parquet or xlsx. Where a document is invented, a notice says so.
    Raises UsageError for another format or a folder that cannot be written, StoreError when
    there is nothing to export.
    """
    if format not in WRITERS:
        known = ", ".join(WRITERS)
        raise UsageError(f"Okänt format: {format}. Välj något av {known}.")
    with open_snapshot(store) as connection:
        try:
            return _write_all(connection, out, format)
        except (OSError, duckdb.IOException) as error:
            raise UsageError(f"Det går inte att skriva i {out}: {error}") from error


def _write_all(
    connection: duckdb.DuckDBPyConnection, out: Path, format: str
) -> tuple[Path, ...]:
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=".export-") as folder:
        for table in TABLES:
            WRITERS[format](connection, selection(table), Path(folder) / f"{table}.{format}")
        names = [f"{table}.{format}" for table in TABLES]
        if _invented(connection):
            (Path(folder) / NOTICE).write_text(_INVENTED, "utf-8")
            names.append(NOTICE)
        else:
            _remove_notice(out)
        return tuple((Path(folder) / name).replace(out / name) for name in names)


def _remove_notice(out: Path) -> None:
    # Left by an export of invented rows to this folder; another file of the name is not ours.
    notice = out / NOTICE
    if notice.is_file() and notice.read_bytes() == _INVENTED.encode():
        notice.unlink()


def _invented(connection: duckdb.DuckDBPyConnection) -> bool:
    row = connection.execute("SELECT invented FROM meta").fetchone()
    return bool(row and row[0])
