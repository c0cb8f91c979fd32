"""What the papers of the Riksdag have in common."""

import pytest

from pipeline.extraction.parliament import (
    addressed,
    motion_number,
    only_motions,
    proposed_outcome,
    report_number,
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
    ("proposed", "outcome", "motions_only"),
    [
        ("Riksdagen avslår motion 2021/22:17.", "avslag", True),
        ("Riksdagen bifaller motion 2021/22:17.", "bifall", True),
        ("Riksdagen ställer sig bakom det som anförs i motion 17.", "bifall", True),
        ("Riksdagen bifaller motion 17 och avslår motion 18.", "delvis bifall", True),
        # where there is a bill its fate counts
        ("Riksdagen antar regeringens förslag och avslår motion 17.", "bifall", False),
        ("Riksdagen avslår proposition 2021/22:9 och bifaller motion 17.", "avslag", False),
        ("Riksdagen bifaller delvis proposition 2021/22:9.", "delvis bifall", False),
        ("Riksdagen lägger skrivelsen till handlingarna.", "noterad", False),
        ("Riksdagen tänker.", None, False),
    ],
)
def test_proposed_outcome(proposed: str, outcome: str | None, motions_only: bool) -> None:
    assert proposed_outcome(proposed) == outcome
    assert only_motions(proposed) is motions_only
