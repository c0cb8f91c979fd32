"""Matters told in forms of their own: who said what, and where each party stood."""

import pytest

from tests.extraction.texts import (
    ADOPTED,
    BOARD,
    FOR,
    MOTION,
    PUT,
    REJECTED,
    read_matter,
    recorded,
)

OTHERS = "Berit Sjöholm (S) och Ulla Rask (V) yrkar bifall till förvaltningens förslag.\n\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        # each in a clause of their own
        (
            "Härefter yttrar sig Göran Ek (M), som yrkar att ärendet återremitteras, Siv Ryd "
            "(L), som instämmer med Göran Ek, samt Ulla Rask (V), som yrkar bifall till "
            "förvaltningens förslag.\n",
            [
                ("M", "yrkar att ärendet återremitteras"),
                ("L", "instämmer med Göran Ek"),
                ("V", "yrkar bifall till förvaltningens förslag."),
            ],
        ),
        # on behalf of groups
        (
            "Göran Ek (M) yrkar, för Moderaternas och Liberalernas nämndgrupper, att\n"
            "- bryggan målas röd,\n- bryggan flyttas.\n",
            [("M L", "- bryggan målas röd,\n- bryggan flyttas.")],
        ),
        (
            "Ulla Rask (V) yrkar å Vänsterpartiets vägnar avslag på punkt 1.\n",
            [("V", "avslag på punkt 1.")],
        ),
        (
            "Moderaternas och Liberalernas nämndgrupper reserverar sig mot beslutet.\n",
            [("M L", "reserverar sig mot beslutet.")],
        ),
        (
            "Göran Ek (M) samt samtliga närvarande ledamöter i Liberalerna reserverar sig.\n",
            [("M L", "reserverar sig.")],
        ),
        # a party that nobody gives letters
        (
            "Ulla Rask (V) och Åpartiet reserverar sig mot beslutet.\n",
            [("V", "reserverar sig mot beslutet.")],
        ),
        (
            "Ulla Rask (V), med instämmande av Kaj Lind (MP) och Ove Ro (Åpartiet), yrkar "
            "avslag.\n",
            [("V MP", "yrkar avslag.")],
        ),
        # names, and what they want, without a verb
        (
            "Yrkanden\nSiv Ryd (L) och Göran Ek (M): Bryggan ska vara kvar.\nUlla Rask (V): "
            "Bifall till förslaget.\n",
            [("L M", "Bryggan ska vara kvar."), ("V", "Bifall till förslaget.")],
        ),
        # names, and what they say, without a verb
        (
            "Protokollsanteckning\nUlla Rask, Vänsterpartiet: ”Bryggan är bra.”\nLiberalerna "
            "instämmer i anteckningen.\n",
            [("V", "”Bryggan är bra.”"), ("L", "instämmer i anteckningen.")],
        ),
        ("Protokollsanteckning: Göran Ek (M): Bryggan är bra.\n", [("M", "Bryggan är bra.")]),
        (
            "Reservation\nModeraterna: Bryggan är dålig.\n",
            [("M", "Bryggan är dålig.")],
        ),
        # under "Yttranden" some print who spoke, and what was moved
        ("Yttranden\nUlla Rask (V), Kaj Lind (MP) och Göran Ek (M).\n", []),
        (
            "Yttranden\nUlla Rask (V) och Göran Ek (M).\n\nSiv Ryd (L) yrkar avslag.\n",
            [("L", "yrkar avslag.")],
        ),
        # what somebody means to hand in
        (
            "Reservation\nUlla Rask (V) reserverar sig.\nModeraterna anmäler att de avser "
            "lämna in ett särskilt yttrande.\n",
            [
                ("V", "reserverar sig."),
                ("M", "anmäler att de avser lämna in ett särskilt yttrande."),
            ],
        ),
        # who joins, told once
        (
            "Yrkanden\nSiv Ryd (L): Avslag på förslaget.\nGöran Ek (M): Instämmer i Siv Ryds "
            "yrkande.\n",
            [("L", "Avslag på förslaget."), ("M", "Instämmer i Siv Ryds yrkande.")],
        ),
        (
            "Reservation\nMot beslutet reserverar sig till förmån för eget yrkande Göran Ek "
            "(M) "
            "och Siv Ryd (L).\n",
            [
                (
                    "M L",
                    "Mot beslutet reserverar sig till förmån för eget yrkande Göran Ek (M) "
                    "och "
                    "Siv Ryd (L).",
                )
            ],
        ),
        # the words below a colon
        (
            "Reservation\nMot beslutet reserverade sig Göran Ek (M):\nVi vill ha en brygga. "
            "De "
            "andra är redan fulla i maj.\n",
            [("M", "Vi vill ha en brygga. De andra är redan fulla i maj.")],
        ),
        # budgets that are laid before the board
        (
            "Yrkanden\nGöran Ek (M) och Siv Ryd (L) lägger fram ett gemensamt budgetförslag.\n",
            [("M L", "lägger fram ett gemensamt budgetförslag.")],
        ),
        # through somebody, for a group, and by a list below
        (
            "Göran Ek (M), för den moderata gruppen, yrkar avslag.\n\nLiberalerna yrkar genom "
            "Siv Ryd (L) bifall till förslaget.\n",
            [("M", "yrkar avslag."), ("L", "yrkar genom Siv Ryd (L) bifall till förslaget.")],
        ),
        (
            "Reservation\nFöljande ledamöter reserverar sig mot beslutet:\nGöran Ek (M)\n"
            "Siv Ryd (L)\n",
            [
                (
                    "M L",
                    "Följande ledamöter reserverar sig mot beslutet:\nGöran Ek (M)\n"
                    "Siv Ryd (L)",
                )
            ],
        ),
        (
            "Göran Ek (M) lämnar för Moderaternas räkning följande anteckning till "
            "protokollet:\nVi ser fram emot bryggan.\n",
            [("M", "Vi ser fram emot bryggan.")],
        ),
        # a proposal named by its owner is none of theirs
        (
            "Yrkanden\nTore Gran (SD) yrkar bifall till\n\nSiv Ryds återremissyrkande.\n",
            [("SD", "yrkar bifall till")],
        ),
        # what somebody unknown does is not their text
        (
            "Göran Ek (M) reserverar sig mot beslutet.\nByalaget deltar inte i beslutet.\n",
            [("M", "reserverar sig mot beslutet.")],
        ),
        (
            "Kaj Lind (MP) avger följande röstförklaring: Vi hade hellre sett en bro.\n",
            [("MP", "Vi hade hellre sett en bro.")],
        ),
        # what is only recorded above stands below, with its signer
        (
            "Reservation\nTore Gran (SD) reserverar sig skriftligt, se nedan.\n\nSkriftlig "
            "reservation från Sverigedemokraterna\nBryggan ligger fel, den är för dyr, och "
            "ingen har frågat dem som bor vid hamnen vad de tycker om saken eller om de kan "
            "tänka sig ett annat läge.\n\nTore Gran (SD)\n",
            [
                (
                    "SD",
                    "Bryggan ligger fel, den är för dyr, och ingen har frågat dem som bor vid "
                    "hamnen vad de tycker om saken eller om de kan tänka sig ett annat läge.",
                )
            ],
        ),
    ],
)
def test_who_said_what(content: str, said: list[tuple[str, str]]) -> None:
    read = read_matter(content, *BOARD)
    assert [(" ".join(row.parties), row.text) for row in read.statements] == said


