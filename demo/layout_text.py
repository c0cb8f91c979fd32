"""Plain text: wrapped lines, an empty line between paragraphs."""

import textwrap

from demo.records import Block, Paper

WIDTH = 84


def _wrap(text: str, *, first: str = "", rest: str = "") -> str:
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _points(block: Block) -> str:
    lines = [
        _wrap(item, first=f"{place}. ", rest="   ")
        for place, item in enumerate(block.items, start=1)
    ]
    return "\n".join(lines)


def _people(block: Block) -> str:
    return "\n".join(block.items)


def _table(block: Block) -> str:
    return "\n".join(block.items)


def _block(block: Block) -> str:
    if block.kind in ("points", "people", "table"):
        return {"points": _points, "people": _people, "table": _table}[block.kind](block)
    if block.kind == "title":
        return f"{block.text}\n"
    if block.kind == "new page":
        return "-" * 30
    return _wrap(block.text)


def text_of(paper: Paper) -> str:
    """The document as plain text."""
    lines: list[str] = []
    for block in paper.blocks:
        if block.kind == "item":
            lines.append("")
        lines.append(_block(block))
        if block.kind not in ("head", "item", "meta"):
            lines.append("")
    return "\n".join(lines).strip() + "\n"
