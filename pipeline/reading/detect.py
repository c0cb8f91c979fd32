"""What a file is, by its content; and why it is no document when it is not."""

import re
from enum import StrEnum
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from pipeline.errors import ReadingError
from pipeline.settings import MAX_FILE_BYTES


class Format(StrEnum):
    """The formats that can be read, by their media type."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    HTML = "text/html"
    TEXT = "text/plain"


MEGABYTE = 1024 * 1024
PDF_MARK = b"%PDF-"
ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
IMAGES = {
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG\r\n": "PNG",
    b"GIF8": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
}
OTHERS = {
    b"{\\rtf": "ett RTF-dokument",
    b"\x1f\x8b": "ett gzip-arkiv",
    b"7z\xbc\xaf\x27\x1c": "ett 7z-arkiv",
    b"Rar!": "ett RAR-arkiv",
    b"%!PS": "en PostScript-fil",
    b"MZ\x90": "ett program",
    b"\x7fELF": "ett program",
}
ZIPPED = {
    "xl/workbook.xml": "en Excelfil",
    "ppt/presentation.xml": "en PowerPointfil",
    "content.xml": "en OpenDocument-fil",
}
SAVE_AS = "spara den som PDF eller DOCX och läs in den igen"

HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
HTML_BLOCK = re.compile(
    r"<(p|div|h[1-6]|table|ul|ol|section|article|br)\b[^<>]*>", re.IGNORECASE
)
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
MOST_JUNK = 0.02
FEW = 3


def detect(data: bytes, name: str) -> Format:
    """PDF, DOCX or some kind of text; ReadingError for what is known to be no document."""
    if PDF_MARK in data[:1024]:
        return Format.PDF
    if data.startswith(ZIP_MARKS):
        return _zipped(data, name)
    if data.startswith(OLE_MARK):
        raise ReadingError(_ole(data, name))
    for mark, kind in IMAGES.items():
        if data.startswith(mark):
            raise ReadingError(
                f"{name}: filen är en bild ({kind}), inte ett dokument; "
                "tolka den med OCR till en PDF med text och läs in den."
            )
    for mark, what in OTHERS.items():
        if data.startswith(mark):
            raise ReadingError(f"{name}: filen är {what}, inte ett dokument; {SAVE_AS}.")
    return Format.TEXT


def is_html(text: str) -> bool:
    """Whether decoded text is HTML: it begins so, or with a tag and has more tags."""
    if HTML_START.match(text):
        return True
    head = text[:20_000]
    return head.lstrip().startswith("<") and len(HTML_BLOCK.findall(head)) >= 2


def refuse_junk(text: str, name: str) -> None:
    """ReadingError when decoded text is binary junk."""
    sample = text[:200_000]
    if len(CONTROL.findall(sample)) > FEW + MOST_JUNK * len(sample):
        raise ReadingError(
            f"{name}: filen är inte text utan binära data; kontrollera att rätt fil valts."
        )


def too_large(name: str, size: int) -> str:
    """The message for a file above the limit."""
    return (
        f"{name}: filen är för stor ({size // MEGABYTE} MB, högst "
        f"{MAX_FILE_BYTES // MEGABYTE} MB); dela upp den och läs in delarna."
    )


def _zipped(data: bytes, name: str) -> Format:
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = set(archive.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ReadingError(
            f"{name}: filen är skadad eller avkortad (zip); hämta den på nytt."
        ) from error
    if "word/document.xml" in members:
        return Format.DOCX
    for member, what in ZIPPED.items():
        if member in members:
            raise ReadingError(f"{name}: filen är {what}, inte ett textdokument; {SAVE_AS}.")
    raise ReadingError(
        f"{name}: filen är ett zip-arkiv utan Word-dokument; packa upp det och läs in filerna."
    )


def _ole(data: bytes, name: str) -> str:
    if ENCRYPTED_OFFICE in data:
        return f"{name}: filen är lösenordsskyddad; ta bort lösenordet och läs in den igen."
    return f"{name}: filen är i ett gammalt Office-format (.doc); {SAVE_AS}."
