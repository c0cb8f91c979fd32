"""What a rerun of each page costs the server, on a store of many invented positions.

A rerun is what happens when a reader changes something: the script of the page runs again, on
reads that are already cached. It is set beside a bare page with one chart, run alike.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles
from unittest.mock import patch

from streamlit.testing.v1 import AppTest

from benchmarks.records import Cost
from benchmarks.timing import seconds
from pipeline.settings import ROOT

RERUNS = 20
PAGES = sorted(path.stem for path in (ROOT / "views" / "pages").glob("[!_]*.py"))
BARE = """
import plotly.graph_objects as go
import streamlit as st
st.plotly_chart(go.Figure(go.Bar(x=[1, 2, 3], y=[1, 2, 3])))
"""


def measure(store: Path) -> Iterator[Cost]:
    """The slowest of twenty (p95) reruns of every page, and of a bare page with one chart."""
    with patch.dict(os.environ, {"STANDPUNKT_STORE": str(store)}):
        yield _cost(
            AppTest.from_string(BARE, default_timeout=120).run(), "tom sida, ett diagram"
        )
        for page in PAGES:
            yield _cost(_opened(page), f"sidan {page}, omkörd")


def _opened(page: str) -> AppTest:
    app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=120).run()
    return app.switch_page(f"views/pages/{page}.py").run()


def _cost(app: AppTest, what: str) -> Cost:
    took = [seconds(app.run) for _ in range(RERUNS)]
    return Cost(f"{what} (p95)", quantiles(took, n=20)[-1], RERUNS, "omkörningar")
