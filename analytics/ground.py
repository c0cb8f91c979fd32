"""Who stood where, as matrices: a row per contested decision, a column per party of its
municipality. What leads are counted on; see ``analytics/leads.py`` for the tables.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.numbering import numbers_of, paired
from analytics.surprise import Counts, Histories, Marks, histories, within_order

CODES = {
    **{"for": 1, "against": 2, "abstained": 3, "split": 4},
    **{"remark": 5, "not_participating": 6, "silent": 7},
}
"""0: absent, or no row."""


@dataclass(frozen=True)
class Ground:
    """The contested decisions, and others that links tell of, ordered so that those of one
    history and matter lie together, the last (highest body, then latest day) last."""

    table: pd.DataFrame
    """As ``analytics.numbering.numbered`` hands them out."""
    stances: pd.DataFrame
    alternatives: pd.DataFrame
    seats: pd.DataFrame

    def numbers(self, column: str) -> Counts:
        """A column of whole numbers, or of the codes of its words (−1 is missing)."""
        if column not in self._numbers:
            self._numbers[column] = numbers_of(self.table[column])
        return self._numbers[column]

    @cached_property
    def _numbers(self) -> dict[str, Counts]:
        return {}

    @cached_property
    def contested(self) -> Marks:
        """Which decisions are contested."""
        return self.table["contested"].to_numpy(dtype=bool)

    @cached_property
    def by_mandate(self) -> Histories:
        """The histories of one mandate each."""
        order = np.arange(len(self.table))
        return within_order(order, self.numbers("history"), self.numbers("matter"))

    @cached_property
    def by_body(self) -> Histories:
        """The histories of one body during one mandate each."""
        body = paired(self.numbers("history"), self.numbers("body"))
        return within_order(np.argsort(body, kind="stable"), body, self.numbers("matter"))

    @cached_property
    def whole(self) -> Histories:
        """All decisions of a municipality as one history."""
        return histories(self.numbers("place"), self.numbers("matter"), self.numbers("late"))

    @cached_property
    def parties(self) -> tuple[tuple[str, ...], ...]:
        """The parties of each municipality; a party's place among them is its column."""
        _, _, key, names = self._own
        count = int(self.numbers("place").max(initial=-1)) + 1
        seen = np.zeros((count, len(names)), dtype=bool)
        seen.ravel()[key] = True
        return tuple(
            tuple(sorted(names[number] for number in np.flatnonzero(marks))) for marks in seen
        )

    @cached_property
    def width(self) -> int:
        """How many columns there are."""
        return max(map(len, self.parties), default=0)

    @cached_property
    def codes(self) -> npt.NDArray[np.int8]:
        """Column × row: the stance, see CODES."""
        stance = self.stances["stance"].astype("category").cat
        known = np.array([*(CODES.get(name, 0) for name in stance.categories), 0], np.int8)
        return self._filled(known[stance.codes.to_numpy()], 0)

    @cached_property
    def governs(self) -> npt.NDArray[np.int8]:
        """Column × row: 1 governs, 0 does not, −1 unknown."""
        given = self.stances["governing"].astype("boolean").array
        return self._filled(given.to_numpy(np.int8, na_value=-1), -1)

    def _filled(self, values: npt.NDArray[np.int8], empty: int) -> npt.NDArray[np.int8]:
        made = np.full(self.width * len(self.table), empty, dtype=np.int8)
        here, cell = self._cells
        made[cell] = values[here]
        return made.reshape(self.width, len(self.table))

    @cached_property
    def _cells(self) -> tuple[Counts, Counts]:
        """The stances that are here, and where each is in a matrix of columns and rows."""
        here, row, key, names = self._own
        return here, self._columns(key, names) * len(self.table) + row

    @cached_property
    def _own(self) -> tuple[Counts, Counts, Counts, list[str]]:
        return self._found(self.stances)

    def took(self, *stances: str) -> Marks:
        """Column × row: who took one of the stances in a contested decision."""
        if stances not in self._taken:
            made = np.zeros(self.codes.shape, dtype=bool)
            for name in stances:
                made |= self.codes == CODES[name]
            self._taken[stances] = made & self.contested
        return self._taken[stances]

    @cached_property
    def _taken(self) -> dict[tuple[str, ...], Marks]:
        return {}

    def decided(self, *ways: str) -> Marks:
        """The decisions that were taken in one of the ways."""
        wanted = np.array(
            [*(way in ways for way in self.table["decided_by"].cat.categories), 0]
        )
        made: Marks = wanted.astype(bool)[self.numbers("decided_by")]  # a missing one is −1
        return made

    @cached_property
    def pairs(self) -> list[tuple[int, int]]:
        """Every pair of columns."""
        return list(combinations(range(self.width), 2))

    @cached_property
    def together(self) -> Marks:
        """Pair × row: both dissent, behind one and the same alternative."""
        made = np.zeros((len(self.pairs), len(self.table)), dtype=bool)
        row, column, group = self._backing()
        number = np.zeros((self.width, self.width), dtype=np.int64)
        for place, (one, other) in enumerate(self.pairs):
            number[one, other] = place
        for step in range(1, self.width):  # those behind one alternative lie beside each other
            near = np.flatnonzero(group[step:] == group[:-step])
            made[number[column[near], column[near + step]], row[near]] = True
        return made

    def _backing(self) -> tuple[Counts, Counts, Counts]:
        """Who dissents behind which alternative, each once and in order: row, column, and a
        number for the alternative in that row."""
        row, column = self.places(self.alternatives)
        here = (row >= 0) & (column >= 0)
        here[here] = self.codes[column[here], row[here]] == CODES["against"]
        row, column = row[here], column[here]
        behind = numbers_of(self.alternatives["alternative"])[here]
        span, width = int(behind.max(initial=0)) + 1, max(self.width, 1)
        key = np.sort((row * span + behind) * width + column)
        key = key[np.diff(key, prepend=-1) != 0]
        return key // width // span, key % width, key // width

    def places(self, rows: pd.DataFrame) -> tuple[Counts, Counts]:
        """The row and the column of every ``decision`` and ``party``; −1: it is not here."""
        here, row, key, names = self._found(rows)
        made = np.full((2, len(rows)), -1, dtype=np.int64)
        made[:, here] = row, self._columns(key, names)
        return made[0], made[1]

    def rows_of(self, decision: Counts) -> Counts:
        """The row of each decision, −1 where it is not here."""
        found: Counts = self._row[np.clip(decision, -1, len(self._row) - 1)]
        return found

    @cached_property
    def _row(self) -> Counts:
        """By the number of a decision; they are counted from 0, and the last is nobody's."""
        decision = self.numbers("decision")
        made = np.full(int(decision.max(initial=-1)) + 2, -1, dtype=np.int64)
        made[decision] = np.arange(len(decision))
        return made

    def _found(self, rows: pd.DataFrame) -> tuple[Counts, Counts, Counts, list[str]]:
        """Which of the rows are of decisions here and of a party, their row, a number for
        municipality and letters, and the letters."""
        row = self.rows_of(numbers_of(rows["decision"]))
        letters = rows["party"].astype("category").cat
        own, span = letters.codes.to_numpy(), len(letters.categories)
        here = np.flatnonzero((row >= 0) & (own >= 0))
        key = self.numbers("place")[row[here]] * span + own[here]
        return here, row[here], key, [str(name) for name in letters.categories]

    def _columns(self, key: Counts, names: list[str]) -> Counts:
        made = np.full((len(self.parties), len(names)), -1, dtype=np.int64)
        for number, known in enumerate(self.parties):
            column = {letter: column for column, letter in enumerate(known)}
            made[number] = [column.get(name, -1) for name in names]
        found: Counts = made.ravel()[key]
        return found

    def named(self, row: int, marks: npt.NDArray[Any]) -> list[str]:
        """The parties that are marked, in the municipality of a row."""
        letters = self.parties[int(self.numbers("place")[row])]
        return [letters[column] for column in np.flatnonzero(marks)]


def ground_of(
    decisions: pd.DataFrame,
    stances: pd.DataFrame,
    alternatives: pd.DataFrame,
    seats: pd.DataFrame,
    *,
    also: Iterable[Any] = (),
) -> Ground:
    """The ground of all municipalities; ``decisions`` as from ``analytics.numbering``.
    Those of ``also`` are there even if they are not contested."""
    wanted = decisions["contested"].astype(bool) | decisions["decision"].isin(also)
    table = decisions[wanted.to_numpy()]
    keys = [numbers_of(table[name]) for name in ("late", "matter", "history")]
    return Ground(table.take(np.lexsort(keys)), stances, alternatives, seats)
