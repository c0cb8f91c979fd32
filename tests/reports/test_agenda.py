"""One meeting's decisions: the latest, or the one that is named; each matter once, in the
order of the agenda."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from pipeline.errors import UsageError
from pipeline.models import Extraction
from pipeline.storage.snapshot import open_snapshot
from reports.catalogue import make
from reports.choice import Choice
from reports.reader import Reader
from tests.builders import case, document, extraction
from tests.stores import add
from tests.views.stores import many_meetings

LONG_AGENDA = range(8, 12)


def minutes(name: str, day: str) -> Extraction:
    """Minutes whose paragraphs pass from one figure to two."""
    base = document(document_id=name, source=f"{name}.md", date=day)
    cases = [
        replace(
            case(case_id=f"{name}:{number}", number=str(number), date=day),
            title=f"Ärende {number}",
            reference=f"HN 2024/{number}",
            start=number,
        )
        for number in LONG_AGENDA
    ]
    return extraction(base, cases=cases)


@pytest.fixture(scope="module")
def connection(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_snapshot(many_meetings(tmp_path_factory.mktemp("store"))) as opened:
        yield opened


def test_the_latest_meeting_unless_one_is_named(connection: duckdb.DuckDBPyConnection) -> None:
    reader = Reader(connection, Choice())

    [latest] = make("agenda", reader).to_dict("records")
    named = f"2021-06-04|Hamnnämnden|{latest['municipality']}"
    [chosen] = make("agenda", reader, meeting=named).to_dict("records")

    assert (latest["date"], latest["body"]) == ("2022-06-04", "Hamnnämnden")
    assert (chosen["date"], chosen["case_id"]) == ("2021-06-04", "d5:1")
    assert set(chosen["parties_against"]) == {"M", "L"}


def test_the_latest_of_the_selection(connection: duckdb.DuckDBPyConnection) -> None:
    reader = Reader(connection, Choice(body="Kommunfullmäktige", contested=True))

    assert list(make("agenda", reader)["date"]) == ["2022-05-04"]


@pytest.mark.parametrize("meeting", ["2021-06-04|Ingen nämnd|", "x|y|z", "||"])
def test_no_such_meeting_is_an_empty_table(
    meeting: str, connection: duckdb.DuckDBPyConnection
) -> None:
    assert make("agenda", Reader(connection, Choice()), meeting=meeting).empty


def test_a_meeting_that_cannot_be_read_is_refused(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    with pytest.raises(UsageError, match=r"DATUM\|ORGAN\|KOMMUN"):
        make("agenda", Reader(connection, Choice()), meeting="2021-06-04")


def test_the_order_is_that_of_the_agenda(tmp_path: Path) -> None:
    with open_snapshot(add(tmp_path, minutes("a", "2024-05-06"))) as opened:
        numbers = list(make("agenda", Reader(opened, Choice()))["number"])

    assert numbers == [str(number) for number in LONG_AGENDA]
