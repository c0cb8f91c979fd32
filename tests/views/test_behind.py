"""Every figure opens to as many rows as it tells."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.views.test_pages import html, show
from views.behind import opens
from views.links import ADDRESSES

LINK = re.compile(r'<a href="([^"]*)" title="(\d+) \(([^"]*)\): visa raderna bakom"')
MEASURED = {"Beslut med avvikande mening", "Beslut med votering", "Omstridda beslut"}
MOST = 40
"""Rows that a page shows at once."""


def opened(page: str, **query: str) -> list[tuple[int, str, dict[str, str]]]:
    """The figures of a page that open to rows: how many, of what, and the address's query."""
    app = show(page, **query)
    assert not app.exception
    return [
        (int(count), about, dict(parse_qsl(urlsplit(unescape(address)).query)))
        for address, count, about in LINK.findall(html(app))
    ]


@pytest.mark.parametrize(
    ("page", "query", "kinds"),
    [
        ("votes", {"view": "time"}, {"n", "Jämna", "Någon avstod"}),
        ("votes", {"view": "time", "municipality": "all"}, MEASURED),
        ("agreement", {"view": "groups"}, {"n"}),
        ("votes", {"view": "parties"}, {"Rice", "Enighetsindex", "Mot linjen"}),
        ("votes", {"view": "time", "step": "term", "body": "Kommunfullmäktige"}, {"n"}),
    ],
)
def test_a_figure_opens_to_as_many_rows(
    page: str,
    query: dict[str, str],
    kinds: set[str],
    demo_store: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("STANDPUNKT_STORE", str(demo_store))
    found = opened(page, **query)
    most = {about.split(", ")[0]: (n, asked) for n, about, asked in sorted(found, key=str)}

    assert kinds <= most.keys()
    for count, asked in most.values():
        shown = html(show(page, **{**query, **asked})).split('<section id="passage">')[1]
        rows = shown.split("</section>")[0].split("<tbody>")[1]
        assert rows.count("<tr>") == min(count, MOST), asked
        assert f" {count} " in shown.split("</h3>")[0]


@pytest.mark.parametrize(("figure", "linked"), [("12", True), ("1 200", True), ("0", False)])
def test_nothing_is_no_link(figure: str, linked: bool) -> None:
    assert ("<a " in opens("voteringar?of=n", figure, about="n")) == linked


PAGES = {address.strip("."): page for page, address in ADDRESSES.items()}


@pytest.mark.parametrize(
    ("page", "query", "about", "said"),
    [
        ("overview", {}, "dokument lästa", "{n} dokument"),
        ("overview", {}, "beslut", "{n} beslut"),
        ("overview", {}, "omstridda beslut", "{n} beslut"),
        ("issues", {"part": "stances"}, "n, V", "{n} beslut"),
        ("majority", {"view": "crossings"}, "Lämnade styrets linje, V", "{n} gånger"),
        ("majority", {"view": "crossings"}, "Stod med styret, V", "{n} gånger"),
        ("majority", {"view": "power"}, "n, V", "{n} ärenden"),
    ],
)
def test_a_figure_leads_to_a_list_of_as_many(
    page: str,
    query: dict[str, str],
    about: str,
    said: str,
    demo_store: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("STANDPUNKT_STORE", str(demo_store))
    (address, n), *_ = [
        (unescape(address), n)
        for address, n, named in LINK.findall(html(show(page, **query)))
        if named == about
    ]
    path = urlsplit(address).path
    asked = dict(parse_qsl(urlsplit(address).query))

    shown = html(show(PAGES[path], **asked))

    assert re.search(rf"[>\s]{said.format(n=n)}\b", shown)
