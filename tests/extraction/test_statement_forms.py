"""Acts told in other forms, and where they stand."""

import pytest

from tests.extraction.sayings import brief


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # the heading tells what it is, unless the sentence does
        (
            "Särskilt yttrande\nSiv Ryd (L) får till protokollet anteckna följande: Kajen är "
            "bra.\n\nGöran Ek (M) lämnar en protokollsanteckning: Kajen är lång.",
            [
                ("särskilt yttrande", "L", "Kajen är bra."),
                ("protokollsanteckning", "M", "Kajen är lång."),
            ],
        ),
        # the words begin where the sentence points on to them
        (
            "Reservationer\nSiv Ryd (L) reserverar sig med följande motivering: Vikens kaj "
            "är lång.\nDen är bred.\n\nUlla Rask (V) reserverar sig.",
            [
                ("reservation", "L", "Vikens kaj är lång.\nDen är bred."),
                ("reservation", "V", "reserverar sig."),
            ],
        ),
        # other words for the same
        (
            "Reservationer\nSiv Ryd (L), Göran Ek (M) och hela SD-gruppen reserverar sig mot "
            "beslutet.",
            [("reservation", "L M SD", "reserverar sig mot beslutet.")],
        ),
        (
            "Reservationer\nSamtliga L-ledamöter reserverar sig.",
            [("reservation", "L", "reserverar sig.")],
        ),
        (
            "Reservationer\nSiv Ryd (L) har inkommit med en skriftlig reservation.",
            [("reservation", "L", "har inkommit med en skriftlig reservation.")],
        ),
        (
            "Reservationer\nReservation mot beslutet anmäldes av Siv Ryd (L).",
            [("reservation", "L", "Reservation mot beslutet anmäldes av Siv Ryd (L).")],
        ),
        (
            "Yrkanden\nSiv Ryd (L) inlämnar följande yrkande: Kajen sopas.",
            [("yrkande", "L", "inlämnar följande yrkande: Kajen sopas.")],
        ),
        (
            "Yrkanden\nSiv Ryd (L) begär att ärendet återremitteras.",
            [("yrkande", "L", "begär att ärendet återremitteras.")],
        ),
        (
            "Yrkanden\nAvslag på förslaget yrkas av Siv Ryd (L), understött av Göran Ek (M).",
            [("yrkande", "L M", "Avslag på förslaget")],
        ),
        # what is moved, and by whom beside it or below it
        (
            "Yrkanden\nBifall till förslaget: Berit Sjöholm (S), Ulla Rask (V)\nAvslag på "
            "förslaget:\nSiv Ryd (L)",
            [
                ("yrkande", "S V", "Bifall till förslaget"),
                ("yrkande", "L", "Avslag på förslaget"),
            ],
        ),
        (
            "Yrkanden\n1. Siv Ryd (L): avslag på förslaget\n2. Göran Ek (M) och Tore Gran "
            "(SD) gemensamt: Bifall till förslaget.",
            [
                ("yrkande", "L", "avslag på förslaget"),
                ("yrkande", "M SD", "Bifall till förslaget."),
            ],
        ),
        # who supports what the sentence before moves
        (
            "Yrkanden\nGöran Ek (M) yrkar att bryggan köps. Yrkandet biträds av ordföranden "
            "och Tore Gran (SD).\n\nUlla Rask (V) yrkar bifall, vilket stöds av Kaj Lind "
            "(MP).",
            [
                ("yrkande", "M", "yrkar att bryggan köps."),
                ("yrkande", "S SD", "Yrkandet biträds av ordföranden och Tore Gran (SD)."),
                (
                    "yrkande",
                    "V MP",
                    "Ulla Rask (V) yrkar bifall, vilket stöds av Kaj Lind (MP).",
                ),
            ],
        ),
        # a list of whole parties, without a verb, below the heading
        (
            "Reservation\nSamtliga ledamöter för M och L.\nTore Gran (SD) till förmån för "
            "sitt tilläggsyrkande.",
            [
                ("reservation", "M L", "Samtliga ledamöter för M och L."),
                ("reservation", "SD", "till förmån för sitt tilläggsyrkande."),
            ],
        ),
        # how it was handed in, between the last name and the verb
        (
            "Reservationer\nSiv Ryd (L) samt Göran Ek (M), den sistnämnda skriftligt, "
            "reserverar sig mot beslutet.",
            [("reservation", "L M", "reserverar sig mot beslutet.")],
        ),
        (
            "Reservationer\nPartigrupp L och partigrupp M reserverar sig mot beslutet.",
            [("reservation", "L M", "reserverar sig mot beslutet.")],
        ),
        # behind a dash that ends its line, and on a line that goes on with a surname
        (
            "Yrkanden\nSiv Ryd (L) och Göran Ek (M) –\nbifall till motionen.\nUlla Rask (V) – "
            "motionen ska anses besvarad.\nKaj Lind (MP) – bifall till förslaget och till "
            "Ulla\nRask (V) tilläggsyrkande.\nTore Gran (SD) – avslag till motionen.",
            [
                ("yrkande", "L M", "bifall till motionen."),
                ("yrkande", "V", "motionen ska anses besvarad."),
                (
                    "yrkande",
                    "MP",
                    "bifall till förslaget och till Ulla\nRask (V) tilläggsyrkande.",
                ),
                ("yrkande", "SD", "avslag till motionen."),
            ],
        ),
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
        # whose they are: in the heading, or behind the words
        (
            "Reservation (L)\nBryggan är för dyr. Vi vill ha en färja.\nSiv Ryd (L)\n\n"
            "Särskilt yttrande [M]\nNy brygga i gästhamnen (hn/2021:4)\n"
            "Bryggan är bra men borde ha målats röd.\nGöran Ek (M)  Bo Alm (M)\n",
            [
                ("reservation", "L", "Bryggan är för dyr. Vi vill ha en färja."),
                ("särskilt yttrande", "M", "Bryggan är bra men borde ha målats röd."),
            ],
        ),
        (
            "Yrkanden\n1) Bifall till förslaget. (S, V)\n2) Avslag på förslaget. (M)",
            [
                ("yrkande", "S V", "Bifall till förslaget."),
                ("yrkande", "M", "Avslag på förslaget."),
            ],
        ),
        (
            "Särskilt uttalande\nSD-ledamöterna lät anteckna ett särskilt uttalande enligt "
            "följande.\n”Kajen är lång.”",
            [("särskilt uttalande", "SD", "”Kajen är lång.”")],
        ),
        ("Särskilt yttrande\nSD\n", [("särskilt yttrande", "SD", "SD")]),
        # the parties beside the heading, each in brackets, by name, or bare
        (
            "Yttrande (L), (M)\nKajen är för dyr.\n\nYttrande SD\nBryggan är kort.\n\n"
            "Yttrande (Vänsterpartiet)\nKajen ligger bra.\n",
            [
                ("särskilt yttrande", "L M", "Kajen är för dyr."),
                ("särskilt yttrande", "SD", "Bryggan är kort."),
                ("särskilt yttrande", "V", "Kajen ligger bra."),
            ],
        ),
        ("Yttrande (oppositionen)\nKajen är för dyr.\n", []),
        # whose words stand in an appendix
        (
            "Yttrande\nYttrande från L och M, se bilaga 1.\n\nReservation\n"
            "Reservation av Ulla Rask (V), enligt bilaga 2.\n",
            [
                ("särskilt yttrande", "L M", "Yttrande från L och M, se bilaga 1."),
                ("reservation", "V", "Reservation av Ulla Rask (V), enligt bilaga 2."),
            ],
        ),
        (
            "Reservation\nLiberalerna reserverar sig mot beslutet, liksom Göran Ek (M) till "
            "förmån för sitt yrkande.",
            [
                ("reservation", "L", "reserverar sig mot beslutet"),
                ("reservation", "M", "till förmån för sitt yrkande"),
            ],
        ),
        # behind a dash
        (
            "Yrkanden\nUlla Rask (V) - tillägg: att bryggan målas röd.\n"
            "Siv Ryd (L) - avslag på förslaget.",
            [
                ("yrkande", "V", "tillägg: att bryggan målas röd."),
                ("yrkande", "L", "avslag på förslaget."),
            ],
        ),
        # in lines of their own below what other bodies proposed on other days
        (
            "Kajutskottet föreslår § 8, 2021-02-04, att nämnden bygger.\n"
            "Siv Ryd (L) yrkar med bifall av Göran Ek (M) att ärendet återremitteras.\n"
            "Ulla Rask (V) yrkar avslag på återremissen.",
            [
                ("yrkande", "L M", "att ärendet återremitteras."),
                ("yrkande", "V", "yrkar avslag på återremissen."),
            ],
        ),
        # with quoted words below, for a whole group, by somebody who does not serve
        (
            "Reservationer\nSiv Ryd (L) reserverade sig mot beslutet och ingav följande.\n"
            '"Liberalerna reserverar sig mot beslutet. Kajen behövs."\n'
            "Göran Ek reserverade sig för Moderaternas grupp mot beslutet.",
            [
                (
                    "reservation",
                    "L",
                    '"Liberalerna reserverar sig mot beslutet. Kajen behövs."',
                ),
                ("reservation", "M", "reserverade sig för Moderaternas grupp mot beslutet."),
            ],
        ),
        (
            'Protokollsanteckningar\nUlla Rask lät anteckna följande.\n"Kajen är lång."\n'
            "Kaj Vik ersättare (C) lät anteckna följande.\n"
            '"Centerpartiet hade yrkat avslag om '
            'partiet haft yrkanderätt."\n\n- - - - -\n',
            [
                ("protokollsanteckning", "V", '"Kajen är lång."'),
                (
                    "ersättaryttrande",
                    "C",
                    '"Centerpartiet hade yrkat avslag om partiet haft yrkanderätt."',
                ),
            ],
        ),
        # below a heading of its own inside the section
        (
            "Reservation\nSiv Ryd (L) reserverar sig enligt följande:\nLiberalerna\n"
            "Reservation avseende ärende 7\nKajen behövs. Vi yrkade därför\natt den byggs.",
            [("reservation", "L", "Kajen behövs. Vi yrkade därför\natt den byggs.")],
        ),
        # words that print what should be decided
        (
            "Reservation\nSiv Ryd (L) reserverar sig mot beslutet och anför:\n"
            "Nämnden beslutar\natt delvis godkänna förslaget\natt därutöver anföra följande\n"
            "Bryggan är för dyr.\n\nGöran Ek (M) reserverar sig mot beslutet.",
            [
                (
                    "reservation",
                    "L",
                    "Nämnden beslutar\natt delvis godkänna förslaget\natt därutöver anföra "
                    "följande\nBryggan är för dyr.",
                ),
                ("reservation", "M", "reserverar sig mot beslutet."),
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
        # who does not serve
        (
            "Anteckning från ersättare\nNils Ask (KD) antecknar som ersättare utan "
            "tjänstgöring:\n\nOm jag hade fått rösta hade jag röstat nej.",
            [("ersättaryttrande", "KD", "Om jag hade fått rösta hade jag röstat nej.")],
        ),
        (
            "Protokollsanteckning\nErsättaren Nils Ask (KD) antecknar att han hade röstat för "
            "förslaget om han hade haft rösträtt.\n\nMotion om båtar\n\nBåtar sjunker.",
            [
                (
                    "ersättaryttrande",
                    "KD",
                    "antecknar att han hade röstat för förslaget om han hade haft rösträtt.",
                )
            ],
        ),
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
