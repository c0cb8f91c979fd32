"""One meeting: what was decided there, in the order of the agenda."""

import pandas as pd

from pipeline.errors import UsageError
from reports.latest import LATEST
from reports.reader import Reader
from reports.report import Option, report

AGENDA = """
SELECT d.* EXCLUDE (day), c.decision AS points, c.start, c."end"
FROM decisions d JOIN cases c USING (case_id)
WHERE d.date = $date AND coalesce(d.body, '') = $body
  AND coalesce(d.municipality, '') = $municipality
-- what several documents tell of a matter stands once, as the meeting's own minutes tell it
QUALIFY row_number() OVER (PARTITION BY d.matter ORDER BY d.own DESC, d.decision) = 1
ORDER BY d.own DESC, d.document_id, c.start NULLS LAST, d.decision
"""

NAMES = ("date", "body", "municipality")
MEETING = Option(
    "meeting",
    None,
    "mötet som DATUM|ORGAN|KOMMUN; annars det senaste i urvalet.",
    "the meeting as DATE|BODY|MUNICIPALITY; otherwise the latest of the selection.",
)


@report(
    "agenda",
    sv="Ett mötes beslut i dagordningens ordning: utgången och partierna på varje sida.",
    en="A meeting's decisions in the order of the agenda, with the parties on either side.",
    columns="date body number title outcome decided_by contested parties_for"
    " parties_against parties_other points reference municipality document_id start end"
    " case_id decision",
    shown="date body number title outcome decided_by parties_for parties_against",
    options=(MEETING,),
    behind="stances",
)
def agenda(reader: Reader, *, meeting: str | None) -> pd.DataFrame:
    """The decisions of one meeting, contested or not; none where there is no such meeting."""
    asked = _named(meeting) if meeting else _latest(reader)
    return reader.table(AGENDA, asked)[list(agenda.columns)]


def _named(written: str) -> dict[str, str]:
    if written.count("|") < len(NAMES) - 1:
        raise UsageError(f"Mötet {written} går inte att tyda; skriv DATUM|ORGAN|KOMMUN.")
    date, _, placed = written.partition("|")
    body, _, municipality = placed.rpartition("|")
    return {"date": date, "body": body, "municipality": municipality}


def _latest(reader: Reader) -> dict[str, str]:
    every = reader.widened(contested=False).choice
    rows = reader.table(LATEST, every.parameters() | {"most": 1})
    first = rows.iloc[0] if len(rows) else pd.Series(dict.fromkeys(NAMES))
    return {name: "" if pd.isna(first[name]) else str(first[name]) for name in NAMES}
