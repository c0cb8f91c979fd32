"""In which snapshot each document first came."""

from pathlib import Path

import duckdb
import pytest

from pipeline.storage import layout
from tests.builders import document, extraction
from tests.stores import add, rows

ARRIVALS = "SELECT document_id, snapshot FROM arrivals ORDER BY document_id"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return add(tmp_path, extraction(document(document_id="a", source="a.md")))


def _add_another(store: Path) -> Path:
    return add(store, extraction(document(document_id="b", source="b.md")))


def test_each_document_keeps_its_first_number(store: Path) -> None:
    assert rows(_add_another(store), ARRIVALS) == [("a", 1), ("b", 2)]


def test_snapshot_of_an_earlier_program_tells_by_its_documents(store: Path) -> None:
    with duckdb.connect(layout.database_path(store, 1)) as connection:
        connection.execute("DROP TABLE arrivals")
    assert rows(_add_another(store), ARRIVALS) == [("a", 1), ("b", 2)]


def test_damaged_snapshot_tells_nothing(store: Path) -> None:
    layout.database_path(store, 1).write_bytes(b"not a database" * 1000)
    assert rows(_add_another(store), ARRIVALS) == [("a", 2), ("b", 2)]


def test_folder_with_a_quote_in_its_name(tmp_path: Path) -> None:
    store = add(tmp_path / "bo's", extraction(document(document_id="a", source="a.md")))
    assert rows(_add_another(store), ARRIVALS) == [("a", 1), ("b", 2)]
