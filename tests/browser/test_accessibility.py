"""axe-core finds nothing serious on any page, light and wide or dark and narrow."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.serving import REQUIRES_CHROMIUM
from views.links import ADDRESSES

pytestmark = REQUIRES_CHROMIUM
NARROW = 640
OURS = {"exclude": [["[data-testid=stSidebarNavItems]"]]}
"""Streamlit's own list of pages mixes headings into a list; we cannot change its markup."""
SERIOUS = ("serious", "critical")
OPENED_BY_LINK = ("case", "chart")


@pytest.mark.parametrize(
    "address",
    [path.strip(".") for name, path in ADDRESSES.items() if name not in OPENED_BY_LINK],
)
def test_no_serious_violation(address: str, page: Page, demo: str) -> None:
    wide = page.evaluate("window.innerWidth") > NARROW
    page.emulate_media(color_scheme="light" if wide else "dark")
    page.goto(f"{demo}/{address}")
    expect(page.locator("h1.sp-title")).to_be_visible()
    expect(page.get_by_test_id("stStatusWidget")).to_be_hidden()

    found = Axe().run(page, context=OURS).response["violations"]

    serious = [one for one in found if one["impact"] in SERIOUS]
    assert [(one["id"], one["nodes"][0]["html"]) for one in serious] == []
