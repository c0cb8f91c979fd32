"""Rounds of a matter that a paper tells under headings of their own."""

import pytest

from pipeline.extraction import extract
from pipeline.extraction.retold import course, retold
from pipeline.models import Extraction
from tests.extraction.texts import text

HEAD = (
    "Tallviks kommun\nDnr KS 2021/17\n\nMotion om nya bryggor\n\n"
    "Kommunstyrelsens förslag till kommunfullmäktige\n\nMotionen avslås.\n\nÄrendet\n\n"
    "Siv Ryd (L) har i en motion föreslagit nya bryggor.\n\nGöran Ek (M) stöder motionen.\n\n"
)
BOARD = (
    "Kommunstyrelsens behandling\n\n"
    "Kommunstyrelsen behandlade ärendet den 4 maj 2021 § 31.\n\n"
    "Göran Ek (M) yrkar bifall till motionen.\nUlla Rask (V) yrkar avslag på motionen.\n\n"
    "Ordföranden ställer yrkandena mot varandra och finner att kommunstyrelsen beslutar avslå "
    "motionen.\n\nGöran Ek (M) reserverar sig mot beslutet.\n\n"
)
COMMITTEE = (
    "Arbetsutskottet 2021-04-20 § 14\n\nTore Gran (SD) deltar inte i beslutet.\n\n"
    "Beslut\nArbetsutskottet föreslår att motionen avslås.\n\n"
)
ASKED = (
    "Hamn- och kajnämndens yttrande 2021-03-04\n\nNämnden tillstyrkte motionen.\n\n"
    "Ulla Rask (V) reserverade sig mot beslutet.\n\nBeslutsunderlag\nMotion 2021-01-01\n"
)


def read(content: str) -> Extraction:
    return extract(text(content), document_id="d1", source="handling.txt")


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Kommunstyrelsens behandling 2021-05-04", ("Kommunstyrelsen", "2021-05-04")),
        ("Kommunstyrelsens behandling av ärendet", ("Kommunstyrelsen", None)),
        ("Behandling i kommunstyrelsen den 4 maj 2021", ("Kommunstyrelsen", "2021-05-04")),
        ("Kommunstyrelsens beslut den 4 maj 2021 § 31", ("Kommunstyrelsen", "2021-05-04")),
        ("Kommunstyrelsen den 4 maj 2021, § 31", ("Kommunstyrelsen", "2021-05-04")),
        ("Kommunstyrelsens arbetsutskott 2021-05-04 § 31",
         ("Kommunstyrelsens arbetsutskott", "2021-05-04")),
        ("Kommunstyrelsens arbetsutskotts behandling",
         ("Kommunstyrelsens arbetsutskott", None)),
        ("Arbetsutskottets överläggning", ("Arbetsutskottet", None)),
        ("Hamn- och kajnämndens yttrande 2021-05-04", ("Hamn- och kajnämnden", "2021-05-04")),
        ("KSAU § 31 2021-05-04", None),
        ("KSAU 2021-05-04 § 31", ("Kommunstyrelsens arbetsutskott", "2021-05-04")),
        # a letterhead, and what is no heading
        ("Kommunstyrelsen 2021-05-04", None),
        ("Kommunstyrelsens förslag till beslut", None),
        ("Kommunstyrelsens behandling av frågan har dröjt.", None),
        ("Kommunstyrelsen behandlar ärendet 2021-05-04, § 40",
         ("Kommunstyrelsen", "2021-05-04")),
        ("Kommunstyrelsens behandling\n\nKommunstyrelsen behandlade ärendet 2021-05-04 § 40.",
         ("Kommunstyrelsen", "2021-05-04")),
    ],
)  # fmt: skip
def test_headings_of_rounds(heading: str, told: tuple[str, str | None] | None) -> None:
    found = retold(f"{heading}\n\nSiv Ryd (L) yrkar avslag.\n")
    assert [(one.body, one.date) for one in found] == ([told] if told else [])


def test_headings_without_acts_and_of_several_matters_open_no_rounds() -> None:
    assert retold("Kommunstyrelsens behandling\n\nDet gick fort.\n") == []
    twice = "Kommunstyrelsens behandling\n\nSiv Ryd (L) yrkar avslag.\n\n"
    assert retold(twice * 2) == []
    # one of them a letterhead
    top = "Kommunstyrelsens sammanträde 2021-05-04\n\nEn brygga.\n\n"
    assert [one.body for one in retold(top + twice)] == ["Kommunstyrelsen"]


def test_rounds_of_a_paper_to_the_council() -> None:
    found = read(HEAD + BOARD + COMMITTEE + ASKED)
    (case,) = found.cases
    assert (found.document.kind, case.item_type, case.title) == (
        "utlåtande",
        "motion",
        "Motion om nya bryggor",
    )
    assert (case.body, case.date) == ("Kommunstyrelsen", "2021-05-04")
    assert (case.outcome, case.decided_by, case.decision) == (
        "avslag",
        "acklamation",
        ("Motionen avslås.",),
    )
    assert [(r.body, r.date, r.party, str(r.stance)) for r in found.positions] == [
        ("Kommunstyrelsen", "2021-05-04", "M", "against"),
        ("Kommunstyrelsen", "2021-05-04", "V", "for"),
        ("Arbetsutskottet", "2021-04-20", "SD", "not_participating"),
        ("Hamn- och kajnämnden", "2021-03-04", "V", "against"),
    ]
    acts = [(str(r.act), r.parties) for r in found.statements]
    assert acts == [
        ("motion", ("L",)),
        ("yrkande", ("M",)),
        ("yrkande", ("V",)),
        ("reservation", ("M",)),
        ("reservation", ("V",)),
    ]


def test_what_officials_tell_of_rounds_is_no_position() -> None:
    assert read(f"TJÄNSTESKRIVELSE\n\n{HEAD}{BOARD}").positions == ()


def test_minutes_that_tell_of_rounds_stay_minutes() -> None:
    found = read(f"Sammanträdesprotokoll\nKommunfullmäktige\n\n§ 4\n{HEAD}{BOARD}")
    assert found.document.kind == "protokoll"


def test_the_course_of_a_matter_at_the_top() -> None:
    top = "KF § 98      2021-09-27\nKS § 176     2021-09-06\nKSAU § 142     2021-08-23\n"
    assert len(list(course(f"{top}\nSvar på motion"))) == 3
    assert not list(course("KS § 176   2021-09-06\n\nNy brygga"))
    found = read(top + HEAD + BOARD)
    assert (found.document.kind, len(found.cases)) == ("utlåtande", 1)


def test_the_list_at_the_top_dates_the_bodies_below() -> None:
    found = read(
        "KF § 98     2021-09-27\nKS § 176     2021-09-06\n\nNy taxa i hamnen\n\n"
        "Kommunfullmäktige\n\nYrkanden\nSiv Ryd (L) yrkar avslag på kommunstyrelsens "
        "förslag.\n\nBeslut\nKommunfullmäktige antar taxan.\n\n"
        "Kommunstyrelsen\n\nGöran Ek (M) deltar inte i beslutet.\n\n"
        "Beslut\nKommunstyrelsen föreslår att taxan antas.\n"
    )
    (case,) = found.cases
    assert (case.body, case.date, case.outcome) == (
        "Kommunfullmäktige",
        "2021-09-27",
        "bifall",
    )
    assert [(r.body, r.date, r.party, str(r.stance)) for r in found.positions] == [
        ("Kommunfullmäktige", "2021-09-27", "L", "against"),
        ("Kommunstyrelsen", "2021-09-06", "M", "not_participating"),
    ]
