"""A stand-in for reading and extracting, told by the file's own words what to do.

A module of its own, so that the processes of a pool can import it.
"""

import hashlib
import os
import time

from pipeline.errors import ReadingError
from pipeline.models import Extraction
from pipeline.reading.sources import load
from pipeline.run import Job
from tests.builders import case, document, extraction

DIES = "dör"
HANGS = "hänger"
UNREADABLE = "oläslig"
WRONG = "fel"


def process(job: Job) -> Extraction:
    """One document with the file's text as its title, or the trouble it asks for."""
    source = job.sources[0]
    data = load(source)
    text = data.decode()
    if text == DIES:
        os._exit(1)
    if text == HANGS:
        time.sleep(600)
    if text == UNREADABLE:
        raise ReadingError(f"{source.name}: går inte att läsa.")
    if text == WRONG:
        raise ValueError("något som ingen\nhade tänkt på")
    base = document(
        document_id=hashlib.sha256(data).hexdigest(),
        source=source.name,
        title=text,
        municipality=job.municipality,
        findings=("en anmärkning",) if "anmärkning" in text else (),
    )
    return extraction(base, cases=[case()])
