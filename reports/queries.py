"""The SQL behind pages and tables, one named query per read. Parameters are named as the
fields of ``Choice``; what the derived tables hold is told in ``storage/decisions.py``.
"""

from typing import Any

from reports.order import by_surname

TABLES = {
    "Document": "documents",
    "Case": "cases",
    "Position": "apart.positions",
    "Proposal": "apart.proposals",
    "Statement": "apart.statements",
    "Vote": "votes",
}

MOST_FOLLOWING, NEAR = 1000, 12
"""Characters that are told of what follows upon a quote, and how near it must begin."""

META = "SELECT * FROM meta"
FAILURES = "SELECT source, reason FROM failures ORDER BY source"

PLACED = """
    ($municipality IS NULL OR municipality = $municipality)
    AND ($body IS NULL OR body = $body)
    AND ($start IS NULL OR date >= $start) AND ($end IS NULL OR date <= $end)
"""
CHOSEN = f"""
    {PLACED}
    AND ($topic IS NULL OR list_contains(topics, $topic))
    AND ($item_type IS NULL OR item_type = $item_type)
    AND (NOT $contested OR contested)
    AND ($words IS NULL OR contains(lower(title), lower($words)))
"""

_OF_PARTIES = f"""
    {CHOSEN}
    AND (len($parties::VARCHAR[]) = 0 OR list_has_any(parties, $parties::VARCHAR[]))
"""
_NEWEST_FIRST = "date DESC NULLS LAST, contested DESC, case_id, body"

DECISIONS = f"""
SELECT * EXCLUDE (parties, series) FROM decisions WHERE {_OF_PARTIES} ORDER BY {_NEWEST_FIRST}
"""
"""Columns as in the table ``decisions``, newest first."""

FIRST_DECISIONS = f"{DECISIONS} LIMIT $most"
"""The newest of them. Takes ``most`` too."""

DISSENTING = f"""
SELECT * EXCLUDE (parties, series) FROM decisions
WHERE {_OF_PARTIES} AND len(parties_against) > 0
ORDER BY {_NEWEST_FIRST} LIMIT $most
"""
"""The newest of those that a party was against. Takes ``most`` too."""

NAMED_DECISIONS = f"""
SELECT * EXCLUDE (parties, series) FROM decisions
WHERE decision IN (SELECT unnest($named::INTEGER[])) ORDER BY {_NEWEST_FIRST}
"""
"""The decisions of these numbers, whatever was chosen."""

CASES_OF = """
SELECT decision, case_id FROM decisions WHERE decision IN (SELECT unnest($named::INTEGER[]))
"""
"""The cases of the decisions of these numbers."""

NAMED_STANCES = """
SELECT decision, party, stance, governing FROM stances
WHERE decision IN (SELECT unnest($named::INTEGER[])) ORDER BY decision, party
"""
NAMED_SEATS = """
SELECT decision, party, side, seats, by_ballots FROM seats
WHERE decision IN (SELECT unnest($named::INTEGER[])) ORDER BY decision, party, side
"""
"""Who stood where in the decisions of these numbers, and with how many seats."""

HEADINGS = f"""
SELECT decision, date, body, title, case_id FROM decisions
WHERE {_OF_PARTIES} ORDER BY {_NEWEST_FIRST}
"""
"""The same decisions in the same order; lists cost more than all other columns."""

NUMBERS = f"SELECT decision FROM decisions WHERE {CHOSEN}"
NUMBERS_OF_PARTIES = f"SELECT decision FROM decisions WHERE {_OF_PARTIES}"
"""The numbers of the chosen decisions, whoever is in them, and with the chosen parties."""

ANY_TOPIC = f"""
SELECT EXISTS (FROM decisions WHERE {CHOSEN}
               AND len(list_filter(topics, lambda topic: topic <> 'formalia')) > 0) AS found
"""
"""Whether a chosen decision has a topic."""

COUNT = f"SELECT count(*) AS decisions FROM decisions WHERE {_OF_PARTIES}"

GOVERNED = f"""
SELECT municipality, count(*) AS n, count(*) FILTER (mandate IS NULL) AS unknown
FROM decisions WHERE {_OF_PARTIES} GROUP BY 1 ORDER BY max(date) DESC NULLS LAST, 1
"""
"""Columns: municipality, n, unknown (of how many it is not known who governed)."""

PER_MONTH = f"""
SELECT substr(date, 1, 7) AS date, count(*) AS n, count(*) FILTER (contested) AS contested
FROM decisions WHERE {_OF_PARTIES} GROUP BY 1 ORDER BY 1
"""
"""Columns: date (a month, a year where no more is known, or missing), n, contested."""

