"""Matters told in forms of their own: where each party stood."""

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
    "words",
    [
        "På grund av jäv deltar inte Berit Sjöholm, Göran Ek, Siv Ryd, Kaj Lind och Ulla Rask "
        "i ärendets handläggning.",
        "På grund av jäv lämnar Ulla Rask (V) salen.",
        "Ulla Rask (V) är jävig och lämnar salen.",
        # without an empty line above what is told of other meetings
        "Jäv\nUlla Rask (V) anmäler jäv och deltar inte i handläggningen.\nÄrendet\n"
        "Hamnutskottet behandlade ärendet den 2 februari 2021, § 8.",
    ],
)
def test_who_leaves_because_of_bias(words: str) -> None:
    stood = recorded(read_matter(f"{ADOPTED}{words}\n", *BOARD))
    assert stood["V"] == ("not_participating", "jäv")


def test_a_list_of_those_who_are_biased() -> None:
    content = (
        f"{ADOPTED}Jäv\nFöljande ledamöter anmäler jäv och deltar inte i handläggningen i "
        "ärendet:\nUlla Rask (V), Berit Sjöholm (S) och\nSiv Ryd (L).\nÄrendet\n"
        "Bryggan är av trä.\n"
    )
    stood = recorded(read_matter(content, *BOARD, "Maj Lo (S)"))
    assert stood == {
        "V": ("not_participating", "jäv"),
        "L": ("not_participating", "jäv"),
    }


