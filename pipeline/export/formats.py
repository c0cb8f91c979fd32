"""One writer per file format: the rows of a query to a file."""

from collections.abc import Callable
from pathlib import Path

import duckdb

from pipeline.errors import UsageError
from pipeline.export import workbook

Writer = Callable[[duckdb.DuckDBPyConnection, str, Path], None]

# A spreadsheet takes a cell that begins so for a formula, and runs it.
_FORMULA = r"^[=+\-@\t\r]"


def write_jsonl(connection: duckdb.DuckDBPyConnection, query: str, path: Path) -> None:
    """One JSON object per line, UTF-8."""
    _copy(connection, query, path, "FORMAT json")


def write_parquet(connection: duckdb.DuckDBPyConnection, query: str, path: Path) -> None:
    """Parquet with nested columns."""
    _copy(connection, query, path, "FORMAT parquet, COMPRESSION zstd")


def write_csv(connection: duckdb.DuckDBPyConnection, query: str, path: Path) -> None:
    """Comma-separated, UTF-8, lists as JSON; what looks like a formula gets an apostrophe."""
    safe = ", ".join(_as_cell(name, kind) for name, kind in _described(connection, query))
    _copy(connection, f"SELECT {safe} FROM ({query})", path, "FORMAT csv, HEADER")


def write_xlsx(connection: duckdb.DuckDBPyConnection, query: str, path: Path) -> None:
    """An Excel workbook, lists as JSON, long texts cut.

    Raises UsageError when a sheet cannot hold the rows.
    """
    described = _described(connection, query)
    flat = ", ".join(_flat(name, kind) for name, kind in described)
    ((count,),) = connection.execute(f"SELECT count(*) FROM ({query})").fetchall()
    if count > workbook.MAX_ROWS:
        raise UsageError(
            f"Tabellen har {count} rader, vilket är mer än Excel rymmer;"
            " välj formatet csv eller parquet."
        )
    rows = connection.execute(f"SELECT {flat} FROM ({query})")
    workbook.write_workbook(path, header=[name for name, _ in described], fetch=rows.fetchmany)


WRITERS: dict[str, Writer] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "parquet": write_parquet,
    "xlsx": write_xlsx,
}


def _copy(connection: duckdb.DuckDBPyConnection, query: str, path: Path, options: str) -> None:
    target = str(path).replace("'", "''")
    connection.execute(f"COPY ({query}) TO '{target}' ({options})")


def _described(connection: duckdb.DuckDBPyConnection, query: str) -> list[tuple[str, str]]:
    rows = connection.execute(f"DESCRIBE {query}").fetchall()
    return [(str(row[0]), str(row[1])) for row in rows]


def _flat(name: str, kind: str) -> str:
    nested = kind.endswith("[]")
    return f'CAST(to_json("{name}") AS VARCHAR) AS "{name}"' if nested else f'"{name}"'


def _as_cell(name: str, kind: str) -> str:
    if kind != "VARCHAR":
        return _flat(name, kind)
    guarded = f"""CASE WHEN regexp_matches("{name}", '{_FORMULA}') THEN '''' || "{name}" """
    return f'{guarded} ELSE "{name}" END AS "{name}"'
