"""Matters in the forms of a large council and its board: where each party stood."""

import pytest

from pipeline.extraction import extract
from pipeline.models import Extraction
from tests.extraction.texts import BOARD, minutes, read_matter, recorded, text

SENT_BACK = "Beslut\nEnligt återremissyrkande från M och L:\nÄrendet återremitteras.\n\n"
TWO_MOTIVES = (
    "Yrkanden\nUlla Rask (V) och Berit Sjöholm (S) yrkar bifall till styrelsens förslag.\n"
    "Göran Ek (M) och Siv Ryd (L) yrkar att ärendet ska återremitteras enligt yrkande från M "
    "och L.\nTore Gran (SD) yrkar i första hand att ärendet ska återremitteras enligt yrkande "
    "från SD och i andra hand enligt yrkande från M och L.\n\n"
)
FIRST = (
    "Omröstning\nGodkänd voteringsproposition: ”Ja för avslag och Nej för bifall till "
    "återremissyrkandet med motiv från M och L.”\n"
)
SECOND = (
    "Omröstning\nGodkänd voteringsproposition: ”Ja för avslag och Nej för bifall till "
    "återremissyrkandet med motiv från SD.”\nBerit Sjöholm (S), Ulla Rask (V) och Kaj Lind "
    "(MP) röstar Ja (3).\nTore Gran (SD) röstar Nej (1).\nGöran Ek (M) och Siv Ryd (L) avstår "
    "från att rösta (2).\n\n"
)
STOOD = {"S": "against", "V": "against", "M": "for", "L": "for", "SD": "for"}


@pytest.mark.parametrize(
    ("votes", "how", "stood"),
    [
        # more than half want it: the vote on the motive that won tells, not the last one
        (
            "Berit Sjöholm (S) och Ulla Rask (V) röstar Ja (2).\nGöran Ek (M), Siv Ryd (L), "
            "Kaj Lind (MP) och Tore Gran (SD) röstar Nej (4).\n\n",
            "votering",
            STOOD | {"MP": "for"},
        ),
        # half or fewer do, but a third: the smaller number wins
        (
            "Berit Sjöholm (S), Ulla Rask (V) och Kaj Lind (MP) röstar Ja (3).\nGöran Ek (M) "
            "och Siv Ryd (L) röstar Nej (2).\n\n",
            "minoritet",
            STOOD | {"MP": "against"},
        ),
    ],
)
def test_each_motive_for_sending_back_is_put(
    votes: str, how: str, stood: dict[str, str]
) -> None:
    read = read_matter(f"{SENT_BACK}{TWO_MOTIVES}{FIRST}{votes}{SECOND}", *BOARD)
    assert [(one.kind, one.outcome) for one in read.votes] == [
        ("återremiss", "nej"),
        ("återremiss", "ja"),
    ]
    assert (read.case.outcome, read.case.decided_by) == ("återremiss", how)
    told = {party: stance for party, (stance, _) in recorded(read).items()}
    assert told == stood


def test_sent_back_on_the_grounds_of_one_paper_and_not_of_another() -> None:
    read = read_matter(
        "Beslut\nEnligt återremissyrkande från S och V:\nFörslaget återremitteras.\n\n"
        "Yrkanden\n"
        "Berit Sjöholm (S) yrkar att ärendet ska återremitteras enligt yrkande från S och V.\n"
        "Göran Ek (M) yrkar att ärendet ska återremitteras enligt yrkande från M och L och "
        "avslag på återremissyrkande från S och V.\n\nBeslutsgång\nOrdföranden ställer först "
        "propositioner på bifall respektive avslag på återremissyrkandet från S och V och "
        "finner att det bifallits.\nOrdföranden ställer härefter propositioner på bifall "
        "respektive avslag på återremissyrkandet från M och L och finner att det avslagits.\n",
        *BOARD,
    )
    told = {party: stance for party, (stance, _) in recorded(read).items()}
    assert told == {"S": "for", "V": "for", "M": "against"}


