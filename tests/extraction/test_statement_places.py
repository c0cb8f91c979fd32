"""Where acts and their words begin, below others."""

import pytest

from tests.extraction.sayings import brief, said


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # what an earlier round decided is no decision of this meeting
        (
            "Tidigare beslut\nHamnstyrelsen 2021-02-28 § 101. Mot beslutet reserverade sig "
            "(S) och (V).\n\nReservationer\nM-gruppen till förmån för eget förslag.\n"
            "Liberalerna reserverar sig muntligt.\nSverigedemokraterna genom Tore Gran "
            "till förmån för eget förslag.",
            [
                ("reservation", "M", "till förmån för eget förslag."),
                ("reservation", "L", "reserverar sig muntligt."),
                ("reservation", "SD", "till förmån för eget förslag."),
            ],
        ),
        # who does not support it
        (
            "Yrkanden\nSiv Ryd (L) yrkar avslag, vilket Göran Ek (M) inte stöder.",
            [("yrkande", "L", "yrkar avslag, vilket Göran Ek (M) inte stöder.")],
        ),
    ],
)
def test_what_is_not_said_here(content: str, expected: list[tuple[str, str, str]]) -> None:
    assert brief(content) == expected


def test_a_mover_below_a_sentence_that_ends_in_a_letter() -> None:
    first, second = said(
        "Yrkanden\nUlla Rask (V) föreslår att nämnden väljer alternativ A.\nSiv Ryd "
        "(L) föreslår "
        "bifall till förvaltningens förslag.\n"
    )
    assert (first.parties, second.parties) == (("V",), ("L",))


def test_who_stands_behind_a_text_told_above_it() -> None:
    content = (
        "Protokollsanteckning\nOrdföranden medger att Siv Ryd (L) lägger följande anteckning "
        "till protokollet. Ulla Rask (V) ställer sig bakom anteckningen.\n”Bryggan är "
        "bra och röd.”\n"
    )
    first, second = said(content)
    assert (first.parties, second.parties) == (("L",), ("V",))
    assert first.span.of(content) == "”Bryggan är bra och röd.”"
    assert second.span.of(content) == "ställer sig bakom anteckningen."


def test_words_after_those_on_whose_behalf() -> None:
    assert brief("Reservation\nSiv Ryd (L) reserverar sig å L och M vägnar.") == [
        ("reservation", "L M", "reserverar sig å L och M vägnar.")
    ]


def test_a_noun_heading_alone_is_its_own_words() -> None:
    assert brief("Beslut\nKöpa.\n\nReservation av Tore Gran (SD)") == [
        ("reservation", "SD", "Reservation av Tore Gran (SD)")
    ]


def test_the_lead_is_where_the_act_stands() -> None:
    content = "Reservation\nSiv Ryd (L) reserverar sig med följande motivering:\n\nFör dyrt."
    (entry,) = said(content)
    assert entry.lead.of(content) == "Siv Ryd (L) reserverar sig med följande motivering:"
    assert (entry.persons, entry.parties) == (("Siv Ryd",), ("L",))
