"""One matter from a short text: what became of it, and where each party stood."""

import pytest

from tests.extraction.texts import (
    ADOPTED,
    AGAINST,
    BOARD,
    FOR,
    MOTION,
    NO,
    PUT,
    REJECTED,
    VOTE,
    YES,
    computed,
    read_matter,
    recorded,
)


@pytest.mark.parametrize(
    ("content", "outcome", "how", "stood"),
    [
        # nobody objects
        (ADOPTED, "bifall", "enhälligt", {}),
        # proposals against each other, without a vote
        (
            f"{ADOPTED}Yrkanden\n{AGAINST}{FOR}{PUT}",
            "bifall",
            "acklamation",
            {"L": ("against", "yrkande"), "S": ("for", "yrkande")},
        ),
        # a reservation and the proposal it is for are one piece of evidence
        (
            f"{ADOPTED}Yrkanden\n{AGAINST}Reservation\nSiv Ryd (L) reserverar sig mot "
            "beslutet.",
            "bifall",
            "acklamation",
            {"L": ("against", "reservation")},
        ),
        # another proposal won
        (
            "Beslut\nNämnden godkänner yrkandet från L.\n\nYrkanden\nSiv Ryd (L) yrkar att "
            f"bryggan målas röd.\n\n{FOR}Beslutsgång\nOrdföranden ställer förslagen mot "
            "varandra och finner att nämnden beslutar enligt Siv Ryds yrkande.",
            "avslag",
            "acklamation",
            {"L": ("for", "yrkande"), "S": ("against", "yrkande")},
        ),
        # a vote
        (
            f"{ADOPTED}Yrkanden\n{AGAINST}{VOTE}{YES}{NO}Avstår: Tore Gran (SD)\n",
            "bifall",
            "votering",
            {
                "S": ("for", "votering"),
                "V": ("for", "votering"),
                "MP": ("for", "votering"),
                "L": ("against", "votering"),
                "M": ("against", "votering"),
                "SD": ("abstained", "votering"),
            },
        ),
        # figures without names: nobody's position
        (f"{ADOPTED}{VOTE}3 ja och 2 nej.\n", "bifall", "votering", {}),
        # the decision itself says who stands behind it; C has no seat here
        (
            "Beslut\nEnligt yrkande från C, S och MP:\n1. Köpa båt.\n",
            "bifall",
            "enhälligt",
            {"S": ("for", "yrkande"), "MP": ("for", "yrkande")},
        ),
        # tabled on somebody's proposal
        (
            "Beslut\nÄrendet bordläggs.\n\nBeslutsgång\n"
            "På förslag av Siv Ryd (L) bordläggs ärendet.",
            "bordläggning",
            "enhälligt",
            {"L": ("for", "yrkande")},
        ),
        # comments are neither for nor against, and a substitute's are nobody's
        (
            f"{ADOPTED}Särskilt uttalande\nUlla Rask (V) lämnar ett särskilt uttalande: "
            "Mer båt.",
            "bifall",
            "enhälligt",
            {"V": ("remark", "särskilt uttalande")},
        ),
        (
            f"{ADOPTED}Särskilt uttalande\nNils Ask (KD) lämnar ett särskilt uttalande: "
            "Mer båt.",
            "bifall",
            "enhälligt",
            {},
        ),
        (
            f"{ADOPTED}Reservation\nNils Ask (KD) reserverar sig mot beslutet.",
            "bifall",
            "enhälligt",
            {},
        ),
        # a party without a seat
        (
            f"{ADOPTED}Reservation\nCenterpartiet reserverar sig mot beslutet.",
            "bifall",
            "enhälligt",
            {},
        ),
        # staying out
        (
            f"{ADOPTED}Deltar inte i beslutet\nSiv Ryd (L) deltar inte i beslutet.",
            "bifall",
            "enhälligt",
            {"L": ("not_participating", "deltar ej")},
        ),
        (
            f"{ADOPTED}Jäv\nSiv Ryd (L) anmäler jäv och deltar inte i beslutet.",
            "bifall",
            "enhälligt",
            {"L": ("not_participating", "jäv")},
        ),
        # speaking, and declining to give an opinion, are no positions
        (f"{ADOPTED}Siv Ryd (L) yttrar sig.", "bifall", "enhälligt", {}),
        ("Beslut\nNämnden avstår från att yttra sig.", "övrigt", "enhälligt", {}),
    ],
)
def test_a_proposal(
    content: str, outcome: str, how: str, stood: dict[str, tuple[str, str]]
) -> None:
    one = read_matter(content, *BOARD)
    assert (one.case.outcome, one.case.decided_by) == (outcome, how)
    assert recorded(one) == stood


