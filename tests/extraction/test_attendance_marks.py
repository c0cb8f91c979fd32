"""Lists of who was there with a mark before each name."""

import pytest

from tests.extraction.attendees import brief, there

LISTS = (
    "Ledamöter\nX  Eva Ek (S), ordförande\n–  Bo Alm (M)\nX  Siv Ryd (L)\n\n"
    "Ersättare\nT  Ulf By (M)\nN  Per Sol (C)\n\nTjänstemän\nLena Vik, hamnchef\n"
)
THERE = [
    "Eva Ek S ordförande",
    "Bo Alm M ledamot borta",
    "Siv Ryd L ledamot",
    "Ulf By M tjänstgörande ersättare",
    "Per Sol C ersättare",
    "Lena Vik – tjänsteperson",
]


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (LISTS, THERE),
        (
            f"X = närvarande ledamot, – = frånvarande ledamot,\nN = ej tjänstgörande\n{LISTS}",
            THERE,
        ),
        # the document tells what its marks mean
        (
            "N = närvarande, E = närvarande ersättare som inte tjänstgör,\nB = förhindrad\n"
            "Ledamöter och ersättare\nN Eva Ek (S)\nB Bo Alm (M)\nN Siv Ryd (L)\n"
            "E Per Sol (C)\n",
            [
                "Eva Ek S ledamot",
                "Bo Alm M ledamot borta",
                "Siv Ryd L ledamot",
                "Per Sol C ersättare",
            ],
        ),
        # two lists side by side
        (
            "Ledamöter                  Ersättare\nX  Eva Ek (S)              T  Ulf By (M)\n"
            "–  Bo Alm (M)              N  Per Sol (C)\nX  Siv Ryd (L)\n",
            [
                "Eva Ek S ledamot",
                "Bo Alm M ledamot borta",
                "Siv Ryd L ledamot",
                "Ulf By M tjänstgörande ersättare",
                "Per Sol C ersättare",
            ],
        ),
        # a star before those who serve for others; nobody else bears a mark
        (
            "Beslutande\nEva Ek (S)\n*Bo Alm (M)\n* Siv Ryd (L)\n\n"
            "* = tjänstgörande ersättare\n",
            [
                "Eva Ek S ledamot",
                "Bo Alm M tjänstgörande ersättare",
                "Siv Ryd L tjänstgörande ersättare",
            ],
        ),
        # what a missing mark means is not told
        (
            "Ledamöter\nX Eva Ek (S)\nX Siv Ryd (L)\n  Bo Alm (M)\nX Ulf By (C)\n",
            ["Eva Ek S ledamot", "Siv Ryd L ledamot", "Ulf By C ledamot"],
        ),
        # dashes alone are bullets
        (
            "Ledamöter\n– Eva Ek (S)\n– Siv Ryd (L)\n– Bo Alm (M)\n",
            ["Eva Ek S ledamot", "Siv Ryd L ledamot", "Bo Alm M ledamot"],
        ),
    ],
)
def test_marks_before_names(content: str, rows: list[str]) -> None:
    assert brief(there(content)) == rows
