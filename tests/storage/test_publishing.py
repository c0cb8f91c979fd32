"""A snapshot is published whole or not at all."""

from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.errors import StoreError
from pipeline.models import Party
from pipeline.storage import building, layout, publishing
from pipeline.storage.lock import writing
from tests.builders import document, extraction
from tests.stores import add, rows

TITLES = "SELECT title FROM documents ORDER BY title"


def _second() -> Any:
    return extraction(document(document_id="d2", source="andra.md", title="Andra"))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return add(tmp_path, extraction(document(title="Första")))


class _CrashError(Exception):
    """The machine stops here."""


def _crash(*_: Any, **__: Any) -> None:
    raise _CrashError


@pytest.mark.parametrize(
    ("room", "step"),
    [
        # while the tables are being built
        (building, "_write_failures"),
        # built, but without a name yet
        (layout, "put_in_place"),
        # named, but not pointed to yet
        (layout, "write_durably"),
    ],
)
def test_crash_leaves_the_old_snapshot_whole(
    store: Path, room: Any, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, _second(), publishing=False)
    with monkeypatch.context() as patch:
        patch.setattr(room, step, _crash)
        with pytest.raises(_CrashError):
            publishing.publish(store)
    assert rows(store, TITLES) == [("Första",)]
    with writing(store):
        layout.sweep(store)
        assert layout.snapshot_numbers(store) == [1]
        assert not list(layout.snapshots_folder(store).glob(".*"))
        assert publishing.publish(store).number == 2
    assert rows(store, TITLES) == [("Andra",), ("Första",)]


def test_nothing_new_publishes_nothing(store: Path) -> None:
    assert publishing.publish(store).number == 1


def test_changed_reference_data_is_published(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    local = (Party(party_id="HP@Tallvik", short="HP", name="Hamnpartiet"),)
    for room in (building, publishing):
        monkeypatch.setattr(room, "parties", lambda: local)
    assert publishing.publish(store).number == 2
    assert rows(store, "SELECT short FROM parties") == [("HP",)]


def test_damaged_snapshot_is_built_anew(store: Path) -> None:
    layout.database_path(store, 1).write_bytes(b"not a database" * 1000)
    assert publishing.publish(store).number == 2
    assert rows(store, TITLES) == [("Första",)]


def test_the_last_two_snapshots_are_kept(store: Path) -> None:
    for number in range(2, 5):
        add(store, extraction(document(document_id=f"d{number}", source=f"{number}.md")))
    assert layout.snapshot_numbers(store) == [3, 4]


def test_full_disk_is_told_and_the_old_snapshot_stays(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise duckdb.IOException("No space left on device")

    add(store, _second(), publishing=False)
    monkeypatch.setattr(building, "_write_failures", full)
    with pytest.raises(StoreError, match="kunde inte byggas"):
        publishing.publish(store)
    assert rows(store, TITLES) == [("Första",)]


def test_sweep_removes_half_written_parts(store: Path) -> None:
    half = layout.extractions_folder(store) / f"{layout.UNFINISHED}part-00000002.parquet"
    half.write_bytes(b"PAR1")
    layout.sweep(store)
    assert not half.exists()
    assert rows(store, TITLES) == [("Första",)]


@pytest.mark.parametrize(
    "name", ["a?b", "?", "a*b", "a[1]b", "a%20b", "a#b", "å ä", "a'b", "http:", "a?b=1&c"]
)
def test_store_may_have_any_name(tmp_path: Path, name: str) -> None:
    store = add(tmp_path / name / "store?", extraction(document(title="Första")))
    add(store, _second())
    assert rows(store, TITLES) == [("Andra",), ("Första",)]
    assert {path.name for path in tmp_path.iterdir()} == {name}
    folder = layout.database_path(store, 2).parent
    assert {path.name for path in folder.iterdir()} == {layout.DATABASE, layout.SEARCH}
