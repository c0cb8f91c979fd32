"""A table as the bytes of a file, for a download or for the command line."""

import tempfile
from pathlib import Path

import duckdb
import pandas as pd

from pipeline.export.formats import WRITERS

MEDIA_TYPES = {
    "csv": "text/csv",
    "jsonl": "application/x-ndjson",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def file_of(table: pd.DataFrame, file_format: str) -> bytes:
    """The rows of ``table`` as a file in one of the formats of MEDIA_TYPES.

    What a spreadsheet would take for a formula is kept from being one. Raises UsageError when
    an Excel sheet cannot hold the rows.
    """
    plain = table.astype(dict.fromkeys(table.select_dtypes("category"), str))
    with duckdb.connect() as connection, tempfile.TemporaryDirectory() as folder:
        connection.register("shown", plain)
        path = Path(folder) / f"table.{file_format}"
        WRITERS[file_format](connection, "SELECT * FROM shown", path)
        return path.read_bytes()
