"""Matters told in forms of their own: what was decided, and how."""

import pytest

from pipeline.extraction.own_sections import own_rounds
from tests.extraction.texts import (
    ADOPTED,
    BOARD,
    FOR,
    MOTION,
    PUT,
    VOTE,
    cut,
    read_matter,
    recorded,
)


@pytest.mark.parametrize(
    ("proposed", "outcome"),
    [
        ("Nämnden antar planen med ändringen att kajen utgår.", "bifall"),
        ("Nämnden antar planen.", "delvis bifall"),
    ],
)
def test_a_change_that_was_proposed_is_none_to_the_proposal(
    proposed: str, outcome: str
) -> None:
    read = read_matter(
        "Beslut\nNämnden antar planen med ändringen\natt kajen utgår.\n\nFörslag till beslut"
        f"\n{proposed}\n"
    )
    assert read.case.outcome == outcome


@pytest.mark.parametrize(
    ("content", "how"),
    [
        (
            "Sluten omröstning genomförs. Eva Ek (S) får 9 röster, Bo Alm (M) 4 röster.\n",
            "votering",
        ),
        ("Valsedlarna räknas.\n", "votering"),
        ("Någon sluten omröstning begärs inte.\n", "enhälligt"),
        (
            "Sluten omröstning ger fyra röster var. Lottning genomförs och utfaller till Eva "
            "Eks fördel.\n",
            "lottning",
        ),
    ],
)
def test_elections_by_secret_ballot(content: str, how: str) -> None:
    read = read_matter(
        f"Beslut\nEva Ek (S) väljs till ordförande.\n\n{content}", title="Val av ordförande"
    )
    assert read.case.decided_by == how


def test_a_matter_whose_decision_stands_in_other_minutes() -> None:
    read = read_matter(
        "Paragrafen är omedelbart justerad och finns i protokoll justerat den 3 mars 2021.\n",
        *BOARD,
    )
    assert (read.case.outcome, read.case.decision, read.positions) == (None, (), ())


def test_a_matter_sent_back_because_a_third_wanted_it() -> None:
    read = read_matter(
        "Beslut\nÄrendet återremitteras.\n\nYrkanden\nSiv Ryd (L) yrkar återremiss.\n\n"
        "Beslutsgång\nMer än en tredjedel stöder yrkandet om återremiss.\n",
        *BOARD,
    )
    assert (read.case.outcome, read.case.decided_by) == ("återremiss", "minoritet")


@pytest.mark.parametrize(
    ("content", "decision"),
    [
        (
            "Hamnnämnden beslutar att köpa bryggan.\n\nSiv Ryd (L) yrkar avslag.\n\n"
            "Ordföranden finner att förslaget antas.\n",
            ("Hamnnämnden beslutar att köpa bryggan.",),
        ),
        # the decision comes last
        (
            "Hamnnämnden behandlade frågan i mars.\n\nSiv Ryd (L) yrkar avslag.\n\n"
            "Hamnnämnden beslutar att köpa bryggan.\n",
            ("Hamnnämnden beslutar att köpa bryggan.",),
        ),
        # … with who reserves themselves and to whom it is sent below it
        (
            "Siv Ryd (L) yrkade att ärendet skulle bordläggas.\n\n"
            "Hamnnämnden beslöt uppdra åt presidiet att köpa bryggan.\n\n"
            "Mot beslutet reserverade sig l-ledamöterna till förmån för bordläggning.\n\n"
            "Beslutsexpediering: akten, presidiet\n",
            ("Hamnnämnden beslöt uppdra åt presidiet att köpa bryggan.",),
        ),
        # what was decided on another day is told
        (
            "Siv Ryd (L) yrkar avslag.\n\nHamnnämnden beslutade den 3 maj 2019 att vänta.\n",
            ("Hamnnämnden beslutade den 3 maj 2019 att vänta.",),
        ),
        # what members move is not decided
        (
            "Hamnnämnden avslår förslaget.\n\nTor Lind (V) instämmer i Siv Ryds (L) yrkande.\n"
            "Siv Ryd (L) yrkar bifall till förslaget.\n",
            ("Hamnnämnden avslår förslaget.",),
        ),
    ],
)
def test_a_decision_without_a_heading(content: str, decision: tuple[str, ...]) -> None:
    assert read_matter(content, *BOARD).case.decision == decision


def test_what_was_moved_above_a_decision_without_a_heading_is_not_decided() -> None:
    read = read_matter(
        "Siv Ryd (L) yrkade att ärendet skulle bordläggas. Göran Ek (M) yrkade bifall.\n\n"
        "Hamnnämnden beslöt uppdra åt presidiet att köpa bryggan.\n\n"
        "Mot beslutet reserverade sig l-ledamöterna till förmån för bordläggning.\n",
        *BOARD,
    )
    stood = {party: stance for party, (stance, _) in recorded(read).items()}
    assert (read.case.outcome, stood) == ("bifall", {"L": "against", "M": "for"})


def test_the_decision_is_without_the_sentences_in_which_members_act() -> None:
    read = read_matter(
        "Nämnden beslutar\natt köpa bryggan.\n\nMot beslutet reserverar sig Göran Ek (M). "
        "Ledamöterna för SD reserverar sig till förmån för eget yrkande.\n",
        *BOARD,
    )
    assert read.case.decision == ("att köpa bryggan.",)


