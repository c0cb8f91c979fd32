"""Building the index of a snapshot: from the former one, of which only what changed is
written anew.

The files of an index are never edited, only added and dropped, so the new folder begins as
hard links to the former one's. ``contents.json`` says which documents it holds and a digest of
each: whatever made a document's entries differ, the digest tells.
"""

import json
import os
import shutil
from hashlib import sha256
from pathlib import Path

import tantivy

from pipeline.errors import StoreError
from pipeline.reference import table
from pipeline.search.entries import Entries
from pipeline.search.schema import VERSION, indexed, register, schema

CONTENTS = "contents.json"
HEAP_BYTES = 64_000_000
_REPLACED = ("meta.json", ".managed.json")
_LEFT = (CONTENTS, ".tantivy-writer.lock", ".tantivy-meta.lock")


def index_version() -> str:
    """What an index depends on besides its entries: the form of the fields, and the words
    known beforehand."""
    known = repr(table("search")).encode()
    return f"{VERSION}-{sha256(known).hexdigest()[:8]}"


def update(folder: Path, *, database: Path, former: Path | None = None) -> None:
    """Write to ``folder`` the index of a snapshot's database, from a ``former`` one if it can
    be read and is of today's form. Raises StoreError when it cannot be written (a full
    disk)."""
    with Entries(database) as entries:
        if former is None or not _grown(former, folder, entries):
            _build(folder, entries)


def _grown(former: Path, folder: Path, entries: Entries) -> bool:
    """Whether the new index could be made from the former one."""
    try:
        known = _contents(former)
        if not known:
            return False
        _link(former, folder)
        _write(folder, entries, known=known)
    except (ValueError, OSError):  # damaged: what was made of it is thrown away
        shutil.rmtree(folder, ignore_errors=True)
        return False
    return True


def _build(folder: Path, entries: Entries) -> None:
    try:
        folder.mkdir(parents=True)
        _write(folder, entries, known={})
    except (ValueError, OSError) as error:
        message = f"Sökindexet i {folder} kunde inte byggas; det förra läget gäller: {error}"
        raise StoreError(message) from error


def _open_to_readers(folder: Path) -> None:
    # Tantivy gives its lists to their owner only; a store may have other readers.
    for name in _REPLACED:
        (folder / name).chmod(0o644)


def _contents(folder: Path) -> dict[str, str]:
    """Documents and their digests; none for an index of another form, or none at all."""
    path = folder / CONTENTS
    content = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return content["documents"] if content.get("version") == index_version() else {}


def _link(former: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    for path in former.iterdir():
        if path.name in _LEFT:
            continue
        if path.name in _REPLACED:
            shutil.copyfile(path, folder / path.name)
        else:
            _link_or_copy(path, folder / path.name)


def _link_or_copy(path: Path, to: Path) -> None:
    try:
        os.link(path, to)
    except OSError:  # a file system without links
        shutil.copyfile(path, to)


def _write(folder: Path, entries: Entries, *, known: dict[str, str]) -> None:
    wanted = entries.digests()
    gone = [name for name, digest in known.items() if wanted.get(name) != digest]
    new = [name for name, digest in wanted.items() if known.get(name) != digest]
    index = tantivy.Index(schema(), path=str(folder))
    register(index)
    # One thread: the same entries then lie in the same order in every index.
    writer = index.writer(heap_size=HEAP_BYTES, num_threads=1)
    for document_id in gone:
        writer.delete_documents_by_term("document_id", document_id)
    for entry in entries.of(new):
        writer.add_document(indexed(entry))
    writer.commit()
    writer.wait_merging_threads()
    content = json.dumps({"version": index_version(), "documents": wanted})
    (folder / CONTENTS).write_text(content, "utf-8")
    _open_to_readers(folder)
