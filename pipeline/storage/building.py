"""Building a snapshot: from the parts to the tables, in SQL, so that memory stays bounded.

Only what crosses documents goes through Python, and grouped first: who has been seen with
which party, and which cases are one matter. Rows are ordered by their document's date and
source, then by their place in the document, so the same parts give the same tables.
"""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pyarrow as pa

from pipeline.models import Failure, Mandate, Party, Person, Tables, Topic
from pipeline.reference import extractor_version, mandates, parties, topics
from pipeline.resolution.demands import DemandKey, group_demands
from pipeline.resolution.matters import CaseKey, link_matters
from pipeline.resolution.people import Register, Sighting, resolve_people
from pipeline.storage.amending import amend, amend_places
from pipeline.storage.arrivals import write_arrivals
from pipeline.storage.corrections import read_log
from pipeline.storage.decisions import derive
from pipeline.storage.layout import buildable
from pipeline.storage.meetings import write_meetings
from pipeline.storage.parts import LATEST_SOURCES, attach
from pipeline.storage.schema import NESTED, columns, record_of, record_table
from pipeline.storage.snapshot import form
from pipeline.storage.supplying import supply_positions

MEMORY_LIMIT = "3GB"

_INDEXED = {"documents": "document_id", "cases": "case_id", "statements": "statement_id"}
"""Where one row is looked up by its id; all else is read by scanning columns."""

_CHOSEN = f"""
    CREATE TEMP TABLE chosen AS
    WITH live AS (
        SELECT document_id, min(source) AS source FROM ({LATEST_SOURCES})
        WHERE document_id IS NOT NULL GROUP BY document_id
    ), newest AS (
        SELECT document_id, max(part) AS part FROM extractions GROUP BY document_id
    )
    SELECT document_id, part, source, document.municipality, document.date,
           row_number() OVER (ORDER BY document.date NULLS LAST, source, document_id) AS place
    FROM live JOIN newest USING (document_id) JOIN extractions USING (document_id, part)
"""
"""The documents that a source points to, in their newest version, in order."""

_SIGHTINGS = """
    SELECT municipality, name, party, role, min(seen) AS first, max(seen) AS last FROM (
        SELECT municipality, record.name, record.party, record.role, date AS seen
        FROM attendance_rows
        UNION ALL
        SELECT municipality, unnest(record.persons),
               -- with several signers it is not said whose party it is
               CASE WHEN len(record.persons) = 1 AND len(record.parties) = 1
                    THEN record.parties[1] END,
               NULL, coalesce(record.date, date)
        FROM statements_rows
        UNION ALL
        SELECT municipality, record.name, record.party, NULL, date FROM ballots_rows
    )
    GROUP BY ALL ORDER BY ALL
"""

_UNSIGNED = """
    CREATE TEMP TABLE signers AS
    SELECT place, statement_id, municipality, date, unnest(persons) AS name,
           generate_subscripts(persons, 1) AS signer
    FROM (
        SELECT place, record.statement_id, municipality, record.persons,
               coalesce(record.date, date) AS date
        FROM statements_rows WHERE len(record.parties) = 0
    )
"""
"""The persons behind statements that print no party."""

_SUPPLIED = """
    CREATE TEMP TABLE supplied AS
    SELECT place, statement_id, list(party ORDER BY signer) AS parties
    FROM (
        SELECT place, statement_id, party, min(signer) AS signer
        FROM signers JOIN answers
          ON signers.name = answers.name
         AND signers.municipality IS NOT DISTINCT FROM answers.municipality
         AND signers.date IS NOT DISTINCT FROM answers.date
        GROUP BY ALL
    )
    GROUP BY place, statement_id HAVING bool_and(party IS NOT NULL)
"""
"""Parties for the statements all of whose signers are known; one unknown leaves it open."""

_KEYED = """
    CREATE TEMP TABLE keyed AS
    SELECT *, min(case_id) OVER (
        PARTITION BY municipality, reference, title, date,
                     -- without a number to go by, each case is asked about for itself
                     CASE WHEN municipality IS NULL OR reference IS NULL THEN case_id END
    ) AS asked
    FROM (
        SELECT place, record.case_id, municipality, record.reference, record.title,
               coalesce(record.date, date) AS date
        FROM cases_rows
    )
"""

