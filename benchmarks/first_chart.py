"""How long a reader waits for the first chart of a page, beside a bare page with one chart.

Both are served by processes that have shown the page before, and opened in turns by one
browser that has their scripts: what is measured is what the page itself adds.
"""

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright

from benchmarks.records import Comparison
from benchmarks.timing import fastest
from tests.browser.serving import CHROMIUM, FLAGS, SLOWEST, serve

ROUNDS, TARGET = 10, 1.3
CHARTED = {"Översikt": "", "Samsyn": "samsyn"}
BARE = """
import plotly.graph_objects as go
import streamlit as st
st.plotly_chart(go.Figure(go.Bar(x=[1, 2, 3], y=[1, 2, 3])))
"""


def measure(store: Path) -> Iterator[Comparison]:
    """From the request until a chart is drawn: each page of CHARTED / a bare page."""
    if not CHROMIUM.exists():
        return
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE, "utf-8")
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        context = browser.new_context(viewport={"width": 1400, "height": 900})
        with serve(store) as pages, serve(store, script=bare) as plain:
            for name, address in CHARTED.items():
                ours, theirs = (
                    _opening(context, f"{pages}/{address}"),
                    _opening(context, plain),
                )
                took = fastest(ours, theirs, rounds=ROUNDS)
                what = f"{name}, första diagrammet / tom sida"
                yield Comparison(what, *took, 1, "diagram", target=TARGET)
        browser.close()


def _opening(context: BrowserContext, address: str) -> Callable[[], None]:
    return partial(_open, context, address)


def _open(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address, wait_until="commit")
    drawn = page.locator(".js-plotly-plot .main-svg").first
    drawn.wait_for(state="attached", timeout=SLOWEST)
    page.close()
