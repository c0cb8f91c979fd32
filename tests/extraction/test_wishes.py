"""What words ask for, and whether that is what was decided."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction.verdicts import Contest, matches, verdicts
from pipeline.extraction.wishes import Reference, Wish, wish
from pipeline.words import Outcome
from tests.extraction.texts import BOARD, context

NOTHING = {
    "base": 0,
    "motion": 0,
    "answered": False,
    "remit": False,
    "table": False,
    "today": False,
}


def asked(words: str) -> Wish:
    return wish(context("", *BOARD), words)


def signs(one: Wish) -> dict[str, Any]:
    """What is asked for without whose proposals are named."""
    return {name: getattr(one, name) for name in NOTHING}


def named(one: Wish) -> list[tuple[int, str, tuple[str, ...], str]]:
    """The proposals named: sign, parties, people, and "tillägg" or "eget"."""
    return [
        (
            r.sign,
            " ".join(sorted(r.parties)),
            r.persons,
            "tillägg" * r.addition + "eget" * r.own,
        )
        for r in one.references
    ]


@pytest.mark.parametrize(
    ("words", "wants"),
    [
        # the proposal before the body
        ("bifall till förvaltningens förslag", {"base": 1}),
        ("bifall till tjänsteutlåtandet", {"base": 1}),
        ("bifall till liggande förslag", {"base": 1}),
        ("bifall till förslag till beslut", {"base": 1}),
        ("bifall till fullmäktiges presidiums förslag", {"base": 1}),
        ("bifall till ordförandens förslag", {"base": 1}),
        ("enligt förvaltningens förslag", {"base": 1}),
        ("enligt bolagets förslag", {"base": 1}),
        ("avslag på styrelsens förslag", {"base": -1}),
        ("bifall till förbundsledningens förslag", {"base": 1}),
        ("enligt kommundirektörens förslag", {"base": 1}),
        ("förslaget bifalls", {"base": 1}),
        ("kommunstyrelsens förslag", {"base": 1}),  # named alone: to adopt it
        ("avslag på förvaltningens förslag", {"base": -1}),
        ("avslag på förslaget", {"base": -1}),
        ("förslaget avslås", {"base": -1}),
        ("att avslå kontorets förslag", {"base": -1}),
        # what the proposal itself says is no verdict on it
        ("kommunstyrelsens förslag att avslå motionen", {"base": 1}),
        # the motion
        ("bifall till motionen", {"motion": 1}),
        ("att motionen ska bifallas", {"motion": 1}),
        ("att tillstyrka motionen", {"motion": 1}),
        ("avslag på motionen", {"motion": -1}),
        ("att motionen avslås", {"motion": -1}),
        ("att avstyrka motionen", {"motion": -1}),
        ("att motionen ska anses besvarad", {"motion": 1, "answered": True}),
        # both at once
        (
            "bifall till motionen och avslag på förvaltningens förslag",
            {"base": -1, "motion": 1},
        ),
        (
            "bifall till förvaltningens förslag och avslag på motionen",
            {"base": 1, "motion": -1},
        ),
        # later, or today
        ("återremiss", {"remit": True}),
        ("att ärendet återremitteras", {"remit": True}),
        ("bifall till återremissyrkandet", {"remit": True}),
        ("avslag på återremissyrkandet", {"today": True}),
        ("tillstyrker återremissyrkandet", {"remit": True}),
        ("ställer sig bakom återremissyrkandet", {"remit": True}),
        ("att avslå återremissyrkandet", {"today": True}),
        ("på minoritetsåterremiss av ärendet", {"remit": True}),
        ("bordläggning", {"table": True}),
        ("att ärendet bordläggs", {"table": True}),
        ("att ärendet avgörs i dag", {"today": True}),
        ("att ärendet ska avgöras idag", {"today": True}),
        ("att avgöra ärendet vid dagens sammanträde", {"today": True}),
        # beside the proposal, whatever becomes of that
        ("i tillägg till nämndens förslag: bryggan målas", {}),
        # first and second
        (
            "i första hand återremiss, i andra hand avslag på förslaget",
            {"base": -1, "remit": True},
        ),
        # nothing that is known here
        ("avslag på förslaget om kajen", {}),
        ("att köpa en båt", {}),
        ("", {}),
    ],
)
def test_wish(words: str, wants: dict[str, Any]) -> None:
    assert signs(asked(words)) == {**NOTHING, **wants}
    assert named(asked(words)) == []


@pytest.mark.parametrize(
    ("words", "references"),
    [
        ("bifall till yrkandet från L", [(1, "L", (), "")]),
        ("avslag på yrkandet från S, V och MP", [(-1, "MP S V", (), "")]),
        ("enligt yrkande från C och S", [(1, "C S", (), "")]),
        # by whom, in the genitive
        ("bifall till Siv Ryds yrkande", [(1, "L", ("Siv Ryd",), "")]),
        ("bifall till Göran Eks m.fl. yrkande", [(1, "M", ("Göran Ek",), "")]),
        ("bifall till Socialdemokraternas yrkande", [(1, "S", (), "")]),
        (
            "bifall till yrkandet från Siv Ryd (L) med instämmande av Tore Gran (SD)",
            [(1, "L SD", ("Siv Ryd", "Tore Gran"), "")],
        ),
        # a group of parties by its name
        (
            "bifall till Samling för Tallviks förslag till budget",
            [(1, "", ("Samling för Tallvik",), "")],
        ),
        # additions
        ("bifall till tilläggsyrkandet från SD", [(1, "SD", (), "tillägg")]),
        ("avslag på tilläggsyrkandet från SD", [(-1, "SD", (), "tillägg")]),
        # one's own
        ("bifall till eget yrkande", [(1, "", (), "eget")]),
        ("bifall till sitt eget förslag", [(1, "", (), "eget")]),
    ],
)
def test_wish_names_proposals(
    words: str, references: list[tuple[int, str, tuple[str, ...], str]]
) -> None:
    assert named(asked(words)) == references
    assert signs(asked(words)) == NOTHING


def test_wish_for_the_base_against_another() -> None:
    both = asked("bifall till liggande förslag och avslag på yrkandet från L")
    assert (both.base, named(both)) == (1, [(-1, "L", (), "")])


MINE = Reference(1, frozenset({"L"}), ("Siv Ryd",))
YOURS = Reference(1, frozenset({"SD"}), ())


def against(one: Reference) -> Reference:
    return Reference(-1, one.parties, one.persons)


@pytest.mark.parametrize(
    ("wanted", "contest", "told"),
    [
        # the proposal before the body: adopted, lost, unknown
        ({"base": 1}, {"base": 1}, [True]),
        ({"base": 1}, {"base": -1}, [False]),
        ({"base": -1}, {"base": 1}, [False]),
        ({"base": -1}, {"base": -1}, [True]),
        ({"base": 1}, {"base": 0}, []),
        # motions
        ({"motion": 1}, {"is_motion": True, "outcome": Outcome.BIFALL}, [True]),
        ({"motion": 1}, {"is_motion": True, "outcome": Outcome.AVSLAG}, [False]),
        ({"motion": 1}, {"is_motion": True, "outcome": Outcome.BESVARAD}, [False]),
        ({"motion": -1}, {"is_motion": True, "outcome": Outcome.AVSLAG}, [True]),
        ({"motion": -1}, {"is_motion": True, "outcome": Outcome.BIFALL}, [False]),
        ({"answered": True}, {"is_motion": True, "outcome": Outcome.BESVARAD}, [True]),
        ({"answered": True}, {"is_motion": True, "outcome": Outcome.AVSLAG}, [False]),
        # one point answered, another granted
        (
            {
                "answered": True,
                "text": "att-sats ett anses besvarad och att bifalla att-sats två",
            },
            {"is_motion": True, "outcome": Outcome.BESVARAD},
            [False],
        ),
        (
            {"answered": True, "text": "punkt 1 anses besvarad samt att punkt 2 bifalls"},
            {"is_motion": True, "outcome": Outcome.DELVIS_BIFALL},
            [],
        ),
        # nothing was said of the motion itself, or both
        ({"motion": 1}, {"is_motion": True, "outcome": Outcome.DELVIS_BIFALL}, []),
        ({"motion": 1}, {"is_motion": True, "outcome": Outcome.BORDLÄGGNING}, []),
        ({"motion": 1}, {"is_motion": True, "outcome": Outcome.ÖVRIGT}, []),
        ({"motion": 1}, {"is_motion": True, "outcome": None}, []),
        ({"motion": 1}, {"is_motion": False, "outcome": Outcome.BIFALL}, []),
        # later or today
        ({"remit": True}, {"outcome": Outcome.ÅTERREMISS}, [True]),
        ({"remit": True}, {"outcome": Outcome.BIFALL}, [False]),
        ({"table": True}, {"outcome": Outcome.BORDLÄGGNING}, [True]),
        ({"table": True}, {"outcome": Outcome.BIFALL}, [False]),
        ({"today": True}, {"outcome": Outcome.ÅTERREMISS}, [False]),
        ({"today": True}, {"outcome": Outcome.BORDLÄGGNING}, [False]),
        ({"today": True}, {"outcome": Outcome.BIFALL}, []),
        # in the first place lost, in the second won
        ({"remit": True, "base": -1}, {"outcome": Outcome.AVSLAG, "base": -1}, [False, True]),
        # proposals of others
        ({"references": (YOURS,)}, {"won": (YOURS,)}, [True]),
        ({"references": (YOURS,)}, {"lost": (YOURS,)}, [False]),
        ({"references": (YOURS,)}, {"base": 1}, [False]),
        ({"references": (YOURS,)}, {}, []),
        ({"references": (against(YOURS),)}, {"won": (YOURS,)}, [False]),
        ({"references": (against(YOURS),)}, {"lost": (YOURS,)}, [True]),
        ({"references": (against(YOURS),)}, {"base": 1}, [True]),
        ({"references": (against(YOURS),)}, {}, []),
        # one's own
        ({"references": (Reference(1, frozenset(), (), own=True),)}, {"won": (MINE,)}, [True]),
        (
            {"references": (Reference(1, frozenset(), (), own=True),)},
            {"lost": (MINE,)},
            [False],
        ),
        # nothing asked, nothing told
        ({}, {"base": 1, "won": (YOURS,)}, []),
    ],
)
def test_verdicts(wanted: dict[str, Any], contest: dict[str, Any], told: list[bool]) -> None:
    decided = Contest(**{"outcome": Outcome.BIFALL, "is_motion": False, **contest})
    assert verdicts(Wish(**wanted), MINE, decided) == told


@pytest.mark.parametrize(
    ("reference", "parties", "persons", "same"),
    [
        (YOURS, {"SD"}, (), True),
        (YOURS, {"SD"}, ("Tore Gran",), True),
        (YOURS, {"SD", "L"}, (), False),  # a joint proposal is another one
        (YOURS, {"L"}, (), False),
        # people: spelled otherwise, by surname alone; another who bears it is not the same
        (MINE, {"L"}, ("Siv Ryd",), True),
        (MINE, set(), ("Sivan Ryd",), True),
        (MINE, {"L"}, ("Ryd",), True),
        (MINE, {"L"}, ("Kurt Ryd",), False),
        (MINE, {"L"}, ("Kurt Vik",), False),
        (MINE, {"L"}, (), False),
        (Reference(1, frozenset(), ()), set(), (), False),
    ],
)
def test_matches(
    reference: Reference, parties: set[str], persons: tuple[str, ...], same: bool
) -> None:
    assert matches(reference, frozenset(parties), persons) is same


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["bifall till", "avslag på", "yrkandet", "förslaget", "från L", "motionen", "och"]
        )
        | st.text(max_size=6)
    )
)
def test_a_wish_is_signed_and_keeps_its_words(words: list[str]) -> None:
    text = " ".join(words)
    one = asked(text)
    assert {one.base, one.motion} <= {-1, 0, 1}
    assert all(r.sign in (-1, 1) for r in one.references)
    assert one.text == text


@pytest.mark.parametrize(
    "words",
    [
        "avslag på bordläggningsyrkandet",
        "att ärendet inte ska bordläggas",
        "att ärendet inte ska återremitteras",
    ],
)
def test_a_no_to_waiting(words: str) -> None:
    assert signs(asked(words)) == NOTHING | {"today": True}


@pytest.mark.parametrize(
    "words",
    [
        "avslag på Göran Eks (M) yrkande",  # the name keeps its genitive
        "avslag på Göran Eks m.fl. yrkande",  # the stop of m.fl. hides the no before it
    ],
)
def test_no_to_a_proposal_in_the_genitive(words: str) -> None:
    assert named(asked(words)) == [(-1, "M", ("Göran Ek",), "")]