ONE = (
    "Beslut\nInvånarförslaget bereds inte vidare.\n\nYrkanden\nKaj Lind (MP) yrkar att "
    "förslaget inte ska beredas vidare med hänvisning till yttrandet från MP och S.\n"
    "Göran Ek (M) yrkar att förslaget inte ska beredas vidare.\n\nBeslutsgång\nNämnden "
    "godkänner ordförandens förslag att yrkandena behandlas som ett yrkande.\n\n"
)


def test_what_is_taken_as_one_proposal_is_won_by_all() -> None:
    read = read_matter(ONE, *BOARD)
    assert (read.case.outcome, read.case.decided_by) == ("avslag", "enhälligt")
    assert recorded(read) == {"MP": ("for", "yrkande"), "M": ("for", "yrkande")}


def test_what_is_put_beside_others_is_not_one() -> None:
    other = "Siv Ryd (L) yrkar att förslaget ska beredas vidare.\n\nBeslutsgång"
    put = "Ordföranden ställer propositioner på yrkandena och finner Kaj Linds bifallet.\n"
    read = read_matter(ONE.replace("\nBeslutsgång", other) + put, *BOARD)
    assert recorded(read)["L"] == ("against", "yrkande")
    assert read.case.decided_by == "acklamation"


def test_a_reservation_that_names_a_note_is_no_note() -> None:
    read = read_matter(
        "Beslut\nNämnden godkänner förslaget.\n\nReservation\nGöran Ek (M) och Siv Ryd (L) "
        "reserverar sig mot beslutet i enlighet med vad som framgår av\n"
        "protokollsanteckning från M och L den 4 mars 2021.\n",
        *BOARD,
    )
    assert [(one.act, one.parties) for one in read.statements] == [("reservation", ("M", "L"))]


@pytest.mark.parametrize(
    ("decided", "yrkanden", "outcome", "stood"),
    [
        # whether an initiative is prepared further is what becomes of it
        (
            "Nämnden beslutar att inte bereda invånarförslag 31 vidare.",
            "Ulla Rask (V) yrkar att invånarförslag 31 inte ska beredas vidare med hänvisning "
            "till yttrande från V, S och M.\nKaj Lind (MP) yrkar bifall till yrkande från MP "
            "om att invånarförslag 31 ska beredas vidare.\nTore Gran (SD) yrkar att "
            "invånarförslag 31 ska beredas vidare.",
            "avslag",
            {"V": "for", "MP": "against", "SD": "against"},
        ),
        (
            "Invånarförslag 31 bereds vidare.",
            "Ulla Rask (V) yrkar att förslaget ska beredas vidare.\nTore Gran (SD) yrkar att "
            "förslaget inte ska beredas vidare.",
            "bifall",
            {"V": "for", "SD": "against"},
        ),
        # the chair finds how it goes: other papers that were put lost
        (
            "Nämnden beslutar att inte bereda invånarförslag 31 vidare.",
            "Ulla Rask (V) yrkar att invånarförslag 31 inte ska beredas vidare.\nKaj Lind "
            "(MP) och Tore Gran (SD) yrkar bifall till yrkande från MP.\n\nBeslutsgång\n"
            "Ordföranden ställer propositioner på yrkandena och finner att invånarförslag 31 "
            "inte ska beredas vidare.",
            "avslag",
            {"V": "for", "MP": "against", "SD": "against"},
        ),
        # all want it rejected, and the chair finds that no other proposal was put
        (
            "Förvaltningens förslag till beslut avslås.",
            "Siv Ryd (L) och Göran Ek (M) yrkar bifall till yrkande från L den 4 mars 2021 om "
            "att förvaltningens förslag till beslut avslås.\nKaj Lind (MP) yrkar att "
            "förvaltningens förslag till beslut avslås.\n\nBeslutsgång\nOrdföranden "
            "konstaterar att det endast finns ett förslag till beslut om att avslå "
            "förvaltningens förslag.",
            "avslag",
            {"L": "for", "M": "for", "MP": "for"},
        ),
        # a body that supports a proposal with what parties moved names them as behind it
        (
            "Nämnden tillstyrker förvaltningens förslag med tillägg enligt yrkande\nfrån S "
            "och MP den 4 mars 2021 och föreslår att kommunfullmäktige beslutar:\n1. Bryggan "
            "målas.",
            "Ulla Rask (V) yrkar bifall till förvaltningens förslag och tilläggsyrkande från "
            "S och MP.\nTore Gran (SD) yrkar avslag på förvaltningens förslag.",
            "delvis bifall",
            {"S": "for", "MP": "for", "V": "for", "SD": "against"},
        ),
    ],
)
def test_where_the_parties_stood(
    decided: str, yrkanden: str, outcome: str, stood: dict[str, str]
) -> None:
    read = read_matter(f"Beslut\n{decided}\n\nYrkanden\n{yrkanden}\n", *BOARD)
    assert read.case.outcome == outcome
    assert {party: stance for party, (stance, _) in recorded(read).items()} == stood


