"""The story as Markdown; nothing that was quoted is read as markup."""

import re
from collections.abc import Sequence

from reports.story.writing import Block

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|$~!&])")
_LIST = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))", re.MULTILINE)
_PREFIX = {"title": "# ", "heading": "## ", "subheading": "### ", "item": "- "}


def markdown(blocks: Sequence[Block]) -> str:
    """All blocks, with an empty line between."""
    return "\n\n".join(map(_written, blocks)) + "\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands; addresses stay as they are."""
    parts = re.split(r"(https?://[^\s<>\"]+)", text)
    return "".join(part if place % 2 else _plain(part) for place, part in enumerate(parts))


def _plain(text: str) -> str:
    return _LIST.sub(_harmless, _MARKS.sub(r"\\\1", text))


def _harmless(found: re.Match[str]) -> str:
    indent, mark = found.groups()
    return f"{indent}{mark}\\" if mark.isdigit() else f"{indent}\\{mark}"


def _written(block: Block) -> str:
    if block.style == "quote":
        return "\n".join(
            f"> {escaped(line.strip())}".rstrip() for line in block.text.split("\n")
        )
    line = escaped(" ".join(block.text.split()))
    if block.style == "picture":
        return f"![{line}]({block.file})"
    if block.style == "note":
        return f"**{line}**"
    return f"{_PREFIX.get(block.style, '')}{line}"
