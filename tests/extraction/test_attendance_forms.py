"""Lists of who was there, as some bodies print them."""

import pytest

from tests.extraction.attendees import brief, there


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        # offices in brackets, and a label that goes on before the second name
        (
            "Beslutande\nEva Ek (S) (Ordförande)\n\nÖvriga         Lena Vik (Hamndirektör)\n"
            "närvarande     Ulf By, ekonomichef § 4\n",
            ["Eva Ek S ordförande", "Lena Vik – tjänsteperson", "Ulf By – tjänsteperson"],
        ),
        # a substitute among others, who served for a matter; and who checks the minutes
        (
            "Beslutande\nEva Ek (S)\nBo Alm (C), ej § 4\n\nÖvriga\nPia Lo (C), ersättare, "
            "tjänstgörande § 4\nNils Ask (M), ersättare\nJusterande     Siv Ryd (M)\n",
            [
                "Eva Ek S ledamot",
                "Bo Alm C ledamot",
                "Pia Lo C tjänstgörande ersättare",
                "Nils Ask M ersättare",
            ],
        ),
        # a list below a table of who was away for what
        (
            "Ledamöter              Frånvarande följande     Tjänstgörande ersättare\n"
            "                       paragrafer\nEva Ek (S), Ordförande\n\n"
            "Närvarande ej tjänstgörande   Nils Ask (M)\nersättare                     "
            "Pia Lo (C)\n",
            ["Eva Ek S ordförande", "Nils Ask M ersättare", "Pia Lo C ersättare"],
        ),
        # officials with their office in a column, and a member named on the next line
        (
            "Närvarande\nEva Ek (S)            ordförande\nBo Alm (M), tjänstgörande "
            "ersättare för\nNils Ask-Vik (M)\n\nÖvriga\nLena Vik              hamnchef\n"
            "Ulf By                sekreterare\n",
            [
                "Eva Ek S ordförande",
                "Bo Alm M tjänstgörande ersättare",
                "Lena Vik – tjänsteperson",
                "Ulf By – tjänsteperson",
                "Nils Ask-Vik M ledamot borta",
            ],
        ),
        # parties as headings, a local one with its place, and who sat for whom without letters
        (
            "Närvarande ledamöter och ersättare\n\nSocialdemokraterna (S)\n"
            "Eva Ek, ordförande\nUlf By, frånvarande, ersätts av Siv Ryd\n"
            "Hamnpartiet Ås (HPÅ)\nBo Alm\n",
            [
                "Eva Ek S ordförande",
                "Ulf By S ledamot borta",
                "Siv Ryd S tjänstgörande ersättare",
                "Bo Alm HPÅ ledamot",
            ],
        ),
        # who signs is not listed for it
        (
            "Beslutande\nEva Ek (S)\n\nSekreterare\nLena Vik\n\nUnderskrifter\n\n"
            "Sekreterare\nUlf By\n\nOrdförande\nEva Ek (S)\n",
            ["Eva Ek S ledamot", "Lena Vik – tjänsteperson"],
        ),
        (
            "Underskrifter\n\nSekreterare\nUlf By\n\nBeslutande\nEva Ek (S)\n\nSekreterare\n"
            "Lena Vik\n",
            ["Eva Ek S ledamot", "Lena Vik – tjänsteperson"],
        ),
        # the chairs in rows above the lists
        (
            "Ordförande             Eva Ek (S)\nFörste vice ordförande    Bo Alm (M)\n"
            "Ledamöter              Siv Ryd (L), Ulf By (V)\n\nUnderskrifter\n"
            "Ordförande             Nils Ask (C)\n",
            [
                "Eva Ek S ordförande",
                "Bo Alm M vice ordförande",
                "Siv Ryd L ledamot",
                "Ulf By V ledamot",
            ],
        ),
        # officials in a row, each behind the office held
        (
            "Övriga: hamnchef Lena Vik, tf. ekonom Ulf By och sekreterare Mia Stig",
            [
                "Lena Vik – tjänsteperson",
                "Ulf By – tjänsteperson",
                "Mia Stig – tjänsteperson",
            ],
        ),
        ("Övriga\nhamnchef Lena Vik", ["Lena Vik – tjänsteperson"]),
        ("Övriga: revisor Lena Vik och hamnchef Ulf By", []),
        # labels that go straight on to the names
        (
            "Beslutande Ledamöter Eva Ek (S), Bo Alm (M)\nTjänstgörande ersättare Pia Lo (MP)",
            ["Eva Ek S ledamot", "Bo Alm M ledamot", "Pia Lo MP tjänstgörande ersättare"],
        ),
        # who does not decide, under a heading that stands inside another
        (
            "Beslutande\nEva Ek (S)\nEj beslutande\nBo Alm (M)",
            ["Eva Ek S ledamot", "Bo Alm M ersättare"],
        ),
        (
            "Ersättare\nTjänstgörande\nEva Ek (S)\nIcke tjänstgörande\nBo Alm (M)",
            ["Eva Ek S tjänstgörande ersättare", "Bo Alm M ersättare"],
        ),
        # a substitute who is not there leaves no seat empty
        ("Frånvarande ersättare\nEva Ek (S)", ["Eva Ek S ersättare borta"]),
        (
            "Förfall\nEva Ek (S)\nEj närvarande\nBo Alm (M)",
            [
                "Eva Ek S ledamot borta",
                "Bo Alm M ledamot borta",
            ],
        ),
        # the member first, then who sits there
        (
            "Ledamöter\nEva Ek (S) ersätts av Bo Alm (M)",
            ["Eva Ek S ledamot borta", "Bo Alm M tjänstgörande ersättare"],
        ),
        (
            "Ledamöter\nEva Ek (S), ersättare Bo Alm (M)",
            ["Eva Ek S ledamot", "Bo Alm M ersättare"],
        ),
        # words and marks for absence; a dash between names is none
        (
            "Ledamöter\nEva Ek (S) förhindrad\nBo Alm (M) ledig\nUlla Ro (V) –\nNils Ask (KD)",
            [
                "Eva Ek S ledamot borta",
                "Bo Alm M ledamot borta",
                "Ulla Ro V ledamot borta",
                "Nils Ask KD ledamot",
            ],
        ),
        ("Ledamöter\nEva Ek (S) – Bo Alm (M)", ["Eva Ek S ledamot", "Bo Alm M ledamot"]),
        # letters without brackets before an office, and behind a comma
        (
            "Närvarande\nEva Ek S ordförande\nBo Alm M 1:e vice ordförande\nUlla Ro V\n"
            "Per Sol C tj ers för Ulf Li",
            [
                "Eva Ek S ordförande",
                "Bo Alm M vice ordförande",
                "Ulla Ro V ledamot",
                "Per Sol C tjänstgörande ersättare",
            ],
        ),
        (
            "Beslutande\nEva Ek, S, ordförande\nBo Alm, M\nErsättare\nPer Sol, C",
            ["Eva Ek S ordförande", "Bo Alm M ledamot", "Per Sol C ersättare"],
        ),
        # letters first, of one who serves for a member of another party
        (
            "Ledamöter\nS   Eva Ek, ordförande\nM   Bo Alm\nV   Ulla Ro\n"
            "Tjänstgörande ersättare\nC   Per Sol för Ulf Li (KD)",
            [
                "Eva Ek S ordförande",
                "Bo Alm M ledamot",
                "Ulla Ro V ledamot",
                "Per Sol C tjänstgörande ersättare",
                "Ulf Li KD ledamot borta",
            ],
        ),
        # labels in two columns, which go on in the next line
        (
            "Närvarande    Ledamöter          Eva Ek (S), ordförande\n"
            "                                 Bo Alm (M)\n"
            "              Tjänstgörande      Siv Ryd (L)\n"
            "              ersättare          Ulla Ro (V)\n"
            "              Icke tjänstgörande Per Sol (C)\n"
            "              ersättare          Nils By (S)\n",
            [
                "Eva Ek S ordförande",
                "Bo Alm M ledamot",
                "Siv Ryd L tjänstgörande ersättare",
                "Ulla Ro V tjänstgörande ersättare",
                "Per Sol C ersättare",
                "Nils By S ersättare",
            ],
        ),
        (
            "Ersättare\nEva Ek (S) – tjänstgör för Bo Alm (S)\n",
            ["Eva Ek S tjänstgörande ersättare", "Bo Alm S ledamot borta"],
        ),
    ],
)
def test_attendance_in_other_forms(content: str, rows: list[str]) -> None:
    assert brief(there(content)) == rows


