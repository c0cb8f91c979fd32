"""What a benchmark gives: two ways compared in one run, or what one thing cost."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Comparison:
    """Seconds of two ways over the same ``amount`` of ``unit``.

    ``ratio`` is first / second. ``target`` is the most that it should be, or the least when
    ``at_least``.
    """

    what: str
    first: float
    second: float
    amount: float
    unit: str
    target: float
    at_least: bool = False

    @property
    def ratio(self) -> float:
        """How many times the second way's time the first takes."""
        return self.first / self.second

    @property
    def reached(self) -> bool:
        """Whether the ratio is on the right side of the target."""
        return self.ratio >= self.target if self.at_least else self.ratio <= self.target


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds, and peak memory in bytes where measured, for ``amount`` of ``unit``.

    ``target`` is the most seconds that it should take, where there is such a limit.
    """

    what: str
    seconds: float
    amount: int
    unit: str
    peak_bytes: int | None = None
    target: float | None = None

    @property
    def reached(self) -> bool:
        """Whether it took no longer than its target, or has none."""
        return self.target is None or self.seconds <= self.target
