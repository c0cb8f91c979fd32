"""Parties told apart: letters mean a party within a municipality.

The tables of a snapshot keep the letters that documents print. Whatever goes by party over
several municipalities reads the views of the schema ``apart`` instead. They have the rows of
the table of the same name, and there a local party whose letters another municipality has too
is called by letters and place: "D (Tallvik)". A national party is one party everywhere, under
the letters it has today also where a mandate has its former ones.
"""

import duckdb

NAMESAKES = """
CREATE TABLE namesakes AS
WITH printed AS (
    SELECT document_id, party FROM positions UNION SELECT document_id, party FROM attendance
    UNION SELECT document_id, unnest(parties) FROM statements
    UNION SELECT document_id, unnest(parties) FROM proposals JOIN cases USING (case_id)
    UNION SELECT document_id, party FROM ballots JOIN votes USING (vote_id)
        JOIN cases USING (case_id)
), seen AS (
    SELECT DISTINCT coalesce(municipality, '') AS municipality, party
    FROM printed JOIN documents USING (document_id) WHERE party IS NOT NULL
), former AS (
    SELECT upper(unnest(former)) AS party, short AS key FROM parties
    WHERE municipality IS NULL
), local AS (
    SELECT municipality, party FROM seen
    WHERE party NOT IN (SELECT short FROM parties WHERE municipality IS NULL
                        UNION SELECT party FROM former)
    UNION SELECT municipality, short FROM parties WHERE municipality IS NOT NULL
), place AS (
    SELECT municipality FROM documents UNION SELECT municipality FROM mandates
), keyed AS (
    SELECT municipality, party, party || ' (' || municipality || ')' AS key, true AS shared
    FROM local
    WHERE party IN (FROM seen SELECT party GROUP BY party HAVING count(*) > 1)
    UNION ALL
    SELECT p.municipality, f.party, f.key, false FROM former f CROSS JOIN place p
    ANTI JOIN local l ON l.municipality = p.municipality AND l.party = f.party
)
SELECT municipality, map_from_entries(list((party, key) ORDER BY party)) AS keys,
       bool_or(shared) AS shared
FROM keyed WHERE municipality <> '' GROUP BY municipality ORDER BY municipality
"""
"""Per municipality what to call those who go by certain letters there; ``shared`` where a
local party has the letters of a party elsewhere."""

_ONE = "coalesce(n.keys[t.{0}], t.{0}) AS {0}"
_SEVERAL = "list_transform(t.{0}, lambda x: coalesce(n.keys[x], x)) AS {0}"
_HELD = "list_transform(t.{0}, lambda x: coalesce(n.keys[x], n.keys[upper(x)], x)) AS {0}"
_SINCE = """list_transform(t.parties, lambda x: struct_update(
    x, party := coalesce(n.keys[x.party], x.party))) AS parties"""
_DOCUMENT = "LEFT JOIN main.documents d ON d.document_id = {0}.document_id"
_CASE = f"LEFT JOIN main.cases c ON c.case_id = {{0}}.case_id {_DOCUMENT.format('c')}"
VIEWS = {
    "attendance": ([_ONE.format("party")], _DOCUMENT.format("t"), "d"),
    "ballots": (
        [_ONE.format("party")],
        f"LEFT JOIN main.votes v ON v.vote_id = t.vote_id {_CASE.format('v')}",
        "d",
    ),
    "demands": (
        [_SEVERAL.format("parties"), _ONE.format("addressee")],
        _DOCUMENT.format("t"),
        "d",
    ),
    "mandates": ([_HELD.format("governing"), _HELD.format("supporting")], "", "t"),
    "parties": ([_ONE.format("short")], "", "t"),
    "people": ([_SINCE], "", "t"),
    "positions": ([_ONE.format("party")], _DOCUMENT.format("t"), "d"),
    "proposals": ([_SEVERAL.format("parties")], _CASE.format("t"), "d"),
    "statements": ([_SEVERAL.format("parties")], _DOCUMENT.format("t"), "d"),
}
"""Of each table the columns with parties, and the way to the municipality."""


def tell_apart(connection: duckdb.DuckDBPyConnection) -> None:
    """Write ``namesakes`` and the views of the schema ``apart``."""
    connection.execute(NAMESAKES)
    shared = connection.execute("SELECT bool_or(shared) FROM namesakes").fetchone()
    connection.execute("CREATE SCHEMA apart")
    for table, (columns, way, place) in VIEWS.items():
        # few stores have such parties, and without them nothing is to be looked up
        plain = shared != (True,) and table != "mandates"
        keyed = f"""
            SELECT t.* REPLACE ({", ".join(columns)}) FROM main.{table} t {way}
            LEFT JOIN main.namesakes n ON n.municipality = {place}.municipality"""
        rows = f"FROM main.{table}" if plain else keyed
        connection.execute(f"CREATE VIEW apart.{table} AS {rows}")
