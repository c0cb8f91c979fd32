"""The latest meetings and what parted the parties there."""

import pandas as pd

from reports.queries import CHOSEN
from reports.reader import Reader
from reports.report import Option, report

LATEST = f"""
WITH chosen AS (
    SELECT * FROM decisions WHERE {CHOSEN} AND date IS NOT NULL
      AND (len($parties::VARCHAR[]) = 0 OR list_has_any(parties, $parties::VARCHAR[]))
), told AS (
    -- a matter that several documents tell of counts once per meeting
    SELECT municipality, body, date, matter, bool_or(contested) AS contested,
           arg_max(document_id, own) AS document_id, arg_max(title, own) AS title,
           min(decision) AS decision
    FROM chosen
    -- so many meetings were not held on more days
    WHERE date IN (SELECT DISTINCT date FROM chosen ORDER BY date DESC LIMIT $most)
    GROUP BY ALL
)
SELECT date, municipality, body, count(*) AS decided,
       count(*) FILTER (contested) AS contested,
       list(title ORDER BY decision) FILTER (contested AND title IS NOT NULL) AS titles,
       mode(document_id) AS document_id
FROM told
GROUP BY date, municipality, body
ORDER BY date DESC, contested DESC, municipality, body LIMIT $most
"""

MOST = Option("most", 5, "hur många möten.", "how many meetings.")


@report(
    "latest_meetings",
    sv="De senaste mötena: hur många beslut, och hur många där partierna gick isär.",
    en="The latest meetings: how many decisions, and in how many the parties parted.",
    columns="date municipality body decided contested titles document_id",
    options=(MOST,),
    behind="decisions",
)
def latest_meetings(reader: Reader, *, most: int) -> pd.DataFrame:
    """The latest meetings in the choice, contested or not."""
    every = reader.widened(contested=False).choice
    return reader.table(LATEST, every.parameters() | {"most": most})
