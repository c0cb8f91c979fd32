"""What is in a store: rows, meetings, and what went wrong."""

from typing import TYPE_CHECKING

from pipeline.console import headed_table, output, tell
from pipeline.options import StoreOption, chosen_store

if TYPE_CHECKING:
    import duckdb

SHOWN_FINDINGS = 50
SHOWN_BODIES = 40

_COVERAGE = """
    SELECT concat_ws(', ', municipality, body) AS body, count(*) AS known,
           count(*) FILTER (list_contains(sources, 'protokoll')) AS held,
           count(*) FILTER (read) AS read, count(*) FILTER (findings > 0) AS with_findings,
           (SELECT coalesce(sum(last_missing - first_missing + 1), 0) FROM gaps
            WHERE gaps.municipality = meetings.municipality AND gaps.body = meetings.body)
    FROM meetings GROUP BY municipality, meetings.body
    ORDER BY municipality NULLS LAST, meetings.body
"""
_LOST_CORRECTIONS = """
    SELECT row_id, finding FROM corrections
    WHERE finding IS NOT NULL
      -- the others are among the findings of their documents, or about no document here
      AND (document_id IS NULL
           OR NOT shared AND document_id NOT IN (SELECT document_id FROM documents))
"""


def status(store: StoreOption = None) -> None:
    """Visa vad som är inläst.

    Visar också vilka möten som är kända och hur många av deras protokoll som finns, vad som
    inte gick att läsa och varför, och vad i det inlästa som ser fel ut.
    """
    from pipeline.export.tables import count_tables, read_table
    from pipeline.storage.snapshot import open_snapshot

    with open_snapshot(chosen_store(store)) as connection:
        counts, failures = count_tables(connection), read_table(connection, "failures")
        coverage = connection.execute(_COVERAGE).fetchall()
        findings = _findings(connection)
    table = headed_table("Tabell", "Rader")
    for name, number in counts.items():
        table.add_row(name, str(number))
    output.print(table)
    _tell_coverage(coverage)
    for failure in failures:
        tell(f"Gick inte att läsa: {failure['reason']}", style="red")
    for source, finding in findings[:SHOWN_FINDINGS]:
        tell(f"Anmärkning: {source}: {finding}", style="yellow")
    if len(findings) > SHOWN_FINDINGS:
        more = len(findings) - SHOWN_FINDINGS
        tell(f"… och {more} anmärkningar till, i kolumnen findings av tabellen documents.")


def _findings(connection: "duckdb.DuckDBPyConnection") -> list[tuple[str, str]]:
    documents = "SELECT source, unnest(findings) FROM documents"
    return [
        *connection.execute(documents).fetchall(),
        *connection.execute(_LOST_CORRECTIONS).fetchall(),
    ]


def _tell_coverage(rows: list[tuple[str, int, int, int, int, int]]) -> None:
    if not rows:
        return
    headings = ("Möten", "Protokoll", "Lästa", "Med fel", "§ saknas")
    table = headed_table("Organ", *headings)
    for body, *figures in rows[:SHOWN_BODIES]:
        table.add_row(body, *map(str, figures))
    output.print(table)
    if len(rows) > SHOWN_BODIES:
        tell(f"… och {len(rows) - SHOWN_BODIES} organ till, i tabellen meetings.")
    tell(
        "Möten är de kända: med protokoll eller utdrag här, nämnda i andra handlingar eller"
        " upptagna i meetings.toml. Fler kan ha hållits, och § saknas visar luckor i"
        " numreringen där den löper genom året. Med fel är protokoll med anmärkningar."
    )