STANCES = f"""
SELECT s.decision, e.matter, e.rank, e.day, e.contested, s.party, s.stance, s.governing,
       e.municipality, e.body, e.item_type, e.topic, e.mandate
FROM stances s JOIN (SELECT decision, matter, rank, day, contested,
    municipality::municipality AS municipality, body::body AS body,
    series::series AS item_type, topic::topic AS topic,
    try_cast(mandate || CASE length(mandate) WHEN 7 THEN '-01' ELSE '' END AS DATE)
        AS mandate
    FROM decisions WHERE {CHOSEN}) e USING (decision)
WHERE len($parties::VARCHAR[]) = 0 OR list_contains($parties::VARCHAR[], s.party::TEXT)
ORDER BY s.decision, s.party
"""
"""Columns: decision, matter, rank, day, contested, party, stance, governing, municipality,
body, item_type (budgets by themselves, as "budget"), topic, mandate (the day
the majority of that day took over; missing where who governed is unknown); words are
categories."""

ALTERNATIVES = f"""
SELECT decision, party, alternative FROM alternatives
WHERE decision IN (SELECT decision FROM decisions WHERE {CHOSEN})
  AND (len($parties::VARCHAR[]) = 0 OR list_contains($parties::VARCHAR[], party::TEXT))
ORDER BY decision, alternative, party
"""
"""Columns: decision, party, alternative (a number), for parties that dissented."""

SEATS = f"""
SELECT decision, party, side, seats, by_ballots FROM seats
WHERE decision IN (SELECT decision FROM decisions WHERE {CHOSEN})
ORDER BY decision, party, side
"""
"""Columns: decision, party, side, seats, by_ballots; all parties of the chosen decisions."""

SIGNED = f"""
SELECT statement_id, decision, matter_id, act, try_cast(date AS DATE) AS day, municipality,
       body, unnest(parties) AS party
FROM signatures WHERE {CHOSEN}
ORDER BY statement_id, party
"""
"""What parties signed, a row per statement and party: statement_id, decision (missing for a
motion's own paper), matter_id, act, day, municipality, body, party. Substitutes who did not
serve are left out."""

SIGNERS = f"""
WITH signed AS (
    SELECT statement_id, decision, matter_id, act, date, municipality,
           unnest(list_distinct(persons)) AS written
    FROM signatures WHERE {CHOSEN}
)
SELECT DISTINCT statement_id, decision, matter_id, act, try_cast(date AS DATE) AS day,
       signed.municipality, person, p.name,
       list_filter(p.parties, lambda x: (x."first" IS NULL OR x."first" <= date)
           AND (x."last" IS NULL OR date <= x."last"))[1].party AS party
FROM signed JOIN spellings USING (municipality, written)
JOIN apart.people p ON p.person_id = person
ORDER BY statement_id, person
"""
"""What people signed, a row per statement and person: statement_id, decision, matter_id, act,
day, municipality, person, name, party (that of the day; missing where unknown)."""

SIGNED_TEXTS = """
SELECT coalesce(s.date, c.date) AS date, coalesce(s.body, c.body) AS body, c.title, s.act,
       s.parties, s.persons, s.text, s.case_id, s.document_id, s.statement_id
FROM apart.statements s JOIN cases c USING (case_id)
WHERE list_contains($ids::VARCHAR[], s.statement_id)
ORDER BY 1 DESC NULLS LAST, s.statement_id
"""
"""Statements by their ids, newest first: date, body, title, act, parties, persons, text,
case_id, document_id, statement_id."""

FOLLOWING = f"""
WITH asked AS (
    SELECT unnest($documents::VARCHAR[]) AS document_id, unnest($ends::INTEGER[]) AS ended
)
SELECT a.document_id, a.ended, left(arg_min(s.text, s.start), {MOST_FOLLOWING}) AS text
FROM asked a JOIN statements s
  ON s.document_id = a.document_id AND s.start BETWEEN a.ended AND a.ended + {NEAR}
GROUP BY ALL
"""
"""How the statement begins that follows right upon each of these places: document_id, ended,
text."""

