"""Precision, recall and F1 of extracted tables against annotations, and every difference.

``tables`` are the exported tables by name, each a sequence of rows (see the data dictionary).
``gold`` is a folder of annotation files. Quotes are looked up in ``texts`` (folders with the
documents), or in the exported documents' own text when ``texts`` is None.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.annotation import Annotation, annotations
from evaluation.attendance import compare_attendance, compare_referrals
from evaluation.cases import compare_cases, compare_document, found_cases, true_cases
from evaluation.comparison import Comparison, Difference, Row
from evaluation.positions import compare_ballots, compare_positions, compare_votes
from evaluation.statements import compare_statements

EVENTS = "complete events"


@dataclass(frozen=True, slots=True)
class Score:
    """How well one table (or a column of it, ``table.column``) was read in all documents."""

    table: str
    precision: float
    recall: float
    f1: float
    hits: int
    found: int
    true: int


def score(
    tables: Mapping[str, Sequence[Row]], gold: Path, texts: Sequence[Path] | None = None
) -> tuple[Score, ...]:
    """One Score per table, by name. A document that was not extracted counts as all misses.

    Raises FileNotFoundError when ``texts`` lacks an annotated document.
    """
    hits: Counter[str] = Counter()
    found: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for comparison in _all_comparisons(tables, gold, texts):
        hits[comparison.table] += comparison.hits
        found[comparison.table] += comparison.found
        true[comparison.table] += comparison.true
    return tuple(
        _score(table, hits[table], found[table], true[table]) for table in sorted(true)
    )


def differences(
    tables: Mapping[str, Sequence[Row]], gold: Path, texts: Sequence[Path] | None = None
) -> tuple[Difference, ...]:
    """Every record that was missed, invented or read wrongly, document by document."""
    return tuple(
        difference
        for comparison in _all_comparisons(tables, gold, texts)
        for difference in comparison.differences
    )


def _score(table: str, hits: int, found: int, true: int) -> Score:
    return Score(
        table,
        precision=hits / found if found else 0.0,
        recall=hits / true if true else 0.0,
        f1=2 * hits / (found + true) if found + true else 0.0,
        hits=hits,
        found=found,
        true=true,
    )


def _all_comparisons(
    tables: Mapping[str, Sequence[Row]], gold: Path, texts: Sequence[Path] | None
) -> Iterator[Comparison]:
    for annotation in annotations(tables, gold, texts):
        yield from comparisons(annotation)


def comparisons(annotation: Annotation) -> Iterator[Comparison]:
    yield from compare_document(annotation)
    yield from compare_cases(annotation)
    acts = [
        *compare_statements(annotation),
        compare_positions(annotation),
        *compare_votes(annotation),
    ]
    yield from acts
    yield from compare_ballots(annotation)
    yield from compare_attendance(annotation)
    yield from compare_referrals(annotation)
    yield _complete_events(annotation, acts)


def _complete_events(annotation: Annotation, acts: Iterable[Comparison]) -> Comparison:
    """A case with recorded acts is complete when all of them and its outcome are right."""
    true, found = true_cases(annotation), found_cases(annotation)
    touched: set[str] = set()
    broken: set[str] = set()
    for act in acts:
        # A vote read rightly adds no event: statements and positions make one.
        touched |= act.broken if act.table == "votes" else act.touched
        broken |= act.broken
    events = touched & true.keys()
    complete = {
        number
        for number in events - broken
        if number in found and found[number].get("outcome") == true[number]["outcome"]
    }
    return Comparison(EVENTS, len(complete), len(events), len(events))
