"""The append-only parts: the newest row of a key holds."""

from pathlib import Path

import pyarrow.parquet as parquet

from pipeline.models import Failure
from pipeline.storage.parts import KnownDocument, known, last_numbers
from pipeline.storage.schema import SourceRecord
from tests.builders import case, document, extraction
from tests.stores import add, rows


def test_empty_store_knows_nothing(tmp_path: Path) -> None:
    found = known(tmp_path)
    assert (found.documents, found.sources) == ({}, {})
    assert last_numbers(tmp_path) == (0, 0)


def test_newest_row_of_a_document_and_of_a_source_hold(tmp_path: Path) -> None:
    add(tmp_path, extraction(document(extractor_version="0")), publishing=False)
    add(tmp_path, extraction(document(extractor_version="1")), publishing=False)
    failed = Failure("protokoll.md", "protokoll.md: är tom.")
    add(tmp_path, failures=[failed], publishing=False)
    found = known(tmp_path)
    assert found.documents == {"d1": KnownDocument("1", None)}
    assert found.sources == {
        "/protokoll.md": SourceRecord(
            "/protokoll.md", "protokoll.md", "d1", "protokoll.md: är tom."
        )
    }
    assert last_numbers(tmp_path) == (2, 3)


def test_store_in_a_folder_with_an_odd_name(tmp_path: Path) -> None:
    store = add(tmp_path / "Ann's [1] *lager*", extraction())
    assert rows(store, "SELECT document_id FROM documents") == [("d1",)]


def test_part_of_an_older_version_reads_as_null_what_it_lacks(tmp_path: Path) -> None:
    add(tmp_path, extraction(cases=[case(topics=("hamnar",))]), publishing=False)
    path = tmp_path / "extractions" / "part-00000001.parquet"
    old = parquet.read_table(path).drop_columns(["referrals"])
    (listed,) = old["cases"].to_pylist()
    without = [{key: row[key] for key in row if key != "matter_id"} for row in listed]
    parquet.write_table(old.set_column(4, "cases", [[without]]), path)
    add(tmp_path, extraction(document(document_id="d2", source="ny.md"), cases=[case()]))
    assert rows(tmp_path, "SELECT topics FROM cases ORDER BY document_id") == [
        (["hamnar"],),
        ([],),
    ]
    assert rows(tmp_path, "SELECT count(*) FROM referrals") == [(0,)]
