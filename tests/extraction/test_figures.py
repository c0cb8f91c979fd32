"""The figures of votes as they are printed."""

import pytest

from pipeline.extraction.figures import absent, abstained, figures, figures_behind_meaning


@pytest.mark.parametrize(
    "result", ["Ja 7, nej 4.", "Ja (7), nej (4).", "Ja 7 röster\nNej 4 röster"]
)
def test_figures_after_the_words(result: str) -> None:
    assert figures(result) == (7, 4)


@pytest.mark.parametrize(
    "result",
    [
        "7 ledamöter (S, V, MP) röstade ja och 4 ledamöter (L, M) röstade nej.",
        "Vid omröstning röstar 7 ledamöter ja, 4 nej och 2 avstår från att rösta.",
        "Med 7 ja-röster för planen (Eva Ek (S) och Bo Alm (V)) mot 4 nej-röster för "
        "avslag och "
        "2 nedlagda röster beslutar nämnden enligt planen.",
        "Ja (för bifall): 7\nNej (för avslag): 4",
        "| Ja | Nej | Avstår |\n|---|---|---|\n| 7 | 4 | 2 |",
    ],
)
def test_figures_of_other_forms(result: str) -> None:
    assert figures(result) == (7, 4)


def test_figures_without_colons() -> None:
    result = "Utfall: Ja 7, Nej 4, avstår 2, frånvarande 1."
    assert (figures(result), abstained(result), absent(result)) == ((7, 4), 2, 1)


@pytest.mark.parametrize(
    ("proposition", "pair"),
    [
        ("Ja: Avslag på motionen (7 röster)\nNej: Bifall till motionen (4 röster)", (7, 4)),
        ("Ja: Avslag på motionen (bilaga 7)\nNej: Bifall (bilaga 4)", (None, None)),
    ],
)
def test_figures_behind_what_each_means(
    proposition: str, pair: tuple[int | None, int | None]
) -> None:
    assert figures_behind_meaning(proposition) == pair


def test_figures_in_lines() -> None:
    result = "Ja: 7\nNej: 4\nAvstår: 2\nFrånvarande: 1"
    assert (figures(result), abstained(result), absent(result)) == ((7, 4), 2, 1)
