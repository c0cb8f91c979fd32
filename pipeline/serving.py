"""Starting the dashboard as a process of its own, and knowing when it answers."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.settings import MAX_UPLOAD_MEGABYTES, ROOT

FIRST_PORT = 8501
PORTS_TRIED = 100
SECONDS_TO_START = 60


def choose_port(asked: int | None) -> int:
    """The port asked for, or the first free one from 8501 on.

    Raises UsageError when it is taken, or all of them are.
    """
    if asked is None:
        free = filter(_is_free, range(FIRST_PORT, FIRST_PORT + PORTS_TRIED))
        asked = next(free, FIRST_PORT)
    if not _is_free(asked):
        raise UsageError(f"Porten {asked} är upptagen; välj en annan med --port.")
    return asked


def address(port: int) -> str:
    """Where a browser finds the dashboard."""
    return f"http://localhost:{port}"


def start(store: Path, port: int, *, edit: bool = False) -> "subprocess.Popen[bytes]":
    """Start the dashboard on a store, which may be missing or empty.

    With ``edit`` it takes in documents and corrections; without, whatever the surroundings
    say, it writes nothing.
    """
    environment = {
        "STREAMLIT_SERVER_ADDRESS": "localhost",  # a wish from outside goes before ours
        **os.environ,
        "STANDPUNKT_STORE": str(store.resolve()),
        "STANDPUNKT_EDIT": "1" if edit else "0",
        "STREAMLIT_SERVER_MAX_UPLOAD_SIZE": str(MAX_UPLOAD_MEGABYTES if edit else 1),
        "STREAMLIT_SERVER_PORT": str(port),
        "STREAMLIT_SERVER_HEADLESS": "true",
        "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
        "STREAMLIT_LOGGER_HIDE_WELCOME_MESSAGE": "true",
        "STREAMLIT_LOGGER_LEVEL": "warning",
    }
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "front.py")]
    return subprocess.Popen(command, env=environment, cwd=ROOT)


def wait_until_ready(process: "subprocess.Popen[bytes]", port: int) -> None:
    """Return when the dashboard answers.

    Raises UsageError when it ended or does not answer in time.
    """
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and process.poll() is None:
        if _answers(port):
            return
        time.sleep(0.1)
    raise UsageError("Instrumentpanelen startade inte; se felet ovanför, eller byt --port.")


def stop(process: "subprocess.Popen[bytes]") -> None:
    """End the dashboard, if it has not ended by itself."""
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def has_desktop() -> bool:
    """Whether there is a screen to open a browser on."""
    return sys.platform in ("darwin", "win32") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("localhost", port))
        except (OSError, OverflowError):
            return False
    return True


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"{address(port)}/_stcore/health", timeout=2):
            return True
    except (urllib.error.URLError, OSError):
        return False
