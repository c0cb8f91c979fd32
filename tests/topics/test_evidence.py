"""What counts as a word of a matter, and what is only a name in it."""

import pytest

from pipeline.topics.evidence import distinct, plain


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Motion av Björn Park (V) om hamnen", "Motion av om hamnen"),
        (
            "Fråga av Åsa Skog (LP) till skolnämndens ordförande om hamnen",
            "Fråga av om hamnen",
        ),
        (
            "Motion av Ida Ek (M), Ann af Ström Kulle (KD) och Bo-Erik Sjö (L) om torget",
            "Motion av , och om torget",
        ),
        ("Flytt av lager från nämnden för kultur och fritid", "Flytt av lager från"),
        ("Medborgarförslag om ljus vid kajen", "om ljus vid kajen"),
        ("E-förslag: ljus vid kajen", ": ljus vid kajen"),
        ("Avskaffande av medborgarförslag", "Avskaffande av medborgarförslag"),
        ("Lovaktiviteter i samverkan med näringslivet och kyrkan", "Lovaktiviteter"),
        ("NY BRYGGA VID LASTKAJEN", "ny brygga vid lastkajen"),
        ("Ny brygga (etapp 2)", "Ny brygga (etapp 2)"),
    ],
)
def test_plain_leaves_people_and_boards_out(title: str, kept: str) -> None:
    assert " ".join(plain(title).split()) == kept


@pytest.mark.parametrize(
    ("content", "points"),
    [
        ("Bygglov i Norrby", {"bygglov": 3}),
        # a name inside a sentence counts half, the first word of a sentence in full
        ("Visning av Bruksmuseet", {"museum": 1.5}),
        ("Visning. Museet", {"museum": 3}),
        # who acts, before it is what is done
        ("exploateringsnämnden", {"exploatering": 1}),
        ("socialdirektörens", {"social": 0.5}),
        # abbreviations are no names
        ("Insatser enligt LSS", {"insats": 1, "lss": 3}),
        # the parts of a compound with a hyphen
        ("LSS-bostäder", {"lss": 3, "bostad": 2}),
        ("översyn av ledsagarservicen", {"ledsagarservice": 3}),
        # a phrase is counted once, not its words too
        ("våld i nära relationer", {"våld i nära relation": 4}),
    ],
)
def test_hits(content: str, points: dict[str, float]) -> None:
    assert {hit.entry: max(hit.points.values()) for hit in distinct(content)} == points


def test_a_word_said_twice_is_one_hit() -> None:
    (hit,) = distinct("hemtjänsten, i hemtjänst och åter i hemtjänsten")
    assert hit.word == "hemtjänsten"
