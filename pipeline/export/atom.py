"""Feeds as files: Atom (RFC 4287), and lists of feeds as OPML 2.0 and HTML."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from xml.etree import ElementTree

NAMESPACE = "http://www.w3.org/2005/Atom"
AUTHOR = "Ståndpunkt"
# What XML 1.0 cannot hold, however it is escaped.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to read. ``updated`` is an RFC 3339 time; ``lines`` and ``quote`` are plain
    text; ``link`` leads to the case and ``source`` to the words in their document."""

    id: str
    title: str
    updated: str
    link: str
    source: str
    lines: tuple[str, ...]
    quote: str
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed and its entries, the newest first; ``name`` is its file's."""

    name: str
    id: str
    title: str
    subtitle: str
    updated: str
    link: str
    address: str
    entries: tuple[Entry, ...] = ()


def atom(feed: Feed) -> bytes:
    """The feed as an Atom document."""
    root = ElementTree.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "sv"})
    _told(root, id=feed.id, title=feed.title, subtitle=feed.subtitle, updated=feed.updated)
    _told(ElementTree.SubElement(root, "author"), name=AUTHOR)
    _link(root, "alternate", feed.link)
    _link(root, "self", feed.address)
    for entry in feed.entries:
        _entry(ElementTree.SubElement(root, "entry"), entry)
    return _written(root)


def opml(title: str, feeds: Iterable[Feed]) -> bytes:
    """The feeds as a list that a reader of feeds takes in at once."""
    root = ElementTree.Element("opml", {"version": "2.0"})
    _told(ElementTree.SubElement(root, "head"), title=title)
    body = ElementTree.SubElement(root, "body")
    for feed in feeds:
        names = {"type": "rss", "text": feed.title, "title": feed.title}
        addresses = {"xmlUrl": feed.address, "htmlUrl": feed.link}
        given = {name: _writable(text) for name, text in (names | addresses).items()}
        ElementTree.SubElement(body, "outline", given)
    return _written(root)


def page(title: str, notice: str, feeds: Sequence[Feed]) -> bytes:
    """The feeds as a page with a link to each."""
    items = "\n".join(
        f'<li><a href="{escape(feed.name)}">{escape(feed.title)}</a>'
        f" ({len(feed.entries)})</li>"
        for feed in feeds
    )
    text = (
        '<!DOCTYPE html>\n<html lang="sv">\n<head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head>\n<body>\n<h1>{escape(title)}</h1>\n"
        f"<p>{escape(notice)}</p>\n<ul>\n{items}\n</ul>\n</body>\n</html>\n"
    )
    return _writable(text).encode()


def _entry(element: ElementTree.Element, entry: Entry) -> None:
    _told(element, id=entry.id, title=entry.title, updated=entry.updated)
    _link(element, "alternate", entry.link)
    _link(element, "via", entry.source)
    for term in entry.categories:
        ElementTree.SubElement(element, "category", {"term": _writable(term)})
    content = ElementTree.SubElement(element, "content", {"type": "html"})
    told = "".join(f"<p>{escape(line)}</p>" for line in entry.lines)
    content.text = _writable(f"{told}<blockquote>{escape(entry.quote)}</blockquote>")


def _told(element: ElementTree.Element, **texts: str) -> None:
    for name, text in texts.items():
        ElementTree.SubElement(element, name).text = _writable(text)


def _link(element: ElementTree.Element, relation: str, address: str) -> None:
    ElementTree.SubElement(element, "link", {"rel": relation, "href": _writable(address)})


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", text)


def _written(root: ElementTree.Element) -> bytes:
    ElementTree.indent(root)
    made: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"
