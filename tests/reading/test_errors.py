"""Files that cannot be read say so in one sentence."""

import random
import struct as binary

import pytest

from pipeline.errors import ReadingError
from pipeline.reading import docx, pdf, read
from pipeline.reading.detect import Format
from tests.reading import files

TEXT_PDF = files.pdf(["Protokoll"], ["Beslut"])
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(200)
JUNK = random.Random(7).randbytes(5000)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
LOCKED_WORD = OLE + "EncryptedPackage".encode("utf-16-le")
DOCX = files.docx("Protokoll")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "tom"),
        (b" \n\n", "tom"),
        (TEXT_PDF[:-300], "skadad"),
        (TEXT_PDF[:200], "skadad"),
        (b"%PDF-1.4\nstrunt\n%%EOF", "skadad"),
        (JPEG, "bild (JPEG)"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "bild (PNG)"),
        (files.locked_pdf(), "lösenordsskyddad"),
        (files.pdf([], []), "OCR"),
        (JUNK, "binära"),
        (bytes(3000) + b"x", "binära"),
        (OLE, ".doc"),
        (LOCKED_WORD, "lösenordsskyddad"),
        (DOCX[: len(DOCX) // 2], "skadad"),
        (files.zipped({"word/document.xml": b"<w:document"}), "skadad"),
        (files.zipped({"xl/workbook.xml": b"<x/>"}), "Excel"),
        (files.zipped({"a.txt": b"hej"}), "zip-arkiv"),
        (b"{\\rtf1 hej}", "RTF"),
        (b"123 456\n---", "inga bokstäver"),
    ],
)
def test_unreadable_files_say_why(data: bytes, word: str) -> None:
    with pytest.raises(ReadingError) as caught:
        read(data, "konstig\nfil.pdf")
    message = str(caught.value)
    assert word in message
    assert message.startswith("konstig\ufffdfil.pdf: ")
    assert message.endswith(".")
    assert "\n" not in message


def test_too_large_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.reading.MAX_FILE_BYTES", 10)
    with pytest.raises(ReadingError, match="för stor"):
        read(b"Ett protokoll", "a.txt")


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    with pytest.raises(ReadingError, match="för många sidor"):
        read(TEXT_PDF, "a.pdf")


def bomb() -> bytes:
    return files.zipped({"word/document.xml": bytes(30 * 1024 * 1024)})


def test_zip_bomb_by_ratio() -> None:
    with pytest.raises(ReadingError, match="orimligt mycket"):
        read(bomb(), "a.docx")


def test_zip_bomb_by_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "MAX_UNPACKED_BYTES", 1000)
    with pytest.raises(ReadingError, match="orimligt mycket"):
        read(DOCX, "a.docx")


def test_zip_bomb_that_lies_about_its_size_is_not_unpacked() -> None:
    data = bytearray(bomb())
    place = data.rindex(b"PK\x01\x02") + 24
    data[place : place + 4] = binary.pack("<I", 100)
    with pytest.raises(ReadingError, match="skadad"):
        read(bytes(data), "a.docx")


def test_detection_goes_by_content() -> None:
    assert read(TEXT_PDF, "a.txt").media_type == Format.PDF
    assert read(DOCX, "a.pdf").media_type == Format.DOCX
    assert read(b"<html><body><p>Hej</p></body></html>", "a.pdf").media_type == "text/html"
    assert read(b"**Beslut**\n\nHej", "a.docx").media_type == "text/markdown"


def test_damaged_word_content_is_a_reading_error() -> None:
    data = bytearray(DOCX)
    place = data.index(b"word/document.xml") + 60
    data[place : place + 40] = bytes(40)
    with pytest.raises(ReadingError, match="skadad"):
        read(bytes(data), "a.docx")
