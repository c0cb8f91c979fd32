"""The command that corrects: from a proposal to an undone correction, one line per trouble."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from pipeline import cli, console
from pipeline.storage import corrections, layout
from tests.builders import attendance, case, document, extraction, position
from tests.stores import add, rows

SIGNED = ("--who", "Ada Lund", "--why", "fel parti")
ACTIONS = ("list", "propose", "apply", "reject", "undo")


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    monkeypatch.setattr(corrections, "shared_corrections", lambda: tmp_path / "shared")
    monkeypatch.setenv("STANDPUNKT_STORE", str(tmp_path / "store"))
    for one in (console.output, console.errors):
        monkeypatch.setattr(one, "_file", None)
        monkeypatch.setattr(one, "_width", 200)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return add(tmp_path / "store", extraction(cases=[case()], positions=[position()]))


def call(*arguments: str) -> Result:
    return CliRunner().invoke(cli.app, ["correct", *arguments])


def first_word(result: Result) -> str:
    return result.stdout.split()[0]


@pytest.mark.parametrize("action", ACTIONS)
def test_every_action_has_help_with_an_example(action: str) -> None:
    result = call(action, "--help")
    assert result.exit_code == 0
    assert f"Exempel: standpunkt correct {action}" in " ".join(result.stdout.split())


def test_from_proposal_to_undone(store: Path) -> None:
    proposed = call("propose", "positions", "d1:1:M", "stance=abstained", *SIGNED)
    assert "stance: against → abstained" in proposed.stdout
    identifier = first_word(proposed)
    stance = "SELECT stance FROM positions"
    assert rows(store, stance) == [("against",)]
    assert call("apply", identifier, *SIGNED).exit_code == 0
    assert rows(store, stance) == [("abstained",)]
    undone = call("undo", identifier, "--who", "Bo Ek", "--why", "det stämde")
    assert "ångrad av Bo Ek" in undone.stdout
    assert rows(store, stance) == [("against",)]
    assert first_word(call("list", "--state", "ångrad")) == identifier
    assert call("list", "--state", "tillämpad").stdout == ""


def test_applied_at_once(store: Path) -> None:
    result = call("propose", "positions", "d1:1:M", "--remove", "--apply", *SIGNED)
    assert result.exit_code == 0
    assert rows(store, "FROM positions") == []


def test_rejected(store: Path) -> None:
    proposed = call("propose", "cases", "d1:1", "title=Ny", *SIGNED)
    assert "avvisad av Ada Lund" in call("reject", first_word(proposed), *SIGNED).stdout


def test_document_and_person_by_the_beginning_of_the_id(store: Path) -> None:
    add(store, extraction(document(document_id="ab" * 32), attendance=[attendance()]))
    assert call("propose", "documents", "abababab", "date=2021-03-05", *SIGNED).exit_code == 0
    person = call("propose", "attendance", "abababab:Berit Sjöholm", "party=", *SIGNED)
    assert "party: S → –" in person.stdout


def test_new_mandate_with_the_columns_as_handed_out(store: Path) -> None:
    new = ("from=2022-10-17", "to=", "governing=S, V", "source=protokoll")
    assert (
        call("propose", "mandates", "Tallvik", "--add", *new, "--apply", *SIGNED).exit_code
        == 0
    )
    assert rows(
        store, "SELECT start, \"end\", governing FROM mandates WHERE municipality = 'Tallvik'"
    ) == [("2022-10-17", None, ["S", "V"])]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("propose", "votes", "x", "yes=3", *SIGNED), "Tabellen votes kan inte rättas"),
        (("propose", "cases", "d1:1", "title", *SIGNED), "Skriv kolumnen, likhetstecken"),
        (("propose", "cases", "d1:1", *SIGNED), "Ange kolumnen och det nya värdet"),
        (
            ("propose", "positions", "d1:1:M", "stance=for", "--remove", *SIGNED),
            "ange inga värden",
        ),
        (
            ("propose", "positions", "d1:1", "--add", "start=tre", "party=M", *SIGNED),
            "ska vara ett heltal",
        ),
        (("apply", "abc", *SIGNED), "Det finns ingen rättelse abc"),
        (("list", "--state", "klar"), "Okänt läge: klar"),
        (("propose", "cases", "d1:1", "title=Ny", "--why", "x"), "Missing option '--who'"),
    ],
)
def test_wrong_use_is_told_in_one_line(
    store: Path, arguments: tuple[str, ...], told: str
) -> None:
    result = call(*arguments)
    assert result.exit_code == 2
    assert told in result.output


def test_correction_that_no_longer_hits_is_told_by_list_and_status(store: Path) -> None:
    call("propose", "positions", "d1:1:M", "stance=for", "--apply", *SIGNED)
    add(store, extraction(document(document_id="d2")))
    assert "träffar inte längre" in call("list").stdout
    status = CliRunner().invoke(cli.app, ["status"])
    assert "Anmärkning: d1:1:M: rättelsen" in status.stdout


def test_broken_file_is_told_by_list(store: Path) -> None:
    folder = layout.corrections_folder(store)
    folder.mkdir()
    (folder / "trasig.jsonl").write_text("{", "utf-8")
    assert "rättelsen går inte att läsa" in call("list").output
