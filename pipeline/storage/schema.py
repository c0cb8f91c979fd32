"""How a record becomes a row: Arrow types derived once from the dataclasses' type hints."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pyarrow as pa

from pipeline.models import Extraction, Tables

_SCALARS = {str: pa.string(), int: pa.int64(), bool: pa.bool_(), float: pa.float64()}


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """What became of one source in one run: the document it now names, or why it failed.

    ``location`` tells sources apart, wherever they were named from; ``source`` is the name as
    it was given. With neither document nor reason, an earlier failure is forgotten.
    """

    location: str
    source: str
    document_id: str | None
    reason: str | None


def arrow_type(hint: Any) -> pa.DataType:
    """The type of a hint: ``X | None`` is X, a tuple a list, a dataclass a struct."""
    if isinstance(hint, UnionType):
        (hint,) = (option for option in get_args(hint) if option is not NoneType)
    if get_origin(hint) is tuple:
        return pa.list_(arrow_type(get_args(hint)[0]))
    if is_dataclass(hint):
        return pa.struct(record_schema(hint))
    return _SCALARS[hint]


def record_schema(record: Any) -> pa.Schema:
    """One Arrow field per field of a dataclass, in its order."""
    hints = get_type_hints(record)
    return pa.schema([(field.name, arrow_type(hints[field.name])) for field in fields(record)])


def columns(record: Any) -> tuple[str, ...]:
    """The names of a dataclass's fields, in its order."""
    return tuple(field.name for field in fields(record))


def record_table(record: Any, rows: Iterable[Any]) -> pa.Table:
    """Records of one class as an Arrow table."""
    return pa.Table.from_pylist([asdict(row) for row in rows], schema=record_schema(record))


def record_of(table: str) -> Any:
    """The dataclass whose fields are the columns of a snapshot's table."""
    return get_args(get_type_hints(Tables)[table])[0]


NESTED = tuple(name for name in columns(Extraction) if name != "document")
"""The tables whose rows lie as lists in an extraction."""

_PART = pa.field("part", pa.int64())
_ASKED = pa.field("asked_municipality", pa.string())
EXTRACTION_SCHEMA = pa.schema(
    [_PART, ("document_id", pa.string()), _ASKED, *record_schema(Extraction)]
)
SOURCE_SCHEMA = pa.schema([_PART, *record_schema(SourceRecord)])


def extraction_table(
    part: int, extractions: Sequence[Extraction], *, municipality: str | None
) -> pa.Table:
    """Extractions as one part: a row per document, keyed, with nested lists of its rows."""
    rows = [
        {
            "part": part,
            "document_id": extraction.document.document_id,
            "asked_municipality": municipality,
            **asdict(extraction),
        }
        for extraction in extractions
    ]
    return pa.Table.from_pylist(rows, schema=EXTRACTION_SCHEMA)


def source_table(part: int, records: Sequence[SourceRecord]) -> pa.Table:
    """Source records as one part."""
    rows = [{"part": part, **asdict(record)} for record in records]
    return pa.Table.from_pylist(rows, schema=SOURCE_SCHEMA)