_DEMANDED = """
    SELECT place, record.demand_id, coalesce(said.parties, record.parties), record.kind,
           record.negated, record.quote,
           coalesce(record.date, demands_rows.date)
    FROM demands_rows LEFT JOIN statements AS said
      ON said.document_id = record.document_id AND said.statement_id = record.statement_id
    WHERE municipality = ?
    ORDER BY place, number
"""
"""A municipality's demands with the parties of their statements; without a municipality
letters need not mean the same party, and nothing is grouped."""

_COMPUTED = {
    "statements": {
        "parties": "coalesce(supplied.parties, record.parties)",
        "joint": "record.joint OR coalesce(len(supplied.parties) > 1, false)",
    },
    "cases": {"matter_id": "coalesce(linked.matter_id, record.matter_id)"},
    "demands": {
        "parties": "coalesce(said.parties, record.parties)",
        "group_id": "coalesce(grouped.group_id, record.group_id)",
    },
}
_JOINED = {
    "statements": "LEFT JOIN supplied ON supplied.place = rows.place"
    " AND supplied.statement_id = record.statement_id",
    "cases": "LEFT JOIN keyed ON keyed.place = rows.place AND keyed.case_id = record.case_id"
    " LEFT JOIN linked ON linked.asked = keyed.asked",
    "demands": "LEFT JOIN statements AS said ON said.document_id = record.document_id"
    " AND said.statement_id = record.statement_id"
    " LEFT JOIN grouped ON grouped.place = rows.place"
    " AND grouped.demand_id = record.demand_id",
}


def build(
    database: Path, *, store: Path, number: int, recipe: str, former: Path | None = None
) -> None:
    """Write snapshot ``number`` of a store to a new database file.

    ``recipe`` names what it is made from, and is kept in ``meta``. ``former`` is the database
    before this one, which tells when each document came.
    """
    with buildable(database) as path, duckdb.connect(path) as connection:
        connection.execute(f"SET memory_limit = '{MEMORY_LIMIT}'")
        attach(connection, store)
        connection.execute(_CHOSEN)
        log = read_log(store)
        amend_places(connection, log.records)
        for table in NESTED:
            _view_rows(connection, table)
        people = _resolve_people(connection)
        _supply_parties(connection, Register(people))
        _link_matters(connection)
        _write_documents(connection)
        for table in NESTED:
            if table == "demands":  # whose parties are those of the statements written before
                _group_demands(connection)
            _write_table(connection, table)
        supply_positions(connection)
        _create(connection, "people", record_table(Person, people))
        _create(connection, "parties", record_table(Party, parties()))
        _create(connection, "mandates", record_table(Mandate, mandates()))
        _create(connection, "topics", record_table(Topic, topics()))
        amend(connection, log.records)
        derive(connection)
        write_meetings(connection)
        _write_failures(connection, log.failures)
        _write_meta(connection, number=number, recipe=recipe)
        connection.execute("CREATE TABLE form AS SELECT ? AS form", [form()])
        write_arrivals(connection, number=number, former=former)
        for table, column in _INDEXED.items():
            connection.execute(f"CREATE INDEX {table}_{column} ON {table} ({column})")


