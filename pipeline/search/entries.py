"""What a snapshot's database holds to be found: titles, decisions, proposals, statements.

An entry has: what (title, decision, proposal, statement), key (the id of the case, proposal
or statement), document_id, case_id, statement_id, proposal_id, municipality, body, date,
party, person, topic (lists), act, item_type, number and title of the case, text, page, start,
end, source, ``stance`` (where the parties of the entry stood on the decision of that case and
body, as far as known), ``party_stance`` ("M:against"; for titles and decisions those of all
parties), ``contested`` (whether some decision on the matter was) and ``arrival`` (the snapshot
in which its document first came).
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

BATCH = 2_000

# Of a party with different positions on one decision it is not said where it stood.
_STANCES = """
    CREATE TEMP TABLE stands AS
    SELECT case_id, body, party, any_value(stance) AS stance
    FROM apart.positions GROUP BY ALL HAVING count(DISTINCT stance) = 1
"""
_CASE_STANCES = """
    CREATE TEMP TABLE case_stands AS
    SELECT case_id, body, list(party || ':' || stance ORDER BY party) AS pairs
    FROM stands GROUP BY ALL
"""
_TEXTS = """
    CREATE TEMP VIEW texts AS
    SELECT 'title' AS what, case_id AS key, case_id, document_id, NULL AS statement_id,
           NULL AS proposal_id, body, date, [] AS party, [] AS person, NULL AS act,
           title AS text, NULL AS page, start, "end"
    FROM cases
    UNION ALL
    SELECT 'decision', case_id, case_id, document_id, NULL, NULL, body, date, [], [], NULL,
           array_to_string(decision, chr(10)), NULL, start, "end"
    FROM cases
    UNION ALL
    SELECT 'proposal', proposal_id, proposals.case_id, document_id, NULL, proposal_id, body,
           date, parties, persons, NULL,
           coalesce(nullif(text, ''), array_to_string(points, chr(10))), NULL,
           proposals.start, proposals."end"
    FROM apart.proposals AS proposals JOIN cases USING (case_id)
    -- what was moved is found as the act of moving it
    ANTI JOIN apart.statements AS said ON said.case_id = proposals.case_id
        AND said.start = proposals.start AND said."end" = proposals."end"
    UNION ALL
    SELECT 'statement', statement_id, case_id, document_id, statement_id, NULL, body, date,
           parties, persons, act,
           coalesce(nullif(text, ''), array_to_string(points, chr(10))), page, start, "end"
    FROM apart.statements
"""
_ENTRIES = """
    CREATE TEMP VIEW entries AS
    SELECT texts.*, documents.municipality, documents.source, cases.item_type, cases.number,
           cases.title, coalesce(cases.topics, []) AS topic, arrivals.snapshot AS arrival,
           coalesce(coalesce(cases.matter_id, cases.case_id) IN
               (SELECT matter_id FROM decisions WHERE contested), false) AS contested,
           [pair FOR pair IN coalesce(case_stands.pairs, [])
            IF len(texts.party) = 0 OR list_contains(texts.party, split_part(pair, ':', 1))
           ] AS known,
           CASE WHEN texts.what IN ('title', 'decision') OR len(texts.party) > 0
                THEN known ELSE [] END AS party_stance,
           CASE WHEN len(texts.party) > 0
                THEN list_sort(list_distinct([split_part(pair, ':', 2) FOR pair IN known]))
                ELSE [] END AS stance
    FROM texts JOIN documents USING (document_id)
    LEFT JOIN cases ON cases.case_id = texts.case_id
    LEFT JOIN case_stands ON case_stands.case_id = texts.case_id
          AND case_stands.body IS NOT DISTINCT FROM texts.body
    LEFT JOIN arrivals USING (document_id)
    WHERE trim(texts.text) <> ''
"""
_DIGESTS = """
    SELECT document_id, (sum(hash(entries)::HUGEINT))::VARCHAR AS digest
    FROM entries GROUP BY document_id
"""


class Entries:
    """The entries of one snapshot's database, which is opened read-only."""

    def __init__(self, database: Path) -> None:
        self._connection = duckdb.connect(database, read_only=True)
        for step in (_STANCES, _CASE_STANCES, _TEXTS, _ENTRIES):
            self._connection.execute(step)

    def __enter__(self) -> "Entries":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def digests(self) -> dict[str, str]:
        """Per document a figure that changes when anything in its entries does."""
        return dict(self._connection.execute(_DIGESTS).fetchall())

    def of(self, documents: Sequence[str]) -> Iterator[dict[str, Any]]:
        """The entries of some documents."""
        wanted = pa.table({"document_id": pa.array(documents, pa.string())})
        self._connection.register("wanted", wanted)
        rows = self._connection.sql(
            "SELECT * EXCLUDE known FROM entries SEMI JOIN wanted USING (document_id)"
        )
        for batch in rows.to_arrow_reader(BATCH):
            yield from batch.to_pylist()
        self._connection.unregister("wanted")
