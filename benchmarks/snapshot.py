"""Building a snapshot of many invented documents: seconds and peak memory."""

import re
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from benchmarks.records import Cost
from benchmarks.synthetic import extractions
from benchmarks.timing import seconds
from pipeline.storage.lock import writing
from pipeline.storage.parts import append
from pipeline.storage.publishing import publish
from pipeline.storage.schema import SourceRecord

BATCH = 500
KILOBYTE = 1024


def measure(count: int, store: Path, *, what: str) -> Cost:
    """The cost of a snapshot of ``count`` documents in a process of its own.

    Writes a store; the peak is None where the system does not tell.
    """
    _fill(store, count)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        took, peak = pool.submit(_publish, store).result()
    return Cost(what, took, count, "dokument", peak)


def _fill(store: Path, count: int) -> None:
    rows = extractions(count)
    with writing(store):
        while batch := tuple(islice(rows, BATCH)):
            documents = [one.document for one in batch]
            records = [
                SourceRecord(f"/{one.source}", one.source, one.document_id, None)
                for one in documents
            ]
            append(store, batch, records, municipality=None)


def _publish(store: Path) -> tuple[float, int | None]:
    with writing(store):
        took = seconds(lambda: publish(store))
    return took, _peak_bytes()


def _peak_bytes() -> int | None:
    # Not getrusage, which reports the parent's peak for a child that has been started anew.
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s*(\d+) kB", status.read_text()) if status.is_file() else None
    return int(found[1]) * KILOBYTE if found else None
