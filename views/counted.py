"""The counts in a table of figures: each a link to the rows it counts, and below the table
those rows, once the address asks for them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from reports import behind as figures
from reports.catalogue import named
from reports.choice import Choice
from views import arrival, behind, data, evidence, links
from views.data import Snapshot
from views.formats import number, records, whole
from views.language import plural

KEY = "behind"
Row = Mapping[str, Any]
Table = Callable[[Snapshot, str, pd.DataFrame, str], str]


@dataclass(frozen=True, slots=True)
class Counted:
    """The report ``name``, which was made with ``options``, as a table on ``page``.

    ``way`` is what the address says besides to come there; ``called`` says in words which
    figure it is, from its row and its column. ``table`` makes HTML of some of the rows behind,
    from the snapshot, their report, themselves and a caption.
    """

    snapshot: Snapshot
    choice: Choice
    name: str
    rows: pd.DataFrame
    page: str
    called: Callable[[Row, str], str]
    way: Mapping[str, object] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    table: Table = evidence.table

    def link(self, row: Row, count: str) -> str:
        """A count of a row as a link to what it counts."""
        address = links.href(self.page, **self.way, **{KEY: self._code(row, count)})
        return behind.opens(address, number(whole(row[count])), about=self.called(row, count))

    def behind(self) -> None:
        """The rows of the figure that the address asks for; nothing where it asks for none."""
        mine = f"{self.name}."
        if not any(code.startswith(mine) for code in arrival.asked(KEY)):
            return
        known = {self._code(row, count): (row, count) for row, count in self._figures()}
        for asked in arrival.known(KEY, known)[-1:]:
            self._listed(*known[asked])

    def _figures(self) -> Iterator[tuple[Row, str]]:
        for row in records(self.rows):
            for count in named(self.name).counts:
                yield row, count

    def _code(self, row: Row, count: str) -> str:
        return f"{self.name}.{count}|{figures.code(self.name, row)}"

    def _listed(self, row: Row, count: str) -> None:
        way = figures.way(self.name, row, count, **self.options)
        rows = data.report(self.snapshot, self.choice, way.report, **way.options)
        rows = way.taken(rows)
        how_many = plural(f"evidence.{evidence.noun(way.report)}", len(rows))
        heading = f"{self.called(row, count)}: {how_many}"

        def made(first: pd.DataFrame) -> str:
            return self.table(self.snapshot, way.report, first, heading)

        behind.listed(self.snapshot, way.report, rows, heading=heading, table=made)
