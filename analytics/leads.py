"""Leads for journalists: what happened that seldom does, the most surprising first.

Tables: ``decisions`` has ``decision``, ``matter``, ``rank``, ``day``, ``date``,
``municipality``, ``body``, ``topic``, ``decided_by``, ``contested`` and ``mandate``; contested
or not, of every year, for they are the history. ``stances``, ``alternatives`` and ``seats`` as
in ``analytics.agreement`` and ``analytics.lines``. Codes and numbers only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analytics.ground import Ground
from analytics.grounds import grounds
from analytics.lead_kinds import KINDS, Sightings
from analytics.lead_series import rising, turned
from analytics.sampling import HIDDEN_BELOW, wilson
from analytics.surprise import Found, Marks, bits, chance, found

LEAST_BITS = 2.0
"""Less than one in four: what happens oftener is no lead."""
MOST = 200
COLUMNS = (
    *("kind", "parties", "others", "municipality", "body", "date", "topic", "decision"),
    *("decisions", "k", "n", "share", "low", "high", "now_k", "now_n", "probability"),
    "score",
)
CHANGES = ("changed_position", "reversed_in_power")
KIND_NAMES = (
    *(kind.__name__ for kind in KINDS),
    *CHANGES,
    *("rising_in_body", "rising_in_topic", "rising_dissent", "rising_between"),
)
TOLD = ("municipality", "body", "date", "topic", "decision")
PAIRED = ("unlikely_allies", "allies_apart")


def leads(
    decisions: pd.DataFrame,
    stances: pd.DataFrame,
    alternatives: pd.DataFrame,
    seats: pd.DataFrame,
    *,
    shifts: pd.DataFrame | None = None,
    since: str | None = None,
    least_history: int = HIDDEN_BELOW,
    most: int = MOST,
) -> pd.DataFrame:
    """One row per lead, the ``most`` surprising, those first; columns as in COLUMNS.

    ``parties`` the lead is about, ``others`` stood on the other side; ``decision`` shows it,
    ``decisions`` are all rows behind. ``n`` other matters of its history, of which ``k`` had
    the same: ``share`` with its 95 % Wilson interval ``low``–``high``. ``now_k`` of ``now_n``
    are the recent ones, for what has risen. ``probability`` and ``score`` (bits) as in
    ``analytics.surprise``. ``since`` (ISO) leaves out older leads, never older history.
    ``shifts`` has ``decision_before``, ``decision_after`` and ``party``: changed positions.
    No lead has a history below ``least_history`` matters.
    """
    start = None if since is None else int(np.datetime64(since, "D").astype(np.int64))
    risen: list[dict[str, Any]] = []
    seen: list[Seen] = []
    for ground in grounds(decisions, stances, alternatives, seats):
        for sightings in (*(kind(ground) for kind in KINDS), *turned(ground, shifts)):
            seen.append(_seen(ground, sightings, since=start, least_history=least_history))
        risen += rising(ground, since=start, least_history=least_history)
    rows = [_with_earlier(lead, shifts) for lead in _first(seen, most)]
    return _ranked([*rows, *risen]).head(most)


@dataclass(frozen=True, slots=True)
class Seen:
    """What happened of one kind in one municipality."""

    ground: Ground
    sightings: Sightings
    found: Found


def _seen(
    ground: Ground, sightings: Sightings, *, since: int | None, least_history: int
) -> Seen:
    """What is unusual enough; of several pairs in one matter only the most surprising."""
    happened = found(sightings.could, sightings.did, sightings.within)
    enough = happened.n >= least_history
    if since is not None:
        enough &= ground.days[happened.row] >= since
    happened = happened.where(enough & (bits(chance(happened.k, happened.n)) >= LEAST_BITS))
    paired = sightings.kind in PAIRED
    return Seen(ground, sightings, _most_surprising(happened) if paired else happened)


def _first(seen: list[Seen], most: int) -> Iterator[dict[str, Any]]:
    """The most surprising of all kinds and municipalities, so many, as leads."""
    sizes = [len(part.found.n) for part in seen]
    n = np.concatenate([[0], *(part.found.n for part in seen)])[1:]
    k = np.concatenate([[0], *(part.found.k for part in seen)])[1:]
    source = np.repeat(np.arange(len(seen)), sizes)
    before = np.cumsum([0, *sizes])
    for number in np.lexsort([-n, chance(k, n)])[:most]:
        part = source[number]
        yield _lead(seen[part], int(number - before[part]))


def _lead(seen: Seen, place: int) -> dict[str, Any]:
    """One lead with what its decision says of it."""
    ground, sightings, happened = seen.ground, seen.sightings, seen.found
    column, row = happened.column[place], int(happened.row[place])
    n, k = int(happened.n[place]), int(happened.k[place])
    matter = np.flatnonzero(happened.groups == happened.group[place])
    shown = sightings.could[matter, column] & sightings.did[matter, column]
    kind, subject = sightings.kind, sightings.subjects[column]
    parties, others = _sides(ground, row, kind=kind, subject=subject)
    return {
        **{"kind": kind, "parties": parties, "others": others},
        **{name: ground.columns[name].iat[row] for name in TOLD},
        "decisions": ground.decision[matter[shown]].tolist(),
        **{"k": k, "n": n, "now_k": None, "now_n": None},
        "probability": float(chance(k, n)),
    }


def _with_earlier(lead: dict[str, Any], shifts: pd.DataFrame | None) -> dict[str, Any]:
    """A changed position with the decision that it is compared with among those behind."""
    if shifts is None or lead["kind"] not in CHANGES:
        return lead
    same = shifts["decision_after"].isin(lead["decisions"])
    same &= shifts["party"].astype(str) == lead["parties"][0]
    earlier = sorted(set(shifts.loc[same, "decision_before"]))
    return lead | {"decisions": [*map(int, earlier), *lead["decisions"]]}


def _most_surprising(seen: Found) -> Found:
    """One column per group: the least likely, of equals that with the longest history."""
    order = np.lexsort([seen.column, -seen.n, chance(seen.k, seen.n), seen.group])
    first = np.diff(seen.group[order], prepend=-1) != 0
    kept = np.zeros(len(order), dtype=bool)
    kept[order[first]] = True
    return seen.where(kept)


def _sides(
    ground: Ground, row: int, *, kind: str, subject: tuple[str, ...]
) -> tuple[list[str], list[str]]:
    """Whom a lead is about, and who stood against them."""
    supports, against = ground.took("for")[row], ground.took("against")[row]
    governs = ground.governs[row] == 1
    if kind in ("left_partners", "divided_majority"):
        supports, against = supports & governs, against & governs
    if kind == "opposition_won":
        supports, against = supports & ~governs, against & governs
    if not subject:
        return ground.letters(supports), ground.letters(against)
    dissents = any(against[ground.parties.index(party)] for party in subject)
    return list(subject), _opposite(ground, supports if dissents else against, subject)


def _opposite(ground: Ground, marks: Marks, subject: tuple[str, ...]) -> list[str]:
    return [party for party in ground.letters(marks) if party not in subject]


def _ranked(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """The leads as a table with shares and scores, the highest first."""
    table = pd.DataFrame(rows)
    if table.empty:
        return pd.DataFrame(columns=list(COLUMNS))
    table["share"] = table["k"] / table["n"]
    table["low"], table["high"] = wilson(table["k"], table["n"])
    table["score"] = bits(table["probability"])
    order = ["score", "n", "date", "decision", "kind"]
    table = table.sort_values(order, ascending=[False, False, False, True, True])
    return table[list(COLUMNS)].reset_index(drop=True)