@pytest.mark.parametrize(
    ("content", "title", "stood"),
    [
        # proposals by their numbers
        (
            "Förslag till beslut\n1) Berit Sjöholm m.fl. (S) och Ulla Rask (V) föreslår att "
            "nämnden beslutar enligt förvaltningens förslag.\n\n2) Göran Ek m.fl. (M) "
            "föreslår "
            "att nämnden beslutar\n- att bryggan målas\n\nBeslutsgång\nOrdföranden ställer "
            "förslag "
            "1) mot förslag 2) och finner att nämnden beslutar enligt förslag 2).\n\nBeslut\n"
            "Bryggan målas.\n",
            "Ny brygga",
            {"S": "against", "V": "against", "M": "for"},
        ),
        # the proposal before the body is to refuse
        (
            "Beslut\nNämnden avslår ansökan.\n\nYrkanden\nSiv Ryd (L) föreslår att bryggan "
            "medges.\n\nBerit Sjöholm (S) föreslår att nämnden beslutar enligt förvaltningens "
            "förslag att avslå ansökan.\n",
            "Ansökan om brygga",
            {"S": "for", "L": "against"},
        ),
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
        # a change to another's proposal that the chair finds lost or won
        (
            f"{ADOPTED}Ledamöternas förslag till beslut\nGöran Ek (M) föreslår att bryggan "
            "målas.\nSiv Ryd (L) föreslår bifall till Göran Eks (M) förslag med ändringen "
            "att den blir röd.\nTore Gran (SD) föreslår bifall till Göran Eks (M) förslag, "
            "med följande ändring:\n- Bryggan blir grön.\nUlla Rask (V) föreslår bifall till "
            "Siv "
            "Ryds (L) förslag.\nBeslutsgång\nOrdföranden frågar om Göran Eks (M) förslag "
            "kan antas och finner att så sker.\nOrdföranden frågar sedan om Siv Ryds (L) "
            "förslag kan antas och finner att förslaget avslås.\nOrdföranden frågar sedan om "
            "Tore Grans (SD) förslag kan antas och finner att så sker.\n",
            "Ny brygga",
            {"M": "for", "L": "against", "SD": "for", "V": "against"},
        ),
        # a comment is not all of a party that moved what nothing is told of
        (
            f"{ADOPTED}Yrkanden\n{FOR}Göran Ek (M) yrkar bifall till förslaget med en "
            "redaktionell ändring.\n\n"
            "Protokollsanteckning\nGöran Ek (M) lämnar följande anteckning: Bryggan "
            "är för dyr."
            "\nSiv Ryd (L) lämnar följande anteckning: Bryggan är för lång.\n",
            "Ny brygga",
            {"S": "for", "L": "remark"},
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
        # taking part only in what came before the decision is staying out of it
        (
            f"{ADOPTED}Deltagande i beslut\nLiberalerna deltar endast i beslutet i fråga om "
            "förslaget om återremiss och inte i övriga delar av beslutet.\n",
            "Ny brygga",
            {"L": "not_participating"},
        ),
        (
            f"{ADOPTED}Göran Ek (M) och Siv Ryd (L) yrkar återremiss.\n\nDeltagande i beslut\n"
            "Göran Ek (M) och Siv Ryd (L) deltar endast i beslutet om återremiss och inte i "
            "beslut i ärendet.\n",
            "Ny brygga",
            {"M": "not_participating", "L": "not_participating"},
        ),
        # who reserves against one point is against, whatever else was moved
        (
            f"{FOR}{ADOPTED}Berit Sjöholm (S) reserverar sig mot beslutet i punkt 3.\n",
            "Ny brygga",
            {"S": "against"},
        ),
        # the decision where the propositions are
        (
            "Yrkanden\nSiv Ryd (L) yrkar bifall till motionen.\nGöran Ek (M) yrkar bifall "
            "till kommunstyrelsens förslag.\n\nPropositioner\nProposition ställdes på "
            "yrkandena. Fullmäktige beslutade i enlighet med kommunstyrelsens förslag\n"
            "att anse motionen besvarad.\n",
            "Motion om brygga",
            {"L": "against", "M": "for"},
        ),
        # a losing proposal, named in the vote by who moved it, before abstaining
        (
            "Beslut\nNämnden ställer sig positiv till ett försök.\n\nYrkanden\nBerit Sjöholm "
            "(S) yrkar att nämnden ställer sig positiv till ett försök.\nSiv Ryd (L) och "
            "Göran Ek (M) yrkar avslag på motionen.\n\nOmröstning\nJa-röst för Berit Sjöholms "
            "yrkande. Nej-röst för Siv Ryds m.fl. yrkande.\nJa-röster: Berit Sjöholm (S), "
            "Ulla Rask (V), Kaj Lind (MP)\nNej-röster: Siv Ryd (L)\nAvstår: Göran Ek (M)\n",
            "Motion om brygga",
            {"S": "for", "V": "for", "MP": "for", "L": "against", "M": "against"},
        ),
        # who spoke, and what they moved, under one heading
        (
            "I debatten yttrar sig Siv Ryd (L) och Göran Ek (M).\nSiv Ryd yrkar bifall till "
            "motionen.\nGöran Ek yrkar avslag på motionen.\n\nBeslut\nMotionen avslås.\n",
            "Motion om brygga",
            {"L": "against", "M": "for"},
        ),
        # sent back by a third, against what those wanted who moved to decide it today
        (
            "Siv Ryd (L) yrkar återremiss.\nBerit Sjöholm (S) yrkar att ärendet avgörs idag."
            "\n\nOmröstning\nJa-röst för att ärendet avgörs idag. Nej-röst för återremiss.\n"
            "Med 4 ja-röster mot 2 nej-röster är ärendet återremitterat genom "
            "minoritetsåterremiss.\n\nBeslut\nÄrendet återremitteras.\n",
            "Ny brygga",
            {"L": "for", "S": "against"},
        ),
        (
            "Yrkanden\nSiv Ryd (L) yrkar återremiss.\nGöran Ek (M) tillstyrker "
            "återremissyrkandet.\nBerit Sjöholm (S) yrkar bifall till förslaget "
            "och avslag på yrkandet om återremiss.\n\nOmröstning\n"
            "Ja-röst för att ärendet avgörs idag. Nej-röst för återremiss.\nMed 4 ja-röster "
            "mot 2 nej-röster är ärendet återremitterat genom minoritetsåterremiss.\n\n"
            "Beslut\nÄrendet återremitteras.\n",
            "Ny brygga",
            {"L": "for", "M": "for", "S": "against"},
        ),
        # the decision refuses what was moved and adopts the proposal, in one sentence or two
        (
            "Beslut\nNämnden beslutar att avslå yrkandet om återremiss och att anta planen.\n"
            f"\nYrkanden\n{FOR}Siv Ryd (L) yrkar återremiss.\n",
            "Ny brygga",
            {"S": "for", "L": "against"},
        ),
        (
            "Beslut\n1. Nämnden avslår Siv Ryds ändringsyrkande.\n2. Nämnden godkänner "
            f"förslaget.\n\nYrkanden\n{FOR}Siv Ryd (L) yrkar bifall till förslaget med "
            "ändringen att kajen sopas.\n",
            "Ny brygga",
            {"S": "for", "L": "against"},
        ),
        # to refuse an application, as was proposed
        (
            "Beslut\nNämnden avslår ansökan om brygga.\n\nYrkanden\nSiv Ryd (L) yrkar att "
            "bryggan medges.\nUlla Rask (V) yrkar att ansökan avslås i enlighet med kontorets "
            "förslag.\n\nBeslutsgång\nOrdföranden ställer yrkandena mot varandra och finner "
            "att nämnden beslutar avslå ansökan.\n",
            "Ansökan om brygga",
            {"L": "against", "V": "for"},
        ),
        # the one proposal there is, called only that
        (
            "Beslut\nNämnden antar planen.\n\nYrkanden\nSiv Ryd (L) yrkar avslag på "
            "förslaget.\n\nBeslutsgång\nOrdföranden ställer proposition på yrkandet och "
            "finner att nämnden avslår det.\n",
            "Ny brygga",
            {"L": "against"},
        ),
        # whose proposal the decision adopts beside refusing the motion
        (
            "Beslut\nNämnden beslutar att avslå motionen och att anta yrkandet från S.\n\n"
            "Yrkanden\nBerit Sjöholm (S) yrkar att kajen sopas.\nSiv Ryd (L) yrkar bifall "
            "till motionen.\n",
            MOTION,
            {"S": "for", "L": "against"},
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
        # who joins an addition does not win with the rest of it
        (
            f"{ADOPTED}Yrkanden\nUlla Rask (V) yrkar bifall till förvaltningens förslag med "
            f"följande "
            "tillägg:\natt bryggan målas\nTore Gran (SD) yrkar bifall till Ulla Rasks "
            f"tilläggsyrkande.\n\n{FOR}Beslutsgång\nOrdföranden finner att nämnden bifaller "
            "förvaltningens förslag.\n\nVotering\nJa för avslag på tilläggsyrkandet. Nej "
            "för bifall "
            "till tilläggsyrkandet.\n4 ja och 2 nej.\n",
            "Ny brygga",
            {"S": "for", "V": "for", "SD": "against"},
        ),
        # what was moved in words of one's own is what was decided
        (
            "Beslut\nAtt lämna initiativet om bryggan utan åtgärd.\n\nYrkanden\nUlla Rask "
            "(V) yrkar "
            "att bryggan målas röd i sommar.\nBerit Sjöholm (S) och Göran Ek (M) yrkar att "
            "initiativet om bryggan lämnas utan åtgärd.\n\nBeslutsgång\nOrdföranden finner "
            "att "
            "nämnden beslutar så.\n",
            "Initiativ om bryggan",
            {"V": "against", "S": "for", "M": "for"},
        ),
        (
            "Beslut\nInitiativet bifalls inte.\n\nYrkanden\nUlla Rask (V) yrkar att bryggan "
            "målas."
            "\nBerit Sjöholm (S) yrkar att bryggan rivs.\n\nBeslutsgång\nOrdföranden finner "
            "att "
            "nämnden beslutar enligt Berit Sjöholms m.fl. förslag.\n",
            "Initiativ om bryggan",
            {"V": "against", "S": "for"},
        ),
        # the chair only speaks of the amendment: alone, and beside the proposal
        (
            f"{ADOPTED}Yrkanden\nGöran Ek (M) yrkar bifall till förvaltningens förslag med "
            f"den "
            f"ändringen att bryggan målas.\nSiv Ryd (L) bifaller Göran Eks yrkande.\n\n{FOR}"
            "Beslutsgång\nOrdföranden ställer förslaget mot ändringsyrkandet och finner att "
            "nämnden bifaller ändringsyrkandet.\n",
            "Ny brygga",
            {"M": "for", "L": "for", "S": "against"},
        ),
        (
            f"{ADOPTED}Yrkanden\nGöran Ek (M) yrkar bifall till förvaltningens förslag med "
            f"den "
            f"ändringen att bryggan målas.\n\n{FOR}Beslutsgång\nOrdföranden finner att "
            f"nämnden "
            "bifaller förvaltningens förslag. Ordföranden finner att nämnden bifaller "
            "ändringsyrkandet.\n",
            "Ny brygga",
            {"M": "for", "S": "for"},
        ),
        # the chair by role
        (
            f"{ADOPTED}Yrkanden\nOrdföranden Berit Sjöholm (S) yrkar att bryggan "
            f"målas.\nUlla Rask "
            "(V) yrkar bifall till ordförandens yrkande.\nSiv Ryd (L) yrkar avslag på "
            "ordförandens yrkande.\n\nBeslutsgång\nNämnden har därmed bifallit ordförandens "
            "yrkande.\n",
            "Ny brygga",
            {"S": "for", "V": "for", "L": "against"},
        ),
        # the decision tells what a vote that is not read decided
        (
            f"Beslut\nNämnden avslår förvaltningens förslag.\n\nYrkanden\n{FOR}Siv Ryd (L) "
            f"yrkar "
            "avslag på förslaget.\n",
            "Ny brygga",
            {"S": "against", "L": "for"},
        ),
        # the paper before the body, by what kind it is
        (
            "Beslut\nPlanen antas.\n\nYrkanden\nSiv Ryd (L) yrkar bifall till planen.\n"
            "Ulla Rask (V) yrkar avslag på planen.\nGöran Ek (M) yrkar bifall till "
            "planen, men vill att den följs upp.\n",
            "Plan för hamnen",
            {"L": "for", "V": "against", "M": "for"},
        ),
        # that there is one proposal against is not that there is one alone
        (
            f"{ADOPTED}Yrkanden\n{FOR}Siv Ryd (L) yrkar avslag på förslaget.\n\nBeslutsgång\n"
            "Ordföranden konstaterar att det finns ett förslag från Siv Ryd om avslag och "
            "finner att nämnden beslutar enligt förslaget.\n",
            "Ny brygga",
            {"S": "for", "L": "against"},
        ),
    ],
)
def test_where_parties_stood(content: str, title: str, stood: dict[str, str]) -> None:
    read = read_matter(content, *BOARD, title=title)
    assert {party: stance for party, (stance, _) in recorded(read).items()} == stood
