"""A reader without a mouse: a filter, the table, a case and its citation, by Tab and Enter."""

import re

from playwright.sync_api import Page, expect

from tests.browser.serving import REQUIRES_CHROMIUM

pytestmark = REQUIRES_CHROMIUM
FARTHEST = 80
"""Steps within which everything asked for must be reached."""
COPY = "[data-testid=stPopoverBody] [data-testid=stCode] button"
FIRST = 6
"""Steps within which what comes first on the page, or in what popped up, must be."""


def test_a_case_is_found_and_its_citation_reached_by_keys_alone(page: Page, demo: str) -> None:
    page.goto(f"{demo}/sakfragor?part=stances")
    expect(page.locator("table.sp-stances").first).to_be_visible()
    if page.get_by_test_id("stExpandSidebarButton").is_visible():
        _tab_to(page, "[data-testid=stExpandSidebarButton]", most=FIRST)
        page.keyboard.press("Enter")
        expect(page.locator("[data-testid=stSidebar] :focus")).to_be_visible()
    expect(page.locator("input[aria-label='Ämne']")).to_be_visible()
    _tab_to(page, "input[aria-label='Ämne']")
    page.keyboard.type("Äldre")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("topic="))

    page.goto(page.url)  # on a narrow screen the filters lie over the page
    expect(page.locator("table.sp-stances").first).to_be_visible()
    _tab_to(page, "table.sp-stances tbody a")
    page.keyboard.press("Enter")
    expect(page.locator(".sp-case h1")).to_be_visible()

    _tab_to(page, "[data-testid=stPopover] button")
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stPopoverBody")).to_contain_text("arende?case=")
    expect(page.locator("[data-testid=stPopoverBody] :focus")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[data-testid=stPopover] button:focus")).to_be_visible()
    _tab_to(page, "[data-testid=stCode] button")


def test_past_the_end_of_what_popped_up_the_page_goes_on(page: Page, demo: str) -> None:
    page.goto(f"{demo}/samsyn?view=groups")
    expect(page.locator("table.sp-table").first).to_be_visible()
    _tab_to(page, "[data-testid=stPopover] button")
    page.keyboard.press("Enter")
    expect(page.locator("[data-testid=stPopoverBody] :focus")).to_be_visible()
    expect(page.locator(COPY)).to_be_visible()
    _tab_to(page, COPY, most=FIRST)

    page.keyboard.press("Tab")
    expect(page.locator("[data-testid=stPopover] button:focus")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("[data-testid=stMain] [role=radiogroup] :focus")).to_be_visible()


def _tab_to(page: Page, place: str, *, most: int = FARTHEST) -> None:
    """Press Tab until what has the focus is one of these."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("place => document.activeElement.matches(place)", place):
            return
    raise AssertionError(f"{place} kan inte nås med Tab")
