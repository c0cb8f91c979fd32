"""Figures of demands, criticism and the use of words, and the choice of codes in the URL."""

import math

import pandas as pd
import pytest

from views.canvas import Sketch
from views.colours import QUIET_INK
from views.issue_charts import MOST_LABELLED, criticism_network, demand_bars, usage_matrix

USAGE_WORDS = {
    "percent": " %",
    "few": "för få",
    "hover": "{party} {period} {share} {hits} {n}",
}


def usage_rows(periods: int) -> pd.DataFrame:
    """One party with 20 statements a period, 5 of them hits, and a last one with too few."""
    rows = [("S", str(2010 + number), 5, 20, 0.25, "uncertain") for number in range(periods)]
    rows.append(("<b>", "2010", 1, 4, float("nan"), "few"))
    return pd.DataFrame(rows, columns=["party", "period", "hits", "n", "share", "level"])


def usage(count: int) -> Sketch:
    """The matrix of ``usage_rows``."""
    table = usage_rows(count)
    periods = {period: period for period in sorted(table["period"].unique())}
    return usage_matrix(table=table, periods=periods, words=USAGE_WORDS)


def test_a_bar_of_each_party_with_its_letters() -> None:
    table = pd.DataFrame(
        {"period": ["2021", "2022", "2021"], "party": ["S", "S", "<M>"], "n": [3, 1, 2]}
    )
    periods = {"2021": "2021", "2022": "2022"}
    figure = demand_bars(table=table, periods=periods, words={"axis": "Antal"}).figure()

    assert {bar.name: list(bar.y) for bar in figure.data} == {"S": [3, 1], "&lt;M&gt;": [2, 0]}
    assert [list(bar.text) for bar in figure.data] == [["S", "S"], ["&lt;M&gt;", ""]]


def test_periods_stand_in_order_of_time_also_those_without_demands() -> None:
    table = pd.DataFrame({"period": ["2021-Q4", "2022-Q2"], "party": "S", "n": [3, 1]})
    periods = {"2021-Q4": "kv 4 2021", "2022-Q1": "kv 1 2022", "2022-Q2": "kv 2 2022"}

    figure = demand_bars(table=table, periods=periods, words={"axis": "Antal"}).figure()

    assert list(figure.data[0].x) == list(periods.values())
    assert list(figure.data[0].y) == [3, 0, 1]
    assert list(figure.layout.xaxis.categoryarray) == list(periods.values())


def test_a_single_period_has_a_bar_for_each_party() -> None:
    table = pd.DataFrame({"period": ["2021"] * 2, "party": ["S", "<M>"], "n": [3, 1]})

    (bar,) = (
        demand_bars(table=table, periods={"2021": "2021"}, words={"axis": "Antal"})
        .figure()
        .data
    )

    assert dict(zip(bar.x, bar.y, strict=True)) == {"S": 3, "&lt;M&gt;": 1}


def test_an_arrow_for_each_edge_and_grey_where_it_was_looked_up() -> None:
    edges = pd.DataFrame(
        [("M", "S", False, 3), ("L", "V", True, 1)],
        columns=["source", "target", "resolved", "weight"],
    )
    words = {"hover": "{source} {target} {n}", "looked_up": "uttytt"}
    figure = criticism_network(edges=edges, words=words).figure()
    arrows = figure.layout.annotations

    assert len(arrows) == 2
    assert arrows[0].arrowcolor != arrows[1].arrowcolor
    assert arrows[0].arrowwidth > arrows[1].arrowwidth
    assert list(figure.data[0].hovertext) == ["M S 3", "L V 1<br>uttytt"]


def test_a_cell_says_share_and_n_at_its_own_period() -> None:
    figure = usage(2).figure()
    cells = dict(
        zip(
            zip(figure.data[1].x, figure.data[1].y, strict=True),
            figure.data[1].text,
            strict=True,
        )
    )

    assert cells["2010", "S"].startswith("(25)")
    assert "n 20" in cells["2011", "S"]
    assert cells["2010", "&lt;b&gt;"].startswith("–")


def test_a_share_of_too_few_has_no_colour_and_says_so() -> None:
    figure = usage(1).figure()

    assert pd.isna(figure.data[0].z[1][0])
    assert "för få" in figure.data[1].hovertext[1]


@pytest.mark.parametrize(("periods", "labelled"), [(MOST_LABELLED, True), (20, False)])
def test_many_periods_leave_no_room_for_figures(periods: int, labelled: bool) -> None:
    figure = usage(periods).figure()
    assert any(figure.data[1].text) == labelled


def test_cells_of_nothing_have_no_colour_that_glares_on_a_dark_page() -> None:
    rows = [("S", "2010", 0, 20, 0.0, "uncertain"), ("S", "2011", 5, 20, 0.25, "uncertain")]
    table = pd.DataFrame(rows, columns=["party", "period", "hits", "n", "share", "level"])
    periods = {"2010": "2010", "2011": "2011"}

    heat, cells = usage_matrix(table=table, periods=periods, words=USAGE_WORDS).figure().data

    assert [math.isnan(share) for share in heat.z[0]] == [True, False]
    assert cells.text[0].startswith("(0)")
    assert list(cells.textfont.color) == [QUIET_INK, "#ffffff"]
