"""Comparing statements: found at all, with the right words, with the right persons."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluation import folding
from evaluation.annotation import Annotation
from evaluation.comparison import Comparison, Difference, Fault, Item, Row, show


@dataclass(frozen=True, slots=True)
class Pair:
    """An annotated statement, the words it should have, and the nearest extracted row."""

    key: Item
    true: Row
    wanted: tuple[str, ...] | None
    found: Row | None


def compare_statements(annotation: Annotation) -> Iterator[Comparison]:
    """Pair statements of the same case, act, parties and body by their words; then compare.

    A printed paper (``written_paper``) may be a row of its own or not: neither counts.
    """
    pairs, extra = _pair(annotation)
    papers = sum(p.found is not None for p in pairs if p.true.get("written_paper"))
    pairs = [p for p in pairs if not p.true.get("written_paper")]
    found = len(annotation.found("statements")) - papers
    yield _compare_records(annotation.source, pairs, extra=extra, found=found)
    yield _compare_texts(annotation.source, pairs, found=found)
    yield from _compare_persons(annotation.source, pairs)


def _pair(annotation: Annotation) -> tuple[list[Pair], list[Item]]:
    pool: dict[Item, list[Row]] = defaultdict(list)
    for row in annotation.found("statements"):
        pool[_key(annotation, row, annotation.found_case(row))].append(row)
    ordered = sorted(annotation.true("statements"), key=lambda s: bool(s.get("written_paper")))
    pairs = [_take(annotation, pool, row) for row in ordered]
    return pairs, [key for key, rest in pool.items() for _ in rest]


def _take(annotation: Annotation, pool: dict[Item, list[Row]], true: Row) -> Pair:
    key = _key(annotation, true, annotation.true_case(true))
    wanted = annotation.quote(true)
    candidates = pool.get(key, [])
    nearest = max(
        candidates,
        key=lambda row: folding.agreement(wanted or (), folding.words(row.get("text"))),
        default=None,
    )
    if nearest is not None:
        candidates.remove(nearest)
    return Pair(key, true, wanted, nearest)


def _key(annotation: Annotation, row: Row, case: str) -> Item:
    """A non-serving substitute's comment is an ersättaryttrande whatever its heading says."""
    act = "ersättaryttrande" if row.get("by_substitute") else row["act"]
    parties = sorted({folding.party(code) for code in row.get("parties") or () if code})
    return case, act, " ".join(parties), annotation.where(row)


def _compare_records(
    source: str, pairs: Sequence[Pair], *, extra: Sequence[Item], found: int
) -> Comparison:
    missed = [pair.key for pair in pairs if pair.found is None]
    faults = [(Fault.MISSED, key) for key in missed] + [(Fault.INVENTED, key) for key in extra]
    return Comparison(
        "statements",
        hits=len(pairs) - len(missed),
        found=found,
        true=len(pairs),
        differences=tuple(Difference(source, "statements", f, show(k)) for f, k in faults),
        touched=frozenset(p.key[0] for p in pairs) | {key[0] for key in extra},
        broken=frozenset(key[0] for _, key in faults),
    )


def _compare_texts(source: str, pairs: Sequence[Pair], *, found: int) -> Comparison:
    met = [pair for pair in pairs if pair.found is not None]
    wrong = [pair for pair in met if not _right_words(pair)]
    return Comparison(
        "statements.text",
        hits=len(met) - len(wrong),
        found=found,
        true=len(pairs),
        differences=tuple(_wrong_words(source, pair) for pair in wrong),
    )


def _right_words(pair: Pair) -> bool:
    return pair.wanted is None or folding.same_text(pair.wanted, _got(pair))


def _got(pair: Pair) -> tuple[str, ...]:
    return folding.words((pair.found or {}).get("text"))


def _wrong_words(source: str, pair: Pair) -> Difference:
    wanted, got = pair.wanted or (), _got(pair)
    what = f"{show(pair.key)}: {len(got)} ord, rätt är {len(wanted)}: {' '.join(got[:12])} …"
    return Difference(source, "statements.text", Fault.WRONG, what)


def _compare_persons(source: str, pairs: Sequence[Pair]) -> Iterator[Comparison]:
    """Counts only where the annotation names somebody."""
    named = [pair for pair in pairs if pair.found is not None and pair.true.get("persons")]
    wrong = [pair for pair in named if not _same_persons(pair)]
    if named:
        differences = tuple(
            Difference(source, "statements.persons", Fault.WRONG, _wrong_persons(pair))
            for pair in wrong
        )
        hits = len(named) - len(wrong)
        yield Comparison("statements.persons", hits, len(named), len(named), differences)


def _same_persons(pair: Pair) -> bool:
    wanted, got = pair.true["persons"], _persons(pair)
    return len(got) == len(wanted) and all(
        any(folding.same_person(one, other) for other in got) for one in wanted
    )


def _persons(pair: Pair) -> Sequence[str]:
    persons: Sequence[str] = (pair.found or {}).get("persons") or ()
    return persons


def _wrong_persons(pair: Pair) -> str:
    got, wanted = ", ".join(_persons(pair)), ", ".join(pair.true["persons"])
    return f"{show(pair.key)}: {got or 'ingen'}, rätt är {wanted}"
