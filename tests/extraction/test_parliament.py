"""What the papers of the Riksdag have in common."""

import pytest

from pipeline.extraction.parliament import (
    addressed,
    motion_number,
    point_numbers,
    proposed_outcome,
    proposed_type,
    report_number,
    states_opinion,
)


@pytest.mark.parametrize(
    ("content", "number"),
    [
        ("Betänkande 2021/22:HaU3", "2021/22:HaU3"),
        ("Betänkande\n2021/22 : HaU3", "2021/22:HaU3"),
        ("Motion 2021/22:17", None),
        ("", None),
    ],
)
def test_report_number(content: str, number: str | None) -> None:
    assert report_number(content) == number


@pytest.mark.parametrize(
    ("content", "number"),
    [
        ("Motion 2021/22:17", "2021/22:17"),
        ("av Siv Ryd\n2021/22:Ha17", "2021/22:Ha17"),
        ("se motion 2021/22:17", None),
        ("", None),
    ],
)
def test_motion_number(content: str, number: str | None) -> None:
    assert motion_number(content) == number


@pytest.mark.parametrize(
    ("content", "riksdag"),
    [
        ("Motion till riksdagen", True),
        ("Utskottets förslag till riksdagsbeslut", True),
        ("Vi skriver till riksdagen om bryggor.", False),
        ("Motion till kommunfullmäktige", False),
    ],
)
def test_addressed(content: str, riksdag: bool) -> None:
    assert addressed(content) is riksdag


@pytest.mark.parametrize(
    ("opening", "states"),
    [
        ("| Hamnutskottet s utlåtande 2021/22 : HaU4 |", True),
        ("Hamnutskottets utlåtande\n2021/22:HaU4", True),
        ("Hamnutskottets betänkande 2021/22:HaU4", False),
        ("Kommunstyrelsens utlåtande 2021:4", False),
    ],
)
def test_states_opinion(opening: str, states: bool) -> None:
    assert states_opinion(opening) is states


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        (None, ()),
        ("3", ("3",)),
        ("2 och 4–6", ("2", "4", "5", "6")),
        ("1, 3 och 5", ("1", "3", "5")),
    ],
)
def test_point_numbers(printed: str | None, numbers: tuple[str, ...]) -> None:
    assert point_numbers(printed) == numbers


@pytest.mark.parametrize(
    ("proposed", "outcome", "item_type"),
    [
        ("Riksdagen avslår motion 2021/22:17.", "avslag", "motion"),
        ("Riksdagen avslår de motionsyrkanden som finns i bilaga 2.", "avslag", "motion"),
        ("Riksdagen bifaller motion 2021/22:17.", "bifall", "motion"),
        ("Riksdagen ställer sig bakom det som anförs i motion 17.", "bifall", "motion"),
        ("Riksdagen bifaller motion 17 och avslår motion 18.", "delvis bifall", "motion"),
        # where there is a bill its fate counts
        ("Riksdagen antar regeringens förslag och avslår motion 17.", "bifall", "förslag"),
        (
            "Riksdagen avslår proposition 2021/22:9 och bifaller motion 17.",
            "avslag",
            "förslag",
        ),
        ("Riksdagen bifaller delvis proposition 2021/22:9.", "delvis bifall", "förslag"),
        (
            "Riksdagen bifaller delvis motion 17 och bifaller proposition 2021/22:9.",
            "bifall",
            "förslag",
        ),
        (
            "Riksdagen bifaller proposition 2021/22:9 punkt 1 och avslår proposition 9.",
            "delvis bifall",
            "förslag",
        ),
        ("Riksdagen lägger skrivelse 2021/22:7 till handlingarna.", "noterad", "skrivelse"),
        ("Riksdagen lägger skrivelsen till handlingarna.", "noterad", "skrivelse"),
        (
            "Riksdagen lägger redogörelse 2021/22:HA1 till handlingarna.",
            "noterad",
            "redovisning",
        ),
        ("Riksdagen lägger utlåtandet till handlingarna.", "noterad", "förslag"),
        ("Riksdagen beviljar fullmäktige ansvarsfrihet.", "bifall", "förslag"),
        ("Riksdagen tänker.", None, "förslag"),
    ],
)
def test_proposed_outcome(proposed: str, outcome: str | None, item_type: str) -> None:
    assert proposed_outcome(proposed) == outcome
    assert proposed_type(proposed) == item_type
