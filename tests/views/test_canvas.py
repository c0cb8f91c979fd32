"""Figures that Plotly did not check when they were made are as Plotly would have made them."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from pipeline.storage.snapshot import open_snapshot
from tests.views.test_pages import show
from views import canvas
from views.charts import dressed
from views.drawings import DRAWINGS
from views.issue_charts import criticism_network

ASKED = {"first": "S", "second": "M", "which": "S", "q": "skola", "contested": "false"}


TOO_LITTLE = ("criticism", "pair_topics")
"""Charts for which the demo has too few decisions or sentences."""


def stands_every_check(spec: str) -> bool:
    """Whether Plotly, when it checks every property, leaves a figure as it is."""
    drawn = json.loads(spec)
    drawn["layout"].pop("template")
    checked = json.loads(go.Figure(drawn).to_json())
    layout = {key: checked["layout"][key] for key in drawn["layout"]}
    return {"data": checked["data"], "layout": layout} == drawn


@pytest.mark.parametrize("name", [name for name in DRAWINGS if name not in TOO_LITTLE])
def test_a_chart_stands_every_check_of_plotly(
    name: str, demo_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STANDPUNKT_STORE", str(demo_store))
    with open_snapshot(demo_store) as connection:
        (vote,) = connection.execute("SELECT min(vote_id) FROM ballots").fetchone() or ("",)

    charts = show("chart", chart=name, **ASKED, vote=vote).get("plotly_chart")

    assert charts
    assert all(stands_every_check(chart.proto.spec) for chart in charts)


def test_arrows_stand_every_check_of_plotly() -> None:
    edges = pd.DataFrame(
        {
            "source": ["S", "M"],
            "target": ["M", "S"],
            "weight": [3, 1],
            "resolved": [False, True],
        }
    )
    words = {"hover": "{source} {target} {n}", "looked_up": "uttytt"}

    figure = dressed(
        criticism_network(edges=edges, words=words), title="Vem", note="n"
    ).figure()

    assert stands_every_check(str(figure.to_json()))


def test_columns_become_what_a_browser_reads() -> None:
    table = pd.DataFrame({"share": [0.5, None], "day": pd.to_datetime(["2024-01-01"] * 2)})

    figure = canvas.figure(
        [canvas.scatter(x=table["day"], y=table["share"], error_y=None)], height=300
    ).figure()
    (trace,) = json.loads(figure.to_json())["data"]

    assert trace["x"] == ["2024-01-01T00:00:00"] * 2
    assert "error_y" not in trace
    assert figure.layout.height == 300


@pytest.mark.parametrize("count", [1, 2, 5])
def test_panels_stand_above_each_other_and_share_the_lowest_axis(count: int) -> None:
    axes = canvas.panels(count, spacing=0.1)

    feet = [axes[f"yaxis{n or ''}"]["domain"][0] for n in (None, *range(2, count + 1))]
    assert feet == sorted(feet, reverse=True)
    assert feet[-1] == 0
    assert axes["yaxis"]["domain"][1] == pytest.approx(1)
    assert [axis.get("matches") for name, axis in axes.items() if name.startswith("x")] == [
        *[f"x{count}"] * (count - 1),
        None,
    ]


LETTERS = {"type": "category"}
LONG = {"type": "category", "tickfont": {"size": 20}}


@pytest.mark.parametrize(
    ("narrower", "wider"),
    [
        ({}, {"yaxis": LETTERS}),
        ({"yaxis": {"visible": False}}, {"yaxis": LETTERS}),
        ({"yaxis": LETTERS}, {"yaxis": LONG}),
        ({"yaxis": {}}, {"yaxis": {"title": {"text": "Antal"}}}),
        ({"yaxis": {"ticktext": ["0 %"]}}, {"yaxis": {"ticktext": ["100 procent"]}}),
        ({"yaxis": {}}, {"yaxis": {}, "yaxis2": LONG}),
    ],
)
def test_there_is_room_for_what_stands_left_of_the_plot(
    narrower: dict[str, Any], wider: dict[str, Any]
) -> None:
    traces = [canvas.bar(y=["Lindvattnapartiet", "S"])]

    assert canvas.gutter(traces, narrower) < canvas.gutter(traces, wider)


def test_a_label_of_two_lines_needs_room_for_the_longer() -> None:
    rooms = [
        canvas.gutter([canvas.bar(y=[name])], {"yaxis": LETTERS})
        for name in ("barn och<br>unga", "barn och", "barn och unga")
    ]

    assert rooms[0] == rooms[1] < rooms[2]


def test_a_trace_names_its_panel() -> None:
    assert canvas.on_panel(canvas.bar(x=[1]), 1)["yaxis"] == "y"
    assert canvas.on_panel(canvas.bar(x=[1]), 3)["yaxis"] == "y3"
