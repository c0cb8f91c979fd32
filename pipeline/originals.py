"""The file that a document was read from, while it lies where the store met it.

Only places that the store itself names are looked at, and only bytes with the document's
SHA-256 are given out: a path from outside is never opened.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from pipeline.errors import ReadingError
from pipeline.reading.detect import ZIP_MARKS
from pipeline.reading.sources import Source, load
from pipeline.storage.parts import locations

GONE = "Originalfilen ligger inte kvar där den lästes, eller har ändrats sedan dess."


def original(store: Path, document_id: str) -> bytes:
    """The bytes that the document was read from.

    Raises ReadingError, in one sentence, when no source of the store holds them any more.
    """
    for location in locations(store, document_id):
        for source in _sources(Path(location)):
            data = _loaded(source)
            if data is not None and sha256(data).hexdigest() == document_id:
                return data
    raise ReadingError(GONE)


def _sources(location: Path) -> Iterator[Source]:
    """The file itself, or the member of the archive that a part of the path is."""
    yield Source(location.name, location)
    for folder in location.parents:
        if _is_archive(folder):
            yield Source(location.name, folder, location.relative_to(folder).as_posix())


def _is_archive(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4) in ZIP_MARKS
    except OSError:
        return False


def _loaded(source: Source) -> bytes | None:
    try:
        return load(source)
    except ReadingError:
        return None