@pytest.mark.parametrize(
    ("content", "outcome", "how", "stood"),
    [
        (
            f"{REJECTED}Yrkanden\nSiv Ryd (L) yrkar bifall till motionen.\n\nUlla Rask "
            "(V) yrkar "
            "avslag på motionen.\n\nBeslutsgång\nOrdföranden finner att nämnden avslår "
            "motionen.",
            "avslag",
            "acklamation",
            {"L": ("against", "yrkande"), "V": ("for", "yrkande")},
        ),
        # Ja is to reject; M moved, voted and reserved: one position
        (
            f"{REJECTED}Yrkanden\nGöran Ek (M) yrkar bifall till motionen.\n\n"
            "Votering\nJa för "
            f"avslag på motionen. Nej för bifall till motionen.\n\n{YES}{NO}\n"
            "Reservation\nGöran Ek (M) reserverar sig till förmån för eget yrkande.",
            "avslag",
            "votering",
            {
                "S": ("for", "votering"),
                "V": ("for", "votering"),
                "MP": ("for", "votering"),
                "M": ("against", "reservation"),
                "L": ("against", "votering"),
            },
        ),
        # granted
        (
            "Beslut\nNämnden bifaller motionen.\n\nYrkanden\nSiv Ryd (L) yrkar bifall till "
            "motionen.\n\nUlla Rask (V) yrkar avslag på motionen.\n\n",
            "bifall",
            "acklamation",
            {"L": ("for", "yrkande"), "V": ("against", "yrkande")},
        ),
        # answered: neither granted nor rejected
        (
            "Beslut\nMotionen anses besvarad.\n\nYrkanden\nSiv Ryd (L) yrkar bifall till "
            "motionen."
            "\n\nUlla Rask (V) yrkar att motionen ska anses besvarad.\n\n",
            "besvarad",
            "acklamation",
            {"L": ("against", "yrkande"), "V": ("for", "yrkande")},
        ),
        # "avslag", and nothing said about on what: on the motion; "bifall" may be on either
        (
            f"{REJECTED}Yrkanden\nSiv Ryd (L) yrkar bifall.\n\n"
            "Ulla Rask (V) yrkar avslag.\n\n",
            "avslag",
            "acklamation",
            {"V": ("for", "yrkande")},
        ),
        # what the background says the authors ask for is nobody's act
        (
            f"{REJECTED}Ärendet\nSiv Ryd (L) och motionärerna yrkar att kajen sopas.",
            "avslag",
            "enhälligt",
            {},
        ),
    ],
)
def test_a_motion(
    content: str, outcome: str, how: str, stood: dict[str, tuple[str, str]]
) -> None:
    one = read_matter(content, *BOARD, title=MOTION)
    assert (one.case.outcome, one.case.decided_by) == (outcome, how)
    assert (one.case.item_type, recorded(one)) == ("motion", stood)


def test_a_minority_sends_back() -> None:
    one = read_matter(
        "Beslut\nÄrendet återremitteras.\n\nVotering\nJa för att avgöra ärendet i dag. "
        f"Nej för återremiss.\n\n{YES}{NO}",
        *BOARD,
    )
    (vote,) = one.votes
    assert (vote.kind, vote.outcome, vote.decided_by) == ("återremiss", "nej", "minoritet")
    assert (one.case.outcome, one.case.decided_by) == ("återremiss", "minoritet")
    # the smaller number got what it wanted
    assert {p: s for p, (s, _) in recorded(one).items()} == {
        "S": "against",
        "V": "against",
        "MP": "against",
        "L": "for",
        "M": "for",
    }


