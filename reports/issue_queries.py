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

DISSENT_ROWS = f"""
SELECT decision, topic, party::TEXT AS party, stance::TEXT AS stance
FROM (SELECT decision, unnest(topics) AS topic FROM ({_LAST})) JOIN stances USING (decision)
WHERE topic <> 'formalia' AND stance <> 'absent' AND {_PARTY}
"""
"""Columns: decision, topic, party, stance: the rows behind ``DISSENT``."""

DISSENT = f"""
SELECT topic, party, count(*) AS n, count(*) FILTER (stance = 'against') AS against
FROM ({DISSENT_ROWS}) GROUP BY ALL ORDER BY topic, party
"""
"""Columns: topic, party, n (matters in whose decision the party took part), against."""

_SAID = f"""
    FROM words WHERE {CHOSEN} AND {_PARTIES}
      AND ($case IS NULL OR matter_id =
           (SELECT coalesce(matter_id, case_id) FROM cases WHERE case_id = $case))
"""

# the table is in this order, and a filter keeps it
OWN_WORDS = f"""
SELECT date, municipality, body, parties, kind, addressee, negated, quote, times, since,
       title, number, case_id, document_id, id, wish, page, start, "end"
{_SAID}
"""
"""Demands, and beside them the statements in which no demand was found (with the act as kind),
newest first. Columns: date, municipality, body, parties, kind, addressee, negated, quote,
times (meetings at which it was said, whatever the choice), since (the first day), title,
number, case_id, document_id, id, wish (the same for the same demand), page, start, end; see
``storage/words.py``. With ``$case`` those of that case's matter."""

DEMANDS = f"{OWN_WORDS} AND demanded"
"""The demands of ``OWN_WORDS``."""

WORDS = f"SELECT count(*) AS n {_SAID}"
"""How many rows ``OWN_WORDS`` has."""

FIRST_WORDS = f"""
WITH said AS (
    SELECT place, wish, unnest(parties) AS party {_SAID}
), different AS (
    SELECT party, wish, min(place) AS newest FROM said GROUP BY ALL
), first AS (
    SELECT party, count(*) AS wishes, unnest(min_by(wish, newest, $most)) AS wish
    FROM different GROUP BY party
)
SELECT s.party, f.wishes, w.* EXCLUDE (place)
FROM first f JOIN said s USING (party, wish) JOIN words w USING (place)
ORDER BY s.party, place
"""
"""Of each party the ``$most`` newest of what it said, with the earlier times that it said the
same. Columns: party, wishes (how many different ones the party has), and those of the table
``words``."""

CASES_OF_WORDS = f"""
WITH first AS (
    SELECT min(place) AS place {_SAID} AND case_id IS NOT NULL
    GROUP BY case_id ORDER BY 1 LIMIT $most
)
SELECT case_id, title, number, date FROM words JOIN first USING (place) ORDER BY place
"""
"""The ``$most`` cases whose words are the newest."""
