"""What the two lines wanted, in their own words: the SQL and the report. Parameters and
tables as in ``reports.queries``.
"""

import pandas as pd

from reports.queries import DECIDED
from reports.reader import Reader
from reports.report import Option, report

_CASE = "SELECT decision FROM decisions WHERE case_id = $case_id"


def _wordings(asked: str) -> str:
    return f"""
WITH chosen AS (
    SELECT e.decision, e.case_id, e.own, e.body, e.document_id, e.parties_for
    FROM decisions e JOIN ({asked}) AS asked USING (decision)
), adopted AS (
    -- what the body decided, point by point, has the place of the whole case
    SELECT e.decision, 'decision' AS line, e.case_id AS id, 'beslut' AS act, e.document_id,
           e.parties_for AS parties, array_to_string(c.decision, chr(10)) AS text,
           c.decision AS points, c.start, c."end", NULL::BIGINT AS page, 0 AS rank
    FROM chosen e JOIN cases c ON c.case_id = e.case_id
    WHERE e.own AND len(c.decision) > 0
    UNION ALL
    SELECT e.decision, 'adopted', r.proposal_id, r.label, e.document_id, r.parties, r.text,
           r.points, r.start, r."end", NULL, 1
    FROM chosen e JOIN apart.proposals r USING (case_id) JOIN cases c USING (case_id)
    WHERE e.own AND r.adopted
      -- what was printed before the meeting and decided word for word is told once
      AND NOT (len(r.parties) = 0 AND r.points = c.decision)
      -- what was moved in another body was adopted there
      AND NOT EXISTS (
          FROM statements t WHERE t.case_id = r.case_id AND t.start = r.start
            AND t."end" = r."end" AND t.body IS DISTINCT FROM e.body)
), behind AS (
    SELECT decision, id, list_sort(list(party::TEXT)) AS parties
    FROM alternatives WHERE decision IN (SELECT decision FROM chosen) GROUP BY decision, id
), rejected AS (
    SELECT b.decision, 'alternative' AS line, b.id, r.label AS act, c.document_id, b.parties,
           r.text, r.points, r.start, r."end", NULL::BIGINT AS page, 2 AS rank
    FROM behind b JOIN proposals r ON r.proposal_id = b.id JOIN cases c USING (case_id)
    UNION ALL
    SELECT b.decision, 'alternative', b.id, s.act, s.document_id, b.parties,
           s.text, s.points, s.start, s."end", s.page, 3
    FROM behind b JOIN statements s ON s.statement_id = b.id
    -- a proposal and the act of moving it are printed once
    WHERE NOT EXISTS (
        FROM behind o JOIN proposals r ON r.proposal_id = o.id
        WHERE o.decision = b.decision AND r.start = s.start AND r."end" = s."end"
    )
)
SELECT decision, line, id, act, parties, text, points, document_id, start, "end", page
FROM (FROM adopted UNION ALL FROM rejected)
ORDER BY decision, rank, document_id, start, id
"""


WORDINGS = _wordings(DECIDED)
"""One row per decision and text.

Columns: decision; line ("decision": what was decided, point by point; "adopted": a proposal
that carried; "alternative": a proposal or statement of parties that dissented); id (of the
case, proposal or statement); act (the printed label or the act); parties (those behind it;
for a decision those that stood for it, for an alternative the dissenting ones); text, points;
document_id, start, end (offsets into the document's text; those of the whole case for a
decision) and page."""

CASE_WORDINGS = _wordings(_CASE)
"""The same for the decisions of one case, ``case_id``."""

CASE = Option(
    "case",
    None,
    "ärendets case_id; annars alla valda beslut.",
    "the case_id of one case; otherwise all chosen decisions.",
)


@report(
    "wordings",
    sv="Vad som beslutades och vad varje alternativ ville, ordagrant, med partierna bakom.",
    en="What was decided and what each alternative wanted, word for word, with the parties.",
    columns="line act parties text points document_id start end page id decision",
    shown="line act parties text",
    options=(CASE,),
)
def wordings(reader: Reader, *, case: str | None) -> pd.DataFrame:
    """See ``WORDINGS``; for one case its decisions in every body, whatever else is chosen."""
    if case is not None:
        found = reader.table(CASE_WORDINGS, {"case_id": case})
    else:
        found = reader.table(WORDINGS, reader.choice.parameters())
    return found[list(wordings.columns)]
