"""A reader without a mouse: a filter, the table, a case and its citation, by Tab and Enter."""

import re

from playwright.sync_api import Page, expect

from tests.browser.serving import REQUIRES_CHROMIUM, open_sidebar

pytestmark = REQUIRES_CHROMIUM
FARTHEST = 80
"""Steps within which everything asked for must be reached."""


def test_a_case_is_found_and_its_citation_reached_by_keys_alone(page: Page, demo: str) -> None:
    page.goto(f"{demo}/sakfragor?part=stances")
    expect(page.locator("table.sp-stances").first).to_be_visible()
    narrow = page.get_by_test_id("stExpandSidebarButton").is_visible()
    open_sidebar(page)
    _tab_to(page, "input[aria-label='Ämne']", key="Shift+Tab" if narrow else "Tab")
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
    page.keyboard.press("Escape")
    _tab_to(page, "[data-testid=stCode] button")


def _tab_to(page: Page, place: str, *, key: str = "Tab") -> None:
    """Press the key until what has the focus is one of these."""
    for _ in range(FARTHEST):
        page.keyboard.press(key)
        if page.evaluate("place => document.activeElement.matches(place)", place):
            return
    raise AssertionError(f"{place} kan inte nås med Tab")
