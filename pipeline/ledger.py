"""What became of each source of a run, and the order in which that reaches the store."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from pipeline.models import Extraction, Failure
from pipeline.reference import extractor_version
from pipeline.storage.parts import append, known
from pipeline.storage.publishing import publish
from pipeline.storage.schema import SourceRecord

BATCH = 200
"""Documents in a part: few enough to hold in memory, enough to make a part worth its file."""


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` sources; ``source`` is the latest, None while tables are built."""

    done: int
    total: int
    source: str | None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: sources read, skipped as unchanged, replaced, failed; what there is now.

    ``replaced`` are those, read or skipped, that named another document before. ``findings``
    counts what looked wrong in the documents read. ``interrupted``: the rest was not reached.
    """

    read: int
    skipped: int
    replaced: int
    failed: tuple[Failure, ...]
    findings: int
    documents: int
    snapshot: int
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a source lies, which tells it from others, and the name it was given by."""

    location: str
    name: str


class Ledger:
    """What became of each source, written to the store in batches."""

    def __init__(
        self,
        store: Path,
        municipality: str | None,
        *,
        total: int,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> None:
        self.store = store
        self.municipality = municipality
        self.total = total
        self.on_progress = on_progress
        self.read = self.skipped = self.replaced = self.findings = 0
        self.failed: list[Failure] = []
        self._known = known(store)
        self._seen: set[str] = set()
        self._extractions: list[Extraction] = []
        self._records: list[SourceRecord] = []

    def has(self, document_id: str) -> bool:
        """Whether a document was already read as it would be read now."""
        document = self._known.documents.get(document_id)
        return (
            document is not None
            and document.extractor_version == extractor_version()
            and self.municipality in (None, document.asked_municipality)
        )

    def skip(self, place: Place, document_id: str) -> None:
        """Note a source whose document the store already has."""
        self.skipped += 1
        self._point(place, document_id)

    def add(self, extraction: Extraction, places: Sequence[Place]) -> None:
        """Note a document that was read, and all places that its bytes were found at."""
        first, *rest = places
        self.read += 1
        self.findings += len(extraction.document.findings)
        self._extractions.append(extraction)
        self._point(first, extraction.document.document_id)
        for place in rest:
            self.skip(place, extraction.document.document_id)
        if len(self._extractions) >= BATCH:
            self._write()

    def fail(self, place: Place, reason: str, *, recorded: bool = True) -> None:
        """Note a source that cannot be read; what it gave before stays."""
        self.failed.append(Failure(place.name, reason))
        before = self._known.sources.get(place.location)
        if recorded and (before is None or before.reason != reason):
            self._records.append(SourceRecord(place.location, place.name, None, reason))
        self._report(place)

    def forget_failures(self, folders: Sequence[str]) -> None:
        """Forget what failed before at or under ``folders`` and was not met in this run."""
        for location, before in self._known.sources.items():
            if not before.reason or location in self._seen:
                continue
            if any(PurePath(location).is_relative_to(folder) for folder in folders):
                self._records.append(SourceRecord(location, before.source, None, None))

    def close(self, *, interrupted: bool) -> Summary:
        """Write what remains, publish, and sum up."""
        self._write()
        if self.on_progress:
            self.on_progress(Progress(self.total, self.total, None))
        snapshot = publish(self.store)
        return Summary(
            read=self.read,
            skipped=self.skipped,
            replaced=self.replaced,
            failed=tuple(self.failed),
            findings=self.findings,
            documents=snapshot.documents,
            snapshot=snapshot.number,
            interrupted=interrupted,
        )

    def _point(self, place: Place, document_id: str) -> None:
        record = SourceRecord(place.location, place.name, document_id, None)
        before = self._known.sources.get(place.location)
        if record != before:
            self._records.append(record)
        if before and before.document_id not in (None, document_id):
            self.replaced += 1
        self._report(place)

    def _write(self) -> None:
        append(self.store, self._extractions, self._records, municipality=self.municipality)
        self._extractions, self._records = [], []

    def _report(self, place: Place) -> None:
        self._seen.add(place.location)
        if self.on_progress:
            done = self.read + self.skipped + len(self.failed)
            self.on_progress(Progress(done, self.total, place.name))
