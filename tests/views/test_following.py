"""Feeds that the pages tell of, and charts that stand in other pages as they stand here."""

from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest

from pipeline.export.feeds import file_of
from pipeline.settings import feeds_address
from tests.stores import add
from tests.views.stores import divided_meeting, many_meetings
from tests.views.test_pages import html, show
from tests.views.test_pages import store as store
from views.following import command
from views.markup import STACKED, count, table


@pytest.mark.parametrize(
    ("named", "address"),
    [
        ("", ""),
        ("https://floden.example/a", "https://floden.example/a/"),
        ("https://floden.example/", "https://floden.example/"),
        ("javascript:alert(1)", ""),
    ],
)
def test_feeds_are_linked_only_where_they_are_published(
    named: str, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANDPUNKT_FEEDS", named)

    assert feeds_address() == address


@pytest.mark.parametrize(
    ("page", "query", "said"),
    [
        ("search", {"q": "ny brygga"}, "--search 'ny brygga'"),
        ("search", {"q": "'; rm -rf"}, """--search ''"'"'; rm -rf'"""),
        ("search", {"party": "V"}, "--party V"),
        ("parties", {"which": "S"}, "--party S"),
    ],
)
def test_the_command_of_a_feed_is_told(
    page: str, query: dict[str, str], said: str, store: Path
) -> None:
    many_meetings(store)

    codes = [code.value for code in show(page, **query).code]

    assert any("standpunkt feeds" in code and said in code for code in codes)


def test_a_published_feed_is_linked(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANDPUNKT_FEEDS", "https://floden.example")
    many_meetings(store)

    way = f"https://floden.example/{file_of('party', 'S')}"
    assert way in html(show("parties", which="S"))


def test_a_command_names_the_store_and_every_feed(store: Path) -> None:
    told = command([("party", "S"), ("topic", "skola")])

    assert str(store) in told
    assert told.endswith("--party S --topic skola")


@pytest.mark.parametrize(
    ("page", "query", "chart"),
    [
        ("overview", {}, "decisions"),
        ("agreement", {"municipality": "Näset"}, "agreement"),
        ("agreement", {"contested": "false", "lang": "en"}, "agreement"),
        ("search", {"q": "dyr", "step": "quarter"}, "usage"),
    ],
)
def test_an_embedded_chart_says_what_is_chosen(
    page: str, query: dict[str, str], chart: str, store: Path
) -> None:
    many_meetings(store)
    # few meetings in another municipality, but as many as pairs of parties must have there
    months = range(1, 11 if "municipality" in query else 2)
    elsewhere = (
        divided_meeting(f"o{month}", municipality="Näset", date=f"2021-{month:02d}-05")
        for month in months
    )
    add(store, *elsewhere)

    asked = _embedded(show(page, **query).code, chart)

    usual = {"municipality": "Tallvik", "contested": "true", "lang": "sv", "embed": "true"}
    assert {name: asked[name] for name in usual | query} == usual | query


def _embedded(codes: object, chart: str) -> dict[str, str]:
    """The parameters of the address in a chart's code."""
    frames = [code.value for code in codes if f"chart={chart}&" in code.value]  # type: ignore[attr-defined]
    address = frames[0].split('src="')[1].split('"')[0].replace("&amp;", "&")
    return {name: values[-1] for name, values in parse_qs(urlparse(address).query).items()}


@pytest.mark.parametrize(
    ("labels", "said"), [(["<f>", "n"], "&lt;f&gt;"), ([], "för")], ids=["labels", "headings"]
)
def test_stacked_cells_say_what_they_are(labels: list[str], said: str) -> None:
    headings, rows = ["Parti", "<b>för</b>", "n"], [["S", "2", count(0)]]

    made = table(headings, rows, caption="c", kind=f"sp-numbers {STACKED}", labels=labels)

    assert f'<td data-label="{said}">2</td>' in made
    assert "sp-zero" in made
    assert "data-label" not in table(headings, rows, caption="c")
