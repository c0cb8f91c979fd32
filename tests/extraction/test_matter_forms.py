"""Matters told in forms of their own: who said what."""

import pytest

from tests.extraction.texts import (
    ADOPTED,
    BOARD,
    read_matter,
    recorded,
)


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
        # what a text tells of others
        (
            "Reservation\nUlla Rask (V) reserverar sig med följande motivering:\nSå här "
            "säger de "
            "andra.\nModeraterna: Bryggan är bra.\n",
            [("V", "Så här säger de andra.\nModeraterna: Bryggan är bra.")],
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
            "Yrkanden\nGöran Ek (M) och Siv Ryd (L) lägger fram ett gemensamt "
            "budgetförslag.\n",
            [("M L", "lägger fram ett gemensamt budgetförslag.")],
        ),
        # those who sign, then what others say
        (
            "Reservation\nModeraterna och Liberalerna.\n\nRöstförklaring lämnas av "
            "Vänsterpartiet "
            "genom Ulla Rask (V):\nVi röstade ja men hade velat vänta ett år till.\n",
            [
                ("M L", "Moderaterna och Liberalerna."),
                ("V", "Vi röstade ja men hade velat vänta ett år till."),
            ],
        ),
        (
            "Reservation\nModeraterna reserverar sig.\nLiberalerna, som saknar plats i "
            "nämnden, "
            "önskar få följande antecknat till protokollet: Vi välkomnar bryggan.\n",
            [("M", "reserverar sig."), ("L", "Vi välkomnar bryggan.")],
        ),
        # whose amendment it is, and who joins
        (
            "Yrkanden\nGöran Ek (M) yrkar bifall till förslaget med den ändring som Siv Ryd "
            "(L) "
            "yrkar.\nUlla Rask (V) ansluter sig till Siv Ryds yrkande.\n",
            [
                (
                    "M",
                    "yrkar bifall till förslaget med den ändring som Siv Ryd (L) yrkar.",
                ),
                ("V", "ansluter sig till Siv Ryds yrkande."),
            ],
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
        # members propose under the heading for proposals; those of officials are not moved
        (
            "Förslag till beslut\nFörvaltningen föreslår att hamnnämnden beslutar\n- att "
            "bryggan rivs\n\nFörslag till beslut\n1) Ordföranden Berit Sjöholm m.fl. (S) och "
            "Ulla Rask (V) föreslår att nämnden beslutar enligt förvaltningens förslag.\n\n"
            "2) Göran Ek m.fl. (M) lägger fram ett eget förslag till beslut:\n- att bryggan "
            "målas\n- att kajen sopas\n",
            [
                ("S V", "föreslår att nämnden beslutar enligt förvaltningens förslag."),
                ("M", "- att bryggan målas\n- att kajen sopas"),
            ],
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
