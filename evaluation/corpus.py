"""The annotated corpora of this project, and their documents extracted in this process."""

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from evaluation.annotation import Tables
from pipeline.extraction import extract
from pipeline.models import Extraction
from pipeline.reading import read
from pipeline.settings import ROOT


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder of documents and a folder of annotations with the same stems."""

    name: str
    documents: Path
    gold: Path

    def annotated(self) -> tuple[Path, ...]:
        """The documents that have an annotation, by name."""
        stems = {path.stem for path in self.gold.glob("*.json")}
        return tuple(path for path in sorted(self.documents.iterdir()) if path.stem in stems)

    def fingerprint(self) -> str:
        """A hash over the names and bytes of annotations and documents."""
        digest = hashlib.sha256()
        for path in [*sorted(self.gold.glob("*.json")), *self.annotated()]:
            content = path.read_bytes()
            digest.update(f"{path.name} {len(content)}\n".encode())
            digest.update(content)
        return digest.hexdigest()


CORPORA = (
    Corpus("egna", ROOT / "evaluation" / "documents", ROOT / "evaluation" / "gold"),
    Corpus("demo", ROOT / "data" / "demo" / "documents", ROOT / "data" / "demo" / "truth"),
)


def corpora() -> tuple[Corpus, ...]:
    """The corpora that are there; the demo's may not have been made yet."""
    return tuple(c for c in CORPORA if c.documents.is_dir() and any(c.gold.glob("*.json")))


def extract_file(path: Path) -> Extraction:
    """Read one file and extract its rows; raises ReadingError when it cannot be read."""
    data = path.read_bytes()
    document_id = hashlib.sha256(data).hexdigest()
    return extract(read(data, path.name), document_id=document_id, source=path.name)


def extract_corpus(corpus: Corpus) -> Tables:
    """The tables of all annotated documents of a corpus, as they would be exported."""
    return as_tables(extract_file(path) for path in corpus.annotated())


def as_tables(extractions: Iterator[Extraction]) -> dict[str, list[dict[str, Any]]]:
    """Records as rows by table; the document of an extraction is a row of ``documents``."""
    tables: dict[str, list[dict[str, Any]]] = {"documents": []}
    for extraction in extractions:
        tables["documents"].append(asdict(extraction.document))
        for field in fields(extraction):
            if field.name != "document":
                rows = tables.setdefault(field.name, [])
                rows.extend(asdict(record) for record in getattr(extraction, field.name))
    return tables
