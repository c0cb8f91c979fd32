"""An address that asks for what nobody here knows says so, and the rest of it holds."""

from pathlib import Path

import pytest

from tests.views.test_pages import html, show
from views.language import LANGUAGES, texts

PAGES = (
    *("overview", "meetings", "issues", "search", "parties", "agreement", "majority"),
    *("votes", "people", "sources", "case", "story", "method", "chart"),
)
REST = {"party": "S"}


def told(asked: str, language: str = "sv") -> str:
    """What is said of a parameter that is not known."""
    return texts(language)["frame.not_known"].format(asked=asked)


@pytest.fixture(autouse=True)
def _demo(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STANDPUNKT_STORE", str(demo_store))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_an_unknown_filter_is_told_on_every_page_and_the_rest_holds(
    page: str, language: str
) -> None:
    app = show(page, lang=language, topic="trollkonst", **REST)

    assert not app.exception
    assert told("topic=trollkonst", language) in html(app)
    assert "topic" not in app.query_params
    assert app.query_params["party"] in ("S", ["S"])


@pytest.mark.parametrize(
    ("page", "key", "value"),
    [
        ("issues", "lang", "fi"),
        ("issues", "municipality", "Trollby"),
        ("issues", "body", "Trollnämnden"),
        ("issues", "topic", "trollkonst"),
        ("issues", "item_type", "besvärjelse"),
        ("issues", "from", "igår"),
        ("issues", "from", "2021-02-31"),
        ("issues", "to", "1850-01-01"),
        ("issues", "contested", "kanske"),
        ("agreement", "silence", "kanske"),
        ("agreement", "view", "troll"),
        ("issues", "part", "troll"),
        ("votes", "view", "troll"),
        ("votes", "order", "troll"),
        ("parties", "tab", "troll"),
        ("sources", "view", "troll"),
        ("search", "sort", "troll"),
    ],
)
def test_what_nobody_knows_is_told(page: str, key: str, value: str) -> None:
    app = show(page, **{key: value}, **REST)

    assert not app.exception
    assert told(f"{key}={value}") in html(app)
    assert value not in app.query_params.get(key, "")


@pytest.mark.parametrize(
    ("page", "query", "asked"),
    [
        ("agreement", {"view": "pairs", "of": "ZZ"}, "of=ZZ"),
        ("agreement", {"view": "groups", "behind": "means.n|ZZ"}, "behind=means.n|ZZ"),
        ("agreement", {"view": "pair", "part": "trollkonst"}, "part=trollkonst"),
        ("agreement", {"view": "pair", "part": "1850-01-01..1850-12-31"}, "part=1850"),
        ("agreement", {"first": "ZZ", "second": "S"}, "first=ZZ"),
        ("agreement", {"view": "compare", "supports": "ZZ"}, "supports=ZZ"),
        ("agreement", {"view": "signed", "first": "ZZ"}, "first=ZZ"),
        ("votes", {"view": "parties", "of": "ZZ"}, "of=ZZ"),
        ("votes", {"view": "parties", "of": "S", "figure": "troll"}, "figure=troll"),
        ("votes", {"view": "parties", "person": "Tage Troll"}, "person=Tage Troll"),
        ("votes", {"view": "time", "period": "1850-01-01"}, "period=1850-01-01"),
        ("votes", {"view": "time", "behind": "conflict.n|Trollnämnden"}, "behind=conflict.n"),
        ("parties", {"which": "S", "stance": "troll"}, "stance=troll"),
        ("parties", {"which": "S", "tab": "allies", "with": "ZZ"}, "with=ZZ"),
        ("chart", {"chart": "conflict", "measure": "troll"}, "measure=troll"),
    ],
)
def test_what_only_a_part_of_a_page_asks_for(
    page: str, query: dict[str, str], asked: str
) -> None:
    app = show(page, **query)

    assert not app.exception
    assert f"”{asked}" in html(app)


@pytest.mark.parametrize(
    ("page", "query", "said"),
    [
        ("case", {"case": "troll"}, "case.unknown"),
        ("people", {"person": "troll"}, "people.unknown"),
        ("sources", {"document": "troll"}, "sources.unknown"),
        ("votes", {"vote": "troll"}, "votes.no_vote"),
        ("meetings", {"meeting": "troll"}, "meetings.unknown"),
        ("parties", {"which": "ZZ"}, "parties.unknown"),
        ("majority", {"decision": "troll"}, "wordings.unknown"),
        ("chart", {"chart": "troll"}, "chart.unknown"),
    ],
)
def test_an_unknown_thing_explains_itself_and_offers_a_way_on(
    page: str, query: dict[str, str], said: str
) -> None:
    shown = html(show(page, **query))

    assert texts("sv")[said] in shown
    assert "<a href=" in shown.split(texts("sv")[said])[0] + shown.split("sp-empty")[1]


@pytest.mark.parametrize(
    "query",
    [
        {"municipality": "all", "contested": "false", "lang": "en"},
        {
            "topic": "all",
            "item_type": "motion",
            "from": "2021-02-04",
            "words": "brygga",
        },
        {"body": "Kommunstyrelsen", "party": "V"},
    ],
)
def test_what_is_known_is_not_told(query: dict[str, str]) -> None:
    shown = html(show("issues", **query))

    assert all(told(f"{key}={value}") not in shown for key, value in query.items())
    assert 'role="status"' not in shown


def test_a_choice_that_another_choice_takes_away_is_no_unknown_address() -> None:
    app = show("issues", part="topics")
    app.selectbox(key="topic sv").select_index(1).run()

    assert 'role="status"' not in html(app)


def test_what_is_told_is_escaped() -> None:
    assert "<img" not in html(show("issues", topic="<img src=x onerror=alert(1)>"))
