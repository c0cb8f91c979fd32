"""Mean agreement: within the governing parties, within the others, between; and per party."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from views import arrival, behind, charts_pairs, data, downloads, frame, links, lists
from views.figure import draw
from views.formats import interval, number, percent, records, whole
from views.language import language, text, texts, word
from views.markup import anchor, party, safe, show, table
from views.question import Question

_KEYS = {"governing_means": "relation", "means": "party"}
"""The column that tells the rows of a table apart."""


def show_groups(question: Question) -> None:
    """The two tables of means beside each other, each with its figure."""
    left, right = st.columns(2, gap="large")
    with left:
        rows = question.table("governing_means")
        if rows["share"].isna().all():
            frame.explain(text("groups.unknown"), text("groups.unknown_how"))
        else:
            draw_governing(question)
            _table(question, "governing_means", rows, _relation)
        frame.method("agreement_method.governing", "agreement_method.means")
        show(f"<p>{anchor(links.view('pairs'), safe(text('groups.behind')))}</p>")
    with right:
        draw_means(question)
        means = question.table("means")
        _table(question, "means", means, _party)
        frame.method("agreement_method.means")
    for code in arrival.known("of", {*rows["relation"], *means["party"]})[-1:]:
        _behind(question, code)


def draw_governing(question: Question) -> None:
    """Means within the governing parties, within the others and between."""
    rows = question.table("governing_means")
    _draw(question, "governing_means", rows, [_called(code) for code in rows["relation"]])


def draw_means(question: Question) -> None:
    """Each party's mean agreement with the others."""
    rows = question.table("means")
    _draw(question, "means", rows, [str(row["party"]) for row in records(rows)])


def _draw(question: Question, name: str, rows: pd.DataFrame, labels: list[str]) -> None:
    known = rows["share"].notna()
    if not known.any():
        return
    names = [label for label, shown in zip(labels, known, strict=True) if shown]
    words = {
        "percent": text("format.percent"),
        "few": text("pairs.few"),
        "hover": texts(language())["chart.point"],
    }
    draw(
        question.snapshot,
        charts_pairs.dots(table=rows[known], labels=names, words=words),
        name=name,
        about=question.choice,
        title=text(f"groups.title_{name}"),
        note=text("chart.means", counted=question.told()),
    )


def _table(
    question: Question,
    name: str,
    rows: pd.DataFrame,
    heading: Callable[[Mapping[str, Any]], str],
) -> None:
    names = ("who", "share", "interval", "n", "pairs", "left_out")
    cells = [[heading(row), *_cells(row, str(row[_KEYS[name]]))] for row in records(rows)]
    headings = [safe(text(f"groups.{column}")) for column in names]
    show(table(headings, cells, caption=text(f"groups.title_{name}"), kind="sp-numbers"))
    downloads.table(question.snapshot, name, rows)


def _behind(question: Question, code: str) -> None:
    """The decisions behind the mean that the address names, each with its two sides."""
    rows = question.table("mean_rows", of=code)
    heading = text("groups.behind_mean", who=_called(code), n=number(len(rows)))

    def made(first: pd.DataFrame) -> str:
        known = data.named_decisions(question.snapshot, tuple(first["decision"]))
        headings = [safe(text("stance_table.case")), safe(text("groups.sides"))]
        cells = [[lists.case_cell(row), lists.both_sides(row)] for row in records(known)]
        return table(headings, cells, caption=heading, kind="sp-stances")

    behind.listed(question.snapshot, "mean_rows", rows, heading=heading, table=made)


def _called(code: str) -> str:
    return word("relation", code)


def _cells(row: Mapping[str, Any], code: str) -> list[str]:
    n, *pairs = [number(whole(row[name])) for name in ("n", "pairs", "left_out")]
    way = links.view("groups", of=code)
    counts = [behind.opens(way, n, about=f"n, {_called(code)}"), *pairs]
    if pd.isna(row["share"]):
        few = f'<span class="sp-quiet">{safe(text("pairs.few"))}</span>'
        return [few, "", *counts]
    share = percent(row["share"])
    shown = f"({share})" if row["level"] == "uncertain" else share
    return [safe(shown), safe(interval(row["low"], row["high"])), *counts]


def _party(row: Mapping[str, Any]) -> str:
    """A party as a link to its pairs: those of the mean, and those left out."""
    letters = str(row["party"])
    counted = number(whole(row["pairs"]) + whole(row["left_out"]))
    name = text("groups.open_pairs", party=letters, n=counted)
    return anchor(links.view("pairs", of=letters), party(letters), name=name)


def _relation(row: Mapping[str, Any]) -> str:
    return safe(_called(str(row["relation"])))
