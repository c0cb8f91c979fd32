"""Entries: who said what, and exactly which words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction.statements import entries
from pipeline.extraction.wording import points
from tests.extraction.sayings import brief, said
from tests.extraction.texts import context, cut


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # words begin at the verb when they stand in the same sentence
        (
            "Yrkanden\nSiv Ryd (L) yrkar bifall.\n\nTore Gran (SD) yrkar avslag på förslaget.",
            [
                ("yrkande", "L", "yrkar bifall."),
                ("yrkande", "SD", "yrkar avslag på förslaget."),
            ],
        ),
        # the whole sentence when the verb stands before the name
        (
            "Yrkanden\nVidare yrkar Siv Ryd (L) avslag.",
            [("yrkande", "L", "Vidare yrkar Siv Ryd (L) avslag.")],
        ),
        # and below a lead that points on
        (
            "Yrkanden\nSiv Ryd (L) yrkar följande:\n1. Bryggan målas.\n2. Kajen sopas.",
            [("yrkande", "L", "1. Bryggan målas.\n2. Kajen sopas.")],
        ),
        (
            "Yrkanden\nSiv Ryd (L) yrkar\natt bryggan målas,\natt kajen sopas.",
            [("yrkande", "L", "yrkar\natt bryggan målas,\natt kajen sopas.")],
        ),
        # what stands before the colon is part of what is moved
        (
            "Yrkanden\nSiv Ryd (L) yrkar bifall till yrkande från L och M: Bryggan målas.",
            [("yrkande", "L", "yrkar bifall till yrkande från L och M: Bryggan målas.")],
        ),
        (
            "Yrkanden\nSiv Ryd (L) yrkar i första hand återremiss, i andra hand avslag.",
            [("yrkande", "L", "yrkar i första hand återremiss, i andra hand avslag.")],
        ),
        # below the heading of yrkanden a proposal is one
        (
            "Yrkanden\nSiv Ryd (L) föreslår att kajen sopas.",
            [("yrkande", "L", "föreslår att kajen sopas.")],
        ),
        # headings follow each other without an empty line
        (
            "Yrkanden\nTore Gran (SD) yrkar avslag.\nReservation\nTore Gran (SD) "
            "reserverar sig.",
            [("yrkande", "SD", "yrkar avslag."), ("reservation", "SD", "reserverar sig.")],
        ),
        # moved by the chair, in passing
        (
            "På förslag av Siv Ryd (L) bordläggs ärendet.",
            [("yrkande", "L", "bordläggs ärendet.")],
        ),
        # blank: the sentence itself
        (
            "Reservation\nSiv Ryd (L) reserverar sig mot beslutet.",
            [("reservation", "L", "reserverar sig mot beslutet.")],
        ),
        (
            "Reservation\nSiv Ryd (L) lämnar en blank reservation.",
            [("reservation", "L", "lämnar en blank reservation.")],
        ),
        # joint
        (
            "Reservation\nMot beslutet reserverar sig Siv Ryd (L) och Tore Gran (SD).",
            [
                (
                    "reservation",
                    "L SD",
                    "Mot beslutet reserverar sig Siv Ryd (L) och Tore Gran (SD).",
                )
            ],
        ),
        # with the text below, which may itself say that "we reserve ourselves"
        (
            "Reservation\nSiv Ryd (L) reserverar sig med följande motivering:\n\n"
            "Bryggan är för dyr. Därför reserverar vi oss.",
            [("reservation", "L", "Bryggan är för dyr. Därför reserverar vi oss.")],
        ),
        (
            "Reservation\nSiv Ryd (L) reserverar sig mot beslutet. Bryggan är för dyr.",
            [("reservation", "L", "Bryggan är för dyr.")],
        ),
        # noun headings, each with its own text
        (
            "Reservationer\nReservation av Siv Ryd (L)\n\nBryggan är för dyr. Vi vill "
            "inte.\n\n"
            "Reservation av Tore Gran (SD)\n\nKajen är för kort. Det duger inte.",
            [
                ("reservation", "L", "Bryggan är för dyr. Vi vill inte."),
                ("reservation", "SD", "Kajen är för kort. Det duger inte."),
            ],
        ),
        # the heading is the act, below it stand bare signers
        (
            "Reservation\nSiv Ryd (L)\n\nBryggan är för dyr och kajen för kort.",
            [("reservation", "L", "Bryggan är för dyr och kajen för kort.")],
        ),
        (
            "Reservation\nSocialdemokraterna och Vänsterpartiet\n\nVi ville ha en "
            "annan brygga.",
            [("reservation", "S V", "Vi ville ha en annan brygga.")],
        ),
        # several in one sentence, of which only the first has the verb
        (
            "Reservation\nSiv Ryd (L) reserverar sig för eget yrkande, Vänsterpartiet till "
            "förmån för sitt och Centern mot beslutet i sin helhet.",
            [
                ("reservation", "L", "reserverar sig för eget yrkande,"),
                ("reservation", "V", "till förmån för sitt"),
                ("reservation", "C", "mot beslutet i sin helhet"),
            ],
        ),
        (
            "Mot beslutet reserverar sig Siv Ryd (L) och Ulla Rask (V) till förmån för eget "
            "yrkande.",
            [
                (
                    "reservation",
                    "L V",
                    "Mot beslutet reserverar sig Siv Ryd (L) och Ulla Rask (V) till förmån "
                    "för eget yrkande.",
                )
            ],
        ),
        # without a verb, one below the other
        (
            "Reservation\nSiv Ryd (L) till förmån för eget förslag.\n"
            "Ulla Rask (V) och Ola Vik (V) till förmån för Ulla Rasks\nförslag.",
            [
                ("reservation", "L", "till förmån för eget förslag."),
                ("reservation", "V", "till förmån för Ulla Rasks\nförslag."),
            ],
        ),
        # sentences of the secretary are no words of the party
        (
            "Reservation\nSiv Ryd (L) reserverar sig mot beslutet.\n"
            "Reservationen biläggs protokollet.\nBilaga 2.",
            [("reservation", "L", "reserverar sig mot beslutet.")],
        ),
        (
            "Reservation\nSiv Ryd (L) reserverar sig mot beslutet. Skriftlig reservation, "
            "bilaga 2.",
            [("reservation", "L", "reserverar sig mot beslutet.")],
        ),
        # comments
        (
            "Särskilt uttalande\nUlla Rask (V) lämnar ett särskilt uttalande:\nVi vill "
            "mer än så.",
            [("särskilt uttalande", "V", "Vi vill mer än så.")],
        ),
        (
            "Protokollsanteckning\nUlla Rask (V) lämnar följande protokollsanteckning: "
            "Hamnen är vår.",
            [("protokollsanteckning", "V", "Hamnen är vår.")],
        ),
        (
            "Yttranden\nUlla Rask (V) antecknar som yttrande en skrivelse.",
            [("särskilt yttrande", "V", "antecknar som yttrande en skrivelse.")],
        ),
        # under the decision, without a heading of its own
        (
            "Beslut\nNämnden köper.\n\nSiv Ryd (L) reserverar sig mot beslutet.",
            [("reservation", "L", "reserverar sig mot beslutet.")],
        ),
        # today's round of a paragraph that retells an earlier one
        (
            "Nämnden beslutade den 5 maj 2020 om saken. Siv Ryd (L) yrkade bifall.\n\n"
            "I dag yrkar Siv Ryd (L) avslag.",
            [("yrkande", "L", "I dag yrkar Siv Ryd (L) avslag.")],
        ),
    ],
)
def test_entries(content: str, expected: list[tuple[str, str, str]]) -> None:
    assert brief(content) == expected


@pytest.mark.parametrize(
    "content",
    [
        # what a background says was asked is no act of this meeting
        "Ärendet\nMotionärerna yrkar att kajen sopas. Siv Ryd (L) yrkar det.",
        "Förslag till beslut\nSiv Ryd (L) yrkar bifall.",
        "Expedieras till\nSiv Ryd (L) yrkar bifall.",
        "Skrivelse från M om bryggan\nGöran Ek (M) yrkar att kajen sopas.",
        # nobody is named
        "Yrkanden\nVi yrkar bifall.",
        "Yrkanden\nDet finns inga yrkanden.",
        # speaking is no act, nor is staying away
        "Siv Ryd (L) yttrar sig.\n\nTore Gran (SD) yttrade sig i ärendet.",
        "Jäv\nSiv Ryd (L) anmäler jäv och deltar inte i beslutet.",
        # it stands elsewhere
        "Beslut\nKöpa.\n\nReservation av Siv Ryd (L), se Reservationer m.m.",
        # where nothing is moved or decided a proposal is talk
        "Jäv\nSiv Ryd (L) föreslår att kajen sopas.",
        "",
    ],
)
def test_no_entries(content: str) -> None:
    assert brief(content) == []


@pytest.mark.parametrize(
    ("content", "act"),
    [
        # whatever the heading says
        (
            "Särskilt uttalande\nNils Ask (KD) lämnar ett särskilt uttalande: Vi vill ha mer.",
            "ersättaryttrande",
        ),
        ("Reservation\nNils Ask (KD) reserverar sig mot beslutet.", "ersättaryttrande"),
        (
            "Ersättaryttrande\nNils Ask (KD) lämnar följande ersättaryttrande: Vi "
            "vill ha mer.",
            "ersättaryttrande",
        ),
        # a party without a seat cannot reserve itself, though nobody is named
        ("Reservation\nKristdemokraterna reserverar sig mot beslutet.", "reservation"),
    ],
)
def test_substitutes(content: str, act: str) -> None:
    (entry,) = said(content)
    assert (entry.act, entry.parties, entry.by_substitute) == (act, ("KD",), True)


def test_a_substitute_beside_a_member_acts_as_member() -> None:
    (entry,) = said("Reservation\nNils Ask (KD) och Siv Ryd (L) reserverar sig.")
    assert (entry.act, entry.by_substitute) == ("reservation", False)


def test_a_substitute_speaks_of_what_might_have_been() -> None:
    content = (
        "Särskilt uttalande\nUlla Rask (V) lämnar ett särskilt uttalande: "
        "Om jag hade haft rösträtt hade jag yrkat bifall."
    )
    unlisted = context(content)
    (entry,) = [e for part in cut(content) for e in entries(unlisted, part)]
    assert (entry.act, entry.by_substitute) == ("ersättaryttrande", True)


@pytest.mark.parametrize(
    ("content", "endorses"),
    [
        ("Yrkanden\nTore Gran (SD) instämmer i yrkandet från L.", ("L",)),
        ("Särskilt uttalande\nKaj Lind (MP) instämmer i Vänsterpartiets uttalande.", ("V",)),
        (
            "Särskilt uttalande\nKaj Lind (MP) ställer sig bakom uttalandet från S och V.",
            ("S", "V"),
        ),
        ("Yrkanden\nTore Gran (SD) yrkar som L.", ()),
    ],
)
def test_endorsements(content: str, endorses: tuple[str, ...]) -> None:
    (entry,) = said(content)
    assert entry.endorses == endorses


@pytest.mark.parametrize(
    ("words", "listed"),
    [
        ("att köpa\natt sälja", ("att köpa", "att sälja")),
        ("att köpa en båt", ("att köpa en båt",)),
        ("1. Köpa,\n2. Sälja;", ("Köpa", "Sälja")),
        ("1) Köpa\nett skepp\n2) Sälja\n\nText", ("Köpa ett skepp", "Sälja")),
        ("- köpa\n- sälja", ("köpa", "sälja")),
        ("a) köpa\nb) sälja", ("köpa", "sälja")),
        ("Löpande text.", ()),
        ("att", ()),
        ("", ()),
    ],
)
def test_points(words: str, listed: tuple[str, ...]) -> None:
    assert points(words) == listed


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Yrkanden",
                "Reservation",
                "Siv Ryd (L) yrkar bifall:",
                "Reservation av Tore Gran (SD)",
                "Nils Ask (KD) lämnar ett särskilt uttalande: ja, mycket gärna",
                "",
                "att köpa en båt",
            ]
        )
        | st.text(max_size=8)
    )
)
def test_entries_lie_in_the_text(lines: list[str]) -> None:
    content = "\n".join(lines)
    for entry in said(content):
        assert 0 <= entry.span.start <= entry.span.end <= len(content)
        assert entry.persons or entry.parties
