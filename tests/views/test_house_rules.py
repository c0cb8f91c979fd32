"""The dashboard's own rules: thin pages, caching in one place, no heavy libraries."""

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.settings import ROOT

VIEWS = ROOT / "views"
PAGES = sorted(path for path in (VIEWS / "pages").glob("*.py") if path.name != "__init__.py")
LONGEST = 60
HEAVY = ("spacy", "pypdfium2", "docx", "selectolax")


@pytest.mark.parametrize("page", [*PAGES, ROOT / "dashboard.py"], ids=lambda path: path.name)
def test_a_page_is_thin(page: Path) -> None:
    source = page.read_text("utf-8")

    assert len(source.splitlines()) < LONGEST
    assert "groupby" not in source
    assert "def " not in source


def test_only_the_reading_modules_cache_and_open_the_store() -> None:
    users = {
        path.name
        for path in VIEWS.rglob("*.py")
        if "st.cache_" in (source := path.read_text("utf-8"))
        or "open_snapshot" in source
        or "open_database" in source
    }

    assert users == {"data.py", "searched.py", "caching.py"}


def test_the_dashboard_never_loads_what_reads_documents() -> None:
    modules = [f"views.{path.stem}" for path in VIEWS.glob("*.py") if path.stem != "__init__"]
    script = (
        f"import sys, importlib\n[importlib.import_module(name) for name in {modules!r}]\n"
        f"print(*(name for name in {HEAVY!r} if name in sys.modules))"
    )

    run = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert run.stdout.strip() == ""
