"""One matter in forms of its own: members in decisions, earlier rounds, unknown fates."""

import pytest

from tests.extraction.texts import (
    ADOPTED,
    AGAINST,
    BOARD,
    FOR,
    MOTION,
    PUT,
    REJECTED,
    computed,
    read_matter,
    recorded,
)


@pytest.mark.parametrize(
    ("said", "party", "stance"),
    [
        ("Siv Ryd (L) deltar inte i beslutet.", "L", "not_participating"),
        ("Siv Ryd (L) har anmält jäv och deltar inte i ärendet.", "L", "not_participating"),
        ("Mot beslutet reserverar sig ledamöterna från (l).", "L", "against"),
        ("Reservation mot beslutet: Siv Ryd (L), Göran Ek (M).", "M", "against"),
        ("Ulla Rask anmäler avvikande mening.", "V", "against"),
        ("Mot beslutet anmälde Ulla Rask (V) avvikande mening.", "V", "against"),
        ("Skiljaktig mening\nUlla Rask (V) är skiljaktig.", "V", "against"),
        (
            "Göran Ek (M) och Siv Ryd (L) anmäler avvikande uppfattning enligt följande: "
            "Kajen är dyr.",
            "L",
            "against",
        ),
    ],
)
def test_what_a_member_does_is_no_point_of_the_decision(
    said: str, party: str, stance: str
) -> None:
    one = read_matter(ADOPTED + said, *BOARD)
    assert one.case.decision == ("Nämnden godkänner förvaltningens förslag.",)
    assert one.case.outcome == "bifall"
    assert recorded(one)[party][0] == stance


@pytest.mark.parametrize(
    "said",
    [
        "Ulla Rask (V) har ingen avvikande mening men undrar över kostnaden.",
        "Ulla Rask (V) lämnar inte någon reservation.",
        "Hamnrådet har en avvikande mening om kajen.",
    ],
)
def test_what_is_no_dissent(said: str) -> None:
    assert "V" not in recorded(read_matter(f"{ADOPTED}{said}\n", *BOARD))


def test_a_finding_that_there_are_proposals_is_no_decision() -> None:
    one = read_matter(
        f"{ADOPTED}Yrkanden\nSiv Ryd (L) yrkar återremiss, i andra hand "
        f"avslag.\n\nGöran Ek (M) "
        f"yrkar bifall till Siv Ryds (L) yrkande.\n\n{FOR}Beslutsgång\nOrdföranden "
        f"finner att det "
        "finns ett återremissyrkande från Siv Ryd (L). Ordföranden finner därefter att "
        "nämnden "
        "beslutar enligt förvaltningens förslag.",
        *BOARD,
    )
    assert recorded(one) == {
        "L": ("against", "yrkande"),
        "M": ("against", "yrkande"),
        "S": ("for", "yrkande"),
    }


@pytest.mark.parametrize(
    ("background", "moved"),
    [
        ("Under mötet föreslog Siv Ryd (L) avslag.", {"L": ("against", "yrkande")}),
        (
            "Kajen är dyr.\n\nUnder mötet yrkade Siv Ryd (L) avslag.",
            {"L": ("against", "yrkande")},
        ),
        # a meeting of another body, or on another day
        ("Hamnutskottet sa nej.\n\nUnder mötet föreslog Siv Ryd (L) avslag.", {}),
        ("Ärendet togs upp 2020-01-02.\n\nUnder mötet föreslog Siv Ryd (L) avslag.", {}),
    ],
)
def test_what_was_moved_at_the_meeting_told_in_the_background(
    background: str, moved: dict[str, tuple[str, str]]
) -> None:
    put = (
        "Ordföranden ställer förslagen mot varandra och finner att nämnden bifaller förslaget."
    )
    read = read_matter(f"Sammanfattning\n{background}\n\n{put}\n\n{ADOPTED}", *BOARD)
    assert {p: told for p, told in recorded(read).items() if told[0] != "for"} == moved


