"""Documents that readers upload: named safely, kept by their content."""

import os
import re
import unicodedata
from hashlib import sha256
from pathlib import Path, PurePosixPath

from pipeline.errors import ReadingError, StoreError
from pipeline.settings import MAX_UPLOAD_MEGABYTES, MAX_UPLOADS_BYTES
from pipeline.storage.layout import uploads_folder, write_durably

MEGABYTE = 1024 * 1024
LONGEST_NAME = 80
_ODD = re.compile(r"[^\w.()-]+")


def sanitised(name: str) -> str:
    """A file name of letters, digits, ``_``, ``-``, ``(``, ``)`` and full stops, without
    folders, that is neither hidden nor long; the ending stays."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    plain = PurePosixPath(_ODD.sub("_", last).strip("._-") or "dokument")
    ending = plain.suffix[:8]
    stem = plain.name.removesuffix(plain.suffix).rstrip("._-") or "dokument"
    return stem[: LONGEST_NAME - len(ending)] + ending


def keep(store: Path, name: str, data: bytes) -> Path:
    """Write an uploaded file into the store, once for each content, and give its path.

    Raises ReadingError for a file that is empty or too large, StoreError when the store is
    full of uploads or cannot be written.
    """
    _check_size(sanitised(name), len(data))
    folder = uploads_folder(store) / sha256(data).hexdigest()[:16]
    if folder.is_dir() and (kept := sorted(folder.iterdir())):
        return kept[0]
    if uploaded_bytes(store) + len(data) > MAX_UPLOADS_BYTES:
        raise StoreError(
            f"Lagret rymmer högst {MAX_UPLOADS_BYTES // MEGABYTE} MB uppladdade filer; läs in"
            " från en mapp i stället, med standpunkt ingest."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_durably(folder / sanitised(name), data)
    except OSError as error:
        raise StoreError(
            f"Det går inte att skriva i lagret {store}: {error.strerror}."
        ) from error
    return folder / sanitised(name)


def remove(path: Path) -> None:
    """Take away an uploaded file that is no document, with its folder."""
    path.unlink(missing_ok=True)
    path.parent.rmdir()


def uploaded_bytes(store: Path) -> int:
    """How much room the uploaded documents of a store take."""
    folders = os.walk(uploads_folder(store))
    return sum(
        (Path(folder) / name).stat().st_size for folder, _, names in folders for name in names
    )


def _check_size(name: str, size: int) -> None:
    if not size:
        raise ReadingError(f"{name}: filen är tom; välj en annan.")
    if size > MAX_UPLOAD_MEGABYTES * MEGABYTE:
        raise ReadingError(
            f"{name}: filen är för stor ({size // MEGABYTE} MB, högst {MAX_UPLOAD_MEGABYTES}"
            " MB); dela upp den och ladda upp delarna."
        )
