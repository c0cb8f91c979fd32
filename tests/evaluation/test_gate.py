from pathlib import Path

import pytest

from evaluation import gate
from evaluation.corpus import corpora
from evaluation.floors import Floor, falls, load_floors, pin, save_floors
from evaluation.gate import Reading, judge, update
from evaluation.score import Score


def reading(f1: float = 0.9, fingerprint: str = "abc") -> Reading:
    return Reading("egna", fingerprint, (Score("positions", f1, f1, f1, 9, 10, 10),))


@pytest.fixture
def floors() -> dict[str, Floor]:
    return {"egna": Floor("abc", {"positions": 0.9})}


@pytest.mark.parametrize("f1", [0.9, 0.95])
def test_the_gate_opens_at_or_above_the_floor(floors: dict[str, Floor], f1: float) -> None:
    assert judge([reading(f1)], floors).passed


@pytest.mark.parametrize(
    ("now", "reason"),
    [
        (reading(0.89), "positions har F1 0.890, golvet är 0.900"),
        (reading(0.99, "other"), "har ändrats"),
        (Reading("demo", "abc", ()), "inget golv finns"),
        (Reading("egna", "abc", ()), "positions har F1 0.000"),
    ],
)
def test_the_gate_stops_and_says_why(
    floors: dict[str, Floor], now: Reading, reason: str
) -> None:
    verdict = judge([now], floors)
    assert not verdict.passed
    assert any(reason in line for line in verdict.reasons)


def test_a_corpus_that_is_gone_stops_the_gate(floors: dict[str, Floor]) -> None:
    assert judge([], floors).reasons == ("egna: dokumenten saknas fast golv finns.",)


def test_update_raises_floors_and_pins_the_corpus(floors: dict[str, Floor]) -> None:
    pinned, verdict = update([reading(0.95, "new")], floors, allow_regression=False)
    assert verdict.passed
    assert pinned == {"egna": Floor("new", {"positions": 0.95})}


def test_update_refuses_to_lower_a_floor(floors: dict[str, Floor]) -> None:
    pinned, verdict = update([reading(0.5)], floors, allow_regression=False)
    assert not verdict.passed
    assert "--allow-regression" in verdict.reasons[0]
    assert pinned == floors


def test_update_lowers_a_floor_when_told_to(floors: dict[str, Floor]) -> None:
    pinned, verdict = update([reading(0.5)], floors, allow_regression=True)
    assert verdict.passed
    assert pinned["egna"].f1 == {"positions": 0.5}


def test_a_result_reaches_the_floor_it_set() -> None:
    scores = reading(2 / 3).scores
    assert pin("abc", scores).f1 == {"positions": 0.666}
    assert falls(pin("abc", scores), scores) == ()


def test_floors_come_back_as_they_were_saved(tmp_path: Path, floors: dict[str, Floor]) -> None:
    path = tmp_path / "floors.json"
    assert load_floors(path) == {}
    save_floors(path, floors)
    assert load_floors(path) == floors


def test_quality_has_not_fallen() -> None:
    verdict = judge(
        [gate.read_corpus(corpus) for corpus in corpora()], load_floors(gate.FLOORS)
    )
    assert verdict.passed, "\n".join(verdict.reasons)
