"""Leads over time: a conflict that has grown, against its own earlier level."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analytics.ground import Ground
from analytics.lead_kinds import defeated
from analytics.numbering import UNDATED, numbers_of, paired
from analytics.surprise import Counts, Marks, bits, chance_of_as_many

WINDOW_DAYS = 365
LEAST_NOW = 5
LEAST_CONFLICTS = 3
LEAST_BITS = 2.0


@dataclass(frozen=True, slots=True)
class Limits:
    """When now begins in each municipality (see ``starts``), and the fewest matters of a
    history."""

    start: Counts
    least_history: int


@dataclass(frozen=True, slots=True)
class Series:
    """The series of one kind: a row per decision and series that it belongs to."""

    kind: str
    table: pd.DataFrame
    """Decisions as from ``analytics.numbering.numbered``."""
    row: Counts
    """Places in the table."""
    number: Counts
    """Of the body, the topic, the party's column or the pair."""
    conflict: Marks

    @property
    def nbytes(self) -> int:
        """The memory it takes beside the table, in bytes."""
        return self.row.nbytes + self.number.nbytes + self.conflict.nbytes

    def numbers(self, column: str) -> Counts:
        """A column of the table, row by row."""
        return numbers_of(self.table[column])[self.row]

    def where(self, wanted: Marks) -> "Series":
        """Only these rows."""
        return Series(
            self.kind, self.table, self.row[wanted], self.number[wanted], self.conflict[wanted]
        )


def rising(every: Iterable[Series], ground: Ground, limits: Limits) -> list[dict[str, Any]]:
    """Where conflict is commoner now than before, within one mandate, in the series of
    ``series_of``.

    ``k`` of ``n`` are the matters before, ``now_k`` of ``now_n`` those now: at least
    LEAST_NOW, and of them LEAST_CONFLICTS. Of series that show the same decisions the most
    surprising stands for all.
    """
    return _not_said_before(
        [lead for series in every for lead in _of_kind(series, ground, limits)]
    )


def starts(decisions: pd.DataFrame, since: int | None) -> Counts:
    """When now begins in each municipality (days since 1970): on the day ``since``, else a
    year before the last of its records."""
    place = numbers_of(decisions["place"])
    last = np.full(int(place.max(initial=-1)) + 1, UNDATED, dtype=np.int64)
    np.maximum.at(last, place, numbers_of(decisions["days"]))
    return last - WINDOW_DAYS if since is None else np.full_like(last, since)


def _of_kind(series: Series, ground: Ground, limits: Limits) -> Iterator[dict[str, Any]]:
    late = series.numbers("days") >= limits.start[series.numbers("place")]
    series, late = _of_recent_mandates(series, late)
    group = _latest_group(series, late)
    series, late, group = series.where(group >= 0), late[group >= 0], group[group >= 0]
    counts = _counts(group, series.numbers("matter"), late=late, conflict=series.conflict)
    enough = (counts["n"] >= limits.least_history) & (counts["now_n"] >= LEAST_NOW)
    enough &= counts["now_k"] >= LEAST_CONFLICTS
    enough &= counts["now_k"] * counts["n"] > counts["k"] * counts["now_n"]
    for number, figures in counts[enough].iterrows():
        told = {str(name): int(count) for name, count in figures.items()}
        before, now = (told["k"], told["n"]), (told["now_k"], told["now_n"])
        chance = chance_of_as_many(*now, before=before)
        if bits(chance) >= LEAST_BITS:
            behind = series.where((group == number) & late & series.conflict)
            yield _lead(behind, ground) | told | {"probability": chance}


def _of_recent_mandates(series: Series, late: Marks) -> tuple[Series, Marks]:
    """The rows of mandates that something late belongs to: others are not compared."""
    history = series.numbers("history")
    recent = np.zeros(int(history.max(initial=-1)) + 1, dtype=bool)
    recent[history[late]] = True
    return series.where(recent[history]), late[recent[history]]


def _latest_group(series: Series, late: Marks) -> Counts:
    """For each row the number of its series and mandate, if the latest conflict of its series
    happened during that mandate; else −1."""
    own = paired(series.numbers("place"), series.number)
    group = paired(own, series.numbers("history"))
    shown = np.flatnonzero(late & series.conflict)
    shown = shown[np.argsort(series.numbers("decision")[shown])]
    latest = np.full(int(own.max(initial=-1)) + 1, -1, dtype=np.int64)
    latest[own[shown]] = group[shown]  # of several the last one stays
    return np.where(latest[own] == group, group, -1)