@pytest.mark.parametrize(
    "words",
    [
        "På grund av jäv deltar inte Berit Sjöholm, Göran Ek, Siv Ryd, Kaj Lind och Ulla Rask "
        "i ärendets handläggning.",
        "På grund av jäv lämnar Ulla Rask (V) salen.",
    ],
)
def test_who_leaves_because_of_bias(words: str) -> None:
    stood = recorded(read_matter(f"{ADOPTED}{words}\n", *BOARD))
    assert stood["V"] == ("not_participating", "jäv")


@pytest.mark.parametrize(
    ("content", "title", "stood"),
    [
        # the proposal with a change is another one, and has not lost where that one won
        (
            "Beslut\nNämnden köper bryggan utan belysning.\n\nYrkanden\nSiv Ryd (L) yrkar "
            "bifall till förvaltningens förslag med ändringen att belysningen utgår.\n\n"
            f"{OTHERS}Beslutsgång\nOrdföranden ställer Siv Ryds yrkande mot förvaltningens "
            "förslag och finner att nämnden beslutar enligt Siv Ryds yrkande.\n",
            "Ny brygga",
            {"L": "for", "S": "against", "V": "against"},
        ),
        (
            f"{ADOPTED}Yrkanden\nSiv Ryd (L) yrkar bifall till förslaget med en redaktionell "
            f"ändring.\n\n{OTHERS}",
            "Ny brygga",
            {"S": "for", "V": "for"},
        ),
        # nothing said but whether, in a matter with one proposal
        (
            f"{ADOPTED}Yrkanden\nSiv Ryd (L) yrkar avslag.\n\nUlla Rask (V) yrkar bifall.\n\n"
            f"{PUT}",
            "Ny brygga",
            {"L": "against", "V": "for"},
        ),
        # a motion: what is rejected is the motion, what is granted may be the proposal
        (
            f"{REJECTED}Yrkanden\nSiv Ryd (L) och Göran Ek (M): Avslag.\n\n"
            "Ulla Rask (V): Bifall.\n",
            MOTION,
            {"L": "for", "M": "for"},
        ),
        # who joins stands as those who are joined
        (
            f"{ADOPTED}Yrkanden\n{FOR}Ulla Rask (V) instämmer med Berit Sjöholm.\n\n{PUT}",
            "Ny brygga",
            {"S": "for", "V": "for"},
        ),
        (
            "Beslut\nÄrendet återremitteras.\n\nYrkanden\nTore Gran (SD) yrkar återremiss.\n\n"
            "I yrkandet instämmer Siv Ryd (L) och Göran Ek (M).\n",
            "Ny brygga",
            {"SD": "for", "L": "for", "M": "for"},
        ),
        (
            f"{ADOPTED}Yrkanden\n{FOR}Siv Ryd (L) yrkar avslag.\n\nI yrkandet instämmer Tore "
            f"Gran (SD).\n\n{PUT}",
            "Ny brygga",
            {"S": "for", "L": "against", "SD": "against"},
        ),
        (
            f"{ADOPTED}I beslutet deltar ej Ulla Rask (V).\n",
            "Ny brygga",
            {"V": "not_participating"},
        ),
        # staying out of one point tells nothing of the rest
        (f"{ADOPTED}Siv Ryd (L) deltar inte i beslutet i punkt 4.\n", "Ny brygga", {}),
        (
            f"{ADOPTED}Siv Ryd (L) avstår från att delta i beslutet vad gäller att-sats 2. "
            "Göran Ek (M) deltar inte i beslutet.\n",
            "Ny brygga",
            {"M": "not_participating"},
        ),
        (
            f"{ADOPTED}Vänsterpartiet deltar ej i beslutet i den del som avser avgiften.\n",
            "Ny brygga",
            {},
        ),
        (
            f"{FOR}{ADOPTED}Berit Sjöholm (S) deltar inte i beslut om beslutspunkten 3.\n",
            "Ny brygga",
            {"S": "for"},
        ),
        # who reserves against one point is against, whatever else was moved
        (
            f"{FOR}{ADOPTED}Berit Sjöholm (S) reserverar sig mot beslutet i punkt 3.\n",
            "Ny brygga",
            {"S": "against"},
        ),
        # sent back by a third: whoever wanted it decided today voted, unseen
        (
            "Siv Ryd (L) yrkar återremiss.\nBerit Sjöholm (S) yrkar att ärendet avgörs idag."
            "\n\nOmröstning\nJa-röst för att ärendet avgörs idag. Nej-röst för återremiss.\n"
            "Med 4 ja-röster mot 2 nej-röster är ärendet återremitterat genom "
            "minoritetsåterremiss.\n\nBeslut\nÄrendet återremitteras.\n",
            "Ny brygga",
            {"L": "for"},
        ),
        # figures and names in running text
        (
            f"{ADOPTED}Votering\nJa för bifall till förslaget. Nej för avslag på förslaget."
            "\n\nVid omröstningen avges tre ja-röster, Göran Ek (M), Siv Ryd (L) och "
            "ordföranden, samt två nej-röster, Ulla Rask (V) och Kaj Lind (MP).\n",
            "Ny brygga",
            {"M": "for", "L": "for", "S": "for", "V": "against", "MP": "against"},
        ),
        # who moves nothing but what others move wins or loses with them
        (
            f"{ADOPTED}Yrkanden\nGöran Ek (M) - bifall till förvaltningens förslag med "
            f"tillägget att "
            "bryggan målas\nUlla Rask (V) - bifall till Göran Eks tilläggsyrkande\n\n{PUT}"
            "Ordföranden finner att nämnden bifaller tilläggsyrkandet.\n",
            "Ny brygga",
            {"M": "for", "V": "for"},
        ),
        # the decision tells what a vote that is not read decided
        (
            f"Beslut\nNämnden avslår förvaltningens förslag.\n\nYrkanden\n{FOR}Siv Ryd (L) "
            f"yrkar "
            "avslag på förslaget.\n",
            "Ny brygga",
            {"S": "against", "L": "for"},
        ),
        # named parties in a group are no unnamed group
        (
            f"{ADOPTED}{FOR}Mot beslutet reserverar sig samtliga ledamöter från M och L.\n",
            "Ny brygga",
            {"S": "for", "M": "against", "L": "against"},
        ),
    ],
)
def test_where_parties_stood(content: str, title: str, stood: dict[str, str]) -> None:
    read = read_matter(content, *BOARD, title=title)
    assert {party: stance for party, (stance, _) in recorded(read).items()} == stood


