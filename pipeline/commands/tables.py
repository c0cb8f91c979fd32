"""The tables that the pages show, printed or saved: the work of ``standpunkt analyse``."""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
from rich.box import SIMPLE_HEAD
from rich.console import JustifyMethod
from rich.table import Table
from rich.text import Text

from pipeline.console import headed_table, output, printable, tell
from pipeline.errors import UsageError
from pipeline.export.formats import WRITERS
from pipeline.storage.snapshot import open_snapshot
from reports import catalogue
from reports.cells import columns, printed
from reports.choice import Choice
from reports.parties import meant
from reports.queries import META
from reports.reader import Reader
from reports.report import Report

INVENTED = "Påhittad demokommun: inga riktiga partier, personer eller beslut avses."
TABLE = "table"
PIPED = ("csv", "jsonl")
SHORT = 12
"""Columns of cells this long at most are not broken."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: the choice, options as written or given, where and how to write."""

    store: Path
    choice: Choice
    options: dict[str, Any] = field(default_factory=dict)
    written: tuple[str, ...] = ()
    file_format: str = TABLE
    out: Path | None = None


def list_reports() -> None:
    """Print every report with its sentence."""
    table = headed_table("Tabell")
    table.add_column("Vad den visar")
    for name, report in catalogue.REPORTS.items():
        table.add_row(name, report.sv)
    output.print(table)
    tell("Exempel: standpunkt analyse agreement --body Kommunfullmäktige")


def describe(name: str) -> None:
    """Print what the columns and options of a report mean."""
    report = catalogue.named(name)
    tell(report.sv)
    table = headed_table("Kolumn")
    table.add_column("Vad den innehåller")
    for column in report.columns:
        table.add_row(column, columns()[column]["meaning"])
    for option in report.options:
        table.add_row(f"--set {option.name}=", option.sv)
    output.print(table)


def analyse(name: str, asked: Asked) -> None:
    """Print or save a report. Raises UsageError for a wrong name, option or file."""
    report = catalogue.named(name)
    _check_format(asked)
    with open_snapshot(asked.store) as connection:
        reader = Reader(connection, asked.choice)
        reader = reader.widened(parties=meant(asked.choice.parties, reader))
        table = catalogue.make(name, reader, **_options(report, asked))
        invented = bool(reader.table(META)["invented"].any())
        met = catalogue.make("ledger", reader)[["meetings", "held", "read_meetings"]].sum()
    if invented:
        tell(INVENTED, style="yellow" if asked.out or asked.file_format == TABLE else "red")
        # whoever is handed the file sees it too
        table = table if asked.file_format == TABLE else table.assign(invented=True)
    if asked.file_format == TABLE:
        _print(report, table)
        tell("Underlag: {} kända möten, {} med protokoll, {} lästa.".format(*met))
    elif asked.out is None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "report"
            _write(table, path, asked.file_format)
            output.file.write(path.read_text("utf-8"))
    else:
        _save(table, asked.out, asked.file_format)
        tell(str(asked.out))


def _check_format(asked: Asked) -> None:
    known = (TABLE, *WRITERS)
    if asked.file_format not in known:
        raise UsageError(
            f"Okänt format: {asked.file_format}. Välj något av {', '.join(known)}."
        )
    if asked.out is None and asked.file_format not in (TABLE, *PIPED):
        raise UsageError(f"Formatet {asked.file_format} behöver en fil: ange --out FIL.")
    if asked.out is not None and asked.file_format == TABLE:
        raise UsageError("En fil behöver ett format: ange --format csv, jsonl eller xlsx.")


def _options(report: Report, asked: Asked) -> dict[str, Any]:
    """Options by name: those of the switches that the report has, and those written."""
    known = {option.name: option for option in report.options}
    values = {name: value for name, value in asked.options.items() if name in known}
    for written in asked.written:
        name, _, value = written.partition("=")
        if name not in known:
            raise UsageError(
                f"Tabellen {report.name} har inget val {name};"
                f" den har {', '.join(known) or 'inga'}."
            )
        values[name] = known[name].read(value)
    return values


def _print(report: Report, table: pd.DataFrame) -> None:
    told = printed(report, table)
    shown = Table(box=SIMPLE_HEAD, padding=0, pad_edge=False)
    for place, (heading, figures) in enumerate(zip(told.headings, told.figures, strict=True)):
        longest = max((len(row[place]) for row in told.rows), default=0)
        side: JustifyMethod = "right" if figures else "left"
        short = longest <= SHORT
        shown.add_column(heading, justify=side, no_wrap=short, min_width=None if short else 10)
    for row in told.rows:
        shown.add_row(*(Text(printable(cell)) for cell in row))
    output.print(shown)
    tell(f"{len(table)} rader. {report.sv}")
    if report.behind:
        tell(f"Raderna bakom: standpunkt analyse {report.behind}")


def _save(table: pd.DataFrame, out: Path, file_format: str) -> None:
    """The table in a file, which is put in place when it is whole."""
    try:
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=".analyse-") as folder:
            path = Path(folder) / out.name
            _write(table, path, file_format)
            path.replace(out)
    except OSError as error:
        raise UsageError(f"Det går inte att skriva {out}: {error}") from error


def _write(table: pd.DataFrame, path: Path, file_format: str) -> None:
    with duckdb.connect() as connection:
        connection.register("report", table)
        WRITERS[file_format](connection, "SELECT * FROM report", path)
