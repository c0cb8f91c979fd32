"""What is handed out: the contract's columns, and the same bytes every time."""

import csv
import json
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as parquet
import pytest

from pipeline.errors import StoreError, UsageError
from pipeline.export import NOTICE, export, workbook
from pipeline.export.tables import TABLES, exported_columns, read_tables
from pipeline.models import Extraction, Failure
from pipeline.storage.snapshot import open_snapshot
from tests.builders import (
    attendance,
    ballot,
    case,
    case_topic,
    demand,
    document,
    extraction,
    position,
    proposal,
    referral,
    statement,
    vote,
)
from tests.stores import add

FORMATS = ("jsonl", "csv", "parquet", "xlsx")

CONTRACT = {
    "documents": "document_id source kind title municipality body date reference pages text"
    " extractor_version findings",
    "attendance": "document_id name party role present substitutes_for items",
    "cases": "case_id document_id number title reference body date item_type outcome"
    " decided_by decision topics",
    "proposals": "proposal_id case_id label persons parties points text start end adopted",
    "statements": "statement_id document_id case_id body date act parties persons joint"
    " by_substitute text page start end same_as endorses points",
    "positions": "position_id document_id case_id body date party stance basis persons"
    " statement_id vote_id quote start end",
    "votes": "vote_id case_id order kind yes_means no_means yes no abstain absent outcome"
    " decided_by appendix start end",
    "ballots": "vote_id name party choice",
    "referrals": "document_id case_id instance date response stance start end",
    "case_topics": "case_id topic rank score words",
    "demands": "demand_id document_id case_id statement_id body date kind quote start end"
    " parties addressee negated page group_id",
    "people": "person_id name name_variants parties roles",
    "parties": "party_id short name municipality former",
    "mandates": "municipality from to governing supporting source",
    "meetings": "municipality body date sources document_ids kinds mentioned_in cases"
    " findings read",
    "gaps": "municipality body after_date before_date first_missing last_missing",
    "corrections": "correction_id table_name row_id document_id operation columns old_values"
    " new_values proposed_by proposed_at reason state",
    "topics": "topic name name_english klassa rs cap",
    "failures": "source reason",
}


def _full(**fields: Any) -> Extraction:
    return extraction(
        document(**fields),
        attendance=[attendance()],
        cases=[case()],
        proposals=[proposal()],
        statements=[statement()],
        positions=[position()],
        votes=[vote()],
        ballots=[ballot()],
        referrals=[referral()],
        case_topics=[case_topic()],
        demands=[demand()],
    )


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return add(tmp_path / "store", _full(), failures=[Failure("x.pdf", "x.pdf: är tom.")])


def _json_rows(folder: Path, table: str) -> list[dict[str, Any]]:
    lines = (folder / f"{table}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _csv_rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _sheet(folder: Path, table: str) -> list[tuple[Any, ...]]:
    book = openpyxl.load_workbook(folder / f"{table}.xlsx")
    return list(book.active.iter_rows(values_only=True))


@pytest.mark.parametrize("table", TABLES)
def test_columns_begin_as_the_contract_says(table: str) -> None:
    promised = CONTRACT[table].split()
    assert [column.name for column in exported_columns(table)][: len(promised)] == promised


@pytest.mark.parametrize("file_format", FORMATS)
def test_every_table_is_a_file_and_nothing_else_is_left(
    store: Path, tmp_path: Path, file_format: str
) -> None:
    out = tmp_path / "out"
    written = export(store, out, file_format)
    assert sorted(written) == sorted(out.iterdir())
    assert [path.name for path in written] == [f"{table}.{file_format}" for table in TABLES]


@pytest.mark.parametrize("file_format", FORMATS)
def test_two_stores_of_the_same_documents_give_the_same_bytes(
    tmp_path: Path, file_format: str
) -> None:
    read = [_full(document_id=name, source=name) for name in ("d1", "d2", "d3")]
    add(tmp_path / "one", *read)
    for item in reversed(read):
        add(tmp_path / "other", item)
    one = export(tmp_path / "one", tmp_path / "a", file_format)
    other = export(tmp_path / "other", tmp_path / "b", file_format)
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]


def test_jsonl_keeps_lists_nulls_and_letters(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path, "jsonl")
    (row,) = _json_rows(tmp_path, "statements")
    assert (row["parties"], row["same_as"], row["joint"]) == (["M"], None, False)
    assert "Bryggan är för dyr." in (tmp_path / "statements.jsonl").read_text("utf-8")


