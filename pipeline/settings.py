"""Paths and limits, in one place."""

import os
from pathlib import Path

from platformdirs import user_data_path

ROOT = Path(__file__).resolve().parent.parent
EXTRACTOR_VERSION = "1"

MAX_FILE_BYTES = 100 * 1024 * 1024
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_PAGES = 5_000
MAX_SECONDS = 120


def data_dir() -> Path:
    """Where reference data and the demo lie: the checkout's ``data/``, or the installed
    copy."""
    checkout = ROOT / "data"
    return checkout if (checkout / "reference").is_dir() else ROOT / "standpunkt_data"


def default_store() -> Path:
    """The store used when none is named: ``STANDPUNKT_STORE``, else the user's data folder."""
    named = os.environ.get("STANDPUNKT_STORE")
    return Path(named) if named else user_data_path("standpunkt", appauthor=False) / "store"


def demo_store() -> Path:
    """The demo has a store of its own, so that invented rows never mix with real ones."""
    return user_data_path("standpunkt", appauthor=False) / "demo"
