"""How much each party speaks of what was searched for, over time."""

import pandas as pd
import streamlit as st

from analytics.demands import every_period
from reports.choice import Choice
from views import asked as address
from views import choices, data, downloads, finding, frame
from views.data import Snapshot
from views.figure import draw
from views.formats import number
from views.issue_charts import usage_matrix
from views.language import language, text, texts
from views.voices import period_name

USAGE = "usage"
STEPS = ("year", "quarter")


def over_time(snapshot: Snapshot, choice: Choice, words: str) -> None:
    """The chart with a choice of year or quarter, and its table to save."""
    step = choices.segmented(
        "step", STEPS, lambda code: text(f"usage.{code}"), label=text("usage.step")
    )
    table = _table(snapshot, choice, words, step)
    _chart(snapshot, choice, table, words)
    downloads.table(snapshot, USAGE, table)
    frame.method("usage.method")


def draw_usage(snapshot: Snapshot, choice: Choice) -> None:
    """The chart alone, as the address asks for it."""
    words = (address.asked().get("q") or "").strip()
    rows = _table(snapshot, choice, words, choices.asked("step", STEPS))
    _chart(snapshot, choice, rows, words)


def _table(snapshot: Snapshot, choice: Choice, words: str, step: str) -> pd.DataFrame:
    narrower = finding.narrowed()
    return data.report(snapshot, choice, USAGE, search=words, step=step, **narrower)


def _chart(snapshot: Snapshot, choice: Choice, table: pd.DataFrame, words: str) -> None:
    if table.empty or not table["hits"].sum():
        st.caption(text("usage.none"))
        return
    figure = usage_matrix(
        table=table,
        periods={one: period_name(one) for one in every_period(table["period"])},
        words={
            "percent": text("format.percent"),
            "few": text("usage.few"),
            "hover": texts(language())["usage.hover"],
        },
    )
    counts = {name: number(int(table[name].sum())) for name in ("hits", "n")}
    title, note = text("usage.title", words=words), text("usage.note", **counts)
    draw(snapshot, figure, name=USAGE, title=title, note=note, about=choice)
