"""Corrections as files: one per correction, a line for the proposal and one per decision.

Those of the store and those that come with the program are read together; a decision about a
shared correction lies in the store, under the same name. A file is replaced whole by one with
a line more, so a crash loses nothing, and what was once said stays.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.corrections import (
    FOLLOWING,
    Correction,
    CorrectionRecord,
    Decision,
    State,
    canonical,
    correction_id,
    decision_line,
    decision_of,
    proposal_line,
    proposal_of,
)
from pipeline.errors import UsageError
from pipeline.models import Failure
from pipeline.settings import shared_corrections
from pipeline.storage import layout
from pipeline.storage.drafting import completed
from pipeline.storage.lock import writing
from pipeline.storage.snapshot import open_snapshot


@dataclass(frozen=True, slots=True)
class Log:
    """All corrections that hold for a store, oldest first, and the files that cannot be
    read."""

    records: tuple[CorrectionRecord, ...] = ()
    failures: tuple[Failure, ...] = ()


def propose(store: Path, draft: Correction) -> CorrectionRecord:
    """Store a correction as proposed; nothing is changed until it is applied.

    What it is made against, and what finds its row again, is filled in from the published
    snapshot (see ``drafting.completed``). Raises UsageError when it makes no sense, StoreError
    when there is nothing to correct or somebody else is writing.
    """
    with writing(store):
        with open_snapshot(store) as connection:
            correction = completed(connection, draft)
        record = CorrectionRecord(correction_id(correction), correction)
        _write(store, record.correction_id, [proposal_line(correction)])
    return record


def apply(store: Path, identifier: str, *, who: str, when: str, why: str) -> CorrectionRecord:
    """Say that a proposed correction holds; it shows in the next snapshot
    (``publishing.republish``).

    Raises UsageError for an unknown id, or a correction that is not proposed.
    """
    return decide(store, identifier, Decision(State.APPLIED, who, when, why))


def reject(store: Path, identifier: str, *, who: str, when: str, why: str) -> CorrectionRecord:
    """Say that a proposed correction does not hold; errors as for ``apply``."""
    return decide(store, identifier, Decision(State.REJECTED, who, when, why))


def withdraw(
    store: Path, identifier: str, *, who: str, when: str, why: str
) -> CorrectionRecord:
    """Undo a correction: its row reads as the document says again in the next snapshot.

    Raises UsageError for an unknown id, or one already rejected or withdrawn.
    """
    return decide(store, identifier, Decision(State.WITHDRAWN, who, when, why))


def decide(store: Path, identifier: str, decision: Decision) -> CorrectionRecord:
    """Add a decision about a correction; errors as for ``apply``."""
    if not decision.who.strip() or not decision.why.strip():
        raise UsageError("Ange vem som beslutar och varför.")
    with writing(store):
        record = _found(read_corrections(store), identifier)
        if decision.state not in FOLLOWING[record.state]:
            raise UsageError(
                f"Rättelsen {identifier} är {record.state} och kan inte bli {decision.state}."
            )
        _write(store, record.correction_id, [decision_line(decision)])
    return replace(record, decisions=(*record.decisions, decision))


def read_corrections(store: Path) -> tuple[CorrectionRecord, ...]:
    """Every correction of the store and every shared one, oldest first."""
    return read_log(store).records


def read_log(store: Path) -> Log:
    """Every correction, and the files that cannot be read as one."""
    shared = _paths(shared_corrections())
    own = _paths(layout.corrections_folder(store))
    records, failures = [], []
    for name in sorted({**shared, **own}):
        paths = [folder[name] for folder in (shared, own) if name in folder]
        try:
            records.append(_record(name, paths, shared=name in shared))
        except (KeyError, TypeError, ValueError, OSError) as error:
            failures.append(_failure(paths[-1], error))
    ordered = sorted(records, key=lambda one: (one.correction.when, one.correction_id))
    return Log(tuple(ordered), tuple(failures))


def _failure(path: Path, error: Exception) -> Failure:
    reason = f"{path}: rättelsen går inte att läsa ({error}); rätta eller ta bort filen."
    return Failure(str(path), reason)


def _paths(folder: Path) -> dict[str, Path]:
    hidden = layout.UNFINISHED
    found = [path for path in folder.glob("*.jsonl") if not path.name.startswith(hidden)]
    return {path.stem: path for path in found}


def _record(name: str, paths: Iterable[Path], *, shared: bool) -> CorrectionRecord:
    lines = dict.fromkeys(line for path in paths for line in _lines(path))
    said = [json.loads(line) for line in lines]
    proposals = [one for one in said if _state(one) == State.PROPOSED]
    if len(proposals) != 1:
        raise ValueError("en rad ska vara förslaget")
    decisions = [decision_of(one) for one in said if _state(one) != State.PROPOSED]
    ordered = tuple(sorted(decisions, key=lambda one: one.when))
    return CorrectionRecord(name, proposal_of(proposals[0]), ordered, shared)


def _state(line: Any) -> State:
    return State(dict(line)["state"])


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line.strip()]


def _found(records: Iterable[CorrectionRecord], identifier: str) -> CorrectionRecord:
    for record in records:
        if record.correction_id == identifier:
            return record
    raise UsageError(f"Det finns ingen rättelse {identifier}; se: standpunkt correct list")


def _write(store: Path, identifier: str, lines: Iterable[dict[str, Any]]) -> None:
    folder = layout.corrections_folder(store)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{identifier}.jsonl"
    kept = _lines(path) if path.is_file() else []
    content = "\n".join(dict.fromkeys([*kept, *map(canonical, lines)]))
    layout.write_durably(path, f"{content}\n".encode())
