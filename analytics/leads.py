"""Leads for journalists: what happened that seldom does, the most surprising first.

Tables: ``decisions`` has ``decision``, ``matter``, ``rank``, ``day``, ``date``,
``municipality``, ``body``, ``topic``, ``decided_by``, ``contested`` and ``mandate``; contested
or not, of every year, for they are the history. ``stances``, ``alternatives`` and ``seats`` as
in ``analytics.agreement`` and ``analytics.lines``. Codes and numbers only.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from analytics.ground import Ground, grounds
from analytics.lead_kinds import KINDS, Sightings
from analytics.lead_series import rising, turned
from analytics.sampling import HIDDEN_BELOW, wilson
from analytics.surprise import Found, Marks, bits, chance, found

LEAST_BITS = 2.0
"""Less than one in four: what happens oftener is no lead."""
COLUMNS = (
    *("kind", "parties", "others", "municipality", "body", "date", "topic", "decision"),
    *("decisions", "k", "n", "share", "low", "high", "now_k", "now_n", "probability"),
    "score",
)
KIND_NAMES = (
    *(kind.__name__ for kind in KINDS),
    *("changed_position", "reversed_in_power"),
    *("rising_in_body", "rising_in_topic", "rising_dissent", "rising_between"),
)
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
) -> pd.DataFrame:
    """One row per lead, most surprising first; columns as in COLUMNS.

    ``parties`` the lead is about, ``others`` stood on the other side; ``decision`` shows it,
    ``decisions`` are all rows behind. ``n`` other matters of its history, of which ``k`` had
    the same: ``share`` with its 95 % Wilson interval ``low``–``high``. ``now_k`` of ``now_n``
    are the recent ones, for what has risen. ``probability`` and ``score`` (bits) as in
    ``analytics.surprise``. ``since`` (ISO) leaves out older leads, never older history.
    ``shifts`` has ``decision_before``, ``decision_after`` and ``party``: changed positions.
    No lead has a history below ``least_history`` matters.
    """
    rows: list[dict[str, Any]] = []
    for ground in grounds(decisions, stances, alternatives, seats):
        recent = np.datetime64(since or "0001-01-01", "D").astype(np.int64)
        for sightings in (*(kind(ground) for kind in KINDS), *turned(ground, shifts)):
            rows += _rows(ground, sightings, since=int(recent), least_history=least_history)
        window = int(recent) if since else None
        rows += rising(ground, since=window, least_history=least_history)
    return _ranked(rows)


def _rows(
    ground: Ground, sightings: Sightings, *, since: int, least_history: int
) -> Iterator[dict[str, Any]]:
    """The leads of one kind; of several pairs in one matter only the most surprising."""
    table = ground.table
    late = table["rank"].to_numpy(dtype=np.int64) * 10**7 + table["days"].to_numpy()
    seen = found(
        sightings.could,
        sightings.did,
        matter=table["matter"].to_numpy(dtype=np.int64),
        history=sightings.history,
        late=late,
    )
    enough = (seen.n >= least_history) & (table["days"].to_numpy()[seen.row] >= since)
    seen = seen.where(enough & (bits(chance(seen.k, seen.n)) >= LEAST_BITS))
    if sightings.kind in PAIRED:
        seen = _most_surprising(seen)
    did = sightings.could & sightings.did
    for column, row, group, n, k in zip(
        seen.column, seen.row, seen.group, seen.n, seen.k, strict=True
    ):
        behind = table["decision"].to_numpy()[(seen.groups == group) & did[:, column]]
        subject = sightings.subjects[column]
        yield _lead(ground, int(row), kind=sightings.kind, subject=subject) | {
            "decisions": behind.tolist(),
            "k": int(k),
            "n": int(n),
            "probability": float(chance(k, n)),
        }


def _most_surprising(seen: Found) -> Found:
    """One column per group: the least likely, of equals that with the longest history."""
    order = np.lexsort([seen.column, -seen.n, chance(seen.k, seen.n), seen.group])
    first = np.diff(seen.group[order], prepend=-1) != 0
    kept = np.zeros(len(order), dtype=bool)
    kept[order[first]] = True
    return seen.where(kept)


def _lead(ground: Ground, row: int, *, kind: str, subject: tuple[str, ...]) -> dict[str, Any]:
    """What one decision says of a lead."""
    told = ground.table.iloc[row]
    parties, others = _sides(ground, row, kind=kind, subject=subject)
    return {
        "kind": kind,
        "parties": parties,
        "others": others,
        **{name: told[name] for name in ("municipality", "body", "date", "topic", "decision")},
        "now_k": None,
        "now_n": None,
    }


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
