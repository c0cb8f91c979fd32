"""Reports on what is known of what was held, read, corrected and measured."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from analytics.sampling import wilson
from pipeline.settings import ROOT
from reports.reader import Reader
from reports.report import Option, report

MEASURED = ROOT / "evaluation" / "kinds.json"

_MET = """
    ($municipality IS NULL OR municipality = $municipality)
    AND ($body IS NULL OR body = $body)
    AND ($start IS NULL OR date >= $start) AND ($end IS NULL OR date <= $end)
"""
_LOST = """
    ($municipality IS NULL OR municipality = $municipality)
    AND ($body IS NULL OR body = $body)
    AND ($start IS NULL OR before_date >= $start)
    AND ($end IS NULL OR coalesce(after_date, before_date) <= $end)
"""
LEDGER = f"""
WITH lost AS (
    SELECT municipality, body, sum(last_missing - first_missing + 1)::BIGINT AS missing
    FROM gaps WHERE {_LOST} GROUP BY ALL
)
SELECT m.municipality, m.body, count(*) AS meetings,
       count(*) FILTER (list_contains(m.sources, 'protokoll')) AS held,
       count(*) FILTER (m.read) AS read_meetings,
       count(*) FILTER (m.findings > 0) AS with_findings,
       coalesce(any_value(l.missing), 0)::BIGINT AS missing,
       min(m.date) AS first, max(m.date) AS last
FROM (SELECT * FROM meetings WHERE {_MET}) m
LEFT JOIN lost l ON l.body = m.body AND l.municipality IS NOT DISTINCT FROM m.municipality
GROUP BY m.municipality, m.body
ORDER BY meetings DESC, m.municipality NULLS LAST, m.body
"""
MEETINGS = f"""
SELECT date, municipality, body, sources, cases, findings AS finding_count,
       read AS was_read, document_ids, mentioned_in
FROM meetings WHERE {_MET} AND ($missing IS FALSE OR NOT list_contains(sources, 'protokoll'))
ORDER BY date DESC, municipality NULLS LAST, body
"""
GAPS = f"""
SELECT municipality, body, after_date, before_date, first_missing, last_missing,
       (last_missing - first_missing + 1)::BIGINT AS missing
FROM gaps WHERE {_LOST}
ORDER BY before_date DESC NULLS FIRST, municipality, body, first_missing
"""
CORRECTIONS = """
SELECT correction_id, state, operation, table_name, row_id, columns, old_values, new_values,
       proposed_by, proposed_at, reason, decided_by AS decider, decided_at, decision_reason,
       applied, finding, document_id
FROM corrections ORDER BY coalesce(decided_at, proposed_at) DESC, correction_id
"""
UNHELD = Option(
    "missing",
    False,
    "visa bara möten vars protokoll saknas (ja eller nej).",
    "only meetings whose minutes are not here.",
)


@report(
    "ledger",
    sv="Möten per organ: kända, med protokoll, lästa, med anmärkningar, och § som saknas.",
    en="Meetings per body: known, with minutes, read, with findings; missing paragraphs.",
    columns="municipality body meetings held read_meetings with_findings missing first last",
    behind="meetings",
)
def ledger(reader: Reader) -> pd.DataFrame:
    """Per municipality and body; the fullest first. ``missing`` counts paragraphs."""
    return reader.table(LEDGER, reader.choice.place_and_time())


@report(
    "meetings",
    sv="Varje känt möte: hur det är känt, vad som lästes och var det omnämns.",
    en="Every known meeting: how it is known, what was read, and where it is mentioned.",
    columns="date municipality body sources cases finding_count was_read document_ids"
    " mentioned_in",
    shown="date municipality body sources cases finding_count was_read",
    options=(UNHELD,),
    behind="documents",
)
def meetings(reader: Reader, *, missing: bool) -> pd.DataFrame:
    """The chosen meetings, newest first."""
    return reader.table(MEETINGS, {**reader.choice.place_and_time(), "missing": missing})


@report(
    "gaps",
    sv="Paragrafer som saknas, där numreringen löper genom året, och mellan vilka möten.",
    en="Missing paragraphs, where numbers run through the year, and between which meetings.",
    columns="municipality body after_date before_date first_missing last_missing missing",
    behind="meetings",
)
def gaps(reader: Reader) -> pd.DataFrame:
    """The chosen gaps, newest first."""
    return reader.table(GAPS, reader.choice.place_and_time())


@report(
    "corrections",
    sv="Rättelser av det lästa: vad, av vem, när och varför, och om de gäller.",
    en="Corrections of what was read: what, by whom, when and why, and whether they hold.",
    columns="correction_id state operation table_name row_id columns old_values new_values"
    " proposed_by proposed_at reason decider decided_at decision_reason applied finding"
    " document_id",
    shown="correction_id state operation table_name row_id new_values proposed_by reason"
    " decider decision_reason finding",
)
def corrections(reader: Reader) -> pd.DataFrame:
    """All corrections that the tables were built with, the latest first."""
    return reader.table(CORRECTIONS)


@report(
    "accuracy",
    sv="Hur rätt läsningen är, mätt på påhittade dokument med facit: andel av det funna.",
    en="How right the reading is, measured on invented documents with a key.",
    columns="kind documents table_name hits found expected share low high recall",
)
def accuracy(_: Reader) -> pd.DataFrame:
    """Per kind of document and table: ``hits`` of ``found`` rows are right (``share``, with
    Wilson's interval) and ``recall`` is the share of the ``expected`` rows that were."""
    rows = pd.DataFrame(measured()["rows"])
    low, high = wilson(rows["hits"], rows["found"])
    return rows.assign(
        share=rows["hits"] / rows["found"],
        low=low,
        high=high,
        recall=rows["hits"] / rows["expected"],
    )


@cache
def measured() -> dict[str, Any]:
    """What ``evaluation/kinds.py`` measured last: ``rows``, and ``documents`` per corpus."""
    content: dict[str, Any] = json.loads(Path(MEASURED).read_text("utf-8"))
    return content
