"""Figures, a chart and a table about how much was decided and read."""

import pandas as pd

from reports.choice import Choice
from views import behind, charts, links
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
    show(f'<div class="sp-figures">{"".join(_figure(*one) for one in values.items())}</div>')


def _figure(name: str, value: int) -> str:
    """A figure as a link to what it counts, with what it is called."""
    ways = {
        "meetings": links.href("sources"),
        "documents": links.href("sources", view="documents"),
        "decisions": links.href("issues", part="stances", contested="false"),
        "contested": links.href("issues", part="stances", contested="true"),
    }
    called = plural(f"figures.{name}", value)
    opened = behind.opens(ways[name], number(value), about=called)
    return f"<div><b>{opened}</b><span>{safe(called)}</span></div>"


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