ABSENT = f"""
WITH asked AS (
    SELECT decision, document_id, governing FROM decisions WHERE own AND ({CHOSEN})
), empty AS (
    SELECT document_id, name, any_value(party) AS party FROM apart.attendance
    WHERE NOT present AND items IS NULL
      AND role IN ('ordförande', 'vice ordförande', 'ledamot')
    GROUP BY document_id, name HAVING count(*) = 1 AND any_value(party) IS NOT NULL
), filled AS (
    SELECT document_id, substitutes_for AS name, any_value(party) AS substitute,
           -- part of a meeting, two in one seat or no party: not known who sat there
           bool_or(items IS NOT NULL OR party IS NULL) OR count(*) > 1 AS unsure
    FROM apart.attendance
    WHERE present AND role = 'tjänstgörande ersättare' AND substitutes_for IS NOT NULL
    GROUP BY ALL
), vague AS (
    SELECT document_id FROM attendance
    WHERE present AND role = 'tjänstgörande ersättare' AND substitutes_for IS NULL
)
SELECT a.decision, e.party, f.substitute, count(*)::INTEGER AS seats,
       list_contains(any_value(a.governing), e.party) AS governing
FROM asked a JOIN empty e USING (document_id)
LEFT JOIN filled f ON f.document_id = e.document_id AND f.name = e.name
WHERE NOT coalesce(f.unsure, false) AND a.document_id NOT IN (SELECT document_id FROM vague)
GROUP BY a.decision, e.party, f.substitute
ORDER BY ALL
"""
"""Columns: decision, party (of an absent member), substitute (the party of the one who served
instead; missing when nobody did), seats, governing (whether ``party`` governed). Only where
the minutes tell who served for whom at the whole meeting."""

DECIDED = f"""
SELECT decision, decided_by, len(governing)::INTEGER AS governing_parties, mandate
FROM decisions WHERE {CHOSEN} ORDER BY decision
"""
"""Columns: decision, decided_by, governing_parties (how many governed), mandate (its start);
the last two missing where it is not known who governed."""

PLACES = """
SELECT municipality, body, count(*) AS decisions, count(*) FILTER (contested) AS contested,
       min(date) AS first, max(date) AS last
FROM decisions GROUP BY ALL ORDER BY contested DESC, decisions DESC, municipality, body
"""

KINDS = """
SELECT DISTINCT topic, item_type FROM decisions
WHERE $municipality IS NULL OR municipality = $municipality
"""

TOPIC_NAMES = "SELECT topic, name, name_english FROM topics"

LETTERS = """
SELECT DISTINCT s.party::TEXT AS party FROM stances s JOIN decisions e USING (decision)
WHERE s.stance NOT IN ('silent', 'absent')
  AND ($municipality IS NULL OR e.municipality = $municipality)
ORDER BY 1
"""

MANDATES = """
SELECT municipality, start, "end", governing, supporting, source FROM apart.mandates
WHERE $municipality IS NULL OR municipality = $municipality ORDER BY municipality, start
"""

PARTIES = """
SELECT short AS party, name, municipality, former FROM apart.parties
WHERE $municipality IS NULL OR municipality IS NULL OR municipality = $municipality
ORDER BY municipality NULLS FIRST, short
"""

PEOPLE = f"""
SELECT person_id, municipality, name, name_variants,
       list_transform(parties, lambda seen: seen.party) AS parties, roles
FROM apart.people WHERE $municipality IS NULL OR municipality = $municipality
ORDER BY municipality, {by_surname("name")}, person_id
"""

HOME = "SELECT municipality FROM people WHERE person_id = $person"

HOMES = """
SELECT c.case_id, d.municipality FROM cases c JOIN documents d USING (document_id)
WHERE d.municipality IS NOT NULL
"""

COVERAGE = f"""
SELECT municipality, body, count(*) AS documents,
       count(DISTINCT date) FILTER (minutes) AS meetings, sum(cases)::BIGINT AS cases,
       count(*) FILTER (with_findings) AS with_findings, min(date) AS first, max(date) AS last
FROM contents WHERE {PLACED}
GROUP BY municipality, body ORDER BY documents DESC, municipality, body
"""

DOCUMENTS = f"""
SELECT d.document_id, d.source, d.kind, d.title, d.municipality, d.body, d.date, d.reference,
       d.pages, d.findings,
       f.cases, f.statements, f.positions
FROM (SELECT * FROM documents WHERE {PLACED}) d JOIN contents f USING (document_id)
ORDER BY d.date DESC NULLS LAST, d.source
"""

UNPLACED = f"""
SELECT count(*) AS documents FROM documents WHERE municipality IS NULL
  AND {PLACED.replace("municipality = $municipality", "true")}
"""
"""How many documents do not say of which municipality they are, whichever was chosen."""

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
SELECT decision, case_id, body, date, title, own, decided_by, governing, contested
FROM decisions
WHERE case_id = $case_id
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
