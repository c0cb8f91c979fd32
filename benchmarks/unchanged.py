"""Going over documents that have not changed, beside only reading and hashing them."""

import hashlib
from pathlib import Path

from benchmarks.records import Comparison
from benchmarks.synthetic import document
from benchmarks.timing import fastest
from pipeline.models import Extraction
from pipeline.run import ingest
from pipeline.storage.lock import writing
from pipeline.storage.parts import append

ROUNDS = 3
TARGET = 1.5


def measure(count: int, size: int, folder: Path, *, what: str) -> Comparison:
    """An ingest of ``count`` known files of ``size`` bytes (first), and hashing them (second).

    Writes the files and a store in ``folder``. The store is told that it has read the files,
    so that nothing else than the going over takes time.
    """
    papers, store = folder / "papers", folder / "store"
    papers.mkdir(parents=True)
    for number in range(count):
        (papers / f"{number:05}.txt").write_bytes(f"{number:07}\n".encode() * (size // 8))
    with writing(store):
        read = [Extraction(document(digest)) for digest in _hash_all(papers)]
        append(store, read, (), municipality=None)

    first, second = fastest(
        lambda: ingest([papers], store=store), lambda: _hash_all(papers), rounds=ROUNDS
    )
    return Comparison(what, first, second, count, "filer", TARGET)


def _hash_all(folder: Path) -> list[str]:
    return [hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())]
