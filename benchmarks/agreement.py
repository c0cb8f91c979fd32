"""The agreement matrix over many invented positions, in pandas as the dashboard does it."""

from collections.abc import Iterator
from functools import partial

from analytics.agreement import agreement, pair_decisions
from benchmarks.records import Cost
from benchmarks.synthetic import PARTIES, alternatives, stances
from benchmarks.timing import A_MATRIX, costs


def measure(count: int) -> Iterator[Cost]:
    """The cost of the matrix over ``count`` positions of eight parties, and of one pair's
    decisions."""
    table = stances(count // len(PARTIES))
    behind = alternatives(table)
    matrix = partial(agreement, table, behind)
    matrices = {
        "samsyn, omstridda beslut": matrix,
        "samsyn, alla beslut": partial(matrix, contested_only=False),
        "samsyn, tystnad räknad": partial(matrix, silence=True),
    }
    yield from costs(matrices, table, "ståndpunkter", positions=count, a_million=A_MATRIX)
    one = partial(pair_decisions, table, behind, pair=PARTIES[:2])
    yield from costs({"besluten bakom ett par": one}, table, "ståndpunkter", positions=count)
