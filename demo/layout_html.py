"""HTML as a municipality's web page: headings, lists, tables, struck names."""

from html import escape

from demo.records import INVENTED, Block, Paper

TAGS = {"title": "h1", "item": "h2", "title of item": "h3", "head": "h4", "end": "h4"}


def _items(block: Block) -> str:
    lines = [
        f"<li><s>{escape(line)}</s></li>"
        if line in block.struck
        else f"<li>{escape(line)}</li>"
        for line in block.items
    ]
    tag = "ol" if block.kind == "points" else "ul"
    return "\n".join([f"<{tag}>", *lines, f"</{tag}>"])


def _table(block: Block) -> str:
    head, *rows = [item.split("\t") for item in block.items]
    lines = ["<tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in head) + "</tr>"]
    lines += [
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    ]
    return "\n".join(["<table>", *lines, "</table>"])


def _block(block: Block) -> str:
    if block.kind in ("people", "points"):
        return _items(block)
    if block.kind == "table":
        return _table(block)
    if block.kind == "new page":
        return "<hr>"
    if block.kind == "quote":
        return f"<blockquote><p>{escape(block.text)}</p></blockquote>"
    if block.kind == "small":
        return f"<p><small>{escape(block.text)}</small></p>"
    tag = TAGS.get(block.kind, "p")
    return f"<{tag}>{escape(block.text)}</{tag}>"


def html_of(paper: Paper) -> str:
    """The document as one HTML page."""
    left, middle, right = paper.running_head.split("\t")
    body = "\n".join(_block(block) for block in paper.blocks)
    return f"""<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<title>{escape(middle)}, {escape(right)}</title>
<style>body {{ font-family: sans-serif; max-width: 46rem; margin: auto; }}</style>
</head>
<body>
<header><nav>
<a href="#">Start</a> <a href="#">Kommun och politik</a> <a href="#">Protokoll</a>
</nav></header>
<main>
{body}
</main>
<footer><p>{escape(left)}</p></footer>
</body>
</html>
"""


def has_note(paper: Paper) -> bool:
    """Whether the document says that it is invented."""
    return any(block.text == INVENTED for block in paper.blocks)
