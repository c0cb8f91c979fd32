"""Comparing who was there, who served for whom, and which instances were asked."""

from collections import Counter
from collections.abc import Iterator

from evaluation import folding
from evaluation.annotation import Annotation
from evaluation.comparison import Comparison, Item, Row, compare_bags, compare_field, contrast


def compare_attendance(annotation: Annotation) -> Iterator[Comparison]:
    """Name and party, and for those found whether they were present and for whom they served.

    Compared only where the annotation lists anybody.
    """
    true, found = annotation.true("attendance"), annotation.found("attendance")
    if not true:
        return
    yield compare_bags(
        annotation.source,
        "attendance",
        true=Counter(map(_listed, true)),
        found=Counter(map(_listed, found)),
    )
    by_name = {folding.name(row["name"]): row for row in found}
    for row in true:
        got = by_name.get(folding.name(row["name"]))
        if got is not None:
            yield _compare_serving(annotation.source, row, got)


def compare_referrals(annotation: Annotation) -> Iterator[Comparison]:
    """Instance and response, where the annotation lists any."""
    true = Counter(map(_asked, annotation.true("referrals")))
    if true:
        found = Counter(map(_asked, annotation.found("referrals")))
        yield compare_bags(annotation.source, "referrals", true=true, found=found)


def _listed(row: Row) -> Item:
    return folding.name(row["name"]), folding.party(row.get("party"))


def _asked(row: Row) -> Item:
    return folding.body(row["instance"]), row["response"]


def _compare_serving(source: str, wanted: Row, got: Row) -> Comparison:
    what = f"{wanted['name']}: {contrast(_serving(got), _serving(wanted))}"
    return compare_field(
        source, "attendance.serving", right=_serving(got) == _serving(wanted), what=what
    )


def _serving(row: Row) -> str:
    there = "närvarande" if row.get("present") else "frånvarande"
    return f"{there} för {folding.name(row.get('substitutes_for') or '–')}"
