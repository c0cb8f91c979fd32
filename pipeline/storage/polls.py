"""The votes of each decision, and what documents hold, worked out once when a snapshot is
built: what a page would else count anew for every choice.
"""

POLLS = """
CREATE TABLE polls AS
WITH listed AS (
    SELECT vote_id, count(*) FILTER (choice = 'avstår') AS abstain,
           nullif(count(*) FILTER (choice = 'frånvarande'), 0) AS absent
    FROM ballots GROUP BY vote_id
)
SELECT e.decision, v.rowid::INTEGER AS vote,
       (dense_rank() OVER (ORDER BY e.matter, e.body, e.day, v.kind, v.yes_means, v.yes, v.no,
           v.abstain) - 1)::INTEGER AS same,
       (row_number() OVER (ORDER BY e.own DESC, e.decision, v."order" DESC, v.rowid) - 1)
           ::INTEGER AS place,
       CASE v.kind WHEN 'huvudvotering' THEN v."order" END AS turn, v.yes, v.no,
       coalesce(v.abstain, l.abstain) AS abstain, coalesce(v.absent, l.absent) AS absent,
       l.vote_id IS NOT NULL AS named
FROM decisions e JOIN votes v ON v.case_id = e.case_id AND coalesce(v.body, e.body) = e.body
LEFT JOIN listed l ON l.vote_id = v.vote_id
ORDER BY e.decision, v."order"
"""
"""A row per decision and vote in it. Columns: decision, vote (the place, ``rowid``, in
``votes``), same (a number: a document that retells another body's vote does not make it two),
place (of those that are the same, the lowest is the one to show), turn (which main vote of its
case it is, missing where it is none), yes, no, abstain, absent (the last two counted in the
ballots where the minutes print no figure), named (whether the minutes tell who voted how)."""

BALLOTS = """
CREATE TABLE cast_ballots AS
SELECT (row_number() OVER (ORDER BY b.vote_id, b.party, b.name) - 1)::INTEGER AS place,
       v.rowid::INTEGER AS vote, b.party, b.name, b.choice,
       coalesce(k.person, d.municipality || ' ' || b.name, b.name) AS person
FROM apart.ballots b JOIN votes v USING (vote_id) LEFT JOIN cases c USING (case_id)
LEFT JOIN documents d ON d.document_id = c.document_id
LEFT JOIN spellings k
  ON k.written = b.name AND k.municipality IS NOT DISTINCT FROM d.municipality
WHERE b.party IS NOT NULL
ORDER BY place
"""
"""The ballots whose party is known, in order of vote, party and name. Columns: place (a number
in that order), vote (the place, ``rowid``, in ``votes``), party, name, choice, person (the id,
or municipality and name of somebody who is not told apart)."""

CONTENTS = """
CREATE TABLE contents AS
WITH treated AS (SELECT document_id, count(*) AS n FROM cases GROUP BY 1),
stated AS (SELECT document_id, count(*) AS n FROM statements GROUP BY 1),
taken AS (
    SELECT document_id, count(*) AS n FROM positions
    WHERE stance NOT IN ('silent', 'absent') GROUP BY 1
)
SELECT d.document_id, d.municipality, d.body, d.date, d.kind LIKE 'protokoll%' AS minutes,
       len(d.findings) > 0 AS with_findings, coalesce(c.n, 0) AS cases,
       coalesce(s.n, 0) AS statements, coalesce(p.n, 0) AS positions
FROM documents d LEFT JOIN treated c USING (document_id)
LEFT JOIN stated s USING (document_id) LEFT JOIN taken p USING (document_id)
"""
"""How many cases, statements and recorded positions each document holds, with where and when
it is from, whether it is minutes, and whether something in it was found to be wrong."""
