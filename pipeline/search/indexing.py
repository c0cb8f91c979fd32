"""Building the index of a snapshot: from the former one, of which only what changed is
written anew.

The files of an index are never edited, only added and dropped, so the new folder begins as
hard links to the former one's. ``contents.json`` says which documents it holds and a digest of
each: whatever made a document's entries differ, the digest tells.
"""

import json
import os
import shutil
from collections.abc import Iterable
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
    """Write to ``folder`` the index of a snapshot's database, from a ``former`` one if it is
    of today's form. Raises StoreError when it cannot be written (a full disk)."""
    known = _contents(former) if former else {}
    if former and known:
        _link(former, folder)
    else:
        folder.mkdir(parents=True)
    try:
        with Entries(database) as entries:
            digests = entries.digests()
            _write(folder, entries, known=known, wanted=digests)
    except (ValueError, OSError) as error:
        message = f"Sökindexet i {folder} kunde inte byggas; det förra läget gäller: {error}"
        raise StoreError(message) from error
    _open_to_readers(folder)
    content = json.dumps({"version": index_version(), "documents": digests})
    (folder / CONTENTS).write_text(content, "utf-8")


def _open_to_readers(folder: Path) -> None:
    # Tantivy gives its lists to their owner only; a store may have other readers.
    for name in _REPLACED:
        (folder / name).chmod(0o644)


def _contents(folder: Path) -> dict[str, str]:
    """Documents and their digests; none for an index of another form, or a damaged one."""
    path = folder / CONTENTS
    if not path.is_file() or not tantivy.Index.exists(str(folder)):
        return {}
    content = json.loads(path.read_text("utf-8"))
    return dict(content["documents"]) if content["version"] == index_version() else {}


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


def _write(
    folder: Path, entries: Entries, *, known: dict[str, str], wanted: dict[str, str]
) -> None:
    gone = [name for name, digest in known.items() if wanted.get(name) != digest]
    new = [name for name, digest in wanted.items() if known.get(name) != digest]
    if known and not gone and not new:
        return
    index = tantivy.Index(schema(), path=str(folder))
    register(index)
    # One thread: the same entries then lie in the same order in every index.
    writer = index.writer(heap_size=HEAP_BYTES, num_threads=1)
    _delete(writer, gone)
    for entry in entries.of(new):
        writer.add_document(indexed(entry))
    writer.commit()
    writer.wait_merging_threads()


def _delete(writer: tantivy.IndexWriter, documents: Iterable[str]) -> None:
    for document_id in documents:
        writer.delete_documents_by_term("document_id", document_id)