def test_a_reservation_whose_words_go_on_behind_the_colon() -> None:
    read = read_matter(
        "Beslut\nNämnden godkänner förslaget.\n\nReservationer\nLedamöterna från M reserverar "
        "sig mot beslutet.\nLedamöterna från L reserverar sig mot beslutet i enlighet med "
        "följande: Vi i Liberalerna reserverar oss mot beslutet om bryggan. Den är för dyr.\n"
        "Fråga 2\nKaj Lind (MP) ställer en fråga som lyder: Vem målar båten?\n",
        *BOARD,
    )
    assert [(one.parties, one.text) for one in read.statements] == [
        (("M",), "reserverar sig mot beslutet."),
        (
            ("L",),
            "Vi i Liberalerna reserverar oss mot beslutet om bryggan. Den är för dyr.",
        ),
    ]


def test_who_stays_out_under_a_heading_for_notes_was_read() -> None:
    read = read_matter(
        "Beslut\nNämnden godkänner förslaget.\n\nProtokollsanteckning\nSiv Ryd (L) deltar "
        "inte i beslutet.\n",
        *BOARD,
    )
    assert recorded(read) == {"L": ("not_participating", "deltar ej")}
    assert read.findings == ()


def read_minutes(matter: str) -> Extraction:
    return extract(text(minutes(matter)), document_id="d1", source="protokoll.txt")


def test_a_question_time() -> None:
    read = read_minutes(
        "§ 7 Ärendenummer HN-2021-00022\nFrågestund\nFråga 1\nSiv Ryd (L) ställer följande "
        "fråga:\n\nÄr du beredd att måla bryggan?\nNämndens ordförande Berit Sjöholm (S) "
        "besvarar frågan.\nFråga 2\nGöran Ek (M) ställer följande fråga:\n\nAvser du att "
        "sälja båten?\nKommunalrådet Ulla Rask (V) besvarar frågan.\n"
    )
    (case,) = read.cases
    assert (case.title, case.item_type, case.outcome) == ("Frågestund", "fråga", None)
    assert [(one.act, one.parties, one.text) for one in read.statements] == [
        ("fråga", ("L",), "Är du beredd att måla bryggan?"),
        ("fråga", ("M",), "Avser du att sälja båten?"),
    ]


@pytest.mark.parametrize(
    ("below", "title"),
    [
        ("Anföranden\nEva Ek har avsagt sig uppdraget som ledamot.", "Anföranden"),
        ("Avsägelse av\nEva Ek (S) från uppdraget", "Avsägelse av Eva Ek (S) från uppdraget"),
    ],
)
def test_a_title_ends_where_somebody_does_something(below: str, title: str) -> None:
    read = read_minutes(f"§ 7 Ärendenummer HN-2021-00022\n{below}\n\nBeslut\nAntecknas.\n")
    assert read.cases[0].title == title


def test_a_number_that_was_not_filled_in_is_no_title() -> None:
    read = read_minutes("§ 7 Ärendenummer\n\nVal av justerare\nBeslut\nEva Ek (S) utses.\n")
    assert (read.cases[0].title, read.cases[0].reference) == ("Val av justerare", None)
