"""Lines of the lists of who was there that the width of a column, or running text, broke."""

import pytest

from tests.extraction.attendees import brief, there


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        # a name over two lines, an office over two
        (
            "Beslutande      Eva Ek (S), ordförande\n"
            "                Anna-Karin Lund\n"
            "                Västerberg (M), 2:e vice\n"
            "                ordförande\n"
            "                Bo Alm (M)\n",
            [
                "Eva Ek S ordförande",
                "Anna-Karin Lund Västerberg M vice ordförande",
                "Bo Alm M ledamot",
            ],
        ),
        # whom somebody serves for, with the words for it on a line of their own
        (
            "Ledamöter\nEva Ek (S)\nUlf By (MP)\ntjänstgörande ersättare för\nPer Sol (C)\n",
            [
                "Eva Ek S ledamot",
                "Ulf By MP tjänstgörande ersättare",
                "Per Sol C ledamot borta",
            ],
        ),
        # running text behind a label of two lines
        (
            "Ledamöter         Eva Ek (S), Bo Alm (M), Ulla Ro (V), Siv Ryd\n"
            "                  (L), Ola Frid (C) och Kaj Lind (MP).\n\n"
            "Tjänstgörande     Ulf By (S) ersätter Mia Ro (S), Pia Lo (KD)\n"
            "ersättare         ersätter Per Sol (KD) och Nils Ask (M) ersätter Tor Li\n"
            "                  (M).\n",
            [
                "Eva Ek S ledamot",
                "Bo Alm M ledamot",
                "Ulla Ro V ledamot",
                "Siv Ryd L ledamot",
                "Ola Frid C ledamot",
                "Kaj Lind MP ledamot",
                "Ulf By S tjänstgörande ersättare",
                "Pia Lo KD tjänstgörande ersättare",
                "Nils Ask M tjänstgörande ersättare",
                "Mia Ro S ledamot borta",
                "Per Sol KD ledamot borta",
                "Tor Li M ledamot borta",
            ],
        ),
        # the office of an official below the name
        (
            "Ledamöter   Eva Ek (S)\n\nÖvriga      Lena Vik,\n            hamndirektör\n",
            ["Eva Ek S ledamot", "Lena Vik – tjänsteperson"],
        ),
        # officials parted by semicolons; a substitute among all who were there
        (
            "Närvarande\nEva Ek (S)\nSiv Ryd (L), ersättare\n\n"
            "Tjänstemän   Lena Vik, hamnchef; Ulf By, sekreterare\n"
            "Tor Li, ekonom § 4, Mia Ro, jurist\n",
            [
                "Eva Ek S ledamot",
                "Siv Ryd L ersättare",
                "Lena Vik – tjänsteperson",
                "Ulf By – tjänsteperson",
                "Tor Li – tjänsteperson",
                "Mia Ro – tjänsteperson",
            ],
        ),
        # a local party as a heading is no surname
        (
            "Beslutande\n\nMoberga\nÅpartiet (ÅP)\nPer Ro\nEva Ek\n",
            ["Per Ro ÅP ledamot", "Eva Ek ÅP ledamot"],
        ),
        # all but some
        (
            "Beslutande   Samtliga ledamöter med undantag av Bo Alm (M) och Eva Ek (S)\n"
            "Ersättare   Ulf By (M)\n",
            ["Bo Alm M ledamot borta", "Eva Ek S ledamot borta", "Ulf By M ersättare"],
        ),
        # letters without brackets, of somebody and of the one they serve for
        (
            "Ledamöter\nEva Ek S ordförande\nBo Alm M\n\n"
            "Ersättare\nUlf By KD tjänstgörande för Per Sol L\n",
            [
                "Eva Ek S ordförande",
                "Bo Alm M ledamot",
                "Ulf By KD tjänstgörande ersättare",
                "Per Sol L ledamot borta",
            ],
        ),
        (
            "Beslutande\nEva Ek          S       ordförande\nBo Alm          M\n\n"
            "Tjänstgörande ersättare\nUlf By          KD      för Per Sol (L)\n",
            [
                "Eva Ek S ordförande",
                "Bo Alm M ledamot",
                "Ulf By KD tjänstgörande ersättare",
                "Per Sol L ledamot borta",
            ],
        ),
    ],
)
def test_lines_that_go_on(content: str, rows: list[str]) -> None:
    assert brief(there(content)) == rows


def test_a_row_of_a_table_without_any_cell() -> None:
    assert brief(there("Ledamöter\n|\n| Eva Ek (S) |\n")) == ["Eva Ek S ledamot"]
