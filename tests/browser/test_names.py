"""What Streamlit has English words for is called in the reader's language."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import REQUIRES_CHROMIUM
from views.frame import NAMED
from views.language import LANGUAGES, texts

pytestmark = REQUIRES_CHROMIUM


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_and_its_parts_are_named_in_the_readers_language(
    language: str, page: Page, demo: str
) -> None:
    page.goto(f"{demo}/samsyn?lang={language}")
    expect(page.locator("h1.sp-title")).to_be_visible()

    expect(page.locator("html")).to_have_attribute("lang", language)
    for key in ("sidebar", "silence"):
        name = texts(language)[f"browser.{key}"]
        expect(page.locator(NAMED[key]).first).to_have_attribute("aria-label", name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_empties_a_list_is_named(language: str, page: Page, demo: str) -> None:
    page.goto(f"{demo}/partier?which=S&lang={language}")

    name = texts(language)["browser.clear"]
    expect(page.get_by_label(name, exact=True).first).to_be_visible()
