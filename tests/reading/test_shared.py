"""Real documents, where they are at hand."""

from pathlib import Path

import pytest

from pipeline.reading import read
from pipeline.settings import ROOT

SHARED = ROOT.parent / "shared"
DOCUMENTS = sorted([*SHARED.glob("seeds/*.txt"), *SHARED.glob("corpus/*-*")])


@pytest.mark.skipif(not DOCUMENTS, reason="the shared documents are not here")
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_real_documents_read_clean(path: Path) -> None:
    text = read(path.read_bytes(), path.name)
    lines = text.content.split("\n")
    assert "~~" not in text.content
    assert "**" not in text.content
    assert "\n\n\n" not in text.content
    assert all(line == line.strip() for line in lines)
    spans = [*text.headings, *text.struck]
    assert all(span.of(text.content).strip() == span.of(text.content) for span in spans)
    starts = [page.start for page in text.pages]
    assert starts == sorted(starts)
