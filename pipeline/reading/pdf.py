"""PDF files: opened, page by page, with a clear word when that cannot be done."""

import re
from collections.abc import Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.errors import ReadingError
from pipeline.models import Text
from pipeline.reading.assembly import assemble
from pipeline.reading.detect import Format
from pipeline.reading.hyphens import join_hyphens
from pipeline.reading.layout import lines_of
from pipeline.reading.pdf_heads import without_heads
from pipeline.reading.pdf_page import PageContent, read_page
from pipeline.reading.rows import rows_of
from pipeline.reading.running import close_page_breaks
from pipeline.settings import MAX_PAGES

END_MARK = b"%%EOF"
TAIL = 4096
PAGES_NAMED = 10
UNREADABLE = re.compile("[\ue000-\uf8ff\ufffd\x00-\x08]")
MOST_UNREADABLE = 0.2


def read_pdf(data: bytes, name: str) -> Text:
    """The text of a PDF; ReadingError when it is broken, locked, too long or only pictures."""
    if END_MARK not in data[-TAIL:]:
        raise ReadingError(_broken(name))
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise ReadingError(_why_closed(error, name)) from error
    try:
        return _read(document, name)
    except pdfium.PdfiumError as error:
        raise ReadingError(_broken(name)) from error
    finally:
        document.close()


def _read(document: pdfium.PdfDocument, name: str) -> Text:
    count = len(document)
    if not count:
        raise ReadingError(_broken(name))
    if count > MAX_PAGES:
        raise ReadingError(
            f"{name}: filen har för många sidor ({count}, högst {MAX_PAGES}); "
            "dela upp den och läs in delarna."
        )
    contents = [_content(document, place) for place in range(count)]
    _refuse_scans(contents, name)
    pages = [(content, rows_of(content.lines)) for content in contents]
    kept = without_heads(pages)
    numbered = [(page.number, rows) for (page, _), rows in zip(pages, kept, strict=True)]
    return assemble(
        close_page_breaks(join_hyphens(lines_of(numbered))),
        media_type=Format.PDF,
        pages=[content.number for content in contents],
        findings=_empty_pages(contents),
    )


def _content(document: pdfium.PdfDocument, place: int) -> PageContent:
    page = document[place]
    try:
        return read_page(page, place + 1)
    finally:
        page.close()


def _refuse_scans(contents: Sequence[PageContent], name: str) -> None:
    """ReadingError when there are no letters, or only signs of a font without letters."""
    text = "".join(s.text for content in contents for line in content.lines for s in line)
    if not any(char.isalpha() for char in text):
        raise ReadingError(
            f"{name}: filen är inskannad och har ingen text; tolka den med OCR "
            "(till exempel ocrmypdf) och läs in den igen."
        )
    if len(UNREADABLE.findall(text)) > MOST_UNREADABLE * len(text):
        raise ReadingError(
            f"{name}: filens text går inte att avkoda (typsnitten saknar teckentabell); "
            "tolka den med OCR och läs in den igen."
        )


def _empty_pages(contents: Sequence[PageContent]) -> list[str]:
    empty = [str(content.number) for content in contents if not content.lines]
    if not empty:
        return []
    if len(empty) == 1:
        return [f"Sida {empty[0]} har ingen text; är den inskannad behöver den OCR."]
    more = f" och {len(empty) - PAGES_NAMED} till" if len(empty) > PAGES_NAMED else ""
    named = ", ".join(empty[:PAGES_NAMED])
    return [f"Sidorna {named}{more} har ingen text; är de inskannade behöver de OCR."]


def _why_closed(error: pdfium.PdfiumError, name: str) -> str:
    if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return f"{name}: filen är lösenordsskyddad; ta bort lösenordet och läs in den igen."
    return _broken(name)


def _broken(name: str) -> str:
    return f"{name}: PDF-filen är skadad eller avkortad; hämta den på nytt."
