"""Named ballots of one vote, in every form in which minutes print them."""

import pytest

from tests.extraction.texts import PUT_TO_VOTE as PUT
from tests.extraction.texts import counted

EVERYONE = [
    ("Berit Sjöholm", "S", "ja"),
    ("Ulla Rask", "V", "ja"),
    ("Siv Ryd", "L", "nej"),
    ("Tore Gran", "SD", "avstår"),
]


@pytest.mark.parametrize(
    "printed",
    [
        # sentences
        "Berit Sjöholm (S) och Ulla Rask (V) röstar ja. Siv Ryd (L) röstar nej. "
        "Tore Gran (SD) avstår från att rösta.",
        # sentences with counts
        "Berit Sjöholm (S) och Ulla Rask (V) röstade ja (2). Siv Ryd (L) röstade nej (1). "
        "Tore Gran (SD) lade ned sin röst.",
        # lists
        "Ja-röster: Berit Sjöholm (S), Ulla Rask (V)\nNej-röster: Siv Ryd (L)\n"
        "Avstår: Tore Gran (SD)",
        "2 ja-röster: Berit Sjöholm (S) och Ulla Rask (V)\n\n1 nej-röst: Siv Ryd (L)\n\n"
        "Avstod: Tore Gran (SD)",
        "Ja röstar 2 ledamöter: Berit Sjöholm (S) och Ulla Rask (V).\n\n"
        "Nej röstar en ledamot: Siv Ryd (L).\n\nAvstår: Tore Gran (SD)",
        # lists in running text, and who abstains beside them
        "Ja-röster lämnas av Berit Sjöholm (S) och Ulla Rask (V).\n"
        "Nej-röster lämnas av Siv Ryd (L).\nTore Gran (SD) avstår från att rösta.",
        "Ja-röster avges av: Berit Sjöholm (S) och Ulla Rask (V).\n\n"
        "Nej-röster avges av: Siv Ryd (L).\n\nTore Gran (SD) avstår.",
        "JA-röst avger: Berit Sjöholm (S) och Ulla Rask (V)\nNEJ-röst avger: Siv Ryd (L)\n"
        "AVSTÅR: Tore Gran (SD)\nNämnden har bifallit Ulla Rasks yrkande.",
        "Omröstningen utfaller med 2 ja (Berit Sjöholm, Ulla Rask) och 1 nej (Siv Ryd). "
        "Tore Gran (SD) avstår.",
        "Ja-röst avger Berit Sjöholm (S) och Ulla Rask (V).\nNej-röst avger Siv Ryd (L).\n"
        "Tore Gran (SD) avstår från att rösta.",
        "Med 2 ja-röster från Berit Sjöholm (S) och Ulla Rask (V) mot 1 nej-röst från Siv Ryd "
        "(L) beslutar nämnden enligt förslaget. Tore Gran (SD) avstår.",
        "Med 2 ja-röster, avgivna av Berit Sjöholm (S) och Ulla Rask (V), mot 1 nej-röst, "
        "avgiven av Siv Ryd (L), och 1 som avstår från att rösta, Tore Gran (SD), beslutar "
        "nämnden enligt förslaget.",
        # the choice before the verb, and several in one sentence
        "Ja röstade Berit Sjöholm (S) och Ulla Rask (V), nej röstade Siv Ryd (L), och Tore "
        "Gran (SD) avstod.",
        "Ja röstade Berit Sjöholm (S) och Ulla Rask (V) medan nej röstade Siv Ryd (L). Tore "
        "Gran (SD) avstod från att rösta.",
        "Ja röstar Berit Sjöholm (S) och Ulla Rask (V). Nej röstar Siv Ryd (L). Avstår gör "
        "Tore Gran (SD).",
        "Röstande ja: Berit Sjöholm (S), Ulla Rask (V)\nRöstande nej: Siv Ryd (L)\nNedlagd "
        "röst: Tore Gran (SD)",
        # a column between the party and the choice
        "Namn            Parti   Valkrets      Röst\n"
        "Berit Sjöholm   S       Norra         JA\n"
        "Ulla Rask       V       Södra         JA\nSiv Ryd         L       Inre hamnen   NEJ\n"
        "Tore Gran       SD      Norra         AVSTÅR\n",
        # the choices as headings of lists
        "Röster för JA\nBerit Sjöholm (S), Ulla Rask (V)\nRöster för NEJ\nSiv Ryd (L)\n"
        "Avstår från att rösta\nTore Gran (SD)",
        "Ja\n\nBerit Sjöholm (S)\n\nUlla Rask (V)\n\nNej\n\nSiv Ryd (L)\n\nAvstår\n\n"
        "Tore Gran (SD)",
        "Ja-röster (2)\n1. Berit Sjöholm (S)\n2. Ulla Rask (V)\nNej-röster (1)\n1. Siv Ryd "
        "(L)\nAvstår (1)\n1. Tore Gran (SD)",
        "Följande ledamöter röstar ja\nBerit Sjöholm (S)\nUlla Rask (V)\nFöljande ledamöter "
        "röstar nej\nSiv Ryd (L)\nFöljande ledamöter avstår\nTore Gran (SD)",
        # with what each stands for
        "JA till planen: Berit Sjöholm och Ulla Rask\nNEJ, för avslag: Siv Ryd\nAVSTÅR: Tore "
        "Gran",
        # tables: a mark in a column, the word itself
        "| Namn | Parti | Ja | Nej | Avstår |\n|---|---|---|---|---|\n"
        "| Berit Sjöholm | S | X | | |\n| Ulla Rask | V | X | | |\n"
        "| Siv Ryd | L | | X | |\n| Tore Gran | SD | | | X |",
        "Berit Sjöholm   S    Ja\nUlla Rask       V    Ja\nSiv Ryd         L    Nej\n"
        "Tore Gran       SD   Avstår",
        # where tabs are lost
        "Berit Sjöholm S Ja\nUlla Rask V Ja\nSiv Ryd L Nej\nTore Gran SD Avstår",
        "Berit Sjöholm (S) ja\nUlla Rask (V) ja\nSiv Ryd (L) nej\nTore Gran (SD) avstår",
        "| Ja | Nej | Avstår |\n| Berit Sjöholm (S), Ulla Rask (V) | Siv Ryd (L) | Tore Gran "
        "(SD) |",
        "| Ledamot | Röst |\n|---|---|\n| Berit Sjöholm (S) | Ja |\n| Ulla Rask (V) | Ja |\n"
        "| Siv Ryd (L) | Nej |\n| Tore Gran (SD) | Avstår |",
        # a row or a line for each choice, with what it means
        "| Röst | Namn |\n|---|---|\n| Ja (bifall) | Berit Sjöholm (S), Ulla Rask (V) |\n"
        "| Nej (avslag) | 1 | Siv Ryd (L) |\n| Avstår | Tore Gran (SD) |",
        "Ja-röster (bifall): Berit Sjöholm (S), Ulla Rask (V)\nNej-röster (avslag): Siv Ryd "
        "(L)\nAvstår: Tore Gran (SD)",
        # tables side by side, and a row that a conversion left outside
        "| Namn | Parti | Röst |  | Namn | Parti | Röst |\n| Berit Sjöholm | S | Ja |  | Siv "
        "Ryd | L | Nej |\n| Ulla Rask | V | Ja |  |  |  |  |\n\nTore Gran   SD   Avstår\n",
        # the choices cut short
        "| Namn | Parti | Ja | Nej | Avst |\n|---|---|---|---|---|\n"
        "| Berit Sjöholm | S | 1 | | |\n| Ulla Rask | V | 1 | | |\n"
        "| Siv Ryd | L | | 1 | |\n| Tore Gran | SD | | | 1 |",
        # without parties
        "Ja: Berit Sjöholm, Ulla Rask\nNej: Siv Ryd\nAvstår: Tore Gran\n",
    ],
)
def test_ballots(printed: str) -> None:
    (vote,) = counted(PUT + printed)
    assert sorted(vote.ballots) == sorted(EVERYONE)
    assert (vote.yes, vote.no, vote.finding) == (2, 1, None)


