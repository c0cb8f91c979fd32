import pytest

from evaluation import folding


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- **Nämnden** godkänner\n  förslaget.", "Nämnden godkänner förslaget."),
        ("• att utreda\n• att återkomma", "att utreda att återkomma"),
        ("~~Ada Lund (S)~~", "Ada Lund (S)"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert folding.plain(text) == expected


def test_unnumbered_drops_the_numbers_of_a_list_only() -> None:
    assert folding.unnumbered("1. att bygga 2 hallar\n2) att vänta") == (
        "att bygga 2 hallar att vänta"
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dan Vik", "Daniel Vik", True),
        ("Vik, Dan", "Dan Vik", True),
        ("María Sol Ek", "Maria Ek", True),
        ("Eva Berg", "Eva Lind", False),
        ("Eva Berg", "Ivar Berg", False),
        ("", "Ivar Berg", False),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    assert folding.same_person(one, other) is same


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("f!", "FI"), ("(fp)", "(FP)"), ("fp", "L"), ("shp", "SHP"), (None, "")],
)
def test_party(printed: str | None, expected: str) -> None:
    assert folding.party(printed) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Idrotts- och föreningsnämnden", "idrotts och föreningsnämnden"),
        ("Nämnden för kultur", "Kulturnämnden"),
        ("Kommunstyrelsen", "kommunstyrelse"),
    ],
)
def test_bodies_that_are_one(one: str, other: str) -> None:
    assert folding.body(one) == folding.body(other)


def test_bodies_that_are_two() -> None:
    assert folding.body("Kulturnämnden") != folding.body("Trafiknämnden")


@pytest.mark.parametrize(
    ("printed", "expected"), [("§ 12", "12"), ("Dnr KS 2021/4", "ks2021/4"), (None, "")]
)
def test_number(printed: str | None, expected: str) -> None:
    assert folding.number(printed) == expected


def test_long_texts_must_agree_more_than_short_ones() -> None:
    short = tuple("abcdefghij")
    long = tuple(str(n) for n in range(40))
    assert folding.same_text(short, short[:5] + tuple("vwxyz"))
    assert not folding.same_text(long, long[:20] + tuple("abcdefghijklmnopqrst"))
    assert folding.same_text(long, long[:36])


def test_agreement_counts_repeated_words() -> None:
    assert folding.agreement(("ja", "ja", "nej"), ("ja",)) == pytest.approx(0.5)
    assert folding.agreement((), ()) == 1.0
    assert folding.agreement(("ja",), ()) == 0.0
