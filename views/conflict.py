"""How much conflict there is in each body over time, and what changed at the known breaks."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from reports.choice import Choice
from views import data, downloads, filters, frame
from views.broken import broken_series
from views.counted import Counted
from views.data import Snapshot
from views.figure import draw
from views.formats import (
    day,
    decimal,
    given,
    interval,
    number,
    percent,
    records,
    whole,
)
from views.language import language, plural, text, texts, word
from views.markup import safe, show, table

MEASURES = ("dissent", "voted", "contested")
CHART = "conflict"
MOST = 6
PLACES = {"n_before": "\ue000", "n_after": "\ue001"}
"""Marks that no text has, where links to the counts will stand in a sentence."""
LIKELY = 0.05
"""Above this the difference is told as one that chance may well make."""


def conflict(snapshot: Snapshot, choice: Choice, measure: str, step: str) -> None:
    """The level per body, its course over time, the tests and the hints."""
    levels = data.report(snapshot, choice, "conflict")
    if levels.empty:
        return
    series = data.report(snapshot, choice, "conflict_series", measure=measure, step=step)
    draw_series(snapshot, choice, series, measure)
    downloads.table(snapshot, "conflict_series", series)
    frame.method("votes.method_conflict")
    _tests(snapshot, choice, measure, step)
    way = {"view": "time", "step": step}
    counted = Counted(snapshot, choice, "conflict", levels, "votes", _called, way=way)
    show(f"<h2>{safe(text('votes.levels'))}</h2>{_levels(counted)}")
    downloads.table(snapshot, "conflict", levels)
    counted.behind()


def draw_series(
    snapshot: Snapshot, choice: Choice, series: pd.DataFrame, measure: str
) -> None:
    """A panel for each of the bodies that have most decisions and figures of more than one
    period."""
    several = series["municipality"].nunique(dropna=False) > 1
    named = series.assign(name=[_place(row, several=several) for row in records(series)])
    told = named[named["level"] != "few"]
    courses = [str(name) for name, own in told.groupby("name", sort=False) if len(own) > 1]
    panels = {name: named[named["name"] == name] for name in courses[:MOST]}
    if not panels:
        frame.explain(text("votes.too_few"), text("votes.too_few_how"))
        return
    known = data.report(snapshot, choice, "breaks")
    figure = broken_series(
        panels=panels,
        breaks={name: _breaks(known, own) for name, own in panels.items()},
        words={"percent": text("format.percent"), "hover": texts(language())["votes.hover"]},
    )
    shown = sum(int(own["n"].sum()) for own in panels.values())
    note = text("votes.conflict_note", n=number(shown))
    step = str(series["step"].iloc[0])
    title = word("measure", measure)
    draw(
        snapshot,
        figure,
        name=CHART,
        title=title,
        note=note,
        about=choice,
        measure=measure,
        step=step,
    )


def _place(row: Mapping[str, Any], *, several: bool) -> str:
    body = given(row["body"]) or text("coverage.unknown_body")
    place = given(row["municipality"])
    return f"{body}, {place}" if several and place else body


def _breaks(known: pd.DataFrame, own: pd.DataFrame) -> list[tuple[str, str]]:
    place = given(own["municipality"].iloc[0])
    return [
        (row["date"], word("break", row["kind"]))
        for row in records(known)
        if given(row["municipality"]) == place
    ]


def _tests(snapshot: Snapshot, choice: Choice, measure: str, step: str) -> None:
    tests = data.report(snapshot, choice, "break_tests", measure=measure)
    hints = data.report(snapshot, choice, "break_hints", measure=measure)
    way = {"view": "time", "step": step, "measure": measure}
    changes, tips = (
        Counted(
            *(snapshot, choice, name, rows, "votes", _side),
            way=way,
            options={"measure": measure},
        )
        for name, rows in (("break_tests", tests), ("break_hints", hints))
    )
    show(f"<h2>{safe(text('votes.tests'))}</h2>")
    if tests.empty:
        show(f"<p>{safe(text('votes.no_tests'))}</p>")
    else:
        told = "".join(f"<li>{_tested(row, measure, changes)}</li>" for row in records(tests))
        show(f'<ul class="sp-breakers sp-tests">{told}</ul>')
        downloads.table(snapshot, "break_tests", tests)
        counted = int((tests["level"] != "few").sum())
        said = plural("votes.tested", counted) if counted else ""
        show(f'<p class="sp-method">{safe(said)} {safe(text("votes.method_tests"))}</p>')
        changes.behind()
    if len(hints):
        told = "".join(f"<li>{_hint(row, tips)}</li>" for row in records(hints))
        show(
            f"<h3>{safe(text('votes.hints'))}</h3>"
            f'<ul class="sp-breakers">{told}</ul>'
            f'<p class="sp-method">{safe(text("votes.method_hints"))}</p>'
        )
        downloads.table(snapshot, "break_hints", hints)
        tips.behind()


def sentence(
    row: Mapping[str, Any], measure: str, counts: Mapping[str, str] | None = None
) -> str:
    """What was found at one break, and how easily chance makes as much; ``counts`` stand where
    ``n_before`` and ``n_after`` would."""
    about = {
        "body": given(row["body"]) or text("coverage.unknown_body"),
        "day": day(row["date"]),
        "break_": word("break_at", row["kind"]),
        **(counts or {name: number(whole(row[name])) for name in PLACES}),
    }
    if row["level"] == "few":
        return text("votes.test_few", **about)
    shares = {name: percent(row[name]) for name in ("before", "after")}
    told = text("votes.test", **about, **shares, measure=word("measure", measure).lower())
    p = f"p {_p(row['p'])}"
    sure = "unsure" if row["level"] == "uncertain" else ""
    verdict = text("votes.test_chance" if row["p"] >= LIKELY else "votes.test_unlikely", p=p)
    return f"{told} {verdict}" + (f" {text('votes.test_unsure')}" if sure else "")


def _p(value: float) -> str:
    return f"< {decimal(0.01)}" if value < 0.01 else f"= {decimal(value)}"


def _side(row: Mapping[str, Any], count: str) -> str:
    """What the matters on one side of a break are called."""
    side = word("beside", count.removeprefix("n_"))
    body = _place(row, several=filters.everywhere())
    return f"{body}, {side} {day(row['date'])}"


def _tested(row: Mapping[str, Any], measure: str, counted: Counted) -> str:
    """The sentence with its two counts as links (HTML)."""
    return _linked(sentence(row, measure, PLACES), row, counted)


def _linked(told: str, row: Mapping[str, Any], counted: Counted) -> str:
    """A sentence as HTML, with links in the places of its counts."""
    html = safe(told)
    for count, place in PLACES.items():
        html = html.replace(place, counted.link(row, count))
    return html


def _hint(row: Mapping[str, Any], counted: Counted) -> str:
    told = text(
        "votes.hint",
        **PLACES,
        body=given(row["body"]) or text("coverage.unknown_body"),
        day=day(row["date"]),
        before=percent(row["before"]),
        after=percent(row["after"]),
    )
    return _linked(told, row, counted)


def _called(row: Mapping[str, Any], count: str) -> str:
    return f"{word('measure', row['measure'])}, {_place(row, several=filters.everywhere())}"


def _levels(counted: Counted) -> str:
    """A row per body, a column per measure."""
    levels = counted.rows
    several = levels["municipality"].nunique(dropna=False) > 1
    rows: dict[str, dict[str, str]] = {}
    for row in records(levels):
        name = _place(row, several=several)
        rows.setdefault(name, {})[row["measure"]] = _share(row, counted)
    headings = [text("votes.column_body"), *(word("measure", name) for name in MEASURES)]
    return table(
        list(map(safe, headings)),
        [
            [safe(name), *(found.get(one, "–") for one in MEASURES)]
            for name, found in rows.items()
        ],
        caption=text("votes.levels"),
        kind="sp-united sp-stacked",
    )


def _share(row: Mapping[str, Any], counted: Counted) -> str:
    n = f'<span class="sp-quiet">n {counted.link(row, "n")}</span>'
    if row["level"] == "few":
        return f"– {n}"
    share = percent(row["share"])
    told = f"({share})" if row["level"] == "uncertain" else share
    spread = safe(interval(row["low"], row["high"]))
    return f'{safe(told)} <span class="sp-quiet">{spread}</span> {n}'
