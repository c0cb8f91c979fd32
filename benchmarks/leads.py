"""The leads of many invented positions in ten municipalities, as pages work them out."""

import numpy as np
import pandas as pd

from analytics.leads import leads
from benchmarks.records import Cost
from benchmarks.synthetic import PARTIES, alternatives, seats, stances
from benchmarks.timing import A_MILLION, MILLION, processor_seconds

ROUNDS = 3
WAYS = ("enhälligt", "acklamation", "votering")


def measure(count: int, *, what: str) -> Cost:
    """The processor time of the leads of ``count`` positions of eight parties; the least of
    three."""
    table = stances(count // len(PARTIES))
    read = decisions(table), table, alternatives(table), seats(table)
    took = min(processor_seconds(lambda: leads(*read)) for _ in range(ROUNDS))
    target = A_MILLION * count / MILLION
    return Cost(what, took, len(table), "ståndpunkter", target=target)


def decisions(table: pd.DataFrame) -> pd.DataFrame:
    """One row per decision of invented stances, with a mandate every fourth year."""
    rows = table.drop_duplicates("decision").drop(columns=["party", "stance", "governing"])
    years = rows["day"].dt.year.to_numpy()
    ways = np.array(WAYS)[rows["contested"].to_numpy() * (1 + rows["decision"].to_numpy() % 2)]
    return rows.assign(
        date=rows["day"].dt.strftime("%Y-%m-%d"),
        mandate=(years // 4 * 4).astype(str),
        decided_by=ways,
    )
