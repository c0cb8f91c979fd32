"""Who was there, from tables and columns."""

import pytest

from tests.extraction.attendees import brief, there

COLUMNS = "Ledamot        Parti    Närv.    Ersättare      Parti\n"


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        # no mark: the heading of the list above the table tells who was there, and as what
        (
            "Beslutande ledamöter\n\n| Namn | Parti | Kommentar |\n"
            "| Eva Ek | S | ordförande |\n| Bo Alm | M | 1:e vice ordförande |\n"
            "| Ulla Ro | VB | |\n| Per Sol | V | frånvarande |\n\n"
            "Tjänstgörande ersättare\n\n| Namn | Parti | Ersätter |\n"
            "| Nils By | KD | Per Sol (V) |\n\n"
            "Ej tjänstgörande ersättare\n\n| Namn | Parti |\n| Siv Ryd | L |\n\n"
            "Frånvarande ledamöter\n\n| Namn | Parti |\n| Åsa Lind | C |\n\n"
            "Tjänstepersoner\n\n| Namn | Titel |\n| Ola Berg | hamnchef |\n",
            [
                "Eva Ek S ordförande",
                "Bo Alm M vice ordförande",
                "Ulla Ro VB ledamot",
                "Per Sol V ledamot borta",
                "Nils By KD tjänstgörande ersättare",
                "Siv Ryd L ersättare",
                "Åsa Lind C ledamot borta",
                "Ola Berg – tjänsteperson",
            ],
        ),
        # the heading of the list is that of the names
        (
            "| Närvarande | Parti | Funktion |\n| Eva Ek | S | Ordförande |\n"
            "| Bo Alm | VB | Ledamot |\n| Ulla Ro | V | Tjänstgörande ersättare |\n"
            "| Siv Ryd | L | Ersättare |\n| Lena Vik | | Hamndirektör |\n",
            [
                "Eva Ek S ordförande",
                "Bo Alm VB ledamot",
                "Ulla Ro V tjänstgörande ersättare",
                "Siv Ryd L ersättare",
                "Lena Vik – tjänsteperson",
            ],
        ),
        (
            "Ledamöter         Parti\n\nEva Ek            S\n\n"
            "Ej tjänstgörande ersättare         Parti\n\n"
            "Siv Ryd           VB\n",
            ["Eva Ek S ledamot", "Siv Ryd VB ersättare"],
        ),
        # who served instead beside a member, below the heading of a list
        (
            "Beslutande\n\n| Ledamot | Parti | Tjänstgörande ersättare |\n"
            "| Eva Ek, ordf. | S | |\n| Bo Alm | M | Nils By |\n| Ulla Ro | V | – |\n"
            "| Siv Ryd | L | Per Sol § 7 |\n",
            [
                "Eva Ek S ordförande",
                "Bo Alm M ledamot borta",
                "Nils By M tjänstgörande ersättare",
                "Ulla Ro V ledamot",
            ],
        ),
        (
            "Beslutande\n\n| Ledamot | Parti | Ersättare |\n| Eva Ek | S | Nils By |\n",
            [],
        ),
        # who sat in a member's place
        (
            "| Namn | Parti | Närvarande | Ersätts av |\n| Eva Ek | S | Ja | |\n"
            "| Bo Alm | M | Nej | Nils By (M) |\n",
            [
                "Eva Ek S ledamot",
                "Bo Alm M ledamot borta",
                "Nils By M tjänstgörande ersättare",
            ],
        ),
        # rows below their label without a header; a mark in them may mean anything
        (
            "| Beslutande | | |\n| Eva Ek | (S) | Ordförande |\n| Bo Alm | M | |\n"
            "| Nils By | KD | tjg ers för Per Sol (L) |\n| Ersättare | Siv Ryd | L |\n",
            [
                "Eva Ek S ordförande",
                "Bo Alm M ledamot",
                "Nils By KD tjänstgörande ersättare",
                "Siv Ryd L ersättare",
                "Per Sol L ledamot borta",
            ],
        ),
        ("Beslutande\n| Eva Ek | S | X |\n| Bo Alm | M | – |", []),
        # members and who serves for others in one table, in columns of spaces
        (
            "Beslutande\nNamn         Parti    Ersätter\nEva Ek       S\n"
            "Nils By      KD       Per Sol (V)\n",
            ["Eva Ek S ledamot", "Nils By KD tjänstgörande ersättare"],
        ),
        # a column that may say anything, and no heading of a list: nothing is told
        ("Beslutande\n| Namn | Parti | Läge |\n| Eva Ek | S | 1 |\n| Bo Alm | M | 0 |", []),
        ("Valberedning\n| Namn | Parti |\n| Eva Ek | S |\n| Bo Alm | M |", []),
        # columns of spaces, with a substitute beside the member who is not there
        (
            COLUMNS + "Eva Ek         S        x\n"
            "Bo Alm         M        –        Nils By        KD\n"
            "Ulla Ro        V        1\nPer Sol        MP       frånvarande\n",
            [
                "Eva Ek S ledamot",
                "Bo Alm M ledamot borta",
                "Nils By KD tjänstgörande ersättare",
                "Ulla Ro V ledamot",
                "Per Sol MP ledamot borta",
            ],
        ),
        # the hours of the meeting as the column, with what was otherwise beside it
        (
            "Parti  Namn (ledamöter)    Kl. 13:00-18:15   Avvikande tid   Tjänstgörande "
            "ersättare\n"
            "S      Eva Ek, ordf.       X\nM      Bo Alm              -                 "
            "                Nils By\n"
            "V      Ulla Ro             X                 Jäv § 7\n\n"
            "Ej tjänstgörande ersättare\nMP     Per Sol             X\n",
            [
                "Eva Ek S ordförande",
                "Bo Alm M ledamot borta",
                "Nils By M tjänstgörande ersättare",
                "Ulla Ro V ledamot",
                "Per Sol MP ersättare",
            ],
        ),
        # several votes side by side, whose marks say nothing of who was there
        (
            "Nr  Namn     Parti   Närv.   Ja  Nej  Avst    Ja  Nej  Avst\n"
            "1   Eva Ek   S       X       X                    X\n"
            "2   Bo Alm   M       -\n"
            "3   Ulla Ro  V       X                 X              X\n",
            ["Eva Ek S ledamot", "Bo Alm M ledamot borta", "Ulla Ro V ledamot"],
        ),
        (
            "Nr  Namn     Parti   Ja  Nej  Avst    Ja  Nej  Avst\n"
            "1   Eva Ek   S       X                    X\n"
            "2   Bo Alm   M           X       X\n",
            [],
        ),
        # a mark after both names may be either's: nothing is told of that row
        (
            "| Ledamot | Parti | Ersättare | Närv. |\n| Eva Ek | S | | x |\n"
            "| Bo Alm | M | Nils By | x |\n| Ulla Ro | V | Per Sol | – |",
            [
                "Eva Ek S ledamot",
                "Ulla Ro V ledamot borta",
                "Per Sol V tjänstgörande ersättare",
            ],
        ),
        # one column for each, and the party beside the name
        (
            "| Ledamöter | Närvarande | Frånvarande |\n| Eva Ek (S) | X | |\n"
            "| Bo Alm (M) | | X |\n| Ulla Ro (V) | | |",
            ["Eva Ek S ledamot", "Bo Alm M ledamot borta"],
        ),
        # parties by their whole names, the local one by its own
        (
            "| Ledamot | Parti | Närvarande |\n| Eva Ek | Liberalerna | Ja |\n"
            "| Bo Alm | Moderaterna | Ja |\n| Ulla Ro | Byalistan | Ja |",
            ["Eva Ek L ledamot", "Bo Alm M ledamot", "Ulla Ro Byalistan ledamot"],
        ),
        # whom somebody serves for, beside the mark
        (
            "| Namn | Parti | Uppdrag | Närvarande |\n| Eva Ek | S | Ledamot | Nej |\n"
            "| Bo Alm | S | Ersättare | Ja, tjänstgör för Eva Ek |\n| Per Sol | V | "
            "Ersättare | Ja |",
            [
                "Eva Ek S ledamot borta",
                "Bo Alm S tjänstgörande ersättare",
                "Per Sol V ersättare",
            ],
        ),
        # notes tell who was not there, and who chairs
        (
            "| Ledamot | Parti | Ersättare | Anmärkning |\n| Eva Ek | S | | ordförande |\n"
            "| Bo Alm | BYL | | 1:e vice ordförande |\n| Ulla Ro | V | | |\n"
            "| Per Sol | MP | Nils By (MP) | frånvarande |\n"
            "| Siv Ryd | C | | frånvarande § 4 |",
            [
                "Eva Ek S ordförande",
                "Bo Alm BYL vice ordförande",
                "Ulla Ro V ledamot",
                "Per Sol MP ledamot borta",
                "Nils By MP tjänstgörande ersättare",
                "Siv Ryd C ledamot",
            ],
        ),
        (
            "| Ledamot | Parti | Ersättare | Anm. |\n| Eva Ek | S | | ordförande |\n"
            "| Ulla Ro | V | | |",
            ["Eva Ek S ordförande", "Ulla Ro V ledamot"],
        ),
        # seats with their substitutes, and no word of who was there
        (
            "| Ledamot | Parti | Ersättare | Anm. |\n| Eva Ek | S | Bo Alm | ordförande |\n"
            "| Ulla Ro | V | Per Sol | |",
            [],
        ),
        # people in the rows below a label, in one column or two, with their roles beside
        (
            "| Tid | 13.00 |\n| Beslutande |\n| Eva Ek (S) | ordförande |\n"
            "| Bo Alm (M), vice ordförande | Ulla Ro (V) |\n| Tjänstgörande ersättare |\n"
            "| Per Sol (MP) | för Siv Ryd (MP) |\n| Övriga närvarande |\n"
            "| Lena Vik, hamnchef | Ulf By, sekreterare |\n"
            "| Utses att justera | Ulla Ro (V) |",
            [
                "Eva Ek S ordförande",
                "Bo Alm M vice ordförande",
                "Ulla Ro V ledamot",
                "Per Sol MP tjänstgörande ersättare",
                "Lena Vik – tjänsteperson",
                "Ulf By – tjänsteperson",
                "Siv Ryd MP ledamot borta",
            ],
        ),
        # the label above the table, and a party that heads its people
        (
            "Närvarande ledamöter\n\n| Eva Ek (S) | ordförande |\n"
            "| Bo Alm (M) | 1:e vice ordförande |\n| Byalistan |\n| Ulla Ro (BL) | |\n",
            ["Eva Ek S ordförande", "Bo Alm M vice ordförande", "Ulla Ro BL ledamot"],
        ),
        # two lists side by side, the second one longer
        (
            "| Ledamöter | Ersättare |\n| Eva Ek (S), ordförande | Bo Alm (M) |\n"
            "| Ulla Ro (V) | Per Sol (MP) |\n| | Siv Ryd (C) |",
            [
                "Eva Ek S ordförande",
                "Ulla Ro V ledamot",
                "Bo Alm M ersättare",
                "Per Sol MP ersättare",
                "Siv Ryd C ersättare",
            ],
        ),
        # the label beside the first of its people only
        (
            "| Beslutande | Eva Ek (S), ordförande |\n| | Bo Alm (M) |\n"
            "| Ersättare | Per Sol (MP) |\n| | Siv Ryd (C) |",
            [
                "Eva Ek S ordförande",
                "Bo Alm M ledamot",
                "Per Sol MP ersättare",
                "Siv Ryd C ersättare",
            ],
        ),
        # officials beside a label, without their office
        (
            "| Plats | Tallvik |\n| Sekreterare | Lena Vik |\n"
            "| Övriga närvarande | Ulf By, hamnchef |\n\nBeslutande\nEva Ek (S)\n",
            ["Lena Vik – tjänsteperson", "Ulf By – tjänsteperson", "Eva Ek S ledamot"],
        ),
        # labels beside their lists
        (
            "| Plats | Tallvik |\n| Beslutande | Eva Ek (S), ordförande Bo Alm (M) |\n"
            "| Ersättare | Per Sol (V) |\n| Utses att justera | Bo Alm (M) |",
            ["Eva Ek S ordförande", "Bo Alm M ledamot", "Per Sol V ersättare"],
        ),
        # a mark of absence, though somebody voted in the member's stead
        (
            "Ledamot         Parti    Närv   Ersättare     Ja   Nej\n"
            "Eva Ek          S        X                    X\n"
            "Bo Alm          M        -      Nils By            X\n",
            [
                "Eva Ek S ledamot",
                "Bo Alm M ledamot borta",
                "Nils By M tjänstgörande ersättare",
            ],
        ),
        # a list of those who serve for others, and of some who do not
        (
            "| Namn | Parti | Ersätter |\n| Eva Ek | S | Bo Alm |\n| Ulla Ro | V | |",
            ["Eva Ek S tjänstgörande ersättare", "Ulla Ro V ersättare"],
        ),
        # two lists in one table
        (
            "| Ledamot | Parti | Närv | Ersättare | Parti | Närv |\n"
            "| Eva Ek | S | x | Nils By | M | x |\n| Bo Alm | V | – | Per Sol | MP | – |",
            [
                "Eva Ek S ledamot",
                "Nils By M ersättare",
                "Bo Alm V ledamot borta",
                "Per Sol MP ersättare borta",
            ],
        ),
        # a heading within the table
        (
            "| Namn | Parti | Närv |\n| Eva Ek | S | x |\n| Ersättare | | |\n"
            "| Bo Alm | M | x |",
            ["Eva Ek S ledamot", "Bo Alm M ersättare"],
        ),
        # who voted was there; a row without a mark tells nothing
        (
            "Namn           Parti    Ja    Nej    Avstår\nEva Ek         S        X\n"
            "Bo Alm         M              X\nUlla Ro        V\n",
            ["Eva Ek S ledamot", "Bo Alm M ledamot"],
        ),
        (
            "| Namn | Parti | Ja | Nej |\n| Eva Ek | S | | X |\n| Bo Alm | M | X | |",
            ["Eva Ek S ledamot", "Bo Alm M ledamot"],
        ),
        # "Ledamot" and "Ja" in a row make no header of it
        (
            "| Namn | Parti | Roll | Närvarande |\n| Eva Ek | S | Ledamot | Ja |\n"
            "| Bo Alm | M | Ledamot | Nej |",
            ["Eva Ek S ledamot", "Bo Alm M ledamot borta"],
        ),
        # in words, with the matters beside them
        (
            "Namn           Funktion      Närvaro\n"
            "Eva Ek (S)     Ledamot       Närvarande §§ 4-9\n"
            "Bo Alm (M)     Ersättare     Tjänstgörande\n"
            "Per Sol (V)    Ersättare     Närvarande\n",
            ["Eva Ek S ledamot", "Bo Alm M tjänstgörande ersättare", "Per Sol V ersättare"],
        ),
        # marks that were lost tell of nobody's absence
        ("| Namn | Parti | Närv |\n| Eva Ek | S | |\n| Bo Alm | M | |", []),
        # lists side by side
        (
            "Ledamöter              Ersättare\nEva Ek (S), ordf.      Nils By (M)\n"
            "Bo Alm (V)             Per Sol (MP)\n\nÖvriga\nLena Vik, revisor",
            [
                "Eva Ek S ordförande",
                "Bo Alm V ledamot",
                "Nils By M ersättare",
                "Per Sol MP ersättare",
                "Lena Vik – övrig",
            ],
        ),
        (
            "Närvarande        Frånvarande\nEva Ek (S)        Nils By (M)\n",
            ["Eva Ek S ledamot", "Nils By M ledamot borta"],
        ),
        # … whose columns a conversion puts one below the other
        (
            "Ledamöter        Tjänstgörande ersättare     Ersättare\n\n"
            "Eva Ek (S), ordf.\nBo Alm (M)\n\nUlla Ro (V)\n\nNils By (M)\nPer Sol (MP)\n",
            [
                "Eva Ek S ordförande",
                "Bo Alm M ledamot",
                "Ulla Ro V tjänstgörande ersättare",
                "Nils By M ersättare",
                "Per Sol MP ersättare",
            ],
        ),
        # seats with a substitute beside and no mark: nothing tells who sat there
        ("| Ledamot | Ersättare |\n| Eva Ek (S) | Nils By (M) |", []),
    ],
)
def test_attendance_columns(content: str, rows: list[str]) -> None:
    assert brief(there(content)) == rows
