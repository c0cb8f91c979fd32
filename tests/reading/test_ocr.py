"""Scanned pages are read by an engine, and the document says so."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import ReadingError
from pipeline.reading import ocr, read, scans
from pipeline.reading.hocr import page_of
from tests.reading import files

ENGINE = ocr.engine()
needs_tesseract = pytest.mark.skipif(
    ENGINE is None, reason="Tesseract with Swedish and pytesseract are not installed"
)
FIRST: list[object] = [
    ("b", "Hamnnämnden"),
    "Sammanträdesdatum: 2031-03-04",
    "",
    ("b", "Närvarande"),
    [(files.LEFT, "Berit Sjöholm (S)"), (320, "Göran Ek (M)")],
    [(files.LEFT, "Ulla Rask (V)"), (320, "Siv Ryd (L)")],
    [(files.LEFT, "Åke Öhrn (MP)"), (320, "Tore Gran (SD)")],
    "",
    ("b", "§ 12"),
    ("b", "Ny brygga i gästhamnen"),
    "",
    "Hamnnämnden beslutar att godkänna förvaltningens förslag.",
]
SECOND: list[object] = [
    [(files.LEFT, "Namn"), (250, "Ja"), (350, "Nej")],
    [(files.LEFT, "Berit Sjöholm (S)"), (250, "X")],
    [(files.LEFT, "Göran Ek (M)"), (350, "X")],
    [(files.LEFT, "Ulla Rask (V)"), (250, "X")],
    "",
    "Göran Ek (M) reserverar sig, se även §§ 3 och 8 samt bilaga 85.",
]


def scanned(source: bytes, *, turned: float = 0.0, stamp: str = "") -> bytes:
    """A PDF with pictures of the pages of another, perhaps laid askew, perhaps stamped."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    document = pdfium.PdfDocument(source)
    for page in document:
        image = page.render(scale=200 / 72, grayscale=True).to_pil().convert("L")
        image = image.rotate(turned, fillcolor=255, resample=Image.Resampling.BICUBIC)
        canvas.drawImage(ImageReader(image), 0, 0, *A4)
        canvas.drawString(40, 12, stamp)
        canvas.showPage()
    document.close()
    canvas.save()
    return buffer.getvalue()


def hocr(*lines: tuple[int, int, str], sure: int = 90) -> str:
    """hOCR of lines at (left, baseline) in pixels, every sign 20 wide and 30 high."""
    return "".join(_line(*line, sure=sure) for line in lines)


def _line(left: int, baseline: int, text: str, *, sure: int) -> str:
    words, place = "", left
    for word in text.split():
        glyphs = "".join(
            f"<span class='ocrx_cinfo' title='x_bboxes {place + 20 * n} {baseline - 30} "
            f"{place + 20 * n + 18} {baseline}; x_conf 90'>{sign}</span>"
            for n, sign in enumerate(word)
        )
        end = place + 20 * len(word)
        words += (
            f"<span class='ocrx_word' title='bbox {place} {baseline - 30} {end} {baseline}; "
            f"x_wconf {sure}'>{glyphs}</span>"
        )
        place = end + 20
    return (
        f"<span class='ocr_line' title='bbox {left} {baseline - 30} {place} {baseline}; "
        f"baseline 0 0; x_size 40'>{words}</span>"
    )


class _Engine:
    """Gives one page after the other, whatever it is shown."""

    def __init__(self, *pages: str) -> None:
        self.pages = list(pages)
        self.seen: list[Image.Image] = []

    def __call__(self, image: Image.Image, seconds: float) -> str:
        assert seconds > 0
        self.seen.append(image)
        return self.pages[len(self.seen) - 1]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], Any]:
    def chosen(engine: Any) -> Any:
        monkeypatch.setattr(ocr, "engine", lambda: engine)
        return engine

    return chosen


PICTURES = scanned(files.pdf(["Ett"], ["Två"]))
PROTOCOL = hocr((200, 300, "Protokoll"), (200, 348, "Bo Ek (S) yrkar bifall."))
MORE = hocr((200, 300, "Beslut: bifall."), sure=60)


def test_scan_is_read_page_by_page(use: Callable[[Any], Any]) -> None:
    engine = use(_Engine(PROTOCOL, MORE))
    text = read(PICTURES, "a.pdf")
    assert text.content == "Protokoll\nBo Ek (S) yrkar bifall.\n\nBeslut: bifall.\n"
    assert [text.content[page.start :].split()[0] for page in text.pages] == [
        "Protokoll",
        "Beslut:",
    ]
    assert engine.seen[0].size == pytest.approx([A4[0] / 72 * 300, A4[1] / 72 * 300], abs=2)


def test_scan_says_so_and_how_sure_it_is(use: Callable[[Any], Any]) -> None:
    use(_Engine(PROTOCOL, MORE))
    first, second = read(PICTURES, "a.pdf").findings
    assert first.startswith("inläst med teckenigenkänning (OCR): 2 av 2 sidor")
    assert "säkerhet 82 %" in first
    assert second == "svårläst för teckenigenkänning (OCR): sida 2"


