"""What the documents say of the project is so: commands, files, targets, dependencies."""

import re
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest
import typer

from pipeline.cli import app
from pipeline.settings import ROOT

README = ROOT / "README.md"
ARCHITECTURE = ROOT / "docs" / "architecture.md"
DOCUMENTS = (
    *(README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", ROOT / "data" / "README.md"),
    *sorted((ROOT / "docs").glob("*.md")),
)
ROOMS = ("pipeline", "analytics", "reports", "views", "evaluation", "demo", "benchmarks")
NAMED_IN_ARCHITECTURE = ("pipeline", "analytics", "reports", "views", "evaluation")
COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]

# "`pipeline/run.py`", "`run.py`", "`data/reference/`"; not `a.pdf`, which is an example
_FILE = re.compile(r"`([\w./-]+\.(?:py|toml|md|lock)|(?:[\w-]+/)+)`")
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")
PLACEHOLDERS = ("NAME", "FILE")


def text_of(document: Path) -> str:
    return document.read_text("utf-8")


def exists(name: str, document: Path) -> bool:
    """Whether a name is a path from the root or the document, or a file of some room."""
    if (ROOT / name).exists() or (document.parent / name).exists():
        return True
    return "/" not in name and any(any((ROOT / room).rglob(name)) for room in ROOMS)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_file_that_is_named_exists(document: Path) -> None:
    content = text_of(document)
    named = {*_FILE.findall(content), *_LINK.findall(content)}
    real = {name for name in named if not any(word in name for word in PLACEHOLDERS)}

    assert {name for name in real if not exists(name, document)} == set()


@pytest.mark.parametrize("name", ["pipeline/nothing.py", "nothing.py", "pipeline/nothing/"])
def test_a_file_that_is_gone_would_be_noticed(name: str) -> None:
    assert _FILE.findall(f"see `{name}`") == [name]
    assert not exists(name, README)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example_in_the_readme(command: str) -> None:
    assert re.search(
        rf"\| `standpunkt {command}` \|.*\| `standpunkt {command}\b.*` \|", text_of(README)
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_only_commands_that_exist_are_mentioned(document: Path) -> None:
    used = set(re.findall(r"`standpunkt ([a-z]+)", text_of(document)))

    assert used <= set(COMMANDS)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_targets_and_modules_that_are_mentioned_exist(document: Path) -> None:
    content = text_of(document)
    targets = set(re.findall(r"^(\w+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    modules = set(re.findall(r"python -m ([a-z_.]+)", content)) - {"pip", "pytest"}

    assert set(re.findall(r"(?:`| {4})make ([a-z]+)", content)) <= targets
    assert [name for name in modules if find_spec(name) is None] == []


@pytest.mark.parametrize("room", NAMED_IN_ARCHITECTURE)
def test_every_file_has_its_line_in_the_architecture(room: str) -> None:
    named = set(re.findall(r"`([\w]+\.py)`", text_of(ARCHITECTURE)))
    files = {path.name for path in (ROOT / room).rglob("*.py") if path.parent.name != "pages"}

    assert files - named - {"__init__.py"} == set()


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(text_of(ROOT / "pyproject.toml"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    names = {re.split(r"[<>=~\[ ;]", line)[0] for group in groups for line in group}
    table = text_of(ARCHITECTURE).partition("## Dependencies")[2]
    explained = " ".join(re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE))

    assert names <= set(re.findall(r"[\w-]+", explained))
