"""Which matters are about the same thing, and which way they go."""

import tomllib

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.issues import Abouts, comparable, content, contents, direction
from analytics.likeness import likeness
from analytics.proposals import same_proposals
from pipeline.settings import data_dir

DIRECTIONS = tomllib.loads((data_dir() / "reference" / "directions.toml").read_text("utf-8"))
WORDS = st.lists(st.text("abcåäö", min_size=1, max_size=8), max_size=6)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Införande av båttaxi", 1),
        ("Avveckling av båttaxin", -1),
        ("Avgiftsfri båttaxi", -1),
        ("Båttaxins framtid", 0),
        # two ways at once, or turned by another word
        ("Höjd avgift och sänkt taxa", None),
        ("Stoppa införandet av båttaxi", None),
        # "motion" is not "mot", "intern" is not "inte"
        ("Motion om utökad internkontroll", 1),
    ],
)
def test_direction(text: str, way: int | None) -> None:
    assert direction(text, DIRECTIONS) == way


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("Införande av båttaxi på sjön", "Avveckling av båttaxin på sjön", True),
        ("Hamnskolans framtid", "Nedläggning av Hamnskolan", True),
        ("Motion av Ylva Ek (Q) om båtplatser", "Motion av Bo Al (Z) om båtplatser", True),
        ("Taxa för båtplatser", "Taxa för slamtömning", False),
        ("Budget 2031", "Bokslut 2031", False),
    ],
)
def test_likeness_of_titles(first: str, second: str, alike: bool) -> None:
    found = likeness(content(first, DIRECTIONS), content(second, DIRECTIONS))

    assert (found >= 75) is alike


@given(WORDS, WORDS)
def test_likeness_is_symmetric_and_bounded(first: list[str], second: list[str]) -> None:
    assert likeness(first, second) == likeness(second, first)
    assert 0 <= likeness(first, second) <= 100 + 1e-9
    assert not first or likeness(first, first) == pytest.approx(100)


Told = tuple[float, bool, str, bool]


def matter(
    way: int | None, *, fee: bool = False, name: str = "", motion: bool = False
) -> Told:
    return np.nan if way is None else way, fee, name, motion


@pytest.mark.parametrize(
    ("one", "two", "can"),
    [
        (matter(1), matter(-1), True),
        (matter(None), matter(1), False),
        # only one of them tells its direction
        (matter(0), matter(1), False),
        # a lower fee is no smaller activity
        (matter(1), matter(-1, fee=True), False),
        (matter(0, name="Budget "), matter(0, name="Budget "), True),
        (matter(0, name="Regler A"), matter(0, name="Regler B"), False),
        (matter(0, name="A", motion=True), matter(0, name="B", motion=True), True),
    ],
)
def test_comparable(one: Told, two: Told, can: bool) -> None:
    way, fee, name, motion = (np.array(told) for told in zip(one, two, strict=True))
    same = np.zeros(2, dtype=np.int64)
    known = Abouts([()], same, way, fee, np.unique(name, return_inverse=True)[1], motion, same)
    assert comparable(known, np.array([0]), np.array([1])).tolist() == [can]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("att bryggor målas före bodar varje vår", "att bryggorna målas före bodarna", True),
        # the order of the words turns the meaning
        (
            "att alla bryggor längs hela stranden målas före bodar",
            "att bodar målas före alla bryggor längs hela stranden",
            False,
        ),
        (
            "att årsavgiften för bryggplatser blir 900 kronor",
            "att årsavgiften för bryggplatser blir 100 kronor",
            False,
        ),
    ],
)
def test_same_proposals(first: str, second: str, same: bool) -> None:
    texts = pd.Index([first, second])
    one, two, _ = same_proposals(texts, contents(texts, DIRECTIONS), DIRECTIONS)
    assert list(zip(one, two, strict=True)) == [(0, 1)] * same
