"""Searching: what was found, a page of it, and how it divides."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

import tantivy

from pipeline.search.correction import Correction, corrected
from pipeline.search.index import SearchIndex
from pipeline.search.matching import matching, wanted_words
from pipeline.search.query import DATE, RECENT, Query
from pipeline.search.schema import FACETS
from pipeline.search.snippets import Piece, hit_test, snippet
from pipeline.search.syntax import Clause, read

MOST_VALUES = 1_000
"""Of one facet; a municipality has fewer bodies, and fewer members are worth listing."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry that was found.

    ``what`` is title, decision, proposal or statement, and ``key`` its id in that table (of
    the case, for titles and decisions). ``start`` and ``end`` are offsets into the document's
    text: of the statement or proposal, for titles and decisions of the whole case.
    """

    what: str
    key: str
    document_id: str
    case_id: str | None
    statement_id: str | None
    proposal_id: str | None
    municipality: str | None
    body: str | None
    date: str | None
    party: tuple[str, ...]
    person: tuple[str, ...]
    act: str | None
    stance: tuple[str, ...]
    topic: tuple[str, ...]
    item_type: str | None
    number: str | None
    title: str | None
    text: str
    page: int | None
    start: int | None
    end: int | None
    source: str
    arrival: int
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A value that can be chosen, and how many of the hits have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search gave.

    ``total`` counts all hits, ``rows`` are those of the page. ``corrected`` says which words
    were searched for instead of those typed; ``loosened`` that nothing had all words, so that
    the hits have some of them.
    """

    query: Query
    total: int
    rows: tuple[Row, ...]
    facets: dict[str, tuple[Value, ...]]
    corrected: tuple[Correction, ...] = ()
    loosened: bool = False


@dataclass(frozen=True, slots=True)
class Understood:
    """What a query was taken to mean: as typed, or what was made of it to find anything."""

    clauses: tuple[Clause, ...]
    matching: tantivy.Query
    total: int
    corrected: tuple[Correction, ...] = ()
    loosened: bool = False


def search(index: SearchIndex, query: Query, *, facets: Sequence[str] = FACETS) -> Hits:
    """One page of what a query finds, with the values it divides into. Never raises, however
    the query is written."""
    meant = understood(index, query)
    return Hits(
        query,
        meant.total,
        tuple(_rows(index, meant, query, limit=query.limit, offset=query.offset)),
        _facets(index, meant.matching, facets),
        meant.corrected,
        meant.loosened,
    )


def all_rows(index: SearchIndex, query: Query) -> Iterator[Row]:
    """Every row that a query finds, whatever the page."""
    meant = understood(index, query)
    return _rows(index, meant, query, limit=meant.total, offset=0)


def understood(index: SearchIndex, query: Query) -> Understood:
    """All words as typed; if nothing has them all, unknown words corrected; then any word."""
    clauses = read(query.words)
    typed = _taken(index, query, clauses)
    # What is new is asked for as it stands: nothing new is an answer.
    if typed.total or query.since is not None:
        return typed
    better, changes = corrected(index, clauses)
    found = _taken(index, query, better, corrected=changes)
    if not found.total and len(wanted_words(better)) > 1:
        found = _taken(index, query, better, corrected=changes, loosened=True)
    return found if found.total else typed


def _taken(
    index: SearchIndex,
    query: Query,
    clauses: tuple[Clause, ...],
    *,
    corrected: tuple[Correction, ...] = (),
    loosened: bool = False,
) -> Understood:
    found = matching(index, clauses, query, loosened=loosened)
    return Understood(clauses, found, _count(index, found), corrected, loosened)


def _count(index: SearchIndex, query: tantivy.Query) -> int:
    found: Any = index.searcher.search(query, limit=1, count=True)
    return int(found.count or 0)


def _rows(
    index: SearchIndex, meant: Understood, query: Query, *, limit: int, offset: int
) -> Iterator[Row]:
    # Without words there is nothing to match better or worse.
    by_date = query.sort == DATE or not wanted_words(meant.clauses)
    if limit < 1 or offset >= meant.total:
        return
    found = index.searcher.search(
        meant.matching,
        limit=limit,
        offset=offset,
        count=False,
        order_by_field="date" if by_date else None,
        weight_by_field="recency" if query.sort == RECENT and not by_date else None,
    )
    is_hit = hit_test(meant.clauses)
    for _, address in found.hits:
        record: Any = index.searcher.doc(address).get_first("record")
        yield _row(json.loads(bytes(record)), is_hit)


def _row(record: dict[str, Any], is_hit: Callable[[str], bool]) -> Row:
    named: dict[str, Any] = {one.name: record.get(one.name) for one in fields(Row)}
    named |= {name: tuple(value) for name, value in named.items() if isinstance(value, list)}
    return Row(**named | {"pieces": snippet(record["text"], is_hit)})


def _facets(
    index: SearchIndex, query: tantivy.Query, names: Sequence[str]
) -> dict[str, tuple[Value, ...]]:
    asked = {name: {"terms": {"field": name, "size": MOST_VALUES}} for name in names}
    found = index.searcher.aggregate(query, asked) if asked else {}
    return {
        name: tuple(Value(one["key"], one["doc_count"]) for one in found[name]["buckets"])
        for name in names
    }
