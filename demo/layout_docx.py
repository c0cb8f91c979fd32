"""Word documents with the same bytes each time: fixed times in the zip and the properties."""

import datetime
import io
import zipfile
from typing import Any

from docx import Document
from docx.shared import Pt

from demo.records import Block, Paper

FIXED = datetime.datetime(2019, 1, 1)
ZIP_TIME = (2019, 1, 1, 0, 0, 0)
HEADINGS = {"title": 0, "item": 1, "title of item": 2, "head": 3, "end": 3}


def _run(paragraph: Any, line: str, *, struck: bool) -> None:
    run = paragraph.add_run(line)
    if struck:
        run.font.strike = True


def _people(place: Any, block: Block) -> None:
    for line in block.items:
        _run(place.add_paragraph(), line, struck=line in block.struck)


def _columns(document: Any, blocks: list[Block]) -> None:
    """Members in the left cell of a table, the others in the right one."""
    row = document.add_table(rows=1, cols=2).rows[0]
    half = next((n for n, b in enumerate(blocks) if b.text.startswith("Tjänstg")), 2)
    for cell, part in zip(row.cells, (blocks[:half], blocks[half:]), strict=True):
        for block in part:
            if block.kind == "head":
                cell.add_paragraph().add_run(block.text).bold = True
            else:
                _people(cell, block)


def _table(document: Any, block: Block) -> None:
    rows = [item.split("\t") for item in block.items]
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text


def _add(document: Any, block: Block) -> None:
    if block.kind in HEADINGS:
        document.add_heading(block.text, HEADINGS[block.kind])
    elif block.kind == "people":
        _people(document, block)
    elif block.kind == "points":
        for place, item in enumerate(block.items, start=1):
            document.add_paragraph(f"{place}. {item}")
    elif block.kind == "table":
        _table(document, block)
    elif block.kind == "new page":
        document.add_page_break()
    elif block.kind == "quote":
        document.add_paragraph().add_run(block.text).italic = True
    elif block.kind == "small":
        document.add_paragraph().add_run(block.text).font.size = Pt(8)
    else:
        document.add_paragraph(block.text)


def _attendance(paper: Paper) -> tuple[int, int]:
    """Where the attendance lists begin and end among the blocks of the front page."""
    places = [n for n, block in enumerate(paper.front) if block.kind == "people"]
    return (places[0] - 1, places[-1] + 1) if places else (0, 0)


def _fill(document: Any, paper: Paper) -> None:
    start, end = _attendance(paper) if paper.layout == "two columns" else (0, 0)
    for block in paper.blocks[:start]:
        _add(document, block)
    if end:
        _columns(document, list(paper.blocks[start:end]))
    for block in paper.blocks[end:]:
        _add(document, block)


def _steady(data: bytes) -> bytes:
    """The same archive with every member's time fixed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist()):
            info = zipfile.ZipInfo(name, ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            new.writestr(info, old.read(name))
    return out.getvalue()


def docx_of(paper: Paper) -> bytes:
    """The document as a Word file."""
    document = Document()
    properties = document.core_properties
    properties.author = "Lindvattna kommun"
    properties.title = paper.running_head.replace("\t", ", ")
    properties.created = properties.modified = FIXED
    properties.last_modified_by = "Lindvattna kommun"
    section = document.sections[0]
    section.header.paragraphs[0].text = paper.running_head
    section.footer.paragraphs[0].text = "Justerandes signatur\tUtdragsbestyrkande"
    _fill(document, paper)
    data = io.BytesIO()
    document.save(data)
    return _steady(data.getvalue())
