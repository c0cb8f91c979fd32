"""The seat plot: everybody has a place, nothing covers anything, names are text."""

import math
from itertools import combinations

import pandas as pd
import plotly.graph_objects as go
import pytest

from views.colours import contrast
from views.seats import CHOICES, LOOKS, NARROWEST, _apart, figure, seats


@pytest.mark.parametrize("count", [0, 1, 2, 9, 21, 81, 349])
def test_everybody_has_a_place_of_their_own(count: int) -> None:
    places, size = seats(count)
    points = [
        (seat.radius * math.cos(seat.angle), seat.radius * math.sin(seat.angle))
        for seat in places
    ]

    assert len(points) == count
    assert all(math.dist(a, b) >= size * 0.99 for a, b in combinations(points, 2))
    assert all(y > 0 and math.hypot(x, y) < 1 for x, y in points)


def test_people_sit_from_left_to_right() -> None:
    angles = [seat.angle for seat in seats(81)[0]]

    assert angles == sorted(angles)
    assert 0 < angles[0] < angles[-1] < math.pi


@pytest.mark.parametrize("angles", [[], [1.0], [1.5, 1.51, 1.52], [3.0, 3.05, 3.1]])
def test_letters_do_not_cover_each_other(angles: list[float]) -> None:
    moved = _apart(angles)

    assert len(moved) == len(angles)
    assert all(b - a >= NARROWEST - 1e-9 for a, b in zip(moved, moved[1:], strict=False))
    assert all(angle < math.pi for angle in moved)


@pytest.fixture
def drawn() -> go.Figure:
    """Three people, of whom one has no party and one a name that looks like markup."""
    ballots = pd.DataFrame(
        [("Berit <b>", "S", "ja"), ("Göran Ek", "M", "avstår"), ("Nils Ås", None, "nej")],
        columns=["name", "party", "choice"],
    )
    return figure(ballots).figure()


def test_each_person_is_a_sign_with_name_party_and_vote(drawn: go.Figure) -> None:
    told = {one.hovertext[0]: one.text[0] for one in drawn.data if one.hovertext}

    assert told == {
        "Berit &lt;b&gt; (S): ja": "<b>J</b>",
        "Nils Ås (?): nej": "<b>N</b>",
        "Göran Ek (M): avstår": "<b>A</b>",
    }
    assert sorted(one.type for one in drawn.layout.shapes) == ["circle", "path", "rect"]


def test_the_legend_counts_and_the_letters_of_parties_stand_outside(drawn: go.Figure) -> None:
    assert [one.name for one in drawn.data if one.name] == ["ja 1", "nej 1", "avstår 1"]
    assert [one.text for one in drawn.layout.annotations] == [
        "<b>S</b> 1",
        "<b>M</b> 1",
        "<b>?</b> 1",
    ]


def test_what_is_written_in_a_seat_can_be_read() -> None:
    assert set(LOOKS) == set(CHOICES)
    assert all(contrast(look.ink, look.fill) >= 4.5 for look in LOOKS.values())
