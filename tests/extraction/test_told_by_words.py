"""Sides told by the words one had moved, by letters, numbers and lists of names."""

import pytest

from tests.extraction.texts import ADOPTED, BOARD, FOR, read_matter, recorded


@pytest.mark.parametrize(
    ("content", "title", "stood"),
    [
        # what a comment tells of others, and of its own words alone
        (
            f"{ADOPTED}{FOR}Särskilt yttrande\nSiv Ryd (L) lämnar följande särskilda "
            "yttrande:\nVi står bakom bryggan. Vänsterpartiet reserverar sig mot allt.\n",
            "Ny brygga",
            {"S": "for", "L": "remark"},
        ),
        (
            f"{ADOPTED}{FOR}Siv Ryd (L) lämnar ett särskilt yttrande där Liberalerna "
            "reserverar sig mot orden.\n",
            "Ny brygga",
            {"S": "for", "L": "remark"},
        ),
        # what was added to a paper, by whose it is
        (
            "Beslut\nNämnden ställer sig bakom yttrandet med komplettering.\n\nGöran Ek (M) "
            "yrkar att yttrandet kompletteras med en mening om kajen.\n\nOrdföranden frågar "
            "om nämnden kan ställa sig bakom yttrandet med Göran Eks komplettering och finner "
            "att så är fallet.\n",
            "Yttrande om hamnar",
            {"M": "for"},
        ),
        # moved in the words that a vote was won with, or that may be those of the decision
        (
            "Beslut\nNämnden beslutar att hyra bryggan.\n\nYrkanden\nBerit Sjöholm (S) yrkar "
            "att bryggan hyrs.\n\nVotering\nJa-röst: bryggan hyrs. Nej-röst: bryggan hyrs "
            "inte.\n5 ja-röster, 1 nej-röst.\n",
            "Ny brygga",
            {"S": "for"},
        ),
        (
            "Beslut\nNämnden beslutar att hyra bryggan.\n\nYrkanden\nBerit Sjöholm (S) yrkar "
            "att bryggan hyrs.\n",
            "Ny brygga",
            {},
        ),
        # what was applied for, refused as proposed
        (
            "Beslut\nAnsökan avslås.\n\nYrkanden\nBerit Sjöholm (S) yrkar avslag på ansökan i "
            "enlighet med förvaltningens förslag.\nGöran Ek (M) yrkar bifall till ansökan.\n",
            "Ansökan om bidrag",
            {"S": "for", "M": "against"},
        ),
        # letters alone before a colon
        (
            f"{ADOPTED}Yrkanden\nS + V: bifall\nM: avslag\nSD: återremiss\n\nBeslutsgång\n"
            "Ordföranden finner att förslaget bifalls.\n",
            "Ny brygga",
            {"S": "for", "V": "for", "M": "against", "SD": "against"},
        ),
        # who wants it written down that they did not take part
        (
            f"{ADOPTED}{FOR}Tore Gran (SD) önskar få antecknat att han inte deltagit i "
            "beslutet.\n",
            "Ny brygga",
            {"S": "for", "SD": "not_participating"},
        ),
        # an initiative, by what the chair finds
        (
            "Beslut\nKontoret får i uppdrag att laga kajen.\n\nYrkanden\nSiv Ryd (L) yrkar "
            "bifall till initiativet.\nBerit Sjöholm (S) yrkar avslag på initiativet.\n\n"
            "Beslutsgång\nOrdföranden finner att nämnden bifaller initiativet.\n",
            "Ledamotsinitiativ om kajen",
            {"L": "for", "S": "against"},
        ),
        # neither adopted nor refused
        (
            "Beslut\nÄrendet lämnas utan åtgärd.\n\nYrkanden\nGöran Ek (M) yrkar avslag.\n"
            "Berit Sjöholm (S) yrkar bifall till förslaget.\n\nBeslutsgång\nOrdföranden "
            "finner att nämnden beslutar lämna ärendet utan åtgärd.\n",
            "Ny brygga",
            {},
        ),
        # alternatives by number
        (
            "Beslut\nNämnden beslutar enligt alternativ 2.\n\nYrkanden\nBerit Sjöholm (S): "
            "alternativ 1\nGöran Ek (M): alternativ 2\n\nBeslutsgång\nOrdföranden ställer "
            "alternativen mot varandra och finner att alternativ 2 bifalls.\n",
            "Ny brygga",
            {"S": "against", "M": "for"},
        ),
        # an addition, by what another calls it
        (
            "Beslut\nNämnden antar planen och ser över kajen.\n\nYrkanden\nSiv Ryd (L) yrkar "
            "att kajen ses över.\nBerit Sjöholm (S) yrkar bifall till förslaget och till Siv "
            "Ryds tilläggsyrkande.\nUlla Rask (V) yrkar avslag på Siv Ryds tilläggsyrkande.\n"
            "\nBeslutsgång\nOrdföranden finner att nämnden bifaller förslaget.\nOrdföranden "
            "ställer proposition på tilläggsyrkandet och finner att nämnden bifaller "
            "detsamma.\n",
            "Hamnplan",
            {"S": "for", "L": "for", "V": "against"},
        ),
        # names below a colon, or below a heading
        (
            f"{ADOPTED}Mot beslutet reserverar sig:\n- Göran Ek (M)\n- Siv Ryd (L)\n\n"
            "Följande ledamöter deltar inte i beslutet:\nTore Gran (SD)\n",
            "Ny brygga",
            {"M": "against", "L": "against", "SD": "not_participating"},
        ),
        (
            f"{ADOPTED}Reserverar sig\nGöran Ek (M)\nSiv Ryd (L)\n\nEj deltagande i beslut: "
            "Tore Gran (SD)\n",
            "Ny brygga",
            {"M": "against", "L": "against", "SD": "not_participating"},
        ),
        # what is joined after it was made
        (
            f"{ADOPTED}Göran Ek (M) lämnar ett särskilt yttrande.\nSiv Ryd (L) ansluter sig "
            "till yttrandet.\n",
            "Ny brygga",
            {"M": "remark", "L": "remark"},
        ),
    ],
)
def test_where_parties_stood(content: str, title: str, stood: dict[str, str]) -> None:
    found = recorded(read_matter(content, *BOARD, title=title))
    assert {party: stance for party, (stance, _) in found.items()} == stood