def _view_rows(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    # A column "rows" of the parts is a list; its elements with their document and place.
    connection.execute(
        f"CREATE TEMP VIEW {table}_rows AS SELECT place, municipality, date,"
        f' unnest("{table}") AS record, generate_subscripts("{table}", 1) AS number'
        " FROM extractions JOIN chosen USING (document_id, part)"
    )


def _resolve_people(connection: duckdb.DuckDBPyConnection) -> tuple[Person, ...]:
    sightings = [Sighting(*row) for row in connection.execute(_SIGHTINGS).fetchall()]
    return resolve_people(sightings)


def _supply_parties(connection: duckdb.DuckDBPyConnection, register: Register) -> None:
    connection.execute(_UNSIGNED)
    connection.execute(
        "CREATE TEMP TABLE answers (name TEXT, municipality TEXT, date TEXT, party TEXT)"
    )
    for place in _municipalities(connection):
        asked = connection.execute(
            "SELECT DISTINCT name, municipality, date FROM signers"
            " WHERE municipality IS NOT DISTINCT FROM ?",
            [place],
        ).fetchall()
        _insert(connection, "answers", [(*row, register.party(*row)) for row in asked])
    connection.execute(_SUPPLIED)


def _link_matters(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(_KEYED)
    connection.execute("CREATE TEMP TABLE linked (asked TEXT, matter_id TEXT)")
    for place in _municipalities(connection):
        rows = connection.execute(
            "SELECT DISTINCT asked, municipality, reference, title, date FROM keyed"
            " WHERE municipality IS NOT DISTINCT FROM ? ORDER BY date NULLS LAST, asked",
            [place],
        ).fetchall()
        _insert(connection, "linked", link_matters([CaseKey(*row) for row in rows]).items())


def _group_demands(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute(
        "CREATE TEMP TABLE grouped (place BIGINT, demand_id TEXT, group_id TEXT)"
    )
    for municipality in _municipalities(connection):
        rows = connection.execute(_DEMANDED, [municipality]).fetchall()
        keys = [DemandKey(row[1], tuple(row[2]), *row[3:]) for row in rows]
        groups = group_demands(keys, municipality)
        found = [(str(row[0]), row[1], groups[row[1]]) for row in rows]
        _insert(connection, "grouped", found)


def _municipalities(connection: duckdb.DuckDBPyConnection) -> list[str | None]:
    # People and matters belong to one municipality, so memory need hold only one at a time.
    rows = connection.execute("SELECT DISTINCT municipality FROM chosen ORDER BY 1").fetchall()
    return [row[0] for row in rows]


def _write_documents(connection: duckdb.DuckDBPyConnection) -> None:
    # The source is the one that points here now, which need not be the one it was read from.
    selected = _selected("documents", "document", {"source": "chosen.source"})
    connection.execute(
        f"CREATE TABLE documents AS SELECT {selected}"
        " FROM extractions JOIN chosen USING (document_id, part) ORDER BY place"
    )


def _write_table(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    selected = _selected(table, "record", _COMPUTED.get(table, {}))
    connection.execute(
        f"CREATE TABLE {table} AS SELECT {selected}"
        f" FROM {table}_rows AS rows {_JOINED.get(table, '')} ORDER BY rows.place, rows.number"
    )


def _selected(table: str, record: str, computed: dict[str, str]) -> str:
    named = ((column, f'{record}."{column}"') for column in columns(record_of(table)))
    return ", ".join(f'{computed.get(name, value)} AS "{name}"' for name, value in named)


def _write_failures(connection: duckdb.DuckDBPyConnection, unread: Sequence[Failure]) -> None:
    connection.execute(
        f"CREATE TABLE failures AS SELECT source, reason FROM ({LATEST_SOURCES})"
        " WHERE reason IS NOT NULL ORDER BY source, location"
    )
    _insert(connection, "failures", [(one.source, one.reason) for one in unread])


def _write_meta(connection: duckdb.DuckDBPyConnection, *, number: int, recipe: str) -> None:
    counts = ", ".join(
        f"(SELECT count(*) FROM {table}) AS {table}" for table in columns(Tables)
    )
    built_at = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(
        "CREATE TABLE meta AS SELECT ?::BIGINT AS number, ? AS built_at,"
        f" ? AS extractor_version, ? AS recipe, {counts},"
        " coalesce((SELECT bool_or(invented) FROM documents), false) AS invented",
        [number, built_at, extractor_version(), recipe],
    )


def _create(connection: duckdb.DuckDBPyConnection, table: str, content: pa.Table) -> None:
    connection.register("content", content)
    connection.execute(f"CREATE TABLE {table} AS FROM content")
    connection.unregister("content")


def _insert(
    connection: duckdb.DuckDBPyConnection, table: str, rows: Collection[tuple[str | None, ...]]
) -> None:
    if not rows:
        return
    columns = [pa.array(column, pa.string()) for column in zip(*rows, strict=True)]
    names = [str(number) for number in range(len(columns))]
    connection.register("content", pa.table(columns, names))
    connection.execute(f"INSERT INTO {table} FROM content")
    connection.unregister("content")
