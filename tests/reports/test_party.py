"""Reports on one party."""

from pathlib import Path

import pytest

from pipeline.storage.snapshot import open_snapshot
from reports.catalogue import make
from reports.choice import Choice
from reports.reader import Reader
from tests import builders
from tests.stores import add


@pytest.mark.parametrize(
    ("asked", "own"),
    [
        ("yrkar bifall till motionen.", 0),
        ("föreslår bifall till motionen.", 0),
        ("att avslå motionen.", 0),
        ("att bygga bryggan i trä.", 1),
    ],
)
def test_only_a_proposal_of_its_own_counts(asked: str, own: int, tmp_path: Path) -> None:
    proposal = builders.proposal(text=asked, points=(), parties=("M",), adopted=False)
    position = builders.position(party="M")
    made = builders.extraction(
        builders.document(),
        cases=[builders.case()],
        proposals=[proposal],
        positions=[position],
    )
    with open_snapshot(add(tmp_path, made)) as connection:
        table = make("own_proposals", Reader(connection, Choice(parties=("M",))))

    assert table["n"].sum() == own


def test_silent_decisions_are_among_the_rows_behind_the_dissent_rate(tmp_path: Path) -> None:
    """The denominator and the list behind it count the same decisions."""
    made = builders.extraction(
        builders.document(),
        cases=[builders.case()],
        positions=[builders.position(party="M", stance="silent", basis="närvaro")],
    )
    with open_snapshot(add(tmp_path, made)) as connection:
        reader = Reader(connection, Choice(parties=("M",)))
        table, rows = make("party_dissent", reader), make("party_dissent_rows", reader)

    assert table["n"].sum() == len(rows) == 1
