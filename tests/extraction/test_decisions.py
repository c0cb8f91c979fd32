"""What was decided, what became of the matter, and how it was decided."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction.decisions import (
    Decision,
    decision_of,
    outcome_of,
    put_to_the_test,
)
from pipeline.extraction.points import decision_points
from pipeline.extraction.settlement import decided_by
from pipeline.models import Span
from pipeline.words import ItemType, Outcome
from tests.builders import vote
from tests.extraction.texts import cut


def decision(words: str) -> Decision:
    return Decision(Span(0, len(words)), words, decision_points(words))


def outcome(words: str, kind: str, title: str, *, base_lost: bool = False) -> str | None:
    return outcome_of(decision(words), ItemType(kind), title, base_lost=base_lost)


@pytest.mark.parametrize(
    ("words", "became"),
    [
        ("Motionen bifalls.", "bifall"),
        ("Nämnden bifaller motionen.", "bifall"),
        ("Motionen avslås.", "avslag"),
        ("Nämnden avslog motionen.", "avslag"),
        ("Motionen anses besvarad.", "besvarad"),
        ("Motionen besvaras med yttrandet.", "besvarad"),
        # a body that was asked for its opinion
        ("Nämnden tillstyrker motionen.", "bifall"),
        ("Nämnden avstyrker motionen.", "avslag"),
        ("Nämnden ställer sig positiv till motionen.", "bifall"),
        ("Nämnden tar inte ställning till motionen.", "övrigt"),
        ("Nämnden avstår från att yttra sig över motionen.", "övrigt"),
        ("Motionen föranleder ingen ytterligare åtgärd.", "övrigt"),
        ("Motionen lämnas utan vidare åtgärd.", "övrigt"),
        ("Nämnden avstår från att lämna yttrande över motionen.", "övrigt"),
        ("Yttrandet över motionen godkänns.", "övrigt"),
        ("Yttrandet översänds till kommunstyrelsen.", "övrigt"),
        # in part
        ("Motionen bifalls delvis.", "delvis bifall"),
        ("Första att-satsen bifalls, den andra avslås.", "delvis bifall"),
        ("Motionens första att-sats anses besvarad och bifalls i övrigt.", "delvis bifall"),
        # later
        ("Ärendet bordläggs.", "bordläggning"),
        ("Ärendet återremitteras.", "återremiss"),
        ("Motionen noteras.", "noterad"),
        # taken off the agenda
        ("Ärendet utgår.", None),
        # other points speak of other things
        ("1. Motionen avslås.\n2. Kajplanen bifalls.", "avslag"),
    ],
)
def test_outcome_of_a_motion(words: str, became: str | None) -> None:
    assert outcome(words, "motion", "Motion om brygga") == became


@pytest.mark.parametrize(
    ("words", "became", "when_the_base_lost"),
    [
        ("Nämnden köper bryggan.", "bifall", "avslag"),
        ("Nämnden godkänner förslaget.", "bifall", "avslag"),
        ("Budgeten fastställs.", "bifall", "avslag"),
        ("Yttrandet överlämnas till regionen.", "bifall", "avslag"),
        ("Nämnden noterar informationen och godkänner planen.", "bifall", "avslag"),
        ("Nämnden avslår ansökan.", "avslag", "avslag"),
        ("Nämnden avslår yrkandet om återremiss och antar planen.", "bifall", "avslag"),
        ("Planen antas med tillägg enligt bilagan.", "delvis bifall", "delvis bifall"),
        ("Rapporten antecknas.", "noterad", "noterad"),
        ("Nämnden antecknar rapporten till protokollet.", "noterad", "noterad"),
        ("Nämnden tar del av redovisningen.", "noterad", "noterad"),
        ("Informationen läggs till handlingarna.", "noterad", "noterad"),
        ("Nämnden tackar för informationen.", "noterad", "noterad"),
        ("Ärendet bordläggs till nästa möte.", "bordläggning", "bordläggning"),
        ("Ärendet återremitteras.", "återremiss", "återremiss"),
        ("Enligt återremissyrkandet från M.", "återremiss", "återremiss"),
        ("Nämnden avstår från att yttra sig.", "övrigt", "övrigt"),
        ("Nämnden överlämnar ärendet utan eget ställningstagande.", "övrigt", "övrigt"),
        ("Nämnden remitterar, utan eget ställningstagande, planen.", "bifall", "avslag"),
        # a request of which one part is granted
        ("Begäran om drift tillstyrks. Begäran om skötsel avslås.", "bifall", "avslag"),
        (
            "1. Begäran om drift tillstyrks. 2. Begäran om skötsel avslås.",
            "delvis bifall",
            "delvis bifall",
        ),
        (
            "1. Begäran om drift tillstyrks.\n2. Begäran om skötsel avslås.",
            "delvis bifall",
            "delvis bifall",
        ),
        # the wishes of two, and two different matters
        ("1. Yrkandet från S bifalls.\n2. Yrkandet från M avslås.", "bifall", "avslag"),
        ("1. Planen tillstyrks.\n2. Begäran om skötsel avslås.", "bifall", "avslag"),
        ("1. Bryggan köps.\n2. att avslå yrkandet från M.", "bifall", "avslag"),
        # one question is tabled, the plan is adopted
        ("Frågan om kajen bordläggs och bryggan godkänns.", "bifall", "avslag"),
        # nothing happened
        ("Ingen anmäler jäv.", None, None),
        ("Ärendet utgår.", None, None),
    ],
)
def test_outcome_of_a_proposal(
    words: str, became: str | None, when_the_base_lost: str | None
) -> None:
    assert outcome(words, "förslag", "Ny brygga") == became
    assert outcome(words, "förslag", "Ny brygga", base_lost=True) == when_the_base_lost


@pytest.mark.parametrize(
    ("kind", "title", "words", "became"),
    [
        ("interpellation", "Interpellation om kajen", "Den anses besvarad.", "besvarad"),
        ("interpellation", "Interpellation om kajen", "Svaret bordläggs.", "bordläggning"),
        ("interpellation", "Interpellation om kajen", "Den får ställas.", "övrigt"),
        (
            "interpellation",
            "Interpellation om kajen",
            "Den får ställas och bör besvaras vid nästa sammanträde.",
            "övrigt",
        ),
        (
            "skrivelse",
            "Svar på skrivelse om kajen",
            "Skrivelsen anses besvarad med kontorets svar.",
            "besvarad",
        ),
        ("förslag", "Yttrande", "Skrivelsen anses besvarad och planen antas.", "bifall"),
        (
            "förslag",
            "Yttrande",
            "Nämnden antar förslaget med de ändringar som framgår av yrkandet.",
            "delvis bifall",
        ),
        ("fråga", "Fråga om kajen", "Den får ställas och besvaras i maj.", "övrigt"),
        ("fråga", "Fråga om kajen", "Den får ställas och anses besvarad.", "besvarad"),
        ("fråga", "Fråga om kajen", "Svaret noteras.", "noterad"),
        ("formalia", "Val av justerare", "Siv Ryd utses.", "övrigt"),
        ("formalia", "Upprop", "Upprop förrättas.", "övrigt"),
        ("förslag", "Nya motioner", "Motionerna remitteras för beredning.", "övrigt"),
        (
            "förslag",
            "Inkomna motioner",
            "Motionerna överlämnas till kommunstyrelsen för beredning.",
            "övrigt",
        ),
        ("formalia", "Övriga frågor", "Frågan om kajen lyfts.", "övrigt"),
        ("formalia", "Bestämmande av tid", "Justering sker i morgon.", "övrigt"),
        ("formalia", "Godkännande av dagordning", "Dagordningen godkänns.", "bifall"),
        ("val", "Val av ordförande", "Nämnden väljer Siv Ryd.", "övrigt"),
        ("val", "Avsägelse", "Nämnden beviljar avsägelsen.", "bifall"),
        ("val", "Avsägelse", "Siv Ryd befrias från uppdraget. Bo Alm väljs.", "bifall"),
        ("anmälan", "Anmälan av beslut", "Anmälan antecknas.", "noterad"),
        # a citizen's initiative goes as a motion does
        ("förslag", "Medborgarförslag om bad", "Medborgarförslaget avslås.", "avslag"),
        ("förslag", "Medborgarförslag om bad", "Förslaget anses besvarat.", "besvarad"),
        ("förslag", "Svar på initiativ om bad från L", "Initiativet avslås.", "avslag"),
        ("förslag", "Initiativ för ett rent hav", "Nämnden avslår skrivelsen.", "avslag"),
        ("förslag", "Initiativ för ett rent hav", "Nämnden antar planen.", "bifall"),
    ],
)
def test_outcome_of_other_matters(kind: str, title: str, words: str, became: str) -> None:
    assert outcome(words, kind, title) == became


def test_without_decision_there_is_no_outcome() -> None:
    assert outcome_of(None, ItemType.MOTION, "Motion om brygga") is None


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("1. Köpa\n2. Sälja", ("Köpa", "Sälja")),
        ("- köpa\n- sälja", ("köpa", "sälja")),
        ("Nämnden beslutar\n1. Köpa\n2. Sälja", ("Köpa", "Sälja")),
        # what the body decides for its own part, between two lists
        (
            "att köpa\n\nHamnnämnden beslutar för egen del\n\natt sälja",
            ("att köpa", "att sälja"),
        ),
        # sub-points stay with their point
        ("1. Köpa\n   a) rött\n   b) blått\n2. Sälja", ("Köpa a) rött b) blått", "Sälja")),
        # a point over two lines
        ("1. Köpa\nen båt\n2. Sälja", ("Köpa en båt", "Sälja")),
        # paragraphs without marks
        ("Köpa.\n\nSälja.", ("Köpa.", "Sälja.")),
        ("Köpa.", ("Köpa.",)),
        ("", ()),
    ],
)
def test_decision_points(words: str, listed: tuple[str, ...]) -> None:
    assert decision_points(words) == listed


@pytest.mark.parametrize(
    ("content", "points", "follows"),
    [
        ("Beslut\nKöpa.\n\nÄrendet\nText", ("Köpa.",), None),
        # what is proposed to the council, right below the heading
        (
            "Beslut\nFörslag till kommunfullmäktige:\nKöpa.\n\nYrkanden\nSiv",
            ("Köpa.",),
            None,
        ),
        # what announces it
        (
            "Beslut\nHamnnämnden beslutar följande.\n\nKöpa.\n\nSälja.",
            ("Köpa.", "Sälja."),
            None,
        ),
        # other headings end it, and who spoke
        ("Beslut\nKöpa.\n\nI debatten deltog Siv Ryd (L) och Bo Ek (S).", ("Köpa.",), None),
        ("Beslut\nKöpa.\n\nI överläggningen deltog\nSiv Ryd (L).", ("Köpa.",), None),
        ("Beslut\nKöpa.\n\nÄrendesammanfattning\nText", ("Köpa.",), None),
        ("Beslut\nKöpa.\n\nExp.\nKommunstyrelsen", ("Köpa.",), None),
        ("Beslut\nKöpa.\n\nExp: Siv Ryd", ("Köpa.",), None),
        # before any heading
        ("Nämnden köper en båt.\n\nYrkanden\nSiv", ("Nämnden köper en båt.",), None),
        # whose proposal it follows
        (
            "Beslut\nEnligt yrkande från C och S:\n1. Köpa båt.\n2. Sälja kaj.",
            ("Köpa båt.", "Sälja kaj."),
            "yrkande från C och S",
        ),
        (
            "Beslut\nI enlighet med förvaltningens förslag: Köpa.",
            ("Köpa.",),
            "förvaltningens förslag",
        ),
    ],
)
def test_decision_of(content: str, points: tuple[str, ...], follows: str | None) -> None:
    found = decision_of(content, cut(content))
    assert found is not None
    assert (found.points, found.follows) == (points, follows)
    assert content[found.span.start : found.span.end].strip() == found.text


@pytest.mark.parametrize("content", ["Ärendet\nText", "Beslut\n\nYrkanden\nSiv", ""])
def test_no_decision(content: str) -> None:
    assert decision_of(content, cut(content)) is None


@pytest.mark.parametrize(
    ("words", "put"),
    [
        ("Ordföranden ställer förslagen mot varandra.", True),
        ("Yrkandena ställs mot\nvarandra.", True),
        ("Ordföranden ställer proposition på förslaget mot Siv Ryds avslagsyrkande.", True),
        ("Liggande förslag ställs mot Siv Ryds ändringsyrkande.", True),
        ("Ordföranden finner att det finns två förslag till beslut.", True),
        ("Det föreligger tre olika yrkanden.", True),
        # the one before the body in two parts, or what is no proposal
        ("Det finns två yrkanden om bifall.", False),
        ("Nämnden ställer sig positiv till förslaget mot bakgrund av yrkandet.", False),
        # a vote may be asked for on one proposal alone
        ("Votering begärs.", False),
        ("Nämnden köper en båt.", False),
    ],
)
def test_put_to_the_test(words: str, put: bool) -> None:
    assert put_to_the_test(words) is put


MAIN: dict[str, Any] = {}
ASIDE = {"kind": "återremiss"}


@pytest.mark.parametrize(
    ("votes", "contested", "how"),
    [
        ([], False, "enhälligt"),
        ([], True, "acklamation"),
        ([MAIN], True, "votering"),
        ([MAIN], False, "votering"),
        ([{"decided_by": None}], True, "votering"),
        ([{"decided_by": "utslagsröst"}], True, "utslagsröst"),
        ([{"decided_by": "lottning"}], True, "lottning"),
        # the main vote decides, not the one before it
        ([{"kind": "förberedande", "decided_by": "utslagsröst"}, MAIN], True, "votering"),
        ([{"kind": "tilläggsyrkande"}, {"decided_by": "utslagsröst"}], True, "utslagsröst"),
        # votes that settle nothing of the matter
        ([{"kind": "förberedande"}], True, "acklamation"),
        ([{"kind": "ordning"}], True, "acklamation"),
        # whether a question may be put is all that is decided
        ([{"kind": "ordning", "yes_means": "frågan får inte ställas"}], False, "votering"),
        ([ASIDE], True, "acklamation"),  # Ja was to decide today
        # votes that settle it without touching the substance
        ([{**ASIDE, "outcome": "nej"}], True, "votering"),
        ([{"kind": "tilläggsyrkande"}], True, "votering"),
        ([{"kind": "bordläggning"}], True, "votering"),
        ([{**ASIDE, "decided_by": "minoritet"}], True, "minoritet"),
    ],
)
def test_decided_by(votes: list[dict[str, Any]], contested: bool, how: str) -> None:
    assert decided_by([vote(**one) for one in votes], contested=contested) == how


@settings(max_examples=60, deadline=None)
@given(
    st.text("1.- köpabifalls\n", max_size=60),
    st.sampled_from(list(ItemType)),
    st.booleans(),
)
def test_every_decision_has_one_known_outcome(
    words: str, kind: ItemType, base_lost: bool
) -> None:
    became = outcome_of(decision(words), kind, None, base_lost=base_lost)
    assert became is None or became in Outcome


def test_a_rejected_yrkande_beside_an_adopted_plan() -> None:
    words = "Nämnden avslår yrkandet från M och antar planen."
    assert outcome(words, "förslag", "Plan för kajen") == "bifall"


def test_att_clauses_are_points() -> None:
    assert decision_points("att köpa båten,\natt sälja kajen.") == (
        "att köpa båten,",
        "att sälja kajen.",
    )


def test_points_below_two_headings() -> None:
    content = "Beslut\nKöpa.\n\nYrkanden\nSiv\n\nBeslut\nSälja."
    found = decision_of(content, cut(content))
    assert found is not None
    assert found.points == ("Köpa.", "Sälja.")


@pytest.mark.parametrize(
    ("content", "listed"),
    [
        (
            "Beslut\nKöpa.\n\nFöljande skrivelser har kommit in:\n- från Siv\n- från Bo",
            ("Köpa.",),
        ),
        ("Följande yrkanden har lämnats:\n- Siv: avslag\n\nKöpa.", ("Köpa.",)),
        ("Beslut\nFöljande taxor föreligger och antas:\n- A\n- B", ("A", "B")),
        ("Följande handlingar har kommit in:\n- A\n- B", ("A", "B")),
    ],
)
def test_what_was_handed_in_is_not_decided(content: str, listed: tuple[str, ...]) -> None:
    found = decision_of(content, cut(content))
    assert found is not None
    assert found.points == listed
