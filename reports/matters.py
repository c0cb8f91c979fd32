"""One matter through all bodies: the motion, the answers to a referral, each body's turn."""

import pandas as pd

from reports.reader import Reader
from reports.report import Option, report

STEPS = """
WITH asked AS (
    SELECT coalesce(matter_id, case_id) AS matter FROM cases WHERE case_id = $case_id
), own AS (
    SELECT c.case_id, c.document_id, c.number, coalesce(c.body, d.body, '') AS body,
           coalesce(c.date, d.date) AS date, c.title, c.outcome, c.decided_by,
           d.kind AS document_kind, c.start AS place_start, c."end" AS place_end,
           e.parties_for, e.parties_against,
           CASE WHEN d.kind = 'motion' THEN 'motion'
                WHEN c.outcome IS NULL AND c.decided_by IS NULL THEN 'noted'
                ELSE 'decision' END AS stage
    FROM cases c JOIN documents d USING (document_id)
    LEFT JOIN decisions e ON e.case_id = c.case_id AND e.own
    WHERE coalesce(c.matter_id, c.case_id) = (SELECT matter FROM asked)
), retold AS (
    -- an earlier round that only a later document tells of; its day, where that is told
    SELECT o.case_id, o.document_id, NULL AS number, e.body, NULL AS title, o.document_kind,
           (SELECT max(p.date) FROM positions p
            WHERE p.case_id = e.case_id AND p.body = e.body) AS date,
           e.parties_for, e.parties_against, o.place_start, o.place_end, 'retold' AS stage
    FROM decisions e JOIN own o USING (case_id)
    WHERE NOT e.own AND e.body NOT IN (SELECT body FROM own)
), answers AS (
    SELECT r.case_id, r.document_id, r.instance AS body, r.date, r.response,
           r.stance AS opinion, o.document_kind, r.start AS place_start, r."end" AS place_end,
           'referral' AS stage,
           coalesce(r.date, max(r.date) OVER (PARTITION BY r.document_id), o.date) AS placed
    FROM referrals r JOIN own o USING (case_id)
), steps AS (
    SELECT *, date AS placed FROM own
    UNION ALL BY NAME SELECT *, coalesce(date, (SELECT min(date) FROM own)) AS placed
    FROM retold
    UNION ALL BY NAME SELECT * FROM answers
)
SELECT stage, date, body, number, title, document_kind, outcome, decided_by, parties_for,
       parties_against, response, opinion, case_id, document_id, place_start, place_end
FROM steps
ORDER BY placed NULLS LAST,
         CASE WHEN stage = 'motion' THEN -1 WHEN stage = 'referral' THEN 0
              WHEN contains(lower(body), 'fullmäktige') THEN 4
              WHEN contains(lower(body), 'styrelsen') THEN 3
              WHEN contains(lower(body), 'beredning') THEN 2 ELSE 1 END,
         document_kind LIKE 'protokoll%' DESC, body, document_id, place_start
"""

CASE = Option("case", "", "ärendets nyckel, case_id.", "the case's key, case_id.")

TOPICS = """
SELECT topic, coalesce(name, topic) AS name, coalesce(name_english, topic) AS name_english,
       rank, words
FROM case_topics LEFT JOIN topics USING (topic) WHERE case_id = $case_id ORDER BY rank
"""


@report(
    "matter",
    sv="Ett ärendes väg genom organen: motion, remissvar, nämnd, styrelse, fullmäktige.",
    en="A matter's way through the bodies: motion, referral, board, executive, council.",
    columns="stage date body number title document_kind outcome decided_by parties_for"
    " parties_against response opinion case_id document_id place_start place_end",
    shown="stage date body number outcome decided_by response opinion",
    options=(CASE,),
)
def matter(reader: Reader, *, case: str) -> pd.DataFrame:
    """Every step of the matter that the case belongs to, by day and then by rank. ``stage`` is
    motion · referral · noted (nothing was decided) · decision · retold (only a later document
    tells of it). A date that no document gives is missing."""
    return reader.table(STEPS, {"case_id": case})


@report(
    "case_topics",
    sv="Ett ärendes ämnen, med orden som avgjorde dem.",
    en="A case's topics, with the words that decided them.",
    columns="topic name name_english rank words",
    options=(CASE,),
)
def case_topics(reader: Reader, *, case: str) -> pd.DataFrame:
    """The topics of one case, the main one first; see ``pipeline.models.CaseTopic``."""
    return reader.table(TOPICS, {"case_id": case})
