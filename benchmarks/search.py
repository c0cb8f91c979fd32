"""Searching invented statements, beside SQLite's full-text index of the same texts.

Both give the first page with its snippets and the count of all hits; ours in all inflections,
inside compounds, the snippets in pieces.
"""

import itertools
import random
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import tantivy

from benchmarks.material import demo_texts
from benchmarks.records import Comparison, Cost
from benchmarks.synthetic import FIRST_NAMES, LAST_NAMES, PARTIES
from benchmarks.timing import seconds
from pipeline.search import Query, SearchIndex, search
from pipeline.search.schema import FACETS, indexed, register, schema

SEED = 7
SHORTEST, LONGEST = 15, 60
"""Words of a statement."""
QUERIES = 400
TARGET = 1.0
HEAP_BYTES = 128_000_000
_WORD = re.compile(r"[a-zåäö]{3,}", re.IGNORECASE)


def measure(count: int, folder: Path, *, what: str) -> Iterator[Comparison | Cost]:
    """What the index costs to build, and the 95th percentile of a query's time, ours (first)
    and FTS5's (second); then ours with all facets counted."""
    folder.mkdir(parents=True)
    yield Cost(f"{what}: bygge", seconds(lambda: _build(folder, count)), count, "inlägg")
    index, plain = SearchIndex(folder), _full_text(count)
    asked = _queries()
    theirs = _percentile(asked, partial(_found, plain))
    facetted: dict[str, Sequence[str]] = {"p95": (), "p95 med alla facetter": FACETS}
    for name, facets in facetted.items():
        ours = _percentile(asked, partial(_page, index, facets))
        yield Comparison(f"{what}: {name} / FTS5", ours, theirs, count, "inlägg", TARGET)
    plain.close()


def _page(index: SearchIndex, facets: Sequence[str], words: str) -> object:
    return search(index, Query(words), facets=facets)


def _build(folder: Path, count: int) -> None:
    index = tantivy.Index(schema(), path=str(folder))
    register(index)
    writer = index.writer(heap_size=HEAP_BYTES, num_threads=1)
    for entry in _entries(count):
        writer.add_document(indexed(entry))
    writer.commit()
    writer.wait_merging_threads()


def _full_text(count: int) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE entries USING fts5(text)")
    rows = ((text,) for text in _texts(count))
    connection.executemany("INSERT INTO entries VALUES (?)", rows)
    connection.execute("INSERT INTO entries(entries) VALUES ('optimize')")
    return connection


def _found(connection: sqlite3.Connection, words: str) -> object:
    (total,) = connection.execute(
        "SELECT count(*) FROM entries WHERE entries MATCH ?", [words]
    ).fetchone()
    return total, connection.execute(
        "SELECT rowid, snippet(entries, 0, '[', ']', '…', 30) FROM entries"
        " WHERE entries MATCH ? ORDER BY rank LIMIT 20",
        [words],
    ).fetchall()


def _percentile(asked: Sequence[str], find: Callable[[str], object]) -> float:
    find(asked[0])
    took = sorted(seconds(partial(find, words)) for words in asked)
    return took[int(0.95 * len(took))]


def _vocabulary() -> tuple[list[str], list[float]]:
    """The demo's words, and their cumulated shares."""
    counts = Counter(word.lower() for text in demo_texts() for word in _WORD.findall(text))
    words = sorted(counts, key=lambda word: (-counts[word], word))
    return words, list(itertools.accumulate(counts[word] for word in words))


def _texts(count: int) -> Iterator[str]:
    chance = random.Random(SEED)
    words, shares = _vocabulary()
    for _ in range(count):
        length = chance.randint(SHORTEST, LONGEST)
        yield " ".join(chance.choices(words, cum_weights=shares, k=length))


def _queries() -> list[str]:
    """One to three words each, as common as in the texts but for the hundred commonest."""
    chance = random.Random(SEED + 1)
    words, shares = _vocabulary()
    rarer, weights = words[100:], shares[100:]
    sizes = [chance.choice((1, 1, 2, 3)) for _ in range(QUERIES)]
    return [" ".join(chance.choices(rarer, cum_weights=weights, k=size)) for size in sizes]


def _entries(count: int) -> Iterator[dict[str, Any]]:
    for number, text in enumerate(_texts(count)):
        yield {
            "what": "statement",
            "key": f"s{number}",
            "document_id": f"d{number // 10}",
            "case_id": f"c{number // 3}",
            "statement_id": f"s{number}",
            "municipality": f"Provköping {number % 10}",
            "body": f"Nämnd {number % 40}",
            "date": f"{2000 + number % 25}-{number % 12 + 1:02}-{number % 28 + 1:02}",
            "party": [PARTIES[number % len(PARTIES)]],
            "person": [
                f"{FIRST_NAMES[number % len(FIRST_NAMES)]}"
                f" {LAST_NAMES[number % len(LAST_NAMES)]} {number % 500}"
            ],
            "act": "reservation",
            "stance": ["against"],
            "party_stance": [],
            "topic": [],
            "item_type": "förslag",
            "number": str(number % 90),
            "title": f"Plan {number % 997}",
            "text": text,
            "source": "protokoll.txt",
            "arrival": 1,
        }
