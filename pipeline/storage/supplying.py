"""Positions that only several documents together give.

Where a reservation prints no party and another document says whose party its signers belong
to, that party was against the decision. Nothing else is concluded from a supplied party: what
a yrkande or a vote means depends on all that stood against it in its own document.
"""

import duckdb

from pipeline.storage.amending import seated
from pipeline.words import SERVING, Act, Basis, Stance

_SERVING = ", ".join(f"'{role}'" for role in sorted(SERVING))

_RESERVED = f"""
    CREATE TEMP TABLE reserved AS
    SELECT case_id || ':' || coalesce(body, '') || ':' || parties[1] AS position_id,
           document_id, case_id, body, date, parties[1] AS party,
           '{Stance.AGAINST}' AS stance, '{Basis.RESERVATION}' AS basis, persons,
           statement_id, NULL AS vote_id, text AS quote, start, "end", page
    FROM statements
    WHERE statement_id IN (SELECT statement_id FROM supplied)
      AND act = '{Act.RESERVATION}' AND NOT by_substitute AND len(parties) = 1
      AND case_id IN (SELECT case_id FROM cases)
      -- only those who took part in a decision may reserve themselves against it
      AND NOT EXISTS (
        FROM attendance
        WHERE attendance.document_id = statements.document_id
          AND list_contains(persons, name) AND (role NOT IN ({_SERVING}) OR NOT present)
      )
      -- what is recorded goes before; a party without serving members takes no position
      AND NOT EXISTS (
        FROM positions
        WHERE positions.case_id = statements.case_id
          AND positions.body IS NOT DISTINCT FROM statements.body
          AND positions.party = statements.parties[1] AND stance != '{Stance.SILENT}'
      )
    QUALIFY row_number() OVER (PARTITION BY case_id, body, parties[1] ORDER BY start) = 1
"""
"""The reservations that give their party a position it does not have."""


def supply_positions(connection: duckdb.DuckDBPyConnection) -> None:
    """Add the positions of reservations whose party was supplied (temp table ``supplied``) to
    the tables of a snapshot; a silent row gives way."""
    connection.execute(_RESERVED)
    if not connection.execute("FROM reserved").fetchone():
        return
    with seated(connection, ["positions"]):
        connection.execute(
            "CREATE TEMP TABLE places AS SELECT case_id, max(seat) + 0.5 AS seat"
            " FROM positions GROUP BY case_id"
        )
        connection.execute(
            "DELETE FROM positions WHERE EXISTS (FROM reserved"
            " WHERE reserved.case_id = positions.case_id AND reserved.party = positions.party"
            " AND reserved.body IS NOT DISTINCT FROM positions.body)"
        )
        connection.execute(
            "INSERT INTO positions BY NAME SELECT reserved.*, coalesce(places.seat,"
            " (SELECT max(seat) + 0.5 FROM positions), 0) AS seat"
            " FROM reserved LEFT JOIN places USING (case_id) ORDER BY statement_id"
        )
