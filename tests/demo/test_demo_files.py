"""The committed demo is what the generator writes, and holds what it promises."""

import io
import json
import zipfile
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from demo.generate import OUTPUT, content, files, papers
from demo.layout_text import text_of
from demo.records import BODIES, INVENTED, Paper

MAX_BYTES = 3_000_000
NEW_MAJORITY = "2022-10-17"
PAPERS = papers()


def pdf_text(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return pages


def zip_members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def comparable(name: str, data: bytes) -> object:
    """What must stay the same even when zlib or ReportLab compresses in another way."""
    if name.endswith(".pdf"):
        return pdf_text(data)
    return zip_members(data) if name.endswith(".docx") else data


def truths() -> list[dict[str, list[dict[str, str]]]]:
    found = sorted((OUTPUT / "truth").glob("*.json"))
    return [json.loads(path.read_text("utf-8")) for path in found]


def test_committed_files_are_those_that_the_generator_writes() -> None:
    written = files()
    committed = {
        str(path.relative_to(OUTPUT)): path.read_bytes()
        for path in OUTPUT.rglob("*")
        if path.is_file() and path.name != "README.md"
    }
    assert committed.keys() == written.keys()
    for name, data in written.items():
        assert comparable(name, data) == comparable(name, committed[name]), name


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_binary_formats_have_the_same_bytes_each_time(suffix: str) -> None:
    paper = next(paper for paper in PAPERS if paper.name.endswith(suffix))
    assert content(paper) == content(paper)


def test_the_whole_demo_is_small() -> None:
    assert sum(path.stat().st_size for path in OUTPUT.rglob("*")) < MAX_BYTES


def test_there_are_enough_documents_in_every_format_kind_body_and_period() -> None:
    documents = [paper.document for paper in PAPERS]
    suffixes = Counter(Path(paper.name).suffix for paper in PAPERS)
    assert len(documents) >= 60
    assert suffixes.keys() == {".pdf", ".docx", ".html", ".md", ".txt"}
    assert min(suffixes.values()) >= 10
    assert {document["body"] for document in documents} == set(BODIES.values())
    assert {document["kind"] for document in documents} == {
        *("protokoll", "protokollsutdrag", "utlåtande"),
        *("motion", "interpellation", "interpellationssvar"),
    }
    for body in BODIES.values():
        dates = [str(document["date"]) for document in documents if document["body"] == body]
        assert min(dates) < NEW_MAJORITY < max(dates)


def test_every_kind_of_act_occurs() -> None:
    acts = {said["act"] for truth in truths() for said in truth["statements"]}
    assert acts == {
        *("yrkande", "reservation", "särskilt uttalande", "särskilt yttrande"),
        *("protokollsanteckning", "ersättaryttrande", "motion", "interpellation"),
        *("interpellationssvar", "fråga", "skrivelse", "föredragandes synpunkter"),
    }


def test_every_stance_and_way_of_deciding_occurs() -> None:
    stances = {row["stance"] for truth in truths() for row in truth["positions"]}
    ways = {row["decided_by"] for truth in truths() for row in truth["cases"]}
    assert stances == {
        *("for", "against", "abstained", "remark", "not_participating", "split"),
    }
    assert ways == {
        *("enhälligt", "acklamation", "votering", "utslagsröst", "minoritet", None),
    }


def test_most_items_of_the_minutes_are_unopposed() -> None:
    minutes = [truth for truth in truths() if truth["document"]["kind"] == "protokoll"]  # type: ignore[call-overload]
    cases = sum(len(truth["cases"]) for truth in minutes)
    loud = 0
    for truth in minutes:
        said = {row["case"] for row in truth["statements"] if row["act"] != "yrkande"}
        loud += len(said | {p["case"] for p in truth["positions"] if p["stance"] == "against"})
    assert 0.6 <= 1 - loud / cases <= 0.7


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_document_says_once_that_it_is_invented(paper: Paper) -> None:
    assert " ".join(text_of(paper).split()).count(INVENTED) == 1
