"""Searching: what was found, a page of it, and how it divides."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import tantivy

from pipeline.search.correction import Correction, corrected
from pipeline.search.index import SearchIndex
from pipeline.search.matching import matching, wanted_words
from pipeline.search.query import DATE, RECENT, Query
from pipeline.search.schema import FACETS
from pipeline.search.snippets import Piece, hit_test, snippet
from pipeline.search.syntax import Clause, read

MOST_VALUES = 50
"""Of one facet, the most common first; there are more members than are worth listing, and
every name that is handed out must be looked up."""
SEGMENT_VALUES = 1_000
"""Counted in each part of an index before they are put together."""


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


_COLUMNS = tuple(one.name for one in fields(Row))


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
    """What a query was taken to mean, as typed or as what was made of it to find anything,
    and what that gave: the number of hits, and where those of the page lie."""

    clauses: tuple[Clause, ...]
    matching: tantivy.Query
    total: int
    page: tuple[tantivy.DocAddress, ...]
    corrected: tuple[Correction, ...] = ()
    loosened: bool = False


def search(index: SearchIndex, query: Query, *, facets: Sequence[str] = FACETS) -> Hits:
    """One page of what a query finds, with the values it divides into. Never raises, however
    the query is written."""
    meant = understood(index, query)
    return Hits(
        query,
        meant.total,
        tuple(_rows(index, meant.clauses, meant.page)),
        _facets(index, meant.matching, facets),
        meant.corrected,
        meant.loosened,
    )


def all_rows(index: SearchIndex, query: Query) -> Iterator[Row]:
    """Every row that a query finds, whatever the page."""
    meant = understood(index, replace(query, limit=0, offset=0))
    whole = replace(query, limit=meant.total, offset=0)
    _, page = _found(index, meant.matching, whole, by_date=_by_date(whole, meant.clauses))
    return _rows(index, meant.clauses, page)


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
    asked = matching(index, clauses, query, loosened=loosened)
    total, page = _found(index, asked, query, by_date=_by_date(query, clauses))
    return Understood(clauses, asked, total, page, corrected, loosened)


def _by_date(query: Query, clauses: Sequence[Clause]) -> bool:
    # Without words there is nothing to match better or worse.
    return query.sort == DATE or not wanted_words(clauses)


def _found(
    index: SearchIndex, asked: tantivy.Query, query: Query, *, by_date: bool
) -> tuple[int, tuple[tantivy.DocAddress, ...]]:
    """The number of hits and the page; of the first page in one pass over the index."""
    # The index makes room for all rows up to the page's end: not beyond those there are.
    if query.limit < 1 or query.offset:
        counted: Any = index.searcher.search(asked, limit=1, count=True)
        total = int(counted.count or 0)
        if query.limit < 1 or query.offset >= total:
            return total, ()
    found: Any = index.searcher.search(
        asked,
        limit=min(query.limit, max(index.searcher.num_docs, 1)),
        offset=query.offset,
        count=True,
        order_by_field="date" if by_date else None,
        weight_by_field="recency" if query.sort == RECENT and not by_date else None,
    )
    return int(found.count or 0), tuple(address for _, address in found.hits)


def _rows(
    index: SearchIndex, clauses: Sequence[Clause], page: Sequence[tantivy.DocAddress]
) -> Iterator[Row]:
    is_hit = hit_test(clauses)
    for address in page:
        record: Any = index.searcher.doc(address).get_first("record")
        yield _row(json.loads(bytes(record)), is_hit)


def _row(record: dict[str, Any], is_hit: Callable[[str], bool]) -> Row:
    named: dict[str, Any] = {name: record.get(name) for name in _COLUMNS}
    named |= {name: tuple(value) for name, value in named.items() if isinstance(value, list)}
    return Row(**named | {"pieces": snippet(record["text"], is_hit)})


def _facets(
    index: SearchIndex, query: tantivy.Query, names: Sequence[str]
) -> dict[str, tuple[Value, ...]]:
    limits = {"size": MOST_VALUES, "segment_size": SEGMENT_VALUES}
    asked = {name: {"terms": {"field": name, **limits}} for name in names}
    found = index.searcher.aggregate(query, asked) if asked else {}
    return {
        name: tuple(Value(one["key"], one["doc_count"]) for one in found[name]["buckets"])
        for name in names
    }