def test_only_pages_without_text_are_recognised(use: Callable[[Any], Any]) -> None:
    engine = use(_Engine(MORE))
    text = read(_joined(files.pdf(["Text."]), scanned(files.pdf(["Bild."]))), "a.pdf")
    assert text.content == "Text.\n\nBeslut: bifall.\n"
    assert len(engine.seen) == 1
    assert "1 av 2 sidor" in text.findings[0]


def test_stamp_does_not_hide_a_scan(use: Callable[[Any], Any]) -> None:
    use(_Engine(PROTOCOL, MORE))
    data = scanned(files.pdf(["Ett"], ["Två"]), stamp="Signerat 2031-03-05")
    assert "yrkar bifall" in read(data, "a.pdf").content


def test_page_where_nothing_was_found_is_told(use: Callable[[Any], Any]) -> None:
    use(_Engine(PROTOCOL, ""))
    assert (
        read(PICTURES, "a.pdf").findings[-1]
        == "teckenigenkänning (OCR) fann ingen text: sida 2"
    )


def test_page_that_takes_too_long_is_left_without_text(use: Callable[[Any], Any]) -> None:
    def slow(image: Image.Image, seconds: float) -> str:
        if pages:
            raise TimeoutError
        pages.append(image)
        return PROTOCOL

    pages: list[Image.Image] = []
    use(slow)
    assert read(PICTURES, "a.pdf").findings[-1].startswith("Sida 2 har ingen text")


@pytest.mark.parametrize(
    ("limit", "value", "told"),
    [
        ("pipeline.reading.scans.MAX_OCR_PAGES", 1, "för många inskannade sidor"),
        ("pipeline.reading.ocr.MAX_OCR_SECONDS", 0, "hann 0 av 2 sidor"),
    ],
)
def test_limits_are_told(
    use: Callable[[Any], Any],
    monkeypatch: pytest.MonkeyPatch,
    limit: str,
    value: int,
    told: str,
) -> None:
    use(_Engine(PROTOCOL, MORE))
    monkeypatch.setattr(limit, value)
    with pytest.raises(ReadingError, match=told):
        read(PICTURES, "a.pdf")


def test_limit_leaves_scans_between_pages_with_text(
    use: Callable[[Any], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    use(_Engine())
    monkeypatch.setattr(scans, "MAX_OCR_PAGES", 0)
    text = read(_joined(files.pdf(["Text."]), scanned(files.pdf(["Bild."]))), "a.pdf")
    assert text.content == "Text.\n"
    assert text.findings[0].startswith("Sida 2 har ingen text")


@pytest.mark.parametrize(
    ("engine", "wanted", "told"),
    [
        (None, True, r"installera Tesseract .* pip install 'standpunkt\[ocr\]'"),
        (_Engine("", ""), True, "fann ingen"),
        (_Engine(PROTOCOL, MORE), False, "--ocr"),
    ],
)
def test_scan_without_text_says_what_to_do(
    use: Callable[[Any], Any], engine: Any, wanted: bool, told: str
) -> None:
    use(engine)
    with pytest.raises(ReadingError, match=f"inskannad och har ingen text; .*{told}"):
        read(PICTURES, "a.pdf", ocr=wanted)


@pytest.mark.parametrize(
    ("descends", "text", "read_as"),
    [
        (0, "8 12", "§ 12"),
        (0, "$5", "§ 5"),
        (0, "81 Ny", "§ 1 Ny"),
        (9, "8 12", "8 12"),
        (9, "85 kronor", "85 kronor"),
        (9, "Ek ($) — | ja", "Ek (S) – ja"),
    ],
)
def test_misread_signs_are_put_right(descends: int, text: str, read_as: str) -> None:
    """A sign that reaches 6 pixels deeper than the digit after it is a section sign;
    ``descends`` is the place of the sign that does."""
    found, place = "", -1
    for part in hocr((200, 300, text)).split("<span class='ocrx_cinfo'"):
        deep = part.replace(" 300; x_conf", " 306; x_conf") if place == descends else part
        found, place = (
            found + ("<span class='ocrx_cinfo'" if place >= 0 else "") + deep,
            (place + 1),
        )
    page = page_of(found, 1, height=842, scale=0.24)
    segments = [segment.text for line in page.content.lines for segment in line]
    assert " ".join(segments) == read_as


def test_no_engine_without_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr.shutil, "which", lambda _: None)
    assert ocr.engine.__wrapped__() is None


def _joined(*sources: bytes) -> bytes:
    whole, buffer = pdfium.PdfDocument.new(), BytesIO()
    for source in sources:
        part = pdfium.PdfDocument(source)
        whole.import_pages(part)
        part.close()
    whole.save(buffer)
    whole.close()
    return buffer.getvalue()


@needs_tesseract
def test_tesseract_reads_a_scan_as_the_text_it_is_of() -> None:
    source = files.pdf(FIRST, SECOND, foot="Justeras {n} (2)")
    text = read(scanned(source), "a.pdf")
    assert text.content == read(source, "text.pdf").content
    assert [page.number for page in text.pages] == [1, 2]
    assert text.content[text.pages[1].start :].startswith("| Namn | Ja | Nej |")
    assert len(text.findings) == 1


@needs_tesseract
def test_tesseract_reads_a_page_that_lay_askew() -> None:
    source = files.pdf(FIRST)
    assert read(scanned(source, turned=0.7), "a.pdf").content == read(source, "b.pdf").content
