"""A store with a row of every table that can be corrected, and ways to correct it."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.corrections import Correction, CorrectionRecord, Operation
from pipeline.models import Extraction
from pipeline.storage import corrections
from pipeline.storage.corrections import apply, propose
from pipeline.storage.publishing import republish
from tests.builders import attendance, case, document, extraction, position, statement
from tests.stores import add, rows

WHO: dict[str, str] = {"who": "Ada Lund", "when": "2024-05-01T10:00:00", "why": "läst fel"}
CHANGE, REMOVE, ADD = Operation.CHANGE, Operation.REMOVE, Operation.ADD


def draft(table: str, row: str, new: Any = None, operation: Operation = CHANGE) -> Correction:
    return Correction(table, row, operation, new or {}, **WHO)


def read(**fields: Any) -> Extraction:
    """A document with a row of every table that can be corrected."""
    tables: dict[str, Any] = {
        "attendance": [attendance(), attendance(name="Göran Ek", party="M")],
        "cases": [case()],
        "statements": [statement()],
        "positions": [position(), position(position_id="d1:1:S", party="S", stance="for")],
    }
    made = fields.pop("document", document())
    return extraction(made, **{**tables, **fields})


@pytest.fixture(autouse=True)
def shared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder of shared corrections, empty."""
    folder = tmp_path / "shared"
    folder.mkdir()
    monkeypatch.setattr(corrections, "shared_corrections", lambda: folder)
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return add(tmp_path / "store", read())


def corrected(store: Path, made: Correction, **said: str) -> CorrectionRecord:
    """Propose, apply and show a correction."""
    record = apply(store, propose(store, made).correction_id, **{**WHO, **said})
    republish(store)
    return record


def told(store: Path) -> tuple[bool, str | None]:
    """Whether the one correction of a store was applied, and why not."""
    ((applied, finding),) = rows(store, "SELECT applied, finding FROM corrections")
    return applied, finding


NEW = {"party": "KD", "stance": "against", "basis": "yrkande", "quote": "en ny brygga"}