def test_the_casting_vote_told_by_what_was_decided() -> None:
    one = read_matter(
        f"{ADOPTED}{VOTE}2 ja och 2 nej. Ordföranden avgör med sin utslagsröst.", *BOARD
    )
    assert [(v.outcome, v.decided_by) for v in one.votes] == [("ja", "utslagsröst")]
    assert one.case.decided_by == "utslagsröst"


def test_names_that_do_not_add_up_give_a_finding_and_no_positions() -> None:
    one = read_matter(f"{ADOPTED}{VOTE}4 ja och 2 nej.\n\n{YES}{NO}", *BOARD)
    assert one.findings == ("§ 7: 4 ja och 2 nej anges, men 3 ja och 2 nej kan räknas",)
    assert [(v.yes, v.no) for v in one.votes] == [(4, 2)]
    assert len(one.ballots) == 5
    assert recorded(one) == {}


def test_a_party_that_moved_what_lost_and_abstained_is_against() -> None:
    """Mistake 5: abstaining is often having another alternative."""
    one = read_matter(
        f"{ADOPTED}Yrkanden\n{AGAINST}{VOTE}{YES}Nej-röster: Göran Ek (M)\nAvstår: Siv "
        "Ryd (L)\n",
        *BOARD,
    )
    assert recorded(one)["L"] == ("against", "yrkande")


def test_a_party_on_both_sides_is_split() -> None:
    one = read_matter(
        f"{ADOPTED}{VOTE}Ja-röster: Eva Ek (S), Bo Alm (S)\nNej-röster: Ulf Ro (S), "
        "Siv Li (M)",
        "Eva Ek (S)",
        "Bo Alm (S)",
        "Ulf Ro (S)",
        "Siv Li (M)",
    )
    assert recorded(one) == {"S": ("split", "votering"), "M": ("against", "votering")}


def test_the_disqualified_of_a_party_with_others_left() -> None:
    one = read_matter(
        f"{ADOPTED}Jäv\nSiv Ryd (L) anmäler jäv och deltar inte i beslutet.",
        *BOARD,
        "Bo Alm (L)",
    )
    assert recorded(one) == {}
    assert computed(one)["L"] == "silent"


def test_an_addition_that_lost_beside_what_was_adopted() -> None:
    one = read_matter(
        f"{ADOPTED}Yrkanden\nSiv Ryd (L) yrkar bifall till förvaltningens förslag.\n\n"
        "Siv Ryd (L) yrkar bifall till tilläggsyrkandet från L.\n\nBeslutsgång\nOrdföranden "
        "finner att nämnden beslutar enligt förvaltningens förslag och avslår "
        "tilläggsyrkandet "
        "från L.",
        *BOARD,
    )
    assert [p.adopted for p in one.proposals] == [True, False]
    assert recorded(one) == {"L": ("for", "yrkande")}


@pytest.mark.parametrize(
    ("tie", "won"),
    [
        ("Ordföranden har utslagsröst, varför förslaget avslås.", "nej"),
        ("Nämnden beslutar med ordförandens utslagsröst att bifalla förslaget.", "ja"),
    ],
)
def test_a_finding_that_the_vote_turned(tie: str, won: str) -> None:
    one = read_matter(
        f"Yrkanden\n{FOR}{AGAINST}Beslutsgång\nOrdföranden finner att förslaget bifallits. "
        "Omröstning begärs. Vid omröstningen avges 3 ja-röster för bifall och 3 nej-röster "
        "för "
        f"avslag. {tie}\n\nBeslut\nNämnden {'avslår' if won == 'nej' else 'bifaller'} "
        "förvaltningens förslag.\n",
        *BOARD,
    )
    assert [v.outcome for v in one.votes] == [won]
    stances = {party: stance for party, (stance, _) in recorded(one).items()}
    sides = ("against", "for") if won == "nej" else ("for", "against")
    assert (stances["S"], stances["L"]) == sides


def test_the_casting_vote_for_a_rejection() -> None:
    one = read_matter(
        "Beslut\nNämnden avslår förslaget.\n\nVotering\nJa för bifall till förslaget. Nej för "
        "avslag på förslaget.\n\n2 ja och 2 nej. Ordföranden avgör med sin utslagsröst.",
        *BOARD,
    )
    assert [v.outcome for v in one.votes] == ["nej"]
