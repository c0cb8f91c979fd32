"""Gaps in a body's numbering: told where the number is seen to run, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.resolution.numbering import Missing, Paragraphs, missing, paragraphs


def minutes(date: str, first: int | None, last: int | None = None) -> Paragraphs:
    last = first if last is None else last
    return Paragraphs(date, True, first, last, (first or 0, last or 0))


def extract(date: str, number: int) -> Paragraphs:
    return Paragraphs(date, False, number, number, (number, number))


SPRING, AUTUMN = minutes("2021-03-04", 20, 29), minutes("2021-09-09", 60, 66)
JOINED = (minutes("2020-03-05", 20, 29), minutes("2020-04-02", 30, 41))


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ([], []),
        # one pair alone is no evidence
        ([SPRING, AUTUMN], []),
        # one pair where the number runs straight on is
        (
            [*JOINED, minutes("2020-06-04", 58, 63)],
            [("2020-04-02", "2020-06-04", 42, 57)],
        ),
        # two pairs that rise; the year starts over, so its beginning is missing too
        (
            [minutes("2020-03-05", 10, 19), minutes("2020-09-03", 50, 59), SPRING, AUTUMN],
            [
                (None, "2020-03-05", 1, 9),
                ("2020-03-05", "2020-09-03", 20, 49),
                (None, "2021-03-04", 1, 19),
                ("2021-03-04", "2021-09-09", 30, 59),
            ],
        ),
        # nothing shows that the number starts over at New Year
        (
            [*JOINED, minutes("2021-01-14", 90, 99)],
            [],
        ),
        # complete from § 1, and over New Year
        (
            [minutes("2020-01-16", 1, 19), *JOINED, minutes("2021-01-14", 1, 9)],
            [],
        ),
        # every meeting begins anew
        ([minutes("2021-03-04", 1, 19), minutes("2021-04-08", 1, 22)], []),
        # every meeting begins anew, and by chance some beginnings were not read
        (
            [minutes(f"2021-0{n}-04", first, 30) for n, first in enumerate((1, 5, 1, 9), 1)],
            [],
        ),
        # a year with a contradiction tells nothing, another may
        (
            [minutes(f"2020-{month:02}-05", 10 * month, 10 * month + 9) for month in (1, 2)]
            + [
                minutes(f"2019-{month:02}-05", 10 * month, 10 * month + 9)
                for month in range(1, 11)
            ]
            + [minutes("2020-03-05", 25, 27), minutes("2020-09-05", 90, 97)],
            [(None, "2019-01-05", 1, 9)],
        ),
        # minutes that were not understood stand between
        ([*JOINED, minutes("2020-05-07", None), minutes("2020-06-04", 58, 63)], []),
        # of two documents of a day, one was not understood
        (
            [*JOINED, minutes("2020-06-04", 58, 63), minutes("2020-06-04", None)],
            [],
        ),
        # two documents of a day are one meeting
        (
            [*JOINED, minutes("2020-06-04", 58, 63), extract("2020-06-04", 50)],
            [("2020-04-02", "2020-06-04", 42, 49)],
        ),
        # an extract divides a gap, and is no evidence that the number runs
        (
            [*JOINED, extract("2020-05-07", 50), minutes("2020-06-04", 58, 63)],
            [("2020-04-02", "2020-05-07", 42, 49), ("2020-05-07", "2020-06-04", 51, 57)],
        ),
        (
            [extract("2020-03-05", 20), extract("2020-04-02", 21), extract("2020-06-04", 58)],
            [],
        ),
    ],
)
def test_gaps(
    held: list[Paragraphs], expected: list[tuple[str | None, str, int, int]]
) -> None:
    assert missing(held) == tuple(Missing(*gap) for gap in expected)
    assert missing(held[::-1]) == missing(held)


@pytest.mark.parametrize(
    ("numbers", "printed", "expected"),
    [
        (["41", "42", "43"], [], (41, 43, (41, 43))),
        # a letter after the number, a diary number instead of one
        (["41", "41 a", "42"], [], (41, 42, (41, 42))),
        (["KS 2021/17"], [], (None, None, (0, 0))),
        # one number alone says too little of minutes
        (["41"], [], (None, None, (0, 0))),
        # one stray number, read wrongly
        (["41", "42", "43", "912"], [], (None, None, (0, 0))),
        # the front page claims more than was read
        (["42", "43"], ["§§ 41-57", "§ 42"], (42, 43, (41, 57))),
        (["42", "43"], ["§ 41 – § 44"], (42, 43, (41, 44))),
        # a stretch that does not hold what was read belongs to something else
        (["42", "43"], ["§§ 1-40", "§§ 43-60"], (42, 43, (42, 43))),
        # the next number stands in the text
        (["42", "43"], ["§ 44", "§ 45", "§ 41", "§ 39"], (42, 43, (41, 45))),
    ],
)
def test_paragraphs_of_minutes(
    numbers: list[str], printed: list[str], expected: tuple[int, int, tuple[int, int]]
) -> None:
    one = paragraphs("2021-03-04", whole=True, numbers=numbers, printed=printed)
    assert (one.first, one.last, one.widest) == expected


def test_one_number_is_enough_for_an_extract() -> None:
    one = paragraphs("2021-03-04", whole=False, numbers=["41"], printed=[])
    assert (one.first, one.last) == (41, 41)


@given(st.lists(st.integers(1, 12), min_size=1, max_size=9), st.data())
def test_gaps_of_a_true_numbering_are_what_was_taken_away(
    lengths: list[int], data: st.DataObject
) -> None:
    """However minutes are lost, a gap holds only numbers that no kept minutes have, and no
    number that a gap leaves out stands between two kept minutes."""
    held, number = [], 1
    for month, length in enumerate(lengths, 1):
        held.append(minutes(f"2021-{month:02}-01", number, number + length - 1))
        number += length
    kept = data.draw(st.lists(st.sampled_from(held), unique=True))
    have = {n for one in kept for n in range(one.first or 0, (one.last or 0) + 1)}
    told = missing(kept)
    lost = {n for gap in told for n in range(gap.first, gap.last + 1)}
    assert not lost & have
    if told:
        assert lost == set(range(min(have), max(have) + 1)) - have
