"""A query's answer as a table, fetched by columns: several times faster than by values where
there are many words."""

from collections.abc import Mapping
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa

# what columns are called is compared at every cut, and Python compares few words sooner
pd.set_option("mode.string_storage", "python")
WORDS: Any = pd.StringDtype("pyarrow", na_value=np.nan)
NUMBERS: dict[Any, Any] = {
    pa.int8(): pd.Int8Dtype(),
    pa.int16(): pd.Int16Dtype(),
    pa.int32(): pd.Int32Dtype(),
    pa.int64(): pd.Int64Dtype(),
    pa.uint8(): pd.UInt8Dtype(),
    pa.uint16(): pd.UInt16Dtype(),
    pa.uint32(): pd.UInt32Dtype(),
    pa.uint64(): pd.UInt64Dtype(),
    pa.bool_(): pd.BooleanDtype(),
}
"""What a column is where some of its values are missing."""


def fetched(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: Mapping[str, Any]
) -> pd.DataFrame:
    """The same table as ``execute(sql, parameters).df()``: ENUMs are categories in order, days
    datetime64, decimals floats, missing numbers and truth values pandas' own."""
    relation = connection.sql(sql, params=dict(parameters))
    table = relation.to_arrow_table()
    columns = {name: _column(table.column(name)) for name in table.column_names}
    if not table.num_rows:
        columns |= _words_alone(relation)
    return pd.DataFrame(columns, copy=False)


def _words_alone(relation: duckdb.DuckDBPyRelation) -> dict[str, Any]:
    """The ENUMs of an empty answer, which does not carry their words."""
    named = zip(relation.columns, relation.types, strict=True)
    return {name: _without_rows(kind) for name, kind in named if kind.id == "enum"}


def _without_rows(kind: Any) -> pd.Categorical:
    return pd.Categorical([], categories=dict(kind.children)["values"], ordered=True)


def _column(values: pa.ChunkedArray) -> Any:
    kind = values.type
    if pa.types.is_string(kind):
        return _words(values)
    if pa.types.is_dictionary(kind):
        return values.combine_chunks().to_pandas().cat.as_ordered()
    if pa.types.is_date(kind):
        return values.cast(pa.timestamp("us")).to_pandas()
    if pa.types.is_decimal(kind):
        return values.cast(pa.float64()).to_pandas()
    if values.null_count and kind in NUMBERS:
        return NUMBERS[kind].__from_arrow__(values)
    return _plain(values)


def _words(values: pa.ChunkedArray) -> Any:
    if values.null_count == len(values):
        return pd.Series([None] * len(values), dtype=object)
    return WORDS.__from_arrow__(values.combine_chunks())


def _plain(values: pa.ChunkedArray) -> pd.Series:
    column: pd.Series = values.to_pandas()
    if values.null_count and column.dtype == object:
        column[column.isna()] = pd.NA
    return column
