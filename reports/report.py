"""What a report is: a named table with its sentence, its options and its documented
columns."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from pipeline.errors import UsageError

WORDS_OF_YES = {"ja": True, "true": True, "1": True, "nej": False, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class Option:
    """A choice that a report takes beside the filters; ``default`` gives its type.

    ``values`` lists what is allowed; empty: anything. ``kind`` is needed where the default is
    None, which means that nothing was chosen.
    """

    name: str
    default: Any
    sv: str
    en: str
    values: tuple[str, ...] = ()
    kind: type = str

    def read(self, written: str) -> Any:
        """The value that was written on the command line. Raises UsageError."""
        kind = self.kind if self.default is None else type(self.default)
        if kind is tuple:
            return tuple(part.strip() for part in written.split(",") if part.strip())
        try:
            return WORDS_OF_YES[written.lower()] if kind is bool else kind(written)
        except (KeyError, ValueError) as error:
            raise UsageError(f"{self.name} kan inte vara {written}: {self.sv}") from error

    def checked(self, value: Any) -> Any:
        """The value, if it is one of those allowed. Raises UsageError."""
        if self.values and value is not None and value not in self.values:
            known = ", ".join(self.values)
            raise UsageError(f"{self.name} kan inte vara {value}; välj något av {known}.")
        return value


@dataclass(frozen=True, slots=True)
class Report:
    """A named table. ``make`` takes a ``Reader`` and the options by name.

    ``columns`` are those that the table has, in order; with ``per_party`` a column for each
    party follows. ``behind`` is the report that lists the rows behind a figure; a table with
    ``case_id`` and ``body`` leads to its rows by itself. ``shown`` are the columns that are
    printed on a screen; empty: all but keys. ``keys`` and ``counts`` tell which rows each of
    its figures counts: see ``reports/behind.py``.
    """

    name: str
    sv: str
    en: str
    columns: tuple[str, ...]
    make: Callable[..., pd.DataFrame]
    options: tuple[Option, ...] = ()
    behind: str | None = None
    per_party: bool = False
    shown: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    counts: Mapping[str, str] = field(default_factory=dict)


def report(
    name: str, *, columns: str, shown: str = "", keys: str = "", **described: Any
) -> Callable[[Callable[..., pd.DataFrame]], Report]:
    """Makes a report of the function below; ``columns`` are written with spaces between."""

    def made(make: Callable[..., pd.DataFrame]) -> Report:
        return Report(
            name,
            columns=tuple(columns.split()),
            make=make,
            shown=tuple(shown.split()),
            keys=tuple(keys.split()),
            **described,
        )

    return made


CONTESTED = Option(
    "contested_only",
    True,
    "räkna bara omstridda beslut (ja eller nej).",
    "count contested decisions only.",
)
SILENCE = Option(
    "silence",
    False,
    "räkna tystnad som stöd för beslutet (ja eller nej).",
    "count silence as support for the decision.",
)
BUDGETS = Option(
    "budgets",
    False,
    "räkna också budgetar, där varje parti har en egen (ja eller nej).",
    "count budgets too, of which every party has its own.",
)
PAIR = Option(
    "pair",
    (),
    "två partier med komma emellan, till exempel S,M.",
    "two parties with a comma between, such as S,M.",
)
