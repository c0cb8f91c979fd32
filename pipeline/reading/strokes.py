"""Thin lines that a PDF page draws: underlines, borders of tables, lines through names."""

from collections.abc import Callable, Iterator
from ctypes import byref, c_float
from dataclasses import dataclass

import pypdfium2.raw as raw

THIN = 3.2  # points: the height of a drawn line with its width

Turned = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A thin line or rectangle, as seen when the text runs to the right; ``y`` is upwards."""

    x0: float
    x1: float
    y0: float
    y1: float

    @property
    def upright(self) -> bool:
        """Whether it stands across the text."""
        return self.y1 - self.y0 > self.x1 - self.x0

    @property
    def x(self) -> float:
        """Its middle, from the left."""
        return (self.x0 + self.x1) / 2

    @property
    def y(self) -> float:
        """Its middle, from below."""
        return (self.y0 + self.y1) / 2


def strokes_of(page: raw.FPDF_PAGE, turned: Turned) -> Iterator[Stroke]:
    """The thin lines among the paths of a page; ``turned`` gives places as they are seen."""
    bounds = [c_float() for _ in range(4)]
    at = [byref(value) for value in bounds]
    for place in range(raw.FPDFPage_CountObjects(page)):
        found = raw.FPDFPage_GetObject(page, place)
        if raw.FPDFPageObj_GetType(found) != raw.FPDF_PAGEOBJ_PATH:
            continue
        raw.FPDFPageObj_GetBounds(found, *at)
        left, low, right, high = (value.value for value in bounds)
        (x0, y0), (x1, y1) = turned(left, low), turned(right, high)
        width, height = abs(x1 - x0), abs(y1 - y0)
        if min(width, height) <= THIN < max(width, height):
            yield Stroke(min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1))
