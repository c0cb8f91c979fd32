"""Reading a PDF, beside asking pypdfium2 for the plain text of each page."""

import io
from collections.abc import Sequence

import pypdfium2 as pdfium

from benchmarks.records import Comparison
from benchmarks.timing import fastest
from pipeline.reading.pdf import read_pdf

ROUNDS = 3
TARGET = 4.0


def measure(documents: Sequence[bytes], *, what: str) -> Comparison:
    """Bytes to text with this program (first), and with pypdfium2's plain call (second)."""

    def ours() -> None:
        for content in documents:
            read_pdf(content, "a.pdf")

    def theirs() -> None:
        for content in documents:
            _plain(content)

    first, second = fastest(ours, theirs, rounds=ROUNDS)
    count = sum(_count(content) for content in documents)
    return Comparison(what, first, second, count, "sidor", TARGET)


def joined(documents: Sequence[bytes]) -> bytes:
    """All pages of all documents as one PDF."""
    whole = pdfium.PdfDocument.new()
    for content in documents:
        part = pdfium.PdfDocument(content)
        whole.import_pages(part)
        part.close()
    buffer = io.BytesIO()
    whole.save(buffer)
    whole.close()
    return buffer.getvalue()


def _plain(content: bytes) -> None:
    document = pdfium.PdfDocument(content)
    for page in document:
        text = page.get_textpage()
        text.get_text_bounded()
        text.close()
        page.close()
    document.close()


def _count(content: bytes) -> int:
    document = pdfium.PdfDocument(content)
    count = len(document)
    document.close()
    return count
