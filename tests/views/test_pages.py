"""Every page, in both languages, on stores with nothing, little and more in them."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pipeline.models import Extraction
from pipeline.settings import ROOT
from tests.stores import add
from tests.views.stores import divided_meeting, many_meetings, question, quiet_meeting
from views.language import LANGUAGES, texts

PAGES = (
    *("overview", "meetings", "issues", "search", "parties", "agreement", "majority"),
    *("votes", "people", "sources", "case", "story", "method"),
)
HOSTILE = "<img src=x onerror=alert(1)> **fet** $x$ [länk](javascript:alert(1))"

Show = Callable[..., AppTest]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the dashboard takes for its store."""
    monkeypatch.setenv("STANDPUNKT_STORE", str(tmp_path))
    return tmp_path


def show(page: str, /, **query: str) -> AppTest:
    """Run a page of the dashboard with query parameters."""
    app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    with pytest.MonkeyPatch.context() as patched:
        # The first run only makes the pages known; with nothing to show it is the quickest.
        patched.setenv("STANDPUNKT_STORE", str(ROOT / "no store"))
        app.run()
    app.switch_page(f"views/pages/{page}.py")
    for key, value in query.items():
        app.query_params[key] = value
    return app.run()


def html(app: AppTest) -> str:
    """All HTML that the page shows, but for its styles."""
    shown = [element.proto.body for element in app.get("html")]
    return "\n".join(body for body in shown if not body.startswith("<style"))


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory, demo_store: Path) -> dict[str, Path]:
    """Stores that are only read: with nothing, with one document, with the demo."""
    one = add(tmp_path_factory.mktemp("one"), divided_meeting())
    return {"empty": tmp_path_factory.mktemp("empty"), "one": one, "demo": demo_store}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["empty", "one", "demo"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_runs(
    page: str,
    kind: str,
    language: str,
    stores: dict[str, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("STANDPUNKT_STORE", str(stores[kind]))

    app = show(page, lang=language)

    assert not app.exception
    assert texts(language)[f"{page}.title"] in html(app)
    if kind == "empty" and page != "method":
        assert texts(language)["frame.empty"] in html(app)
        assert any("standpunkt ingest" in code.value for code in app.code)


@pytest.mark.parametrize("page", ["overview", "issues", "agreement"])
@pytest.mark.parametrize(
    ("meeting", "said"),
    [(question, "frame.no_decisions"), (quiet_meeting, None)],
)
def test_a_store_without_positions_explains_itself(
    page: str, meeting: Callable[[], Extraction], said: str | None, store: Path
) -> None:
    add(store, meeting())

    app = show(page)

    assert not app.exception
    if said:
        assert texts("sv")[said] in html(app)
        assert "standpunkt ingest" in html(app)


def test_the_case_page_says_who_decided(store: Path) -> None:
    add(store, divided_meeting())

    shown = html(show("case", case="d1:1"))

    assert "4 platser mot 3; hade V eller S bytt sida hade utgången blivit en annan." in shown
    assert "Göran Ek (M) och Lisa Holm (L) reserverar sig mot beslutet" in shown
    assert "kallor?document=d1&amp;start=" in shown


def test_an_unknown_case_explains_itself_and_offers_others(store: Path) -> None:
    add(store, divided_meeting())

    shown = html(show("case", case="finns-inte"))

    assert texts("sv")["case.unknown"] in shown
    assert "Ny brygga i gästhamnen" in shown


def test_an_unknown_document_explains_itself(store: Path) -> None:
    add(store, divided_meeting())

    assert texts("sv")["sources.unknown"] in html(show("sources", document="finns-inte"))


def test_a_quote_opens_its_place_in_the_source(store: Path) -> None:
    add(store, divided_meeting())

    shown = html(show("sources", document="d1", start="101", end="110"))

    assert 'id="passage"' in shown
    assert "reservation M, L" in shown or "reservation L, M" in shown


def test_a_broken_span_in_the_address_still_shows_the_text(store: Path) -> None:
    add(store, divided_meeting())

    app = show("sources", document="d1", start="900", end="-3")

    assert not app.exception
    assert "Hamnnämnden i Tallvik" in html(app)


def test_filters_narrow_every_page_down(store: Path) -> None:
    many_meetings(store)

    app = show("issues", body="Hamnnämnden")

    assert "6 beslut" in html(app)
    assert app.query_params["body"] == "Hamnnämnden"


def test_links_carry_the_filters_and_the_language_along(store: Path) -> None:
    many_meetings(store)

    shown = html(show("agreement", lang="en", body="Hamnnämnden", silence="true"))

    links = [part.split('"')[0] for part in shown.split('href="samsyn?')[1:]]
    assert links
    for link in links:
        assert "lang=en" in link
        assert "body=Hamnn%C3%A4mnden" in link
        assert "silence=true" in link


def test_agreement_opens_to_its_decisions(store: Path) -> None:
    many_meetings(store)

    app = show("agreement", first="L", second="M")

    assert len(app.get("plotly_chart")) == 1
    assert "L och M: 12 gemensamma beslut" in html(app)
    assert "76–100\N{NO-BREAK SPACE}%" in html(app)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({}, "<br>Tallvik<br>"),
        (
            {"body": "Hamnnämnden", "from": "2021-02-04"},
            "<br>Tallvik · Hamnnämnden · från 4 februari 2021<br>",
        ),
        (
            {"party": "L", "words": "brygga", "item_type": "förslag"},
            "<br>Tallvik · L · förslag · ”brygga”<br>",
        ),
    ],
)
def test_a_chart_names_what_it_is_limited_to(
    query: dict[str, str], told: str, store: Path
) -> None:
    many_meetings(store)

    charts = show("overview", **query).get("plotly_chart")

    notes = [json.loads(chart.proto.spec)["layout"]["annotations"][-1] for chart in charts]
    assert len(notes) == 1
    assert told in notes[0]["text"]
    assert texts("sv")["chart.save_picture"] in charts[0].proto.config


def test_the_method_is_read_without_a_store(store: Path) -> None:
    assert html(show("method")).count('class="sp-part"') > 10


def test_a_case_is_put_in_the_basket_and_taken_out(store: Path) -> None:
    add(store, divided_meeting())

    app = show("case", case="d1:1")
    app.button(key="basket case").click().run()
    assert app.query_params["basket"] == "d1:1"
    app.button(key="basket case").click().run()

    assert "basket" not in app.query_params


def test_the_basket_survives_a_change_of_page_and_is_carried_by_links(store: Path) -> None:
    add(store, divided_meeting())

    app = show("overview", basket="d1:1")
    app.switch_page("views/pages/story.py").run()

    assert "Ny brygga i gästhamnen" in html(app)
    assert "basket=d1%3A1" in html(app)
    assert app.query_params["basket"] == "d1:1"


def test_a_gathered_chart_is_drawn_with_the_filters_it_was_saved_with(store: Path) -> None:
    many_meetings(store)

    app = show("story", basket="agreement?from=2021-02-04&contested=true,decisions?")

    assert not app.exception
    assert len(app.get("plotly_chart")) == 2
    assert "från 4 februari 2021" in html(app)


@pytest.mark.parametrize("basket", ["finns-inte", "finns-inte?a=b", "?", "<img>"])
def test_what_is_no_longer_there_explains_itself(basket: str, store: Path) -> None:
    add(store, divided_meeting())

    app = show("story", basket=basket)

    assert not app.exception
    assert "finns inte i det som är inläst nu" in html(app)
    assert "<img" not in html(app)


def test_a_case_can_be_cited_in_both_languages(store: Path) -> None:
    add(store, divided_meeting())

    _, *cited = [code.value for code in show("case", case="d1:1").code]

    assert "§ 1, s. 1: ”Ny brygga i gästhamnen”" in cited[0]
    assert "minutes" in cited[1]
    assert all("arende?case=d1%3A1" in one for one in cited)


def test_the_overview_tells_what_parted_the_parties_at_each_meeting(store: Path) -> None:
    add(store, divided_meeting())

    shown = html(show("overview"))

    assert "i ett gick partierna isär" in shown
    assert "Läst: 1 dokument från 1 organ" in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_an_invented_store_says_so_on_every_page(
    page: str, language: str, store: Path
) -> None:
    add(store, divided_meeting(invented=True))

    assert texts(language)["frame.invented"] in html(show(page, lang=language))


@pytest.mark.parametrize("page", [name for name in PAGES if name != "case"])
def test_nothing_from_a_document_is_markup(page: str, store: Path) -> None:
    add(store, _hostile())

    app = show(page)

    assert not app.exception
    assert "<img" not in html(app)


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("case", {"case": "d1:1"}),
        ("story", {"basket": "d1:1"}),
        ("sources", {"document": "d1"}),
    ],
)
def test_nothing_from_an_opened_document_is_markup(
    page: str, query: dict[str, str], store: Path
) -> None:
    add(store, _hostile())

    shown = html(show(page, **query))

    assert "<img" not in shown
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown


def _hostile() -> Extraction:
    meeting = divided_meeting(
        title=HOSTILE, text=HOSTILE * 4, body=HOSTILE, source=HOSTILE, findings=(HOSTILE,)
    )
    return replace(
        meeting,
        cases=tuple(
            replace(case, title=HOSTILE, body=HOSTILE, decision=(HOSTILE,), reference=HOSTILE)
            for case in meeting.cases
        ),
        statements=tuple(
            replace(one, text=HOSTILE, persons=(HOSTILE,), body=HOSTILE)
            for one in meeting.statements
        ),
        positions=tuple(
            replace(one, quote=HOSTILE, party=f"<img {one.party}>", body=HOSTILE)
            for one in meeting.positions
        ),
    )


@pytest.mark.parametrize("tab", ["positions", "allies", "proposals", "timeline", "demands"])
def test_every_part_of_a_party_runs_and_is_escaped(tab: str, store: Path) -> None:
    add(store, _hostile())

    app = show("parties", which="<img S>", tab=tab, contested="false")

    assert not app.exception
    assert "&lt;img S&gt;" in html(app)
    assert "<img" not in html(app)


def test_a_count_by_stance_leads_to_positions_with_quotes(store: Path) -> None:
    many_meetings(store)

    shown = html(show("parties", which="M", stance="against"))

    assert "emot beslutet 12" in shown
    assert shown.count("bryggan är för dyr") == 12


def test_an_unknown_party_or_person_explains_itself(store: Path) -> None:
    many_meetings(store)

    assert texts("sv")["parties.unknown"] in html(show("parties", which="XYZ"))
    assert texts("sv")["people.unknown"] in html(show("people", person="finns-inte"))


@pytest.mark.parametrize(
    ("query", "opened"),
    [
        ({"party": "M"}, True),
        ({"party": "M", "which": "S"}, True),
        ({"party": "M", "which": "XYZ"}, False),
        ({}, False),
    ],
)
def test_the_one_party_of_the_filter_is_opened(
    query: dict[str, str], opened: bool, store: Path
) -> None:
    add(store, divided_meeting())

    app = show("parties", **query)

    assert not app.exception
    assert ("sp-head" in html(app)) == opened


def test_allies_on_too_few_decisions_are_a_table_and_no_empty_chart(store: Path) -> None:
    add(store, divided_meeting())

    app = show("parties", which="S", tab="allies")

    assert not app.get("plotly_chart")
    assert texts("sv")["pairs.few"] in html(app)