def test_parties_by_their_names_below_roles() -> None:
    content = (
        "Beslutande\n\nOrdförande\nSiv Ryd, Liberalerna\n1:e vice ordförande\nOla Fält, "
        "Framtid Ås\n\nLedamöter\nBo Ek, Moderaterna\nUno By, Framtid Ås\n\n"
        "Tjänstgörande ersättare\nAda Ro, Framtid Ås, för Per Li\n"
    )
    assert brief(there(content)) == [
        "Siv Ryd L ordförande",
        "Ola Fält Framtid Ås vice ordförande",
        "Bo Ek M ledamot",
        "Uno By Framtid Ås ledamot",
        "Ada Ro Framtid Ås tjänstgörande ersättare",
    ]
    assert there(content)[-1].substitutes_for == "Per Li"


def test_role_before_the_name() -> None:
    rows = there("Beslutande\nOrdförande Eva Ek (S)\nVice ordförande Bo Alm (M)")
    assert brief(rows) == ["Eva Ek S ordförande", "Bo Alm M vice ordförande"]


def test_roles_in_one_line() -> None:
    rows = there("Ledamöter: Eva Ek (S), ordförande, Bo Alm (M), vice ordförande, Ulla Ro (V)")
    assert brief(rows) == [
        "Eva Ek S ordförande",
        "Bo Alm M vice ordförande",
        "Ulla Ro V ledamot",
    ]
