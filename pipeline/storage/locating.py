"""Finding the row that a correction is about, in the tables as they stand now.

A row is known by its natural key. Statements are numbered in the order of the text, and the
numbers shift when a document is read anew: they are known by their words, then by their
matter, then by their place; one that cannot be told from another is not found.
"""

from typing import Any

import duckdb

from pipeline.correctable import Known
from pipeline.corrections import Correction, Values

IDENTITY = {
    "documents": "document_id",
    "attendance": "document_id || ':' || name",
    "cases": "case_id",
    "statements": "statement_id",
    "positions": "position_id",
    "mandates": "municipality || ':' || start",
}
"""The SQL that gives the id of a row, per table."""

_ANCHORS = {
    "attendance": ("document_id",),
    "cases": ("document_id",),
    "statements": ("document_id", "case_id", "text", "start"),
    "positions": ("document_id",),
}


def find_row(connection: duckdb.DuckDBPyConnection, correction: Correction) -> str | None:
    """The id that the row of a correction has now; None when it is not there."""
    if correction.table == "statements" and correction.anchor:
        return _find_statement(connection, correction.anchor)
    found = ids(connection, correction.table, {IDENTITY[correction.table]: correction.row})
    return found[0] if len(found) == 1 else None


def anchor_of(connection: duckdb.DuckDBPyConnection, table: str, row: str) -> Values:
    """What finds a row again beside its id."""
    return values_of(connection, table, row, _ANCHORS.get(table, ()))


def values_of(
    connection: duckdb.DuckDBPyConnection, table: str, row: str, columns: tuple[str, ...]
) -> Values:
    """Some columns of one row."""
    if not columns:
        return {}
    selected = ", ".join(f'"{column}"' for column in columns)
    found = connection.execute(
        f"SELECT {selected} FROM {table} WHERE {IDENTITY[table]} = ?", [row]
    ).fetchone()
    return dict(zip(columns, found, strict=True)) if found else {}


def nameable(connection: duckdb.DuckDBPyConnection, correction: Correction) -> Known:
    """The parties and topics that a correction can name."""
    topics = connection.execute("SELECT topic FROM topics").fetchall()
    return Known(letters(connection, correction), [row[0] for row in topics])


def letters(connection: duckdb.DuckDBPyConnection, correction: Correction) -> set[str]:
    """The parties known where the row of a correction belongs: those of the country and the
    municipality, and those printed in its lists of attendance."""
    place = correction.new.get("municipality") if correction.table == "mandates" else None
    document_id = correction.anchor.get("document_id")
    rows = connection.execute(
        "WITH here AS (SELECT coalesce(?, (SELECT municipality FROM documents"
        "  WHERE document_id = ?)) AS place)"
        " SELECT short FROM parties, here WHERE municipality IS NULL OR municipality = place"
        " UNION SELECT unnest(former) FROM parties, here"
        "  WHERE municipality IS NULL OR municipality = place"
        " UNION SELECT party FROM attendance JOIN documents USING (document_id), here"
        "  WHERE party IS NOT NULL AND municipality = place",
        [place, document_id],
    )
    return {row[0] for row in rows.fetchall()}


def ids(
    connection: duckdb.DuckDBPyConnection, table: str, conditions: dict[str, Any]
) -> list[str]:
    """The ids of the rows that have all of some values."""
    where = " AND ".join(f"{column} IS NOT DISTINCT FROM ?" for column in conditions)
    rows = connection.execute(
        f"SELECT {IDENTITY[table]} FROM {table} WHERE {where}", list(conditions.values())
    )
    return [row[0] for row in rows.fetchall()]


def _find_statement(connection: duckdb.DuckDBPyConnection, anchor: Values) -> str | None:
    # Narrowed one step at a time; a step that leaves nothing (a shifted place) is passed over.
    known = {column: anchor.get(column) for column in ("document_id", "text")}
    found = ids(connection, "statements", known)
    for column in ("case_id", "start"):
        narrower = ids(connection, "statements", {**known, column: anchor.get(column)})
        if narrower:
            found, known = narrower, {**known, column: anchor.get(column)}
    return found[0] if len(found) == 1 else None
