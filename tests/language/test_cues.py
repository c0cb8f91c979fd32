"""Cues are found by dictionary form, and no paragraph that holds one is passed over."""

import pytest

from pipeline.language.cues import find_cues, paragraphs
from pipeline.reference import table
from pipeline.words import DemandKind

ROWS = [(row, pattern) for row in table("demands")["cue"] for pattern in row["patterns"]]


def found(text: str) -> list[tuple[str, str]]:
    return [
        (text[doc[cue.start : cue.end].start_char + offset :].split()[0], cue.kind)
        for offset, doc in paragraphs(text)
        for sentence in doc.sents
        for cue in find_cues(sentence)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hamnen ligger vid ån.", []),
        ("Vi välkomnar bryggan.", [("välkomnar", "stöd")]),
        ("Hamnen är fin.\n\nDen bör rustas.", [("bör", "krav")]),
        (
            "Bryggan borde ha rustats.",
            [("borde", "kritik"), ("borde", "kritik"), ("borde", "krav")],
        ),
    ],
)
def test_cues_in_order_the_longest_first(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(dict.fromkeys(found(text))) == list(dict.fromkeys(expected))


@pytest.mark.parametrize(("row", "pattern"), ROWS, ids=[pattern[:40] for _, pattern in ROWS])
def test_a_paragraph_with_the_words_of_a_pattern_is_read(
    row: dict[str, str], pattern: str
) -> None:
    assert row["kind"] in set(DemandKind)
    assert row["subject"] in {"own", "plain", "other"}
    choices = [word.lstrip("=").split("|") for word in pattern.split() if word[0] not in "*@"]
    # whichever of the alternatives stands there
    for place, alternatives in enumerate(choices):
        for word in alternatives:
            words = [one[0] for one in choices]
            words[place] = word
            assert list(paragraphs(" ".join(words))), words