def test_a_vote_on_a_proposal_to_reject() -> None:
    one = read_matter(
        f"{REJECTED}Yrkanden\nSiv Ryd (L): bifall till motionen.\n\nBerit Sjöholm (S): bifall "
        "till kommunstyrelsens förslag.\n\nOmröstning\nJa-röst för kommunstyrelsens "
        "förslag att "
        "avslå motionen. Nej-röst för bifall till motionen.\n\n7 ja och 4 nej.",
        *BOARD,
        title=MOTION,
    )
    assert recorded(one) == {"L": ("against", "yrkande"), "S": ("for", "yrkande")}


@pytest.mark.parametrize(
    "heading", ["Överläggning", "Dagens sammanträde", "Under sammanträdet", "Ärendet\nText.\n"]
)
def test_what_is_moved_under_a_heading_for_the_debate(heading: str) -> None:
    one = read_matter(f"{ADOPTED}{heading}\n\n{AGAINST}{FOR}{PUT}", *BOARD)
    assert recorded(one) == {"L": ("against", "yrkande"), "S": ("for", "yrkande")}


def test_the_decision_of_an_earlier_body_is_not_this_ones() -> None:
    one = read_matter(
        "ARBETSUTSKOTTET BESLUTAR\natt avslå förslaget.\n\nHAMNNÄMNDEN BESLUTAR\natt anta "
        "planen, samt\natt bygga bryggan.\n________",
        *BOARD,
    )
    assert one.case.decision == ("att anta planen, samt", "att bygga bryggan.")
    assert one.case.outcome == "bifall"


def test_a_proposal_of_several_parties_that_won() -> None:
    one = read_matter(
        "Beslut\nRamarna fastställs.\n\nYrkanden\nBerit Sjöholm (S) yrkar bifall till S "
        "och V:s "
        "budgetförslag.\n\nSiv Ryd (L) yrkar bifall till Liberalernas budgetförslag.\n\n"
        "Beslutsgång\nOrdföranden ställer förslagen mot varandra och finner att nämnden "
        "beslutar "
        "enligt Socialdemokraternas och Vänsterpartiets budgetförslag.",
        *BOARD,
    )
    assert recorded(one) == {"S": ("for", "yrkande"), "L": ("against", "yrkande")}


def test_what_the_chair_found_before_a_vote_that_is_not_read() -> None:
    one = read_matter(
        f"Beslut\nNämnden avslår förslaget.\n\nYrkanden\n{AGAINST}{FOR}{PUT}Votering "
        f"begärs. Se "
        "bilaga 3.",
        *BOARD,
    )
    assert recorded(one) == {"L": ("for", "yrkande"), "S": ("against", "yrkande")}


def test_opposite_proposals_of_unknown_fate_were_put_against_each_other() -> None:
    one = read_matter(
        "Beslut\nNämnden bifaller motionens första att-sats och avslår den "
        "andra.\n\nYrkanden\n"
        "Siv Ryd (L) yrkar bifall till motionen.\n\nTore Gran (SD) yrkar avslag på motionen.",
        *BOARD,
        title=MOTION,
    )
    assert (one.case.outcome, one.case.decided_by) == ("delvis bifall", "acklamation")
    assert recorded(one) == {}


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Yrkanden i hamnnämnden", {"L": ("against", "yrkande")}),
        ("Yrkanden i kommunfullmäktige", {"L": ("against", "yrkande")}),
        # an earlier round
        ("Yrkanden i arbetsutskottet", {}),
    ],
)
def test_rounds_that_a_heading_names(heading: str, said: dict[str, tuple[str, str]]) -> None:
    assert recorded(read_matter(f"{ADOPTED}{heading}\n{AGAINST}", *BOARD)) == said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", {"S": ("for", "yrkande")}),
        # it may have been granted against the board
        ("Siv Ryd (L) yrkar bifall till motionen.\n\n", {"L": ("for", "yrkande")}),
    ],
)
def test_a_motion_granted_on_the_only_proposal(
    more: str, said: dict[str, tuple[str, str]]
) -> None:
    one = read_matter(
        "Beslut\nNämnden bifaller motionen.\n\nYrkanden\nBerit Sjöholm (S) yrkar bifall till "
        f"kommunstyrelsens förslag.\n\n{more}",
        *BOARD,
        title=MOTION,
    )
    assert recorded(one) == said


