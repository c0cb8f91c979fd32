"""HTML pages: blocks as lines, lists with their marks, tables, struck-out text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.models import Text
from pipeline.reading.assembly import Line, Run, assemble, is_bold_line, line_of, prefixed
from pipeline.reading.cleaning import listed
from pipeline.reading.detect import Format
from pipeline.reading.residue import without_residue
from pipeline.reading.running import close_page_breaks, lines_without_heads
from pipeline.reading.tables import table_lines

# fmt: off
DROPPED = frozenset({
    "head", "script", "style", "nav", "header", "footer", "template", "noscript", "svg",
    "math", "select", "button", "iframe", "object", "canvas", "audio", "video", "dialog",
    "aside",
})
# What a page says that it is for the reader of the site, not of the document.
SITE_ROLES = frozenset({
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog",
    "alertdialog", "menu", "menubar",
})
# A header inside these bears the document's title; elsewhere it is the site's.
OWN_HEADER = frozenset({"main", "article"})
BLOCKS = frozenset({
    "p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6",
    "ul", "ol", "li", "dl", "dt", "dd", "table", "blockquote", "pre", "address", "figure",
    "figcaption", "hr", "form", "fieldset", "details", "summary", "center", "aside",
    "body", "html",
})
# fmt: on
LISTS, CELLS = frozenset({"ul", "ol"}), frozenset({"td", "th"})
TIGHT = frozenset({"li", "dd"})  # no space above
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BOLD_TAGS, STRUCK_TAGS = frozenset({"b", "strong", "th"}), frozenset({"s", "del", "strike"})
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
LIGHT_STYLE = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE)
STRUCK_STYLE = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
# Example: <div class="cookie-banner">, <div id="share">
SITE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|cookie(?:banner|consent|bar|notice)|consent|breadcrumbs?|share|"
    r"sharing|social-?media|feedback|related|skip-?links?)(?=$|[\s_-])",
    re.IGNORECASE,
)
FOOTNOTE = re.compile(r"\s*\[?[\d*]{1,3}\]?\s*")
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
DEEPEST = 200  # deeper markup is a mistake or an attack; its text is taken as it is
NUMBER = re.compile(r"-?\d{1,5}$")
# Example: <meta charset="iso-8859-1">
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Look:
    """What the text of an element inherits."""

    bold: bool = False
    struck: bool = False
    heading: bool = False
    kept_spaces: bool = False
    own_header: bool = False
    depth: int = 0


def declared_charset(data: bytes) -> str | None:
    """The character set that the page itself names."""
    found = CHARSET.search(data[:4096])
    return found[1].decode("ascii", errors="ignore") if found else None


def read_html(text: str, findings: tuple[str, ...] = ()) -> Text:
    """The Text of a decoded HTML page, without its navigation, header and footer."""
    root = LexborHTMLParser(text).root
    writer = _Writer()
    if root is not None:
        writer.write(root, _Look())
        writer.end_line()
    read = assemble(
        close_page_breaks(without_residue(lines_without_heads(writer.lines))),
        media_type=Format.HTML,
        findings=findings,
    )
    return replace(read, around=_around(root))


def _around(root: LexborNode | None) -> str:
    """The words of the page's title, navigation, header and foot, a line each."""
    found = root.css("title, nav, header, footer") if root is not None else []
    return "\n".join(" ".join(node.text(deep=True, separator=" | ").split()) for node in found)


