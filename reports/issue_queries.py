"""The SQL about topics and about what parties say in their own words. Parameters and tables as
in ``reports.queries``.
"""

from reports.queries import CHOSEN

_LAST = f"""
    SELECT * FROM decisions WHERE {CHOSEN}
    QUALIFY row_number() OVER (
        PARTITION BY matter ORDER BY rank DESC, date DESC NULLS LAST, decision DESC
    ) = 1
"""
_PARTY = "(len($parties::VARCHAR[]) = 0 OR list_contains($parties::VARCHAR[], party::TEXT))"
_PARTIES = "(len($parties::VARCHAR[]) = 0 OR list_has_any(parties, $parties::VARCHAR[]))"

TOPICS = f"""
SELECT topic, count(*) AS n, count(*) FILTER (contested) AS contested
FROM (SELECT unnest(topics) AS topic, contested FROM ({_LAST})) WHERE topic <> 'formalia'
GROUP BY topic ORDER BY n DESC, topic
"""
"""Columns: topic, n, contested. A matter counts once, as its highest and last body decided it,
and in each of its topics."""

DISSENT = f"""
SELECT topic, party::TEXT AS party, count(*) AS n,
       count(*) FILTER (stance = 'against') AS against
FROM (SELECT decision, unnest(topics) AS topic FROM ({_LAST})) JOIN stances USING (decision)
WHERE topic <> 'formalia' AND stance <> 'absent' AND {_PARTY}
GROUP BY ALL ORDER BY topic, party
"""
"""Columns: topic, party, n (matters in whose decision the party took part), against."""

_DEMANDED = """
    SELECT demand_id AS id, coalesce(group_id, demand_id) AS wish, document_id, case_id, body,
           date, parties, kind, addressee, negated, quote, page, start, "end"
    FROM demands
"""
_STATED = r"""
    SELECT statement_id, coalesce(same_as, statement_id), document_id, case_id, body,
           date, parties, act, NULL, false, text, page, start, "end"
    FROM statements s
    WHERE NOT by_substitute AND len(parties) > 0 AND trim(text) <> ''
      AND act NOT IN ('yrkande', 'ersättaryttrande', 'föredragandes synpunkter', 'remissvar')
      -- a reservation without words of its own
      AND NOT (length(text) < 200 AND regexp_matches(text, '^\s*[Rr]eserverar sig'))
      AND statement_id NOT IN
          (SELECT statement_id FROM demands WHERE statement_id IS NOT NULL)
"""


def _words(said: str) -> str:
    # repetitions are counted for what was chosen only, though over all of the time
    return f"""
WITH placed AS (
    SELECT w.* REPLACE (coalesce(w.body, c.body, d.body) AS body,
                        coalesce(w.date, c.date, d.date) AS date),
           d.municipality, c.title, c.number, c.topics, c.item_type,
           coalesce(c.matter_id, c.case_id) AS matter_id,
           coalesce(c.matter_id, c.case_id) IN
               (SELECT matter_id FROM decisions WHERE contested) AS contested
    FROM ({said}) w JOIN documents d ON d.document_id = w.document_id
    LEFT JOIN cases c ON c.case_id = w.case_id
), chosen AS MATERIALIZED (
    SELECT * FROM placed WHERE {CHOSEN} AND {_PARTIES}
      AND ($case IS NULL OR matter_id =
           (SELECT coalesce(matter_id, case_id) FROM cases WHERE case_id = $case))
), every AS (
    SELECT w.wish, coalesce(w.body, c.body, d.body) AS body,
           coalesce(w.date, c.date, d.date) AS date
    FROM ({said}) w JOIN documents d ON d.document_id = w.document_id
    LEFT JOIN cases c ON c.case_id = w.case_id
    WHERE w.wish IN (SELECT wish FROM chosen)
), repeated AS (
    -- the same demand on one day in one body is said once
    SELECT wish, count(DISTINCT (body, date)) AS times, min(date) AS since
    FROM every GROUP BY wish
)
SELECT date, municipality, body, parties, kind, addressee, negated, quote, times, since,
       title, number, case_id, document_id, id, wish, page, start, "end"
FROM chosen JOIN repeated USING (wish)
ORDER BY date DESC NULLS LAST, document_id, start, id
"""


DEMANDS = _words(_DEMANDED)
"""Demands, newest first. Columns: date, municipality, body, parties, kind, addressee, negated,
quote, times (meetings at which it was put, whatever the choice), since (the first day), title,
number, case_id, document_id, id (of the demand), wish (the same for the same demand), page,
start, end. With ``$case`` those of that case's matter."""

OWN_WORDS = _words(f"{_DEMANDED} UNION ALL {_STATED}")
"""As ``DEMANDS``, and beside them the statements in which no demand was found, with the act as
kind. Opinions of substitutes who did not serve are left out, and what is only form: a proposal
to grant or reject, a reservation without words."""
