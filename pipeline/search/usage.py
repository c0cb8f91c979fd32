"""How much each party speaks of something, over time."""

from collections import Counter
from dataclasses import dataclass, replace

import tantivy

from pipeline.search.hits import understood
from pipeline.search.index import SearchIndex
from pipeline.search.matching import matching
from pipeline.search.query import Query
from pipeline.search.syntax import Restriction, read

YEAR, QUARTER, MONTH = "year", "quarter", "month"
PERIODS = (YEAR, QUARTER, MONTH)
_MANY = 100_000
_TERMS = {
    "party": {
        "terms": {"field": "party", "size": _MANY, "segment_size": _MANY},
        "aggs": {"month": {"terms": {"field": "month", "size": _MANY, "segment_size": _MANY}}},
    }
}


@dataclass(frozen=True, slots=True)
class Usage:
    """A party in a period: ``hits`` of its ``statements`` are about what was searched for.

    ``period`` is ``2024``, ``2024-Q2`` or ``2024-05``. A statement of several parties counts
    for each of them. ``share`` is hits / statements.
    """

    party: str
    period: str
    hits: int
    statements: int

    @property
    def share(self) -> float:
        """The part of the party's statements in the period."""
        return self.hits / self.statements


def usage(index: SearchIndex, query: Query, *, period: str = YEAR) -> tuple[Usage, ...]:
    """For every party and period with statements: how many of them the query finds.

    Only statements with a date count. The statements are those that pass the query's filters
    (also those written among its words), whatever their words.
    """
    said = replace(query, what=("statement",))
    restrictions = [one for one in read(query.words) if isinstance(one, Restriction)]
    hits = _counts(index, understood(index, said).matching, period)
    every = _counts(index, matching(index, restrictions, said), period)
    return tuple(
        Usage(party, when, hits[party, when], count)
        for (party, when), count in sorted(every.items())
    )


def _counts(index: SearchIndex, query: tantivy.Query, period: str) -> Counter[tuple[str, str]]:
    found = index.searcher.aggregate(query, _TERMS)
    counts: Counter[tuple[str, str]] = Counter()
    for party in found["party"]["buckets"]:
        for month in party["month"]["buckets"]:
            counts[party["key"], _period(month["key"], period)] += month["doc_count"]
    return counts


def _period(month: str, period: str) -> str:
    if period == MONTH:
        return month
    year = month[:4]
    return year if period == YEAR else f"{year}-Q{(int(month[5:7]) + 2) // 3}"
