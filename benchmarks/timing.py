"""Timing two ways fairly on a machine that does other things meanwhile."""

import time
from collections.abc import Callable


def seconds(work: Callable[[], object]) -> float:
    """The wall-clock seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


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
