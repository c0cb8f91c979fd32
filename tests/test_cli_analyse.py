"""``standpunkt analyse``: lists, prints and saves; wrong use is told in a sentence."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from pipeline import cli
from reports.catalogue import REPORTS
from tests import builders
from tests.stores import add
from tests.views.stores import many_meetings


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    for console in (cli.output, cli.errors):
        monkeypatch.setattr(console, "_file", None)
        monkeypatch.setattr(console, "_width", 200)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many_meetings(tmp_path_factory.mktemp("store"))


def call(*arguments: object) -> Result:
    return CliRunner().invoke(cli.app, ["analyse", *map(str, arguments)])


def test_without_a_name_every_report_is_listed() -> None:
    result = call()
    assert result.exit_code == 0
    assert all(name in result.stdout for name in REPORTS)


def test_columns_and_options_are_explained() -> None:
    result = call("agreement", "--columns")
    assert "Undre gräns i 95 %-intervallet." in result.stdout
    assert "--set silence=" in result.stdout


def test_a_table_is_printed_with_n_interval_and_what_was_read(store: Path) -> None:
    """Mistake 14: beside a figure stands how much of what was held has been read."""
    result = call("agreement", "--store", store)
    assert result.exit_code == 0
    assert "100\N{NO-BREAK SPACE}% 76–100\N{NO-BREAK SPACE}%" in result.stdout
    assert "Raderna bakom: standpunkt analyse pair" in result.stdout
    assert "Underlag: 12 kända möten, 12 med protokoll, 12 lästa." in result.stdout


@pytest.mark.parametrize(
    ("arguments", "rows"),
    [
        ([], 12),
        (["--body", "Hamnnämnden"], 6),
        (["--from", "2022-01-01"], 6),
        (["--from", "2022-01-01", "--to", "2022-03-31"], 3),
        (["--party", "X"], 0),
        (["--words", "brygga"], 12),
        (["--municipality", "Ingenstans"], 0),
    ],
)
def test_choices_narrow_the_table(store: Path, arguments: Sequence[str], rows: int) -> None:
    result = call("decisions", "--store", store, "--format", "jsonl", *arguments)
    found = [json.loads(line) for line in result.stdout.splitlines()]

    assert result.exit_code == 0
    assert len(found) == rows
    assert all(row["case_id"] and row["body"] for row in found)


def test_a_pair_leads_to_its_decisions(store: Path) -> None:
    result = call("pair", "--store", store, "--pair", "S,M", "--format", "csv")
    rows = list(csv.DictReader(result.stdout.splitlines()))
    assert {row["kind"] for row in rows} == {"one"}
    assert len(rows) == 12


def test_a_file_is_written(store: Path, tmp_path: Path) -> None:
    out = tmp_path / "samsyn.xlsx"
    result = call("agreement", "--store", store, "--format", "xlsx", "--out", out)
    assert result.exit_code == 0
    assert str(out) in result.stdout
    header = next(load_workbook(out).active.iter_rows(values_only=True))
    assert header == REPORTS["agreement"].columns
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_invented_rows_say_so(tmp_path: Path) -> None:
    document = builders.document(invented=True)
    store = add(tmp_path / "store", builders.extraction(document, cases=[builders.case()]))
    result = call("documents", "--store", store, "--format", "jsonl")
    assert "Påhittad demokommun" in result.stderr
    assert json.loads(result.stdout)["invented"] is True


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nothing"], "Ingen tabell heter nothing; välj någon av decisions"),
        (["agreement", "--format", "docx"], "Okänt format: docx"),
        (["agreement", "--format", "xlsx"], "ange --out FIL"),
        (["agreement", "--out", "x.csv"], "ange --format"),
        (["agreement", "--from", "igår"], "--from ska vara ett datum"),
        (["agreement", "--set", "colour=red"], "inget val colour"),
        (["pair"], "Ange två partier"),
        (
            ["agreement", "--format", "csv", "--out", "/finns/inte/x.csv"],
            "går inte att skriva",
        ),
    ],
)
def test_wrong_use_is_told_in_a_sentence(
    store: Path, arguments: Sequence[str], told: str
) -> None:
    result = call(*arguments, "--store", store)
    assert result.exit_code == cli.WRONG_USE
    assert told in result.output
    assert "Traceback" not in result.output
