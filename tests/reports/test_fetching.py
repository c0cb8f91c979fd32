"""A query's answer is the table that DuckDB itself would make of it, with rows or without."""

import duckdb
import pandas as pd
import pytest

from reports.fetching import fetched

GIVEN = """
CREATE TYPE mood AS ENUM ('glad', 'arg');
CREATE TABLE given AS SELECT * FROM (VALUES
    (1, 'glad'::mood, DATE '2021-03-04', 'Eva', 2.5::DECIMAL(4, 1), true, 0.5),
    (2, 'arg'::mood, DATE '2021-03-05', 'Bo', 3.5::DECIMAL(4, 1), false, 1.5)
) AS given(number, mood, day, name, share, known, height)
"""


@pytest.mark.parametrize("chosen", ["true", "number = 1", "number = 3"])
def test_a_fetched_table_is_duckdbs_own(chosen: str) -> None:
    connection = duckdb.connect()
    connection.execute(GIVEN)
    sql = f"SELECT * FROM given WHERE {chosen} AND number < $most"

    found = fetched(connection, sql, {"most": 9})
    expected = connection.execute(sql, {"most": 9}).df()
    assert list(found.columns) == list(expected.columns)
    for name, column in found.items():
        assert column.tolist() == expected[name].tolist()
    assert isinstance(found["mood"].dtype, pd.CategoricalDtype)
    assert list(found["mood"].cat.categories) == ["glad", "arg"]
    assert found["mood"].cat.ordered
    for name in ("number", "day", "share", "known", "height"):
        assert found[name].dtype == expected[name].dtype
