"""The SQL behind one party and one person. Each query takes ``Choice.parameters()``; those of
a person take ``person`` (an id; None in PEOPLE is everybody) too.
"""

from reports.order import by_surname
from reports.patterns import CAST
from reports.queries import CHOSEN, PLACED

_OF_PARTY = "(len($parties::VARCHAR[]) = 0 OR list_contains($parties::VARCHAR[], {}))"

STANDS = f"""
SELECT s.party, e.decision, e.matter, e.rank, e.day, e.date, e.body, e.title, e.outcome,
       s.stance, s.basis, p.quote, p.start, p."end", p.page, p.document_id, e.case_id
FROM stances s JOIN (SELECT * FROM decisions WHERE {CHOSEN}) e USING (decision)
LEFT JOIN positions p ON p.rowid = s.position
WHERE s.stance <> 'absent' AND e.topic IS DISTINCT FROM 'formalia'
  AND {_OF_PARTY.format("s.party::TEXT")}
ORDER BY e.date IS NULL, e.decision DESC, s.party
"""
"""Where parties stood that took part, matters of form left out, newest first: decisions are
numbered in order of time. Columns: party, decision, matter, rank, day, date, body, title,
outcome, stance, basis, quote, start, end, page, document_id, case_id."""

FIRST_UNDATED = "SELECT min(decision) AS decision FROM decisions WHERE date IS NULL"
DATES = """
SELECT decision, date FROM decisions WHERE decision IN (SELECT unnest($named::INTEGER[]))
"""
"""The first decision without a date, after which none has one; the dates of these numbers."""

TOPICS_OF = f"""
SELECT decision, unnest(topics) AS topic FROM decisions WHERE {CHOSEN} ORDER BY decision
"""
"""The topics of each decision, a row each."""

TOPICS = "SELECT topic, name, name_english FROM topics"

TERMS = f"""
WITH here AS (
    SELECT DISTINCT municipality FROM documents WHERE municipality IS NOT NULL
      AND ($municipality IS NULL OR municipality = $municipality)
), sat AS (
    SELECT *, unnest(governing) AS letters, 'governing' AS place FROM apart.mandates
    UNION ALL SELECT *, unnest(supporting), 'supporting' FROM apart.mandates
)
SELECT s.letters AS party, s.place, s.municipality, s.start, s."end",
       s.governing, s.supporting, s.source
FROM sat s JOIN here USING (municipality)
WHERE {_OF_PARTY.format("s.letters")}
ORDER BY s.municipality, s.start DESC, party
"""
"""When parties governed or supported those who did, in municipalities that are read. Columns:
party, place ("governing" or "supporting"), municipality, start, end, governing, supporting,
source."""

TOGETHER = f"""
WITH signed AS (
    SELECT s.*, c.title, c.topics, c.item_type, d.municipality,
           coalesce(e.contested, false) AS contested
    FROM apart.statements s JOIN cases c USING (case_id)
    JOIN documents d ON d.document_id = s.document_id
    LEFT JOIN decisions e ON e.case_id = s.case_id AND e.body = coalesce(s.body, c.body, '')
    WHERE NOT s.by_substitute
)
SELECT date, body, act, title, parties, text AS quote, start, "end", page, document_id, case_id
FROM signed WHERE {CHOSEN} AND list_has_all(parties, $parties::VARCHAR[])
  AND list_contains(parties, $other)
ORDER BY date DESC NULLS LAST, case_id, start
"""
"""What the chosen parties signed together with ``other``, newest first. Columns: date, body,
act, title, parties, quote, start, end, page, document_id, case_id."""

DEMANDS = f"""
WITH placed AS (
    SELECT m.*, c.title, c.topics, c.item_type, d.municipality, coalesce(e.contested, false)
           AS contested
    FROM apart.demands m JOIN cases c USING (case_id)
    JOIN documents d ON d.document_id = m.document_id
    LEFT JOIN decisions e ON e.case_id = m.case_id AND e.body = coalesce(m.body, '')
), asked AS (
    SELECT *, unnest(parties) AS party FROM placed WHERE {CHOSEN}
)
SELECT party, date, body, kind, quote, addressee, negated, title, start, "end", page,
       document_id, case_id
FROM asked WHERE {_OF_PARTY.format("party")}
QUALIFY row_number() OVER (
    PARTITION BY party, date, body, coalesce(group_id, demand_id) ORDER BY demand_id) = 1
ORDER BY date DESC NULLS LAST, case_id, start, party, demand_id
"""
"""What parties want, sentence by sentence, newest first; a sentence that several documents
retell of one meeting is there once. Columns: party, date, body, kind, quote, addressee,
negated, title, start, end, page, document_id, case_id."""

_MINE = "($person IS NULL OR person = $person)"

