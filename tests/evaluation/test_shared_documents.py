"""Real documents that lie beside the checkout: none may crash, every quote must be exact."""

from pathlib import Path

import pytest

from evaluation.corpus import extract_file
from pipeline.settings import ROOT

SHARED = ROOT.parent / "shared"
DOCUMENTS = [
    path
    for folder in ("seeds", "corpus")
    for path in sorted((SHARED / folder).glob("*"))
    if path.suffix in {".txt", ".md"} and path.name != "README.md"
]


def test_the_real_documents_are_there() -> None:
    if not SHARED.is_dir():
        pytest.skip("../shared finns inte här: de verkliga dokumenten provas inte")
    assert len(DOCUMENTS) == 23


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_real_document_is_read_with_exact_quotes(path: Path) -> None:
    extraction = extract_file(path)
    text = extraction.document.text
    assert text
    for statement in extraction.statements:
        assert text[statement.start : statement.end] == statement.text
    for proposal in extraction.proposals:
        assert text[proposal.start : proposal.end] == proposal.text
    for position in extraction.positions:
        if position.quote is not None and position.start is not None:
            assert text[position.start : position.end] == position.quote
