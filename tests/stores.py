"""Stores for tests: extractions and failures, written and published as a run would."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.models import Extraction, Failure
from pipeline.storage.lock import writing
from pipeline.storage.parts import append
from pipeline.storage.publishing import publish
from pipeline.storage.schema import SourceRecord
from pipeline.storage.snapshot import open_snapshot
from reports.choice import Choice


def add(
    store: Path,
    *extractions: Extraction,
    failures: Sequence[Failure] = (),
    publishing: bool = True,
) -> Path:
    """Add extractions, each under its own source, and publish; gives the store."""
    documents = [extraction.document for extraction in extractions]
    records = [_record(made.source, made.document_id, None) for made in documents]
    records += [_record(failure.source, None, failure.reason) for failure in failures]
    with writing(store):
        append(store, extractions, records, municipality=None)
        if publishing:
            publish(store)
    return store


def rows(store: Path, query: str) -> list[tuple[Any, ...]]:
    """The answer of a store's snapshot to a query."""
    with open_snapshot(store) as connection:
        return connection.execute(query).fetchall()


def answer(
    store: Path, query: str, choice: Choice | None = None, **given: Any
) -> list[dict[str, Any]]:
    """The rows of one of the reports' queries about a choice, all when none is given."""
    known = (choice or Choice()).parameters() | given
    named = {name: known[name] for name in set(re.findall(r"\$(\w+)", query))}
    with open_snapshot(store) as connection:
        told = connection.execute(query, named)
        names = [column[0] for column in told.description]
        return [dict(zip(names, row, strict=True)) for row in told.fetchall()]


def _record(source: str, document_id: str | None, reason: str | None) -> SourceRecord:
    return SourceRecord(f"/{source}", source, document_id, reason)
