"""The seat plot: everybody has a place, nothing covers anything, names are text."""

import math
from itertools import combinations

import pandas as pd
import pytest

from views.seats import NARROWEST, _apart, plot, seats


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


def test_each_person_is_a_sign_with_name_party_and_vote() -> None:
    ballots = pd.DataFrame(
        [("Berit <b>", "S", "ja"), ("Göran Ek", "M", "avstår"), ("Nils Ås", None, "nej")],
        columns=["name", "party", "choice"],
    )

    html = plot(ballots, label="Så röstade de")

    assert 'title="Berit &lt;b&gt; (S): ja"' in html
    assert 'title="Göran Ek (M): avstår"' in html
    assert 'title="Nils Ås (?): nej"' in html
    assert html.index("Berit") < html.index("Göran") < html.index("Nils")
    assert html.count("sp-ballot ") == 3
    assert html.count("sp-rim") == 3
