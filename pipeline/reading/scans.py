"""Pages that are pictures of text: which they are, having them read, and what to tell."""

import ctypes
import re
from collections.abc import Mapping, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.errors import ReadingError
from pipeline.reading import ocr
from pipeline.reading.hocr import Recognized
from pipeline.reading.pdf_page import PageContent
from pipeline.settings import MAX_OCR_PAGES, MAX_OCR_SECONDS

PAGES_NAMED = 10
UNREADABLE = re.compile("[\ue000-\uf8ff\ufffd\x00-\x08]")
MOST_UNREADABLE = 0.2
STAMP = 300  # letters: a scanned page may bear so many from a stamp or a digital signature
COVERS = 0.5  # of the page: a picture that may be the page itself


def with_scans(
    document: pdfium.PdfDocument, contents: Sequence[PageContent], name: str, *, wanted: bool
) -> tuple[list[PageContent], list[str]]:
    """``contents`` with the scanned pages read, if that is ``wanted`` and a program for it is
    installed, and what is to be said of scanned and empty pages.

    ReadingError when the document has no text, or too many scanned pages to get one.
    """
    engine = ocr.engine() if wanted else None
    read: list[PageContent] = list(contents)
    pages: Mapping[int, Recognized] = {}
    if engine and (scanned := _scanned(document, contents)):
        alone = len(scanned) == len(contents)
        pages = _recognized(document, scanned, engine, name if alone else None)
        for place, page in pages.items():
            read[place] = page.content
    _refuse(read, name, wanted=wanted)
    untried = [content for place, content in enumerate(read) if place not in pages]
    return read, [*ocr.findings(pages, len(contents)), *_empty_pages(untried)]


def _recognized(
    document: pdfium.PdfDocument, scanned: Sequence[int], engine: ocr.Engine, name: str | None
) -> Mapping[int, Recognized]:
    """The scanned pages as read. What takes too long is left out of a document that has other
    pages too; ReadingError for a document of scans alone, which is given by its ``name``."""
    if len(scanned) > MAX_OCR_PAGES:
        if name is None:
            return {}
        raise ReadingError(
            f"{name}: filen har för många inskannade sidor ({len(scanned)}, högst "
            f"{MAX_OCR_PAGES}); dela upp den och läs in delarna."
        )
    reading = ocr.recognize(document, scanned, engine)
    if reading.late and name is not None:
        raise ReadingError(
            f"{name}: teckenigenkänningen (OCR) hann {len(reading.pages)} av {len(scanned)} "
            f"sidor på {MAX_OCR_SECONDS} sekunder; dela upp filen och läs in delarna."
        )
    return reading.pages


def _refuse(contents: Sequence[PageContent], name: str, *, wanted: bool) -> None:
    """ReadingError when there are no letters, or only signs of a font without letters."""
    if not any(char.isalpha() for char in _text(contents)):
        raise ReadingError(f"{name}: filen är inskannad och har ingen text; {_way(wanted)}")
    if _is_unreadable(contents):
        raise ReadingError(
            f"{name}: filens text går inte att avkoda (typsnitten saknar teckentabell); "
            f"{_way(wanted)}"
        )


def _way(wanted: bool) -> str:
    """What to do about a scan."""
    if not wanted:
        return "läs in den igen med --ocr (teckenigenkänning)."
    if ocr.engine() is None:
        return f"för teckenigenkänning (OCR), {ocr.INSTALL}; läs sedan in den igen."
    return "teckenigenkänning (OCR) fann ingen heller; skanna originalet på nytt."


def _empty_pages(contents: Sequence[PageContent]) -> list[str]:
    """What is to be said about pages without text."""
    empty = [str(content.number) for content in contents if not content.lines]
    if not empty:
        return []
    if len(empty) == 1:
        return [f"Sida {empty[0]} har ingen text; är den inskannad behöver den OCR."]
    more = f" och {len(empty) - PAGES_NAMED} till" if len(empty) > PAGES_NAMED else ""
    named = ", ".join(empty[:PAGES_NAMED])
    return [f"Sidorna {named}{more} har ingen text; är de inskannade behöver de OCR."]


def _scanned(document: pdfium.PdfDocument, contents: Sequence[PageContent]) -> list[int]:
    """The places of the pages to recognise: all, when the text is unreadable."""
    if _is_unreadable(contents):
        return list(range(len(contents)))
    return [p for p, content in enumerate(contents) if _is_scanned(document, p, content)]


def _is_unreadable(contents: Sequence[PageContent]) -> bool:
    text = _text(contents)
    return len(UNREADABLE.findall(text)) > MOST_UNREADABLE * len(text)


def _text(contents: Sequence[PageContent]) -> str:
    return "".join([s.text for content in contents for line in content.lines for s in line])


def _is_scanned(document: pdfium.PdfDocument, place: int, content: PageContent) -> bool:
    """Whether something is drawn on a page without text, or pictures fill a page that has no
    text but that of a stamp."""
    letters = len(_text([content]))
    if letters > STAMP:
        return False
    page = document[place]
    try:
        if not letters:
            return bool(raw.FPDFPage_CountObjects(page.raw))
        width, height = page.get_size()
        pictures = page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3)
        filled = sum(_area(picture) for picture in pictures)
        return bool(filled >= COVERS * width * height)
    finally:
        page.close()


def _area(picture: pdfium.PdfObject) -> float:
    """The area that an object covers, in square points."""
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(picture.raw, *map(ctypes.byref, edges))
    left, low, right, high = (edge.value for edge in edges)
    return abs((right - left) * (high - low))
