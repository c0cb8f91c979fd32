"""What a choice takes is cut out of the whole municipality; the rows are the query's own."""

from collections.abc import Hashable
from typing import Any

import duckdb
import pandas as pd
import pytest

from pipeline.storage.snapshot import open_snapshot
from reports import patterns, queries, register
from reports.choice import Choice
from reports.reader import Reader
from tests.builders import position, proposal, statement
from tests.reports.test_patterns import meeting
from tests.stores import add

SQL = {
    "stances": queries.STANCES,
    "alternatives": queries.ALTERNATIVES,
    "seats": queries.SEATS,
    "decided": queries.DECIDED,
    "headings": queries.HEADINGS,
}


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    """Three meetings, one of them contested."""
    contested = meeting(
        4,
        about={"topics": ("fritid",)},
        positions=[position(), position(position_id="d1:1:S", party="S", stance="for")],
        statements=[statement()],
        proposals=[proposal(parties=("S",))],
    )
    quiet = [meeting(5, "Kommunfullmäktige", {"title": "Motion om mer sol"}), meeting(6)]
    return open_snapshot(add(tmp_path_factory.mktemp("store"), contested, *quiet))


ROWS = (
    *(register.STANDS, register.TOPICS_OF, patterns.PROPOSALS, patterns.MOTIONS),
    *(patterns.TIMELINE, patterns.CONFLICT),
)
ASKED: list[dict[str, Any]] = [
    {},
    {"municipality": "Tallvik"},
    {"municipality": "Näset"},
    {"start": "2021-03-05"},
    {"end": "2021-03-04", "contested": True},
    {"body": "Kommunfullmäktige"},
    {"topic": "fritid", "parties": ("M",)},
    {"words": "sol", "parties": ("S",)},
    {"parties": ("KD",)},
]


@pytest.mark.parametrize("shelved", [True, False])
@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("sql", ROWS)
def test_rows_told_by_their_decision_are_those_of_the_query(
    connection: duckdb.DuckDBPyConnection, sql: str, asked: dict[str, Any], shelved: bool
) -> None:
    shelf: dict[Hashable, pd.DataFrame] | None = {} if shelved else None
    choice = Choice(**asked)
    Reader(connection, Choice(), shelf).rows(sql)

    found = Reader(connection, choice, shelf).rows(sql)

    expected = Reader(connection, choice).table(sql, choice.parameters())
    if sql == patterns.TIMELINE:  # in no order
        keys = ["id", "party", "decision"]
        found, expected = (
            one.sort_values(keys, ignore_index=True) for one in (found, expected)
        )
    # which values are missing, not how that is written
    plain = [table.astype(object).where(table.notna(), None) for table in (found, expected)]
    pd.testing.assert_frame_equal(*plain)


@pytest.mark.parametrize("asked", ASKED)
def test_the_numbers_of_a_choice_are_those_of_its_decisions(
    connection: duckdb.DuckDBPyConnection, asked: dict[str, Any]
) -> None:
    reader = Reader(connection, Choice(**asked))

    assert sorted(reader.numbers) == sorted(reader.decisions["decision"])


@pytest.mark.parametrize("shelved", [True, False])
@pytest.mark.parametrize("asked", ASKED)
def test_what_is_cut_out_is_what_the_query_gives(
    connection: duckdb.DuckDBPyConnection, asked: dict[str, Any], shelved: bool
) -> None:
    shelf: dict[Hashable, pd.DataFrame] | None = {} if shelved else None
    for _ in range(2):  # the second time from the shelf
        reader = Reader(connection, Choice(**asked), shelf)
        for name, sql in SQL.items():
            expected = Reader(connection, Choice(**asked)).table(
                sql, Choice(**asked).parameters()
            )
            found = getattr(reader, name)
            # whether a column can miss values is seen in the whole
            pd.testing.assert_frame_equal(found, expected, check_dtype=False)


def test_nobody_changes_a_table_on_the_shelf(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    shelf: dict[Hashable, pd.DataFrame] = {}
    first = Reader(connection, Choice(), shelf).table("SELECT 1 AS n")
    first["n"] = 2

    assert list(Reader(connection, Choice(), shelf).table("SELECT 1 AS n")["n"]) == [1]
