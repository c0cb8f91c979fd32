"""Who stood where, as matrices: a row per decision of one municipality, a column per party.

The plain form that histories are counted on; see ``analytics/leads.py`` for the tables that
it is made from.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.surprise import Counts, Histories, Marks, histories

CODES = {
    **{"for": 1, "against": 2, "abstained": 3, "split": 4},
    **{"remark": 5, "not_participating": 6, "silent": 7},
}
"""0: absent, or no row."""
SIDES = {
    **{"for": "for", "against": "against"},
    **dict.fromkeys(("silent", "remark", "split"), "unrecorded"),
}


@dataclass(frozen=True)
class Ground:
    """The decisions of one municipality, by decision number."""

    table: pd.DataFrame
    """decision, matter, rank, days, date, body, municipality, decided_by, contested, topic."""
    history: Counts
    """Rows of one mandate, or where that is unknown of one term, have the same number."""
    body_history: Counts
    """The same, within one body."""
    parties: tuple[str, ...]
    codes: npt.NDArray[np.int8]
    governs: npt.NDArray[np.int8]
    """1 governs, 0 does not, −1 unknown."""
    alternatives: pd.DataFrame
    seats: pd.DataFrame

    @cached_property
    def decision(self) -> Counts:
        """The number of each decision, in order."""
        return self.table["decision"].to_numpy(dtype=np.int64)

    @cached_property
    def matter(self) -> Counts:
        """The matter of each decision."""
        return self.table["matter"].to_numpy(dtype=np.int64)

    @cached_property
    def days(self) -> Counts:
        """The day of each decision, since 1970."""
        return self.table["days"].to_numpy(dtype=np.int64)

    @cached_property
    def columns(self) -> dict[str, pd.Series]:
        """The columns of the table, taken out of it once."""
        return {str(name): self.table[name] for name in self.table.columns}

    @cached_property
    def by_mandate(self) -> Histories:
        """The histories of one mandate each."""
        return self._histories(self.history)

    @cached_property
    def by_body(self) -> Histories:
        """The histories of one body during one mandate each."""
        return self._histories(self.body_history)

    @cached_property
    def whole(self) -> Histories:
        """All decisions as one history."""
        return self._histories(np.zeros(len(self.table), dtype=np.int64))

    def _histories(self, history: Counts) -> Histories:
        late = self.table["rank"].to_numpy(dtype=np.int64) * 10**7 + self.days
        return histories(self.matter, history, late)

    def took(self, *stances: str) -> Marks:
        """Who took one of the stances."""
        if stances not in self._taken:
            self._taken[stances] = self._took(stances)
        return self._taken[stances]

    @cached_property
    def _taken(self) -> dict[tuple[str, ...], Marks]:
        return {}

    def _took(self, stances: tuple[str, ...]) -> Marks:
        wanted = np.zeros(len(CODES) + 1, dtype=bool)
        wanted[[CODES[name] for name in stances]] = True
        made: Marks = wanted[self.codes]
        return made

    def decided(self, *ways: str) -> Marks:
        """The decisions that were taken in one of the ways."""
        known, codes = self._ways
        wanted = np.array([*(way in ways for way in known), False])  # a missing one is −1
        made: Marks = wanted[codes]
        return made

    @cached_property
    def _ways(self) -> tuple[list[str], npt.NDArray[Any]]:
        given = self.table["decided_by"].cat
        return list(given.categories), given.codes.to_numpy()

    @cached_property
    def contested(self) -> Marks:
        """The contested decisions, as a column."""
        return np.asarray(self.table["contested"], dtype=bool)[:, None]

    @cached_property
    def pairs(self) -> list[tuple[int, int]]:
        """Every pair of columns."""
        return list(combinations(range(len(self.parties)), 2))

    @cached_property
    def ends(self) -> tuple[list[int], list[int]]:
        """The first and the second column of every pair."""
        return [one for one, _ in self.pairs], [other for _, other in self.pairs]

    @cached_property
    def together(self) -> Marks:
        """Decision × pair: both dissent, behind one and the same alternative."""
        made = np.zeros((len(self.table), len(self.pairs)), dtype=bool)
        marks, place = self._backing()
        if len(place):
            starts = np.flatnonzero(np.diff(place, prepend=-1))
            first, second = self.ends
            shared = np.logical_or.reduceat(marks[:, first] & marks[:, second], starts)
            made[place[starts]] = shared
        return made

    def _backing(self) -> tuple[Marks, Counts]:
        """Alternatives of several dissenting parties: who is behind each, and its row."""
        place, column = self.places(self.alternatives)
        dissent = self.codes[place, column] == CODES["against"]
        place, column = place[dissent], column[dissent]
        number = self.alternatives["alternative"].to_numpy()[dissent].astype(np.int64)
        key = place * (number.max(initial=0) + 1) + number
        _, first, group = np.unique(key, return_index=True, return_inverse=True)
        marks = np.zeros((len(first), len(self.parties)), dtype=bool)
        marks[group, column] = True
        several = marks.sum(axis=1) > 1
        return marks[several], place[first][several]

    def places(self, rows: pd.DataFrame) -> tuple[Counts, Counts]:
        """The row and column of every ``decision`` and ``party``, which must be here."""
        row = np.searchsorted(self.decision, rows["decision"].to_numpy())
        letters = rows["party"].astype("category").cat
        columns = [self._column.get(str(letter), -1) for letter in letters.categories]
        return row, np.array([*columns, -1], dtype=np.int64)[letters.codes.to_numpy()]

    @cached_property
    def _column(self) -> dict[str, int]:
        return {letter: number for number, letter in enumerate(self.parties)}

    @cached_property
    def seats_by_side(self) -> dict[str, Counts]:
        """Decision × party: seats for, against, other (abstained, not taking part) and without
        a recorded side."""
        row, column = self.places(self.seats)
        shape = (len(self.table), len(self.parties))
        side = self.seats["side"].astype("category").cat
        names = ("for", "against", "unrecorded", "other")
        kinds = [names.index(SIDES.get(name, "other")) for name in side.categories]
        kind = np.array([*kinds, len(names) - 1])[side.codes.to_numpy()]
        seats, cell = self.seats["seats"].to_numpy(dtype=np.float64), row * shape[1] + column
        size = shape[0] * shape[1]
        sums = np.bincount(kind * size + cell, seats, len(names) * size).astype(np.int64)
        return dict(zip(names, sums.reshape(len(names), *shape), strict=True))

    def letters(self, marks: npt.NDArray[Any]) -> list[str]:
        """The parties that are marked in a row."""
        return [self.parties[place] for place in np.flatnonzero(marks)]
