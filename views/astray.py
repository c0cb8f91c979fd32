"""Readers at an address of several parts (``/a/b``), where no page is.

Streamlit would answer with its page, which then asks for its scripts below ``/a`` and stays
blank. They are sent on to ``/a-b``, where our own page says that there is none.
"""

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any
from urllib.parse import quote

import streamlit as st

OWN = frozenset({"_stcore", "app", "auth", "component", "media", "oauth2callback", "static"})
"""Where Streamlit has files and answers of its own."""

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Scope]]
Send = Callable[[Scope], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


class Astray:
    """Answers before Streamlit does, where a browser asks for such a page."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See https://asgi.readthedocs.io."""
        way = None
        if scope["type"] == "http" and scope["method"] == "GET" and _reads(scope["headers"]):
            way = sent_on(str(scope["path"]), str(st.get_option("server.baseUrlPath") or ""))
        if way is None:
            await self.app(scope, receive, send)
            return
        query = scope.get("query_string", b"")
        place = way.encode("ascii") + (b"?" + query if query else b"")
        headers = [(b"location", place), (b"cache-control", b"no-cache")]
        await send({"type": "http.response.start", "status": 302, "headers": headers})
        await send({"type": "http.response.body", "body": b""})


def sent_on(path: str, base: str = "") -> str | None:
    """Where to go from a path, relative to it, as behind a proxy the front of it is not
    known; None where Streamlit answers itself. ``base`` is what all paths begin with."""
    inside = path.removeprefix(f"/{base.strip('/')}") if base.strip("/") else path
    parts = [part for part in inside.split("/") if part]
    if len(parts) < 2 or parts[0] in OWN or "//" in path:
        return None
    return "../" * (inside.count("/") - 1) + quote("-".join(parts), safe="")


def _reads(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    """Whether a page to read is asked for, and not a script or a picture of one."""
    return any(name == b"accept" and b"text/html" in value for name, value in headers)
