"""The gate before every page, and what is told where nobody can pass it."""

import tomllib
from pathlib import Path
from textwrap import dedent

import pytest
from streamlit.testing.v1 import AppTest

from pipeline.settings import ROOT
from tests.stores import add
from tests.views.stores import divided_meeting
from tests.views.test_pages import html, show, store
from views import login
from views.language import texts
from views.markup import safe

__all__ = ["store"]

SV = texts("sv")


@pytest.mark.parametrize(
    ("logged_in", "secrets", "shown", "hidden"),
    [
        (False, True, "login.lead", "sources.lead"),
        (False, False, "login.unset", "sources.lead"),
        (True, True, "sources.lead", "login.lead"),
    ],
)
def test_the_gate(
    logged_in: bool,
    secrets: bool,
    shown: str,
    hidden: str,
    store: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add(store, divided_meeting())
    monkeypatch.setenv("STANDPUNKT_LOGIN", "1")
    monkeypatch.setattr("views.login._is_set_up", lambda: secrets)
    if secrets:
        monkeypatch.setattr("views.login._fault", lambda: "")
    if logged_in:
        monkeypatch.setattr("views.login._is_known", lambda: True)

    app = show("sources")

    assert not app.exception
    assert SV[shown] in html(app)
    assert SV[hidden] not in html(app)
    if shown == "login.lead":
        assert [one.label for one in app.button] == [SV["login.button"]]


AUTH = dict.fromkeys(login.NEEDED, "x")


@pytest.mark.parametrize(
    ("section", "package", "said"),
    [
        ({}, True, SV["login.lacks"].format(names=", ".join(login.NEEDED))),
        (AUTH | {"client_secret": " "}, True, SV["login.lacks"].format(names="client_secret")),
        (AUTH, False, SV["login.no_package"]),
        (AUTH, True, SV["login.lead"]),
    ],
)
def test_what_a_login_lacks_is_told_in_one_sentence(
    section: dict[str, str],
    package: bool,
    said: str,
    store: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add(store, divided_meeting())
    monkeypatch.setenv("STANDPUNKT_LOGIN", "1")
    monkeypatch.setattr("views.login.find_spec", lambda _: package or None)
    app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60)
    app.secrets["auth"] = section

    app.run()

    assert not app.exception
    assert safe(said) in html(app)


def test_the_documented_secrets_are_all_that_a_login_needs() -> None:
    told = (ROOT / "docs" / "dashboard.md").read_text("utf-8")
    section = tomllib.loads(dedent(told.partition("       [auth]\n")[2].partition("4.")[0]))

    assert login.lacking(section) == []
    assert set(section) == set(login.NEEDED)