def test_who_sat_in_the_place_of_a_member_voted() -> None:
    (vote,) = counted(
        PUT + "| Ledamot | Parti | Ersättare | Ja | Nej |\n|---|---|---|---|---|\n"
        "| Berit Sjöholm | S | | X | |\n| Kaj Modin | V | Ulla Rask | | X |\n"
    )
    assert vote.ballots == (("Berit Sjöholm", "S", "ja"), ("Ulla Rask", "V", "nej"))


def test_what_each_row_of_names_means() -> None:
    (vote,) = counted(
        "Votering\n| Ja (avslag) | Berit Sjöholm (S), Ulla Rask (V) |\n| Nej (bifall) | Siv "
        "Ryd (L) |\n"
    )
    assert (vote.yes_means, vote.no_means, vote.yes, vote.no) == ("avslag", "bifall", 2, 1)


def test_the_chair_votes_by_role() -> None:
    (vote,) = counted(PUT + "Ja-röster: Ulla Rask (V), ordföranden\nNej-röster: Siv Ryd (L)")
    assert vote.ballots[1] == ("Berit Sjöholm", "S", "ja")


@pytest.mark.parametrize(
    ("told", "yes"),
    [
        # as many as the figure says: everybody else
        ("4 ja och 1 nej. Nej röstar Siv Ryd (L). Avstår gör Tore Gran (SD). {}", "S V MP M"),
        # not as many
        ("4 ja och 1 nej. Nej röstar Siv Ryd (L). {}", ""),
    ],
)
@pytest.mark.parametrize("rest", ["Övriga röstar ja.", "Ja röstar övriga ledamöter."])
def test_everybody_else(told: str, yes: str, rest: str) -> None:
    (vote,) = counted(PUT + told.format(rest))
    voted = {party for _, party, choice in vote.ballots if choice == "ja"}
    assert voted == set(yes.split())
