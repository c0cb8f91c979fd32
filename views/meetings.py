"""The latest meetings with what parted the parties, and the leads."""

import re
from collections.abc import Mapping
from operator import itemgetter
from typing import Any

import pandas as pd
import streamlit as st

from views import links
from views.formats import given, number, records, short_day, whole
from views.language import plural, text
from views.lists import case_link, decision_cards
from views.markup import anchor, facts, safe, show

SHOWN = 3
MOST_CASES = 8
_FIGURE = re.compile(r"\d+(?:–\d+)?\s?%(?:-\w+)?")


def latest(meetings: pd.DataFrame, contested: pd.DataFrame) -> None:
    """Each meeting of ``reports.latest.latest_meetings`` with its contested decisions, at
    most SHOWN. What several documents tell of one meeting stands once, as its own minutes
    tell it.
    """
    parted: dict[tuple[str, ...], dict[Any, dict[str, Any]]] = {}
    for row in sorted(records(contested), key=lambda row: not row["own"]):
        parted.setdefault(_meeting(row), {}).setdefault(row["matter"], row)
    for place, row in enumerate(records(meetings)):
        here = sorted(parted.get(_meeting(row), {}).values(), key=itemgetter("decision"))
        with st.container(key=f"meeting-{place}"):
            show(_heading(row, several=meetings["municipality"].nunique() > 1))
            if here:
                decision_cards(here[:SHOWN])


def of_first_cases(table: pd.DataFrame, most: int) -> pd.DataFrame:
    """The leads of ``reports.leads`` that are about the ``most`` cases told first."""
    return table[table["case_id"].isin(table["case_id"].unique()[:most])]


def leads(table: pd.DataFrame, decisions: pd.DataFrame) -> None:
    """Leads of ``reports.leads`` in order, each with a way to the cases behind it. A case
    stands once, with its first lead; its other leads are folded below.
    """
    known = {row["decision"]: row for row in records(decisions)}
    cases: dict[str, list[dict[str, Any]]] = {}
    for row in records(table):
        cases.setdefault(row["case_id"], []).append(row)
    items = "".join(_case(rows, known) for rows in cases.values())
    show(f'<ol class="sp-leads">{items}</ol>')


def parted_told(contested: int) -> str:
    """In how many of a meeting's decisions the parties parted."""
    return plural("overview.parted", contested) if contested else text("overview.parted_none")


def coverage_line(coverage: pd.DataFrame, failed: int) -> None:
    """What has been read, in a line that leads to the sources."""
    if coverage.empty:
        return
    first, last = coverage["first"].dropna(), coverage["last"].dropna()
    ends = (short_day(first.min()), short_day(last.max())) if len(first) else ()
    span = " – ".join(dict.fromkeys(ends))
    told = text(
        "overview.read",
        documents=plural("count.documents", int(coverage["documents"].sum())),
        bodies=number(coverage["body"].nunique()),
    )
    left = plural("coverage.failed", failed) if failed else text("coverage.all_read")
    way = anchor(links.href("sources"), safe(text("overview.to_sources")))
    show(f'<p class="sp-read">{facts([safe(told), safe(span), safe(left), way])}</p>')


def _meeting(row: Mapping[str, object]) -> tuple[str, ...]:
    return given(row["municipality"]), given(row["body"]), given(row["date"])


def _heading(row: Mapping[str, object], *, several: bool) -> str:
    """When and where; leads to all the meeting's decisions."""
    date, body = given(row["date"]), given(row["body"])
    every = links.meeting(date, body, given(row["municipality"]))
    counts = plural("count.decisions", whole(row["decided"]))
    parted = parted_told(whole(row["contested"]))
    place = given(row["municipality"]) if several else ""
    name = safe(body or text("coverage.unknown_body"))
    about = facts(
        [safe(short_day(date)), safe(place), anchor(every, safe(counts)), safe(parted)]
    )
    return (
        f'<header class="sp-meeting"><h3>{anchor(every, name)}</h3>'
        f'<p class="sp-where">{about}</p></header>'
    )


def _case(rows: list[dict[str, Any]], known: Mapping[object, Mapping[str, object]]) -> str:
    first, *others = [
        f"<p>{_unbroken(row['sentence'])}</p>{_behind(_others(row, known))}" for row in rows
    ]
    folded = ""
    if others:
        said = safe(plural("overview.more_leads", len(others)))
        items = "".join(f"<li>{other}</li>" for other in others)
        folded = f"<details><summary>{said}</summary><ul>{items}</ul></details>"
    return f"<li><h3>{case_link(rows[0])}</h3>{first}{folded}</li>"


def _unbroken(sentence: str) -> str:
    """The sentence as HTML, where no line ends inside a figure or an interval."""
    return _FIGURE.sub(r'<span class="sp-unbroken">\g<0></span>', safe(sentence))


def _others(
    row: Mapping[str, object], known: Mapping[object, Mapping[str, object]]
) -> list[Mapping[str, object]]:
    """The decisions behind a lead that are of other cases than its own."""
    behind = row["decisions"]
    found = [known[one] for one in behind if one in known] if isinstance(behind, list) else []
    return [one for one in found if one["case_id"] != row["case_id"]]


def _behind(rows: list[Mapping[str, object]]) -> str:
    if not rows:
        return ""
    items = "".join(
        f'<li>{case_link(row)}<span class="sp-where">'
        f"{facts([safe(short_day(row['date'])), safe(row['body'])])}</span></li>"
        for row in rows[:MOST_CASES]
    )
    left = len(rows) - MOST_CASES
    more = f"<li>{safe(plural('overview.more_cases', left))}</li>" if left > 0 else ""
    said = safe(plural("overview.behind", len(rows)))
    return f"<details><summary>{said}</summary><ul>{items}{more}</ul></details>"
