"""Reports on one party."""

from pathlib import Path

import pytest

from pipeline.models import Extraction, Mandate
from pipeline.storage import building
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


def test_own_proposals_are_told_apart_by_who_governed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mistakes 7 and 9: what is adopted measures being in power, and a budget is no sign of
    anything."""
    change = "2021-06-01"
    mandates = (
        Mandate("Tallvik", "2020-01-01", change, ("S",)),
        Mandate("Tallvik", change, None, ("M",)),
    )
    monkeypatch.setattr(building, "mandates", lambda: mandates)

    def moved(number: int, date: str, title: str, *, adopted: bool) -> Extraction:
        about = {"date": date, "title": title}
        proposal = builders.proposal(
            text="att bygga bryggan i trä", parties=("M",), adopted=adopted
        )
        base = builders.document(document_id=f"d{number}", source=f"{number}.md", date=date)
        return builders.extraction(
            base,
            cases=[builders.case(**about)],
            proposals=[proposal],
            positions=[builders.position(date=date)],
        )

    store = add(
        tmp_path,
        moved(1, "2021-03-04", "Ny brygga", adopted=False),
        moved(2, "2021-09-04", "Ny kran", adopted=True),
        moved(3, "2021-05-04", "Budget 2022", adopted=False),
    )
    with open_snapshot(store) as connection:
        reader = Reader(connection, Choice())
        table, rows = make("own_proposals", reader), make("own_proposal_rows", reader)

    found = table[["party", "governing", "hits", "n"]].to_dict("split")["data"]
    assert found == [["M", True, 1, 1], ["M", False, 0, 1]]
    assert set(rows["title"]) == {"Ny brygga", "Ny kran"}


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
