"""Votes, conflict and series over many invented rows, as the dashboard counts them."""

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.breaks import breaks
from analytics.cohesion import breaks as line_breaks
from analytics.cohesion import cohesion, party_cohesion, person_breaks
from analytics.conflict import (
    OUTCOMES,
    VOTES,
    conflict_level,
    dissent_rate,
    motion_outcomes,
    win_rate,
)
from analytics.contested import party_table, per_period, stance_counts
from analytics.matters import last_of_matter
from analytics.series import break_tests, hints, segments, series
from analytics.votes import abstentions, closest, margins, over_time
from benchmarks.records import Cost
from benchmarks.synthetic import PARTIES, mixed, stances, words
from benchmarks.timing import costs

MEMBERS = 80
NEW_MAJORITY = "2012-10-15"

Works = dict[str, Callable[[], object]]


def measure(count: int) -> Iterator[Cost]:
    """The cost over what a store of ``count`` positions holds at most: as many ballots, a vote
    in every decision, two parties' proposals."""
    several = count // len(PARTIES)
    table, held = stances(several), _votes(several)
    cast, put, made = _ballots(count), _proposals(2 * several), _decisions(table)
    how = {"positions": count}
    yield from costs(_of_ballots(cast), cast, "röster", **how)
    yield from costs(_of_votes(held), held, "voteringar", **how)
    yield from costs(_of_proposals(put), put, "yrkanden", **how)
    yield from costs(_of_stances(table), table, "ståndpunkter", **how)
    yield from costs(_of_decisions(made), made, "beslut", **how)


def _of_ballots(rows: pd.DataFrame) -> Works:
    return {
        "sammanhållning per votering": partial(cohesion, rows),
        "röster mot den egna linjen": partial(line_breaks, rows),
        "ledamöter mot den egna linjen": partial(person_breaks, rows),
        "partiernas sammanhållning": partial(party_cohesion, rows),
    }


def _of_votes(rows: pd.DataFrame) -> Works:
    return {
        "voteringars marginaler": partial(margins, rows),
        "jämnaste voteringar": partial(closest, rows),
        "voteringar över tid": partial(over_time, rows, "quarter"),
        "avstående över tid": partial(abstentions, rows, "quarter"),
    }


def _of_proposals(rows: pd.DataFrame) -> Works:
    return {
        "antagna egna yrkanden": partial(win_rate, rows),
        "motioners öden": partial(motion_outcomes, rows),
    }


def _of_stances(table: pd.DataFrame) -> Works:
    return {
        "ett ärende en gång": partial(last_of_matter, table),
        "avvikande meningar": partial(dissent_rate, table),
        "tabell beslut gånger parti": partial(party_table, table),
        "ställningar per parti": partial(stance_counts, table),
    }


def _of_decisions(rows: pd.DataFrame) -> Works:
    mandates = pd.DataFrame(
        {
            "municipality": "Provköping 0",
            "start": ["1998-10-15", NEW_MAJORITY],
            "governing": [["S"], ["M"]],
        }
    )
    known = breaks(mandates, "Provköping 0")
    valued = last_of_matter(rows).assign(value=lambda made: made["contested"])
    return {
        "konfliktnivå per organ": partial(conflict_level, rows, ["body"]),
        "beslut per period": partial(per_period, rows.assign(n=1)),
        "sträckor mellan brott": partial(segments, rows["day"], known),
        "bruten serie": partial(series, valued, known, "quarter"),
        "prövning av kända brott": partial(break_tests, valued, known),
        "ledtrådar till brott": partial(hints, valued),
    }


def _ballots(count: int) -> pd.DataFrame:
    number = np.arange(count)
    vote = number // MEMBERS
    return _placed(vote).assign(
        vote_id=vote,
        main=True,
        party=words(number, PARTIES),
        name=number % MEMBERS,
        choice=words(mixed(number), ("ja", "nej", "avstår", "frånvarande")),
    )


def _votes(count: int) -> pd.DataFrame:
    number = np.arange(count)
    yes = 20 + mixed(number) % 30
    figures = {"yes": yes, "no": 61 - yes, "abstain": number % 3, "absent": number % 5}
    return _placed(number).assign(vote_id=number, main=number % 3 > 0, **figures)


def _proposals(count: int) -> pd.DataFrame:
    number = np.arange(count)
    return _placed(number // len(PARTIES)).assign(
        party=words(number, PARTIES),
        own=number % 3 > 0,
        adopted=pd.array(mixed(number) % 2 > 0, dtype="boolean"),
        outcome=words(mixed(number), (*OUTCOMES, "återremiss")),
    )


def _decisions(table: pd.DataFrame) -> pd.DataFrame:
    rows = table.drop_duplicates("decision").drop(columns=["party", "stance"])
    ways = ("enhälligt", "acklamation", *VOTES[:1])
    return rows.assign(
        date=rows["day"].dt.strftime("%Y-%m-%d"),
        dissent=rows["contested"],
        decided_by=words(np.arange(len(rows)), ways),
    )


def _placed(decision: npt.NDArray[np.int64]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "decision": decision,
            "matter": decision // 2,
            "rank": decision % 4,
            "day": np.datetime64("2000-01-01", "us")
            + decision % 9000 * np.timedelta64(1, "D"),
        }
    )
