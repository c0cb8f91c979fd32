"""PDF files: opened, page by page, with a clear word when that cannot be done."""

from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from pipeline.errors import ReadingError
from pipeline.models import Text
from pipeline.reading.assembly import assemble
from pipeline.reading.detect import Format
from pipeline.reading.grid import in_grids
from pipeline.reading.hyphens import join_hyphens
from pipeline.reading.layout import lines_of
from pipeline.reading.pdf_heads import without_heads
from pipeline.reading.pdf_page import PageContent, read_page
from pipeline.reading.residue import without_residue
from pipeline.reading.rows import rows_of
from pipeline.reading.running import close_page_breaks, lines_without_heads
from pipeline.reading.scans import with_scans
from pipeline.settings import MAX_PAGES

END_MARK = b"%%EOF"
TAIL = 4096


def read_pdf(data: bytes, name: str, *, ocr: bool = True) -> Text:
    """The text of a PDF, with ``ocr`` also that of scanned pages, where a program for it is
    installed; ReadingError when it is broken, locked, too long or only pictures."""
    if END_MARK not in data[-TAIL:]:
        raise ReadingError(_broken(name))
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise ReadingError(_why_closed(error, name)) from error
    try:
        return _read(document, name, ocr=ocr)
    except pdfium.PdfiumError as error:
        raise ReadingError(_broken(name)) from error
    finally:
        document.close()


def _read(document: pdfium.PdfDocument, name: str, *, ocr: bool) -> Text:
    count = len(document)
    if not count:
        raise ReadingError(_broken(name))
    if count > MAX_PAGES:
        raise ReadingError(
            f"{name}: filen har för många sidor ({count}, högst {MAX_PAGES}); "
            "dela upp den och läs in delarna."
        )
    contents = [_content(document, place) for place in range(count)]
    contents, findings = with_scans(document, contents, name, wanted=ocr)
    pages = [(content, rows_of(content.lines)) for content in contents]
    kept = without_heads(pages)
    numbered = [
        (page.number, in_grids(rows, page.strokes))
        for (page, _), rows in zip(pages, kept, strict=True)
    ]
    read = assemble(
        close_page_breaks(
            join_hyphens(without_residue(lines_without_heads(lines_of(numbered))))
        ),
        media_type=Format.PDF,
        pages=[content.number for content in contents],
        findings=findings,
    )
    left = {id(row) for rows in kept for row in rows}
    heads = (row.text for _, rows in pages for row in rows if id(row) not in left)
    return replace(read, around="\n".join(dict.fromkeys(heads)))


def _content(document: pdfium.PdfDocument, place: int) -> PageContent:
    page = document[place]
    try:
        return read_page(page, place + 1)
    finally:
        page.close()


def _why_closed(error: pdfium.PdfiumError, name: str) -> str:
    if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return f"{name}: filen är lösenordsskyddad; ta bort lösenordet och läs in den igen."
    return _broken(name)


def _broken(name: str) -> str:
    return f"{name}: PDF-filen är skadad eller avkortad; hämta den på nytt."
