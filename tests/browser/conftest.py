"""A browser for all tests of this room, and a window of each width."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.serving import CHROMIUM, FLAGS, SLOWEST, WIDTHS, serve


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=WIDTHS, ids=lambda width: f"{width}px")
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh window of each width."""
    context = browser.new_context(viewport={"width": request.param, "height": 900})
    context.set_default_timeout(SLOWEST)
    expect.set_options(timeout=SLOWEST)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def demo(demo_store: Path) -> Iterator[str]:
    """The dashboard, served on the demo."""
    with serve(demo_store) as url:
        yield url
