"""The agreement matrix and the choice of a pair, by a click on a cell or by two lists."""

import pandas as pd
import streamlit as st

from analytics.agreement import square
from reports.choice import Choice
from views import charts
from views.colours import in_order
from views.data import Snapshot
from views.figure import draw
from views.language import language, text, texts

MATRIX = "agreement"


def matrix(snapshot: Snapshot, table: pd.DataFrame, choice: Choice, *, silence: bool) -> None:
    """The matrix of ``analytics.agreement``; what is counted is printed on the chart."""
    parties = in_order([*table["first"], *table["second"]])
    figure = charts.agreement_matrix(
        share=square(table, parties, "share"),
        n=square(table, parties, "n"),
        level=square(table, parties, "level"),
        words={
            "percent": text("format.percent"),
            "few": text("pairs.few"),
            "hover": texts(language())["chart.hover"],
        },
    )
    counted = text("chart.contested_only" if choice.contested else "chart.all_decisions")
    note = text("chart.silence_on" if silence else "chart.silence_off", counted=counted)
    title = text("chart.agreement")
    draw(snapshot, figure, name=MATRIX, title=title, note=note, on_select=_clicked)


def chosen(table: pd.DataFrame) -> tuple[str, str]:
    """The pair to look into, in letter order; at first the pair with most decisions."""
    parties = in_order([*table["first"], *table["second"]])
    most = table.sort_values("n", ascending=False).iloc[0]
    left, right, _ = st.columns([1, 1, 1])
    with left:
        first = _party("first", parties, str(most["first"]))
    with right:
        second = _party("second", parties, str(most["second"]))
    one, other = sorted((first, second))
    return one, other


def _party(key: str, parties: list[str], default: str) -> str:
    picked = st.selectbox(
        text(f"agreement.{key}"),
        parties,
        index=parties.index(default),
        key=key,
        bind="query-params",
    )
    return str(picked)


def _clicked() -> None:
    points = st.session_state[MATRIX]["selection"]["points"]
    if points:
        st.session_state["first"], st.session_state["second"] = points[0]["customdata"][:2]
