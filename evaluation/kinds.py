"""How right each kind of document is read, in the annotated corpora, as a table of its own.

python -m evaluation.kinds    measures, and writes what the dashboard shows as its accuracy

The corpora are invented documents; what is measured holds for forms that they cover.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.annotation import annotations
from evaluation.corpus import Corpus, corpora, extract_corpus
from evaluation.score import comparisons

FILE = Path(__file__).with_name("kinds.json")
TABLES = ("cases", "statements", "positions", "votes", "ballots", "attendance")
"""Those that pages are made of; of other columns the gate tells."""


def measure(corpus: Corpus) -> Iterator[tuple[str, str, int, int, int]]:
    """Kind, table, hits, found and true rows of each annotated document and table."""
    for annotation in annotations(extract_corpus(corpus), corpus.gold, None):
        kind = str(annotation.gold["document"]["kind"])
        yield kind, "documents", 1, 1, 1
        for one in comparisons(annotation):
            if one.table in TABLES:
                yield kind, one.table, one.hits, one.found, one.true


def summed(measured: Iterator[tuple[str, str, int, int, int]]) -> list[dict[str, Any]]:
    """A row per kind and table where anything was found or to be found; the kinds that most
    documents have come first."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for kind, table, hits, found, true in measured:
        here = counts.setdefault((kind, table), Counter())
        here.update(hits=hits, found=found, expected=true)
    documents = {
        kind: one["expected"] for (kind, table), one in counts.items() if table == "documents"
    }
    ordered = sorted(
        (key for key in counts if key[1] in TABLES),
        key=lambda key: (-documents[key[0]], key[0], TABLES.index(key[1])),
    )
    return [
        {"kind": kind, "documents": documents[kind], "table_name": table}
        | {name: counts[kind, table][name] for name in ("hits", "found", "expected")}
        for kind, table in ordered
        if counts[kind, table]["found"] or counts[kind, table]["expected"]
    ]


def write(path: Path) -> None:
    """Measure all corpora and write the table."""
    found = corpora()
    rows = summed(row for corpus in found for row in measure(corpus))
    content = {
        "corpora": {one.name: len(one.annotated()) for one in found},
        "fingerprints": {one.name: one.fingerprint() for one in found},
        "rows": rows,
    }
    lines = json.dumps(content, ensure_ascii=False, indent=1)
    path.write_text(lines + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(FILE)
