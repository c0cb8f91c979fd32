"""Files in, text out: every format becomes one Text with its pages, headings and marks."""

from pipeline.errors import ReadingError
from pipeline.models import Text
from pipeline.reading.cleaning import printable
from pipeline.reading.detect import Format, detect, is_html, refuse_junk, too_large
from pipeline.reading.plain import decode, read_plain
from pipeline.settings import MAX_FILE_BYTES

__all__ = ["read"]

MARKDOWN_NAMES = (".md", ".markdown")


def read(data: bytes, name: str, *, ocr: bool = True) -> Text:
    """The text of a document; its format is told by the content, ``name`` is for messages.
    Scanned pages are read too, with ``ocr`` and where a program for that is installed.

    Raises ReadingError, one Swedish sentence with ``name``, for what cannot be read.
    """
    name = printable(name)
    if not data.strip(b"\x00 \t\r\n"):
        raise ReadingError(f"{name}: filen är tom; hämta eller spara den på nytt.")
    if len(data) > MAX_FILE_BYTES:
        raise ReadingError(too_large(name, len(data)))
    kind = detect(data, name)
    if kind is Format.PDF:
        from pipeline.reading.pdf import read_pdf

        text = read_pdf(data, name, ocr=ocr)
    elif kind is Format.DOCX:
        from pipeline.reading.docx import read_docx

        text = read_docx(data, name)
    else:
        text = _read_text(data, name)
    if not any(char.isalpha() for char in text.content):
        raise ReadingError(
            f"{name}: filen innehåller inga bokstäver; kontrollera att rätt fil valts."
        )
    return text


def _read_text(data: bytes, name: str) -> Text:
    text, findings = decode(data)
    refuse_junk(text, name)
    if is_html(text):
        from pipeline.reading.html import declared_charset, read_html

        return read_html(*decode(data, declared_charset(data)))
    markdown_name = name.casefold().endswith(MARKDOWN_NAMES)
    return read_plain(text, markdown_name=markdown_name, findings=findings)
