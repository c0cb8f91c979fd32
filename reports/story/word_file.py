"""The story as a Word document."""

import io
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from reports.story.archive import repacked
from reports.story.writing import Block

STYLES = {
    "title": "Title",
    "heading": "Heading 1",
    "subheading": "Heading 2",
    "text": "Normal",
    "quote": "Quote",
    "item": "List Bullet",
    "note": "Intense Quote",
}
INTRODUCED = ("quote", "picture")
"""What stands on the same page as the line above it."""
PICTURE_WIDTH = 15.2
"""In centimetres: the width of the text."""
QUOTE_INDENT = 0.63
"""In centimetres: as far in as the text of a list."""
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def word_file(
    blocks: Sequence[Block],
    *,
    day: str,
    running: str = "",
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> bytes:
    """The blocks as ``.docx``. ``day`` (ISO) is the file's date; ``running`` stands at the
    head of every page; ``pictures`` are PNG files by name."""
    from docx import Document  # a reader of documents, loaded only when a file is made
    from docx.shared import Cm

    document = Document()
    told = document.core_properties
    told.author, told.title = "Ståndpunkt", _allowed(blocks[0].text) if blocks else ""
    told.created = told.modified = datetime.fromisoformat(day)
    if running:
        document.sections[0].header.paragraphs[0].text = running
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        if block.style == "picture":
            document.add_picture(io.BytesIO(pictures[block.file]), width=Cm(PICTURE_WIDTH))
            continue
        written = document.add_paragraph(_allowed(block.text), style=STYLES[block.style])
        if after and after.style in INTRODUCED:
            written.paragraph_format.keep_with_next = True
        if block.style == "quote":
            written.paragraph_format.left_indent = Cm(QUOTE_INDENT)
    made = io.BytesIO()
    document.save(made)
    return repacked(made.getvalue(), day=day)


def _allowed(text: str) -> str:
    return _NOT_IN_XML.sub("", text)
