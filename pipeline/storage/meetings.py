"""Which meetings are known, how, and what is missing: the tables ``meetings`` and ``gaps``.

A meeting is known when its minutes or an extract of them are here, when another document
tells of something a body did on a day, or when it stands in a list. Worked out in SQL when a
snapshot is built, from the tables as they were corrected.
"""

import duckdb

from pipeline.correctable import COMPUTED_STANCES
from pipeline.models import Gap, Meeting
from pipeline.reference import meetings
from pipeline.resolution.numbering import Paragraphs, missing, paragraphs
from pipeline.storage.schema import columns, record_table
from pipeline.words import Act, Kind

_SAID_AT_A_MEETING = (
    Act.YRKANDE,
    Act.RESERVATION,
    Act.SÄRSKILT_UTTALANDE,
    Act.SÄRSKILT_YTTRANDE,
    Act.PROTOKOLLSANTECKNING,
    Act.ERSÄTTARYTTRANDE,
)
_OWN = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG)
# An instance asked for its opinion may be a company, an office or a society.
_BODY = r"(?i)^(\S+ )*\S*(nämnd|nämnden|kommunstyrelsen|fullmäktige)( \S+)*$"


def _listed(words: tuple[str, ...] | frozenset[str]) -> str:
    return ", ".join(f"'{word}'" for word in sorted(words))


_TOLD = f"""
    CREATE TEMP TABLE told AS
    SELECT document_id, body, date FROM positions
    WHERE stance NOT IN ({_listed(COMPUTED_STANCES)})
    UNION SELECT document_id, body, date FROM statements
    WHERE act IN ({_listed(_SAID_AT_A_MEETING)})
    UNION SELECT document_id, cases.body, cases.date
    FROM cases JOIN documents USING (document_id)
    -- what is printed for a meeting has not been decided there
    WHERE outcome IS NOT NULL
      AND (cases.body, cases.date) IS DISTINCT FROM (documents.body, documents.date)
    UNION SELECT document_id, instance, date FROM referrals
    WHERE response = 'svar' AND regexp_matches(instance, '{_BODY}')
    UNION SELECT document_id, body, date FROM documents WHERE kind = '{Kind.VOTERINGSLISTA}'
"""
"""What each document says that a body did on a day."""

_MEETINGS = f"""
    CREATE TABLE meetings AS
    WITH counted AS (
        SELECT document_id, count(*) AS cases FROM cases GROUP BY document_id
    ), known AS (
        SELECT municipality, body, date, document_id, kind,
               if(kind = '{Kind.PROTOKOLL}', 'protokoll', 'utdrag') AS source,
               coalesce(counted.cases, 0) AS cases, len(findings) AS findings
        FROM documents LEFT JOIN counted USING (document_id)
        WHERE kind IN ({_listed(_OWN)})
        UNION ALL
        SELECT municipality, told.body, told.date, document_id, kind, 'omnämnt', 0, 0
        FROM told JOIN documents USING (document_id)
        WHERE NOT (kind IN ({_listed(_OWN)})
                   AND told.body IS NOT DISTINCT FROM documents.body
                   AND told.date IS NOT DISTINCT FROM documents.date)
          -- what a paper plans for later has not been held; minutes hold minutes of others
          AND (kind IN ({_listed(_OWN)}) OR coalesce(told.date <= documents.date, true))
        UNION ALL
        SELECT municipality, body, date, NULL, NULL, 'lista', 0, 0 FROM listed
    )
    SELECT municipality, body, date,
           list_filter(['protokoll', 'utdrag', 'omnämnt', 'lista'],
                       lambda one: list_contains(list(source), one)) AS sources,
           coalesce(list(DISTINCT document_id ORDER BY document_id)
                    FILTER (source IN ('protokoll', 'utdrag')), []) AS document_ids,
           coalesce(list(DISTINCT kind ORDER BY kind)
                    FILTER (source IN ('protokoll', 'utdrag')), []) AS kinds,
           coalesce(list(DISTINCT document_id ORDER BY document_id)
                    FILTER (source = 'omnämnt'), []) AS mentioned_in,
           sum(cases)::BIGINT AS cases, sum(findings)::BIGINT AS findings,
           bool_or(source = 'protokoll' AND cases > 0) AS read
    FROM known WHERE body IS NOT NULL AND regexp_full_match(date, '\\d{{4}}-\\d\\d-\\d\\d')
    GROUP BY municipality, body, date ORDER BY municipality NULLS LAST, body, date
"""

_NUMBERED = f"""
    SELECT body, documents.date, kind = '{Kind.PROTOKOLL}' AS whole,
           coalesce(list(number) FILTER (number IS NOT NULL), []) AS numbers,
           regexp_extract_all(any_value(text),
                              '§+\\s*\\d{{1,4}}(\\s*[-–—]\\s*§?\\s*\\d{{1,4}})?') AS printed
    FROM documents LEFT JOIN (
        SELECT document_id, number, cases.body, cases.date FROM cases
    ) AS own USING (document_id, body, date)
    WHERE kind IN ({_listed(_OWN)}) AND municipality = ?
      AND body IS NOT NULL AND regexp_full_match(documents.date, '\\d{{4}}-\\d\\d-\\d\\d')
    GROUP BY document_id, body, documents.date, kind ORDER BY body, documents.date, document_id
"""


def write_meetings(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables ``meetings`` and ``gaps`` from the finished tables of a snapshot."""
    connection.register("listed", record_table(Meeting, meetings()))
    connection.execute(_TOLD)
    connection.execute(_MEETINGS)
    connection.unregister("listed")
    found = connection.execute(
        "SELECT DISTINCT municipality FROM meetings WHERE municipality IS NOT NULL ORDER BY 1"
    ).fetchall()
    # Where the municipality is not known, two bodies of one name would be taken for one.
    gaps = [gap for (place,) in found for gap in _gaps(connection, place)]
    connection.register("content", record_table(Gap, gaps))
    connection.execute(f"CREATE TABLE gaps AS SELECT {', '.join(columns(Gap))} FROM content")
    connection.unregister("content")


def _gaps(connection: duckdb.DuckDBPyConnection, municipality: str) -> list[Gap]:
    bodies: dict[str, list[Paragraphs]] = {}
    for body, date, whole, numbers, printed in connection.execute(
        _NUMBERED, [municipality]
    ).fetchall():
        one = paragraphs(date, whole=whole, numbers=numbers, printed=printed)
        bodies.setdefault(body, []).append(one)
    return [
        Gap(municipality, body, gap.after_date, gap.before_date, gap.first, gap.last)
        for body, held in bodies.items()
        for gap in missing(held)
    ]
