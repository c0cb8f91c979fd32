"""The municipality that only a file's name tells."""

import pytest

from pipeline.extraction import extract
from pipeline.extraction.file_name import municipality_in
from tests.extraction.texts import text


@pytest.mark.parametrize(
    ("source", "municipality"),
    [
        ("goteborg-ks-2024-03-04.pdf", "Göteborg"),
        ("Göteborg_KS 2024.docx", "Göteborg"),
        ("upplands-vasby-motion.txt", "Upplands Väsby"),
        ("arkiv/2024/goteborg-ks.pdf", "Göteborg"),
        # a person, a verb, a word that only begins like a town
        ("lund-anna-motion.pdf", None),
        ("vara-eller-inte-vara.pdf", None),
        ("goteborgarna-motion.pdf", None),
        ("ks-goteborg-2024.pdf", None),
        ("goteborg.pdf", "Göteborg"),
        ("protokoll.pdf", None),
        ("", None),
    ],
)
def test_municipality_in_a_file_name(source: str, municipality: str | None) -> None:
    assert municipality_in(source) == municipality


@pytest.mark.parametrize(
    ("content", "municipality", "told"),
    [
        (
            "Protokollsutdrag\nKulturnämnden\n2024-03-04\n\n§ 1\nBeslut\nBifall.",
            "Göteborg",
            True,
        ),
        ("Malmö stad\nKulturnämnden\nProtokoll 2024-03-04\n\n§ 1\nÄrende", "Malmö", False),
    ],
)
def test_what_a_document_says_goes_before_its_name(
    content: str, municipality: str, told: bool
) -> None:
    read = extract(text(content), document_id="d1", source="goteborg-kultur-2024.txt").document
    assert read.municipality == municipality
    assert any("filens namn" in finding for finding in read.findings) == told
