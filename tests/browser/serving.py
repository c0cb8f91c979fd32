"""The dashboard as a process, and a reader's hands in it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from pipeline.settings import ROOT

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = (1400, 400)
PATIENCE = 60
SLOWEST = 30_000

REQUIRES_CHROMIUM = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not CHROMIUM.exists(), reason=f"{CHROMIUM} saknas: apt-get install chromium"
    ),
]


def free_port() -> int:
    """A port of this machine that nobody listens to."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


@contextmanager
def serve(
    store: Path,
    *,
    script: Path = ROOT / "front.py",
    port: int | None = None,
    secrets: Path | None = None,
    **environment: str,
) -> Iterator[str]:
    """The dashboard, or another script, on a store; its address, while it is up."""
    port = port or free_port()
    options = {
        "server.port": port,
        "server.headless": "true",
        "server.fileWatcherType": "none",
    }
    if secrets:
        options["secrets.files"] = str(secrets)
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += [part for name, value in options.items() for part in (f"--{name}", str(value))]
    server = subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ | {"STANDPUNKT_STORE": str(store)} | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _await(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


def go_to(page: Page, section: str, name: str) -> None:
    """Choose a page in the navigation: in a menu, or on a narrow screen in the sidebar."""
    open_sidebar(page)
    menu = page.get_by_test_id("stTopNavSection").filter(has_text=section)
    link = page.get_by_role("link", name=name, exact=True)
    expect(menu.or_(link).first).to_be_visible()
    if menu.is_visible():
        menu.click()
        link = page.get_by_role("menuitem", name=name, exact=True)
    link.click()


def open_sidebar(page: Page) -> None:
    """On a narrow screen the filters lie behind a button."""
    button = page.get_by_test_id("stExpandSidebarButton")
    if button.is_visible():
        button.click()


def _await(url: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            urlopen(url, timeout=2).close()
            return
        except URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
