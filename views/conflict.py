"""How much conflict there is in each body over time, and what changed at the known breaks."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from reports.choice import Choice
from views import arrival, behind, data, downloads, frame, links
from views.broken import broken_series
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
from views.lists import case_cell
from views.markup import safe, show, table

MEASURES = ("dissent", "voted", "contested")
CHART = "conflict"
MOST = 6
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
    _tests(snapshot, choice, measure)
    show(f"<h2>{safe(text('votes.levels'))}</h2>{_levels(levels, step)}")
    downloads.table(snapshot, "conflict", levels)
    for place in arrival.known("place", {_code(row) for row in records(levels)})[-1:]:
        _place_behind(snapshot, choice, measure, place)


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


def _tests(snapshot: Snapshot, choice: Choice, measure: str) -> None:
    tests = data.report(snapshot, choice, "break_tests", measure=measure)
    hints = data.report(snapshot, choice, "break_hints", measure=measure)
    show(f"<h2>{safe(text('votes.tests'))}</h2>")
    if tests.empty:
        show(f"<p>{safe(text('votes.no_tests'))}</p>")
    else:
        told = "".join(f"<li>{safe(sentence(row, measure))}</li>" for row in records(tests))
        show(f'<ul class="sp-breakers sp-tests">{told}</ul>')
        downloads.table(snapshot, "break_tests", tests)
        counted = int((tests["level"] != "few").sum())
        said = plural("votes.tested", counted) if counted else ""
        show(f'<p class="sp-method">{safe(said)} {safe(text("votes.method_tests"))}</p>')
    if len(hints):
        told = "".join(f"<li>{safe(_hint(row))}</li>" for row in records(hints))
        show(
            f"<h3>{safe(text('votes.hints'))}</h3>"
            f'<ul class="sp-breakers">{told}</ul>'
            f'<p class="sp-method">{safe(text("votes.method_hints"))}</p>'
        )
        downloads.table(snapshot, "break_hints", hints)


def sentence(row: Mapping[str, Any], measure: str) -> str:
    """What was found at one break, and how easily chance makes as much."""
    about = {
        "body": given(row["body"]) or text("coverage.unknown_body"),
        "day": day(row["date"]),
        "break_": word("break_at", row["kind"]),
        "n_before": number(whole(row["n_before"])),
        "n_after": number(whole(row["n_after"])),
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


def _hint(row: Mapping[str, Any]) -> str:
    return text(
        "votes.hint",
        body=given(row["body"]) or text("coverage.unknown_body"),
        day=day(row["date"]),
        before=percent(row["before"]),
        after=percent(row["after"]),
        n_before=number(whole(row["n_before"])),
        n_after=number(whole(row["n_after"])),
    )


def _levels(levels: pd.DataFrame, step: str) -> str:
    """A row per body, a column per measure."""
    several = levels["municipality"].nunique(dropna=False) > 1
    rows: dict[str, dict[str, str]] = {}
    for row in records(levels):
        name = _place(row, several=several)
        rows.setdefault(name, {})[row["measure"]] = _share(row, name, step)
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


def _share(row: Mapping[str, Any], name: str, step: str) -> str:
    counted = _opening(row, name, step)
    n = f'<span class="sp-quiet">n {counted}</span>'
    if row["level"] == "few":
        return f"– {n}"
    share = percent(row["share"])
    told = f"({share})" if row["level"] == "uncertain" else share
    spread = safe(interval(row["low"], row["high"]))
    return f'{safe(told)} <span class="sp-quiet">{spread}</span> {n}'


def _opening(row: Mapping[str, Any], name: str, step: str) -> str:
    """How many decisions a body has, as a link to them."""
    way = {"view": "time", "step": step, "measure": row["measure"], "place": _code(row)}
    about = f"{word('measure', row['measure'])}, {name}"
    return behind.opens(links.href("votes", **way), number(whole(row["n"])), about=about)


def _code(row: Mapping[str, Any]) -> str:
    """A body as it stands in an address."""
    return f"{given(row['body'])}|{given(row['municipality'])}"


def _place_behind(snapshot: Snapshot, choice: Choice, measure: str, place: str) -> None:
    rows = data.report(snapshot, choice, "conflict_rows", measure=measure)
    own = rows[[_code(row) == place for row in records(rows)]]
    about = {"n": number(len(own)), "hits": number(int(own["hit"].sum()))}
    name = place.partition("|")[0] or text("coverage.unknown_body")
    kind = word("measure", measure)
    heading = text("votes.behind_conflict", **about, place=name, kind=kind)

    def made(first: pd.DataFrame) -> str:
        return _behind(first, measure, heading)

    behind.listed(snapshot, "conflict_rows", own, heading=heading, table=made)


def _behind(rows: pd.DataFrame, measure: str, caption: str) -> str:
    headings = [text("stance_table.case"), text("votes.decided"), word("measure", measure)]
    return table(
        list(map(safe, headings)),
        [
            [
                case_cell(row),
                safe(word("decided_by", given(row["decided_by"])) or "–"),
                safe(text("votes.hit") if row["hit"] else "–"),
            ]
            for row in records(rows)
        ],
        caption=caption,
        kind="sp-votes sp-stacked",
    )
