"""What tells that matters may be about one issue: what they are called, what was proposed and
decided in them, and where a party stood twice. Words are numbered when a snapshot is built, so
that those of a choice are counted as numbers, and only the rare ones are read.
"""

TITLED = """
CREATE TABLE titled AS
SELECT decision,
       (dense_rank() OVER (ORDER BY municipality, name) - 1)::INTEGER AS name
FROM (SELECT decision, municipality, translate(title, '0123456789', '') AS name
      FROM decisions WHERE len(parties) > 0 AND title IS NOT NULL)
ORDER BY decision
"""
"""What matters with recorded stances are called. Columns: decision, name (the same for titles
of a municipality that differ in their numbers only)."""

TEXTS = r"""
CREATE TABLE texts AS
WITH told AS (
    SELECT case_id, array_to_string(decision, ' ') AS words FROM cases
    UNION ALL
    SELECT case_id,
           CASE WHEN len(points) > 0 THEN array_to_string(points, ' ') ELSE text END
    FROM proposals
), telling AS (
    -- with fewer words nothing is told, see analytics/proposals.py
    SELECT DISTINCT e.municipality, e.decision, t.words
    FROM told t JOIN decisions e USING (case_id)
    WHERE e.own AND len(e.parties) > 0
      AND regexp_matches(t.words, '\S\s+\S+\s+\S+\s+\S')
)
SELECT (row_number() OVER (ORDER BY municipality, words) - 1)::INTEGER AS text, municipality,
       words, list(decision ORDER BY decision) AS decisions
FROM telling GROUP BY municipality, words ORDER BY text
"""
"""What was decided and proposed, in words. Columns: text (a number), municipality, words,
decisions (those it was said in, of the document's own body and with recorded stances)."""

WORDED = """
CREATE TABLE worded AS
SELECT unnest(decisions) AS decision, text FROM texts ORDER BY decision, text
"""
"""The same the other way round: decision, text."""

RETURNED = """
CREATE TABLE returned AS
WITH stood AS (
    SELECT e.matter, e.decision, s.party, s.stance, e.day, coalesce(e.outcome, '') AS outcome
    FROM stances s JOIN decisions e USING (decision) WHERE s.stance IN ('for', 'against')
), twice AS (
    SELECT DISTINCT matter FROM stood GROUP BY matter, party
    HAVING count(DISTINCT day) > 1
       AND (count(DISTINCT stance) > 1 OR count(DISTINCT outcome) > 1)
)
SELECT matter, decision, party, stance, day, outcome FROM stood JOIN twice USING (matter)
ORDER BY decision, party
"""
"""For and against in matters in which a party stood twice, on different days, and something
was different. Columns: matter, decision, party, stance, day, outcome."""

ISSUES = (TITLED, TEXTS, WORDED, RETURNED)
