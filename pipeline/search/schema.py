"""The fields of the index, and how one entry fills them.

A word is found by its exact form (``words``), its stem, its lemma, or as a part of a compound
(``parts``). What a reader can choose among lies in ``FACETS``, as it is written. ``record``
holds the entry itself, as JSON, for showing; everything else is only for finding.
"""

import json
from functools import lru_cache
from typing import Any

import tantivy

from pipeline.search.words import lemmas_of, parts_of, plain, spaced, stemmer, words

VERSION = "3"
"""To be raised with every change of what the index holds."""

FACETS = (
    "what",
    "municipality",
    "body",
    "party",
    "person",
    "act",
    "stance",
    "topic",
    "item_type",
)
"""What a reader can choose among; the columns of the same names."""

EPOCH_YEAR = 2000
HALF_LIFE = 5
"""Years after which an entry weighs half, when the recent is to come first."""


@lru_cache(None)
def schema() -> tantivy.Schema:
    """The fields, built once."""
    builder = tantivy.SchemaBuilder()
    for name in ("document_id", "party_stance", *FACETS, "month"):
        fast = name in FACETS or name == "month"
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=fast)
    builder.add_text_field("words", tokenizer_name="plain", index_option="position")
    builder.add_text_field("stems", tokenizer_name="stems", index_option="freq")
    builder.add_text_field("lemmas", tokenizer_name="spaced", index_option="freq")
    builder.add_text_field("parts", tokenizer_name="spaced", index_option="freq")
    builder.add_integer_field("date", fast=True, indexed=True)
    builder.add_integer_field("arrival", fast=True, indexed=True)
    builder.add_boolean_field("contested", indexed=True)
    builder.add_float_field("recency", fast=True)
    builder.add_bytes_field("record", stored=True)
    return builder.build()


def register(index: tantivy.Index) -> None:
    """Tell an opened index how its words are cut."""
    analyzers = {"plain": plain(), "stems": stemmer(), "spaced": spaced()}
    for name, analyzer in analyzers.items():
        index.register_tokenizer(name, analyzer)


def indexed(entry: dict[str, Any]) -> tantivy.Document:
    """One entry, a row of ``entries``, as a document of the index."""
    found = tuple(words(entry["text"]))
    content: dict[str, Any] = {name: _values(entry[name]) for name in FACETS}
    content |= {
        "document_id": entry["document_id"],
        "party_stance": _values(entry["party_stance"]),
        "words": entry["text"],
        "stems": entry["text"],
        "lemmas": lemmas_of(found),
        "parts": parts_of(found),
        "arrival": entry["arrival"],
        "contested": entry["contested"],
        "record": json.dumps(entry, ensure_ascii=False).encode(),
    }
    if entry["date"]:
        content |= _dated(entry["date"])
    return tantivy.Document.from_dict(content, schema())


def day_number(date: str) -> int:
    """``2024-05-29`` as 20240529, which sorts and compares as the days do."""
    return int(date.replace("-", ""))


def recency(date: str) -> float:
    """What the index multiplies an entry's score with, as the weight that gives it.

    The factor doubles every ``HALF_LIFE`` years, so that how two entries compare does not
    depend on today. The index multiplies with log2(2 + weight), hence the power.
    """
    year, month = int(date[:4]), int(date[5:7])
    factor = 2 ** ((year - EPOCH_YEAR + month / 12) / HALF_LIFE)
    return float(2 ** min(factor, 1000)) - 2


def _dated(date: str) -> dict[str, Any]:
    return {"date": day_number(date), "month": date[:7], "recency": recency(date)}


def _values(value: str | list[str] | None) -> list[str]:
    if value is None:
        return []
    return [value] if isinstance(value, str) else list(dict.fromkeys(value))