def test_the_ballots_of_a_list_told_by_its_paragraph() -> None:
    votes = (("Berit Sjöholm", "S", "ja"), ("Göran Ek", "M", "nej"))
    one = f"{ADOPTED}{VOTE}1 ja och 1 nej.\n"
    assert len(read_matter(one, *BOARD, lists={"§ 7": votes}).ballots) == 2
    assert not read_matter(one, *BOARD, lists={"§ 8": votes}).ballots


def test_a_vote_on_an_amendment_is_not_the_main_vote() -> None:
    read = read_matter(
        f"{ADOPTED}{VOTE}4 ja och 2 nej.\n\nJa för avslag på ändringsyrkandet. Nej för bifall "
        "till ändringsyrkandet.\n\n2 ja och 4 nej.\n",
        *BOARD,
    )
    assert [vote.kind for vote in read.votes] == ["huvudvotering", "tilläggsyrkande"]
    assert read.case.outcome == "bifall"


def test_the_proposal_to_reject_what_is_asked_for_was_adopted() -> None:
    read = read_matter(
        "Beslut\nNämnden avslår ansökan om dispens.\n\nYrkanden\nSiv Ryd (L) yrkar att "
        f"dispens ges.\n\n{FOR}{PUT}",
        *BOARD,
        title="Ansökan om dispens",
    )
    assert read.case.outcome == "bifall"
    assert recorded(read)["S"] == ("for", "yrkande")


def test_what_the_sides_mean_goes_on_behind_an_abbreviation() -> None:
    read = read_matter(
        f"{ADOPTED}Votering\nJa för förvaltningens förslag.\nNej för Göran Eks (M) m.fl. "
        "yrkande.\n\n4 ja och 2 nej.\n",
        *BOARD,
    )
    assert read.votes[0].no_means == "Göran Eks (M) m.fl. yrkande"


def test_propositions_on_both_are_put_against_each_other() -> None:
    read = read_matter(
        "Beslut\nMotionen remitteras.\n\nBeslutsgång\nOrdföranden ställer proposition på "
        "bifall, avslag respektive remiss och finner att motionen remitteras.\n",
        *BOARD,
        title=MOTION,
    )
    assert read.case.decided_by == "acklamation"


def test_a_tie_by_the_vote_that_settles_it() -> None:
    read = read_matter(
        f"{ADOPTED}{VOTE}3 ja och 3 nej. Ordförandens röst är utslagsgivande.\n", *BOARD
    )
    assert (read.case.decided_by, read.votes[0].outcome) == ("utslagsröst", "ja")


@pytest.mark.parametrize("to", ["beslut", "hamnnämnden"])
def test_what_a_committee_proposes_is_its_decision(to: str) -> None:
    content = f"Jäv\nSiv Ryd (L) anmäler jäv.\n\nArbetsutskottets förslag till {to}\nSälj.\n"
    parts = cut(content)
    assert [
        part.kind for part in own_rounds(content, parts, "Hamnnämndens arbetsutskott")
    ] == ["jäv", "beslut"]
    assert [part.kind for part in own_rounds(content, parts, "Hamnnämnden")] == [
        "jäv",
        "förslag",
    ]


def test_the_decision_ends_where_the_meeting_is_told() -> None:
    read = read_matter(
        "Hamnnämnden beslutade\natt köpa bryggan.\n\nGöran Ek yrkade, instämd av Tore Gran, "
        "avslag.\n\nOrdföranden ställde proposition på yrkandena och fann förslaget "
        "antaget.\n",
        *BOARD,
    )
    assert (read.case.decision, read.case.outcome) == (("att köpa bryggan.",), "bifall")
    assert [row.parties for row in read.statements] == [("M", "SD")]


@pytest.mark.parametrize(
    ("content", "title", "asked", "became"),
    [
        (
            "Siv Ryd (L) ställer en fråga om hur länge kajen hålls stängd.\n\nHamnchefen tar "
            "med sig frågan.\n\nGöran Ek (M) påminner om hamndagen.\n",
            "Övriga frågor",
            [("L", "ställer en fråga om hur länge kajen hålls stängd.")],
            None,
        ),
        # one question, which it is decided to take up
        (
            "Siv Ryd (L) ställer en fråga om kajen.\n\nBeslut\nNämnden beslutar att frågan "
            "får ställas.\n",
            "Fråga om kajen",
            [("L", "ställer en fråga om kajen.")],
            "övrigt",
        ),
        # something is decided, or the matter is another
        (
            "Siv Ryd (L) ställer en fråga om kajen.\n\nNämnden beslutar att lägga den till "
            "handlingarna.\n",
            "Övriga frågor",
            [],
            "noterad",
        ),
        ("Siv Ryd (L) ställer en fråga om kajen.\n", "Ny brygga", [], "bifall"),
    ],
)
def test_what_members_ask(
    content: str, title: str, asked: list[tuple[str, str]], became: str | None
) -> None:
    read = read_matter(content, *BOARD, title=title)
    assert [(" ".join(row.parties), row.text) for row in read.statements] == asked
    assert read.case.outcome == became
    assert not any(row.stance != "silent" for row in read.positions)
