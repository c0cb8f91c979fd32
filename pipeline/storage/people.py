"""The people of the minutes told apart once, when a snapshot is built: a page about somebody
compares no names.
"""

SPELLINGS = """
CREATE TABLE spellings AS
WITH spelled AS (
    SELECT municipality, unnest(name_variants) AS written, person_id FROM people
)
SELECT municipality, written, any_value(person_id) AS person FROM spelled
GROUP BY ALL HAVING count(DISTINCT person_id) = 1
ORDER BY ALL
"""
"""Whom a spelling means in a municipality; one that fits several people is nobody's. Columns:
municipality, written, person."""

SEEN = """
CREATE TABLE seen AS
SELECT k.person, d.municipality, d.body, d.date, bool_or(a.present) AS present,
       arg_max(a.role, a.present) AS role, any_value(a.substitutes_for) AS substitutes_for,
       any_value(a.items) AS items, min_by(d.document_id, d.document_id) AS document_id,
       min_by(a.start, d.document_id) AS start, min_by(a."end", d.document_id) AS "end"
FROM attendance a JOIN documents d USING (document_id)
JOIN spellings k ON k.written = a.name AND k.municipality IS NOT DISTINCT FROM d.municipality
WHERE d.kind LIKE 'protokoll%'
GROUP BY k.person, d.municipality, d.body, d.date
ORDER BY k.person, d.date, d.body
"""
"""A row per person and meeting whose minutes list them; minutes and extracts of one meeting
are one meeting. Columns: person, municipality, body, date, present, role, substitutes_for,
items, document_id, start, end."""

SAID = """
CREATE TABLE said AS
WITH named AS (
    SELECT s.statement_id, d.municipality, s.body, s.date, unnest(s.persons) AS written
    FROM statements s JOIN documents d USING (document_id)
)
SELECT DISTINCT k.person, n.statement_id, n.municipality, n.body, n.date
FROM named n JOIN spellings k
  ON k.written = n.written AND k.municipality IS NOT DISTINCT FROM n.municipality
ORDER BY k.person, n.statement_id
"""
"""A row per person and statement that they signed. Columns: person, statement_id,
municipality, body, date (the last three as the statement tells)."""

OF_PEOPLE = (SPELLINGS, SEEN, SAID)
