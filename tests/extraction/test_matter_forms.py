"""Matters told in forms of their own: who said what, and where each party stood."""

import pytest

from pipeline.extraction.outline import own_rounds
from tests.extraction.texts import (
    ADOPTED,
    BOARD,
    FOR,
    MOTION,
    PUT,
    REJECTED,
    VOTE,
    cut,
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


@pytest.mark.parametrize(
    ("content", "how"),
    [
        (
            "Sluten omröstning genomförs. Eva Ek (S) får 9 röster, Bo Alm (M) 4 röster.\n",
            "votering",
        ),
        ("Valsedlarna räknas.\n", "votering"),
        ("Någon sluten omröstning begärs inte.\n", "enhälligt"),
    ],
)
def test_elections_by_secret_ballot(content: str, how: str) -> None:
    read = read_matter(
        f"Beslut\nEva Ek (S) väljs till ordförande.\n\n{content}", title="Val av ordförande"
    )
    assert read.case.decided_by == how


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
            (
                "Hamnnämnden behandlade frågan i mars.",
                "Siv Ryd (L) yrkar avslag.",
                "Hamnnämnden beslutar att köpa bryggan.",
            ),
        ),
    ],
)
def test_a_decision_without_a_heading(content: str, decision: tuple[str, ...]) -> None:
    assert read_matter(content, *BOARD).case.decision == decision


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


def test_what_a_committee_proposes_is_its_decision() -> None:
    parts = cut("Arbetsutskottets förslag till beslut\nBåten säljs.\n")
    assert [part.kind for part in own_rounds(parts, "Hamnnämndens arbetsutskott")] == [
        "beslut"
    ]
    assert [part.kind for part in own_rounds(parts, "Hamnnämnden")] == ["förslag"]


def test_the_decision_ends_where_the_meeting_is_told() -> None:
    read = read_matter(
        "Hamnnämnden beslutade\natt köpa bryggan.\n\nGöran Ek yrkade, instämd av Tore Gran, "
        "avslag.\n\nOrdföranden ställde proposition på yrkandena och fann förslaget "
        "antaget.\n",
        *BOARD,
    )
    assert (read.case.decision, read.case.outcome) == (("att köpa bryggan.",), "bifall")
    assert [row.parties for row in read.statements] == [("M", "SD")]


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
