"""Who moved the same, the opposite, the whole or a part: where parties stood."""

import pytest

from tests.extraction.texts import ADOPTED, BOARD, FOR, read_matter, recorded


@pytest.mark.parametrize(
    ("content", "title", "stood"),
    [
        # the whole of the proposal, and all but a point of it
        (
            "Beslut\nBryggan byggs.\n\nYrkanden\nUlla Rask (V) yrkar bifall till förslaget i "
            "dess helhet.\n\nSiv Ryd (L) yrkar bifall till förslaget, dock med avslag på "
            "punkt 4.\n\nBeslutsgång\nOrdföranden finner att förslaget bifalls i dess "
            "helhet.\n",
            "Ny brygga",
            {"V": "for", "L": "against"},
        ),
        # whole parties below the heading, each for a side
        (
            "Beslut\nBryggan byggs.\n\nYrkanden\n- Bifall: S, V\n- Avslag: M, SD\n\n"
            "Beslutsgång\nOrdföranden finner bifall.\n",
            "Ny brygga",
            {"S": "for", "V": "for", "M": "against", "SD": "against"},
        ),
        # the same words, and what is done with them is not
        (
            "Beslut\nNämnden avstår från att hyra gästhamnens brygga.\n\nYrkanden\nUlla Rask "
            "(V) yrkar att nämnden hyr gästhamnens brygga.\n\nBerit Sjöholm (S) yrkar bifall "
            "till förvaltningens förslag att avstå.\n\nBeslutsgång\nOrdföranden ställer Ulla "
            "Rasks yrkande mot förvaltningens förslag och finner att nämnden beslutar enligt "
            "förvaltningens förslag.\n",
            "Ny brygga",
            {"V": "against", "S": "for"},
        ),
        # as much as was asked for was not granted
        (
            "Beslut\nNämnden bifaller ansökan med 2 mnkr.\n\nYrkanden\nUlla Rask (V) yrkar "
            "bifall till ansökan om 4 mnkr.\n\nBerit Sjöholm (S) yrkar bifall till "
            "förvaltningens förslag om 2 mnkr.\n\nBeslutsgång\nOrdföranden ställer förslagen "
            "mot varandra och finner att nämnden bifaller förvaltningens förslag.\n",
            "Ansökan om bidrag",
            {"S": "for"},
        ),
        # who joins a reservation reserves themselves; what gets support is moved by others too
        (
            "Beslut\nBryggan byggs.\n\nReservation\nGöran Ek (M) reserverar sig mot "
            "beslutet.\n\nTore Gran (SD) instämmer i reservationen.\n",
            "Ny brygga",
            {"M": "against", "SD": "against"},
        ),
        (
            "Beslut\nBryggan byggs.\n\nYrkanden\nSiv Ryd (L) yrkar avslag på förslaget. "
            "Yrkandet får stöd av Göran Ek (M).\n\nBeslutsgång\nOrdföranden finner att "
            "förslaget bifalls.\n",
            "Ny brygga",
            {"L": "against", "M": "against"},
        ),
        # who joins "yrkandet" joins the one told right before, whatever words another has
        (
            "Beslut\nBryggan byggs.\n\nYrkanden\nUlla Rask (V) yrkar att kajen rivs i höst.\n"
            "Berit Sjöholm (S) yrkar bifall till förvaltningens förslag. I yrkandet instämmer "
            "Göran Ek (M).\n\nBeslutsgång\nOrdföranden ställer förslagen mot varandra och "
            "finner att nämnden bifaller förvaltningens förslag.\n",
            "Ny brygga",
            {"V": "against", "S": "for", "M": "for"},
        ),
        (
            "Beslut\nBryggan byggs.\n\nYrkanden\nUlla Rask (V) yrkar att kajen rivs i höst.\n"
            "Berit Sjöholm (S) yrkar bifall till förvaltningens förslag.\nGöran Ek (M) yrkar "
            "också bifall till detta yrkande.\n\nBeslutsgång\nOrdföranden ställer förslagen "
            "mot varandra och finner att nämnden bifaller förvaltningens förslag.\n",
            "Ny brygga",
            {"V": "against", "S": "for", "M": "for"},
        ),
        # … and the one that asks for what "avslagsyrkandet" says, or that a surname is of
        (
            "Beslut\nBryggan byggs.\n\nYrkanden\nUlla Rask (V) yrkar avslag på förvaltningens "
            "förslag. Berit Sjöholm (S) yrkar bifall till förvaltningens förslag. Göran Ek "
            "(M) instämmer i avslagsyrkandet.\n\nBeslutsgång\nOrdföranden ställer förslagen "
            "mot varandra och finner att nämnden bifaller förvaltningens förslag.\n",
            "Ny brygga",
            {"V": "against", "S": "for", "M": "against"},
        ),
        (
            "Beslut\nBryggan byggs.\n\nYrkanden\nBerit Sjöholm (S) yrkar bifall till "
            "förvaltningens förslag. Ulla Rask (V) yrkar att kajen rivs i höst. Göran Ek (M) "
            "instämmer i Sjöholms yrkande. Siv Ryd (L) instämmer i bifallsyrkandet.\n\n"
            "Beslutsgång\nOrdföranden ställer förslagen mot varandra och finner att nämnden "
            "bifaller förvaltningens förslag.\n",
            "Ny brygga",
            {"V": "against", "S": "for", "M": "for", "L": "for"},
        ),
        (
            "Beslut\nBryggan byggs.\n\nYrkanden\nUlla Rask (V) yrkar avslag på förvaltningens "
            "förslag. Berit Sjöholm (S) yrkar bifall till förvaltningens förslag. Göran Ek "
            "(M) instämmer i Rasks (V) yrkande.\n\nBeslutsgång\nOrdföranden ställer förslagen "
            "mot varandra och finner att nämnden bifaller förvaltningens förslag.\n",
            "Ny brygga",
            {"V": "against", "S": "for", "M": "against"},
        ),
        (
            "Beslut\nNämnden avslår motionen.\n\nYrkanden\nUlla Rask (V) yrkar bifall till "
            "motionen. Berit Sjöholm (S) yrkar avslag på motionen. Göran Ek (M) instämmer i "
            "bifallsyrkandet.\n\nBeslutsgång\nOrdföranden ställer yrkandena mot varandra och "
            "finner att nämnden avslår motionen.\n",
            "Motion om en brygga",
            {"V": "against", "S": "for", "M": "against"},
        ),
        # in the second place what was adopted
        (
            "Beslut\nAvtalet godkänns.\n\nYrkanden\nGöran Ek (M) yrkar återremiss enligt "
            "yrkande från M.\n\nKaj Lind (MP) yrkar bifall till yrkandet från M om återremiss "
            "och i andra hand bifall till förvaltningens förslag.\n\nBeslutsgång\nOrdföranden "
            "finner att ärendet ska avgöras idag, och att förvaltningens förslag bifalls.\n",
            "Avtal om brygga",
            {"M": "against", "MP": "for"},
        ),
        # the decision itself tells whose proposal it grants
        (
            "Beslut\nNämnden beslutar att bifalla Siv Ryds yrkande.\n\nYrkanden\nSiv Ryd (L) "
            "med stöd av Göran Ek (M) yrkar att bidraget fördubblas.\n\nUlla Rask (V) yrkar "
            "att inget bidrag ges.\n\nBerit Sjöholm (S) yrkar enligt förvaltningens "
            "förslag.\n",
            "Bidrag till hamnen",
            {"L": "for", "M": "for", "V": "against", "S": "against"},
        ),
        # one who says no is no vote
        (
            "Beslut\nBryggan byggs.\n\nTore Gran (SD) röstar nej.\n",
            "Ny brygga",
            {},
        ),
        # who moves as another does moves the same
        (
            "Beslut\nNämnden antar planen.\n\nYrkanden\nTore Gran (SD) yrkar avslag.\n\nUlla "
            "Rask (V) yrkar bifall.\n\nKaj Lind (MP) yrkar detsamma.\n\nSiv Ryd (L) yrkar "
            "som Ulla Rask.\n\nBeslutsgång\nOrdföranden finner att planen antas.\n",
            "Hamnplan",
            {"SD": "against", "V": "for", "MP": "for", "L": "for"},
        ),
        # found in words that one of them had moved
        (
            "Beslut\nNämnden säljer bryggan.\n\nYrkanden\nBerit Sjöholm (S) yrkar att bryggan "
            "säljs.\nUlla Rask (V) yrkar att bryggan inte säljs.\n\nBeslutsgång\nOrdföranden "
            "ställer Berit Sjöholms yrkande mot Ulla Rasks yrkande och finner att bryggan "
            "säljs.\n",
            "Gammal brygga",
            {"S": "for", "V": "against"},
        ),
        # in words that none of them had moved: neither is known to have won
        (
            "Beslut\nNämnden hyr ut bryggan.\n\nYrkanden\nBerit Sjöholm (S) yrkar att bryggan "
            "säljs.\nUlla Rask (V) yrkar att bryggan inte säljs.\n\nBeslutsgång\nOrdföranden "
            "ställer yrkandena mot varandra och finner att bryggan hyrs ut.\n",
            "Gammal brygga",
            {},
        ),
        (
            "Beslut\nNämnden beslutar i enlighet med S-förslaget.\n\nYrkanden\nBerit Sjöholm "
            "(S) yrkar att bryggan målas.\nGöran Ek (M) yrkar att bryggan rivs.\n\n"
            "Beslutsgång\nOrdföranden ställer S-förslaget mot M-förslaget och finner att "
            "S-förslaget vinner.\n",
            "Gammal brygga",
            {"S": "for", "M": "against"},
        ),
        # points of what was adopted, and one of them refused
        (
            f"{ADOPTED}Yrkanden\nBerit Sjöholm (S) yrkar bifall till punkterna 1 och 2.\nUlla "
            "Rask (V) yrkar bifall till punkt 1 men avslag till punkt 2.\n\nBeslutsgång\n"
            "Ordföranden finner att punkt 1 och punkt 2 bifalls.\n",
            "Ny brygga",
            {"S": "for"},
        ),
        (
            f"{ADOPTED}Yrkanden\nSiv Ryd (L) yrkar bifall till punkt 1 och att punkt 2 "
            "ersätts av en annan.\n\nBeslutsgång\nOrdföranden finner att det bifalls.\n",
            "Ny brygga",
            {},
        ),
        # neither the proposal nor a change of it
        (
            "Beslut\nNämnden antar planen med ändringen att § 3 stryks.\n\nYrkanden\nBerit "
            "Sjöholm (S) yrkar bifall till förslaget med ändringen att § 3 stryks.\nGöran Ek "
            "(M) yrkar bifall till förslaget.\nUlla Rask (V) yrkar avslag.\n\nBeslutsgång\n"
            "Ordföranden ställer förslagen mot varandra och finner att Berit Sjöholms förslag "
            "bifalls.\n",
            "Hamnplan",
            {"S": "for", "M": "against", "V": "against"},
        ),
        (
            f"{ADOPTED}Mot beslutet anmäldes reservation av Göran Ek (M) och Siv Ryd (L).\n",
            "Ny brygga",
            {"M": "against", "L": "against"},
        ),
        # what an earlier body did, told in the background or below its decision
        (
            f"{ADOPTED}Sammanfattning\nArbetsutskottet behandlade ärendet den 3 februari. Siv "
            f"Ryd (L) yrkade återremiss. Tore Gran (SD) deltog inte i beslutet.\n\n{FOR}",
            "Ny brygga",
            {"S": "for"},
        ),
        (
            "Arbetsutskottets beslut 2021-02-03\nFörslaget tillstyrks.\n\nReservation\nGöran "
            f"Ek (M) reserverar sig.\n\nYrkanden\n{FOR}Siv Ryd (L) yrkar avslag på "
            "förslaget.\n\nBeslutsgång\nOrdföranden finner att förslaget bifalls.\n\n"
            "Nämndens beslut\nBryggan byggs.\n\nReservation\nSiv Ryd (L) reserverar sig.\n",
            "Ny brygga",
            {"S": "for", "L": "against"},
        ),
        # a part of what is before the body, and how to go on
        (
            "Beslut\nFörslagen antas.\n\nYrkanden\nBerit Sjöholm (S) yrkar bifall till "
            "förslaget om kajen.\nUlla Rask (V) yrkar enskild överläggning.\n",
            "Hamnplan",
            {},
        ),
        (
            f"{ADOPTED}{FOR}Ulla Rask (V) yrkar, i likhet med Göran Ek (M), avslag på "
            "förslaget.\n",
            "Ny brygga",
            {"S": "for", "V": "against", "M": "against"},
        ),
        # a vote of whole parties, behind their number
        (
            "Beslut\nBryggan byggs.\n\nVotering\nJa för bifall till förslaget, nej för "
            "avslag på förslaget.\nJa-röster: 3 (S, V, MP)\nNej-röster: 2 (M, SD)\n",
            "Ny brygga",
            {"S": "for", "V": "for", "MP": "for", "M": "against", "SD": "against"},
        ),
        # members moved what different bodies had proposed
        (
            "Yrkanden\nBerit Sjöholm (S) yrkar bifall till hamnutskottets förslag.\n\n"
            "Göran Ek (M) och Siv Ryd (L) yrkar bifall till förvaltningens förslag.\n\n"
            "Beslutsgång\nOrdföranden finner att nämnden beslutar enligt hamnutskottets "
            "förslag.\n\nBeslut\nBryggan rivs.\n",
            "Ny brygga",
            {"S": "for", "M": "against", "L": "against"},
        ),
        (
            "Yrkanden\nBerit Sjöholm (S) yrkar bifall till hamnutskottets förslag.\n\n"
            "Göran Ek (M) yrkar bifall till förvaltningens förslag.\n\n"
            "Votering\nJa för hamnutskottets förslag. Nej för förvaltningens förslag.\n"
            "Ja-röster: Berit Sjöholm (S), Ulla Rask (V)\nNej-röster: Göran Ek (M), "
            "Siv Ryd (L), Tore Gran (SD)\n\nBeslut\nBryggan målas.\n",
            "Ny brygga",
            {"S": "against", "V": "against", "M": "for", "L": "for", "SD": "for"},
        ),
        # one that both name in words of their own
        (
            "Yrkanden\nBerit Sjöholm (S) yrkar bifall till förvaltningens förslag.\n\n"
            "Göran Ek (M) yrkar bifall till hamnkontorets förslag.\n\nBeslutsgång\n"
            "Ordföranden finner att nämnden beslutar enligt förvaltningens förslag.\n\n"
            "Beslut\nBryggan rivs.\n",
            "Ny brygga",
            {"S": "for", "M": "for"},
        ),
        # whose it is stands in the word
        (
            "Beslut\nBudgeten antas.\n\nYrkanden\nSiv Ryd (L) yrkar bifall till "
            "hamnbudgeten.\nUlla Rask (V) yrkar bifall till Vikbudgeten.\n"
            "Berit Sjöholm (S) yrkar bifall till budgeten.\n",
            "Budget för hamnen",
            {"S": "for", "L": "against", "V": "against"},
        ),
        # with a change of another's, and without it
        (
            "Beslut\nNämnden antar remissvaret med den ändringen att sista stycket stryks.\n\n"
            "Förslag till beslut\nNämnden antar remissvaret.\n\nYrkanden\nBerit Sjöholm (S) "
            "yrkar bifall till förslaget med Siv Ryds (L) ändring.\nUlla Rask (V) yrkar "
            "bifall till förslaget utan ändring.\n\nBeslutsgång\nOrdföranden finner att "
            "nämnden beslutar enligt sitt eget yrkande.\n",
            "Remissvar om hamnar",
            {"S": "for", "V": "against"},
        ),
        # taken back, for something else or for nothing
        (
            f"{ADOPTED}Yrkanden\n{FOR}Siv Ryd (L) yrkar avslag.\nUlla Rask (V) yrkar avslag."
            "\nSiv Ryd (L) drar tillbaka sitt yrkande och yrkar bifall till förslaget.\n"
            "Ulla Rask (V) återtar sitt yrkande.\n",
            "Ny brygga",
            {"S": "for", "L": "for"},
        ),
        # told of another body, and denied
        (
            f"{ADOPTED}{FOR}Siv Ryd (L) påminner om att Liberalerna reserverade sig i "
            "arbetsutskottet.\n\nUlla Rask (V) reserverar sig inte.\n\nReservation\nIngen "
            "reserverar sig.\n",
            "Ny brygga",
            {"S": "for"},
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
    found = recorded(read_matter(content, *BOARD, title=title))
    assert {party: stance for party, (stance, _) in found.items()} == stood
