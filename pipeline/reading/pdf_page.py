"""One page of a PDF as segments: stretches of words on one baseline, with place and look."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.reading.assembly import Run
from pipeline.reading.strokes import Stroke, strokes_of

# PDFium marks a hyphen at a line end with one of these instead of a line break.
HYPHENS = "\ufffe\x02"
LINE = re.compile(r"[^\r\n\ufffe\x02]+")
WORD = re.compile(r"\S+")
BOLD_NAME = re.compile(rb"bold|black|heavy|semibold|demi(?!light)|[,-]bd", re.IGNORECASE)
FORCE_BOLD = 1 << 18

FEWEST_GAPS = 3
SAME_GAP = 0.1  # of the type size: how much the gaps of a justified line may differ
WIDE_GAP = 1.3  # of the type size: more than a stretched word space
NARROW_LETTER = 0.4  # of the type size: a word this narrow and a space need no closer look
LONG_LINE = 70  # letters
FEW_LETTERS = 3
WIDEST_PROSE = 0.52  # of the type size, per letter
STRIKE_LOW, STRIKE_HIGH = 0.12, 0.52  # of the type size, above the baseline


# Start, end, left, right and baseline of a stretch of words.
_Stretch = tuple[int, int, float, float, float]


@dataclass(slots=True)
class Segment:
    """Words without a wide gap; ``y`` is the baseline, upwards."""

    runs: tuple[Run, ...]
    x0: float
    x1: float
    y: float
    size: float
    bold: bool

    @property
    def text(self) -> str:
        """The words."""
        alone = len(self.runs) == 1
        return self.runs[0].text if alone else "".join([run.text for run in self.runs])


@dataclass(frozen=True, slots=True)
class PageContent:
    """The segments of one page in the order of the file, one list per line, and the thin
    lines drawn on it."""

    number: int
    top: float
    bottom: float
    lines: tuple[tuple[Segment, ...], ...]
    strokes: tuple[Stroke, ...] = ()


class _Numbers:
    """Places that PDFium writes its answers to."""

    def __init__(self) -> None:
        self.values = [ctypes.c_double() for _ in range(4)]
        self.at = [ctypes.byref(value) for value in self.values]
        self.floats = [ctypes.c_float() for _ in range(4)]
        self.at_floats = [ctypes.byref(value) for value in self.floats]
        self.matrix = raw.FS_MATRIX()
        self.loose = raw.FS_RECTF()
        self.flags = ctypes.c_int()
        self.name = ctypes.create_string_buffer(256)


def read_page(page: pdfium.PdfPage, number: int) -> PageContent:
    """The content of ``page``; text that stands across the others is left out."""
    textpage = page.get_textpage()
    try:
        reader = _PageReader(page, textpage)
        lines = tuple(reader.lines())
        width, height = page.get_size()
        edges = [reader.turned(x, y)[1] for x in (0.0, width) for y in (0.0, height)]
        return PageContent(number, max(edges), min(edges), lines, reader.strokes)
    finally:
        textpage.close()


class _PageReader:
    """Asks PDFium about single characters; each question costs, so few are asked."""

    def __init__(self, page: pdfium.PdfPage, textpage: pdfium.PdfTextPage) -> None:
        self.page, self.textpage = page.raw, textpage.raw
        self.numbers = _Numbers()
        self.text = _aligned_text(textpage)
        self.bold_fonts: dict[bytes, bool] = {}
        self.origins: dict[int, tuple[float, float]] = {}
        self.rights: dict[int, float] = {}
        starts = [match.span() for match in LINE.finditer(self.text)]
        self.looks = [(start, end, self._matrix(start)) for start, end in starts]
        directions = Counter(_direction(look[2]) for look in self.looks)
        self.direction = directions.most_common(1)[0][0] if directions else (1, 0)
        self.strokes = tuple(strokes_of(self.page, self.turned))
        self.upright = [stroke for stroke in self.strokes if stroke.upright]

    def turned(self, x: float, y: float) -> tuple[float, float]:
        """A place of the page as seen when the text runs to the right."""
        along, across = self.direction
        if along == 1:
            return x, y
        return x * along + y * across, y * along - x * across

    def lines(self) -> Iterator[tuple[Segment, ...]]:
        """Each line of the file as its segments."""
        strokes = [stroke for stroke in self.strokes if not stroke.upright]
        for start, end, matrix in self.looks:
            if _direction(matrix) != self.direction:
                continue
            scale = hypot(matrix[2], matrix[3]) or 1.0
            size = raw.FPDFText_GetFontSize(self.textpage, start) * scale
            hyphen = self.text[end : end + 1] in HYPHENS and end < len(self.text)
            spans = list(self._stretches(start, end, size))
            for level in _levels(spans, size):
                yield tuple(
                    self._segment(span, size, strokes, hyphen and span is spans[-1])
                    for span in level
                )

    def _stretches(self, start: int, end: int, size: float) -> Iterator[_Stretch]:
        """The stretches between wide gaps, and where the next word stands further back."""
        words = [match.span() for match in WORD.finditer(self.text, start, end)]
        if not words:
            return
        first = words[0][0]
        left, baseline = self._origin(first)
        last = words[-1][1]
        edges = [one.x for one in self.upright if one.y0 <= baseline <= one.y1]
        whole = first, last, left, self._right(last - 1), baseline
        if not edges and self._is_prose(last - first, left, last, size):
            yield whole
            return
        found = list(self._between_gaps(words, size, edges))
        yield from [whole] if len(found) > 1 and self._is_justified(words, size) else found

    def _between_gaps(
        self, words: Sequence[tuple[int, int]], size: float, edges: Sequence[float]
    ) -> Iterator[_Stretch]:
        first, last = words[0][0], words[-1][1]
        left, baseline = self._origin(first)
        last_x = left
        for (began, before), (after, _) in pairwise(self._apart(words)):
            x, y = self._origin(after)
            narrowest = (NARROW_LETTER * (before - began) + 1) * size
            wide = x - last_x > narrowest and x - self._right(before - 1) > WIDE_GAP * size
            if wide or x <= last_x or any(last_x < edge < x for edge in edges):
                yield first, before, left, self._right(before - 1), baseline
                first, left, baseline = after, x, y
            last_x = x
        yield first, last, left, self._right(last - 1), baseline

    def _is_justified(self, words: Sequence[tuple[int, int]], size: float) -> bool:
        """Whether all gaps of a line are as wide: it was stretched to fill its column."""
        gaps = [
            self._origin(after)[0] - self._end(before - 1)
            for (_, before), (after, _) in pairwise(words)
        ]
        return len(gaps) >= FEWEST_GAPS and max(gaps) - min(gaps) < SAME_GAP * size

    def _apart(self, words: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """The words, short ones letter by letter where these stand below each other: PDFium
        may take the rows of a column for one line."""
        for start, end in words:
            letters = range(start, end) if 1 < end - start <= FEW_LETTERS else ()
            if len({round(self._origin(place)[1]) for place in letters}) > 1:
                yield from ((place, place + 1) for place in letters)
            else:
                yield start, end

    def _is_prose(self, length: int, left: float, end: int, size: float) -> bool:
        """Whether a long line is as narrow as running text, so that no wide gap is in it."""
        if length < LONG_LINE:
            return False
        return self._right(end - 1) - left < WIDEST_PROSE * length * size

    def _segment(
        self,
        span: _Stretch,
        size: float,
        strokes: Sequence[Stroke],
        hyphen: bool,
    ) -> Segment:
        start, end, left, right, baseline = span
        crossing = [
            stroke
            for stroke in strokes
            if STRIKE_LOW * size <= stroke.y - baseline <= STRIKE_HIGH * size
            and stroke.x0 < right
            and stroke.x1 > left
        ]
        runs = self._struck_runs(start, end, crossing) if crossing else None
        runs = runs or [Run(self.text[start:end])]
        if hyphen:
            runs[-1] = Run(runs[-1].text + "-", struck=runs[-1].struck)
        bold = all(self._bold(place) for place in {start, end - 1, (start + end) // 2})
        return Segment(tuple(runs), left, right, baseline, size, bold)

    def _struck_runs(self, start: int, end: int, strokes: Sequence[Stroke]) -> list[Run]:
        """The words of a segment, those under a stroke marked."""
        runs: list[Run] = []
        for place in range(start, end):
            middle = self._middle(place)
            char = self.text[place]
            struck = any(stroke.x0 - 1 <= middle <= stroke.x1 + 1 for stroke in strokes)
            if runs and (runs[-1].struck == struck or char == " "):
                runs[-1] = Run(runs[-1].text + char, struck=runs[-1].struck)
            else:
                runs.append(Run(char, struck=struck))
        return runs

    def _matrix(self, place: int) -> tuple[float, float, float, float]:
        matrix = self.numbers.matrix
        raw.FPDFText_GetMatrix(self.textpage, place, matrix)
        return matrix.a, matrix.b, matrix.c, matrix.d

    def _origin(self, place: int) -> tuple[float, float]:
        if place not in self.origins:
            x, y = self.numbers.at[:2]
            raw.FPDFText_GetCharOrigin(self.textpage, place, x, y)
            values = self.numbers.values
            self.origins[place] = self.turned(values[0].value, values[1].value)
        return self.origins[place]

    def _box(self, place: int) -> tuple[float, float]:
        """Left and right edge of a character."""
        raw.FPDFText_GetCharBox(self.textpage, place, *self.numbers.at)
        left, right, low, high = [value.value for value in self.numbers.values]
        if self.direction == (1, 0):
            return left, right
        one, other = self.turned(left, low)[0], self.turned(right, high)[0]
        return min(one, other), max(one, other)

    def _end(self, place: int) -> float:
        """Where the room of a character ends, which a drawn letter may not fill."""
        box = self.numbers.loose
        raw.FPDFText_GetLooseCharBox(self.textpage, place, box)
        return max(self.turned(box.left, box.bottom)[0], self.turned(box.right, box.top)[0])

    def _right(self, place: int) -> float:
        if place not in self.rights:
            self.rights[place] = self._box(place)[1]
        return self.rights[place]

    def _middle(self, place: int) -> float:
        left, right = self._box(place)
        return (left + right) / 2

    def _bold(self, place: int) -> bool:
        name, flags = self.numbers.name, self.numbers.flags
        length = raw.FPDFText_GetFontInfo(self.textpage, place, name, 256, flags)
        font = name.raw[: max(length - 1, 0)]
        if font not in self.bold_fonts:
            forced = bool(flags.value & FORCE_BOLD)
            self.bold_fonts[font] = forced or bool(BOLD_NAME.search(font))
        return self.bold_fonts[font]


def _levels(spans: Sequence[_Stretch], size: float) -> Iterator[list[_Stretch]]:
    """The stretches of one line of PDFium's, those on another baseline apart."""
    level: list[_Stretch] = []
    for span in spans:
        if level and abs(span[4] - level[-1][4]) > size / 2:
            yield level
            level = []
        level.append(span)
    if level:
        yield level


def _aligned_text(textpage: pdfium.PdfTextPage) -> str:
    """The page's text with one character for each of PDFium's."""
    text: str = textpage.get_text_range()
    count = textpage.count_chars()
    if len(text) == count:
        return text
    codes = (raw.FPDFText_GetUnicode(textpage.raw, place) for place in range(count))
    return "".join(chr(code) if code else " " for code in codes)


def _direction(matrix: tuple[float, float, float, float]) -> tuple[int, int]:
    """Where the text runs, in quarter turns."""
    a, b = matrix[:2]
    if abs(a) >= abs(b):
        return (1, 0) if a >= 0 else (-1, 0)
    return (0, 1) if b > 0 else (0, -1)
