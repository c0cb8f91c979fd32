"""Corrections as files: a history that is never rewritten, shared, broken, written by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.corrections import State
from pipeline.errors import StoreError
from pipeline.storage import layout
from pipeline.storage.corrections import apply, propose, read_corrections, withdraw
from pipeline.storage.lock import writing
from pipeline.storage.publishing import republish
from tests.storage.correcting import (
    WHO,
    draft,
    shared,
    store,
    told,
)
from tests.stores import rows

__all__ = ["shared", "store"]


def test_history_is_never_rewritten(store: Path) -> None:
    record = propose(store, draft("cases", "d1:1", {"title": "Ny"}))
    path = layout.corrections_folder(store) / f"{record.correction_id}.jsonl"
    proposed = path.read_text("utf-8")
    apply(store, record.correction_id, **WHO)
    withdraw(store, record.correction_id, **WHO)
    assert path.read_text("utf-8").startswith(proposed)
    assert [json.loads(line)["state"] for line in path.read_text("utf-8").splitlines()] == [
        "föreslagen",
        "tillämpad",
        "ångrad",
    ]
    (read_back,) = read_corrections(store)
    assert read_back.state == State.WITHDRAWN
    assert read_back.correction == record.correction


def test_second_writer_is_told_who_holds_the_store(store: Path) -> None:
    with writing(store), pytest.raises(StoreError, match="skrivs just nu av"):
        propose(store, draft("cases", "d1:1", {"title": "Ny"}))
    assert read_corrections(store) == ()


def test_shared_correction_holds_and_can_be_withdrawn_in_a_store(
    store: Path, shared: Path
) -> None:
    record = apply(
        store,
        propose(store, draft("cases", "d1:1", {"title": "Ny"})).correction_id,
        **WHO,
    )
    name = f"{record.correction_id}.jsonl"
    (layout.corrections_folder(store) / name).rename(shared / name)
    republish(store)
    assert rows(store, "SELECT title FROM cases") == [("Ny",)]
    assert rows(store, "SELECT shared FROM corrections") == [(True,)]
    withdraw(store, record.correction_id, **WHO)
    republish(store)
    assert rows(store, "SELECT title FROM cases") == [("Ny brygga i gästhamnen",)]
    assert len((shared / name).read_text("utf-8").splitlines()) == 2


@pytest.mark.parametrize(
    "content",
    [
        "not json",
        "[1]",
        '{"state": "föreslagen"}',
        '{"state": "tillämpad", "who": "A", "when": "2024", "why": "b"}',
        '{"state": "okänd"}',
        '{"state": "föreslagen", "table": 3, "row": "x", "operation": "ändra", "who": "A",'
        ' "when": "2024", "why": "b"}',
    ],
)
def test_broken_file_is_told_and_stops_nothing(store: Path, content: str) -> None:
    folder = layout.corrections_folder(store)
    folder.mkdir()
    (folder / "trasig.jsonl").write_text(content, "utf-8")
    republish(store)
    ((source, reason),) = rows(store, "FROM failures")
    assert source.endswith("trasig.jsonl")
    assert "rättelsen går inte att läsa" in reason
    assert rows(store, "SELECT failures, corrections FROM meta") == [(1, 0)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("table", "meta"),
        ("new", {"stance": "kanske"}),
        ("new", {"position_id": "d1"}),
        ("old", {}),
        ("old", {"1; DROP TABLE cases": 1}),
        ("operation", "ta bort"),
        ("operation", "lägg till"),
    ],
)
def test_file_written_by_hand_is_checked_before_it_is_applied(
    store: Path, field: str, value: Any
) -> None:
    record = apply(
        store,
        propose(store, draft("positions", "d1:1:M", {"stance": "for"})).correction_id,
        **WHO,
    )
    path = layout.corrections_folder(store) / f"{record.correction_id}.jsonl"
    first, *rest = path.read_text("utf-8").splitlines()
    line = {**json.loads(first), field: value}
    path.write_text("\n".join([json.dumps(line), *rest]), "utf-8")
    republish(store)
    applied, finding = told(store)
    assert not applied and finding
    assert rows(store, "SELECT stance FROM positions") == [("against",), ("for",)]
