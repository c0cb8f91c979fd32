"""An opened index: its searcher, and the values that can be chosen among."""

from functools import cached_property
from pathlib import Path

import tantivy

from pipeline.errors import StoreError
from pipeline.search.schema import register
from pipeline.search.words import folded


class SearchIndex:
    """The index in the folder of snapshot number ``snapshot``, opened for reading.

    It stays as it was opened, whatever is published meanwhile. Raises StoreError when there is
    none, or one that cannot be read.
    """

    def __init__(self, folder: Path, *, snapshot: int | None = None) -> None:
        self.snapshot = snapshot
        try:
            self._index = tantivy.Index.open(str(folder))
            self._index.config_reader("manual")
            register(self._index)
            self.searcher = self._index.searcher()
        except (ValueError, OSError) as error:
            message = (
                f"Det finns inget sökindex i {folder};"
                " läs in dokumenten igen med: standpunkt ingest MAPP"
            )
            raise StoreError(message) from error
        self.schema = self._index.schema
        self._values: dict[str, tuple[str, ...]] = {}

    def values(self, field: str) -> tuple[str, ...]:
        """Every value of a field that can be chosen among."""
        if field not in self._values:
            terms = self.searcher.terms_with_prefix(field, "")
            self._values[field] = tuple(term for term, _ in terms)
        return self._values[field]

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        """Every form of every word, and in how many entries it is."""
        counts: dict[str, int] = {}
        for field in ("words", "parts", "lemmas"):
            for word, number in self.searcher.terms_with_prefix(field, ""):
                counts[word] = max(number, counts.get(word, 0))
        return counts

    @cached_property
    def folded_words(self) -> dict[str, str]:
        """Each word of the vocabulary, and the same without its dots and rings."""
        return {word: folded(word) for word in self.vocabulary if word.isalpha()}
