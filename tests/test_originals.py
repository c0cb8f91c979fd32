"""Originals are opened only where the store met them; pages come from another process."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from pipeline import errands
from pipeline.errors import ReadingError, StoreError
from pipeline.originals import original
from pipeline.reading.page_image import page_image, scale_of
from pipeline.settings import MAX_PAGE_IMAGE_PIXELS
from pipeline.storage.lock import writing
from pipeline.storage.parts import append
from pipeline.storage.schema import SourceRecord
from pipeline.uploads import LONGEST_NAME, keep, sanitised


def sheets(count: int = 2) -> bytes:
    """A PDF with a few pages."""
    from reportlab.pdfgen.canvas import Canvas

    made = BytesIO()
    canvas = Canvas(made, invariant=True)
    for number in range(count):
        canvas.drawString(72, 720, f"Sida {number + 1} av protokollet")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def known(store: Path, location: str, data: bytes) -> str:
    """Note in a store that a place gave a document; gives its id."""
    digest = sha256(data).hexdigest()
    with writing(store):
        append(store, [], [SourceRecord(location, "p.pdf", digest, None)], municipality=None)
    return digest


def test_a_page_is_rendered_by_another_process(tmp_path: Path) -> None:
    data = sheets()
    (tmp_path / "p.pdf").write_bytes(data)
    document = known(tmp_path / "store", str(tmp_path / "p.pdf"), data)

    png = errands.page_image(tmp_path / "store", document, 2)

    assert Image.open(BytesIO(png)).format == "PNG"
    with pytest.raises(ReadingError, match="ingen sida 3"):
        errands.page_image(tmp_path / "store", document, 3)


def test_a_member_of_an_archive_is_found(tmp_path: Path) -> None:
    data = sheets()
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("mapp/p.pdf", data)
    document = known(tmp_path / "store", str(tmp_path / "a.zip" / "mapp" / "p.pdf"), data)

    assert original(tmp_path / "store", document) == data


def test_a_file_that_is_gone_or_changed_is_not_shown(tmp_path: Path) -> None:
    data = sheets()
    place = tmp_path / "p.pdf"
    document = known(tmp_path / "store", str(place), data)
    for content in (None, b"%PDF-1.4 something else"):
        if content:
            place.write_bytes(content)
        with pytest.raises(ReadingError, match="ligger inte kvar"):
            errands.page_image(tmp_path / "store", document, 1)


@pytest.mark.parametrize("asked", ["/etc/passwd", "../p.pdf", "' OR 1=1 --", ""])
def test_only_documents_of_the_store_are_looked_for(asked: str, tmp_path: Path) -> None:
    known(tmp_path / "store", str(tmp_path / "p.pdf"), sheets())

    with pytest.raises(ReadingError, match="ligger inte kvar"):
        original(tmp_path / "store", asked)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n%%EOF", b"\x00" * 100])
def test_a_broken_file_gives_a_sentence(data: bytes) -> None:
    with pytest.raises(ReadingError, match="går inte att visa"):
        page_image(data, 1, "p.pdf")


@pytest.mark.parametrize("size", [(595.0, 842.0), (20_000.0, 9_000.0)])
def test_a_picture_stays_within_its_limit(size: tuple[float, float]) -> None:
    scale = scale_of(*size)

    assert 0 < size[0] * size[1] * scale**2 <= MAX_PAGE_IMAGE_PIXELS * 1.001


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Protokoll 2024-03-05.pdf", "Protokoll_2024-03-05.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Dokument\\nämnden.docx", "nämnden.docx"),
        (".dold", "dold"),
        ("<script>.html", "script.html"),
        ("", "dokument"),
        ("..", "dokument"),
        ("a\x00b\n.txt", "a_b.txt"),
        ("å" * 300 + ".pdf", "å" * (LONGEST_NAME - 4) + ".pdf"),
    ],
)
def test_names_of_uploads_are_made_safe(name: str, kept: str) -> None:
    assert sanitised(name) == kept


def test_an_upload_is_kept_once_for_its_content(tmp_path: Path) -> None:
    first, again = keep(tmp_path, "a.md", b"text"), keep(tmp_path, "b.md", b"text")

    assert first == again
    assert first.read_bytes() == b"text"


@pytest.mark.parametrize(
    ("limit", "data", "error"),
    [("MAX_UPLOAD_MEGABYTES", b"xy", ReadingError), ("MAX_UPLOADS_BYTES", b"x", StoreError)],
)
def test_limits_of_uploads(
    limit: str,
    data: bytes,
    error: type[Exception],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(f"pipeline.uploads.{limit}", 0)

    with pytest.raises(error):
        keep(tmp_path, "a.md", data)
    assert not list(tmp_path.iterdir())
