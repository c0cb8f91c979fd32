"""The list of votes, and how many and how close they were over time."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from reports.choice import Choice
from views import arrival, behind, charts, data, downloads, frame, links, paging
from views.data import Snapshot
from views.figure import draw
from views.formats import (
    given,
    interval,
    number,
    percent,
    period,
    records,
    whole,
)
from views.held import held
from views.language import plural, text, word
from views.lists import title_of
from views.markup import among, anchor, safe, show, table
from views.rates import NOTHING

ORDERS = ("newest", "closest")
STEPS = ("year", "term")
PERIODS = "votes"
FIGURES: dict[str, Callable[[pd.DataFrame], pd.Series]] = {
    "n": lambda rows: rows["vote_id"].notna(),
    "close": lambda rows: rows["close"],
    "abstentions": lambda rows: (rows["abstain"] > 0).fillna(False),
}
"""Which votes of a period are behind each of its figures."""
COLOURS = {"yes": "#2b6ca3", "no": "#b5501a", "abstain": "#c9b458"}


def listing(snapshot: Snapshot, choice: Choice, order: str) -> None:
    """The votes of the choice, newest or closest first; each opens the vote."""
    rows = data.report(snapshot, choice, "votes", closest=order == "closest")
    named = int(rows["named"].sum())
    if not named:
        frame.explain(text("votes.none_named"), text("votes.none_named_how"))
    show(f'<p class="sp-selection">{safe(plural("votes.named", len(rows), named=named))}</p>')
    _listed(rows)
    downloads.table(snapshot, "votes", rows)
    frame.method("votes.method_list")


@st.fragment
def _listed(rows: pd.DataFrame) -> None:
    show(_table(rows.head(paging.limit("votes"))))
    paging.more("votes", len(rows))


def over_time(snapshot: Snapshot, choice: Choice, step: str) -> None:
    """Votes per period: a chart where there are several, and the same figures as a table."""
    rows = data.report(snapshot, choice, "vote_periods", step=step)
    if rows.empty:
        return
    if len(rows) > 1:
        chart(snapshot, choice, rows, step)
    names = ("period", "n", "close", "share", "median", "abstentions")
    show(
        table(
            [safe(text(f"votes.column_{name}")) for name in names],
            [_period_row(row) for row in records(rows)],
            caption=text("votes.periods"),
            kind="sp-numbers sp-stacked",
        )
    )
    downloads.table(snapshot, "vote_periods", rows)
    frame.method("votes.method_periods")
    for asked in arrival.known("period", set(rows["period"]))[-1:]:
        _period_behind(snapshot, choice, step, asked)


def _period_behind(snapshot: Snapshot, choice: Choice, step: str, period: str) -> None:
    rows = data.report(snapshot, choice, "vote_period_rows", step=step)
    figure = ["n", *arrival.known("of", FIGURES)][-1]
    own = rows[(rows["period"] == period) & FIGURES[figure](rows)]
    about = {"period": period_name(period, step), "n": number(len(own))}
    heading = text(f"votes.behind_{figure}", **about)
    behind.listed(snapshot, "vote_period_rows", own, heading=heading, table=_table)


def chart(snapshot: Snapshot, choice: Choice, rows: pd.DataFrame, step: str) -> None:
    """Main votes per period, the close ones below; a year without any has its place."""
    rows = _every_year(rows) if step == "year" else rows
    figure = charts.decisions_over_time(
        table=rows.assign(contested=rows["close"], other=rows["n"] - rows["close"]),
        labels=[period_name(first, step) for first in rows["period"]],
        words={
            "contested": text("votes.close"),
            "other": text("votes.not_close"),
            "axis": text("votes.axis"),
        },
    )
    note = text("votes.periods_note", n=number(int(rows["n"].sum())))
    title = text("votes.periods")
    draw(snapshot, figure, name=PERIODS, title=title, note=note, about=choice, step=step)


def _every_year(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with one for each year between them that has none."""
    held = {int(first[:4]) for first in rows["period"]}
    between = range(min(held, default=0), max(held, default=0))
    empty = [f"{year}-01-01" for year in between if year not in held]
    added = pd.DataFrame({"period": empty, "n": 0, "close": 0})
    return pd.concat([rows[added.columns], added]).sort_values("period") if empty else rows


def period_name(iso: str, step: str) -> str:
    """A year, or the month in which a term of office or a new majority began."""
    if step == "term" or not iso.endswith("-01-01"):
        return text("votes.from_month", month=period(iso, "month"))
    return period(iso, step)


def _table(rows: pd.DataFrame) -> str:
    names = ("vote", "figures", "margin", "decided", "named")
    return table(
        [safe(text(f"votes.column_{name}")) for name in names],
        [_row(row) for row in records(rows)],
        caption=text("votes.caption"),
        kind="sp-votes sp-stacked",
    )


def _row(row: Mapping[str, Any]) -> list[str]:
    kind = word("vote_kind", row["kind"])
    where = held(row, kind)
    title = anchor(links.vote(row["vote_id"]), safe(title_of(row)))
    method = word("vote_method", given(row["decided_by"]))
    won = word("vote_outcome", given(row["outcome"]))
    return [
        f'<span class="sp-clamp">{title}</span><span class="sp-where">{where}</span>',
        _figures(row),
        number(whole(row["margin"])) if given(row["margin"]) else "–",
        safe(text("votes.won", side=won) if won else "")
        + f'<span class="sp-where">{safe(method)}</span>',
        safe(text("votes.yes_named" if row["named"] else "votes.not_named")),
    ]


def _figures(row: Mapping[str, Any]) -> str:
    if not given(row["margin"]):
        return safe(text("votes.unknown"))
    counts = {name: whole(row[name]) for name in COLOURS}
    said = f"{counts['yes']}–{counts['no']}"
    said += f" ({text('votes.abstain', count=counts['abstain'])})" if counts["abstain"] else ""
    total = sum(counts.values()) or 1
    parts = "".join(
        f'<i style="width:{count / total * 100:.1f}%;background:{COLOURS[name]}"></i>'
        for name, count in counts.items()
        if count
    )
    bar = f'<span class="sp-bar" aria-hidden="true">{parts}</span>'
    return f'<span class="sp-tally">{safe(said)}{bar}</span>'


def _period_row(row: Mapping[str, Any]) -> list[str]:
    enough = row["level"] != "few"
    share = percent(row["share"]) if enough else text("votes.few")
    share = f"({share})" if row["level"] == "uncertain" else share
    spread = f" {interval(row['low'], row['high'])}" if enough else ""
    median = safe(f"{row['median_margin']:.0f}") if enough else NOTHING
    some = _opening(row, "abstentions", whole(row["with_abstentions"]))
    return [
        safe(period_name(row["period"], row["step"])),
        _opening(row, "n", whole(row["n"])),
        _opening(row, "close", whole(row["close"])),
        f'{safe(share)}<span class="sp-quiet">{safe(spread)}</span>',
        median,
        among(text("votes.some_of", some=some, told=whole(row["told"]))),
    ]


def _opening(row: Mapping[str, Any], figure: str, count: int) -> str:
    """A count of a period, as a link to the votes behind it."""
    way = {"view": "time", "step": row["step"], "period": row["period"], "of": figure}
    column = text(f"votes.column_{figure}")
    about = f"{column}, {period_name(row['period'], row['step'])}"
    return behind.opens(links.href("votes", **way), number(count), about=about)
