"""standpunkt explain: one document told in indented lines, errors in one sentence."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline import cli
from tests.extraction.texts import minutes

MATTER = """§ 7
Ny brygga i gästhamnen

Beslut
Förslaget godkänns.

Reservation
Göran Ek (M) reserverar sig mot beslutet eftersom [bryggan] blir för dyr.
"""


@pytest.fixture(autouse=True)
def _consoles(monkeypatch: pytest.MonkeyPatch) -> None:
    for console in (cli.output, cli.errors):
        monkeypatch.setattr(console, "_file", None)
        monkeypatch.setattr(console, "_width", 40)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "protokoll.txt"
    path.write_text(minutes(MATTER), "utf-8")
    return path


def _call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.app, ["explain", *map(str, arguments)])


def test_document_is_told_in_whole_indented_lines(document: Path) -> None:
    result = _call(document)
    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert f"Dokument: {document}" in lines
    assert "  Kommun: Tallvik" in lines
    assert "§ 7: Ny brygga i gästhamnen" in lines
    (act,) = [line for line in lines if line.startswith("    reservation: ")]
    assert "Göran Ek (M): ”reserverar sig mot beslutet eftersom [bryggan]" in act
    assert "\x1b" not in result.stdout


def test_lines_keep_within_a_narrow_screen(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli.output, "_force_terminal", True)
    monkeypatch.setattr(cli.output, "_color_system", None)
    lines = _call(document).stdout.splitlines()
    assert max(map(len, lines)) <= 40
    place = next(n for n, line in enumerate(lines) if line.startswith("    reservation: "))
    assert lines[place + 1].startswith("    ")


def test_named_municipality_goes_first(document: Path) -> None:
    assert "  Kommun: Granvik" in _call(document, "--municipality", "Granvik").stdout


@pytest.mark.parametrize(
    ("name", "data", "status", "told"),
    [
        (None, None, cli.WRONG_USE, "Ange det dokument"),
        ("finns-inte.pdf", None, cli.WRONG_USE, "Det finns ingen fil"),
        (".", None, cli.WRONG_USE, "Det finns ingen fil"),
        ("trasig.pdf", b"%PDF-1.4\n", cli.SOME_FAILED, "skadad"),
        ("tom.txt", b"", cli.SOME_FAILED, "filen är tom"),
    ],
)
def test_trouble_is_told_in_one_sentence(
    tmp_path: Path, name: str | None, data: bytes | None, status: int, told: str
) -> None:
    if name and data is not None:
        (tmp_path / name).write_bytes(data)
    result = _call(*([tmp_path / name] if name else []))
    assert result.exit_code == status
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert result.stdout == ""


def test_help_has_an_example() -> None:
    result = _call("--help")
    assert result.exit_code == 0
    assert "Exempel: standpunkt explain" in result.stdout
