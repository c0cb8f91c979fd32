"""What a recogniser of printed text found on a page (hOCR), as the segments of a PDF page.

So that a scan goes through the same cleaning as text: running heads, columns, tables.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.reading.assembly import Run
from pipeline.reading.pdf_page import WIDE_GAP, PageContent, Segment
from pipeline.reading.rows import SAME_BASELINE

LINES = ".ocr_line, .ocr_header, .ocr_caption, .ocr_textfloat"
NUMBER = r"(-?\d+(?:\.\d+)?)"
BOX = re.compile(rf"bbox(?:es)? {NUMBER} {NUMBER} {NUMBER} {NUMBER}")
BASELINE = re.compile(rf"baseline {NUMBER} {NUMBER}")
SIZE = re.compile(rf"x_size {NUMBER}")
CONFIDENCE = re.compile(rf"x_wconf {NUMBER}")
# Table borders and specks, read as signs
RULES = re.compile(r"[|¦_~\\\[\]{}'`´.\"]+$")
# The Swedish model knows no "§" and takes it for one of these; but it reaches below the line.
MISREAD = "8$&S"
BELOW = 0.07  # of the height of the digit after it
EVEN = 0.3  # sizes that differ less are one size, measured badly


@dataclass(frozen=True, slots=True)
class Recognized:
    """One page as it was read: its segments, and how sure each of its words is (0–100)."""

    content: PageContent
    confidences: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    x0: float
    x1: float
    confidence: float


@dataclass(frozen=True, slots=True)
class _Glyph:
    sign: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class _Line:
    """Words on one baseline, in pixels; ``y`` is the baseline at the left, downwards."""

    words: tuple[_Word, ...]
    y: float
    slope: float
    size: float


def page_of(hocr: str, number: int, *, height: float, scale: float) -> Recognized:
    """Page ``number`` from its hOCR; ``height`` in points, ``scale`` in points per pixel."""
    lines = [line for node in LexborHTMLParser(hocr).css(LINES) if (line := _line(node))]
    lines = _level(lines)
    segments = tuple(
        tuple(_segments(line, height=height, scale=scale)) for line in _in_rows(lines)
    )
    sure = tuple(word.confidence for line in lines for word in line.words)
    return Recognized(PageContent(number, height, 0.0, segments), sure)


def _line(node: LexborNode) -> _Line | None:
    """A printed line; None when nothing on it is text."""
    words = _words([_glyphs_of(word) for word in node.css(".ocrx_word")])
    kept = tuple(word for word in words if word.text and not RULES.match(word.text))
    if not kept:
        return None
    bottom = _box(node)[3]
    slope, offset = _numbers(BASELINE, node) or (0.0, 0.0)
    (size,) = _numbers(SIZE, node) or (0.0,)
    return _Line(kept, bottom + offset, slope, size or bottom - _box(node)[1])


def _glyphs_of(word: LexborNode) -> tuple[LexborNode, list[_Glyph]]:
    boxes = ((glyph.text(), _box(glyph)) for glyph in word.css(".ocrx_cinfo"))
    return word, [_Glyph(sign, box[1], box[3]) for sign, box in boxes]


def _words(found: Sequence[tuple[LexborNode, list[_Glyph]]]) -> Iterator[_Word]:
    """The words, with the section signs put right; the glyph after one may be a word on."""
    following = [glyphs[:1] for _, glyphs in found[1:]] + [[]]
    for (node, glyphs), after in zip(found, following, strict=True):
        left, _, right, _ = _box(node)
        (confidence,) = _numbers(CONFIDENCE, node) or (0.0,)
        text = "".join(_sectioned([*glyphs, *after])[: len(glyphs)]) or node.text()
        text = re.sub(r"§(?=\d)", "§ ", text).replace("($)", "(S)").replace("—", "–")
        yield _Word(text.strip(), left, right, confidence)


def _sectioned(glyphs: Sequence[_Glyph]) -> list[str]:
    """The signs of glyphs, with "§" for what stands before a digit and reaches below it."""
    signs: list[str] = []
    following: _Glyph | None = None
    for glyph in reversed(glyphs):
        sign = glyph.sign
        if following and following.sign.isdigit() and sign in MISREAD:
            depth = glyph.bottom - following.bottom
            if depth >= BELOW * (following.bottom - following.top):
                signs.append("§")
                continue  # so that both signs of "§§ 3" are held against the 3
        signs.append(sign)
        following = glyph
    return signs[::-1]


def _level(lines: Sequence[_Line]) -> list[_Line]:
    """``lines`` as if the paper had lain straight, with one size for what is alike."""
    if not lines:
        return []
    long = sorted(lines, key=lambda line: line.words[0].x0 - line.words[-1].x1)
    slope = median(line.slope for line in long[: max(1, len(long) // 3)])
    usual = median(line.size for line in lines)
    return [
        _Line(
            line.words,
            line.y - slope * line.words[0].x0,
            slope,
            usual if abs(line.size - usual) <= EVEN * usual else line.size,
        )
        for line in lines
    ]


def _in_rows(lines: Sequence[_Line]) -> list[_Line]:
    """Lines from the top down, those on one baseline from left to right."""
    rows: list[list[_Line]] = []
    for line in sorted(lines, key=lambda line: line.y):
        near = rows and line.y - rows[-1][0].y <= SAME_BASELINE * line.size
        if near:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [
        _Line(line.words, row[0].y, line.slope, line.size)
        for row in rows
        for line in sorted(row, key=lambda line: line.words[0].x0)
    ]


def _segments(line: _Line, *, height: float, scale: float) -> Iterator[Segment]:
    """The stretches of a line between wide gaps, in points."""
    parts = [[line.words[0]]]
    for before, word in pairwise(line.words):
        if word.x0 - before.x1 > WIDE_GAP * line.size:
            parts.append([word])
        else:
            parts[-1].append(word)
    for part in parts:
        text = " ".join(word.text for word in part)
        left, right = part[0].x0 * scale, part[-1].x1 * scale
        y = height - line.y * scale
        yield Segment((Run(text),), left, right, y, line.size * scale, False)


def _box(node: LexborNode) -> tuple[float, float, float, float]:
    left, top, right, bottom = _numbers(BOX, node) or (0.0, 0.0, 0.0, 0.0)
    return left, top, right, bottom


def _numbers(pattern: re.Pattern[str], node: LexborNode) -> tuple[float, ...] | None:
    match = pattern.search(node.attributes.get("title") or "")
    return tuple(map(float, match.groups())) if match else None
