"""In which snapshot each document first came, so that a reader can ask what is new since.

A document is its bytes: read anew by a newer version of the program it is not new, but a file
whose content changed is. A document that was gone for a while keeps its first number.
"""

from pathlib import Path

import duckdb

_ARRIVALS = """
    CREATE TABLE arrivals AS
    SELECT document_id, min(snapshot) AS snapshot FROM (
        SELECT document_id, ?::BIGINT AS snapshot FROM documents
        UNION ALL
        {earlier}
    )
    GROUP BY document_id ORDER BY document_id
"""
_NONE = "SELECT NULL, NULL WHERE false"
_TOLD = "SELECT document_id, snapshot FROM former.arrivals"
_AT_LATEST = "SELECT document_id, meta.number FROM former.documents, former.meta"
"""For a snapshot of a program that did not yet write arrivals."""


def write_arrivals(
    connection: duckdb.DuckDBPyConnection, *, number: int, former: Path | None
) -> None:
    """Table ``arrivals``: document_id, snapshot. What ``former``, a database, does not know
    came with ``number``."""
    if former is None or not _attached(connection, former):
        connection.execute(_ARRIVALS.format(earlier=_NONE), [number])
        return
    tables = connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = 'former'"
    ).fetchall()
    earlier = _TOLD if ("arrivals",) in tables else _AT_LATEST
    connection.execute(_ARRIVALS.format(earlier=earlier), [number])
    connection.execute("DETACH former")


def _attached(connection: duckdb.DuckDBPyConnection, former: Path) -> bool:
    quoted = str(former).replace("'", "''")
    try:
        connection.execute(f"ATTACH '{quoted}' AS former (READ_ONLY)")
    except duckdb.Error:  # damaged: it is being replaced by one that can be read
        return False
    return True
