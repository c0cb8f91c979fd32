"""The order of the stages: find, look up, read, extract, topics, store, publish.

One document is one stateless unit of work, done in a process of its own pool, retried and
replaced as a whole. This is the one place that catches whatever a document can throw.
"""

import hashlib
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, TypeVar

from pipeline.errors import ReadingError, StandpunktError
from pipeline.execution import run_all
from pipeline.ledger import Ledger, Place, Progress, Summary
from pipeline.models import Extraction, Failure, Text
from pipeline.reading.cleaning import printable
from pipeline.reading.sources import Source, find_sources, load
from pipeline.settings import MAX_SECONDS
from pipeline.storage.layout import sweep
from pipeline.storage.lock import writing

if TYPE_CHECKING:
    from pipeline.extraction.explanation import Line

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Job:
    """One document to read, under every name that its bytes were found by. ``ocr``: scanned
    pages too, where a program for that is installed."""

    sources: tuple[Source, ...]
    municipality: str | None
    ocr: bool = True


def ingest(
    paths: Sequence[Path],
    *,
    store: Path,
    municipality: str | None = None,
    ocr: bool = True,
    on_progress: Callable[[Progress], None] | None = None,
    workers: int | None = None,
) -> Summary:
    """Read what is new under ``paths`` into a store and publish it as a snapshot.

    A file with known bytes is skipped, one that changed replaces its document, one that fails
    is recorded with the reason; what the store holds from elsewhere stays. ``municipality``
    goes before what the documents say; naming another one reads them anew. ``ocr``: scanned
    pages are read too, where a program for that is installed. Ctrl-C ends the
    reading, and what was read by then is published. Raises StoreError when somebody else is
    writing.
    """
    with writing(store):
        sweep(store)
        sources, failed = find_sources(paths)
        total = len(sources) + len(failed)
        ledger = Ledger(store, municipality, total=total, on_progress=on_progress)
        interrupted = False
        try:
            _note_unfound(failed, ledger)
            jobs = [replace(job, ocr=ocr) for job in _unread(sources, ledger)]
            _read(jobs, ledger, workers=workers)
            ledger.forget_failures([_location(path) for path in paths])
        except KeyboardInterrupt:
            interrupted = True
        return ledger.close(interrupted=interrupted)


def process(job: Job) -> Extraction:
    """One document's rows: read, extract, and tell what its cases are about.

    Raises ReadingError when it cannot be read.
    """
    return _understood(job)[1]


def explain(
    path: Path, *, municipality: str | None = None, ocr: bool = True
) -> "tuple[Line, ...] | Failure":
    """How one file is understood, without a store; a Failure when it cannot be read."""
    name = printable(str(path))
    return _attempt(_explain, Job((Source(name, path),), municipality, ocr), name)


def _explain(job: Job) -> "tuple[Line, ...]":
    from pipeline.extraction.explanation import explain

    return explain(*_understood(job))


def _understood(job: Job) -> tuple[Text, Extraction]:
    # Here, so that looking through unchanged documents does not wait for spaCy.
    from pipeline.extraction import extract
    from pipeline.reading import read
    from pipeline.topics import with_topics

    source = job.sources[0]
    data = load(source)
    text = read(data, source.name, ocr=job.ocr)
    rows = extract(
        text,
        document_id=hashlib.sha256(data).hexdigest(),
        source=source.name,
        municipality=job.municipality,
    )
    return text, with_topics(rows)


def _note_unfound(failed: Sequence[Failure], ledger: Ledger) -> None:
    for failure in failed:
        path = Path(failure.source)
        # A path that does not exist is told but not recorded: nothing would ever clear it.
        exists = os.access(path, os.F_OK)
        ledger.fail(Place(_location(path), failure.source), failure.reason, recorded=exists)


def _place(source: Source) -> Place:
    location = _location(source.path)
    return Place(f"{location}/{source.member}" if source.member else location, source.name)


def _location(path: Path) -> str:
    # The same file by whatever path, as text that can be stored even when its name cannot.
    return os.fsencode(os.path.realpath(path)).decode("utf-8", "backslashreplace")


def _unread(sources: Sequence[Source], ledger: Ledger) -> list[Job]:
    # The documents that remain to be read; those that the store has are noted in the ledger.
    found: dict[str, list[Source]] = {}
    for source in sources:
        digest = _attempt(_digest, source, source.name)
        if isinstance(digest, Failure):
            ledger.fail(_place(source), digest.reason)
        elif ledger.has(digest):
            ledger.skip(_place(source), digest)
        else:
            found.setdefault(digest, []).append(source)
    return [Job(tuple(same), ledger.municipality) for same in found.values()]


def _read(jobs: Sequence[Job], ledger: Ledger, *, workers: int | None) -> None:
    work = partial(_attempt_job, process)
    for job, result in run_all(work, jobs, lost=_lost, workers=workers):
        places = [_place(source) for source in job.sources]
        if isinstance(result, Failure):
            for place in places:
                # the same bytes under another name: the reason names each
                ledger.fail(place, result.reason.replace(result.source, place.name))
        else:
            ledger.add(result, places)


def _digest(source: Source) -> str:
    return hashlib.sha256(load(source)).hexdigest()


def _attempt_job(step: Callable[[Job], Extraction], job: Job) -> Extraction | Failure:
    return _attempt(step, job, job.sources[0].name)


Given = TypeVar("Given")


def _attempt(step: Callable[[Given], Result], given: Given, name: str) -> Result | Failure:
    try:
        with _time_limit(name):
            return step(given)
    except StandpunktError as error:
        return Failure(name, str(error))
    except MemoryError:
        return Failure(
            name, f"{name}: dokumentet kräver mer minne än det får; dela upp filen."
        )
    except Exception as error:  # noqa: BLE001 - one document must not take the rest down
        reason = f"oväntat fel i {name}: {type(error).__name__}: {error}"
        return Failure(name, " ".join(reason.split()))


def _lost(job: Job) -> Failure:
    name = job.sources[0].name
    return Failure(
        name,
        f"{name}: läsningen dog på vägen (minne eller tid tog slut, eller filen är trasig).",
    )


@contextmanager
def _time_limit(name: str) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield  # only a main thread can be given an alarm
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise ReadingError(
            f"{name}: läsningen tog mer än {MAX_SECONDS} sekunder och avbröts; dela upp filen."
        )

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(MAX_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
