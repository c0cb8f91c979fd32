"""A reader's walk through the dashboard in Chromium, on a wide screen and on a telephone."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import REQUIRES_CHROMIUM, go_to, open_sidebar, serve
from tests.views.stores import many_meetings
from views.canvas import LABEL as SMALLEST
from views.language import texts

pytestmark = REQUIRES_CHROMIUM


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard, served on a store of twelve meetings."""
    with serve(many_meetings(tmp_path_factory.mktemp("store"))) as url:
        yield url


def test_from_the_overview_to_the_sentence_in_the_source(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_role("heading", name="Översikt", exact=True)).to_be_visible()
    page.get_by_role("link", name="Ny brygga i gästhamnen").first.click()

    expect(page.get_by_text("4 platser mot 3; hade V eller S bytt sida")).to_be_visible()
    quote = page.locator("blockquote", has_text="bryggan är för dyr").first
    expect(quote).to_be_visible()
    card = page.locator("article", has=page.locator("blockquote", has_text="för dyr"))
    card.get_by_role("link", name="Visa i källan").first.click()

    target = page.locator("mark#passage")
    expect(target).to_be_in_viewport()
    expect(target).to_contain_text("reserverar sig mot beslutet")
    _fits(page)


def test_the_language_and_the_filters_stay_through_pages_and_reload(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/sakfragor?body=Hamnn%C3%A4mnden")
    expect(page.get_by_text("6 beslut")).to_be_visible()
    open_sidebar(page)
    page.get_by_role("radio", name="English").or_(
        page.get_by_role("button", name="English")
    ).click()
    expect(page.get_by_role("heading", name="Issues")).to_be_attached()
    expect(page).to_have_url(_holding("lang=en"))
    go_to(page, "Parties", "Agreement")

    expect(page.get_by_role("heading", name="Agreement", exact=True)).to_be_attached()
    expect(page.get_by_text(re.compile("^6 decisions"))).to_be_attached()
    page.reload()
    expect(page.get_by_text(re.compile("^6 decisions"))).to_be_attached()
    assert "lang=en" in page.url
    assert "body=" in page.url


@pytest.mark.parametrize("path", ["", "sakfragor", "samsyn", "kallor", "kallor?document=d3"])
def test_no_page_is_wider_than_the_screen(path: str, page: Page, address: str) -> None:
    page.goto(f"{address}/{path}")
    expect(page.locator("h1.sp-title")).to_be_visible()
    expect(page.locator("table, .sp-document, .sp-empty").first).to_be_visible()

    _fits(page)


@pytest.mark.parametrize("path", ["", "samsyn"])
def test_no_chart_is_cut_at_its_edges(path: str, page: Page, address: str) -> None:
    page.goto(f"{address}/{path}")
    around = page.locator(
        ".stElementContainer", has=page.get_by_test_id("stPlotlyChart")
    ).first
    expect(around).to_be_visible()
    expect(around).to_have_css("overflow", "visible")


@pytest.mark.parametrize(
    "path", ["", "samsyn", "samsyn?view=pair", "sakfragor?part=demands", "majoritet?view=gap"]
)
def test_no_print_in_a_chart_is_too_small_to_read(path: str, page: Page, demo: str) -> None:
    page.goto(f"{demo}/{path}")
    drawn = page.locator(".js-plotly-plot").first
    expect(drawn.locator(".infolayer text").first).to_be_visible()

    sizes = drawn.locator("text, tspan").evaluate_all(
        "nodes => nodes.filter(one => one.textContent.trim())"
        ".map(one => parseFloat(getComputedStyle(one).fontSize))"
    )

    assert min(sizes) >= SMALLEST


def test_a_click_on_a_cell_opens_the_decisions_behind_it(page: Page, address: str) -> None:
    page.goto(f"{address}/samsyn?first=S&second=V")
    expect(page.get_by_role("region", name="S och V: 12 gemensamma beslut")).to_be_visible()
    cells = page.locator(".js-plotly-plot .scatterlayer path.point")
    expect(cells).to_have_count(12)
    box = cells.nth(1).bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    # The cells stand row by row: V with S, then V with L.
    expect(page.get_by_role("region", name="L och V: 12 gemensamma beslut")).to_be_visible()


def _fits(page: Page) -> None:
    """Nothing makes the page scroll sideways; wide tables scroll within themselves."""
    main = page.get_by_test_id("stMain")
    assert main.evaluate("node => node.scrollWidth <= node.clientWidth")


def _holding(part: str) -> re.Pattern[str]:
    return re.compile(f".*{re.escape(part)}.*")


def test_an_address_of_several_parts_that_is_no_page_says_so(page: Page, demo: str) -> None:
    page.goto(f"{demo}/sok/nagot/annat?lang=en")

    expect(page.get_by_role("heading", name=texts("en")["unknown.nothing"])).to_be_visible()
    expect(page.get_by_role("link", name=texts("en")["search.title"]).last).to_be_visible()
