"""The tables that analyses and pages read, worked out once when a snapshot is built.

A decision is a case in one body: a document that retells earlier rounds holds several. It is
contested when a party dissented or was divided, or when proposals were put against each other.
Elections, notifications, questions and formalities are no decisions in this sense.
Parties are those told apart (``namesakes.py``). They, stances and the like are ENUMs and a
decision is a number, so that a million rows are read and counted in a fraction of a second.
"""

import duckdb

from pipeline.storage.issues import ISSUES
from pipeline.storage.moved import MOVED
from pipeline.storage.namesakes import tell_apart
from pipeline.storage.people import OF_PEOPLE
from pipeline.storage.polls import BALLOTS, CONTENTS, POLLS
from pipeline.storage.signatures import SIGNATURES
from pipeline.storage.words import WORDS

DECISIONS = """
CREATE TABLE decisions AS
WITH answered AS (
    SELECT case_id, instance AS body, any_value(date) AS date FROM referrals
    WHERE response = 'svar' AND date IS NOT NULL
    GROUP BY case_id, instance HAVING count(DISTINCT date) = 1
), stance AS (
    SELECT p.case_id, coalesce(p.body, c.body, d.body, '') AS body,
           -- another body's round, retold here, was not on this day
           CASE WHEN p.body IS DISTINCT FROM coalesce(c.body, d.body, p.body)
                THEN coalesce(p.date, a.date)
                ELSE coalesce(p.date, c.date, d.date) END AS date, p.party, p.stance
    FROM apart.positions p JOIN cases c USING (case_id)
    JOIN documents d ON d.document_id = c.document_id
    LEFT JOIN answered a ON a.case_id = p.case_id AND a.body = p.body
), own AS (
    SELECT c.case_id, coalesce(c.body, d.body, '') AS body, coalesce(c.date, d.date) AS date
    FROM cases c JOIN documents d USING (document_id)
    WHERE c.outcome IS NOT NULL OR c.decided_by IS NOT NULL
), held AS (
    SELECT case_id, body, max(date) AS date,
           coalesce(bool_or(stance IN ('against', 'split')), false) AS dissent,
           list_sort(list(party) FILTER (stance = 'for')) AS parties_for,
           list_sort(list(party) FILTER (stance = 'against')) AS parties_against,
           list_sort(list(party) FILTER (stance IN
               ('abstained', 'split', 'remark', 'not_participating'))) AS parties_other,
           list(DISTINCT party) FILTER (stance NOT IN ('silent', 'absent')) AS parties
    FROM (FROM stance UNION ALL SELECT *, NULL, NULL FROM own) GROUP BY case_id, body
), placed AS (
    SELECT h.*, c.number, c.title, c.reference, c.item_type, c.topics, c.document_id,
           d.municipality, d.kind, coalesce(c.matter_id, c.case_id) AS matter_id,
           h.body = coalesce(c.body, d.body, '') AS own,
           -- every opposition party has a budget of its own
           CASE WHEN c.item_type = 'förslag' AND regexp_matches(lower(c.title), '\\bbudget\\b')
                THEN 'budget' ELSE c.item_type END AS series,
           CASE WHEN own THEN c.outcome END AS outcome,
           CASE WHEN own THEN c.decided_by END AS decided_by,
           -- a matter climbs from a board through the drafting body to executive and council
           CASE WHEN contains(lower(h.body), 'fullmäktige') THEN 3
                WHEN contains(lower(h.body), 'styrelsen') THEN 2
                WHEN contains(lower(h.body), 'beredning') THEN 1 ELSE 0 END::UTINYINT AS rank
    FROM held h JOIN cases c USING (case_id) JOIN documents d ON d.document_id = c.document_id
    WHERE c.item_type NOT IN ('formalia', 'val', 'anmälan', 'interpellation', 'fråga')
      AND c.topics[1] IS DISTINCT FROM 'formalia'
)
SELECT (row_number() OVER (ORDER BY p.date NULLS LAST, case_id, body) - 1)::INTEGER
           AS decision,
       (dense_rank() OVER (ORDER BY matter_id) - 1)::INTEGER AS matter,
       p.* EXCLUDE (date, outcome, decided_by), p.date, try_cast(p.date AS DATE) AS day,
       outcome, decided_by, topics[1] AS topic,
       dissent OR coalesce(decided_by IN
           ('acklamation', 'votering', 'utslagsröst', 'lottning', 'minoritet'), false)
           AS contested,
       m.governing, m.supporting, m.start AS mandate
FROM placed p LEFT JOIN apart.mandates m
  ON m.municipality = p.municipality AND m.start <= p.date
 AND (m."end" IS NULL OR p.date < m."end")
 -- a change that is known to the month only says nothing of that month
 AND NOT (length(m.start) = 7 AND substr(p.date, 1, 7) = m.start)
ORDER BY decision
"""
"""Columns: decision, matter (numbers), case_id, body, date, day, dissent, contested,
parties_for, parties_against, parties_other, parties (lists), number, title, reference,
item_type, series (the kind of item, with budgets as one of their own), topics, topic (the main
one), document_id, municipality, kind, matter_id, own (the document's own body), rank, outcome,
decided_by, governing, supporting, mandate (its start)."""

