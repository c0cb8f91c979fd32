"""Figures, a chart and a table about how much was decided and read."""

import pandas as pd

from views import charts, links
from views.data import Snapshot
from views.figure import draw
from views.formats import given, number, period, records, short_day, whole
from views.language import plural, text
from views.markup import anchor, safe, show, table


def figures(coverage: pd.DataFrame, decisions: pd.DataFrame) -> None:
    """Four figures in a row: meetings, documents, decisions, contested ones."""
    values = {
        "meetings": int(coverage["meetings"].sum()),
        "documents": int(coverage["documents"].sum()),
        "decisions": len(decisions),
        "contested": int(decisions["contested"].sum()),
    }
    boxes = "".join(
        f"<div><b>{number(value)}</b><span>{safe(text(f'figures.{name}'))}</span></div>"
        for name, value in values.items()
    )
    show(f'<div class="sp-figures">{boxes}</div>')


def over_time(snapshot: Snapshot, table: pd.DataFrame) -> None:
    """Decisions over time; ``table`` as from ``analytics.contested.per_period``."""
    if table.empty:
        return
    steps = zip(table["period"], table["step"], strict=True)
    figure = charts.decisions_over_time(
        table=table,
        labels=[period(first, step) for first, step in steps],
        words={name: text(f"chart.{name}") for name in ("contested", "other", "axis")},
    )
    note = plural("count.decisions", int(table["n"].sum()))
    title = text("overview.over_time")
    draw(snapshot, figure, name="decisions", title=title, note=note)


def coverage_table(coverage: pd.DataFrame, failed: int) -> None:
    """Per body: meetings, documents, cases, documents with findings, and the period."""
    several = coverage["municipality"].nunique(dropna=False) > 1
    names = ("body", "meetings", "documents", "cases", "findings", "period")
    show(
        table(
            [safe(text(f"coverage.{name}")) for name in names],
            [_row(row, several=several) for row in records(coverage)],
            caption=text("coverage.caption"),
            kind="sp-numbers",
        )
    )
    if failed:
        said = safe(plural("coverage.failed", failed))
        show(f"<p>{anchor(links.href('sources'), said)}</p>")
    else:
        show(f"<p>{safe(text('coverage.all_read'))}</p>")


def _row(row: dict[str, object], *, several: bool) -> list[str]:
    where = given(row["body"]) or text("coverage.unknown_body")
    place = given(row["municipality"]) if several else ""
    counts = [number(whole(row[name])) for name in ("meetings", "documents", "cases")]
    first, last = short_day(row["first"]), short_day(row["last"])
    span = first if first == last else f"{first} – {last}"
    label = f'{safe(where)}<span class="sp-where">{safe(place)}</span>'
    return [label, *counts, number(whole(row["with_findings"])), safe(span)]
