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

from analytics.sides import run_starts
from analytics.surprise import Counts, Histories, Marks, histories, within_order

CODES = {
    **{"for": 1, "against": 2, "abstained": 3, "split": 4},
    **{"remark": 5, "not_participating": 6, "silent": 7},
}
"""0: absent, or no row."""
WORDS = ("municipality", "body", "topic", "decided_by", "mandate")
ELECTIONS_EVERY, FIRST_MONTH, FIRST_YEAR = 4, 10, 2022
UNDATED = -100_000


@dataclass(frozen=True)
class Ground:
    """The contested decisions, and others that links tell of, ordered so that those of one
    history and matter lie together, the last (highest body, then latest day) last."""

    table: pd.DataFrame
    """As ``numbered`` hands them out."""
    stances: pd.DataFrame
    alternatives: pd.DataFrame
    seats: pd.DataFrame

    def numbers(self, column: str) -> Counts:
        """A column of whole numbers, or of the codes of its words (−1 is missing)."""
        if column not in self._numbers:
            self._numbers[column] = codes_of(self.table[column])
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
        row, letters = self._own_rows, self._letters(self.stances)
        here = row >= 0
        names = [str(name) for name in letters.categories]
        seen = np.zeros((int(self.numbers("place").max(initial=-1)) + 1, len(names)), bool)
        seen[self.numbers("place")[row[here]], letters.codes.to_numpy()[here]] = True
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
        row, column = self._own_places
        here = np.flatnonzero(row >= 0)
        return here, column[here] * len(self.table) + row[here]

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
        behind = codes_of(self.alternatives["alternative"])[here]
        span, width = int(behind.max(initial=0)) + 1, max(self.width, 1)
        key = np.sort((row * span + behind) * width + column)
        key = key[np.diff(key, prepend=-1) != 0]
        return key // width // span, key % width, key // width

    def places(self, rows: pd.DataFrame) -> tuple[Counts, Counts]:
        """The row and the column of every ``decision`` and ``party``; −1: it is not here."""
        row = self.rows_of(codes_of(rows["decision"]))
        return row, self._columns(row, self._letters(rows))

    def rows_of(self, decision: Counts) -> Counts:
        """The row of each decision, −1 where it is not here."""
        starts = run_starts(decision)  # looked up once where the rows of one lie together
        asked, row = decision[starts], np.full(len(starts), -1, dtype=np.int64)
        order = np.argsort(self.numbers("decision"))
        known = self.numbers("decision")[order]
        ahead = np.searchsorted(known, asked)
        here = np.flatnonzero(ahead < len(order))
        here = here[known[ahead[here]] == asked[here]]
        row[here] = order[ahead[here]]
        return np.repeat(row, np.diff(np.append(starts, len(decision))))

    @cached_property
    def _own_rows(self) -> Counts:
        return self.rows_of(codes_of(self.stances["decision"]))

    @cached_property
    def _own_places(self) -> tuple[Counts, Counts]:
        return self._own_rows, self._columns(self._own_rows, self._letters(self.stances))

    def _columns(self, row: Counts, letters: Any) -> Counts:
        names = [str(name) for name in letters.categories]
        made = np.full((len(self.parties) + 1, len(names) + 1), -1, dtype=np.int64)
        for number, known in enumerate(self.parties):
            column = {letter: column for column, letter in enumerate(known)}
            made[number, :-1] = [column.get(name, -1) for name in names]
        place = np.append(self.numbers("place"), len(self.parties))[row]
        found: Counts = made[place, letters.codes.to_numpy()]
        return found

    @staticmethod
    def _letters(rows: pd.DataFrame) -> Any:
        return rows["party"].astype("category").cat

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
    """The ground of all municipalities; ``decisions`` from ``numbered``. The decisions of
    ``also`` are there even if they are not contested."""
    wanted = decisions["contested"].astype(bool) | decisions["decision"].isin(also)
    table = decisions[wanted.to_numpy()]
    keys = [codes_of(table[name]) for name in ("late", "matter", "history")]
    return Ground(table.take(np.lexsort(keys)), stances, alternatives, seats)


def numbered(decisions: pd.DataFrame) -> pd.DataFrame:
    """The decisions by number, words as categories, with numbers for the municipality
    (``place``), for the mandate or where none is known the term between two elections there
    (``history``), for the ``days`` since 1970, and for which step of a matter is the last
    (``late``)."""
    table = decisions.sort_values("decision", kind="stable", ignore_index=True)
    table = table.assign(**{name: table[name].astype("category") for name in WORDS})
    mandate, days = codes_of(table["mandate"]), days_of(table["day"])
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    since = months - ((FIRST_YEAR - 1970) * 12 + FIRST_MONTH - 1)
    term = np.where(mandate >= 0, mandate, -1000 + since // (ELECTIONS_EVERY * 12))
    # where the municipality is not known, they are as of one, the last
    place = codes_of(table["municipality"]) % (len(table["municipality"].cat.categories) + 1)
    late = table["rank"].to_numpy(dtype=np.int64) * 10**7 + days
    return table.assign(place=place, history=paired(place, term), days=days, late=late)


def paired(one: Counts, other: Counts) -> Counts:
    """One number, from 0, for each pair of numbers."""
    span = int(other.max(initial=0)) - int(other.min(initial=0)) + 1
    return pd.factorize(one * span + other)[0].astype(np.int64)


def codes_of(column: pd.Series) -> Counts:
    """The numbers of a column, or the codes of its words (−1 is missing)."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy().astype(np.int64)
    return column.to_numpy(dtype=np.int64)


def days_of(day: pd.Series) -> Counts:
    """Days since 1970; undated decisions lie before all others."""
    known = day.notna().to_numpy()
    days = np.full(len(day), UNDATED, dtype=np.int64)
    days[known] = day[known].to_numpy().astype("datetime64[D]").astype(np.int64)
    return days
