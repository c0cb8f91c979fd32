"""What a reader asks for, as plain strings that fit in an address."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

RELEVANCE, RECENT, DATE = "relevans", "aktuellt", "datum"
SORTS = (RELEVANCE, RECENT, DATE)
"""Best match first; best match, the recent weighing more; newest first."""

MANY = (
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
_NUMBERS = {"limit", "offset", "since"}
MOST_ROWS = 1_000


@dataclass(frozen=True, slots=True)
class Query:
    """A search. Several values of one filter mean any of them; different filters all.

    ``words`` is in the query language. ``start`` and ``end`` are the first and last day, or
    month, or year. ``since`` is a snapshot's number: only documents that came later.
    ``contested``: only matters in which some decision was contested. ``limit`` is rows a page
    and ``offset`` how many to pass over.
    """

    words: str = ""
    what: tuple[str, ...] = ()
    municipality: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    item_type: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    since: int | None = None
    contested: bool = False
    sort: str = RELEVANCE
    limit: int = 20
    offset: int = 0

    def to_parameters(self) -> dict[str, list[str]]:
        """The parameters of an address, those at their defaults left out."""
        plain = Query()
        named = {one.name: getattr(self, one.name) for one in fields(self)}
        changed = {
            name: value for name, value in named.items() if value != getattr(plain, name)
        }
        return {
            name: list(value) if isinstance(value, tuple) else [str(value)]
            for name, value in changed.items()
        }

    @classmethod
    def from_parameters(cls, parameters: Mapping[str, str | Iterable[str]]) -> "Query":
        """The query of an address. Parameters it does not know and values that make no sense
        are passed over."""
        query = cls()
        for name in {one.name for one in fields(cls)} & parameters.keys():
            given = parameters[name]
            values = (given,) if isinstance(given, str) else tuple(given)
            query = _with(query, name, tuple(value for value in values if value.strip()))
        return query


def _with(query: Query, name: str, values: tuple[str, ...]) -> Query:
    if not values:
        return query
    if name in MANY:
        return _replaced(query, name, values)
    if name in _NUMBERS:
        return _with_number(query, name, values[-1])
    if name == "contested":
        return replace(query, contested=values[-1].casefold() == "true")
    if name == "sort":
        return replace(query, sort=values[-1]) if values[-1] in SORTS else query
    return _replaced(query, name, values[-1])


def _with_number(query: Query, name: str, value: str) -> Query:
    if not (value.isascii() and value.isdigit() and len(value) < 10):
        return query
    number = min(int(value), MOST_ROWS) if name == "limit" else int(value)
    return _replaced(query, name, number)


def _replaced(query: Query, name: str, value: Any) -> Query:
    changes: dict[str, Any] = {name: value}
    return replace(query, **changes)
