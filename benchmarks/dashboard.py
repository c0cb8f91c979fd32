"""What a rerun of each view costs the server, on a store of many invented positions.

A rerun is what happens when a reader changes something: the script of the page runs again. It
is measured with the choice of before, whose tables are remembered, and with a new one each
time. Between reruns garbage is collected, as Streamlit's server does when the reader has the
page. A bare page with one chart, run alike, stands beside.
"""

import gc
import os
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from statistics import quantiles
from unittest.mock import patch

from streamlit.testing.v1 import AppTest

from benchmarks.records import Cost
from benchmarks.timing import seconds
from pipeline.settings import ROOT
from pipeline.storage.snapshot import check_form, open_snapshot

RERUNS, NEW_CHOICES = 20, 20
TARGET = 0.15
FIRST_DAY = date(2001, 1, 1)
PATIENCE = 300
BARE = """
import plotly.graph_objects as go
import streamlit as st
st.plotly_chart(go.Figure(go.Bar(x=[1, 2, 3], y=[1, 2, 3])))
"""
ONE_OF = {
    "case": ("case", "SELECT min(case_id) FROM votes"),
    "votes": ("vote", "SELECT min(vote_id) FROM votes"),
    "sources": ("document", "SELECT min(document_id) FROM documents"),
    "people": ("person", "SELECT min(person_id) FROM people"),
}
"""Pages about one row: the parameter, and where one is found."""
PARTS: dict[str, list[dict[str, str]]] = {
    "overview": [{}],
    "issues": [
        {"part": part} for part in ("topics", "stances", "words", "demands", "criticism")
    ],
    "search": [{}, {"search": "plan"}],
    "parties": [
        {},
        *(
            {"which": "S", "tab": tab}
            for tab in ("positions", "allies", "proposals", "timeline", "demands")
        ),
    ],
    "agreement": [
        *({"view": view} for view in ("matrix", "pairs", "groups", "blocs", "signed")),
        {"view": "pair", "first": "S", "second": "M"},
        {"view": "compare", "supports": "S"},
    ],
    "majority": [{"view": view} for view in ("lines", "gap", "crossings", "power", "tenure")],
    "votes": [{"view": view} for view in ("list", "time", "parties")],
    "people": [{}],
    "sources": [
        {"view": part} for part in ("coverage", "documents", "accuracy", "corrections")
    ],
    "case": [],
    "story": [{}],
    "method": [{}],
}
"""The views of every page, by the parameters that lead there."""


def measure(store: Path, *, pages: tuple[str, ...] = tuple(PARTS)) -> Iterator[Cost]:
    """The slowest of twenty (p95) reruns of every view, and of a bare page with one chart.

    Raises StoreError for a store that another version built, and RuntimeError where a page
    shows an error: an explanation is quick, and nothing that should be timed.
    """
    with open_snapshot(store) as connection:
        check_form(connection, store)
    days = (FIRST_DAY + timedelta(days=number) for number in count())
    with patch.dict(os.environ, {"STANDPUNKT_STORE": str(store)}):
        bare = AppTest.from_string(BARE, default_timeout=PATIENCE).run()
        yield _cost("tom sida med ett diagram", [_rerun(bare) for _ in range(RERUNS)])
        for page in pages:
            for parameters in (*PARTS[page], *_one(store, page)):
                yield from _of_view(page, parameters, days)


def _of_view(page: str, parameters: Mapping[str, str], days: Iterator[date]) -> Iterator[Cost]:
    app = _opened(page, parameters)
    what = " ".join((page, *parameters.values()))[:30]
    yield _cost(f"{what}, samma val", [_rerun(app) for _ in range(RERUNS)])
    if parameters.keys() & {"case", "vote", "document"}:
        return  # no filter changes what stands there
    took = []
    for day in (next(days) for _ in range(NEW_CHOICES)):
        app.date_input(key="from").set_value(day)
        took.append(_rerun(app))
    _without_error(app, what=what)
    yield _cost(f"{what}, nytt val", took)


def _rerun(app: AppTest) -> float:
    gc.collect()
    return seconds(app.run)


def _opened(page: str, parameters: Mapping[str, str]) -> AppTest:
    # The method's page is the cheapest on the way.
    app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=PATIENCE)
    for name in ("method", page):
        app.switch_page(f"views/pages/{name}.py")
        app.query_params.clear()
        for key, value in parameters.items():
            app.query_params[key] = value
        app.run()
    _without_error(app, what=f"{page} {dict(parameters)}")
    return app


def _without_error(app: AppTest, *, what: str) -> None:
    if app.exception:
        raise RuntimeError(f"{what}: {app.exception[0].message}")


def _one(store: Path, page: str) -> list[dict[str, str]]:
    if page not in ONE_OF:
        return []
    name, sql = ONE_OF[page]
    with open_snapshot(store) as connection:
        row = connection.execute(sql).fetchone()
    return [{name: str(row[0])}] if row and row[0] else []


def _cost(what: str, took: list[float]) -> Cost:
    slowest = quantiles(took, n=20)[-1]
    return Cost(f"{what} (p95)", slowest, len(took), "omkörningar", target=TARGET)
