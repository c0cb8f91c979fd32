"""What officials write: a matter with its paper's body and date, and no party's position."""

import pytest

from pipeline.extraction import extract
from pipeline.extraction.officials import written_by_official
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


# the office in a head of its own, and whose decision is proposed above the points
OFFICE = """Tallviks Stad, Hamnförvaltningen Norra

Tjänsteutlåtande
Utfärdat 2021-03-04
Diarienummer N16-0017/21

Remissvar – motion av Siv Ryd (L) om bryggor

Förslag till beslut

I socialnämnd Norra

1. Socialnämnd Norra avstyrker motionen.

Sammanfattning

Bryggorna räcker.
"""


@pytest.mark.parametrize(
    ("content", "body", "reference"),
    [
        (LETTER, "Kommunstyrelsen", "KS 2021/17"),
        (ADDRESSED, "Hamnnämnden", None),
        (OFFICE, "Socialnämnd Norra", "N16-0017/21"),
    ],
)
def test_what_officials_write(content: str, body: str, reference: str | None) -> None:
    found = extract(text(content), document_id="d1", source="skrivelse.txt")
    (case,) = found.cases
    assert found.document.kind == "utlåtande"
    assert (case.body, case.date, case.reference) == (body, "2021-03-04", reference)
    # what is proposed is no decision, and a round retold is none of this paper's acts
    assert (case.outcome, case.decision) == (None, ())
    assert "motion" in (case.title or "")
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


@pytest.mark.parametrize(
    ("top", "official"),
    [
        ("Handläggare       Datum\nMaj Lod       2021-03-04\n\nFörslag till beslut\n", True),
        ("Handläggare: Maj Lod\n\nHamnen är stor.\n", False),
        ("Kommunstyrelsens handling\n\nFörslag till beslut\n", False),
    ],
)  # fmt: skip
def test_written_by_official(top: str, official: bool) -> None:
    assert written_by_official(top) == official


@pytest.mark.parametrize(
    ("content", "body", "outcome"),
    [
        ("YTTRANDE\nDnr HN 2021/17\n\nTill kommunstyrelsen\n\n"
         "Hamn- och kajnämndens yttrande över motion om bryggor\n\n"
         "Bo Tegel (S) har en poäng.\n\nNämnden tillstyrker motionen.\n\n"
         "För hamn- och kajnämnden\n\nSiv Ryd (L)\nOrdförande\n",
         "Hamn- och kajnämnden", "bifall"),
        ("Remissvar\n\nHamnnämnden          2021-03-04\n\nRemiss: Motion om bryggor\n\n"
         "Hamnnämnden avstyrker motionen.\n\nSiv Ryd (L)\n", "Hamnnämnden", "avslag"),
        ("Hamnnämnden          YTTRANDE\n          2021-03-04\n\n          Kommunstyrelsen\n\n"
         "Yttrande över motion om bryggor\n\nNämnden har läst den.\n", "Hamnnämnden", None),
    ],
)  # fmt: skip
def test_a_board_answers_a_referral(content: str, body: str, outcome: str | None) -> None:
    found = extract(text(content), document_id="d1", source="remissvar.txt")
    (case,) = found.cases
    assert (found.document.kind, case.body, case.outcome) == ("utlåtande", body, outcome)
    # who signs for a board acts for no party
    assert (found.statements, found.positions) == ((), ())
