"""The seat plot: a half-circle with a sign per person, party by party from left to right.

A sign is shape, letter and colour, and says name and vote on hover. Seats are drawn in the
plot's own units, so that they fit any screen. The names stand in the table below it, which is
what a screen reader reads.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd

from reports.order import in_order
from views import canvas, charts
from views.canvas import Sketch, Trace
from views.colours import party_colour, text_on
from views.formats import given, records
from views.language import word
from views.markup import safe

CHOICES = ("ja", "nej", "avstår", "frånvarande", "deltar ej")
CODES = dict(zip(CHOICES, ("yes", "no", "abstain", "absent", "aside"), strict=True))
UNKNOWN = "?"
INNER, OUTER, RIM = 0.32, 0.8, 0.1
"""As shares of half the width: the innermost and outermost seats' radii, and how far outside
the parties' letters stand."""
LARGEST, MOST_ROWS = 0.15, 20
NARROWEST = 0.2
"""The smallest angle between two parties' letters, in radians."""
HEIGHT, LETTER = 300, 95
"""Of the plot in pixels; and of a letter for a seat as wide as half the plot, on a phone."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a vote is drawn: Plotly's shape and the sign of the legend, and its colours."""

    kind: str
    symbol: str
    fill: str
    ink: str
    edge: str


LOOKS = {
    "ja": Look("circle", "circle", "#2b6ca3", "#ffffff", "#2b6ca3"),
    "nej": Look("rect", "square", "#b5501a", "#ffffff", "#b5501a"),
    "avstår": Look("path", "diamond", "#f0df8c", "#4a3d00", "#a08c30"),
    "frånvarande": Look("circle", "circle", "#f4f4f2", "#55595d", "#8a8f94"),
    "deltar ej": Look("rect", "square", "#f4f4f2", "#55595d", "#8a8f94"),
}


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


def figure(ballots: pd.DataFrame) -> Sketch:
    """The half-circle; ``ballots`` has ``name``, ``party`` and ``choice``."""
    people = _seated(ballots)
    places, size = seats(len(people))
    seated = list(zip(people, places, strict=True))
    chosen = {
        choice: [pair for pair in seated if pair[0]["choice"] == choice] for choice in CHOICES
    }
    return canvas.figure(
        [
            trace
            for choice, own in chosen.items()
            if own
            for trace in _traces(choice, own, size)
        ],
        shapes=[_shape(one, place, size) for one, place in seated],
        annotations=_letters([one["party"] for one in people], places, OUTER + size / 2 + RIM),
        height=HEIGHT,
        xaxis={"range": [-1.08, 1.08], "visible": False, "fixedrange": True},
        yaxis={
            "range": [-0.08, 1.02],
            "visible": False,
            "fixedrange": True,
            "scaleanchor": "x",
            "constrain": "domain",
        },
        **charts.framed(top=36, bottom=8),
    )


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


def _traces(
    choice: str, own: Sequence[tuple[Mapping[str, str], Seat]], size: float
) -> list[Trace]:
    """The letters and names in the seats, and the row of the legend."""
    look = LOOKS[choice]
    points = [_point(place.angle, place.radius) for _, place in own]
    names = [
        escape(f"{one['name']} ({one['party'] or UNKNOWN}): {word('choice', choice)}")
        for one, _ in own
    ]
    inside = canvas.scatter(
        x=[x for x, _ in points],
        y=[y for _, y in points],
        mode="text",
        text=[f"<b>{word('choice_letter', choice)}</b>"] * len(own),
        textfont={"color": look.ink, "size": min(max(round(size * LETTER), 5), 13)},
        hovertext=names,
        hovertemplate="%{hovertext}<extra></extra>",
        showlegend=False,
    )
    marker = {"symbol": look.symbol, "color": look.fill, "size": 12, "line": _line(look)}
    told = canvas.scatter(
        x=[None],
        y=[None],
        mode="markers",
        marker=marker,
        name=f"{word('choice', choice)} {len(own)}",
        hoverinfo="skip",
    )
    return [inside, told]


def _shape(one: Mapping[str, str], place: Seat, size: float) -> dict[str, object]:
    """A seat drawn in the plot's own units, so that it fits any width."""
    look = LOOKS[one["choice"]]
    x, y = _point(place.angle, place.radius)
    half = size / 2
    drawn = {"fillcolor": look.fill, "line": _line(look), "layer": "below"}
    if look.symbol == "diamond":
        path = f"M{x},{y + half}L{x + half},{y}L{x},{y - half}L{x - half},{y}Z"
        return {"type": "path", "path": path, **drawn}
    # a square of the same width looks larger than a circle
    half *= 0.82 if look.kind == "rect" else 1.0
    corners = {"x0": x - half, "x1": x + half, "y0": y - half, "y1": y + half}
    return {"type": look.kind, **corners, **drawn}


def _line(look: Look) -> dict[str, object]:
    return {"color": look.edge, "width": 1}


def _letters(
    parties: Sequence[str], places: Sequence[Seat], radius: float
) -> list[dict[str, object]]:
    """Each party's letters and number of people, outside its seats."""
    angles: dict[str, list[float]] = {}
    for letters, place in zip(parties, places, strict=True):
        angles.setdefault(letters, []).append(place.angle)
    middles = _apart([sum(found) / len(found) for found in angles.values()])
    return [
        _chip(letters or UNKNOWN, len(found), _point(angle, radius))
        for angle, (letters, found) in zip(middles, angles.items(), strict=True)
    ]


def _chip(letters: str, count: int, point: tuple[float, float]) -> dict[str, object]:
    colour = party_colour(letters)
    return {
        "x": point[0],
        "y": point[1],
        "text": f"<b>{escape(letters)}</b> {count}",
        "showarrow": False,
        "bgcolor": colour,
        "borderpad": 2,
        "font": {"size": canvas.LABEL, "color": text_on(colour)},
    }


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


def _point(angle: float, radius: float) -> tuple[float, float]:
    """Where something stands: the angle is counted from the left."""
    return round(-radius * math.cos(angle), 4), round(radius * math.sin(angle), 4)
