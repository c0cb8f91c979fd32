"""The agreement matrix over many invented positions, in pandas as the dashboard does it."""

from analytics.agreement import agreement
from benchmarks.records import Cost
from benchmarks.synthetic import PARTIES, positions
from benchmarks.timing import seconds


def measure(count: int, *, what: str, contested_only: bool = True) -> Cost:
    """The cost of the matrix over ``count`` positions of eight parties."""
    table = positions(count // len(PARTIES))
    took = seconds(lambda: agreement(table, contested_only=contested_only))
    return Cost(what, took, len(table), "ståndpunkter")