def _counts(group: Counts, matter: Counts, *, late: Marks, conflict: Marks) -> pd.DataFrame:
    """By group: matters with a decision now (``now_n``), of them with conflict now
    (``now_k``); the others (``n``), of them with conflict (``k``)."""
    about = paired(group, matter)
    size = int(about.max(initial=-1)) + 1
    owner = np.zeros(size, dtype=np.int64)
    owner[about] = group
    now, hit, conflicts = np.zeros((3, size), dtype=bool)
    now[about[late]], hit[about[late & conflict]], conflicts[about[conflict]] = (
        True,
        True,
        True,
    )
    marks = {"k": ~now & conflicts, "n": ~now, "now_k": hit, "now_n": now}
    groups = int(group.max(initial=-1)) + 1
    return pd.DataFrame(
        {name: np.bincount(owner[rows], minlength=groups) for name, rows in marks.items()}
    )


def _lead(behind: Series, ground: Ground) -> dict[str, Any]:
    """What the latest of the decisions behind tells."""
    last = int(np.argmax(behind.numbers("decision")))
    told = behind.table.iloc[int(behind.row[last])]
    parties = _parties(behind, ground, int(behind.numbers("place")[last]))
    return {
        **{"kind": behind.kind, "parties": parties, "others": []},
        **{name: told[name] for name in ("municipality", "day", "decision")},
        "body": told["body"] if behind.kind == "rising_in_body" else None,
        "topic": told["topic"] if behind.kind == "rising_in_topic" else None,
        "decisions": sorted(behind.numbers("decision").tolist()),
    }


def _parties(behind: Series, ground: Ground, place: int) -> list[str]:
    number = int(behind.number[0])
    columns: tuple[int, ...] = ()
    if behind.kind == "rising_dissent":
        columns = (number,)
    if behind.kind == "rising_between":
        columns = ground.pairs[number]
    return [ground.parties[place][column] for column in columns]


def _not_said_before(made: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without those of parties whose decisions all stand behind a more surprising one."""
    kept: list[dict[str, Any]] = []
    said: dict[Any, list[set[int]]] = {}
    for lead in sorted(made, key=lambda lead: float(lead["probability"])):
        rows, before = set(lead["decisions"]), said.setdefault(lead["municipality"], [])
        if lead["parties"] and any(rows <= other for other in before):
            continue
        kept.append(lead)
        before += [rows] if lead["parties"] else []
    return kept


def series_of(decisions: pd.DataFrame, ground: Ground) -> Iterator[Series]:
    """Conflict in a body, in a topic, of a governing party with its partners, and between two
    of them; ``decisions`` as from ``analytics.numbering``."""
    contested = decisions["contested"].to_numpy(dtype=bool)
    for kind, column in (("rising_in_body", "body"), ("rising_in_topic", "topic")):
        number = numbers_of(decisions[column])
        row = np.flatnonzero(number >= 0)
        yield Series(kind, decisions, row, number[row], contested[row])
    yield _of_partners(ground)
    yield _between_partners(ground)


def _of_partners(ground: Ground) -> Series:
    """Each governing party: the contested decisions it took part in, and those where it stood
    against the decision, or behind it when its partners lost."""
    apart = np.where(defeated(ground), ground.took("for"), ground.took("against"))
    there = (ground.governs == 1) & (ground.codes > 0) & ground.contested
    party, row = np.nonzero(there)
    return Series("rising_dissent", ground.table, row, party, apart[party, row])


def _between_partners(ground: Ground) -> Series:
    """Two governing parties: the contested decisions where both were for or against, and those
    where they differed."""
    supports = ground.took("for")
    sided = (supports | ground.took("against")) & (ground.governs == 1)
    both = np.array([sided[one] & sided[other] for one, other in ground.pairs], dtype=bool)
    pair, row = np.nonzero(both.reshape(len(ground.pairs), len(ground.table)))
    ends = np.array(ground.pairs, dtype=np.int64).reshape(-1, 2)[pair]
    differed = supports[ends[:, 0], row] != supports[ends[:, 1], row]
    return Series("rising_between", ground.table, row, pair, differed)
