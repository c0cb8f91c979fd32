"""What was signed, with where and about what, worked out once when a snapshot is built: a page
counts who signs with whom and joins nothing.
"""

SIGNATURES = """
CREATE TABLE signatures AS
SELECT s.statement_id, s.act, s.parties, s.persons, e.decision,
       coalesce(c.matter_id, c.case_id) AS matter_id, d.municipality,
       coalesce(s.body, c.body, d.body) AS body, coalesce(s.date, c.date, d.date) AS date,
       c.item_type, c.topics, c.title, coalesce(e.contested, false) AS contested
FROM apart.statements s JOIN cases c USING (case_id)
JOIN documents d ON d.document_id = s.document_id
LEFT JOIN decisions e ON e.case_id = s.case_id
 AND e.body = coalesce(s.body, c.body, d.body, '')
WHERE NOT s.by_substitute AND s.act <> 'ersättaryttrande'
ORDER BY s.statement_id
"""
"""A row per statement. Columns: statement_id, act, parties, persons (lists), decision (missing
for a motion's own paper), matter_id, municipality, body, date, item_type, topics, title,
contested (whether the decision was). Substitutes who did not serve are left out."""
