"""The tables as they are handed out: columns named and ordered as in the contract."""

from dataclasses import dataclass
from typing import Any

import duckdb

from pipeline.models import Tables
from pipeline.storage.schema import columns, record_of

TABLES = columns(Tables)

# Where the contract's order is not the record's; what a record has beyond it comes after.
_FIRST = {
    "statements": (
        *("statement_id", "document_id", "case_id", "body", "date", "act", "parties"),
        *("persons", "joint", "by_substitute", "text", "page", "start", "end", "same_as"),
        *("endorses", "points"),
    ),
    "people": ("person_id", "name", "name_variants", "parties", "roles"),
}
_RENAMED = {("mandates", "start"): "from", ("mandates", "end"): "to"}
_COMPUTED = {
    ("people", "parties"): "list_transform(parties, lambda period:"
    " {'party': period.party, 'from': period.\"first\", 'to': period.\"last\"})"
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it is handed out, and the SQL that gives it."""

    name: str
    expression: str


def exported_columns(table: str) -> tuple[Column, ...]:
    """The columns of a table, the contract's first."""
    kept = columns(record_of(table))
    first = _FIRST.get(table, ())
    names = (*first, *(name for name in kept if name not in first))
    return tuple(
        Column(
            name=_RENAMED.get((table, name), name),
            expression=_COMPUTED.get((table, name), f'"{name}"'),
        )
        for name in names
    )


def selection(table: str) -> str:
    """The SQL that selects a table as it is handed out, in the order of the snapshot."""
    named = (f'{column.expression} AS "{column.name}"' for column in exported_columns(table))
    return f"SELECT {', '.join(named)} FROM {table}"


def read_tables(connection: duckdb.DuckDBPyConnection) -> dict[str, list[dict[str, Any]]]:
    """Every table of a snapshot as a list of rows, as they are handed out."""
    return {table: read_table(connection, table) for table in TABLES}


def read_table(connection: duckdb.DuckDBPyConnection, table: str) -> list[dict[str, Any]]:
    """One table of a snapshot as a list of rows, as they are handed out."""
    names = [column.name for column in exported_columns(table)]
    found = connection.execute(selection(table)).fetchall()
    return [dict(zip(names, row, strict=True)) for row in found]


def count_tables(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """How many rows each table of a snapshot has."""
    row = connection.execute(f"SELECT {', '.join(TABLES)} FROM meta").fetchone()
    return dict(zip(TABLES, row or (), strict=True))
