"""The SQL behind leads: no more of each table than they are worked out of. The queries take
``Choice.parameters()``; what the derived tables hold is told in ``storage/decisions.py``.
"""

from reports.queries import CHOSEN

# Few words: as categories they are read in a fraction of the time.
_WAY = """try_cast(decided_by AS ENUM('enhälligt', 'acklamation', 'votering', 'utslagsröst',
    'lottning', 'minoritet'))"""

DECISIONS = f"""
SELECT decision, matter, rank, day, contested, municipality::municipality AS municipality,
       body::body AS body, topic::topic AS topic, {_WAY} AS decided_by,
       try_cast(mandate || CASE length(mandate) WHEN 7 THEN '-01' ELSE '' END AS DATE)
           AS mandate
FROM decisions WHERE {CHOSEN}
"""
"""Columns: decision, matter, rank, day, contested, municipality, body, topic, decided_by,
mandate (the day the majority of that day took over)."""

_LOOKED_AT = f"""
    SELECT decision FROM decisions WHERE {CHOSEN} AND contested
    UNION SELECT unnest($decisions::INTEGER[])
"""

STANCES = f"""
SELECT decision, party, stance, governing FROM stances
WHERE decision IN ({_LOOKED_AT})
"""
"""The stances in contested decisions, and in those of ``$decisions``. Columns: decision,
party, stance, governing."""

_VOTED = "decided_by IN ('votering', 'utslagsröst', 'lottning')"

SEATS = f"""
SELECT decision, party, side, seats, by_ballots FROM seats
WHERE decision IN (SELECT decision FROM decisions WHERE {CHOSEN} AND {_VOTED})
ORDER BY decision, party, side
"""
"""Serving members in decisions that were voted on: decision, party, side, seats,
by_ballots."""

TITLES = f"""
WITH called AS (
    SELECT t.name, e.matter, min(e.decision) AS decision
    FROM decisions e JOIN titled t USING (decision) WHERE {CHOSEN} GROUP BY ALL
), rare AS (
    SELECT list(matter) AS matters, min(decision) AS decision FROM called
    GROUP BY name HAVING count(*) <= $common
)
SELECT e.municipality, translate(e.title, '0123456789', '') AS name, r.matters
FROM rare r JOIN decisions e USING (decision)
"""
"""What matters with recorded stances are called, without numbers: municipality, name, matters
(a list); names that more than ``$common`` matters have are left out."""

TEXTS = f"""
WITH told AS (
    SELECT DISTINCT w.text, e.matter
    FROM decisions e JOIN worded w USING (decision) WHERE {CHOSEN}
), rare AS (
    SELECT text, list(matter) AS matters FROM told GROUP BY text HAVING count(*) <= $common
)
SELECT t.municipality, t.words AS text, r.matters FROM rare r JOIN texts t USING (text)
"""
"""What was decided and proposed in words: municipality, text, matters (a list)."""

RETURNING = f"""
SELECT DISTINCT matter FROM returned
WHERE decision IN (SELECT decision FROM decisions WHERE {CHOSEN})
GROUP BY matter, party
HAVING count(DISTINCT day) > 1
   AND (count(DISTINCT stance) > 1 OR count(DISTINCT outcome) > 1)
"""
"""Matters in which a party stood twice, on different days, and something was different."""

OF_MATTERS = """
SELECT decision FROM decisions
WHERE matter IN (SELECT unnest($matters::INTEGER[])) ORDER BY decision
"""

MANDATES = """
SELECT decision, mandate FROM decisions
WHERE decision IN (SELECT unnest($decisions::INTEGER[]))
"""

STANCES_AMONG = """
SELECT decision, party, stance, governing FROM stances
WHERE decision IN (SELECT unnest($decisions::INTEGER[])) ORDER BY decision, party
"""

SEATS_AMONG = """
SELECT decision, party, side, seats, by_ballots FROM seats
WHERE decision IN (SELECT unnest($decisions::INTEGER[])) ORDER BY decision, party, side
"""

SAID = f"""
WITH said AS (
    SELECT * FROM apart.statements
    WHERE NOT by_substitute AND regexp_matches(lower(text), $unchanged)
), e AS (
    SELECT decision, matter, municipality, body, case_id FROM decisions
    WHERE {CHOSEN} AND case_id IN (SELECT case_id FROM said)
)
SELECT e.decision, e.matter, e.municipality, p.party, t.text AS quote
FROM e JOIN said t ON t.case_id = e.case_id AND coalesce(t.body, e.body) = e.body,
     unnest(t.parties) AS p(party)
ORDER BY e.decision, t.statement_id, p.party
"""
"""What parties wrote that matches ``$unchanged``: decision, matter, municipality, party,
quote."""

POINTS = f"""
SELECT e.decision, e.matter, e.rank, e.day, e.municipality, e.mandate,
       coalesce(e.parties_for, []) AS parties_for, p.text
FROM (
    SELECT * FROM decisions WHERE {CHOSEN} AND own AND outcome = 'bifall'
    AND list_contains($municipalities::VARCHAR[], municipality)
) e JOIN cases c USING (case_id), unnest(c.decision) AS p(text)
WHERE regexp_matches(p.text, '[0-9]')
ORDER BY e.decision
"""
"""Points that were decided with figures in them: decision, matter, rank, day, municipality,
mandate, parties_for (lists), text."""

DECIDED = f"""
SELECT decision, decided_by, len(governing)::INTEGER AS governing_parties
FROM decisions WHERE {CHOSEN} AND {_VOTED} ORDER BY decision
"""
"""Columns: decision, decided_by, governing_parties, of the decisions that were voted on."""

TOLD = """
SELECT decision, date, title, case_id FROM decisions
WHERE decision IN (SELECT unnest($decisions::INTEGER[]))
"""
"""What a list says of decisions: decision, date, title, case_id."""
