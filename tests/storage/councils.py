"""Small councils for the tables of a snapshot: who was there, who stood where."""

from pathlib import Path
from typing import Any

from pipeline.models import Attendance, Extraction, Position
from tests.builders import (
    attendance,
    position,
)
from tests.stores import add, rows


def held(store: Path, query: str, *extractions: Extraction) -> list[tuple[Any, ...]]:
    """The answer of a new store with these documents."""
    return rows(add(store, *extractions), query)


def stands(party: str, stance: str, **fields: Any) -> Position:
    """A position that rests on nothing in particular."""
    defaults = {"position_id": f"d1:1:{party}", "statement_id": None}
    return position(party=party, stance=stance, **{**defaults, **fields})


def people(*members: tuple[str | None, int], **fields: Any) -> list[Attendance]:
    """So many members of each party, all present unless said otherwise."""
    return [
        attendance(party=party, name=f"Ledamot {party} {number}", **fields)
        for party, count in members
        for number in range(count)
    ]
