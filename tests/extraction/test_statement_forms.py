"""Acts told in other forms, and where they stand."""

import pytest

from tests.extraction.sayings import brief, said


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # what is moved without a verb
        (
            "Yrkanden\nSiv Ryd (L) och Göran Ek (M): Bifall till motionen.\nUlla Rask "
            "(V): avslag "
            "på motionen.",
            [
                ("yrkande", "L M", "Bifall till motionen."),
                ("yrkande", "V", "avslag på motionen."),
            ],
        ),
        # in a table
        (
            "Yrkanden\n| Vem | Yrkande |\n|---|---|\n| Siv Ryd (L) | Avslag på planen |\n"
            "| Göran Ek (M) | Bifall till planen |",
            [("yrkande", "L", "Avslag på planen"), ("yrkande", "M", "Bifall till planen")],
        ),
        (
            "Yrkanden\nSiv Ryd (L) med bifall av Göran Ek (M): Bifall till planen",
            [("yrkande", "L M", "Bifall till planen")],
        ),
        (
            "Förslag och yrkanden\nSiv Ryd (L), bifall till motionen.\nUlla Rask (V) "
            "avslag på "
            "motionen.",
            [
                ("yrkande", "L", "bifall till motionen."),
                ("yrkande", "V", "avslag på motionen."),
            ],
        ),
        (
            "Reservation\nFolkpartiets fullmäktigegrupp reserverar sig.",
            [("reservation", "L", "reserverar sig.")],
        ),
        # "hon" is the one named before, in what was said at the meeting
        (
            "Yrkanden\nSiv Ryd (L) ser en risk. Hon yrkar avslag.",
            [("yrkande", "L", "yrkar avslag.")],
        ),
        (
            "Yrkanden\nSiv Ryd (L) yrkar avslag. Hon yrkar även att kajen rivs.",
            [
                ("yrkande", "L", "yrkar avslag."),
                ("yrkande", "L", "yrkar även att kajen rivs."),
            ],
        ),
        ("Bakgrund\nSiv Ryd (L) ser en risk. Hon yrkar avslag.", []),
        # an earlier round
        ("Särskilt yttrande i kommunstyrelsen\nSiv Ryd (L) lämnar ett yttrande.", []),
        # a verb behind the colon tells more
        ("Yrkanden\nSiv Ryd (L): yrkar avslag.", [("yrkande", "L", "yrkar avslag.")]),
        # those who reserve themselves in a list, with how they do
        (
            "Reservationer\n- Siv Ryd (L), skriftlig reservation\n- Göran Ek (M)",
            [("reservation", "L M", "- Siv Ryd (L), skriftlig reservation\n- Göran Ek (M)")],
        ),
        # what others do below the list, and where the paper goes, are no words of theirs
        (
            "Reservation\nSiv Ryd (L)\n\nTore Gran (SD) deltar inte i beslutet.",
            [("reservation", "L", "Siv Ryd (L)")],
        ),
        (
            "Reservation\nSiv Ryd (L)\n\nExp.\nKommunfullmäktige",
            [("reservation", "L", "Siv Ryd (L)")],
        ),
        # nor what somebody else says there
        (
            "Särskilt yttrande\nSiv Ryd (L) anmäler ett särskilt yttrande, bilaga "
            "2.\nNils Ask (KD) "
            "meddelar att Kristdemokraterna hade yrkat avslag om partiet haft yrkanderätt.",
            [
                ("särskilt yttrande", "L", "anmäler ett särskilt yttrande, bilaga 2."),
                (
                    "ersättaryttrande",
                    "KD",
                    "meddelar att Kristdemokraterna hade yrkat avslag om partiet haft "
                    "yrkanderätt.",
                ),
            ],
        ),
        (
            "Protokollsanteckning\nNils Ask (KD) meddelar att även KD skulle ha yrkat att "
            "bryggan i hamnen ska byggas enligt kontorets förslag om KD hade tjänstgjort.",
            [
                (
                    "ersättaryttrande",
                    "KD",
                    "meddelar att även KD skulle ha yrkat att bryggan i hamnen ska byggas "
                    "enligt kontorets förslag om KD hade tjänstgjort.",
                )
            ],
        ),
        # the words between quotation marks open nothing; a comma may stand before the party,
        # and somebody act with others
        (
            "Protokollsanteckning\nSiv Ryd (L) med Göran Ek, (M) antecknar till protokollet:\n"
            "”Vi delar oron, som S, V ställer sig bakom, och röstar nej.”",
            [
                (
                    "protokollsanteckning",
                    "L M",
                    "”Vi delar oron, som S, V ställer sig bakom, och röstar nej.”",
                )
            ],
        ),
        # whoever joins in what is moved does not join in moving it
        (
            "Yrkanden\nSiv Ryd (L) yrkar bifall till yrkande L, M med instämmande av KD.",
            [("yrkande", "L", "yrkar bifall till yrkande L, M med instämmande av KD.")],
        ),
        # nor is a heading that nobody knows
        (
            "Protokollsanteckning\nSiv Ryd (L) lämnar en "
            "protokollsanteckning.\n\nHamnens väl\n"
            "Hamnen är från förra seklet.",
            [("protokollsanteckning", "L", "lämnar en protokollsanteckning.")],
        ),
        # what another body's meeting heard is told again
        (
            "Kommunstyrelsen har 2021-02-01, § 9, föreslagit avslag. Mot beslutet "
            "reserverade sig "
            "Siv Ryd (L).",
            [],
        ),
    ],
)
def test_entries_of_other_forms(content: str, expected: list[tuple[str, str, str]]) -> None:
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


@pytest.mark.xfail(strict=True, reason="only the last word is left of the sentence")
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
