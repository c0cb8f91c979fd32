"""The table of what parties said in their own words, with where and about what, worked out
once when a snapshot is built: a page reads the newest of a choice and joins nothing.
"""

_DEMANDED = """
    SELECT demand_id AS id, true AS demanded, coalesce(group_id, demand_id) AS wish,
           document_id, case_id, body, date, parties, kind, addressee, negated, quote, page,
           start, "end"
    FROM apart.demands
"""
_STATED = r"""
    SELECT statement_id, false, coalesce(same_as, statement_id), document_id, case_id, body,
           date, parties, act, NULL, false, text, page, start, "end"
    FROM apart.statements s
    WHERE NOT by_substitute AND len(parties) > 0 AND trim(text) <> ''
      AND act NOT IN ('yrkande', 'ersättaryttrande', 'föredragandes synpunkter', 'remissvar')
      -- a reservation without words of its own
      AND NOT (length(text) < 200 AND regexp_matches(text, '^\s*[Rr]eserverar sig'))
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
reject, a reservation without words."""
