"""Headings of lists of who was there in words of their own, and lists by office."""

import pytest

from pipeline.extraction.attendance_headings import headed_in_words
from pipeline.words import Role
from tests.extraction.attendees import brief, there

MEMBERS, SERVING, IDLE = Role.LEDAMOT, Role.TJÄNSTGÖRANDE_ERSÄTTARE, Role.ERSÄTTARE


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("ordinarie ledamöter", (MEMBERS, False)),
        ("ledamöter (beslutande)", (MEMBERS, False)),
        ("beslutande politiker", (MEMBERS, False)),
        ("beslutande ledamöter och tjänstgörande ersättare", (MEMBERS, False)),
        ("ersättare (tjänstgörande)", (SERVING, False)),
        ("tjänstgörande ersättare för frånvarande ledamöter", (SERVING, False)),
        ("ersättare (ej tjänstgörande)", (IDLE, False)),
        ("närvarande ej beslutande", (IDLE, False)),
        ("övriga ersättare", (IDLE, False)),
        # who of them decides stands beside each
        ("närvarande förtroendevalda", (MEMBERS, True)),
        ("närvarande ordinarie ledamöter samt ersättare", (MEMBERS, True)),
        # others, and sentences
        ("övriga förtroendevalda", None),
        ("ej närvarande", None),
        ("och som inte", None),
        ("ledamöter som reserverar sig", None),
        ("", None),
    ],
)
def test_headings_in_words(heading: str, told: tuple[Role, bool] | None) -> None:
    assert headed_in_words(heading) == told


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (
            "Beslutande ledamöter och tjänstgörande ersättare\nEva Ek (S), ordförande\n"
            "Bo Alm (M), ersättare för Ulla Ro (L)\n\nÖvriga närvarande tjänstepersoner\n"
            "Lena Vik, hamndirektör\n",
            [
                "Eva Ek S ordförande",
                "Bo Alm M tjänstgörande ersättare",
                "Lena Vik – tjänsteperson",
                "Ulla Ro L ledamot borta",
            ],
        ),
        (
            "Närvarande förtroendevalda\nEva Ek (S) ordförande\nBo Alm (M) ledamot\n"
            "Siv Ryd (L) tjänstgörande ersättare\nNils By (C) ersättare, ej tjänstgörande\n"
            "Per Sol (KD), ers. för Ulla Ro (V)\n",
            [
                "Eva Ek S ordförande",
                "Bo Alm M ledamot",
                "Siv Ryd L tjänstgörande ersättare",
                "Nils By C ersättare",
                "Per Sol KD tjänstgörande ersättare",
                "Ulla Ro V ledamot borta",
            ],
        ),
        # one sentence, by office
        (
            "Närvarande:\nOrdföranden Eva Ek (S), vice ordföranden Bo Alm (M), ledamöterna\n"
            "Ulla Ro (V) och Kaj Lind (MP), tjänstgörande ersättarna Siv Ryd (L) och Per Sol\n"
            "(KD) samt ersättarna Nils By (C), Mia Ro (S).\n"
            "Från förvaltningen: hamndirektör Lena Vik samt sekreterare Ulf By.\n",
            [
                "Eva Ek S ordförande",
                "Bo Alm M vice ordförande",
                "Ulla Ro V ledamot",
                "Kaj Lind MP ledamot",
                "Siv Ryd L tjänstgörande ersättare",
                "Per Sol KD tjänstgörande ersättare",
                "Nils By C ersättare",
                "Mia Ro S ersättare",
                "Lena Vik – tjänsteperson",
                "Ulf By – tjänsteperson",
            ],
        ),
        # letters before the names, in brackets
        (
            "Beslutande\n(S) Eva Ek, ordförande\n(M) Bo Alm\n(V) Ulla Ro\n(MP) Kaj Lind\n",
            [
                "Eva Ek S ordförande",
                "Bo Alm M ledamot",
                "Ulla Ro V ledamot",
                "Kaj Lind MP ledamot",
            ],
        ),
        # letters before the names, with offices behind wide spaces; "tj." serves
        (
            "Beslutande\nS   Eva Ek        ordförande\nM   Bo Alm        2:e vice ordförande\n"
            "V   Ulla Ro\nC   Kaj Ask\n\nErsättare\nS   Siv Ryd\nNils By (L), tj.\n",
            [
                "Eva Ek S ordförande",
                "Bo Alm M vice ordförande",
                "Ulla Ro V ledamot",
                "Kaj Ask C ledamot",
                "Siv Ryd S ersättare",
                "Nils By L tjänstgörande ersättare",
            ],
        ),
        # for which matters, in a column of a table without marks
        (
            "Närvarande ledamöter\nNamn        Parti     Närvarande paragrafer\n"
            "Eva Ek      S         4-9\nBo Alm      M         4-6\n",
            ["Eva Ek S ledamot", "Bo Alm M ledamot"],
        ),
    ],
)
def test_lists_below_them(content: str, rows: list[str]) -> None:
    assert brief(there(content)) == rows
