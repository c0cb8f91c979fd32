"""What comparing one table of one document gives: counts, differences, cases touched."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Row = Mapping[str, Any]
Item = tuple[Any, ...]


class Fault(StrEnum):
    """The three ways in which a record can differ from the annotation."""

    MISSED = "missed"
    INVENTED = "invented"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One record of ``source`` that is missing, made up, or not as annotated."""

    source: str
    table: str
    fault: str
    what: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Counts of one table in one document; ``touched`` and ``broken`` are numbers of cases."""

    table: str
    hits: int
    found: int
    true: int
    differences: tuple[Difference, ...] = ()
    touched: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()


def compare_bags(
    source: str, table: str, *, true: Counter[Item], found: Counter[Item]
) -> Comparison:
    """Compare two bags of records that are equal or not; an item may begin with its case."""
    missed, invented = true - found, found - true
    differences = [
        Difference(source, table, fault, show(item))
        for fault, bag in ((Fault.MISSED, missed), (Fault.INVENTED, invented))
        for item in bag.elements()
    ]
    return Comparison(
        table,
        hits=(true & found).total(),
        found=found.total(),
        true=true.total(),
        differences=tuple(differences),
        touched=_cases(true) | _cases(missed) | _cases(invented),
        broken=_cases(missed) | _cases(invented),
    )


def compare_field(source: str, table: str, *, right: bool, what: str) -> Comparison:
    """Compare one value that every record has: right or wrong."""
    difference = () if right else (Difference(source, table, Fault.WRONG, what),)
    return Comparison(table, int(right), 1, 1, differences=difference)


def contrast(got: object, wanted: object) -> str:
    """What was read beside what is right, as words of a report."""
    return f"{show((got,))}, rätt är {show((wanted,))}"


def show(item: Iterable[object]) -> str:
    """A record as one line for the reader of a report."""
    return " · ".join("–" if part is None else str(part) for part in item if part != "")


def _cases(bag: Counter[Item]) -> frozenset[str]:
    return frozenset(str(item[0]) for item in bag)
