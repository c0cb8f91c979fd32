"""Comparing what a document is and which cases it treats."""

from collections import Counter
from collections.abc import Callable, Iterator

from evaluation import folding
from evaluation.annotation import Annotation
from evaluation.comparison import Comparison, Item, Row, compare_bags, compare_field, contrast

TITLE_AGREEMENT = 0.9


def compare_document(annotation: Annotation) -> Iterator[Comparison]:
    """Kind, municipality, date, reference and body of the document itself."""
    folds: dict[str, Callable[[str | None], object]] = {
        "kind": _as_printed,
        "municipality": _as_printed,
        "date": _as_printed,
        "reference": folding.number,
        "body": folding.body,
    }
    for field, fold in folds.items():
        wanted = annotation.gold["document"].get(field)
        got = (annotation.document or {}).get(field)
        yield compare_field(
            annotation.source,
            f"documents.{field}",
            right=fold(wanted) == fold(got),
            what=contrast(got, wanted),
        )


def compare_cases(annotation: Annotation) -> Iterator[Comparison]:
    """Which cases there are, and for those found their title, reference and outcome."""
    true, found = true_cases(annotation), found_cases(annotation)
    yield compare_bags(annotation.source, "cases", true=_bag(true), found=_bag(found))
    for number in sorted(true.keys() & found.keys()):
        yield from _compare_fields(annotation.source, number, true[number], found[number])


def true_cases(annotation: Annotation) -> dict[str, Row]:
    """The annotated cases by number."""
    return {folding.number(row["number"]): row for row in annotation.true("cases")}


def found_cases(annotation: Annotation) -> dict[str, Row]:
    """The extracted cases by number; of two with one number the first."""
    cases: dict[str, Row] = {}
    for row in annotation.found("cases"):
        cases.setdefault(annotation.numbers[row["case_id"]], row)
    return cases


def _compare_fields(source: str, number: str, wanted: Row, got: Row) -> Iterator[Comparison]:
    for field, right in _checks(wanted, got).items():
        what = f"{number}: {contrast(got.get(field), wanted[field])}"
        yield compare_field(source, f"cases.{field}", right=right, what=what)


def _checks(wanted: Row, got: Row) -> dict[str, bool]:
    """Title, reference and decided_by count only where the annotation gives one."""
    checks = {"outcome": wanted["outcome"] == got.get("outcome")}
    if wanted.get("title"):
        shared = folding.agreement(
            folding.words(wanted["title"]), folding.words(got.get("title"))
        )
        checks["title"] = shared >= TITLE_AGREEMENT
    if wanted.get("reference"):
        checks["reference"] = folding.number(wanted["reference"]) == folding.number(
            got.get("reference")
        )
    if wanted["decided_by"]:
        checks["decided_by"] = wanted["decided_by"] == got.get("decided_by")
    return checks


def _bag(cases: dict[str, Row]) -> Counter[Item]:
    return Counter((number,) for number in cases)


def _as_printed(value: str | None) -> str | None:
    return value
