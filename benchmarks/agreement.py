"""The agreement matrix over many invented positions, in pandas as the dashboard does it."""

from analytics.agreement import agreement
from benchmarks.records import Cost
from benchmarks.synthetic import PARTIES, alternatives, stances
from benchmarks.timing import seconds


def measure(count: int, *, what: str, contested_only: bool = True) -> Cost:
    """The cost of the matrix over ``count`` positions of eight parties."""
    table = stances(count // len(PARTIES))
    behind = alternatives(table)
    took = seconds(lambda: agreement(table, behind, contested_only=contested_only))
    return Cost(what, took, len(table), "ståndpunkter")
