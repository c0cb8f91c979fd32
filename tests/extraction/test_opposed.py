"""What won, where the proposal before the body is put against the motion's fate."""

import pytest

from pipeline.extraction import extract
from pipeline.extraction.opposed import opposed
from pipeline.words import Outcome
from tests.extraction.texts import text


@pytest.mark.parametrize(
    ("sentence", "outcome", "base"),
    [
        (
            "Hon ställer bifall till kontorets förslag och avslag på motionen mot varandra.",
            Outcome.AVSLAG,
            -1,
        ),
        (
            "Två förslag finns: bifall till tjänsteutlåtandet och avslag på motionen.",
            Outcome.BIFALL,
            1,
        ),
        (
            "Ordföranden ställer yrkandet om att motionen tillstyrks och bifall till "
            "tjänsteutlåtandet mot varandra.",
            Outcome.BIFALL,
            -1,
        ),
        # what the proposal is is told, or both fates are
        (
            "Hon ställer bifall till förslaget att avslå motionen och avslag mot varandra.",
            Outcome.AVSLAG,
            0,
        ),
        (
            "Hon ställer bifall till förslaget, bifall till motionen och avslag på motionen "
            "mot varandra.",
            Outcome.AVSLAG,
            0,
        ),
        # nothing is put against anything, or nothing became of the motion
        ("Eva yrkar bifall till förslaget och avslag på motionen.", Outcome.AVSLAG, 0),
        ("Bifall till förslaget och avslag på motionen mot varandra.", None, 0),
    ],
)
def test_what_the_proposal_was(sentence: str, outcome: Outcome | None, base: int) -> None:
    assert opposed([sentence], outcome) == base


def test_who_moved_the_proposal_that_lost_is_against() -> None:
    found = extract(
        text(
            "Hamnnämnden\nUtdrag ur protokoll 2021-03-04\n\n§ 4 Motion om kajer\n\n"
            "Beslut Hamnnämnden avstyrker motionen.\n\n"
            "Yrkanden Siv Ryd (L) yrkar bifall till tjänsteutlåtandet.\n\n"
            "Eva Ek (S) yrkar på att avstyrka motionen.\n\n"
            "Propositionsordning Hon finner att nämnden har två förslag, nämligen bifall till "
            "tjänsteutlåtandet och avstyrkande av motionen. Hon ställer dem mot varandra "
            "och finner att nämnden avstyrker motionen.\n\nVid protokollet\n"
        ),
        document_id="d1",
        source="utdrag.txt",
    )
    assert {row.party: row.stance for row in found.positions} == {"L": "against", "S": "for"}
