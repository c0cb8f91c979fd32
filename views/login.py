"""Who the reader is, where the dashboard asks for it: an optional gate before every page.

The gate is Streamlit's own login by OpenID Connect; how to set it up is told in
``docs/dashboard.md``.
"""

from collections.abc import Mapping
from importlib.util import find_spec

import streamlit as st

from pipeline.settings import login_wanted
from views import frame
from views.language import text
from views.markup import safe, show

NEEDED = (
    *("redirect_uri", "cookie_secret", "client_id", "client_secret"),
    "server_metadata_url",
)
"""What the section says in ``docs/dashboard.md``."""


def gate() -> None:
    """Let through those who are logged in; others see a button, and the page stops.

    A dashboard that was told to ask but has no ``[auth]`` section lets nobody in.
    """
    if not login_wanted() or _is_known():
        return
    show(f'<h1 class="sp-title">{safe(text("login.title"))}</h1>')
    fault = _fault()
    if fault:
        frame.explain(text("login.unset"), fault)
    else:
        show(f'<p class="sp-lead">{safe(text("login.lead"))}</p>')
        st.button(text("login.button"), on_click=st.login, type="primary")
    st.stop()


def lacking(section: Mapping[str, object]) -> list[str]:
    """What the ``[auth]`` section does not say of all that a login needs."""
    return [name for name in NEEDED if not str(section.get(name) or "").strip()]


def who() -> str:
    """The name of the one who is logged in, or the address; empty where nobody is asked."""
    if not login_wanted() or not _is_known():
        return ""
    about = st.user.to_dict()
    return str(about.get("name") or about.get("email") or "")


def sign_out() -> None:
    """A button in the sidebar for those who are logged in, with their name."""
    if who():
        st.sidebar.caption(text("login.as", who=who()))
        st.sidebar.button(text("login.out"), on_click=st.logout, type="tertiary")


def _fault() -> str:
    """Why nobody can log in, in a sentence; empty where the button would work."""
    if not _is_set_up():
        return text("login.unset_how")
    names = lacking(st.secrets["auth"])
    if names:
        return text("login.lacks", names=", ".join(names))
    return "" if find_spec("authlib") else text("login.no_package")


def _is_set_up() -> bool:
    return st.secrets.load_if_toml_exists() and "auth" in st.secrets


def _is_known() -> bool:
    return _is_set_up() and bool(st.user.to_dict().get("is_logged_in"))
