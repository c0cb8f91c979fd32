"""The search beside a plain SQLite full-text index of the same texts.

    python -m evaluation.search [--demo] [--misses]

Recall is the share of the entries annotated as about a query that are found; precision the
share of the first ten found that are annotated. Both are means over queries. What is measured
of SQLite is queries of words and phrases: it has no fields.
"""

import argparse
import re
import sqlite3
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.models import Case, Document, Extraction, Statement
from pipeline.reference import extractor_version
from pipeline.run import ingest
from pipeline.search import Query, Row, SearchIndex, all_rows, search
from pipeline.search.syntax import Phrase, Restriction, Term, read
from pipeline.settings import data_dir
from pipeline.storage.lock import writing
from pipeline.storage.parts import append
from pipeline.storage.publishing import publish
from pipeline.storage.schema import SourceRecord
from pipeline.storage.snapshot import open_search

FOLDER = Path(__file__).parent
KINDS = {"title": "rubrik", "decision": "beslut", "proposal": "förslag"}
FIRST = 10
ROUNDS = 20

Finder = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Question:
    """A query and the entries that are about it; ``demo`` when those are the demo's,
    ``held_out`` when it was written after the search was tuned, and of these ``later`` when
    even the tuning for the first of them came before."""

    words: str
    find: frozenset[str]
    demo: bool = False
    held_out: bool = False
    later: bool = False

    @property
    def has_fields(self) -> bool:
        """Whether it asks for more than words and phrases."""
        return any(isinstance(one, Restriction) for one in read(self.words))


@dataclass(frozen=True, slots=True)
class Answer:
    """What one way of searching gave for a question."""

    question: Question
    found: tuple[str, ...]

    @property
    def recall(self) -> float:
        """The share of the annotated entries that were found."""
        return len(self.question.find & set(self.found)) / len(self.question.find)

    @property
    def precision(self) -> float:
        """The share of the first ten that are annotated; none found is none right."""
        first = self.found[:FIRST]
        return sum(name in self.question.find for name in first) / max(len(first), 1)


def questions() -> tuple[Question, ...]:
    """The annotated queries, in their order."""
    rows = tomllib.loads((FOLDER / "queries.toml").read_text("utf-8"))["query"]
    return tuple(Question(**row | {"find": frozenset(row["find"])}) for row in rows)


def build_texts(store: Path) -> SearchIndex:
    """A store of the invented matters, and its index."""
    rows = tomllib.loads((FOLDER / "texts.toml").read_text("utf-8"))["document"]
    read_documents = [_extraction(row) for row in rows]
    records = [
        SourceRecord(one.document.source, one.document.source, one.document.document_id, None)
        for one in read_documents
    ]
    with writing(store):
        append(store, read_documents, records, municipality=None)
        publish(store)
    return open_search(store)


def build_demo(store: Path) -> SearchIndex:
    """A store of the demo municipality, and its index."""
    ingest([data_dir() / "demo" / "documents"], store=store, municipality=None)
    return open_search(store)


def entry_name(row: Row) -> str:
    """Document, § and kind."""
    kind = KINDS.get(row.what) or row.act
    parties = "+".join(row.party)
    return f"{Path(row.source).name} § {row.number} {parties} {kind}".replace("  ", " ")


def ours(index: SearchIndex) -> Finder:
    """The search as a reader meets it, with what it corrects and loosens."""
    return lambda words: [entry_name(row) for row in all_rows(index, Query(words))]


