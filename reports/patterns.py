"""The SQL behind votes and stances over time. Each query takes ``Choice.parameters()``; what
the derived tables hold is told in ``storage/decisions.py``.
"""

from reports.order import by_surname
from reports.queries import CHOSEN

_CONCERNED = "(len($parties::VARCHAR[]) = 0 OR list_has_any(parties, $parties::VARCHAR[]))"

_TOLD = f"""
WITH held AS MATERIALIZED (
    SELECT e.decision, e.matter, e.rank, e.day, e.municipality, e.topic,
           p.* EXCLUDE (decision), {_CONCERNED} AS concerned
    FROM decisions e JOIN polls p USING (decision) WHERE {CHOSEN}
), once AS (
    SELECT * FROM held WHERE place IN (SELECT min(place) FROM held GROUP BY same)
), latest AS (
    SELECT decision, max(turn) AS latest FROM once GROUP BY decision
), told AS (
    SELECT o.* EXCLUDE (same, place, turn), coalesce(o.turn = l.latest, false) AS main
    FROM once o JOIN latest l USING (decision)
)"""

CAST = f"""
{_TOLD}
SELECT t.decision, t.matter, t.rank, t.day, v.vote_id, v.kind, t.main, v.yes_means,
       v.no_means, v.outcome, b.party, b.name, b.choice, t.municipality, b.place, b.vote,
       b.person
FROM told t JOIN votes v ON v.rowid = t.vote JOIN cast_ballots b ON b.vote = t.vote
WHERE len($parties::VARCHAR[]) = 0 OR list_contains($parties::VARCHAR[], b.party)
"""
BALLOTS = f"""
SELECT * EXCLUDE (municipality, place, vote, person) FROM ({CAST}) ORDER BY day, place
"""
"""Columns: decision, matter, rank, day, vote_id, kind, main (the last main vote of its
decision), yes_means, no_means, outcome, party, name, choice."""

HELD = f"""
SELECT e.decision, e.matter, e.rank, e.day, e.municipality, e.topic, p.vote, p.same, p.place,
       p.turn, p.yes, p.no, p.abstain, p.absent
FROM (SELECT * FROM decisions WHERE {CHOSEN}) e JOIN polls p USING (decision)
ORDER BY e.day, e.decision, p.vote
"""
"""The votes of every document that tells of them; see ``reports/polls.py``. Columns:
decision, matter, rank, day, municipality, topic, and of the table ``polls`` vote, same, place,
turn, yes, no, abstain, absent."""

VOTES = f"""
{_TOLD}
SELECT t.decision, t.matter, t.rank, t.day, t.municipality, e.body, e.item_type, t.topic,
       e.date, e.title, e.document_id, e.case_id, v.vote_id, v.kind, v."order",
       v.yes_means, v.no_means, t.yes, t.no, t.abstain, t.absent, v.outcome, v.decided_by,
       v.start, v."end", t.main, t.named
FROM told t JOIN decisions e USING (decision) JOIN votes v ON v.rowid = t.vote
WHERE t.concerned ORDER BY t.day, t.decision, v."order"
"""
"""Columns: decision, matter, rank, day, municipality, body, item_type, topic, date, title,
document_id, case_id, vote_id, kind, order, yes_means, no_means, yes, no, abstain, absent
(counted in the ballots where the minutes print no figure), outcome, decided_by, start, end,
main, named (whether the minutes tell who voted how)."""

_PLACED = """
    FROM votes v JOIN cases c USING (case_id)
    JOIN documents d ON d.document_id = c.document_id
    LEFT JOIN decisions e ON e.case_id = v.case_id
     AND e.body = coalesce(v.body, c.body, d.body, '')
"""
VOTE = f"""
SELECT v.vote_id, v.case_id, v.kind, v.yes_means, v.no_means, v.yes, v.no, v.abstain, v.absent,
       v.outcome, v.decided_by, v.start, v."end", c.title, c.number, c.document_id,
       d.municipality, coalesce(v.body, c.body, d.body) AS body,
       coalesce(v.date, c.date, d.date) AS date,
       substring(d.text, v.start + 1, v."end" - v.start) AS quote,
       count(b.vote_id) AS ballots, count(*) FILTER (b.choice = 'ja') AS listed_yes,
       count(*) FILTER (b.choice = 'nej') AS listed_no
{_PLACED} LEFT JOIN ballots b ON b.vote_id = v.vote_id
WHERE v.vote_id = $vote GROUP BY ALL
"""
"""One vote, whatever was chosen, with its words in the source and what its ballots add up to
(listed_yes, listed_no, of ballots in all)."""

VOTE_BALLOTS = f"""
SELECT e.decision, 0 AS matter, 0 AS rank, try_cast(coalesce(v.date, c.date, d.date) AS DATE)
       AS day, b.vote_id, v.kind, true AS main, b.party, b.name, b.choice,
       coalesce(v.date, c.date, d.date) AS date, coalesce(v.body, c.body, d.body) AS body,
       c.title, v.case_id
{_PLACED} JOIN apart.ballots b ON b.vote_id = v.vote_id
WHERE v.vote_id = $vote ORDER BY b.party NULLS LAST, {by_surname("b.name")}
"""
"""The ballots of one vote as in BALLOTS, and date, body, title, case_id; also those whose
party is not known."""

CONFLICT = f"""
SELECT decision, matter, rank, day, municipality::municipality AS municipality,
       body::body AS body, item_type, topic, series, dissent, contested, decided_by
FROM decisions WHERE {CHOSEN} AND {_CONCERNED} ORDER BY decision
"""
"""Columns: decision, matter, rank, day, municipality, body, item_type, topic, series, dissent,
contested, decided_by."""

