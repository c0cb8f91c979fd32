"""The query language: words, "phrases", field:value, and minus before what is not wanted.

    hyreshöjning                     the word in any form, also inside a compound
    cykel*                           words that begin so
    "en ny brygga"                   the words in a row, as they stand
    parti:M ställning:mot från:2022  only what has the value
    -ridhus  -typ:yrkande            only what has it not

Nothing is an error: what is not well-formed is read as words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.reference import table
from pipeline.search.dates import first_day, last_day
from pipeline.search.words import words

_QUOTED = r'"[^"]*"'
# -parti:"Tallviks bästa"   "en ny brygga"   -ridhus   cykel*
_PIECE = re.compile(
    rf"(?P<minus>(?<!\S)-)?(?:(?P<field>\w+):(?P<value>{_QUOTED}|[^\s\"]+)"
    rf"|(?P<phrase>{_QUOTED})|(?P<word>[^\s\"]+))"
)
_PREFIX = re.compile(r"\w{2,}\*")
MOST_PIECES = 64


@dataclass(frozen=True, slots=True)
class Term:
    """A word; with ``prefix`` the beginning of one."""

    word: str
    negated: bool = False
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row."""

    words: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Restriction:
    """A field and a value it shall have; ``field`` by its English name."""

    field: str
    value: str
    negated: bool = False


Clause = Term | Phrase | Restriction


def read(text: str) -> tuple[Clause, ...]:
    """What a reader's words ask for, in their order."""
    found = [clause for piece in _PIECE.finditer(text) for clause in _clauses(piece)]
    return tuple(found[:MOST_PIECES])


def _clauses(piece: re.Match[str]) -> Iterator[Clause]:
    negated = piece["minus"] is not None
    if piece["field"] and (name := field_names().get(piece["field"].casefold())):
        value = piece["value"].strip('"').strip()
        if value and (name not in ("start", "end") or _is_date(value)):
            yield Restriction(name, value, negated)
            return
    if piece["phrase"] and (phrase := _plain(piece["phrase"])):
        yield Phrase(phrase, negated)
        return
    yield from _terms(piece[0].removeprefix("-"), negated=negated)


def _terms(text: str, *, negated: bool) -> Iterator[Term]:
    if _PREFIX.fullmatch(text):
        yield Term(text[:-1].lower(), negated, prefix=True)
        return
    for word in words(text):
        yield Term(word.text, negated)


def _plain(text: str) -> tuple[str, ...]:
    return tuple(piece for word in words(text) for piece in word.text.split("-") if piece)


def _is_date(value: str) -> bool:
    return first_day(value) is not None and last_day(value) is not None


@lru_cache(None)
def field_names() -> dict[str, str]:
    """The names a reader may use for a field, in lower case, and the field."""
    named = table("search")["fields"]
    return {alias: field for field, aliases in named.items() for alias in aliases}


@lru_cache(None)
def stopwords() -> frozenset[str]:
    """Words passed over when others are asked for."""
    return frozenset(table("search")["stopwords"])