def test_people_have_their_parties_with_dates(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path, "jsonl")
    people = {row["name"]: row for row in _json_rows(tmp_path, "people")}
    (period,) = people["Göran Ek"]["parties"]
    assert period == {"party": "M", "from": "2021-03-04", "to": "2021-03-04"}


def test_csv_has_lists_as_json(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path, "csv")
    (row,) = _csv_rows(tmp_path, "cases")
    assert json.loads(row["decision"]) == ["bygga en ny brygga"]
    people = _csv_rows(tmp_path, "people")
    assert {period["party"] for row in people for period in json.loads(row["parties"])} == {
        "M",
        "S",
    }


def test_parquet_is_nested(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path, "parquet")
    assert parquet.read_table(tmp_path / "cases.parquet")["decision"].to_pylist() == [
        ["bygga en ny brygga"]
    ]


@pytest.mark.parametrize(
    ("title", "safe"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+46 8 123", "'+46 8 123"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tInledning", "'\tInledning"),
        ("1 = 1", "1 = 1"),
        ('Med "citat", komma\noch ny rad', 'Med "citat", komma\noch ny rad'),
    ],
)
def test_csv_text_is_never_a_formula(tmp_path: Path, title: str, safe: str) -> None:
    add(tmp_path / "store", extraction(document(title=title)))
    export(tmp_path / "store", tmp_path, "csv")
    (row,) = _csv_rows(tmp_path, "documents")
    assert row["title"] == safe


def test_csv_numbers_are_left_alone(tmp_path: Path) -> None:
    add(tmp_path / "store", extraction(votes=[vote(yes=-1)]))
    export(tmp_path / "store", tmp_path, "csv")
    (row,) = _csv_rows(tmp_path, "votes")
    assert row["yes"] == "-1"


def test_xlsx_text_is_text_and_not_too_long(tmp_path: Path) -> None:
    long, odd = "å" * (workbook.MAX_CELL + 1), "=1+1\x0b"
    add(tmp_path / "store", extraction(document(title=odd, text=long, findings=("fel",))))
    export(tmp_path / "store", tmp_path, "xlsx")
    header, row = _sheet(tmp_path, "documents")
    found = dict(zip(header, row, strict=True))
    assert found["title"] == "=1+1"
    assert found["text"] == "å" * (workbook.MAX_CELL - 1) + "…"
    assert json.loads(found["findings"]) == ["fel"]
    book = openpyxl.load_workbook(tmp_path / "documents.xlsx")
    assert {cell.data_type for line in book.active.iter_rows() for cell in line} <= {
        "s",
        "n",
        "b",
    }


def test_xlsx_that_cannot_hold_the_rows_is_told(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MAX_ROWS", 0)
    with pytest.raises(UsageError, match="csv eller parquet"):
        export(store, tmp_path / "out", "xlsx")
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("file_format", FORMATS)
def test_invented_rows_come_with_a_notice(tmp_path: Path, file_format: str) -> None:
    add(tmp_path / "store", extraction(document(invented=True)))
    written = export(tmp_path / "store", tmp_path / "out", file_format)
    assert "påhittade" in written[-1].read_text("utf-8")
    if file_format == "jsonl":
        assert [row["invented"] for row in _json_rows(tmp_path / "out", "documents")] == [True]


def test_notice_does_not_outlive_the_invented_rows(store: Path, tmp_path: Path) -> None:
    add(tmp_path / "demo", extraction(document(invented=True)))
    for source in (tmp_path / "demo", store):
        export(source, tmp_path / "out", "jsonl")
    assert not (tmp_path / "out" / NOTICE).exists()


def test_unknown_format_is_told_with_the_known_ones(store: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="jsonl, csv, parquet, xlsx"):
        export(store, tmp_path / "out", "docx")
    assert not (tmp_path / "out").exists()


def test_folder_that_cannot_be_made_is_told(store: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(UsageError, match="går inte att skriva"):
        export(store, tmp_path / "file", "jsonl")


def test_missing_store_makes_no_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="inget lager"):
        export(tmp_path / "none", tmp_path / "out", "jsonl")
    assert not (tmp_path / "out").exists()


def test_read_tables_gives_the_rows_of_the_files(store: Path, tmp_path: Path) -> None:
    export(store, tmp_path, "jsonl")
    with open_snapshot(store) as connection:
        tables = read_tables(connection)
    assert tables == {table: _json_rows(tmp_path, table) for table in TABLES}
