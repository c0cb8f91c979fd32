"""The SQL behind pages and tables, one named query per read. Parameters are named as the
fields of ``Choice``; what the derived tables hold is told in ``storage/decisions.py``.
"""

from typing import Any

TABLES = {
    "Document": "documents",
    "Case": "cases",
    "Position": "positions",
    "Statement": "statements",
    "Vote": "votes",
}

META = "SELECT * FROM meta"
FAILURES = "SELECT source, reason FROM failures ORDER BY source"

_PLACED = """
    ($municipality IS NULL OR municipality = $municipality)
    AND ($body IS NULL OR body = $body)
    AND ($start IS NULL OR date >= $start) AND ($end IS NULL OR date <= $end)
"""
_CHOSEN = f"""
    {_PLACED}
    AND ($topic IS NULL OR list_contains(topics, $topic))
    AND ($item_type IS NULL OR item_type = $item_type)
    AND (NOT $contested OR contested)
    AND ($words IS NULL OR contains(lower(title), lower($words)))
"""

DECISIONS = f"""
SELECT * EXCLUDE (parties) FROM decisions
WHERE {_CHOSEN}
  AND (len($parties::VARCHAR[]) = 0 OR list_has_any(parties, $parties::VARCHAR[]))
ORDER BY date DESC NULLS LAST, contested DESC, case_id, body
"""
"""Columns as in the table ``decisions``, newest first."""

STANCES = f"""
SELECT s.decision, e.matter, e.rank, e.day, e.contested, s.party, s.stance, s.governing,
       e.municipality, e.body, e.item_type, e.topic
FROM stances s JOIN (SELECT decision, matter, rank, day, contested,
    municipality::municipality AS municipality, body::body AS body,
    item_type::item_type AS item_type, topic::topic AS topic
    FROM decisions WHERE {_CHOSEN}) e USING (decision)
WHERE len($parties::VARCHAR[]) = 0 OR list_contains($parties::VARCHAR[], s.party::TEXT)
ORDER BY s.decision, s.party
"""
"""Columns: decision, matter, rank, day, contested, party, stance, governing, municipality,
body, item_type, topic; words are categories."""

ALTERNATIVES = f"""
SELECT decision, party, alternative FROM alternatives
WHERE decision IN (SELECT decision FROM decisions WHERE {_CHOSEN})
  AND (len($parties::VARCHAR[]) = 0 OR list_contains($parties::VARCHAR[], party::TEXT))
ORDER BY decision, alternative, party
"""
"""Columns: decision, party, alternative (a number), for parties that dissented."""

SEATS = f"""
SELECT decision, party, side, seats, by_ballots FROM seats
WHERE decision IN (SELECT decision FROM decisions WHERE {_CHOSEN})
ORDER BY decision, party, side
"""
"""Columns: decision, party, side, seats, by_ballots; all parties of the chosen decisions."""

PLACES = """
SELECT municipality, body, count(*) AS decisions, count(*) FILTER (contested) AS contested,
       min(date) AS first, max(date) AS last
FROM decisions GROUP BY ALL ORDER BY contested DESC, decisions DESC, municipality, body
"""

LETTERS = """
SELECT DISTINCT s.party::TEXT AS party FROM stances s JOIN decisions e USING (decision)
WHERE s.stance NOT IN ('silent', 'absent')
  AND ($municipality IS NULL OR e.municipality = $municipality)
ORDER BY 1
"""

MANDATES = """
SELECT municipality, start, "end", governing, supporting, source FROM mandates
WHERE $municipality IS NULL OR municipality = $municipality ORDER BY municipality, start
"""

PARTIES = """
SELECT short AS party, name, municipality, former FROM parties
WHERE $municipality IS NULL OR municipality IS NULL OR municipality = $municipality
ORDER BY municipality NULLS FIRST, short
"""

PEOPLE = """
SELECT person_id, municipality, name, name_variants,
       list_transform(parties, lambda seen: seen.party) AS parties, roles
FROM people WHERE $municipality IS NULL OR municipality = $municipality
ORDER BY municipality, name, person_id
"""

COVERAGE = f"""
WITH found AS (
    SELECT document_id, count(*) AS cases FROM cases GROUP BY document_id
)
SELECT d.municipality, d.body, count(*) AS documents,
       count(DISTINCT d.date) FILTER (d.kind LIKE 'protokoll%') AS meetings,
       sum(coalesce(f.cases, 0))::BIGINT AS cases,
       count(*) FILTER (len(d.findings) > 0) AS with_findings,
       min(d.date) AS first, max(d.date) AS last
FROM documents d LEFT JOIN found f USING (document_id)
WHERE {_PLACED}
GROUP BY d.municipality, d.body ORDER BY documents DESC, d.municipality, d.body
"""

DOCUMENTS = f"""
SELECT d.document_id, d.source, d.kind, d.title, d.municipality, d.body, d.date, d.reference,
       d.pages, d.findings,
       (SELECT count(*) FROM cases x WHERE x.document_id = d.document_id) AS cases,
       (SELECT count(*) FROM statements x WHERE x.document_id = d.document_id) AS statements,
       (SELECT count(*) FROM positions x WHERE x.document_id = d.document_id
          AND x.stance NOT IN ('silent', 'absent')) AS positions
FROM documents d
WHERE {_PLACED}
ORDER BY d.date DESC NULLS LAST, d.source
"""

SPANS = """
SELECT start, "end", 'case' AS kind, [] AS parties, number AS label FROM cases
WHERE document_id = $document_id AND start IS NOT NULL
UNION ALL
SELECT s.start, s."end", s.act, s.parties, '' FROM statements s
WHERE s.document_id = $document_id
UNION ALL
SELECT r.start, r."end", 'proposal', r.parties, r.label FROM proposals r
JOIN cases c USING (case_id) WHERE c.document_id = $document_id
UNION ALL
SELECT v.start, v."end", 'vote', [], '' FROM votes v JOIN cases c USING (case_id)
WHERE c.document_id = $document_id
UNION ALL
SELECT p.start, p."end", 'position', list(p.party ORDER BY p.party), '' FROM positions p
WHERE p.document_id = $document_id AND p.start IS NOT NULL
  AND p.stance NOT IN ('silent', 'absent')
GROUP BY p.start, p."end"
ORDER BY 1, 2 DESC
"""

CASE_DECISIONS = """
SELECT decision, body, own, decided_by, governing FROM decisions WHERE case_id = $case_id
ORDER BY date NULLS FIRST, rank, decision
"""

CASE_STANCES = """
SELECT decision, party, stance, governing FROM stances
WHERE decision IN (SELECT decision FROM decisions WHERE case_id = $case_id)
"""

CASE_SEATS = """
SELECT decision, party, side, seats, by_ballots FROM seats
WHERE decision IN (SELECT decision FROM decisions WHERE case_id = $case_id)
"""


def records_of(record: Any, names: list[str], column: str) -> str:
    """The query for a record's rows where ``column`` is ``$value``; columns in ``names``'
    order.
    """
    columns = ", ".join(f'"{name}"' for name in names)
    return f'SELECT {columns} FROM {TABLES[record.__name__]} WHERE "{column}" = $value'
