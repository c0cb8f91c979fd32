"""A reader logs in through a provider of the test's own, reads, and logs out."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.identity import NAME, provider
from tests.browser.serving import REQUIRES_CHROMIUM, SLOWEST, free_port, open_sidebar, serve
from views.language import texts

pytestmark = REQUIRES_CHROMIUM
SV = texts("sv")
AUTH = """[auth]
redirect_uri = "{here}/oauth2callback"
cookie_secret = "nobody needs to know this one"
client_id = "standpunkt"
client_secret = "not this one either"
server_metadata_url = "{there}/.well-known/openid-configuration"
"""


def test_a_reader_logs_in_and_out(browser: Browser, demo_store: Path, tmp_path: Path) -> None:
    port, secrets = free_port(), tmp_path / "secrets.toml"
    with provider() as there:
        secrets.write_text(AUTH.format(here=f"http://127.0.0.1:{port}", there=there))
        login = serve(demo_store, port=port, secrets=secrets, STANDPUNKT_LOGIN="1")
        with login as url:
            window = browser.new_context()
            window.set_default_timeout(SLOWEST)
            page = window.new_page()
            page.goto(url)
            expect(page.get_by_text(SV["login.lead"])).to_be_visible(timeout=SLOWEST)
            expect(page.get_by_text(SV["overview.lead"])).not_to_be_visible()
            page.get_by_role("button", name=SV["login.button"]).click()
            open_sidebar(page)
            who = page.get_by_text(SV["login.as"].format(who=NAME))
            expect(who).to_be_visible(timeout=SLOWEST)
            page.get_by_role("button", name=SV["login.out"]).click()
            expect(page.get_by_text(SV["login.lead"])).to_be_visible(timeout=SLOWEST)
            window.close()
