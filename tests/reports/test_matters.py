"""A matter's way, in order of days and rank, with what only a later document tells."""

from pathlib import Path

import pytest

from pipeline.models import Extraction
from pipeline.storage.snapshot import open_snapshot
from reports.catalogue import make
from reports.choice import Choice
from reports.reader import Reader
from tests import builders
from tests.stores import add

REFERENCE = "KS 2023/77"


def paper(name: str, kind: str, body: str, date: str, **rows: object) -> Extraction:
    """A document with one case of the matter."""
    base = builders.document(
        document_id=name, source=f"{name}.md", kind=kind, body=body, date=date
    )
    decided = {} if kind == "protokoll" else {"outcome": None, "decided_by": None}
    case = builders.case(
        reference=REFERENCE, title="Ny brygga i gästhamnen", body=body, date=date, **decided
    )
    return builders.extraction(base, cases=[case], **rows)


@pytest.fixture
def steps(tmp_path: Path) -> list[tuple[str, str, str]]:
    """Stage, date and body of a matter that the council decided last."""
    answers = [
        builders.referral(document_id="u", instance="Hamnrådet", date="2023-02-01"),
        builders.referral(
            document_id="u", instance="Sjöbolaget", date=None, response="inte svarat"
        ),
    ]
    add(
        tmp_path,
        paper("kf", "protokoll", "Kommunfullmäktige", "2023-05-02"),
        paper("ks", "protokoll", "Kommunstyrelsen", "2023-04-03"),
        paper("hn", "protokoll", "Hamnnämnden", "2023-03-04"),
        paper("m", "motion", "Kommunfullmäktige", "2023-01-01"),
        paper("u", "utlåtande", "Kommunstyrelsen", "2023-04-03", referrals=answers),
    )
    with open_snapshot(tmp_path) as connection:
        case_id = connection.execute(
            "SELECT case_id FROM cases WHERE document_id = 'kf'"
        ).fetchall()[0][0]
        table = make("matter", Reader(connection, Choice()), case=case_id)
    return [
        (row["stage"], row["date"] if isinstance(row["date"], str) else "", row["body"])
        for row in table.to_dict("records")
    ]


def test_a_matter_climbs_from_motion_to_council(steps: list[tuple[str, str, str]]) -> None:
    assert steps == [
        ("motion", "2023-01-01", "Kommunfullmäktige"),
        ("referral", "2023-02-01", "Hamnrådet"),
        ("referral", "", "Sjöbolaget"),
        ("decision", "2023-03-04", "Hamnnämnden"),
        ("decision", "2023-04-03", "Kommunstyrelsen"),
        ("noted", "2023-04-03", "Kommunstyrelsen"),
        ("decision", "2023-05-02", "Kommunfullmäktige"),
    ]
