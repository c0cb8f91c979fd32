"""The gate: scores the annotated corpora and fails when a table falls below its floor.

python -m evaluation.gate                               check
python -m evaluation.gate --update [--allow-regression]  pin what is reached now
python -m evaluation.gate --misses                       list every difference
python -m evaluation.gate --save FILE, --against FILE    what a change gained and lost
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.changes import changes, load_differences, report, save_differences
from evaluation.comparison import Difference
from evaluation.corpus import Corpus, corpora, extract_corpus
from evaluation.floors import Fall, Floor, falls, load_floors, pin, save_floors
from evaluation.score import Score, differences, score
from pipeline.errors import StandpunktError

FLOORS = Path(__file__).with_name("floors.json")
UPDATE = "kör python -m evaluation.gate --update"
LOWER = "lägg till --allow-regression om det är meningen"


@dataclass(frozen=True, slots=True)
class Reading:
    """One corpus as it is read now."""

    name: str
    fingerprint: str
    scores: tuple[Score, ...]
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the gate opens, and why not, one sentence each."""

    passed: bool
    reasons: tuple[str, ...]


def read_corpus(corpus: Corpus) -> Reading:
    """Extract a corpus and score it. Raises StandpunktError when a document cannot be read."""
    tables = extract_corpus(corpus)
    return Reading(
        corpus.name,
        corpus.fingerprint(),
        score(tables, corpus.gold),
        differences(tables, corpus.gold),
    )


def judge(readings: Sequence[Reading], floors: dict[str, Floor]) -> Verdict:
    """Compare with the floors. A corpus that changed has no floor until it is pinned anew."""
    reasons = [reason for reading in readings for reason in _reasons(reading, floors)]
    gone = floors.keys() - {reading.name for reading in readings}
    reasons += [f"{name}: dokumenten saknas fast golv finns." for name in sorted(gone)]
    return Verdict(not reasons, tuple(reasons))


def update(
    readings: Sequence[Reading], floors: dict[str, Floor], *, allow_regression: bool
) -> tuple[dict[str, Floor], Verdict]:
    """The floors that are reached now, and whether they may be pinned.

    Refuses to lower any floor unless ``allow_regression``: the old floors come back then.
    """
    lowered = [
        f"{reading.name}: {_fallen(fall)}; {LOWER}."
        for reading in readings
        if reading.name in floors
        for fall in falls(floors[reading.name], reading.scores)
    ]
    if lowered and not allow_regression:
        return floors, Verdict(False, tuple(lowered))
    pinned = {reading.name: pin(reading.fingerprint, reading.scores) for reading in readings}
    return {**floors, **pinned}, Verdict(True, ())


def table(reading: Reading) -> str:
    """The scores of a corpus as lines of text."""
    head = f"{reading.name:22}{'precision':>10}{'recall':>8}{'F1':>8}{'träff':>7}{'funna':>7}"
    lines = [f"{head}{'sanna':>7}"]
    for row in reading.scores:
        shares = f"{row.precision:10.3f}{row.recall:8.3f}{row.f1:8.3f}"
        lines.append(f"{row.table:22}{shares}{row.hits:7}{row.found:7}{row.true:7}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; 0 when it opens, 1 when quality has fallen or a corpus is not pinned."""
    options = _options(arguments)
    try:
        readings = [read_corpus(corpus) for corpus in corpora()]
    except StandpunktError as error:
        _say(str(error))
        return 1
    for reading in readings:
        _say(table(reading) + "\n")
    _report_differences(options, [d for reading in readings for d in reading.differences])
    verdict = (
        _pin(readings, options) if options.update else judge(readings, load_floors(FLOORS))
    )
    _say("\n".join(verdict.reasons) or "Alla golv håller.")
    return 0 if verdict.passed else 1


def _reasons(reading: Reading, floors: dict[str, Floor]) -> list[str]:
    floor = floors.get(reading.name)
    if floor is None:
        return [f"{reading.name}: inget golv finns; {UPDATE}."]
    if floor.fingerprint != reading.fingerprint:
        return [f"{reading.name}: dokument eller facit har ändrats; {UPDATE}."]
    return [f"{reading.name}: {_fallen(fall)}." for fall in falls(floor, reading.scores)]


def _fallen(fall: Fall) -> str:
    return f"{fall.table} har F1 {fall.f1:.3f}, golvet är {fall.floor:.3f}"


def _pin(readings: Sequence[Reading], options: argparse.Namespace) -> Verdict:
    floors, verdict = update(
        readings, load_floors(FLOORS), allow_regression=options.allow_regression
    )
    if verdict.passed:
        save_floors(FLOORS, floors)
    return verdict


def _report_differences(options: argparse.Namespace, found: Sequence[Difference]) -> None:
    if options.misses:
        _say("\n".join(f"{d.source}  {d.table}  {d.fault}: {d.what}" for d in found) + "\n")
    if options.against:
        _say(report(changes(load_differences(options.against), found)) + "\n")
    if options.save:
        save_differences(options.save, found)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.gate")
    parser.add_argument(
        "--update", action="store_true", help="sätt golven till dagens resultat"
    )
    parser.add_argument("--allow-regression", action="store_true", help="låt golv sänkas")
    parser.add_argument("--misses", action="store_true", help="visa varje skillnad mot facit")
    parser.add_argument("--save", type=Path, metavar="FIL", help="spara skillnaderna")
    parser.add_argument("--against", type=Path, metavar="FIL", help="jämför med sparade")
    return parser.parse_args(arguments)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main())
