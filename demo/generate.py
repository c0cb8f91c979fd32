"""Everything that ``data/demo`` holds, written anew from the model."""

import json
import shutil
from pathlib import Path

from demo.facts import facts_text
from demo.layout_docx import docx_of
from demo.layout_html import html_of
from demo.layout_markdown import markdown_of
from demo.layout_pdf import pdf_of
from demo.layout_text import text_of
from demo.letters import question_papers
from demo.minutes import all_minutes
from demo.motions import motion_papers
from demo.opinions import opinion_papers
from demo.records import Paper
from demo.truth import truth

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "data" / "demo"


def papers() -> tuple[Paper, ...]:
    """Every document of the demo; raises ValueError when two have the same name."""
    found = (*all_minutes(), *motion_papers(), *question_papers(), *opinion_papers())
    names = [paper.name for paper in found]
    if len(set(names)) != len(names):
        raise ValueError("Två dokument har samma filnamn.")
    return found


def content(paper: Paper) -> bytes:
    """The file's bytes in the format that its name says."""
    suffix = paper.name.rsplit(".", 1)[1]
    if suffix == "pdf":
        return pdf_of(paper)
    if suffix == "docx":
        return docx_of(paper)
    written = {"html": html_of, "md": markdown_of, "txt": text_of}[suffix](paper)
    return written.encode("utf-8")


def truth_text(paper: Paper) -> str:
    """The truth of a document as indented JSON."""
    return json.dumps(truth(paper), ensure_ascii=False, indent=1) + "\n"


def files() -> dict[str, bytes]:
    """Every generated file by its path under ``data/demo``."""
    made = papers()
    found = {"facts.json": facts_text(made).encode("utf-8")}
    for paper in made:
        stem = paper.name.rsplit(".", 1)[0]
        found[f"documents/{paper.name}"] = content(paper)
        found[f"truth/{stem}.json"] = truth_text(paper).encode("utf-8")
    return found


def write(folder: Path = OUTPUT, texts: Path | None = None) -> int:
    """Write every file anew, and plain texts of the documents to ``texts``; says how many."""
    for part in ("documents", "truth"):
        shutil.rmtree(folder / part, ignore_errors=True)
    found = files()
    for name, data in found.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    if texts:
        texts.mkdir(parents=True, exist_ok=True)
        for paper in papers():
            (texts / paper.name).write_text(text_of(paper), encoding="utf-8")
    return len(found)
