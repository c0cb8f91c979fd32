"""standpunkt search: hits told with their place, or handed out as rows."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline import cli
from tests.builders import case, document, extraction, statement
from tests.stores import add


@pytest.fixture(autouse=True)
def _consoles(monkeypatch: pytest.MonkeyPatch) -> None:
    for console in (cli.output, cli.errors):
        monkeypatch.setattr(console, "_file", None)
        monkeypatch.setattr(console, "_width", 200)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("store")
    add(
        folder,
        extraction(
            document(),
            cases=[case()],
            statements=[
                statement(text="Bryggan är\nför dyr [sic]."),
                statement(
                    statement_id="d1:1:s2",
                    text="=1+1 är en brygga",
                    parties=("V",),
                    act="särskilt yttrande",
                ),
            ],
        ),
    )
    newer = document(document_id="d2", source="d2.md", date="2023-01-01")
    return add(
        folder, extraction(newer, statements=[statement(text="Kranen.", date="2023-01-01")])
    )


def _call(store: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli.app, ["search", *arguments, "--store", str(store)])


def test_hit_is_told_with_its_place(store: Path) -> None:
    result = _call(store, "brygga", "--party", "M")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Tallvik, Hamnnämnden, 2021-03-04, § 1 – reservation (M): Ny brygga i gästhamnen",
        "  Bryggan är för dyr [sic].",
        "1 träff. Läge 2.",
    ]


@pytest.mark.parametrize(
    ("arguments", "total"),
    [
        (["brygga"], 4),
        (["brygga", "--act", "särskilt yttrande"], 1),
        (["brygga", "--body", "Hamnnämnden", "--to", "2021"], 4),
        (["brygga", "--from", "2022"], 0),
        # the shell took the quotes
        (["för dyr"], 1),
        (["dyr för"], 0),
        (["typ:särskilt yttrande"], 1),
        (["--", "brygga", "-vad:rubrik"], 3),
        (["kran", "--since-snapshot", "1"], 1),
        (["brygga", "--since-snapshot", "1"], 0),
        (["brygga", "--topic", "hamnar"], 0),
        ([], 5),
    ],
)
def test_choices(store: Path, arguments: list[str], total: int) -> None:
    store_first = ["--store", str(store), *arguments]
    result = CliRunner().invoke(cli.app, ["search", *store_first])
    told = "1 träff." if total == 1 else f"{total} träffar"
    assert f"\n{told}" in f"\n{result.stdout}"


def test_what_was_corrected_is_told(store: Path) -> None:
    told = "Ingen träff på bruggan: visar träffar för bryggan."
    assert told in _call(store, "bruggan").stdout
    assert "något av dem" in _call(store, "brygga", "kran").stdout


def test_page_is_limited_and_says_so(store: Path) -> None:
    assert "4 träffar, de 2 första visade" in _call(store, "brygga", "--limit", "2").stdout


def test_jsonl_has_every_hit_and_nothing_else(store: Path) -> None:
    result = _call(store, "bruggan", "--format", "jsonl")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(rows) == 4
    assert {"text", "snippet", "party", "start", "end", "source"} <= set(rows[0])
    assert "bruggan" in result.stderr


def test_csv_runs_no_formula(store: Path) -> None:
    result = _call(store, "brygga", "--party", "V", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(result.stdout))
    assert row["text"] == "'=1+1 är en brygga"
    assert json.loads(row["party"]) == ["V"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["brygga", "--format", "xml"], "xml"),
        (["brygga", "--sort", "bakvänt"], "relevans"),
        (["brygga", "--from", "igår"], "igår"),
    ],
)
def test_wrong_use_is_told(store: Path, arguments: list[str], said: str) -> None:
    result = _call(store, *arguments)
    assert result.exit_code == cli.WRONG_USE
    assert said in result.stderr


def test_empty_store_is_told(tmp_path: Path) -> None:
    assert _call(tmp_path / "none", "brygga").exit_code == cli.WRONG_USE