STANCES = """
CREATE TABLE stances AS
SELECT e.decision, p.party::party AS party, p.stance::stance AS stance,
       p.basis::basis AS basis, p.position_id, p.statement_id, p.vote_id,
       list_contains(e.governing, p.party) AS governing, n.place::INTEGER AS position
FROM apart.positions p JOIN cases c USING (case_id)
JOIN (SELECT rowid AS place, position_id FROM positions) n USING (position_id)
JOIN documents d ON d.document_id = c.document_id
JOIN decisions e ON e.case_id = p.case_id AND e.body = coalesce(p.body, c.body, d.body, '')
ORDER BY e.decision, party
"""
"""One row per decision and party, silence and absence too; ``governing`` is NULL where it is
not known who governed."""

ALTERNATIVES = """
CREATE TABLE alternatives AS
WITH moved AS (
    -- a proposal is of the body where it was moved; one that nobody moved, of the case's own
    SELECT r.*, coalesce(t.body, c.body, d.body, '') AS body
    FROM apart.proposals r JOIN cases c USING (case_id) JOIN documents d USING (document_id)
    LEFT JOIN (
        SELECT case_id, start, "end", any_value(body) AS body FROM statements
        WHERE act = 'yrkande' GROUP BY case_id, start, "end" HAVING count(DISTINCT body) = 1
    ) AS t ON t.case_id = r.case_id AND t.start = r.start AND t."end" = r."end"
), dissent AS (
    SELECT s.decision, s.party, s.statement_id, e.case_id, e.body
    FROM stances s JOIN decisions e USING (decision) WHERE s.stance = 'against'
), backing AS (
    SELECT decision, party, statement_id AS alternative FROM dissent
    UNION
    SELECT x.decision, x.party, unnest([t.statement_id, t.same_as] || t.endorses)
    FROM dissent x JOIN apart.statements t
      ON t.case_id = x.case_id AND list_contains(t.parties, x.party::TEXT)
     AND coalesce(t.body, x.body) = x.body
    WHERE t.act IN ('reservation', 'yrkande')
    UNION
    SELECT x.decision, x.party, r.proposal_id
    FROM dissent x
    JOIN moved r ON r.case_id = x.case_id AND r.body = x.body
     AND list_contains(r.parties, x.party::TEXT)
    WHERE r.adopted IS DISTINCT FROM true
)
SELECT decision, party, (dense_rank() OVER (ORDER BY alternative) - 1)::INTEGER AS alternative,
       alternative AS id
FROM backing WHERE alternative IS NOT NULL ORDER BY decision, party, alternative
"""
"""The statements and losing proposals that each dissenting party stands behind."""

SETTLING = """
CREATE TEMP TABLE settling AS
WITH resting AS (
    SELECT DISTINCT decision, vote_id FROM stances WHERE vote_id IS NOT NULL
), candidate AS (
    SELECT e.decision, v.vote_id, v.kind, v."order", v.outcome, v.yes, v.no,
           r.vote_id IS NOT NULL AS rested,
           v.kind IN ('återremiss', 'bordläggning')
               AND v.kind IS DISTINCT FROM e.outcome::VARCHAR AS put_aside
    FROM decisions e JOIN votes v USING (case_id)
    LEFT JOIN resting r ON r.decision = e.decision AND r.vote_id = v.vote_id
    WHERE e.own AND coalesce(v.body, e.body) = e.body
), chosen AS (
    SELECT decision, count(*) AS votes,
           CASE WHEN count(*) FILTER (rested) = 1
                THEN any_value(vote_id) FILTER (rested)
                WHEN count(*) FILTER (kind = 'huvudvotering') > 0
                THEN arg_max(vote_id, "order") FILTER (kind = 'huvudvotering')
                WHEN count(*) = 1
                THEN any_value(vote_id) FILTER (NOT put_aside) END AS vote_id
    FROM candidate GROUP BY decision
)
SELECT c.decision, c.vote_id, v.outcome,
       CASE v.outcome WHEN 'ja' THEN v.yes WHEN 'nej' THEN v.no END AS winning,
       CASE v.outcome WHEN 'ja' THEN v.no WHEN 'nej' THEN v.yes END AS losing
FROM chosen c LEFT JOIN candidate v ON v.decision = c.decision AND v.vote_id = c.vote_id
"""
"""Decisions with votes, and the vote that settled each: the one that the positions rest on,
else the last main vote, else the only one, unless it only was to decide today; NULL where that
cannot be told."""

