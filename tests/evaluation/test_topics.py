"""The topics found are those a reader gives: pinned floors, and how they are counted."""

import pytest

from evaluation import topics
from evaluation.topics import Judged, TopicScore, accuracy, coverage, macro_f1, scores
from pipeline.reference import topics as known_topics

MACRO_F1, HELD_OUT_MACRO_F1, COVERAGE = 0.95, 0.9, 0.95
"""Of the invented cases. Never lowered for a worse program."""
REAL_ACCURACY, REAL_COVERAGE = 0.9, 0.95
DEMO_MACRO_F1 = 0.9


def judged(topic: str | None, *found: str) -> Judged:
    return Judged("", topic, (), found)


ROWS = (
    judged("a", "a"),
    judged("a", "b", "a"),
    judged("b", "b"),
    judged(None),
    judged(None, "a"),
)


def test_scores_of_the_main_topic() -> None:
    assert scores(ROWS) == (TopicScore("a", 1, 2, 2), TopicScore("b", 1, 2, 1))
    first, second = scores(ROWS)
    assert (first.precision, first.recall, first.f1) == (0.5, 0.5, 0.5)
    assert second.f1 == pytest.approx(2 / 3)
    assert macro_f1(ROWS) == pytest.approx((1 / 2 + 2 / 3) / 2)


def test_a_case_without_topic_is_right_when_none_is_found() -> None:
    assert accuracy(ROWS) == pytest.approx(3 / 5)
    assert coverage(ROWS) == pytest.approx(4 / 5)


def test_annotations_name_topics_that_exist_and_hold_a_third_out() -> None:
    rows = topics.invented()
    assert len(rows) >= 220
    keys = {topic.topic for topic in known_topics()}
    assert {row.topic for row in rows} - {None} == keys
    assert {topic for row in rows for topic in row.also} <= keys
    held_out = sum(row.held_out for row in rows)
    assert len(rows) / 4 < held_out < len(rows) * 2 / 5
    assert len({row.name for row in rows}) == len(rows)


@pytest.mark.parametrize(("held_out", "floor"), [(False, MACRO_F1), (True, HELD_OUT_MACRO_F1)])
def test_topics_of_invented_cases_reach_the_floor(held_out: bool, floor: float) -> None:
    rows = [row for row in topics.invented() if row.held_out == held_out]
    assert macro_f1(rows) >= floor
    assert coverage(rows) >= COVERAGE


def test_topics_of_the_demo_reach_the_floor() -> None:
    rows = topics.demo()
    assert len({row.topic for row in rows}) == len(known_topics()) - 1
    assert macro_f1(rows) >= DEMO_MACRO_F1


def test_topics_of_real_matters_reach_the_floor() -> None:
    if not topics.SHARED.is_dir():
        pytest.skip("../shared finns inte här: de verkliga ärendena provas inte")
    rows = topics.real()
    assert len(rows) == 115
    assert accuracy(rows) >= REAL_ACCURACY
    assert coverage(rows) >= REAL_COVERAGE


def test_the_report_prints_every_set(
    capsys: pytest.CaptureFixture[str], tmp_path: pytest.TempPathFactory
) -> None:
    assert topics.main(["--documents", str(tmp_path), "--misses"]) == 0
    printed = capsys.readouterr().out
    assert "påhittade, undanhållna" in printed
    assert "verkliga" not in printed
