"""Scanned pages read with Tesseract, when it is installed (the extra ``ocr``)."""

import os
import shutil
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from math import sqrt
from statistics import fmean
from time import monotonic
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from pipeline.reading.hocr import Recognized, page_of
from pipeline.settings import (
    MAX_OCR_PAGE_SECONDS,
    MAX_OCR_PIXELS,
    MAX_OCR_SECONDS,
    OCR_DPI,
)

if TYPE_CHECKING:
    from PIL.Image import Image

POINTS_PER_INCH = 72
LANGUAGE = "swe"
PROGRAM = "tesseract"
HOCR = "-c hocr_char_boxes=1"  # where each sign stands tells § from 8
UNSURE = 75  # percent: pages below are worth a look at the original
PAGES_NAMED = 10
INSTALL = (
    "installera Tesseract med svenska (Debian: apt install tesseract-ocr-swe, macOS: brew "
    "install tesseract-lang) och pip install 'standpunkt[ocr]'"
)

Engine = Callable[["Image", float], str]
"""Reads a picture of a page within some seconds and gives hOCR; TimeoutError when it
cannot."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Pages by their place (from 0); ``late``: time ran out before the rest."""

    pages: Mapping[int, Recognized]
    late: bool = False


@cache
def engine() -> Engine | None:
    """Tesseract with Swedish; None when the package, the program or the language is
    missing."""
    if find_spec("pytesseract") is None or shutil.which(PROGRAM) is None:
        return None
    import pytesseract

    try:
        languages = pytesseract.get_languages()
    except (pytesseract.TesseractError, OSError):
        return None
    # Documents are read side by side; threads of its own would only make each slower.
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    return _tesseract if LANGUAGE in languages else None


def _tesseract(image: "Image", seconds: float) -> str:
    import pytesseract

    try:
        found: bytes = pytesseract.image_to_pdf_or_hocr(
            image, lang=LANGUAGE, config=HOCR, extension="hocr", timeout=seconds
        )
    except pytesseract.TesseractError:
        return ""  # a picture it cannot make anything of
    except RuntimeError as error:  # what pytesseract raises when the time is out
        raise TimeoutError(str(error)) from error
    return found.decode("utf-8", "replace")


def recognize(document: pdfium.PdfDocument, places: Sequence[int], engine: Engine) -> Reading:
    """Read the pages at ``places`` with ``engine``, as far as the time allows.

    The alarm of the run stands still meanwhile: recognition has a time limit of its own.
    """
    pages: dict[int, Recognized] = {}
    deadline = monotonic() + MAX_OCR_SECONDS
    with _alarm_paused():
        for place in places:
            left = deadline - monotonic()
            if left <= 0:
                return Reading(pages, late=True)
            try:
                pages[place] = _page(document, place, engine, min(left, MAX_OCR_PAGE_SECONDS))
            except TimeoutError:
                continue  # the page stays without text, which is a finding
    return Reading(pages)


def _page(
    document: pdfium.PdfDocument, place: int, engine: Engine, seconds: float
) -> Recognized:
    page = document[place]
    try:
        width, height = page.get_size()
        scale = min(OCR_DPI / POINTS_PER_INCH, sqrt(MAX_OCR_PIXELS / (width * height)))
        image = page.render(scale=scale, grayscale=True).to_pil()
    finally:
        page.close()
    return page_of(engine(image, seconds), place + 1, height=height, scale=1 / scale)


@contextmanager
def _alarm_paused() -> Iterator[None]:
    left = signal.alarm(0)
    try:
        yield
    finally:
        signal.alarm(left)


def findings(pages: Mapping[int, Recognized], total: int) -> list[str]:
    """What is to be said of the recognised among ``total`` pages: that they are, how surely,
    and on which of them nothing or little could be read."""
    sure = {place: page.confidences for place, page in pages.items() if page.confidences}
    found = []
    if sure:
        mean = fmean(value for values in sure.values() for value in values)
        found.append(
            f"inläst med teckenigenkänning (OCR): {len(sure)} av {total} sidor, "
            f"genomsnittlig säkerhet {mean:.0f} %; överstrykningar syns inte, jämför med "
            "originalet"
        )
    unsure = [place for place, values in sure.items() if fmean(values) < UNSURE]
    if unsure:
        found.append(f"svårläst för teckenigenkänning (OCR): sida {_named(unsure)}")
    if nothing := [place for place in pages if place not in sure]:
        found.append(f"teckenigenkänning (OCR) fann ingen text: sida {_named(nothing)}")
    return found


def _named(places: Sequence[int]) -> str:
    named = ", ".join(str(place + 1) for place in places[:PAGES_NAMED])
    more = len(places) - PAGES_NAMED
    return f"{named} och {more} till" if more > 0 else named