_SERVING = "('ordförande', 'vice ordförande', 'ledamot', 'tjänstgörande ersättare')"

SEATS = f"""
CREATE TABLE seats AS
WITH voted AS (
    SELECT s.decision, b.party::party AS party, count(*) AS seats,
           CASE WHEN b.choice = s.outcome THEN 'for' WHEN b.choice IN ('ja', 'nej')
                THEN 'against' WHEN b.choice = 'avstår' THEN 'abstained'
                ELSE 'not_participating' END::stance AS side
    FROM settling s JOIN apart.ballots b USING (vote_id)
    WHERE s.outcome IS NOT NULL AND b.party IS NOT NULL AND b.choice <> 'frånvarande'
    GROUP BY ALL
), present AS (
    SELECT e.decision, a.party,
           -- "§§ 72-99, 101" says for which matters somebody served; nothing said means all
           a.items IS NULL OR NOT regexp_full_match(e.number, '\\d+') OR len(list_filter(
               regexp_extract_all(a.items, '\\d+\\s*[-–]\\s*\\d+|\\d+'),
               lambda x: regexp_extract(x, '^\\d+')::BIGINT <= try_cast(e.number AS BIGINT)
                   AND try_cast(e.number AS BIGINT) <= regexp_extract(x, '\\d+$')::BIGINT
           )) > 0 AS there
    FROM decisions e JOIN apart.attendance a USING (document_id)
    WHERE e.own AND a.present AND a.role IN {_SERVING}
      AND e.decision NOT IN (SELECT decision FROM voted)
), served AS (
    SELECT decision, party::party AS party, count(*) AS seats
    FROM present
    WHERE there AND decision NOT IN
        (SELECT decision FROM present WHERE there AND party IS NULL)
    GROUP BY ALL
), counted AS (
    SELECT v.decision, v.party, coalesce(s.stance, 'silent')::stance AS side, v.seats
    FROM served v LEFT JOIN stances s USING (decision, party)
), printed AS (
    -- seats by attendance hold only where they give the figures that the minutes print
    SELECT t.decision FROM settling t LEFT JOIN counted c USING (decision)
    WHERE t.decision NOT IN (SELECT decision FROM voted)
    GROUP BY t.decision, t.winning, t.losing
    HAVING NOT coalesce(
        t.winning = coalesce(sum(c.seats) FILTER (c.side = 'for'), 0)
        AND t.losing = coalesce(sum(c.seats) FILTER (c.side = 'against'), 0), false)
)
SELECT decision, party, side, seats::INTEGER AS seats, true AS by_ballots FROM voted
UNION ALL
SELECT decision, party, side, seats::INTEGER, false FROM counted
WHERE decision NOT IN (FROM printed)
ORDER BY decision, party, side
"""
"""Serving members per decision, party and side: by the ballots of the settling vote, else by
attendance. Nothing where somebody's party is not known, or the figures do not agree."""


DERIVED = (
    *OF_PEOPLE,
    *(DECISIONS, STANCES, ALTERNATIVES, SETTLING, SEATS, MOVED, WORDS),
    *(POLLS, BALLOTS, CONTENTS, SIGNATURES),
    *ISSUES,
)


def derive(connection: duckdb.DuckDBPyConnection) -> None:
    """Write the tables of ``DERIVED`` beside those of the parts."""
    tell_apart(connection)
    _name_values(connection)
    for statement in DERIVED:
        connection.execute(statement)
    connection.execute("CREATE INDEX decisions_case_id ON decisions (case_id)")


def _name_values(connection: duckdb.DuckDBPyConnection) -> None:
    for name, source in (
        (
            "party",
            "SELECT party FROM apart.positions UNION SELECT party FROM apart.attendance"
            " UNION SELECT party FROM apart.ballots UNION SELECT short FROM apart.parties",
        ),
        (
            "stance",
            "SELECT stance FROM positions UNION SELECT unnest(["
            "'for', 'against', 'abstained', 'not_participating', 'silent'])",
        ),
        ("municipality", "SELECT municipality FROM documents"),
        (
            "body",
            "SELECT body FROM cases UNION SELECT body FROM positions"
            " UNION SELECT body FROM documents UNION SELECT ''",
        ),
        ("series", "SELECT item_type FROM cases UNION SELECT 'budget'"),
        ("topic", "SELECT topics[1] FROM cases"),
        ("basis", "SELECT basis FROM positions UNION SELECT 'närvaro'"),
    ):
        # with '' an ENUM has at least one value
        connection.execute(
            f"CREATE TYPE {name} AS ENUM (SELECT value FROM ({source} UNION SELECT '') "
            f"AS given(value)"
            " WHERE value IS NOT NULL ORDER BY value)"
        )
