"""What a party wrote should stay as it was, and later stood behind a change of.

``said`` has what parties wrote in matters: ``decision``, ``matter``, ``party``, ``quote``.
``points`` has what was decided, point by point: ``decision``, ``matter``, ``rank``, ``day``,
``municipality``, ``mandate``, ``parties_for`` (lists) and ``text``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.issues import Directions, content
from analytics.lead_links import COLUMNS
from analytics.likeness import PREFIX

_FIGURE = re.compile(r"\d+(?:[:,.]\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Point:
    """A figure that was decided: where, when, under whom, about what, and who was for it."""

    decision: int
    matter: int
    day: pd.Timestamp
    under: tuple[str, str]
    about: tuple[str, ...]
    figure: str
    parties: frozenset[str]


def against_own_words(
    said: pd.DataFrame, points: pd.DataFrame, directions: Directions
) -> pd.DataFrame:
    """Links (``analytics.lead_links``) where a party stood behind a figure and wrote that it
    should be unchanged ("oförändrad skatt"), and later under the same mandate stood behind
    the next other figure in a point of the same words.

    ``unchanged`` of the directions are beginnings of the words that say so; the noun after it
    and a word of the point begin alike. Decisions without a known mandate tell nothing.
    """
    decided = _points(points, directions)
    found = {
        (row["decision"], later.decision, row["party"]): phrase
        for row in said.to_dict("records")
        for phrase, noun in _unchanged(str(row["quote"]), directions)
        for first in decided
        if first.matter == row["matter"] and _is_about(first, noun, str(row["party"]))
        for later in _next_other(first, decided)
        if row["party"] in later.parties
    }
    rows = [("against_own_words", *key, None, words) for key, words in found.items()]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _points(points: pd.DataFrame, directions: Directions) -> list[Point]:
    """The points with one figure in the last decision of each matter, in order of time."""
    known = points.dropna(subset=["mandate", "day"])
    ordered = known.sort_values(["day", "decision"]).to_dict("records")
    last: dict[int, tuple[Any, ...]] = {}
    for row in ordered:
        late = (row["rank"], row["day"], row["decision"])
        last[row["matter"]] = max(late, last.get(row["matter"], late))
    return [
        Point(
            **{name: row[name] for name in ("decision", "matter", "day")},
            under=(str(row["municipality"]), str(row["mandate"])),
            about=content(str(row["text"]), directions),
            figure=figures[0],
            parties=frozenset(row["parties_for"]),
        )
        for row in ordered
        if row["decision"] == last[row["matter"]][2]
        and len(figures := _figures(str(row["text"]))) == 1
    ]


def _figures(text: str) -> list[str]:
    return [found for found in _FIGURE.findall(text) if not _YEAR.fullmatch(found)]


def _unchanged(text: str, directions: Directions) -> Iterator[tuple[str, str]]:
    """The phrases that say that something is unchanged, and what."""
    beginnings = "|".join(map(re.escape, directions["unchanged"]))
    for found in re.finditer(
        rf"(?<!inte )(?<!ej )\b((?:{beginnings})\w*\s+(\w+))", text, re.IGNORECASE
    ):
        yield " ".join(found[1].split()).lower(), found[2].lower()


def _is_about(point: Point, noun: str, party: str) -> bool:
    alike = any(word[:PREFIX] == noun[:PREFIX] for word in point.about)
    return alike and len(noun) >= PREFIX and party in point.parties


def _next_other(first: Point, decided: list[Point]) -> list[Point]:
    """The next point of the same words and mandate with another figure, if any."""
    later = (
        point
        for point in decided
        if (point.under, point.about) == (first.under, first.about)
        and point.day > first.day
        and point.figure != first.figure
    )
    return list(later)[:1]
