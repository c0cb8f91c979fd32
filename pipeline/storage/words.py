"""The table of what parties said in their own words, with where and about what, worked out
once when a snapshot is built: a page reads the newest of a choice and joins nothing.
"""

_DEMANDED = """
    SELECT demand_id AS id, true AS demanded, coalesce(group_id, demand_id) AS wish,
           document_id, case_id, body, date, parties, kind, addressee, negated, quote, page,
           start, "end"
    FROM apart.demands
"""
# "antecknar som yttrande en skrivelse från den 28 maj",
# "Yttrande från L och KD 2023-11-17": that a paper was handed in, and nothing of what it says
_PAPER = r"(?:yttrande|uttalande|skrivelse|reservation|\w*anteckning)"
_HANDS_IN = r"(?:anteckna|lämna|inkom|anmäl|avge|avgav|bifoga)\w*"
_HANDED_IN = (
    rf'^[^:”"]*\b{_HANDS_IN}\b[^:”"]*\b{_PAPER}[^:”"]*$|'
    rf'^\W*(?:särskilt |skriftligt |gemensamt )*{_PAPER} (?:från|av)\b[^:”"]*$'
)
_STATED = rf"""
    SELECT statement_id, false, coalesce(same_as, statement_id), document_id, case_id, body,
           date, parties, act, NULL, false, text, page, start, "end"
    FROM apart.statements s
    WHERE NOT by_substitute AND len(parties) > 0 AND trim(text) <> ''
      AND act NOT IN ('yrkande', 'ersättaryttrande', 'föredragandes synpunkter', 'remissvar')
      AND NOT (length(text) < 200 AND regexp_matches(text, '^\s*reservera(?:r|de) sig', 'i'))
      AND NOT (length(text) < 200 AND regexp_matches(text, '{_HANDED_IN}', 'i')
               AND NOT regexp_matches(text, '\batt\b', 'i'))
      AND statement_id NOT IN
          (SELECT statement_id FROM demands WHERE statement_id IS NOT NULL)
"""

WORDS = f"""
CREATE TABLE words AS
WITH placed AS (
    SELECT w.* REPLACE (coalesce(w.body, c.body, d.body) AS body,
                        coalesce(w.date, c.date, d.date) AS date),
           d.municipality, c.title, c.number, c.topics, c.item_type,
           coalesce(c.matter_id, c.case_id) AS matter_id,
           coalesce(c.matter_id, c.case_id) IN
               (SELECT matter_id FROM decisions WHERE contested) AS contested
    FROM ({_DEMANDED} UNION ALL {_STATED}) w JOIN documents d ON d.document_id = w.document_id
    LEFT JOIN cases c ON c.case_id = w.case_id
), repeated AS (
    -- the same demand on one day in one body is said once
    SELECT demanded, wish, count(DISTINCT (body, date)) AS times, min(date) AS since
    FROM placed GROUP BY demanded, wish
)
SELECT (row_number() OVER (ORDER BY date DESC NULLS LAST, document_id, start, id) - 1)::INTEGER
           AS place,
       placed.*, times, since
FROM placed JOIN repeated USING (demanded, wish)
ORDER BY place
"""
"""Demands, and beside them the statements in which no demand was found, newest first. Columns:
place (a number in that order), id (of the demand or the statement), demanded (whether it is a
demand), wish (the same for the same demand), document_id, case_id, body, date, parties, kind
(of the demand, or the statement's act), addressee, negated, quote, page, start, end,
municipality, title, number, topics, item_type, matter_id, contested (whether a decision on the
matter was), times (meetings at which it was said), since (the first day). Opinions of
substitutes who did not serve are left out, and what is only form: a proposal to grant or
reject, a reservation without words, a line that a paper was handed in."""