PEOPLE = f"""
WITH told AS (
    SELECT person, count(*) AS listed, count(*) FILTER (present) AS present,
           min(date) AS "first", max(date) AS "last"
    FROM seen WHERE {PLACED} AND {_MINE} GROUP BY person
), signed AS (
    SELECT person, count(*) AS statements FROM said WHERE {PLACED} AND {_MINE} GROUP BY person
)
SELECT p.person_id, p.municipality, p.name, p.name_variants,
       list_transform(p.parties, lambda seen: seen.party) AS parties,
       list_transform(p.parties, lambda seen: seen."first") AS since,
       list_transform(p.parties, lambda seen: seen."last") AS until, p.roles,
       coalesce(s.statements, 0)::INTEGER AS statements,
       coalesce(t.listed, 0)::INTEGER AS listed, coalesce(t.present, 0)::INTEGER AS present,
       t."first", t."last"
FROM apart.people p LEFT JOIN told t ON t.person = p.person_id
LEFT JOIN signed s ON s.person = p.person_id
WHERE ($municipality IS NULL OR p.municipality = $municipality)
  AND ($person IS NULL OR p.person_id = $person)
  AND (len(list_filter(p.roles, lambda role: role <> 'övrig')) > 0 OR len(p.parties) > 0)
  AND (len($parties::VARCHAR[]) = 0 OR list_has_any(
       list_transform(p.parties, lambda seen: seen.party), $parties::VARCHAR[]))
ORDER BY {by_surname("p.name")}, p.municipality, p.person_id
"""
"""Elected representatives and officials, or ``person`` alone, with what they signed and the
meetings whose minutes list them; visitors are left out. Columns: person_id, municipality,
name, name_variants, parties, since and until (lists, in step with parties), roles, statements,
listed, present, first, last."""

MEETINGS = f"""
SELECT date, body, role, present, substitutes_for, items, start, "end", document_id
FROM seen WHERE {PLACED} AND person = $person ORDER BY date DESC NULLS LAST, body
"""
"""The meetings whose minutes list a person, newest first. Columns: date, body, role, present,
substitutes_for, items, start, end, document_id."""

ROLES = f"""
SELECT body, role, count(*) AS listed, count(*) FILTER (present) AS present,
       min(date) AS "first", max(date) AS "last"
FROM seen WHERE {PLACED} AND person = $person
GROUP BY body, role ORDER BY "first", body, role
"""
"""A person's roles over time. Columns: body, role, listed, present, first, last."""

SUBSTITUTIONS = f"""
WITH served AS (
    SELECT * FROM seen WHERE {PLACED} AND present AND substitutes_for IS NOT NULL
), paired AS (
    SELECT s.person, k.person AS other, s.substitutes_for, s.body, s.date
    FROM served s LEFT JOIN spellings k ON k.written = s.substitutes_for
     AND k.municipality IS NOT DISTINCT FROM s.municipality
), both_ways AS (
    SELECT 'for' AS direction, other AS person_id, substitutes_for AS written, body, date
    FROM paired WHERE person = $person
    UNION ALL
    SELECT 'by', person, NULL, body, date FROM paired WHERE other = $person
)
SELECT b.direction, coalesce(p.name, b.written) AS name, b.person_id, b.body, count(*) AS n,
       min(b.date) AS "first", max(b.date) AS "last"
FROM both_ways b LEFT JOIN people p USING (person_id)
GROUP BY ALL
ORDER BY b.direction DESC, n DESC, {by_surname("min(coalesce(p.name, b.written))")}, b.body
"""
"""Whom a person served for, and who served for them. Columns: direction ("for" or "by"), name,
person_id, body, n (meetings), first, last."""

SIGNED_BY = f"""
WITH mine AS (SELECT statement_id FROM said WHERE {PLACED} AND person = $person)
SELECT s.date, s.body, s.act, c.title, s.parties, s.by_substitute,
       s.text AS quote, s.start, s."end", s.page, s.document_id, s.case_id
FROM mine JOIN apart.statements s USING (statement_id) JOIN cases c USING (case_id)
ORDER BY s.date DESC NULLS LAST, s.case_id, s.start
"""
"""What a person signed, newest first. Columns: date, body, act, title, parties, by_substitute,
quote, start, end, page, document_id, case_id."""

PERSONS_BALLOTS = f"""
SELECT * EXCLUDE (municipality, place, vote, person) REPLACE (person AS name) FROM ({CAST})
WHERE $person IS NULL OR vote IN (SELECT vote FROM cast_ballots WHERE person = $person)
ORDER BY day, vote_id, party, name
"""
"""The ballots as in ``patterns.BALLOTS``, with the person's id for the name, so that one
person is one under all spellings; with ``person`` those of the person's votes."""
