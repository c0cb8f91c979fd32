"""Whose a proposal is, where only a surname tells."""

import pytest

from pipeline.extraction.context import gather
from pipeline.extraction.surnames import owners_by_surname
from tests.extraction.texts import BOARD, read_matter, recorded, text

NAMED = "Göran Ek (M), Siv Ryd (L), Maj Holms (S), Bo Alm (V) och Eva Alm (C) yrkar.\n"


@pytest.mark.parametrize(
    ("told", "owners"),
    [
        ("enligt Eks yrkande", [("Göran Ek", ("M",))]),
        ("enligt Eks (M) yrkande", [("Göran Ek", ("M",))]),
        ("enligt Eks m.fl. yrkande", [("Göran Ek", ("M",))]),
        ("Holms eget förslag", [("Maj Holms", ("S",))]),
        ("Eks och Ryds ändringsyrkanden", [("Göran Ek", ("M",)), ("Siv Ryd", ("L",))]),
        # two bear it, or nobody
        ("enligt Alms yrkande", []),
        ("enligt Nämndens förslag", []),
        # not before a proposal
        ("Eks brygga", []),
        ("", []),
    ],
)
def test_owners_by_surname(told: str, owners: list[tuple[str, tuple[str, ...]]]) -> None:
    context = gather("d1", text(NAMED + told))
    found = owners_by_surname(context, told)
    assert [(one.name, one.parties) for one in found] == owners


@pytest.mark.parametrize(
    ("decision", "finds", "stances"),
    [
        ("Ärendet lämnas utan åtgärd.", "enligt Eks yrkande", {"M": "for"}),
        (
            "Nämnden avslår initiativet.",
            "i enlighet med Eks (M) yrkande",
            {"M": "for", "V": "against"},
        ),
    ],
)
def test_the_proposal_found_by_surname_is_adopted(
    decision: str, finds: str, stances: dict[str, str]
) -> None:
    content = (
        f"Beslut\n{decision}\n\nYrkanden\nUlla Rask (V) yrkar bifall till initiativet. Göran "
        "Ek (M) yrkar att initiativet lämnas utan åtgärd.\n\nBeslutsgång\nOrdföranden ställer "
        f"proposition på yrkandena och finner att nämnden beslutar {finds}.\n"
    )
    read = read_matter(content, *BOARD)
    assert {party: stance for party, (stance, _) in recorded(read).items()} == stances
