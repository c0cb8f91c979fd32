"""Markdown as converters leave it: bold headings, italics for quotes, ~~struck~~ names."""

from demo.records import Block, Paper


def _people(block: Block) -> str:
    return "\n\n".join(f"~~{line}~~" if line in block.struck else line for line in block.items)


def _points(block: Block) -> str:
    return "\n".join(f"{place}. {item}" for place, item in enumerate(block.items, start=1))


def _table(block: Block) -> str:
    rows = [f"| {' | '.join(item.split(chr(9)))} |" for item in block.items]
    columns = block.items[0].count("\t") + 1
    return "\n".join([rows[0], "|" + " --- |" * columns, *rows[1:]])


def _heading(block: Block, layout: str) -> str:
    levels = {"title": "#", "item": "##", "title of item": "##", "head": "###", "end": "###"}
    if layout == "bold" and block.kind != "title":
        return f"**{block.text}**"
    return f"{levels[block.kind]} {block.text}"


def _block(block: Block, layout: str) -> str:
    if block.kind in ("title", "item", "title of item", "head", "end"):
        return _heading(block, layout)
    if block.kind in ("people", "points", "table"):
        return {"people": _people, "points": _points, "table": _table}[block.kind](block)
    if block.kind == "quote":
        return f"*{block.text}*"
    if block.kind == "meta":
        label, colon, rest = block.text.partition(": ")
        return f"**{label}:** {rest}" if colon else block.text
    return block.text


def markdown_of(paper: Paper) -> str:
    """The document as Markdown."""
    pieces = [
        _block(block, paper.layout) for block in paper.blocks if block.kind != "new page"
    ]
    return "\n\n".join(pieces) + "\n"
