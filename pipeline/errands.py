"""What the dashboard has other processes do: pages and charts rendered, documents read, rows
corrected.

It so loads neither a PDF library nor the language engine, and never writes to a store by
itself. Loads only the standard library.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline.errors import ReadingError, UsageError
from pipeline.settings import MAX_PAGE_IMAGE_SECONDS, MAX_SECONDS, ROOT, editable

AT_A_TIME = 2
"""Pages rendered at once, however many readers there are."""
MAX_CORRECTION_SECONDS = 600
"""The tables are built anew after a decision."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAX_BROWSER_SECONDS = 60
_HEADLESS = [
    *("--headless", "--dump-dom", "--disable-gpu", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
    # the page's own time, so that it is waited for until it has drawn
    "--virtual-time-budget=30000",
    # Chromium refuses to run as root otherwise, as in a container
    *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
]
_RENDERING = threading.BoundedSemaphore(AT_A_TIME)


def page_image(store: Path, document_id: str, page: int) -> bytes:
    """A page of the PDF that a document was read from, as PNG.

    Raises ReadingError, in one sentence, when it cannot be shown.
    """
    with _RENDERING:
        try:
            run = subprocess.run(
                _module("page_image", str(store), document_id, str(page)),
                cwd=ROOT,
                capture_output=True,
                timeout=MAX_PAGE_IMAGE_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise ReadingError(
                f"Sida {page} tog för lång tid att visa; läs texten."
            ) from error
    if run.returncode:
        told = run.stderr.decode("utf-8", "replace").strip().splitlines()
        explained = run.returncode == 1 and len(told) == 1
        raise ReadingError(told[0] if explained else f"Sida {page} gick inte att visa.")
    return run.stdout


def take_in(
    store: Path, files: Sequence[Path], *, municipality: str | None
) -> Iterator[dict[str, Any]]:
    """Read files into a store by the ordinary ingest; yields what it tells, line by line.

    See ``pipeline/commands/intake.py``. Raises UsageError where nothing may be written.
    """
    demand_editable()
    command = _module("intake", str(store), municipality or "", *map(str, files))
    with _running(command, seconds=2 * MAX_SECONDS * (len(files) + 1)) as process:
        for line in process.stdout or ():
            yield json.loads(line)
        process.wait()
    if process.returncode not in (0, 1):
        yield {"failed": "Inläsningen avbröts; det som hann läsas är sparat."}


def correct(store: Path, action: str, *arguments: str, who: str, why: str) -> str:
    """What ``standpunkt correct`` says; ``arguments`` are the id, or table, row and values.

    Raises UsageError, in one sentence, when it refuses or nothing may be written.
    """
    demand_editable()
    options = [f"--store={store}", f"--who={who}", f"--why={why}"]
    flags = [one for one in arguments if one in ("--remove", "--add")]
    places = [one for one in arguments if one not in flags]
    command = [*_MAIN, "pipeline.cli", "correct", action, *options, *flags, "--", *places]
    try:
        run = subprocess.run(
            command,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=MAX_CORRECTION_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UsageError("Rättelsen tog för lång tid; se standpunkt correct list.") from error
    if run.returncode:
        raise UsageError(" ".join(run.stderr.split()) or "Rättelsen gick inte att göra.")
    return run.stdout


def browsed(page: bytes) -> str:
    """What a page's content is once a browser has run it; empty where there is no browser.

    Any of BROWSERS will do. It is given the page as a file and a profile of its own.
    """
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        return ""
    with _RENDERING, tempfile.TemporaryDirectory() as place:
        written = Path(place, "page.html")
        written.write_bytes(page)
        try:
            run = subprocess.run(
                [program, *_HEADLESS, f"--user-data-dir={place}/profile", written.as_uri()],
                capture_output=True,
                timeout=MAX_BROWSER_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return ""
    return run.stdout.decode("utf-8", "replace") if run.returncode == 0 else ""


def demand_editable() -> None:
    """Raise UsageError unless the dashboard was started to be written in."""
    if not editable():
        raise UsageError(
            "Instrumentpanelen är startad för läsning; starta den med standpunkt dashboard"
            " --edit."
        )


_MAIN = (sys.executable, "-m")


def _module(name: str, *arguments: str) -> list[str]:
    return [*_MAIN, f"pipeline.commands.{name}", *arguments]


@contextmanager
def _running(command: Sequence[str], *, seconds: float) -> "Iterator[subprocess.Popen[str]]":
    """A process that is ended when the reader leaves, or after ``seconds``."""
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    alarm = threading.Timer(seconds, process.kill)
    alarm.start()
    try:
        yield process
    finally:
        alarm.cancel()
        process.send_signal(signal.SIGINT)  # what is read is kept; nothing, when it has ended
        process.wait()
        if process.stdout:
            process.stdout.close()
