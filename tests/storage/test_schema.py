"""Types are derived from the records, so the records are what is tested against."""

from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pytest

from pipeline.models import Extraction, Tables
from pipeline.storage.schema import (
    arrow_type,
    columns,
    extraction_table,
    record_of,
    record_schema,
)
from pipeline.words import Kind
from tests.builders import attendance, document, extraction


@dataclass
class _Inner:
    name: str
    numbers: tuple[int, ...]


@pytest.mark.parametrize(
    ("hint", "expected"),
    [
        (str, pa.string()),
        (int | None, pa.int64()),
        (bool, pa.bool_()),
        (tuple[str, ...], pa.list_(pa.string())),
        (_Inner, pa.struct([("name", pa.string()), ("numbers", pa.list_(pa.int64()))])),
        (tuple[tuple[str, ...], ...], pa.list_(pa.list_(pa.string()))),
    ],
)
def test_arrow_type_follows_the_hint(hint: Any, expected: pa.DataType) -> None:
    assert arrow_type(hint) == expected


@pytest.mark.parametrize("table", columns(Tables))
def test_every_table_has_a_schema(table: str) -> None:
    record = record_of(table)
    assert tuple(record_schema(record).names) == columns(record)


def test_extraction_table_keeps_nested_rows_and_words_of_the_closed_lists() -> None:
    read = extraction(
        document(kind=Kind.UTLÅTANDE, findings=("a", "b")), attendance=[attendance()]
    )
    (row,) = extraction_table(3, [read], municipality="Tallvik").to_pylist()
    assert (row["part"], row["document_id"], row["asked_municipality"]) == (3, "d1", "Tallvik")
    assert row["document"]["kind"] == "utlåtande"
    assert row["document"]["findings"] == ["a", "b"]
    assert [seen["name"] for seen in row["attendance"]] == ["Berit Sjöholm"]
    assert set(columns(Extraction)) <= set(row)
