"""Opening the published snapshot."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from pipeline.errors import StoreError
from pipeline.storage.snapshot import open_snapshot, snapshot_path
from tests.builders import document, extraction
from tests.stores import add


def test_missing_store_is_told_with_what_to_do(tmp_path: Path) -> None:
    assert snapshot_path(tmp_path / "none") is None
    with pytest.raises(StoreError, match="inget lager.*standpunkt ingest"):
        open_snapshot(tmp_path / "none")


def test_store_without_a_snapshot_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Inga dokument är inlästa"):
        open_snapshot(tmp_path)


def test_damaged_snapshot_is_told(tmp_path: Path) -> None:
    path = snapshot_path(add(tmp_path, extraction()))
    assert path is not None
    path.write_bytes(b"not a database" * 1000)
    with pytest.raises(StoreError, match="går inte att öppna"):
        open_snapshot(tmp_path)


def test_snapshot_is_read_only(tmp_path: Path) -> None:
    with (
        open_snapshot(add(tmp_path, extraction())) as connection,
        pytest.raises(duckdb.InvalidInputException, match="read-only"),
    ):
        connection.execute("DELETE FROM documents")


def test_reader_keeps_its_snapshot_while_the_next_is_published(tmp_path: Path) -> None:
    add(tmp_path, extraction())
    with open_snapshot(tmp_path) as before:
        add(tmp_path, extraction(document(document_id="d2", source="andra.md")))
        with open_snapshot(tmp_path) as after:
            counts = [
                connection.execute("SELECT count(*) FROM documents").fetchone()
                for connection in (before, after)
            ]
    assert counts == [(1,), (2,)]


def test_reading_a_snapshot_loads_neither_language_nor_pdf() -> None:
    script = (
        "import sys, pipeline.storage.snapshot;"
        "print([name for name in ('spacy', 'pypdfium2', 'pipeline.resolution') "
        "if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_what_another_version_built_is_told_with_what_to_do(tmp_path: Path) -> None:
    path = snapshot_path(add(tmp_path, extraction()))
    assert path is not None
    path.chmod(0o644)
    with duckdb.connect(path) as connection:
        connection.execute("UPDATE form SET form = 'annan'")
    with pytest.raises(StoreError, match=r"annan version.*standpunkt ingest"):
        open_snapshot(tmp_path)
