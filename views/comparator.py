"""Which decisions had these parties for and those against."""

import pandas as pd
import streamlit as st

from analytics.comparison import match_share
from reports.order import in_order
from views import arrival, data, downloads, frame, links, lists, paging
from views.formats import interval, number, percent, records, whole
from views.language import plural, text
from views.markup import anchor, parties, safe, show
from views.question import Question

SIDES = ("supports", "against", "abstained")
FIRST_ROWS = 12
MATCHES = "deviating"


def show_compare(question: Question) -> None:
    """Three lists of parties; how often they stood so, and the decisions where they did."""
    letters = in_order(data.party_letters(question.snapshot, question.choice.municipality))
    columns = st.columns(3)
    named: dict[str, tuple[str, ...]] = {}
    for side, column in zip(SIDES, columns, strict=True):
        with column:
            named[side] = _named(side, letters)
    every = [party for group in named.values() for party in group]
    if not every:
        frame.explain(text("comparator.none"), text("comparator.none_how"))
        _example(question)
    elif len(set(every)) < len(every):
        frame.explain(text("comparator.twice"), "")
    else:
        _found(question, named)
    frame.method("agreement_method.compare", "method.matter")


def _named(side: str, letters: list[str]) -> tuple[str, ...]:
    if side not in st.session_state:
        arrival.known(side, letters)
    picked = st.multiselect(
        text(f"comparator.{side}"),
        letters,
        placeholder=text("comparator.choose"),
        select_all=False,
        key=side,
        bind="query-params",
    )
    return tuple(picked)


def _example(question: Question) -> None:
    """A link to a question that has an answer: the pair that most often parts ways."""
    table = question.table("agreement")
    if table.empty:
        return
    parted = table.sort_values("one", ascending=False, kind="stable").iloc[0]
    one, other = str(parted["first"]), str(parted["second"])
    address = links.view("compare", supports=one, against=other)
    said = text("comparator.example", first=one, second=other)
    show(f"<p>{anchor(address, safe(said))}</p>")


def _found(question: Question, named: dict[str, tuple[str, ...]]) -> None:
    rows = question.table("compare", **named)
    show(
        f'<div class="sp-pair"><div class="sp-pair-figure">{_figure(rows, named)}</div></div>'
    )
    other = st.toggle(text("comparator.deviating"), key=MATCHES, bind="query-params")
    found = rows[rows["match"] != other]
    if found.empty:
        frame.explain(text("comparator.no_match"), "")
        return
    limit = paging.limit("compare", step=FIRST_ROWS)
    first = tuple(found["decision"].head(limit))
    lists.decision_cards(records(data.named_decisions(question.snapshot, first)))
    paging.more("compare", len(found), step=FIRST_ROWS)
    downloads.table(question.snapshot, "compare", found)


def _figure(rows: pd.DataFrame, named: dict[str, tuple[str, ...]]) -> str:
    asked = "".join(
        f'<span class="sp-line"><span class="sp-side">{safe(text(f"comparator.{side}"))}'
        f"</span>{parties(group)}</span>"
        for side, group in named.items()
        if group
    )
    row = records(match_share(rows))[0]
    said = text(
        "comparator.count",
        agree=number(whole(row["agree"])),
        decisions=plural(
            "agreement_count.taken", whole(row["n"]), number=number(whole(row["n"]))
        ),
    )
    if row["level"] == "few":
        return f"{asked}<b>{safe(text('pairs.few'))}</b><span>{safe(said)}</span>"
    share = percent(row["share"])
    shown = f"({share})" if row["level"] == "uncertain" else share
    spread = interval(row["low"], row["high"])
    return f"{asked}<b>{safe(shown)}</b><span>{safe(f'{spread}, {said}')}</span>"
