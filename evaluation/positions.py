"""Comparing positions, votes and ballots."""

from collections import Counter
from collections.abc import Iterator

from evaluation import folding
from evaluation.annotation import Annotation
from evaluation.comparison import Comparison, Item, Row, compare_bags

COMPUTED = frozenset({"silent", "absent"})


def compare_positions(annotation: Annotation) -> Comparison:
    """Case, body, party and stance; ``silent`` and ``absent`` are never annotated."""

    def item(row: Row, case: str) -> Item:
        return case, annotation.where(row), folding.party(row["party"]), row["stance"]

    true = Counter(
        item(row, annotation.true_case(row)) for row in annotation.true("positions")
    )
    found = Counter(
        item(row, annotation.found_case(row))
        for row in annotation.found("positions")
        if row["stance"] not in COMPUTED
    )
    return compare_bags(annotation.source, "positions", true=true, found=found)


def compare_votes(annotation: Annotation) -> Iterator[Comparison]:
    """Case, order and figures of each vote; a vote without abstentions has none printed."""
    true = Counter(
        _figures(row, annotation.true_case(row)) for row in annotation.true("votes")
    )
    found = Counter(
        _figures(row, annotation.found_case(row)) for row in annotation.found("votes")
    )
    if true or found:
        yield compare_bags(annotation.source, "votes", true=true, found=found)


def compare_ballots(annotation: Annotation) -> Iterator[Comparison]:
    """Who voted how, in the votes whose ballots are annotated."""
    true = Counter(
        (*_vote(row, annotation.true_case(row)), folding.name(row["name"]), row["choice"])
        for row in annotation.true("ballots")
    )
    listed = {item[:2] for item in true}
    votes = {
        row["vote_id"]: _vote(row, annotation.found_case(row))
        for row in annotation.found("votes")
    }
    found = Counter(
        (*votes[row["vote_id"]], folding.name(row["name"]), row["choice"])
        for row in annotation.found("ballots")
        if votes.get(row["vote_id"]) in listed
    )
    if true:
        yield compare_bags(annotation.source, "ballots", true=true, found=found)


def _vote(row: Row, case: str) -> tuple[str, int]:
    return case, int(row["order"])


def _figures(row: Row, case: str) -> Item:
    return *_vote(row, case), row.get("yes"), row.get("no"), row.get("abstain") or 0
