"""The dashboard's SQL, one named query per read. Parameters are named as ``data.Choice``.

A decision is a case in one body: a document that retells earlier rounds holds several. It is
contested when a party dissented or was divided, or when proposals were put against each other.
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
BALLOTS = "SELECT party, choice FROM ballots WHERE vote_id = $vote_id"
ATTENDANCE = """
SELECT party, role, present, items FROM attendance WHERE document_id = $document_id
"""

_HELD = """
WITH stance AS (
    SELECT p.case_id, coalesce(p.body, c.body, d.body, '') AS body,
           coalesce(p.date, c.date, d.date) AS date, p.party, p.stance, p.basis, p.statement_id
    FROM positions p JOIN cases c USING (case_id)
    JOIN documents d ON d.document_id = c.document_id
), own AS (
    SELECT c.case_id, coalesce(c.body, d.body, '') AS body, coalesce(c.date, d.date) AS date
    FROM cases c JOIN documents d USING (document_id)
), held AS (
    SELECT case_id, body, max(date) AS date,
           coalesce(bool_or(stance IN ('against', 'split')), false) AS dissent,
           list_sort(list(party) FILTER (stance = 'for')) AS parties_for,
           list_sort(list(party) FILTER (stance = 'against')) AS parties_against,
           list_sort(list(party) FILTER (stance IN
               ('abstained', 'split', 'remark', 'not_participating'))) AS parties_other,
           list(party) FILTER (stance NOT IN ('silent', 'absent')) AS parties
    FROM (
        SELECT case_id, body, date, party, stance FROM stance
        UNION ALL
        SELECT o.case_id, o.body, o.date, NULL, NULL FROM own o JOIN cases c USING (case_id)
        WHERE c.outcome IS NOT NULL OR c.decided_by IS NOT NULL
    ) GROUP BY case_id, body
), decision AS (
    SELECT h.case_id, h.body, h.date, c.number, c.title, c.reference, c.item_type,
           c.document_id, d.municipality, d.kind,
           coalesce(c.matter_id, c.case_id) AS matter_id,
           h.body = coalesce(c.body, d.body, '') AS own,
           CASE WHEN own THEN c.outcome END AS outcome,
           CASE WHEN own THEN c.decided_by END AS decided_by,
           h.dissent OR coalesce(own AND c.decided_by IN
               ('acklamation', 'votering', 'utslagsröst', 'lottning', 'minoritet'), false)
               AS contested,
           h.parties_for, h.parties_against, h.parties_other, h.parties
    FROM held h JOIN cases c USING (case_id) JOIN documents d ON d.document_id = c.document_id
    WHERE c.item_type NOT IN
        ('formalia', 'val', 'anmälan', 'interpellation', 'fråga')
)
"""

_CHOSEN = f"""{_HELD}, chosen AS (
    SELECT * FROM decision
    WHERE ($municipality IS NULL OR municipality = $municipality)
      AND ($body IS NULL OR body = $body)
      AND ($start IS NULL OR date >= $start) AND ($end IS NULL OR date <= $end)
      AND (NOT $contested OR contested)
      AND ($words IS NULL OR contains(lower(title), lower($words)))
)
"""

DECISIONS = f"""{_CHOSEN}
SELECT * EXCLUDE (parties) FROM chosen
WHERE len($parties::VARCHAR[]) = 0 OR list_has_any(parties, $parties::VARCHAR[])
ORDER BY date DESC NULLS LAST, contested DESC, case_id, body
"""
"""Columns: case_id, body, date, number, title, reference, item_type, document_id,
municipality, kind, matter_id, own (the document's own body), outcome, decided_by, contested,
parties_for, parties_against, parties_other (lists).
"""

POSITIONS = f"""{_CHOSEN}, backing AS (
    SELECT s.case_id, s.body, s.party, s.statement_id AS alternative FROM stance s
    UNION ALL
    SELECT s.case_id, s.body, s.party, unnest([t.statement_id, t.same_as] || t.endorses)
    FROM stance s JOIN statements t
      ON t.case_id = s.case_id AND list_contains(t.parties, s.party)
     AND coalesce(t.body, s.body) = s.body
    WHERE t.act IN ('reservation', 'yrkande')
    UNION ALL
    SELECT s.case_id, s.body, s.party, r.proposal_id
    FROM stance s
    JOIN proposals r ON r.case_id = s.case_id AND list_contains(r.parties, s.party)
    WHERE r.adopted IS DISTINCT FROM true
), alternative AS (
    SELECT case_id, body, party, list(DISTINCT alternative) AS alternatives
    FROM backing WHERE alternative IS NOT NULL GROUP BY ALL
)
SELECT h.case_id, h.body, h.date, h.matter_id, h.contested, e.party, e.stance, e.basis,
       e.statement_id, coalesce(a.alternatives, []) AS alternatives
FROM chosen h JOIN stance e USING (case_id, body)
LEFT JOIN alternative a USING (case_id, body, party)
WHERE len($parties::VARCHAR[]) = 0 OR list_contains($parties::VARCHAR[], e.party)
ORDER BY h.date DESC NULLS LAST, h.case_id, h.body, e.party
"""
"""Columns: case_id, body, date, matter_id, contested, party, stance, basis, statement_id,
alternatives (ids of the statements and losing proposals that the party stands behind)."""

PLACES = f"""{_HELD}
SELECT municipality, body, count(*) AS decisions, count(*) FILTER (contested) AS contested,
       min(date) AS first, max(date) AS last
FROM decision GROUP BY ALL ORDER BY contested DESC, decisions DESC, municipality, body
"""

LETTERS = """
SELECT DISTINCT p.party FROM positions p JOIN documents d USING (document_id)
WHERE p.stance NOT IN ('silent', 'absent')
  AND ($municipality IS NULL OR d.municipality = $municipality)
ORDER BY 1
"""

COVERAGE = """
WITH found AS (
    SELECT document_id, count(*) AS cases FROM cases GROUP BY document_id
)
SELECT d.municipality, d.body, count(*) AS documents,
       count(DISTINCT d.date) FILTER (d.kind LIKE 'protokoll%') AS meetings,
       sum(coalesce(f.cases, 0))::BIGINT AS cases,
       count(*) FILTER (len(d.findings) > 0) AS with_findings,
       min(d.date) AS first, max(d.date) AS last
FROM documents d LEFT JOIN found f USING (document_id)
WHERE ($municipality IS NULL OR d.municipality = $municipality)
  AND ($body IS NULL OR d.body = $body)
  AND ($start IS NULL OR d.date >= $start) AND ($end IS NULL OR d.date <= $end)
GROUP BY d.municipality, d.body ORDER BY documents DESC, d.municipality, d.body
"""

DOCUMENTS = """
SELECT d.document_id, d.source, d.kind, d.title, d.municipality, d.body, d.date, d.reference,
       d.pages, d.findings,
       (SELECT count(*) FROM cases x WHERE x.document_id = d.document_id) AS cases,
       (SELECT count(*) FROM statements x WHERE x.document_id = d.document_id) AS statements,
       (SELECT count(*) FROM positions x WHERE x.document_id = d.document_id
          AND x.stance NOT IN ('silent', 'absent')) AS positions
FROM documents d
WHERE ($municipality IS NULL OR d.municipality = $municipality)
  AND ($body IS NULL OR d.body = $body)
  AND ($start IS NULL OR d.date >= $start) AND ($end IS NULL OR d.date <= $end)
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

GOVERNING = """
SELECT governing FROM mandates
WHERE municipality = $municipality AND start <= $date AND ("end" IS NULL OR $date < "end")
ORDER BY start DESC LIMIT 1
"""


def records_of(record: Any, names: list[str], column: str) -> str:
    """The query for a record's rows where ``column`` is ``$value``; columns in ``names``'
    order.
    """
    columns = ", ".join(f'"{name}"' for name in names)
    return f'SELECT {columns} FROM {TABLES[record.__name__]} WHERE "{column}" = $value'
