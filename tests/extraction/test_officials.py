"""What officials write: a matter with its paper's body and date, and no party's position."""

import pytest

from pipeline.extraction import extract
from tests.extraction.texts import text

LETTER = """Tallviks kommun                 TJÄNSTESKRIVELSE
Kommunledningskontoret          Datum 2021-03-04
Maj Lod, utredare               Dnr KS 2021/17

Kommunstyrelsen

Svar på motion från Liberalerna om bryggor

Förslag till beslut

Kommunstyrelsen föreslår kommunfullmäktige besluta
att avslå motionen.

Tidigare beslut

Arbetsutskottet beslutade vid sitt sammanträde den 1 februari 2021 att föreslå avslag.
Siv Ryd (L) reserverade sig mot beslutet.

Maj Lod
Utredare
"""
ADDRESSED = """Tjänsteutlåtande
2021-03-04

Till Hamnnämnden

Yttrande över motion om bryggor

Bakgrund

Motion, Siv Ryd (L)
"""


@pytest.mark.parametrize(
    ("content", "body", "reference"),
    [(LETTER, "Kommunstyrelsen", "KS 2021/17"), (ADDRESSED, "Hamnnämnden", None)],
)
def test_what_officials_write(content: str, body: str, reference: str | None) -> None:
    found = extract(text(content), document_id="d1", source="skrivelse.txt")
    (case,) = found.cases
    assert found.document.kind == "utlåtande"
    assert (case.body, case.date, case.reference) == (body, "2021-03-04", reference)
    # what is proposed is no decision, and a round retold is none of this paper's acts
    assert (case.outcome, case.decision) == (None, ())
    assert (found.statements, found.positions) == ((), ())


def test_the_motion_in_an_officials_paper_is_what_its_summary_says() -> None:
    content = (
        "Tjänsteskrivelse\n2021-03-04\nKS 2021/17\n\n"
        "Svar på motion av Siv Ryd (L) om bryggor\n\n"
        "Ärendet\nSiv Ryd (L) vill ha fler bryggor.\n\nHamnnämndens yttrande\n"
        "Nämnden säger nej. "
        "Göran Ek (M) reserverade sig.\n\nReservation från Moderaterna\nVi reserverar oss.\n"
    )
    found = extract(text(content), document_id="d1", source="skrivelse.txt")
    assert [(r.act, r.parties, r.text) for r in found.statements] == [
        ("motion", ("L",), "Siv Ryd (L) vill ha fler bryggor.")
    ]
    assert found.positions == ()
    # a diary number without its label
    assert found.document.reference == "KS 2021/17"


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        ("Siv Ryd (L) och Maj Ek (L) har i en motion föreslagit\n\natt kajen sopas, samt\n"
         "att den mäts\n\nKajen är lång.",
         ("Siv Ryd (L) och Maj Ek (L) har i en motion föreslagit\n\natt kajen sopas, samt\n"
          "att den mäts", ("Siv Ryd", "Maj Ek"))),
        # the office's own words in the same paragraph
        ("Siv Ryd (L) föreslår i en motion en brygga. Kontoret bygger redan.",
         ("Siv Ryd (L) föreslår i en motion en brygga.", ("Siv Ryd",))),
        # who acts on a motion does not put it
        ("Göran Ek (M) yrkade bifall till motionen.", None),
        ("Motionen tar upp bryggor. Göran Ek (M) har tidigare svarat på en motion.", None),
    ],
)  # fmt: skip
def test_the_motion_as_officials_sum_it_up(
    summary: str, said: tuple[str, tuple[str, ...]] | None
) -> None:
    content = (
        f"Tjänsteskrivelse\n2021-03-04\n\nSvar på motion om kajen\n\nBakgrund\n{summary}\n"
    )
    found = extract(text(content), document_id="d1", source="skrivelse.txt")
    assert [(r.text, r.persons) for r in found.statements] == ([said] if said else [])
    assert found.positions == ()