MARKED = """Votering
Ja-röst för avslag på ändringsyrkandet, nej-röst för bifall till ändringsyrkandet.

Ledamot              Parti   JA    NEJ   AVSTÅR
Berit Sjöholm        S       X
Göran Ek             M             X
Siv Ryd              L             X
Tore Gran            SD                  X

1 ja-röst mot 2 nej-röster, och 1 ledamot som avstår.
"""


def test_marks_in_columns_inside_the_matter() -> None:
    read = read_matter(f"{ADOPTED}{MARKED}", *BOARD)
    assert [(one.name, one.choice) for one in read.ballots] == [
        ("Berit Sjöholm", "ja"),
        ("Göran Ek", "nej"),
        ("Siv Ryd", "nej"),
        ("Tore Gran", "avstår"),
    ]
    assert {p: stance for p, (stance, _) in recorded(read).items()} == {
        "S": "against",
        "M": "for",
        "L": "for",
        "SD": "abstained",
    }


def test_names_above_the_proposition_and_bare_words() -> None:
    read = read_matter(
        f"{ADOPTED}Votering\nJa: Berit Sjöholm (S), Ulla Rask (V).\nNej: Siv Ryd (L), Göran "
        "Ek (M).\n\nJa-röst är bifall, nej-röst är avslag på förslaget. 2 ja och 2 nej. "
        "Ordföranden har utslagsröst.\n",
        *BOARD,
    )
    assert (len(read.ballots), read.votes[0].outcome) == (4, "ja")
    assert recorded(read)["L"] == ("against", "votering")


@pytest.mark.parametrize(
    ("below", "words"),
    [
        (
            "Reservationen lyder: Bryggan är för dyr för hamnen.\n",
            "Bryggan är för dyr för hamnen.",
        ),
        (
            "Bryggan är för dyr.\n\nFör Moderaterna\nGöran Ek      Nils Ask\n",
            "Bryggan är för dyr.",
        ),
        ("Bryggan är för dyr.\n\nGöran Ek (M), ledamot\n", "Bryggan är för dyr."),
        ("Bryggan är för dyr.\n\nParagrafen är omedelbart justerad.\n", "Bryggan är för dyr."),
    ],
)
def test_words_without_what_frames_them(below: str, words: str) -> None:
    read = read_matter(
        f"{ADOPTED}Reservation\nGöran Ek (M) lämnar följande reservation:\n\n{below}", *BOARD
    )
    assert [row.text for row in read.statements] == [words]