PROPOSALS = f"""
SELECT e.decision, e.matter, e.rank, e.day, e.municipality, e.body, e.item_type, e.topic,
       e.series, r.proposal_id, m.party, list_contains(e.governing, m.party) AS governing,
       m.own, r.adopted, r.text, e.document_id, r.start, r."end"
FROM (SELECT * FROM decisions WHERE own AND {CHOSEN}) e JOIN moved m USING (decision)
JOIN proposals r ON r.rowid = m.proposal
WHERE len($parties::VARCHAR[]) = 0 OR list_contains($parties::VARCHAR[], m.party)
ORDER BY e.decision, r.proposal_id, m.party
"""
"""A row per proposal and party. Columns: decision, matter, rank, day, municipality, body,
item_type, topic, series, proposal_id, party, governing, own (asks for more than an answer to
what others proposed; see ``storage/moved.py``), adopted, text, document_id, start, end."""

MOTIONS = f"""
WITH written AS (
    SELECT DISTINCT coalesce(c.matter_id, c.case_id) AS matter_id, p.party
    FROM apart.statements s JOIN cases c USING (case_id), unnest(s.parties) AS p(party)
    WHERE s.act = 'motion'
), printed AS (
    SELECT DISTINCT municipality, matter_id, upper(unnest(regexp_extract_all(regexp_extract(
        title, '(?i)motion\\w*\\s+(av|från)\\s+(.*?)\\s+(om|angående|gällande)\\s', 2
    ), '\\(([^()]+)\\)', 1))) AS party
    FROM decisions WHERE item_type = 'motion'
), titled AS (
    SELECT matter_id, coalesce(n.keys[party], party) AS party
    FROM printed LEFT JOIN namesakes n USING (municipality)
), author AS (
    FROM written UNION
    SELECT * FROM titled WHERE matter_id NOT IN (SELECT matter_id FROM written)
)
SELECT e.decision, e.matter, e.rank, e.day, e.municipality, e.body, e.topic, a.party,
       list_contains(e.governing, a.party) AS governing, e.outcome, e.title, e.document_id
FROM (SELECT * FROM decisions WHERE own AND item_type = 'motion' AND {CHOSEN}) e
JOIN author a USING (matter_id)
WHERE len($parties::VARCHAR[]) = 0 OR list_contains($parties::VARCHAR[], a.party)
ORDER BY e.decision, a.party
"""
"""A row per decision on a motion and party behind it: by the motion itself where it is read,
else by the title. Columns: decision, matter, rank, day, municipality, body, topic, party,
governing, outcome, title, document_id."""

AMONG = "decision IN (SELECT unnest($decisions::INTEGER[]))"


def timeline(chosen: str = CHOSEN, also: str = "") -> str:
    """The query TIMELINE of the decisions that a condition chooses, with more columns."""
    return f"""
WITH e AS (SELECT * FROM decisions WHERE {chosen}), said AS (
    SELECT e.decision, 'position' AS source, s.party::TEXT AS party, s.basis::TEXT AS act,
           s.stance::TEXT AS stance, v.kind AS vote_kind, p.quote, p.start, p."end", p.page,
           p.document_id, s.position_id AS id
    FROM e JOIN stances s USING (decision) JOIN positions p ON p.rowid = s.position
    LEFT JOIN votes v ON v.vote_id = s.vote_id
    WHERE s.stance NOT IN ('silent', 'absent')
      AND (len($parties::VARCHAR[]) = 0 OR list_contains($parties::VARCHAR[], s.party::TEXT))
    UNION ALL
    SELECT e.decision, 'statement', w.party, t.act, NULL, NULL, t.text, t.start, t."end",
           t.page, t.document_id, t.statement_id
    FROM e JOIN apart.statements t
      ON t.case_id = e.case_id AND coalesce(t.body, e.body) = e.body,
         unnest(t.parties) AS w(party)
)
SELECT e.decision, e.matter, e.rank, e.day, e.body, e.title, e.outcome, e.case_id, {also}
       said.* EXCLUDE (decision)
FROM said JOIN e USING (decision)
WHERE len($parties::VARCHAR[]) = 0 OR list_contains($parties::VARCHAR[], said.party)
"""


TIMELINE = timeline()
"""A row per position or statement of a party, in no order. Columns: decision, matter, rank,
day, body, title, outcome, case_id, source ("position" or "statement"), party, act (the
position's basis, or the statement's act), stance (positions only), vote_kind, quote, start,
end, page, document_id, id."""

COMPARED = """e.municipality, e.item_type,
       list_contains(e.governing, said.party) AS governing,"""
"""Columns of a timeline whose stands are compared with earlier ones."""


def asked(chosen: str = f"{CHOSEN} AND {_CONCERNED}") -> str:
    """The query ASKED of the decisions that a condition chooses."""
    return f"""
WITH e AS (SELECT * FROM decisions WHERE own AND {chosen})
SELECT e.decision, 'decision' AS kind, []::VARCHAR[] AS parties,
       e.outcome = 'bifall' AS adopted, array_to_string(c.decision, ' ') AS text,
       e.document_id, c.start, c."end", e.case_id AS id
FROM e JOIN cases c USING (case_id) WHERE len(c.decision) > 0
UNION ALL
SELECT e.decision, 'proposal', r.parties, r.adopted,
       CASE WHEN len(r.points) > 0 THEN array_to_string(r.points, ' ') ELSE r.text END,
       e.document_id, r.start, r."end", r.proposal_id
FROM e JOIN apart.proposals r USING (case_id)
ORDER BY 1, 2, 9
"""


ASKED = asked()
"""What decisions were about, in words: the points decided and every proposal. Columns:
decision, kind ("decision" or "proposal"), parties, adopted, text, document_id, start, end,
id."""
