"""The search page and the parts of *Sakfrågor*: permalinks, marks, facets, escaping."""

import re
from pathlib import Path

import pytest

from tests.stores import add
from tests.views.stores import divided_meeting, many_meetings, quiet_meeting
from tests.views.test_pages import HOSTILE, html, show
from tests.views.test_pages import store as store
from views.language import texts


def test_a_search_is_a_permalink_with_marks_facets_and_usage(store: Path) -> None:
    many_meetings(store)

    app = show("search", q="dyr", body="Hamnnämnden", sort="datum")
    shown = html(app)

    assert not app.exception
    assert "6 träffar" in shown
    assert "<mark>dyr</mark>" in shown
    assert "q=dyr&amp;sort=datum&amp;act=" not in shown
    assert "what=statement" not in shown
    assert "kallor?document=d1&amp;start=" in shown
    assert app.query_params["sort"] == "datum"


def test_a_facet_narrows_and_lets_go(store: Path) -> None:
    many_meetings(store)

    every, narrow = show("search", q="brygga"), show("search", q="brygga", what="title")

    assert "what=title" in html(every)
    assert 'aria-current="true"' in html(narrow)
    assert "12 träffar" in html(narrow)


@pytest.mark.parametrize(
    ("typed", "said"),
    [("brigga", "visar träffar för brygga"), ("dyr hamster", "search.loosened")],
)
def test_what_was_searched_instead_is_said(typed: str, said: str, store: Path) -> None:
    many_meetings(store)

    assert texts("sv").get(said, said) in html(show("search", q=typed))


def test_more_pages_are_reached_by_link_and_a_page_too_far_is_empty(store: Path) -> None:
    many_meetings(store)

    shown = html(show("search", page="2"))

    assert "sida 2 av" in shown
    assert "page=1" in shown
    assert not show("search", page="99999").exception


@pytest.mark.parametrize("query", [HOSTILE, '"', "-", "parti:", "<mark>", "a" * 500])
def test_any_search_is_text(query: str, store: Path) -> None:
    add(store, divided_meeting(title=HOSTILE))

    app = show("search", q=query)

    assert not app.exception
    assert "<img" not in html(app)


@pytest.mark.parametrize("part", ["topics", "stances", "words", "demands", "criticism"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_part_of_issues_runs(part: str, language: str, store: Path) -> None:
    many_meetings(store)

    assert not show("issues", part=part, lang=language).exception


def test_words_in_the_title_lead_to_the_stances(store: Path) -> None:
    many_meetings(store)

    assert texts("sv")["stance_table.caption"] in html(show("issues", words="brygga"))


def test_without_topics_the_stances_are_shown_and_it_is_said(store: Path) -> None:
    add(store, divided_meeting())

    shown = html(show("issues"))

    assert texts("sv")["topics.none"] in shown
    assert texts("sv")["stance_table.caption"] in shown


@pytest.mark.parametrize(("words", "said"), [("brygga", True), ("", False)])
def test_a_filter_that_the_search_leaves_aside_is_named(
    words: str, said: bool, store: Path
) -> None:
    many_meetings(store)

    shown = html(show("search", q="dyr", words=words))

    assert (texts("sv")["search.not_filtered"] in shown) == said


def test_a_search_among_contested_matters_leads_to_all(store: Path) -> None:
    add(store, divided_meeting("d1"), quiet_meeting("d2"))

    narrow, every = (
        html(show("search", q="brygga", contested=one)) for one in ("true", "false")
    )

    assert "document=d1" in narrow
    assert "document=d2" not in narrow
    assert "contested=false" in narrow
    assert "document=d2" in every
    assert texts("sv")["filters.all_decisions"] in every


def test_a_title_that_was_found_stands_once(store: Path) -> None:
    many_meetings(store)

    shown = html(show("search", q="brygga", what="title"))

    assert "<mark>" in shown
    assert "sp-snippet" not in shown


def test_where_no_criticism_names_anybody_another_kind_is_shown_and_that_is_said(
    demo_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANDPUNKT_STORE", str(demo_store))
    none = texts("sv")["criticism.none"].format(kind="kritik")

    first = html(show("issues", part="criticism"))
    asked = html(show("issues", part="criticism", kind="kritik"))

    assert re.search("Här visas i stället (krav|stöd)[.]", first)
    assert 'class="sp-scroll"' in first
    assert none not in first
    assert none in asked
    assert "kind=krav" in asked


@pytest.mark.parametrize("period", ["whole", "term", "year", "quarter", "wrong"])
def test_criticism_runs_for_every_period(period: str, store: Path) -> None:
    many_meetings(store)

    assert not show("issues", part="criticism", period=period).exception
