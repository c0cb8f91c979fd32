"""Parties that a decision names as behind it."""

import pytest

from pipeline.extraction.backing import named_by
from pipeline.extraction.decisions import decision_of
from tests.extraction.texts import BOARD, context, cut


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        ("Enligt yrkande från S och V: Bryggan byggs.", "S V"),
        ("Nämnden antar S, V och MP:s budgetförslag.", "MP S V"),
        ("Nämnden antar majoritetens (S, V och MP) budgetförslag.", "MP S V"),
        ("Budgeten antas i enlighet med det förslag som lagts fram av S och V.", "S V"),
        ("Nämnden beslutar enligt Socialdemokraternas och Liberalernas förslag.", "L S"),
        ("Nämnden avslår motionen enligt yrkande från S och V.", "S V"),
        # what is refused, sent on, or only the reason
        ("Nämnden avslår L:s förslag.", ""),
        ("Nämnden avslår motionen om att anta L:s budgetförslag.", ""),
        ("Nämnden antar inte L:s budgetförslag.", ""),
        ("Nämnden remitterar L:s förslag till hamnkontoret.", ""),
        ("Motionen avslås med hänvisning till yttrandet från S.", ""),
        # a person's is told by what they moved
        ("Nämnden beslutar enligt Siv Ryds (L) förslag.", ""),
        ("Nämnden antar budgeten.", ""),
        # a later point
        ("1. Nämnden antar budgeten.\n2. Uppdraget ges enligt L:s förslag.", ""),
    ],
)
def test_who_is_named_behind_a_decision(words: str, parties: str) -> None:
    content = f"Beslut\n{words}\n"
    found = named_by(context(content, *BOARD), decision_of(content, cut(content)))
    assert " ".join(sorted(one.party for one in found)) == parties


def test_nothing_is_named_without_a_decision() -> None:
    assert named_by(context(""), None) == []
