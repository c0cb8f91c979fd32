"""The README's pictures, drawn anew: ``python -m tests.browser.pictures STORE``, where STORE
has the demo in it."""

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from pipeline.settings import ROOT
from tests.browser.serving import CHROMIUM, FLAGS, SLOWEST, serve

WIDTH = 1400
PICTURES = {
    "oversikt": ("", 1400),
    "moten": ("moten", 1200),
    "arende": ("sok?q=Biblioteksfilialen organ:kommunstyrelsen", 1500),
    "partier": ("partier?which=V", 1300),
    "samsyn": ("samsyn", 1250),
    "voteringar": ("voteringar", 1200),
}
"""The address and the height in pixels of each picture."""
INSIDE = {"moten": ".sp-meetings a", "arende": ".sp-hit h3 a"}
"""What is clicked first, where an address has a key that the next version may change."""
SETTLED = """() => document.querySelector("[data-testid=stApp]")
    ?.getAttribute("data-test-script-state") === "notRunning" """


def draw(browser: Browser, url: str, name: str) -> None:
    """One picture, as a reader with a light screen sees the page."""
    address, height = PICTURES[name]
    page = browser.new_page(viewport={"width": WIDTH, "height": height})
    page.set_default_timeout(SLOWEST)
    page.goto(f"{url}/{address}")
    if name in INSIDE:
        page.locator(INSIDE[name]).first.click()
        page.wait_for_selector(".sp-case, .sp-one-meeting")
    page.wait_for_selector("h1")
    page.wait_for_function(SETTLED)
    page.mouse.move(WIDTH - 1, height - 1)
    page.wait_for_timeout(1500)  # the charts fade in
    page.screenshot(path=ROOT / "docs" / "images" / f"{name}.png")
    page.close()


def main(store: Path) -> None:
    """All pictures."""
    with serve(store) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        for name in PICTURES:
            draw(browser, url, name)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
