"""What a story pack is made of."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pipeline.models import Case, Document, Position, Statement, Vote
from reports.citations import file_name


@dataclass(frozen=True, slots=True)
class Told:
    """A case with all that is told of it. ``contested``: in some body that decided;
    None where nothing was decided. ``address`` is the link to it."""

    case: Case
    document: Document
    positions: tuple[Position, ...]
    statements: tuple[Statement, ...]
    votes: tuple[Vote, ...]
    contested: bool | None
    address: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its title and the note (HTML, lines by ``<br>``) that is printed in it;
    ``address`` leads to the view it was taken from."""

    name: str
    title: str
    note: str
    figure: go.Figure
    address: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The snapshot that all is taken from: its number, the day it was built (ISO) and
    whether anything in it is invented."""

    number: int
    day: str
    invented: bool


def tables(told: Sequence[Told], note: str = "") -> dict[str, pd.DataFrame]:
    """The rows behind the cases as tables ``positions``, ``statements`` and ``votes``, with
    the case's title and where it stands; ``note``, if given, stands in every row."""
    kinds = {"positions": Position, "statements": Statement, "votes": Vote}
    return {name: _table(told, name, kind, note) for name, kind in kinds.items()}


def _table(told: Sequence[Told], name: str, kind: Any, note: str) -> pd.DataFrame:
    placed = ("municipality", "title", "number", "source", "address")
    columns = [field.name for field in fields(kind)] + [*placed, *(["note"] if note else [])]
    rows = [
        asdict(row) | _place(one) | {"note": note}
        for one in told
        for row in getattr(one, name)
    ]
    return pd.DataFrame(rows, columns=columns, dtype=object).map(_cell)


def _place(one: Told) -> dict[str, object]:
    return {
        "municipality": one.document.municipality,
        "title": one.case.title,
        "number": one.case.number,
        "source": file_name(one.document.source),
        "address": one.address,
    }


def _cell(value: object) -> str | None:
    """A cell as text: several values with semicolons between."""
    if isinstance(value, tuple | list):
        return "; ".join(map(str, value))
    return None if value is None else str(value)
