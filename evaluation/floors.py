"""Pinned floors: the quality that a corpus is read with, which nobody lowers by accident."""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from evaluation.score import Score

DECIMALS = 1000


@dataclass(frozen=True, slots=True)
class Floor:
    """The lowest F1 allowed per table, for the corpus with this fingerprint."""

    fingerprint: str
    f1: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Fall:
    """A table that is read worse than its floor."""

    table: str
    floor: float
    f1: float


def load_floors(path: Path) -> dict[str, Floor]:
    """The floors by corpus, none when the file does not exist."""
    if not path.exists():
        return {}
    content = json.loads(path.read_text(encoding="utf-8"))
    return {name: Floor(**floor) for name, floor in content.items()}


def save_floors(path: Path, floors: Mapping[str, Floor]) -> None:
    """Write the floors, one line per table so that a diff shows what was lowered."""
    content = {name: asdict(floors[name]) for name in sorted(floors)}
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


def pin(fingerprint: str, scores: Iterable[Score]) -> Floor:
    """The floor that these scores reach, rounded down to three decimals."""
    return Floor(fingerprint, {score.table: round_down(score.f1) for score in scores})


def falls(floor: Floor, scores: Sequence[Score]) -> tuple[Fall, ...]:
    """The tables that lie below their floor; a table that is gone has fallen to zero."""
    reached = {score.table: round_down(score.f1) for score in scores}
    return tuple(
        Fall(table, lowest, reached.get(table, 0.0))
        for table, lowest in sorted(floor.f1.items())
        if reached.get(table, 0.0) < lowest
    )


def round_down(share: float) -> float:
    """Three decimals, downwards, so that the same result always reaches its own floor."""
    return math.floor(share * DECIMALS + 1e-9) / DECIMALS
