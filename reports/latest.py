"""The latest meetings and what parted the parties there."""

import pandas as pd

from reports.queries import CHOSEN
from reports.reader import Reader
from reports.report import Option, report

_OF_PARTIES = f"""
    {CHOSEN} AND date IS NOT NULL
    AND (len($parties::VARCHAR[]) = 0 OR list_has_any(parties, $parties::VARCHAR[]))
"""

DAYS = f"""
SELECT DISTINCT date FROM decisions WHERE {_OF_PARTIES} ORDER BY date DESC LIMIT $most
"""
"""So many meetings were not held on more days."""

LATEST = f"""
WITH told AS (
    -- a matter that several documents tell of counts once per meeting
    SELECT municipality, body, date, matter, bool_or(contested) AS contested,
           bool_or(own) AS own,
           arg_max(document_id, own) AS document_id, arg_max(title, own) AS title,
           min(decision) AS decision
    FROM decisions WHERE {_OF_PARTIES}
    GROUP BY ALL
)
SELECT date, municipality, body, count(*) AS decided,
       count(*) FILTER (contested) AS contested,
       list(title ORDER BY decision) FILTER (contested AND title IS NOT NULL) AS titles,
       NOT bool_or(own) AS retold, mode(document_id ORDER BY decision) AS document_id
FROM told
GROUP BY date, municipality, body
ORDER BY date DESC, contested DESC, municipality, body LIMIT $most
"""

MOST = Option("most", 5, "hur många möten.", "how many meetings.")


@report(
    "latest_meetings",
    sv="De senaste mötena: hur många beslut, och hur många där partierna gick isär.",
    en="The latest meetings: how many decisions, and in how many the parties parted.",
    columns="date municipality body decided contested titles retold document_id",
    shown="date municipality body decided contested titles",
    options=(MOST,),
    behind="decisions",
)
def latest_meetings(reader: Reader, *, most: int) -> pd.DataFrame:
    """The latest meetings in the choice, contested or not; one is ``retold`` where only
    another meeting's document tells of it."""
    asked = reader.widened(contested=False).choice.parameters() | {"most": most}
    days = reader.table(DAYS, asked)["date"]
    start = days.min() if len(days) else asked["start"]
    return reader.table(LATEST, asked | {"start": start})
