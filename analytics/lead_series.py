"""Leads over time: a conflict that has grown, a position that a party has changed."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from analytics.ground import Ground
from analytics.lead_kinds import Sightings, defeated
from analytics.surprise import Counts, Marks, bits, chance_of_as_many

WINDOW_DAYS = 365
LEAST_NOW = 5
LEAST_CONFLICTS = 3
LEAST_BITS = 2.0


def turned(ground: Ground, shifts: pd.DataFrame | None) -> Iterator[Sightings]:
    """Changed positions, apart those where the party came to govern, or ceased to.

    The history is the party's contested matters with a side, through all mandates.
    """
    if shifts is None or shifts.empty:
        return
    number = ground.decision
    here = shifts[
        shifts["decision_after"].isin(number)
        & shifts["decision_before"].isin(number)
        & shifts["party"].astype(str).isin(ground.parties)
    ]
    after, column = ground.places(here.rename(columns={"decision_after": "decision"}))
    before, _ = ground.places(here.rename(columns={"decision_before": "decision"}))
    then, now = ground.governs[before, column], ground.governs[after, column]
    crossed = (then >= 0) & (now >= 0) & (then != now)
    could = ground.took("for", "against", "abstained") & ground.contested
    subjects = tuple((party,) for party in ground.parties)
    for kind, wanted in (("reversed_in_power", crossed), ("changed_position", ~crossed)):
        did = np.zeros_like(could)
        did[after[wanted], column[wanted]] = True
        yield Sightings(kind, could | did, did, subjects, ground.whole)


def rising(ground: Ground, *, since: int | None, least_history: int) -> list[dict[str, Any]]:
    """Where conflict is commoner now than before, within one mandate: in a body, in a topic,
    of a governing party with its partners, and between two of them.

    Now is from ``since`` (days), else the last year of the records. ``k`` of ``n`` are the
    matters before, ``now_k`` of ``now_n`` those now: at least LEAST_NOW, and of them
    LEAST_CONFLICTS. Of series that show the same decisions the most surprising stands for all.
    """
    days = ground.days
    start = since if since is not None else int(days.max(initial=0)) - WINDOW_DAYS
    late = days >= start
    known = np.flatnonzero(np.isin(ground.history, ground.history[late]))
    made = []
    for kind, parties, rows, did in _series(ground):
        inside = known[rows[known]]
        latest = inside[late[inside] & did[inside]][-1:]
        if not len(latest):
            continue
        same = inside[ground.history[inside] == ground.history[latest]]
        now = _matters(ground, same[late[same]], did)
        before = _matters(ground, same[~late[same]], did, without=same[late[same]])
        if _has_risen(before, now, least_history=least_history):
            behind = same[late[same] & did[same]]
            lead = _risen(ground, int(latest[0]), kind=kind, parties=parties, behind=behind)
            made.append(lead | _figures(before, now))
    return _not_said_before(made)


def _has_risen(before: tuple[int, int], now: tuple[int, int], *, least_history: int) -> bool:
    if before[1] < least_history or now[1] < LEAST_NOW or now[0] < LEAST_CONFLICTS:
        return False
    higher = now[0] * before[1] > before[0] * now[1]
    return higher and bool(bits(chance_of_as_many(*now, before=before)) >= LEAST_BITS)


def _figures(before: tuple[int, int], now: tuple[int, int]) -> dict[str, Any]:
    return {
        **{"k": before[0], "n": before[1], "now_k": now[0], "now_n": now[1]},
        "probability": chance_of_as_many(*now, before=before),
    }


def _risen(
    ground: Ground, row: int, *, kind: str, parties: tuple[str, ...], behind: Counts
) -> dict[str, Any]:
    told = ground.table.iloc[row]
    names = ("municipality", "date", "decision")
    return {
        **{"kind": kind, "parties": list(parties), "others": []},
        **{name: told[name] for name in names},
        "body": told["body"] if kind == "rising_in_body" else None,
        "topic": told["topic"] if kind == "rising_in_topic" else None,
        "decisions": ground.decision[behind].tolist(),
    }


def _not_said_before(made: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without those of parties whose decisions all stand behind a more surprising one."""
    kept: list[dict[str, Any]] = []
    for lead in sorted(made, key=lambda lead: float(lead["probability"])):
        said = [set(other["decisions"]) for other in kept if other["parties"]]
        if not (lead["parties"] and any(set(lead["decisions"]) <= rows for rows in said)):
            kept.append(lead)
    return kept


def _series(ground: Ground) -> Iterator[tuple[str, tuple[str, ...], Marks, Marks]]:
    """Kind, parties, the rows of a series, and which of them are conflicts."""
    contested = ground.contested[:, 0]
    for kind, column in (("rising_in_body", "body"), ("rising_in_topic", "topic")):
        code = ground.table[column].cat.codes.to_numpy()
        for number in np.unique(code[code >= 0]).tolist():
            yield kind, (), code == number, contested
    yield from _of_partners(ground)
    yield from _between_partners(ground)


def _between_partners(
    ground: Ground,
) -> Iterator[tuple[str, tuple[str, ...], Marks, Marks]]:
    """Two governing parties: the contested decisions where both were for or against, and
    those where they differed."""
    supports = ground.took("for")
    sided = (supports | ground.took("against")) & (ground.governs == 1) & ground.contested
    for one, other in ground.pairs:
        both = sided[:, one] & sided[:, other]
        if both.any():
            pair = (ground.parties[one], ground.parties[other])
            yield "rising_between", pair, both, supports[:, one] != supports[:, other]


def _of_partners(ground: Ground) -> Iterator[tuple[str, tuple[str, ...], Marks, Marks]]:
    """Each governing party: the contested decisions it took part in, and those where it stood
    against the decision, or behind it when its partners lost."""
    lost, contested = defeated(ground), ground.contested[:, 0]
    supports, against = ground.took("for"), ground.took("against")
    governs = (ground.governs == 1) & (ground.codes > 0)
    for place, party in enumerate(ground.parties):
        apart = np.where(lost, supports[:, place], against[:, place])
        yield "rising_dissent", (party,), governs[:, place] & contested, apart


def _matters(
    ground: Ground, rows: Counts, did: Marks, *, without: Counts | None = None
) -> tuple[int, int]:
    """Of the matters in the rows: how many with conflict, and how many in all."""
    matter = ground.matter
    if without is not None:
        rows = rows[~np.isin(matter[rows], matter[without])]
    return len(np.unique(matter[rows[did[rows]]])), len(np.unique(matter[rows]))
