"""Who decided, and what governing parties and the others did, over many invented positions."""

from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

from analytics.banzhaf import banzhaf
from analytics.gap import gap_over_time
from analytics.influence import influence
from analytics.lines import lines
from analytics.majority import crossing_rates, standings
from analytics.opposition import groups
from analytics.power import turning_sets
from analytics.tenure import tenure
from benchmarks.records import Cost
from benchmarks.synthetic import PARTIES, alternatives, seats, stances
from benchmarks.timing import seconds

ROUNDS = 3
NEW_MAJORITY = "2012-10-15"


def measure(count: int) -> Iterator[Cost]:
    """The cost of each analysis over ``count`` positions of eight parties, the fastest of
    ROUNDS."""
    table = stances(count // len(PARTIES))
    behind, seated, settled = alternatives(table), seats(table), decided(table)
    sides = lines(table, seated)
    works: dict[str, Callable[[], object]] = {
        "de två linjerna": lambda: lines(table, seated),
        "minsta avgörande mängder": lambda: turning_sets(sides, settled),
        "Banzhafs räkning": lambda: banzhaf(sides),
        "avgörande per parti": lambda: influence(table, sides, settled),
        "majoritetens linje": lambda: standings(table, settled),
        "lämnad linje per parti": lambda: crossing_rates(table, settled),
        "oppositionens alternativ": lambda: groups(table, behind),
        "avstånd och enighet över tid": lambda: gap_over_time(table, behind, settled),
        "i makt och i opposition": lambda: tenure(table),
    }
    for what, work in works.items():
        took = min(seconds(work) for _ in range(ROUNDS))
        yield Cost(what, took, len(table), "ståndpunkter")


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
