"""Reports on those who govern and the others."""

from collections.abc import Iterator
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

ROWS = ("gap_rows", "tenure_rows", "party_dissent_rows")


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    """S governs and is for a pier and a budget; M is against both."""
    mandates = (Mandate("Tallvik", "2020-01-01", None, ("S",)),)
    monkeypatch.setattr(building, "mandates", lambda: mandates)
    made = (_decided(1, "Ny brygga"), _decided(2, "Budget 2022"))
    with open_snapshot(add(tmp_path, *made)) as connection:
        yield Reader(connection, Choice())


def _decided(number: int, title: str) -> Extraction:
    base = builders.document(document_id=f"d{number}", source=f"{number}.md")
    stood = [
        builders.position(position_id=f"d1:1:{party}", party=party, stance=stance)
        for party, stance in {"S": "for", "M": "against"}.items()
    ]
    case = builders.case(title=title, reference=f"HN 2021/{number}")
    return builders.extraction(base, cases=[case], positions=stood)


@pytest.mark.parametrize(
    ("options", "titles"),
    [({}, {"Ny brygga"}), ({"budgets": True}, {"Ny brygga", "Budget 2022"})],
)
def test_every_partys_own_budget_is_no_conflict(
    options: dict[str, bool], titles: set[str], reader: Reader
) -> None:
    """Mistake 9: every opposition party votes for its own budget."""
    for name in ROWS:
        assert set(make(name, reader, **options)["title"]) == titles, name
    counts = [
        make("gap", reader, **options)["n_gap"],
        make("tenure", reader, **options).query("party == 'M'")["n"],
        make("party_dissent", reader, **options).query("party == 'M'")["n"],
    ]
    assert [count.tolist() for count in counts] == [[len(titles)]] * 3
