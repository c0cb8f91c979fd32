"""Three readers on the demo: one explores an issue, one looks for a story, one compares the
two lines. What they click is what a reader would click, wide screen and telephone alike."""

import re

from playwright.sync_api import Page, expect

from tests.browser.serving import REQUIRES_CHROMIUM

pytestmark = REQUIRES_CHROMIUM


def test_what_a_party_thinks_of_an_issue_and_how_to_cite_it(page: Page, demo: str) -> None:
    page.goto(f"{demo}/sakfragor")
    page.get_by_role("link", name="Äldreomsorg", exact=True).first.click()
    expect(page).to_have_url(re.compile("topic="))
    page.locator("table.sp-stances tbody a").first.click()

    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_role("heading", name="Ställningstaganden")).to_be_attached()
    citation = page.get_by_test_id("stCode").filter(has_text="Lindvattna").first
    expect(citation).to_contain_text("§")
    expect(citation).to_contain_text("arende?case=")


def test_an_unlikely_alliance_and_its_chart(page: Page, demo: str) -> None:
    page.goto(f"{demo}/samsyn?first=SD&second=V")
    expect(page.get_by_role("region", name=re.compile("^SD och V"))).to_be_attached()
    chart = page.locator(".js-plotly-plot").first
    chart.hover()
    with page.expect_download() as saved:
        chart.locator(".modebar-btn").first.click(force=True)

    assert saved.value.suggested_filename.startswith("standpunkt-agreement-")
    assert saved.value.suggested_filename.endswith(".png")
    assert "pahittat" in saved.value.suggested_filename


def test_the_two_lines_of_one_decision(page: Page, demo: str) -> None:
    page.goto(f"{demo}/majoritet")

    expect(page.get_by_text("Det som beslutades").first).to_be_visible()
    expect(page.get_by_text("Alternativen", exact=True).first).to_be_visible()
    expect(page.locator(".sp-verdict").first).to_contain_text("platser mot")
    page.get_by_role("link", name="Visa i källan").first.click()
    expect(page.locator("mark#passage")).to_be_visible()


def test_what_happened_at_the_latest_meeting_ready_to_quote(page: Page, demo: str) -> None:
    page.goto(demo)
    page.locator(".sp-meeting h3 a").first.click()

    expect(page.get_by_role("heading", name="Det som skilde partierna åt")).to_be_visible()
    page.get_by_role("button", name="Kopiera som text").click()
    expect(page.get_by_test_id("stCode")).to_contain_text("Källa: Lindvattna")
    page.keyboard.press("Escape")
    page.get_by_role("button", name=re.compile("^Lägg d.* i underlaget")).click()
    expect(page).to_have_url(re.compile("basket="))


def test_a_paragraph_is_found_by_its_number(page: Page, demo: str) -> None:
    page.goto(f"{demo}/sok?q=§ 39")
    page.locator(".sp-directly a").first.click()

    expect(page.locator(".sp-case h1")).to_be_visible()


def test_an_address_that_leads_nowhere_says_so_in_the_readers_words(
    page: Page, demo: str
) -> None:
    page.goto(f"{demo}/finns-inte")

    expect(page.locator("h1.sp-title")).to_have_text("Sidan finns inte")
    expect(page.get_by_text("Page not found")).to_have_count(0)
