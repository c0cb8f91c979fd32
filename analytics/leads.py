"""Leads for journalists: what happened that seldom does, the most surprising first.

Tables: ``decisions`` has ``decision``, ``matter``, ``rank``, ``day``, ``municipality``,
``body``, ``topic``, ``decided_by``, ``contested`` and ``mandate``; contested or not, of every
year, for they are the history. ``stances``, ``alternatives`` and ``seats`` as
in ``analytics.agreement`` and ``analytics.lines``. Codes and numbers only.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analytics.ground import Ground, ground_of
from analytics.lead_kinds import KINDS, Sightings
from analytics.lead_links import COLUMNS as LINKS
from analytics.lead_links import LINKED, linked, with_links
from analytics.lead_series import Limits, Series, rising, series_of, starts
from analytics.numbering import numbered
from analytics.sampling import HIDDEN_BELOW, wilson
from analytics.surprise import Counts, Found, Marks, bits, chance, found

LEAST_BITS = 2.0
"""Less than one in four: what happens oftener is no lead."""
MOST = 200
COLUMNS = (
    *("kind", "parties", "others", "municipality", "body", "date", "topic", "decision"),
    *("decisions", "earlier", "phrase", "k", "n", "share", "low", "high", "now_k", "now_n"),
    *("probability", "score"),
)
KIND_NAMES = (
    *(kind.__name__ for kind in KINDS),
    *LINKED,
    *("rising_in_body", "rising_in_topic", "rising_dissent", "rising_between"),
)
TOLD = ("municipality", "body", "day", "topic", "decision")
PAIRED = ("unlikely_allies", "allies_apart")


def leads(
    decisions: pd.DataFrame,
    stances: pd.DataFrame,
    alternatives: pd.DataFrame,
    seats: pd.DataFrame,
    *,
    links: pd.DataFrame | None = None,
    since: str | None = None,
    least_history: int = HIDDEN_BELOW,
    most: int = MOST,
) -> pd.DataFrame:
    """One row per lead, the ``most`` surprising, those first; columns as in COLUMNS.

    ``parties`` the lead is about, ``others`` stood on the other side; ``decision`` shows it,
    on ``date`` (ISO; missing where the day is not known), ``decisions`` are all rows behind.
    ``n`` other matters of its history, of which ``k`` had the same: ``share`` with its 95 %
    Wilson interval ``low``–``high``. ``now_k`` of ``now_n`` are the recent ones, for what has
    risen. ``probability`` and ``score`` (bits) as in ``analytics.surprise``. ``since`` (ISO)
    leaves out older leads, never older history. ``links`` as in ``analytics.lead_links``, with
    ``earlier``, the date of what a lead is compared with, and ``phrase``. No history is below
    ``least_history`` matters. Of the other tables, rows of decisions that are neither
    contested nor linked are not looked at.
    """
    found = history(
        decisions, stances, alternatives, seats, links=links, least_history=least_history
    )
    return leads_in(found, since=since, most=most)


@dataclass(frozen=True, slots=True)
class Seen:
    """What happened of one kind, of one party or pair or of all."""

    sightings: Sightings
    found: Found


@dataclass(frozen=True, slots=True)
class History:
    """What leads are chosen from: the decisions, what is unusual among them whenever it
    happened, each kind by itself, the series in which conflict may have risen, and the links.
    Dear to work out, and the same from whatever day on leads are asked for."""

    table: pd.DataFrame
    ground: Ground
    seen: tuple[tuple[Seen, ...], ...]
    series: tuple[Series, ...]
    links: pd.DataFrame
    least_history: int

    @property
    def nbytes(self) -> int:
        """The memory of the tables it rests on, in bytes."""
        ground = self.ground
        tables = (self.table, ground.table, ground.stances, ground.alternatives, ground.seats)
        beside = sum(one.nbytes for one in self.series)
        return sum(int(table.memory_usage().sum()) for table in tables) + beside


def history(
    decisions: pd.DataFrame,
    stances: pd.DataFrame,
    alternatives: pd.DataFrame,
    seats: pd.DataFrame,
    *,
    links: pd.DataFrame | None = None,
    least_history: int = HIDDEN_BELOW,
) -> History:
    """All that ``leads`` are chosen from; the arguments are the same."""
    told = pd.DataFrame(columns=list(LINKS)) if links is None else links
    table = numbered(decisions)
    ground = ground_of(table, stances, alternatives, seats, also=told["decision_after"])
    kinds = [list(kind(ground)) for kind in KINDS] + [list(linked(ground, told))]
    seen = tuple(_seen(kind, least_history) for kind in kinds)
    return History(table, ground, seen, tuple(series_of(table, ground)), told, least_history)


def leads_in(found: History, *, since: str | None = None, most: int = MOST) -> pd.DataFrame:
    """``leads`` of what is known."""
    start = None if since is None else int(np.datetime64(since, "D").astype(np.int64))
    ground, told = found.ground, found.links
    seen = [part for kind in found.seen for part in _shown(kind, ground, start)]
    rows = _leads(_first(seen, most), ground)
    if len(told):
        days = found.table.set_index("decision")["day"]
        rows = [with_links(lead, told, days) for lead in rows]
    limits = Limits(starts(found.table, start), found.least_history)
    risen = rising(found.series, ground, limits)
    return _ranked([*rows, *risen]).head(most)


def _seen(kind: list[Sightings], least_history: int) -> tuple[Seen, ...]:
    """What is unusual enough."""
    made = []
    for sightings in kind:
        happened = found(sightings.could, sightings.did, sightings.within)
        enough = happened.n >= least_history
        enough &= chance(happened.k, happened.n) <= 2**-LEAST_BITS
        made.append(Seen(sightings, happened.where(enough)))
    return tuple(made)


def _shown(kind: tuple[Seen, ...], ground: Ground, start: int | None) -> list[Seen]:
    """What happened from the day on; of several pairs in one matter only the most
    surprising."""
    made = list(kind)
    if start is not None:
        late = ground.numbers("days") >= start
        made = [Seen(one.sightings, one.found.where(late[one.found.row])) for one in kind]
    paired = bool(made) and made[0].sightings.kind in PAIRED
    return _most_surprising(made, len(ground.table)) if paired else made


def _most_surprising(seen: list[Seen], size: int) -> list[Seen]:
    """One pair per group: the least likely, of equals that with the longest history, of those
    the first."""
    best = np.full((3, size), np.inf)
    for place, part in enumerate(seen):
        group, n = part.found.group, part.found.n
        mine = np.array([chance(part.found.k, n), -n, np.full(len(n), place)])
        better = _before(mine, best[:, group])
        best[:, group[better]] = mine[:, better]
    return [
        Seen(part.sightings, part.found.where(best[2, part.found.group] == place))
        for place, part in enumerate(seen)
    ]


def _before(one: Any, other: Any) -> Marks:
    """Which columns of one come before those of the other, by their first rows, then the
    second."""
    made: Marks = (one[0] < other[0]) | ((one[0] == other[0]) & (one[1] < other[1]))
    return made


def _first(seen: list[Seen], most: int) -> list[tuple[Seen, int]]:
    """The most surprising of all, so many: which, and its place there."""
    sizes = [len(part.found.n) for part in seen]
    n = np.concatenate([[0], *(part.found.n for part in seen)])[1:]
    k = np.concatenate([[0], *(part.found.k for part in seen)])[1:]
    row = np.concatenate([[0], *(part.found.row for part in seen)])[1:]
    likely = chance(k, n)
    near = np.arange(len(n))
    if len(n) > most:  # only those that may be among the first are put in order
        near = np.flatnonzero(likely <= np.partition(likely, most - 1)[most - 1])
    order = near[np.lexsort([row[near], -n[near], likely[near]])[:most]]
    ends = np.cumsum(sizes)
    source: Counts = np.searchsorted(ends, order, side="right")
    return [
        (seen[part], int(number - ends[part] + sizes[part]))
        for part, number in zip(source.tolist(), order.tolist(), strict=True)
    ]


def _leads(chosen: list[tuple[Seen, int]], ground: Ground) -> list[dict[str, Any]]:
    """Leads with what their decisions say of them."""
    rows = [int(part.found.row[place]) for part, place in chosen]
    told = ground.table[list(TOLD)].take(rows).to_dict("records")
    return [
        {str(name): value for name, value in words.items()} | _lead(part, place, ground)
        for words, (part, place) in zip(told, chosen, strict=True)
    ]


def _lead(seen: Seen, place: int, ground: Ground) -> dict[str, Any]:
    sightings, happened = seen.sightings, seen.found
    row, n, k = (int(part[place]) for part in (happened.row, happened.n, happened.k))
    matter = sightings.within.rows(int(happened.group[place]))
    parties, others = _sides(ground, row, sightings)
    decision = ground.numbers("decision")[matter[sightings.did[matter]]]
    return {
        **{"kind": sightings.kind, "parties": parties, "others": others},
        "decisions": sorted(decision.tolist()),
        **{"k": k, "n": n, "now_k": None, "now_n": None},
        "probability": float(chance(k, n)),
    }


def _sides(ground: Ground, row: int, sightings: Sightings) -> tuple[list[str], list[str]]:
    """Whom a lead is about, and who stood against them."""
    supports, against = ground.took("for")[:, row], ground.took("against")[:, row]
    governs = ground.governs[:, row] == 1
    if sightings.kind in ("left_partners", "divided_majority"):
        supports, against = supports & governs, against & governs
    if sightings.kind == "opposition_won":
        supports, against = supports & ~governs, against & governs
    if not sightings.subject:
        return ground.named(row, supports), ground.named(row, against)
    own = np.zeros(ground.width, dtype=bool)
    own[list(sightings.subject)] = True
    opposite = supports if (against & own).any() else against
    return ground.named(row, own), ground.named(row, opposite & ~own)


def _ranked(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """The leads as a table with shares and scores, the highest first."""
    if not rows:
        return pd.DataFrame(columns=list(COLUMNS))
    table = pd.DataFrame(rows, columns=["day", *COLUMNS])
    for name, day in (("date", table["day"]), ("earlier", table["earlier"])):
        table[name] = pd.to_datetime(day).dt.strftime("%Y-%m-%d")
    table["share"] = table["k"] / table["n"]
    table["low"], table["high"] = wilson(table["k"], table["n"])
    table["score"] = bits(table["probability"])
    order = ["score", "n", "date", "decision", "kind"]
    table = table.sort_values(order, ascending=[False, False, False, True, True])
    return table[list(COLUMNS)].reset_index(drop=True)
