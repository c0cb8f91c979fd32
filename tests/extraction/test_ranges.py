"""For which matters somebody was there."""

import pytest

from pipeline.extraction.ranges import items_of, within


@pytest.mark.parametrize(
    ("note", "items"),
    [
        ("under §§ 1-4", "§§ 1-4"),
        (" §§ 1–4 och 6–9", "§§ 1–4 och 6–9"),
        (" §§ 1-4 samt §§ 6-9", "§§ 1-4 samt §§ 6-9"),
        (", fr.o.m. § 5", "fr.o.m. § 5"),
        ("fr o m § 5 t o m § 9", "fr o m § 5 t o m § 9"),
        (", t.o.m. § 7", "t.o.m. § 7"),
        ("från § 5", "fr.o.m. § 5"),
        ("jäv § 9", "ej § 9"),
        ("ej § 9", "ej § 9"),
        ("frånvarande § 9", "ej § 9"),
        ("anlände kl. 18.30, § 4", "fr.o.m. § 4"),
        ("ankom efter § 4", "efter § 4"),
        ("lämnar mötet kl 19.15 efter § 6", "t.o.m. § 6"),
        ("lämnade mötet § 6", "före § 6"),
        # a clock time with the matter it falls at; a range that is left open
        (", t.o.m. kl. 15.00, § 7", "t.o.m. § 7"),
        (", från kl 14.10 (§ 7)", "fr.o.m. § 7"),
        ("från kl. 13.00, §§ 4-9", "§§ 4-9"),
        ("ankom kl 13.30 §§ 4-", "fr.o.m. §§ 4"),
        ("§§ 4–", "fr.o.m. §§ 4"),
        (" 163-170", "163-170"),
        ("kl. 18.10-20.00", None),
        (" 1", None),
        (", ordförande", None),
    ],
)
def test_items_of_a_note(note: str, items: str | None) -> None:
    assert items_of(note) == items


@pytest.mark.parametrize(
    ("items", "inside", "outside"),
    [
        ("§§ 3-5, 8", [3, 4, 5, 8], [2, 6, 9]),
        ("163-170", [163, 170], [162, 171]),
        ("§§ 1–4 och 6–9", [1, 4, 6, 7, 9], [5, 10]),
        ("§§ 1-4 samt §§ 6-9", [1, 4, 6, 7, 9], [5, 10]),
        ("ej § 9", [8, 10], [9]),
        ("fr.o.m. § 5", [5, 60], [4]),
        ("t.o.m. § 7", [1, 7], [8]),
        ("fr.o.m. § 5 t.o.m. § 9", [5, 9], [4, 10]),
        ("§ 5 t.o.m. § 9", [5, 7, 9], [4, 10]),
        ("efter § 4", [5], [4, 3]),
        ("före § 6", [5], [6, 7]),
    ],
)
def test_within_a_range(items: str, inside: list[int], outside: list[int]) -> None:
    assert all(within(items, number) for number in inside)
    assert not any(within(items, number) for number in outside)
