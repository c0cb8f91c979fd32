"""The distance between those who govern and the others over time: the chart and its table."""

from typing import Any

import pandas as pd

from reports.choice import Choice
from reports.order import in_order
from views import data, filters
from views.counted import Counted
from views.data import Snapshot
from views.distance import distance
from views.figure import draw
from views.formats import EN_DASH, given, percent, points, records, short_day
from views.language import plural, text
from views.lists import case_cell
from views.markup import parties, safe, show, table
from views.rates import figure as share

CHART = "gap"
ENOUGH = 2


def by_year(snapshot: Snapshot, choice: Choice, **counting: Any) -> bool:
    """Whether years have enough matters to be shown; otherwise whole mandates say more."""
    yearly = data.report(snapshot, choice, "gap", by_year=True, **counting)
    return int((yearly["gap_level"] != "few").sum()) >= ENOUGH


def chart(
    snapshot: Snapshot, choice: Choice, rows: pd.DataFrame, *, yearly: bool, silence: bool
) -> None:
    """The chart of one municipality; ``rows`` is the report ``gap``."""
    governed = _governing(snapshot, choice)
    figure = distance(
        table=rows,
        labels=[_label(row, yearly=yearly) for row in records(rows)],
        mandates=[", ".join(governed.get(_place(row), [])) for row in records(rows)],
        words={
            "gap": text("gap.axis_gap"),
            "unity": text("gap.axis_unity"),
            "governing": text("gap.governing"),
            "few": text("pairs.few"),
        },
    )
    kind = text("chart.contested_only" if choice.contested else "chart.all_decisions")
    counted = plural("gap.matters", int(rows["n_gap"].sum()), kind=kind)
    said = text("gap.silence_on" if silence else "gap.silence_off")
    note = f"{counted}<br>{said}<br>{text('gap.note')}"
    draw(snapshot, figure, name=CHART, title=text("gap.title"), note=note, about=choice)


def gap_table(counted: Counted, *, yearly: bool) -> None:
    """The same figures in a table, with who governed; ``counted`` is of the report ``gap``."""
    snapshot, choice, rows = counted.snapshot, counted.choice, counted.rows
    governed = _governing(snapshot, choice)
    several = rows["municipality"].nunique() > 1
    first = "period" if yearly else "mandate"
    names = (first, "governing", "n", "gap", "interval", "n", "unity", "interval")
    show(
        table(
            [safe(text(f"gap.{name}")) for name in names],
            [
                _row(row, governed, counted, several=several, yearly=yearly)
                for row in records(rows)
            ],
            caption=text("gap.title"),
            kind="sp-numbers sp-gap sp-stacked",
        )
    )


def called(row: dict[str, Any], count: str, *, yearly: bool) -> str:
    """What a figure of the report ``gap`` is called."""
    name = text("gap.gap" if count == "n_gap" else "gap.unity")
    since = _label(row, yearly=False) if yearly else ""
    place = given(row["municipality"]) if filters.everywhere() else ""
    when = [_label(row, yearly=yearly), since, place]
    return ", ".join([name, *(one for one in when if one)])


def behind_table(rows: pd.DataFrame, *, shown: int) -> None:
    """The distance and the unity in each matter; ``rows`` is the report ``gap_rows``."""
    names = ("case", "gap", "unity")
    show(
        table(
            [safe(text(f"gap.{name}")) for name in names],
            [
                [
                    case_cell(row),
                    safe(points(row["gap"])) if given(row["gap"]) else "–",
                    safe(percent(row["unity"])) if given(row["unity"]) else "–",
                ]
                for row in records(rows.head(shown))
            ],
            caption=text("gap.behind", n=len(rows)),
            kind="sp-numbers sp-reading sp-stacked",
        )
    )


def _row(
    row: dict[str, Any],
    governed: dict[tuple[str, str], list[str]],
    counted: Counted,
    *,
    several: bool,
    yearly: bool,
) -> list[str]:
    since = _label(row, yearly=False) if yearly else ""
    place = f'<span class="sp-where">{safe(row["municipality"])}</span>' if several else ""
    who = parties(governed.get(_place(row), []))
    return [
        f"{safe(_label(row, yearly=yearly))}{place}",
        f'{who}<span class="sp-where">{safe(since)}</span>',
        counted.link(row, "n_gap"),
        *_gap(row),
        counted.link(row, "n_unity"),
        *share(row, "unity", low="unity_low", high="unity_high", level="unity_level"),
    ]


def _gap(row: dict[str, Any]) -> list[str]:
    if row["gap_level"] == "few":
        return [f'<span class="sp-quiet">{safe(text("pairs.few"))}</span>', ""]
    told = safe(points(row["gap"]))
    if row["gap_level"] == "uncertain":
        told = f'<span class="sp-quiet">({told})</span>'
    joint = text("gap.to") if min(row["gap_low"], row["gap_high"]) < 0 else EN_DASH
    spread = f"{points(row['gap_low'])}{joint}{points(row['gap_high'])}"
    return [told, f'<span class="sp-quiet">{safe(spread)}</span>']


def _label(row: dict[str, Any], *, yearly: bool) -> str:
    """The year, or the day when the mandate began."""
    if yearly:
        return given(row["period"])
    return text("gap.since", day=short_day(row["mandate"]))


def _place(row: dict[str, Any]) -> tuple[str, str]:
    return given(row["municipality"]), given(row["mandate"])


def _governing(snapshot: Snapshot, choice: Choice) -> dict[tuple[str, str], list[str]]:
    rows = records(data.report(snapshot, choice, "mandates"))
    return {(row["municipality"], row["start"]): in_order(row["governing"]) for row in rows}
