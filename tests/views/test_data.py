"""What the queries give: decisions, what is contested, alternatives, filters, fresh reads."""

from pathlib import Path

import pytest

from pipeline.models import Extraction
from reports.choice import Choice
from tests import builders
from tests.stores import add
from tests.views.stores import divided_meeting, many_meetings, question, quiet_meeting
from views import data
from views.data import Snapshot


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the dashboard takes for its store."""
    monkeypatch.setenv("STANDPUNKT_STORE", str(tmp_path))
    return tmp_path


def snapshot() -> Snapshot:
    """The snapshot that is published now."""
    found = data.current()
    assert found is not None
    return found


def meeting(stance: str | None, decided_by: str) -> Extraction:
    """One decision with one position."""
    positions = [] if stance is None else [builders.position(stance=stance)]
    return builders.extraction(
        cases=[builders.case(decided_by=decided_by)], positions=positions
    )


def test_an_empty_store_has_no_snapshot(store: Path) -> None:
    assert data.current() is None


@pytest.mark.parametrize(
    ("stance", "decided_by", "contested"),
    [
        ("against", "enhälligt", True),
        ("split", "enhälligt", True),
        ("remark", "enhälligt", False),
        ("for", "enhälligt", False),
        ("silent", "enhälligt", False),
        (None, "enhälligt", False),
        (None, "acklamation", True),
        (None, "votering", True),
        (None, "utslagsröst", True),
        (None, "lottning", True),
        (None, "minoritet", True),
    ],
)
def test_what_is_contested(
    stance: str | None, decided_by: str, contested: bool, store: Path
) -> None:
    add(store, meeting(stance, decided_by))

    assert data.decisions(snapshot(), Choice())["contested"].tolist() == [contested]
    assert len(data.decisions(snapshot(), Choice(contested=True))) == int(contested)


def test_a_question_is_no_decision(store: Path) -> None:
    add(store, question())

    assert data.decisions(snapshot(), Choice()).empty


@pytest.mark.parametrize(
    "item_type", ["formalia", "val", "anmälan", "interpellation", "fråga"]
)
def test_formalities_are_left_out(item_type: str, store: Path) -> None:
    add(store, builders.extraction(cases=[builders.case(item_type=item_type)]))

    assert data.decisions(snapshot(), Choice()).empty


@pytest.mark.parametrize(
    ("choice", "number"),
    [
        (Choice(), 12),
        (Choice(municipality="Tallvik"), 12),
        (Choice(municipality="Granby"), 0),
        (Choice(body="Hamnnämnden"), 6),
        (Choice(start="2022-01-01"), 6),
        (Choice(end="2021-02-04"), 2),
        (Choice(parties=("S", "C")), 12),
        (Choice(parties=("C",)), 0),
        (Choice(words="BRYGGA"), 12),
        (Choice(words="100 %'; DROP"), 0),
    ],
)
def test_filters(choice: Choice, number: int, store: Path) -> None:
    many_meetings(store)

    assert len(data.decisions(snapshot(), choice)) == number
    assert data.stances(snapshot(), choice)["decision"].nunique() == number


def test_positions_of_chosen_parties_only(store: Path) -> None:
    add(store, divided_meeting())

    found = data.stances(snapshot(), Choice(parties=("S", "M")))

    assert sorted(found["party"]) == ["M", "S"]


def test_parties_behind_one_reservation_share_an_alternative(store: Path) -> None:
    add(store, divided_meeting())
    behind = backing()

    assert behind["M"] & behind["L"]
    assert "S" not in behind


def test_a_reservation_likalydande_with_another_is_the_same_alternative(store: Path) -> None:
    own = {"act": "reservation", "joint": False}
    add(
        store,
        builders.extraction(
            cases=[builders.case()],
            statements=[
                builders.statement(statement_id="d1:1:s1", parties=("M",), **own),
                builders.statement(
                    statement_id="d1:1:s2", parties=("C",), same_as="d1:1:s1", **own
                ),
            ],
            positions=[
                builders.position(party="M", position_id="d1:1:M", statement_id="d1:1:s1"),
                builders.position(party="C", position_id="d1:1:C", statement_id="d1:1:s2"),
            ],
        ),
    )
    behind = backing()

    assert len(behind["M"] & behind["C"]) == 1


def test_a_new_snapshot_is_seen_without_a_restart(store: Path) -> None:
    add(store, quiet_meeting("d1"))
    before = len(data.report(snapshot(), Choice(), "documents"))
    add(store, quiet_meeting("d2"))

    assert (before, len(data.report(snapshot(), Choice(), "documents"))) == (1, 2)


def backing() -> dict[str, set[int]]:
    """The alternatives that each dissenting party stands behind."""
    rows = data.alternatives(snapshot(), Choice())
    return rows.astype({"party": str}).groupby("party")["alternative"].agg(set).to_dict()


def test_records_come_back_as_they_were(store: Path) -> None:
    add(store, divided_meeting())
    now = snapshot()

    document = data.document(now, "d1")
    assert document is not None
    assert document.page_starts == (0, 54)
    assert data.case(now, "d1:1") is not None
    assert data.case(now, "d1:9") is None
    assert [one.act for one in data.case_statements(now, "d1:1")] == ["yrkande", "reservation"]
    assert all(
        one.quote == document.text[one.start : one.end]
        for one in data.case_positions(now, "d1:1")
    )