@pytest.mark.parametrize(
    ("finds", "said"),
    [
        (
            "Ordföranden finner att nämnden bifaller Berit Sjöholms (S) yrkande.\n\n"
            "Beslut\nMotionen bifalls.",
            {"S": ("for", "yrkande"), "L": ("against", "yrkande")},
        ),
        # "bifall" may be to the motion or to the proposal to reject it
        (
            "Ordföranden finner att nämnden beslutar enligt Siv Ryds (L) yrkande.\n\n"
            "Beslut\nMotionen avslås.",
            {"L": ("for", "yrkande")},
        ),
    ],
)
def test_bifall_to_nothing_said(finds: str, said: dict[str, tuple[str, str]]) -> None:
    one = read_matter(
        "Yrkanden\nBerit Sjöholm (S) yrkar bifall.\nSiv Ryd (L) yrkar avslag.\n\n"
        f"Beslutsgång\n{finds}",
        *BOARD,
        title=MOTION,
    )
    assert (one.case.decided_by, recorded(one)) == ("acklamation", said)


@pytest.mark.parametrize(
    ("decided", "stood"),
    [
        ("enligt förvaltningens förslag med undantag av punkt 2.", {"S": ("for", "yrkande")}),
        ("enligt förvaltningens förslag, dock utgår punkt 2.", {"S": ("for", "yrkande")}),
        # another point, or it is not told which
        (
            "enligt förvaltningens förslag med undantag av punkt 3.",
            {"S": ("against", "yrkande")},
        ),
        ("enligt förvaltningens förslag med undantag av sista punkten.", {}),
        ("enligt förvaltningens förslag.", {"S": ("against", "yrkande")}),
        ("att anta taxan.", {}),
    ],
)
def test_a_point_that_was_left_out_of_what_was_adopted(
    decided: str, stood: dict[str, tuple[str, str]]
) -> None:
    """Who wanted a point out got it, or may have got it: then nothing is told."""
    one = read_matter(
        "Yrkanden\nBerit Sjöholm (S) yrkar att punkt 2 utgår.\n\n"
        f"Beslut\nNämnden beslutar {decided}",
        *BOARD,
    )
    assert recorded(one) == stood


def test_who_wants_the_matter_treated_today() -> None:
    one = read_matter(
        "Beslut\nNämnden bordlägger ärendet.\n\nOrdförandens förslag till beslut\nÄrendet "
        "bordläggs.\n\nYrkanden\nSiv Ryd (L) yrkar att ärendet ska behandlas idag.",
        *BOARD,
    )
    assert one.case.decision == ("Nämnden bordlägger ärendet.",)
    assert recorded(one) == {"L": ("against", "yrkande")}


def test_who_moved_something_of_unknown_fate_was_not_silent() -> None:
    one = read_matter(f"{ADOPTED}Yrkanden\nSiv Ryd (L) yrkar att kajen sopas.", *BOARD)
    assert "L" not in computed(one)


@pytest.mark.parametrize(
    ("moved", "stood"),
    [
        # the chair moved another proposal than the one before the body
        (
            "Berit Sjöholm (S) yrkar att bryggan målas grön.\nSiv Ryd (L) yrkar bifall till "
            "förvaltningens förslag.",
            {"S": "for", "L": "against"},
        ),
        # what is called the chair's is the proposal before the body
        (
            "Berit Sjöholm (S) yrkar bifall till förvaltningens förslag.\nSiv Ryd (L) yrkar "
            "avslag på förvaltningens förslag.",
            {"S": "for", "L": "against"},
        ),
        (
            "Göran Ek (M) yrkar bifall till ordförandens förslag.\nSiv Ryd (L) yrkar avslag.",
            {"M": "for", "L": "against"},
        ),
    ],
)
def test_the_proposal_of_the_chair(moved: str, stood: dict[str, str]) -> None:
    read = read_matter(
        f"Beslut\nBryggan målas grön.\n\nYrkanden\n{moved}\n\nBeslutsgång\nOrdföranden frågar "
        "om ordförandens förslag till beslut kan antas och finner att så sker.\n",
        *BOARD,
    )
    told = {row.party: row.stance for row in read.positions if row.stance != "silent"}
    assert told == stood
