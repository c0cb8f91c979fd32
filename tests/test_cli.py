"""The command line: exit status, one clear line per trouble, help for every command."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from pipeline import cli, run, serving, settings
from pipeline.commands.status import SHOWN_FINDINGS
from pipeline.storage.lock import writing
from tests import fake_process
from tests.builders import case, document, extraction
from tests.stores import add

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = (
    *("ingest", "explain", "search", "analyse", "export", "evaluate", "status", "correct"),
    *("dashboard", "demo"),
)


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(run, "process", fake_process.process)
    monkeypatch.setenv("STANDPUNKT_STORE", str(tmp_path / "default"))
    for console in (cli.output, cli.errors):
        monkeypatch.setattr(console, "_file", None)
        monkeypatch.setattr(console, "_width", 200)


def _call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments])


def _documents(folder: Path, *texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for number, text in enumerate(texts):
        (folder / f"n{number}.md").write_text(text, "utf-8")
    return folder


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("│").split("│")]


def _table(result: Result) -> dict[str, str]:
    lines = [line for line in result.stdout.splitlines() if line.startswith("│")]
    return dict(_cells(line) for line in lines)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = _call(command, "--help")
    assert result.exit_code == 0
    assert f"Exempel: standpunkt {command}" in result.stdout


def test_help_lists_every_command() -> None:
    result = _call("--help")
    assert result.exit_code == 0
    assert all(f"  {command} " in result.stdout for command in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Usage"),
        (["ingest"], "Ange minst en fil, mapp eller ett arkiv"),
        (["ingest", "--no-such-option"], "No such option"),
        (["no-such-command"], "No such command"),
        (["export"], "Missing option '--out'"),
        (
            ["export", "--out", "ut", "--format", "docx"],
            "Okänt format: docx. Välj något av jsonl",
        ),
        (["export", "--out", "ut"], "inget lager"),
        (["status", "--store", "finns-inte"], "inget lager i finns-inte"),
        (["evaluate", "finns-inte"], "ingen mapp finns-inte"),
        (["dashboard", "--port", "70000"], "Porten 70000"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(arguments: Sequence[str], told: str) -> None:
    result = _call(*arguments)
    assert result.exit_code == cli.WRONG_USE
    assert told in result.output
    assert "Traceback" not in result.output


def test_ingest_sums_up_and_succeeds(tmp_path: Path) -> None:
    folder = _documents(tmp_path / "in", "ett", "två med anmärkning")
    first = _call("ingest", folder, "--store", tmp_path / "store")
    again = _call("ingest", folder, "--store", tmp_path / "store")
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert _table(first)["Inlästa dokument"] == "2"
    assert _table(first)["Anmärkningar i det inlästa"] == "1"
    assert _table(again)["Inlästa dokument"] == "0"
    assert _table(again)["Oförändrade, överhoppade"] == "2"


def test_ingest_tells_each_failure_in_one_line_and_keeps_the_rest(tmp_path: Path) -> None:
    folder = _documents(
        tmp_path / "in", "ett", fake_process.UNREADABLE, fake_process.WRONG, "fyra"
    )
    result = _call("ingest", folder, "--store", tmp_path / "store")
    assert result.exit_code == cli.SOME_FAILED
    told = _lines(result.stderr)
    assert len(told) == 2
    assert all(line.startswith("Gick inte att läsa: ") for line in told)
    status = _call("status", "--store", tmp_path / "store")
    assert status.exit_code == 0
    assert _lines(status.stderr) == told
    assert "documents" in status.stdout


def test_name_with_odd_signs_is_shown_harmless(tmp_path: Path) -> None:
    (tmp_path / "[red]x\x1b[2J\n.md").write_text(fake_process.UNREADABLE)
    result = _call("ingest", tmp_path, "--store", tmp_path / "store")
    assert result.exit_code == cli.SOME_FAILED
    (line,) = _lines(result.stderr)
    assert "[red]x" in line
    assert "\x1b" not in line


def test_ingest_uses_the_default_store(tmp_path: Path) -> None:
    assert _call("ingest", _documents(tmp_path / "in", "ett")).exit_code == 0
    assert (tmp_path / "default" / "CURRENT").is_file()


def test_store_that_is_being_written_is_told(tmp_path: Path) -> None:
    folder = _documents(tmp_path / "in", "ett")
    with writing(tmp_path / "store"):
        result = _call("ingest", folder, "--store", tmp_path / "store")
    assert result.exit_code == cli.WRONG_USE
    assert "skrivs just nu av process" in result.stderr


def test_interrupted_ingest_says_what_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: run.Job) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "process", interrupted)
    folder = _documents(tmp_path / "in", "ett")
    result = _call("ingest", folder, "--store", tmp_path / "store")
    assert result.exit_code == cli.SOME_FAILED
    assert "Avbrutet." in result.stdout


def test_export_names_the_files(tmp_path: Path) -> None:
    add(tmp_path / "store", extraction(cases=[case()]))
    result = _call(
        *(
            "export",
            "--store",
            tmp_path / "store",
            "--out",
            tmp_path / "out",
            "--format",
            "csv",
        )
    )
    assert result.exit_code == 0
    assert str(tmp_path / "out" / "cases.csv") in _lines(result.stdout)


def test_status_tells_findings(tmp_path: Path) -> None:
    add(tmp_path / "store", extraction(document(findings=("rösterna går inte ihop",))))
    result = _call("status", "--store", tmp_path / "store")
    assert "Anmärkning: protokoll.md: rösterna går inte ihop" in result.stdout


def test_status_does_not_drown_in_findings(tmp_path: Path) -> None:
    findings = tuple(f"nummer {number}" for number in range(SHOWN_FINDINGS + 2))
    add(tmp_path / "store", extraction(document(findings=findings)))
    lines = _lines(_call("status", "--store", tmp_path / "store").stdout)
    assert sum(line.startswith("Anmärkning: ") for line in lines) == SHOWN_FINDINGS
    assert lines[-1].startswith("… och 2 anmärkningar till")


def test_evaluate_scores_the_rows_of_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def score(tables: dict[str, list[dict[str, Any]]], gold: Path) -> tuple[Any, ...]:
        found = len(tables["cases"])
        shares = {"precision": 0.5, "recall": 1.0, "f1": 2 / 3}
        return (SimpleNamespace(table=gold.name, hits=1, found=found, true=1, **shares),)

    stand_in = ModuleType("evaluation.score")
    stand_in.score = score  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "evaluation.score", stand_in)
    add(tmp_path / "store", extraction(cases=[case(), case(case_id="d1:2")]))
    (tmp_path / "facit").mkdir()
    result = _call("evaluate", "--store", tmp_path / "store", tmp_path / "facit")
    assert result.exit_code == 0
    (row,) = [line for line in _lines(result.stdout) if "facit" in line]
    assert _cells(row) == ["facit", "0.500", "1.000", "0.667", "1", "2", "1"]


class _Server:
    """A dashboard that is closed as soon as it has been looked at."""

    def __init__(self) -> None:
        self.started: list[tuple[Path, int]] = []
        self.edit: list[bool] = []
        self.stopped = 0

    def start(self, store: Path, port: int, *, edit: bool = False) -> "_Server":
        self.started.append((store, port))
        self.edit.append(edit)
        return self

    def wait(self) -> None:
        raise KeyboardInterrupt

    def stop(self, _: Any) -> None:
        self.stopped += 1


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Server]:
    made = _Server()
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(serving, "start", made.start)
    monkeypatch.setattr(serving, "stop", made.stop)
    monkeypatch.setattr(serving, "wait_until_ready", lambda *_: None)
    monkeypatch.setattr(serving, "has_desktop", lambda: False)
    yield made
    signal.signal(signal.SIGTERM, before)


def test_dashboard_prints_its_address_and_ends_with_its_server(
    tmp_path: Path, server: _Server
) -> None:
    result = _call("dashboard", "--store", tmp_path / "store")
    ((store, port),) = server.started
    assert result.exit_code == 0
    assert store == tmp_path / "store"
    assert f"http://localhost:{port}" in result.stdout
    assert server.stopped == 1


def test_the_dashboard_takes_nothing_in_unless_told(server: _Server) -> None:
    _call("dashboard")
    _call("dashboard", "--edit")
    assert server.edit == [False, True]


@pytest.mark.parametrize(("edit", "value"), [(False, "0"), (True, "1")])
def test_only_the_switch_opens_the_server_for_writing(
    edit: bool, value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[dict[str, str]] = []
    monkeypatch.setenv("STANDPUNKT_EDIT", "1")
    monkeypatch.setattr(
        "pipeline.serving.subprocess.Popen", lambda _, env, cwd: seen.append(env)
    )
    serving.start(tmp_path, 8600, edit=edit)
    assert seen[0]["STANDPUNKT_EDIT"] == value


def test_dashboard_opens_a_browser_where_there_is_a_screen(
    server: _Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(serving, "has_desktop", lambda: True)
    monkeypatch.setattr("webbrowser.open", opened.append)
    _call("dashboard")
    assert opened == [f"http://localhost:{server.started[0][1]}"]


@pytest.fixture
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "data_dir", lambda: tmp_path / "data")
    monkeypatch.setattr(settings, "demo_store", lambda: tmp_path / "demo-store")
    return tmp_path / "data" / "demo" / "documents"


def test_demo_has_a_store_of_its_own(tmp_path: Path, demo: Path, server: _Server) -> None:
    demo.mkdir(parents=True)
    _documents(demo, "ett", "två")
    assert _call("demo").exit_code == 0
    assert [store for store, _ in server.started] == [tmp_path / "demo-store"]
    assert not (tmp_path / "default").exists()


def test_demo_can_stop_before_serving(tmp_path: Path, demo: Path, server: _Server) -> None:
    demo.mkdir(parents=True)
    _documents(demo, "ett")
    assert _call("demo", "--no-serve").exit_code == 0
    assert server.started == []
    assert (tmp_path / "demo-store" / "CURRENT").is_file()


@pytest.mark.usefixtures("demo", "server")
def test_demo_without_its_documents_is_told() -> None:
    result = _call("demo")
    assert result.exit_code == cli.WRONG_USE
    assert "Demokommunens dokument saknas" in result.stderr


def test_module_runs_and_loads_nothing_heavy() -> None:
    script = (
        "import sys, pipeline.cli;"
        "print([name for name in ('spacy', 'pypdfium2', 'streamlit', 'duckdb', 'pandas')"
        " if name in sys.modules])"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "[]"
    helped = subprocess.run(
        [sys.executable, "-m", "pipeline.cli", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert "Usage: standpunkt" in helped.stdout
