"""The search finds what a reader would, and more than a plain full-text index."""

from pathlib import Path

import pytest

from evaluation.search import (
    Answer,
    Question,
    answers,
    build_texts,
    entry_name,
    full_text,
    match_expression,
    mean,
    ours,
    questions,
    theirs,
)
from pipeline.search import Query, SearchIndex, all_rows

LEAST_RECALL = 0.95
LEAST_PRECISION = 0.95
ASKED = [question for question in questions() if not question.demo]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    store: Path = tmp_path_factory.mktemp("store")
    return build_texts(store)


def test_annotations_name_entries_that_exist(index: SearchIndex) -> None:
    names = {entry_name(row) for row in all_rows(index, Query())}
    assert {name for one in ASKED for name in one.find} - names == set()
    assert len({one.words for one in ASKED}) == len(ASKED) >= 60


def test_search_reaches_its_floors_and_beats_plain_full_text(index: SearchIndex) -> None:
    given = answers(ASKED, ours(index))
    assert mean([one.recall for one in given]) >= LEAST_RECALL
    assert mean([one.precision for one in given]) >= LEAST_PRECISION
    plain = [one for one in ASKED if not one.has_fields]
    full = answers(plain, theirs(full_text(index)))
    assert mean([one.recall for one in full]) < LEAST_RECALL


@pytest.mark.parametrize(
    ("found", "recall", "precision"),
    [((), 0.0, 0.0), (("a", "c"), 0.5, 0.5), (("a", "b"), 1.0, 1.0)],
)
def test_figures(found: tuple[str, ...], recall: float, precision: float) -> None:
    answer = Answer(Question("x", frozenset("ab")), found)
    assert (answer.recall, answer.precision) == (recall, precision)


def test_words_and_phrases_as_full_text_writes_them() -> None:
    assert match_expression('bostad "en ny brygga" LSS-bostad') == (
        '"bostad" "en ny brygga" "lss-bostad"'
    )
