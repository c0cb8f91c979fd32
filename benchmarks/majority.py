"""Who decided, and what governing parties and the others did, over many invented positions."""

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
import pandas as pd

from analytics.banzhaf import banzhaf
from analytics.gap import distances, gap_over_time
from analytics.influence import influence, party_decisions
from analytics.lines import lines, tallies
from analytics.majority import crossing_rates, crossings, standings, unknown
from analytics.opposition import groups
from analytics.power import deciders, margins, turning_sets
from analytics.tenure import tenure, tenure_rows
from benchmarks.records import Cost
from benchmarks.synthetic import PARTIES, alternatives, seats, stances
from benchmarks.timing import costs

NEW_MAJORITY = "2012-10-15"


def measure(count: int) -> Iterator[Cost]:
    """The cost of each analysis over ``count`` positions of eight parties."""
    table = stances(count // len(PARTIES))
    settled = decided(table)
    works = _of_power(table, settled) | _of_majority(table, settled)
    yield from costs(works, table, "ståndpunkter", positions=count)


def _of_power(table: pd.DataFrame, settled: pd.DataFrame) -> dict[str, Callable[[], object]]:
    seated = seats(table)
    sides = lines(table, seated)
    return {
        "de två linjerna": partial(lines, table, seated),
        "platser på var linje": partial(tallies, sides),
        "marginaler": partial(margins, sides, settled),
        "minsta avgörande mängder": partial(turning_sets, sides, settled),
        "ensamt avgörande": partial(deciders, sides, settled),
        "Banzhafs räkning": partial(banzhaf, sides),
        "avgörande per parti": partial(influence, table, sides, settled),
        "besluten bakom avgörande": partial(party_decisions, table, sides, settled),
    }


def _of_majority(
    table: pd.DataFrame, settled: pd.DataFrame
) -> dict[str, Callable[[], object]]:
    behind = alternatives(table)
    return {
        "majoritetens linje": partial(standings, table, settled),
        "beslut utan känt styre": partial(unknown, table),
        "över linjen": partial(crossings, table, settled),
        "lämnad linje per parti": partial(crossing_rates, table, settled),
        "oppositionens alternativ": partial(groups, table, behind),
        "avstånd och enighet": partial(distances, table, behind, settled),
        "avstånd och enighet över tid": partial(gap_over_time, table, behind, settled),
        "i makt och i opposition": partial(tenure, table),
        "besluten bakom makt och opposition": partial(tenure_rows, table),
    }


def decided(table: pd.DataFrame) -> pd.DataFrame:
    """How each decision was settled, and who governed when."""
    days = table.drop_duplicates("decision")[["decision", "day"]]
    later = days["day"] >= np.datetime64(NEW_MAJORITY)
    return pd.DataFrame(
        {
            "decision": days["decision"],
            "decided_by": "votering",
            "governing_parties": 3,
            "mandate": np.where(later, NEW_MAJORITY, "2000-01-01"),
        }
    )
