"""Floors of what is read as a demand; nobody lowers them by accident."""

import pytest

from evaluation.demands import HELD_OUT, Sentence, invented, real, scores, share_right
from pipeline.settings import ROOT

SHARED = ROOT.parent / "shared"


def overall(sentences: list[Sentence]) -> tuple[float, float]:
    total = scores(sentences)[-1]
    return total.precision, total.recall


def test_there_are_enough_sentences_and_a_third_is_held_out() -> None:
    sentences = invented()
    assert len(sentences) >= 110
    held = sum(one.part == HELD_OUT for one in sentences)
    assert held == len(sentences) // 3


@pytest.mark.parametrize("part", ["open", HELD_OUT])
def test_invented_sentences_hold_the_floor(part: str) -> None:
    sentences = [one for one in invented() if one.part == part]
    precision, recall = overall(sentences)
    assert precision >= 0.97
    assert recall >= 0.95
    for field in ("addressee", "negated"):
        right, n = share_right(sentences, field)
        assert right >= 0.97 * n


def test_real_sentences_hold_the_floor() -> None:
    if not SHARED.is_dir():
        pytest.skip("../shared finns inte här: de verkliga meningarna prövas inte")
    sentences = real(SHARED)
    precision, recall = overall(sentences)
    assert len(sentences) >= 100
    assert precision >= 0.95
    assert recall >= 0.7
