"""Timing two ways fairly on a machine that does other things meanwhile."""

import time
from collections.abc import Callable, Iterator, Mapping, Sized

from benchmarks.records import Cost

ROUNDS = 3
MILLION = 1_000_000
A_MILLION, A_MATRIX = 0.3, 0.1
"""Processor seconds that an analysis of a million positions may take, and a matrix of
pairs."""


def seconds(work: Callable[[], object]) -> float:
    """The wall-clock seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def processor_seconds(work: Callable[[], object]) -> float:
    """The seconds that the processors worked at one call, whatever else they had to do."""
    start = time.process_time()
    work()
    return time.process_time() - start


def fastest(
    first: Callable[[], object], second: Callable[[], object], *, rounds: int
) -> tuple[float, float]:
    """The fastest of ``rounds`` calls of each, taken in turns so that both meet the same load.

    Each is called once before, so that neither pays for what is loaded on first use.
    """
    first()
    second()
    turns = [(seconds(first), seconds(second)) for _ in range(rounds)]
    return min(turn[0] for turn in turns), min(turn[1] for turn in turns)


def costs(
    works: Mapping[str, Callable[[], object]],
    rows: Sized,
    unit: str,
    *,
    positions: int,
    a_million: float = A_MILLION,
) -> Iterator[Cost]:
    """The processor time of each of the named works on so many rows, the least of ROUNDS; the
    target grows with the positions of the store that the rows would be read from."""
    target = a_million * positions / MILLION
    for what, work in works.items():
        took = min(processor_seconds(work) for _ in range(ROUNDS))
        yield Cost(what, took, len(rows), unit, target=target)