def full_text(index: SearchIndex) -> sqlite3.Connection:
    """The same texts in SQLite FTS5 with its unicode61 tokenizer."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE entries USING fts5(name UNINDEXED, text)")
    rows = ((entry_name(row), row.text) for row in all_rows(index, Query()))
    connection.executemany("INSERT INTO entries VALUES (?, ?)", rows)
    return connection


def theirs(connection: sqlite3.Connection, limit: int = -1) -> Finder:
    """The names that FTS5 finds, best first."""

    def find(words: str) -> list[str]:
        rows = connection.execute(
            "SELECT name, snippet(entries, 1, '[', ']', '…', 30) FROM entries"
            " WHERE entries MATCH ? ORDER BY rank LIMIT ?",
            [match_expression(words), limit],
        )
        return [name for name, _ in rows]

    return find


def match_expression(words: str) -> str:
    """A query of words and phrases as FTS5 writes it."""
    pieces = []
    for clause in read(words):
        if isinstance(clause, Term):
            pieces.append(f'"{clause.word}"')
        elif isinstance(clause, Phrase):
            pieces.append(f'"{" ".join(clause.words)}"')
    return " ".join(pieces)


def answers(asked: Sequence[Question], find: Finder) -> tuple[Answer, ...]:
    """What each question gave."""
    return tuple(Answer(question, tuple(find(question.words))) for question in asked)


def mean(figures: Sequence[float]) -> float:
    """The mean, 0 of nothing."""
    return sum(figures) / len(figures) if figures else 0.0


def _extraction(row: dict[str, Any]) -> Extraction:
    name = row["name"]
    document = Document(
        document_id=name,
        source=name,
        kind="protokoll",
        title=name,
        municipality="Norrvik",
        body=row["body"],
        date=row["date"],
        reference=None,
        pages=None,
        text="",
        extractor_version=extractor_version(),
        invented=True,
    )
    cases = [_case(document, one) for one in row["case"]]
    said = [one for case in row["case"] for one in _statements(document, case)]
    return Extraction(document, cases=tuple(cases), statements=tuple(said))


def _case(document: Document, row: dict[str, Any]) -> Case:
    return Case(
        case_id=f"{document.document_id}:{row['number']}",
        document_id=document.document_id,
        number=row["number"],
        title=row["title"],
        reference=None,
        body=document.body,
        date=document.date,
        item_type="förslag",
        decision=tuple(row.get("decision", ())),
    )


def _statements(document: Document, row: dict[str, Any]) -> Iterator[Statement]:
    acts = {name: value for name, value in row.items() if isinstance(value, dict)}
    case_id = f"{document.document_id}:{row['number']}"
    for party, said in acts.items():
        for act, text in said.items():
            yield Statement(
                statement_id=f"{case_id}:{party}:{act}",
                document_id=document.document_id,
                case_id=case_id,
                body=document.body,
                date=document.date,
                act=act,
                parties=(party,),
                persons=(),
                text=text,
                start=0,
                end=len(text),
            )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.search")
    parser.add_argument("--demo", action="store_true", help="också demokommunens dokument")
    parser.add_argument("--misses", action="store_true", help="visa varje skillnad")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _measure("texter", build_texts(Path(folder) / "texts"), False, options.misses)
        if options.demo:
            _measure("demo", build_demo(Path(folder) / "demo"), True, options.misses)


def _measure(name: str, index: SearchIndex, demo: bool, misses: bool) -> None:
    asked = [one for one in questions() if one.demo == demo]
    plain = [one for one in asked if not one.has_fields]
    connection = full_text(index)
    _say(f"{name}: {index.searcher.num_docs} poster")
    _report("sökningen, alla frågor", answers(asked, ours(index)))
    _report("sökningen, ord och fraser", answers(plain, ours(index)))
    _report("sökningen, undanhållna", answers([q for q in asked if q.held_out], ours(index)))
    _report(
        "sökningen, senare undanhållna", answers([q for q in asked if q.later], ours(index))
    )
    _report("SQLite FTS5, ord och fraser", answers(plain, theirs(connection)))
    page = _milliseconds(plain, lambda words: search(index, Query(words), facets=()).rows)
    limited = _milliseconds(plain, theirs(connection, Query().limit))
    _say(f"  tid per fråga: {page:.2f} ms, FTS5 {limited:.2f} ms")
    for answer in answers(asked, ours(index)) if misses else ():
        _tell_differences(answer)


def _report(name: str, given: Sequence[Answer]) -> None:
    recall = mean([one.recall for one in given])
    precision = mean([one.precision for one in given])
    _say(f"  {name}: {len(given)} frågor, täckning {recall:.3f}, precision@10 {precision:.3f}")


def _milliseconds(asked: Sequence[Question], find: Callable[[str], object]) -> float:
    began = time.perf_counter()
    for _ in range(ROUNDS):
        for question in asked:
            find(question.words)
    return (time.perf_counter() - began) * 1000 / (ROUNDS * len(asked))


def _tell_differences(answer: Answer) -> None:
    found = set(answer.found)
    for name in sorted(answer.question.find - found):
        _say(f"  saknas: {answer.question.words}: {name}")
    for name in sorted(found - answer.question.find):
        _say(f"  för mycket: {answer.question.words}: {name}")


def _say(line: str) -> None:
    sys.stdout.write(re.sub(r"\s*\n", " ", line) + "\n")


if __name__ == "__main__":
    main()
