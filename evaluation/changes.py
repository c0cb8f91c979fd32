"""What a change to the program gained and lost: two lists of differences compared."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from evaluation.comparison import Difference


@dataclass(frozen=True, slots=True)
class Changes:
    """Differences that vanished (``gained``: now right) or appeared (``lost``: now wrong)."""

    gained: tuple[Difference, ...]
    lost: tuple[Difference, ...]


def changes(before: Iterable[Difference], after: Iterable[Difference]) -> Changes:
    """Compare the differences of two runs over the same annotations, repeats counted."""
    old, new = Counter(before), Counter(after)
    return Changes(
        gained=tuple(sorted((old - new).elements())),
        lost=tuple(sorted((new - old).elements())),
    )


def report(found: Changes) -> str:
    """The changes as text, one line each: + gained, - lost."""
    if not found.gained and not found.lost:
        return "Inget har ändrats."
    lines = [_line("+", difference) for difference in found.gained]
    lines += [_line("-", difference) for difference in found.lost]
    head = f"{len(found.gained)} rättade, {len(found.lost)} försämrade:"
    return "\n".join([head, *lines])


def save_differences(path: Path, found: Iterable[Difference]) -> None:
    """Write differences as JSON lines, to be compared with those of a later run."""
    lines = (json.dumps(asdict(difference), ensure_ascii=False) for difference in found)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def load_differences(path: Path) -> tuple[Difference, ...]:
    """Differences that ``save_differences`` wrote."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(Difference(**json.loads(line)) for line in lines)


def _line(sign: str, difference: Difference) -> str:
    where = f"{difference.source}  {difference.table}"
    return f"{sign} {where}  {difference.fault}: {difference.what}"
