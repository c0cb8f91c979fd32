"""People beside the whole name of a national party."""

import pytest

from pipeline.extraction.whole_names import wholly_named


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("Siv Ryd (Liberalerna) yrkar", [("Siv Ryd", "L")]),
        (
            "Närvarande\n- Siv Ryd, Liberalerna\n2. Bo Ek, Moderaterna, ordförande",
            [("Siv Ryd", "L"), ("Bo Ek", "M")],
        ),
        # the line goes on with other parties, or is running text
        ("Siv Ryd, Liberalerna, Moderaterna och Centerpartiet", []),
        ("Siv Ryd, Liberalerna och Moderaterna", []),
        ("Ett förslag av Siv Ryd, Liberalerna", []),
        # a local party, whose letters nobody tells
        ("Siv Ryd (Åpartiet)\nBo Ek, Byalistan", []),
    ],
)
def test_who_stands_beside_a_party(content: str, named: list[tuple[str, str]]) -> None:
    assert list(wholly_named(content)) == named
