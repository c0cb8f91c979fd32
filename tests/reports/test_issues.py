"""Topics, demands, criticism and searches on a store whose figures are counted by hand."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.models import Demand, Extraction
from pipeline.storage.snapshot import open_snapshot
from reports import catalogue
from reports.choice import Choice
from reports.reader import Reader
from tests import builders
from tests.stores import add
from tests.views.stores import RESERVED, TEXT, divided_meeting

QUOTE = "bryggan är för dyr"


def _demand(name: str, meeting: Extraction, **fields: Any) -> Demand:
    start = TEXT.index(QUOTE)
    told = {
        "demand_id": f"d1:1:s2:{name}",
        "statement_id": "d1:1:s2",
        "kind": "kritik",
        "parties": ("M", "L"),
        "quote": QUOTE,
        "start": start,
        "end": start + len(QUOTE),
        "body": meeting.document.body,
        "date": meeting.document.date,
    }
    return builders.demand(**told | fields)


def _meeting(number: int) -> Extraction:
    meeting = divided_meeting(f"d{number}", date=f"20{21 + number // 6}-0{number % 6 + 1}-04")
    aimed = _demand("x", meeting, addressee="S" if number else None)
    moved = builders.extraction(meeting.document, demands=[aimed]).demands
    topics = ("fritid", "ekonomi") if number < 3 else ("fritid",)
    cases = tuple(replace(case, topics=topics) for case in meeting.cases)
    return replace(meeting, cases=cases, demands=moved)


@pytest.fixture(scope="module")
def connection(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[duckdb.DuckDBPyConnection]:
    store: Path = tmp_path_factory.mktemp("store")
    with open_snapshot(add(store, *map(_meeting, range(12)))) as opened:
        yield opened


def made(
    connection: duckdb.DuckDBPyConnection, name: str, **asked: Any
) -> list[dict[Any, Any]]:
    """A report's rows; ``choice`` are the filters, the rest its options."""
    reader = Reader(connection, Choice(**asked.pop("choice", {})))
    return catalogue.make(name, reader, **asked).to_dict("records")


def test_a_topic_counts_each_of_its_matters_and_hides_shares_of_few(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    rows = {row["topic"]: row for row in made(connection, "topics")}

    assert (rows["fritid"]["n"], rows["fritid"]["contested"], rows["fritid"]["share"]) == (
        12,
        12,
        1,
    )
    assert (rows["ekonomi"]["n"], rows["ekonomi"]["level"]) == (3, "few")
    assert rows["ekonomi"]["share"] != rows["ekonomi"]["share"]


def test_the_list_of_topics_is_whole_whatever_topic_is_chosen(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    chosen = made(connection, "topics", choice={"topic": "ekonomi", "contested": True})

    assert {row["topic"]: row["n"] for row in chosen} == {"fritid": 12, "ekonomi": 3}


def test_dissent_is_a_share_of_the_matters_where_the_party_took_part(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    rows = made(connection, "dissent", choice={"parties": ("M", "S")})
    told = {(row["topic"], row["party"]): (row["n"], row["against"]) for row in rows}

    assert told == {
        ("fritid", "M"): (12, 12),
        ("fritid", "S"): (12, 0),
        ("ekonomi", "M"): (3, 3),
        ("ekonomi", "S"): (3, 0),
    }


@pytest.mark.parametrize(
    ("options", "count"),
    [({}, 12), ({"kind": "kritik"}, 12), ({"kind": "krav"}, 0), ({"case": "d3:1"}, 1)],
)
def test_demands_are_those_of_the_kind_and_the_case(
    connection: duckdb.DuckDBPyConnection, options: dict[str, str], count: int
) -> None:
    rows = made(connection, "demands", **options)

    assert len(rows) == count
    assert all(row["quote"] == QUOTE == TEXT[row["start"] : row["end"]] for row in rows)


def test_a_repeated_demand_tells_how_often_and_since_when_whatever_the_choice(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    (row, *_) = made(connection, "demands", choice={"start": "2022-06-01"})

    assert (row["times"], row["since"]) == (12, "2021-01-04")


def test_own_words_leave_out_plain_proposals(connection: duckdb.DuckDBPyConnection) -> None:
    assert {row["kind"] for row in made(connection, "words")} == {"kritik"}


def test_a_demand_counts_once_a_year_for_each_of_its_parties(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    rows = made(connection, "demands_over_time", choice={"parties": ("M",)})

    assert [(row["period"], row["party"], row["n"]) for row in rows] == [
        ("2021", "M", 1),
        ("2022", "M", 1),
    ]


def test_criticism_counts_only_sentences_that_name_somebody(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    rows = made(connection, "criticism", choice={"parties": ("L",)})

    assert [(row["period"], row["addressee"], row["n"]) for row in rows] == [
        ("2021", "S", 5),
        ("2022", "S", 6),
    ]


def test_hits_and_usage_follow_the_filters(connection: duckdb.DuckDBPyConnection) -> None:
    found = made(connection, "hits", search="dyr", choice={"start": "2022-01-01"})
    shares = made(connection, "usage", search="dyr", choice={"parties": ("M",)})

    assert len(found) == 6
    assert all(row["text"] == RESERVED for row in found)
    told = {(row["party"], row["period"]): (row["hits"], row["n"]) for row in shares}
    assert told["M", "2021"] == (6, 6)
