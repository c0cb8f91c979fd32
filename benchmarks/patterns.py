"""Votes and conflict over many invented rows, as the dashboard counts them."""

import numpy as np
import pandas as pd

from analytics.breaks import breaks
from analytics.cohesion import cohesion
from analytics.conflict import dissent_rate
from analytics.matters import last_of_matter
from analytics.series import hints, series
from benchmarks.records import Cost
from benchmarks.synthetic import PARTIES, stances
from benchmarks.timing import seconds

MEMBERS, ROUNDS = 80, 3


def measure_cohesion(count: int, *, what: str) -> Cost:
    """The cost of every party's cohesion in every vote, over ``count`` ballots."""
    table = _ballots(count)
    took = min(seconds(lambda: cohesion(table)) for _ in range(ROUNDS))
    return Cost(what, took, count, "röster")


def measure_dissent(count: int, *, what: str) -> Cost:
    """The cost of dissent rates by party and place, over ``count`` positions."""
    table = stances(count // len(PARTIES))
    took = min(seconds(lambda: dissent_rate(table)) for _ in range(ROUNDS))
    return Cost(what, took, len(table), "ståndpunkter")


def measure_series(count: int, *, what: str) -> Cost:
    """The cost of a broken series and its hints, over ``count`` positions' decisions."""
    table = stances(count // len(PARTIES)).drop_duplicates("decision")
    rows = last_of_matter(table).assign(value=lambda made: made["contested"])
    known = breaks(pd.DataFrame({"municipality": [], "start": [], "governing": []}), "")

    def work() -> None:
        series(rows, known, "quarter")
        hints(rows)

    return Cost(what, min(seconds(work) for _ in range(ROUNDS)), len(table), "beslut")


def _ballots(count: int) -> pd.DataFrame:
    number = np.arange(count)
    vote = number // MEMBERS
    mixed = (number.astype(np.uint64) * 2654435761 & 0xFFFFFFFF) >> 8
    choices = pd.Index(["ja", "nej", "avstår", "frånvarande"])
    parties = pd.Index(PARTIES)
    return pd.DataFrame(
        {
            "vote_id": vote,
            "decision": vote,
            "matter": vote,
            "rank": 3,
            "day": np.datetime64("2020-01-01") + vote % 1000,
            "main": True,
            "party": pd.Categorical.from_codes(number % len(PARTIES), parties),
            "name": number % MEMBERS,
            "choice": pd.Categorical.from_codes((mixed % 4).astype(int), choices),
        }
    )
