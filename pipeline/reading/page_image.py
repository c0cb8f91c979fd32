"""One page of a PDF as a picture."""

from io import BytesIO
from math import sqrt

import pypdfium2 as pdfium

from pipeline.errors import ReadingError
from pipeline.settings import MAX_PAGE_IMAGE_PIXELS, PAGE_IMAGE_DPI

POINTS_PER_INCH = 72


def page_image(data: bytes, page: int, name: str) -> bytes:
    """Page number ``page`` (from 1) of a PDF as PNG; a very large sheet is rendered coarser.

    Raises ReadingError when the file cannot be opened or has no such page.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise ReadingError(f"{name}: filen går inte att visa som bild; läs texten.") from error
    try:
        if not 1 <= page <= len(document):
            raise ReadingError(f"{name}: filen har ingen sida {page}; välj en annan.")
        return _png(document[page - 1])
    except pdfium.PdfiumError as error:
        raise ReadingError(
            f"{name}: sida {page} går inte att visa som bild; läs texten."
        ) from error
    finally:
        document.close()


def scale_of(width: float, height: float) -> float:
    """Pixels per point for a page of this size in points, within the limit of pixels."""
    return min(
        PAGE_IMAGE_DPI / POINTS_PER_INCH, sqrt(MAX_PAGE_IMAGE_PIXELS / (width * height))
    )


def _png(page: pdfium.PdfPage) -> bytes:
    written = BytesIO()
    page.render(scale=scale_of(*page.get_size())).to_pil().save(written, "PNG")
    return written.getvalue()