class _Writer:
    """Walks the tree and writes a line at each block and line break."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.runs: list[Run] = []
        self.gap = True
        self.mark = ""
        self.heading = False
        self.continues = False

    def write(self, node: LexborNode, look: _Look) -> None:
        """Everything below ``node``."""
        if look.depth > DEEPEST:
            self.runs.append(Run(node.text(deep=True), look.bold, look.struck))
            return
        number = _first_number(node)
        for child in _children(node):
            if child.is_text_node:
                self._text(child.text_content or "", look)
            elif child.is_element_node and not _is_dropped(child, look):
                if child.tag == "li":
                    number = _number(child.attributes.get("value"), number)
                    self._item(child, _mark(node, number), _looked(child, look))
                    number += 1
                else:
                    self._element(child, _looked(child, look))

    def end_line(self, *, broken: bool = False) -> None:
        """Finish the line; ``broken``: by a line break, so that the block goes on."""
        line = line_of(self.runs, fold_spaces=True)
        if line.text:
            mark = self.mark
            if not mark and listed(line.text, "x.") != line.text:
                mark, line = "- ", self._without_sign()
            heading = (self.heading or is_bold_line(self.runs)) and not line.struck
            line = prefixed(line, mark) if mark else line
            self.lines.append(
                replace(line, gap=self.gap, heading=heading, continues=self.continues)
            )
            self.gap, self.mark = False, ""
            self.continues = broken
        elif not broken:
            self.continues = False
        self.runs = []

    def _without_sign(self) -> Line:
        """The line without the list sign that was typed before it."""
        first = next(place for place, run in enumerate(self.runs) if run.text.strip())
        bare = replace(self.runs[first], text=self.runs[first].text.lstrip()[1:])
        return line_of([bare, *self.runs[first + 1 :]], fold_spaces=True)

    def _text(self, text: str, look: _Look) -> None:
        pieces = text.split("\n") if look.kept_spaces else [text]
        for place, piece in enumerate(pieces):
            if place:
                self.end_line(broken=True)
            if piece:
                self.heading = look.heading
                self.runs.append(Run(piece, look.bold, look.struck))

    def _element(self, node: LexborNode, look: _Look) -> None:
        if node.tag == "br":
            self.end_line(broken=True)
        elif node.tag == "table":
            self.end_line()
            self.lines += table_lines(list(_rows(node, look)))
            self.gap = True
        elif node.tag in BLOCKS:
            self._block(node, look)
        else:
            self.write(node, look)

    def _block(self, node: LexborNode, look: _Look) -> None:
        self.end_line()
        inside_item = bool(self.mark) or (node.tag in LISTS and self._in_item(node))
        self.gap = self.gap or not (node.tag in TIGHT or inside_item)
        self.write(node, look)
        self.end_line()
        self.gap = self.gap or not (node.tag in TIGHT or self._in_item(node))

    def _item(self, node: LexborNode, mark: str, look: _Look) -> None:
        self.end_line()
        self.mark = mark
        self.write(node, look)
        self.end_line()
        self.gap, self.mark = False, ""

    @staticmethod
    def _in_item(node: LexborNode) -> bool:
        return node.parent is not None and node.parent.tag == "li"


def _rows(node: LexborNode, look: _Look) -> Iterator[list[list[Line]]]:
    """The rows of a table as cells of lines."""
    for child in _children(node):
        if child.tag == "tr":
            cells = [cell for cell in _children(child) if cell.tag in CELLS]
            yield [_cell(cell, _looked(cell, look)) for cell in cells]
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child, look)
        elif child.tag == "caption":
            yield [_cell(child, look)]


def _cell(node: LexborNode, look: _Look) -> list[Line]:
    writer = _Writer()
    writer.write(node, look)
    writer.end_line()
    return writer.lines


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _is_dropped(node: LexborNode, look: _Look) -> bool:
    if node.tag in DROPPED and not (node.tag == "header" and look.own_header):
        return True
    attributes = node.attributes
    if "hidden" in attributes or HIDDEN_STYLE.search(attributes.get("style") or ""):
        return True
    return _is_of_site(node) or (node.tag == "sup" and _is_footnote(node))


def _is_of_site(node: LexborNode) -> bool:
    """Whether an element says that it is the site's: by its role, its class or its id."""
    attributes = node.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    of_page = node.tag in ("html", "body", "main", "article")
    named = attributes.get("role") in SITE_ROLES or SITE_NAMES.search(names)
    return bool(named) and not of_page


def _is_footnote(node: LexborNode) -> bool:
    """Whether a raised figure only leads to a note."""
    linked = any(child.tag == "a" for child in _children(node))
    return linked and bool(FOOTNOTE.fullmatch(node.text(deep=True)))


def _looked(node: LexborNode, look: _Look) -> _Look:
    """The look inside ``node``."""
    tag, style = node.tag, node.attributes.get("style") or ""
    bold = look.bold or tag in BOLD_TAGS or bool(BOLD_STYLE.search(style))
    return _Look(
        bold=bold and not LIGHT_STYLE.search(style),
        struck=look.struck or tag in STRUCK_TAGS or bool(STRUCK_STYLE.search(style)),
        heading=look.heading or tag in HEADINGS,
        kept_spaces=look.kept_spaces or tag == "pre",
        own_header=look.own_header or tag in OWN_HEADER,
        depth=look.depth + 1,
    )


def _first_number(node: LexborNode) -> int:
    return _number(node.attributes.get("start"), 1) if node.tag == "ol" else 1


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and NUMBER.match(text.strip()) else otherwise


def _mark(parent: LexborNode, number: int) -> str:
    """The mark that browsers draw before an item."""
    if parent.tag != "ol":
        return "- "
    kind = parent.attributes.get("type") or "1"
    if kind in ("a", "A") and 1 <= number <= 26:
        return chr(ord(kind) + number - 1) + ". "
    return f"{number}. "
