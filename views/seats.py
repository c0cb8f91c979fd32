"""The seat plot: a half-circle with a sign per person, party by party from left to right.

A sign is shape, letter and colour, and says name and vote on hover. Everything is placed in
per cent of the width, so that it fits any screen. The names stand in the table below it, which
is what a screen reader reads.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from views.colours import in_order
from views.formats import given, records
from views.language import word
from views.markup import party, safe

CHOICES = ("ja", "nej", "avstår", "frånvarande", "deltar ej")
CODES = dict(zip(CHOICES, ("yes", "no", "abstain", "absent", "aside"), strict=True))
UNKNOWN = "?"
INNER, OUTER, RIM = 0.32, 0.8, 0.08
"""As shares of half the width: the innermost and outermost seats' radii, and how far outside
the parties' letters stand."""
LARGEST, MOST_ROWS = 0.15, 20
NARROWEST = 0.16
"""The smallest angle between two parties' letters, in radians."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Where somebody sits: the angle from the left in radians and the radius."""

    angle: float
    radius: float


def seats(count: int) -> tuple[list[Seat], float]:
    """Seats for ``count`` people from left to right, and the diameter that fits them; the
    unit is half the width of the plot."""
    layouts = [_layout(count, rows) for rows in range(1, min(count, MOST_ROWS) + 1)]
    return max(layouts, key=lambda layout: layout[1], default=([], 0.0))


def plot(ballots: pd.DataFrame, *, label: str) -> str:
    """The half-circle as HTML; ``ballots`` has ``name``, ``party`` and ``choice``."""
    people = _seated(ballots)
    places, size = seats(len(people))
    dots = "".join(_dot(one, place, size) for one, place in zip(people, places, strict=True))
    letters = _letters([one["party"] for one in people], places, OUTER + size / 2 + RIM)
    return (
        f'<div class="sp-seats-plot" role="img" aria-label="{safe(label)}">'
        f'<div aria-hidden="true">{dots}{letters}</div></div>'
    )


def key(choices: Sequence[str]) -> str:
    """What the signs mean, with how many there are of each."""
    items = "".join(
        f"<li>{sign(choice)} {safe(word('choice', choice))} {choices.count(choice)}</li>"
        for choice in CHOICES
        if choice in choices
    )
    return f'<ul class="sp-legend">{items}</ul>'


def sign(choice: str) -> str:
    """A vote's shape and letter on its colour, in the run of a text."""
    inside = f"<b>{safe(word('choice_letter', choice))}</b>"
    return f'<i class="sp-ballot sp-ballot-{CODES[choice]}" aria-hidden="true">{inside}</i>'


def _layout(count: int, rows: int) -> tuple[list[Seat], float]:
    gap = (OUTER - INNER) / (rows - 1) if rows > 1 else math.inf
    radii = [OUTER - row * gap for row in range(rows)] if rows > 1 else [OUTER]
    sizes = _divided(count, radii)
    placed = [
        Seat(math.pi * (number + 0.5) / size, radius)
        for radius, size in zip(radii, sizes, strict=True)
        for number in range(size)
    ]
    arcs = [math.pi * radius / size for radius, size in zip(radii, sizes, strict=True) if size]
    ordered = sorted(placed, key=lambda seat: (seat.angle, seat.radius))
    return ordered, min(0.9 * gap, *(0.9 * arc for arc in arcs), LARGEST)


def _divided(count: int, radii: Sequence[float]) -> list[int]:
    """How many sit in each row: by its length, the rest to the outer rows."""
    total = sum(radii)
    sizes = [math.floor(count * radius / total) for radius in radii]
    for row in range(count - sum(sizes)):
        sizes[row % len(sizes)] += 1
    return sizes


def _seated(ballots: pd.DataFrame) -> list[dict[str, str]]:
    known = in_order(ballots["party"].dropna())
    rows = [
        {"name": row["name"], "party": given(row["party"]), "choice": row["choice"]}
        for row in records(ballots)
    ]
    return sorted(
        rows,
        key=lambda row: (
            known.index(row["party"]) if row["party"] in known else len(known),
            CHOICES.index(row["choice"]),
            row["name"],
        ),
    )


def _dot(one: Mapping[str, str], place: Seat, size: float) -> str:
    said = f"{one['name']} ({one['party'] or UNKNOWN}): {word('choice', one['choice'])}"
    where = _where(place.angle, place.radius, size)
    letter = safe(word("choice_letter", one["choice"]))
    return (
        f'<i class="sp-ballot sp-ballot-{CODES[one["choice"]]}" title="{safe(said)}" '
        f'style="{where};font-size:{size * 27:.2f}cqw"><b>{letter}</b></i>'
    )


def _letters(parties: Sequence[str], places: Sequence[Seat], radius: float) -> str:
    """Each party's letters and number of people, outside its seats."""
    angles: dict[str, list[float]] = {}
    for letters, place in zip(parties, places, strict=True):
        angles.setdefault(letters, []).append(place.angle)
    middles = _apart([sum(found) / len(found) for found in angles.values()])
    return "".join(
        f'<span class="sp-rim" style="{_where(angle, radius)}">'
        f"{party(letters or UNKNOWN, seats=len(found))}</span>"
        for angle, (letters, found) in zip(middles, angles.items(), strict=True)
    )


def _apart(angles: Sequence[float]) -> list[float]:
    """The angles pushed so far apart that letters do not cover each other."""
    last = math.pi - NARROWEST / 2
    moved: list[float] = []
    for angle in angles:
        moved.append(max(angle, moved[-1] + NARROWEST) if moved else angle)
    for place in range(len(moved) - 1, -1, -1):
        moved[place] = min(moved[place], last)
        last = moved[place] - NARROWEST
    return moved


def _where(angle: float, radius: float, size: float = 0.0) -> str:
    left = 50 - 50 * radius * math.cos(angle)
    # the plot is a little higher than half its width: letters stand below the outermost seats
    top = 100 * (1 - radius * math.sin(angle)) / 1.06
    width = f";width:{50 * size:.2f}%" if size else ""
    return f"left:{left:.2f}%;top:{top:.2f}%{width}"
