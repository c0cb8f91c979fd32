"""Figures, a chart and a table about how much was decided and read."""

import pandas as pd

from reports.choice import Choice
from views import charts
from views.data import Snapshot
from views.figure import draw
from views.formats import number, period
from views.language import plural, text
from views.markup import safe, show


def figures(coverage: pd.DataFrame, *, decisions: int, contested: int) -> None:
    """Four figures in a row: meetings, documents, decisions, contested ones."""
    values = {
        "meetings": int(coverage["meetings"].sum()),
        "documents": int(coverage["documents"].sum()),
        "decisions": decisions,
        "contested": contested,
    }
    called = {name: safe(plural(f"figures.{name}", value)) for name, value in values.items()}
    boxes = "".join(
        f"<div><b>{number(value)}</b><span>{called[name]}</span></div>"
        for name, value in values.items()
    )
    show(f'<div class="sp-figures">{boxes}</div>')


def over_time(snapshot: Snapshot, choice: Choice, table: pd.DataFrame) -> None:
    """Decisions over time; ``table`` as the report ``periods``."""
    if table.empty:
        return
    steps = zip(table["period"], table["step"], strict=True)
    named = {first: period(first, step) for first, step in steps}
    figure = charts.decisions_over_time(
        table=table,
        labels=list(named.values()),
        years={name: first[:4] for first, name in named.items() if first[5:7] == "01"},
        words={name: text(f"chart.{name}") for name in ("contested", "other", "axis")},
    )
    note = plural("count.decisions", int(table["n"].sum()))
    title = text("overview.over_time")
    draw(snapshot, figure, name="decisions", title=title, note=note, about=choice)
