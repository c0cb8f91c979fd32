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
BEHIND = re.compile(r'<a href="([^"]*behind=[^"]*)" title="(\d+) ')
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
        ("votes", {"view": "parties"}, {"Enighet"}),
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
        app = show(page, **{**query, **asked})
        assert not app.exception, asked
        shown = html(app).split('<section id="passage">')[1]
        rows = shown.split("</section>")[0].split("<tbody>")[1]
        assert rows.count("<tr>") == min(count, MOST), asked
        assert f" {count} " in shown.split("</h3>")[0]


SHOWN = [
    ("issues", {"part": "topics"}, {"dissent.n"}),
    ("majority", {"view": "crossings"}, {"crossing_rates.n", "crossing_rates.crossed"}),
    ("majority", {"view": "gap", "by_year": "false"}, {"gap.n_gap", "gap.n_unity"}),
    ("majority", {"view": "gap", "by_year": "true"}, {"gap.n_gap", "gap.n_unity"}),
    ("majority", {"view": "tenure"}, {"tenure.n"}),
    ("majority", {"view": "power"}, {f"influence.{one}" for one in ("n", "tipped", "felled")}),
    ("votes", {"view": "parties"}, {"breakers.votes", "breakers.breaks"}),
    ("votes", {"view": "time"}, {"break_tests.n_before", "break_tests.n_after", "conflict.n"}),
    ("agreement", {"view": "groups"}, {"means.n", "means.pairs", "governing_means.pairs"}),
    (
        "agreement",
        {"view": "groups", "behind": "governing_means.pairs|between"},
        {"mean_pairs.n"},
    ),
    (
        "parties",
        {"which": "S", "tab": "proposals"},
        {
            f"{name}.{one}"
            for name in ("own_proposals", "party_dissent")
            for one in ("n", "hits")
        },
    ),
]
"""The figures that a page has of each report; tests/reports/test_behind.py walks every one."""


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(("page", "query", "figures"), SHOWN)
def test_every_kind_of_figure_is_a_link_to_its_rows(
    page: str,
    query: dict[str, str],
    figures: set[str],
    language: str,
    demo_store: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("STANDPUNKT_STORE", str(demo_store))
    links = BEHIND.findall(html(show(page, **query, lang=language)))
    found = [(int(n), dict(parse_qsl(urlsplit(unescape(to)).query))) for to, n in links]
    most = {asked["behind"].split("|")[0]: (n, asked) for n, asked in sorted(found, key=str)}

    assert figures <= most.keys()
    for figure in figures:
        n, asked = most[figure]
        app = show(page, **{**query, **asked, "lang": language})
        assert not app.exception, asked
        shown = html(app)
        passage = shown.split('<section id="passage">')[1].split("</section>")[0]
        assert passage.split("<tbody>")[1].count("<tr>") == min(n, MOST), asked
        assert f" {n} " in passage.split("</h3>")[0]


def test_a_figure_that_nobody_knows_is_told(
    demo_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANDPUNKT_STORE", str(demo_store))

    shown = html(show("majority", view="tenure", behind="tenure.n|XX||True"))

    assert "behind=tenure.n|XX||True" in shown
    assert "passage" not in shown


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
        ("parties", {}, "n, V", "{n} beslut"),
        ("parties", {"which": "V"}, "n, V", "{n} beslut"),
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
