"""Finding words in everything a snapshot holds. Loads neither spaCy nor a reader of files.

index = open_search(store)                 # pipeline.storage.snapshot
hits = search(index, Query("hyreshöjning parti:V"))
table = usage(index, Query("hyreshöjning"))
"""

from pipeline.search.correction import Correction
from pipeline.search.hits import Hits, Row, Value, all_rows, search
from pipeline.search.index import SearchIndex
from pipeline.search.query import SORTS, Query
from pipeline.search.snippets import Piece
from pipeline.search.usage import PERIODS, Usage, usage

__all__ = [
    "PERIODS",
    "SORTS",
    "Correction",
    "Hits",
    "Piece",
    "Query",
    "Row",
    "SearchIndex",
    "Usage",
    "Value",
    "all_rows",
    "search",
    "usage",
]
