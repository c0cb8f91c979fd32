"""Where readers at addresses of several parts are sent."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from views.astray import Astray, sent_on


@pytest.mark.parametrize(
    ("path", "base", "way"),
    [
        ("/", "", None),
        ("/sok", "", None),
        ("/sok/", "", None),
        ("/a/b", "", "../a-b"),
        ("/a/b/", "", "../../a-b"),
        ("/sok/år/<x>", "", "../../sok-%C3%A5r-%3Cx%3E"),
        ("/a//b", "", None),
        ("//example.com/a", "", None),
        ("/static/js/index.js", "", None),
        ("/_stcore/health", "", None),
        ("/media/abc.csv", "", None),
        ("/panel/sok", "panel", None),
        ("/panel/a/b", "/panel/", "../a-b"),
    ],
)
def test_an_address_of_several_parts_is_sent_on_to_one_of_one_part(
    path: str, base: str, way: str | None
) -> None:
    assert sent_on(path, base) == way


@pytest.mark.parametrize(
    ("scope", "sent"),
    [
        ({"path": "/a/b"}, (302, b"../a-b")),
        ({"path": "/a/b", "query_string": b"lang=en"}, (302, b"../a-b?lang=en")),
        ({"path": "/a/b", "method": "POST"}, None),
        ({"path": "/a/b", "headers": [(b"accept", b"*/*")]}, None),
        ({"path": "/a/b", "type": "websocket"}, None),
        ({"path": "/sok"}, None),
    ],
)
def test_only_who_asks_for_a_page_is_sent_on(
    scope: dict[str, Any], sent: tuple[int, bytes] | None
) -> None:
    told: list[dict[str, Any]] = []
    passed: list[object] = []

    async def send(message: Any) -> None:
        told.append(message)

    async def receive() -> Any:
        raise AssertionError("nothing is read")

    async def streamlit(*asked: Any) -> None:
        passed.append(asked)

    asked = {"type": "http", "method": "GET", "headers": [(b"accept", b"text/html")]}
    with ThreadPoolExecutor(1) as apart:  # a browser's loop may run in this thread
        apart.submit(
            asyncio.run, Astray(streamlit)({**asked, **scope}, receive, send)
        ).result()

    found = [(one["status"], dict(one["headers"])[b"location"]) for one in told[:1]]
    assert found == ([sent] if sent else [])
    assert bool(passed) == (sent is None)
