"""Paths and limits, in one place."""

import os
from pathlib import Path

from platformdirs import user_config_path, user_data_path

ROOT = Path(__file__).resolve().parent.parent
EXTRACTOR_VERSION = "12"

MAX_FILE_BYTES = 100 * 1024 * 1024
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_PAGES = 5_000
MAX_SECONDS = 120

OCR_DPI = 300
MAX_OCR_PAGES = 300
MAX_OCR_PAGE_SECONDS = 60
MAX_OCR_SECONDS = 1_200
MAX_OCR_PIXELS = 40_000_000
"""Of one page: A3 at 300 dpi twice over; a larger sheet is rendered coarser."""

PAGE_IMAGE_DPI = 110
MAX_PAGE_IMAGE_PIXELS = 4_000_000
MAX_PAGE_IMAGE_SECONDS = 20
MAX_PAGE_IMAGE_BYTES = 2 * 1024**3
"""Of memory, for the process that renders one page."""

MAX_UPLOADS = 20
"""At a time."""
MAX_UPLOAD_MEGABYTES = 50
MAX_UPLOADS_BYTES = 2 * 1024**3
"""Of all uploaded documents in a store."""


def data_dir() -> Path:
    """Where reference data and the demo lie: the checkout's ``data/``, or the installed
    copy."""
    checkout = ROOT / "data"
    return checkout if (checkout / "reference").is_dir() else ROOT / "standpunkt_data"


def docs_dir() -> Path:
    """Where the method and the glossary lie: the checkout's ``docs/``, or the installed
    copy."""
    checkout = ROOT / "docs"
    return checkout if (checkout / "method.md").is_file() else ROOT / "standpunkt_docs"


def own_reference() -> Path:
    """Where a user's own reference rows lie: ``STANDPUNKT_REFERENCE``, else the folder
    ``reference`` among the user's settings."""
    named = os.environ.get("STANDPUNKT_REFERENCE")
    if named:
        return Path(named)
    return user_config_path("standpunkt", appauthor=False) / "reference"


def shared_corrections() -> Path:
    """Where corrections that come with the program lie."""
    return data_dir() / "corrections"


def default_store() -> Path:
    """The store used when none is named: ``STANDPUNKT_STORE``, else the user's data folder."""
    named = os.environ.get("STANDPUNKT_STORE")
    return Path(named) if named else user_data_path("standpunkt", appauthor=False) / "store"


def demo_store() -> Path:
    """The demo has a store of its own, so that invented rows never mix with real ones."""
    return user_data_path("standpunkt", appauthor=False) / "demo"


def feeds_address() -> str:
    """Where the feeds of ``standpunkt feeds`` are published, ending in a stroke:
    ``STANDPUNKT_FEEDS``; "" where they are not."""
    named = os.environ.get("STANDPUNKT_FEEDS", "")
    known = named.startswith(("http://", "https://"))
    return f"{named.rstrip('/')}/" if known else ""


def editable() -> bool:
    """Whether the dashboard may take in documents and corrections: ``STANDPUNKT_EDIT`` is 1,
    which ``standpunkt dashboard --edit`` sees to."""
    return os.environ.get("STANDPUNKT_EDIT") == "1"


def login_wanted() -> bool:
    """Whether the dashboard is shown only to those who log in: ``STANDPUNKT_LOGIN`` is 1."""
    return os.environ.get("STANDPUNKT_LOGIN") == "1"
