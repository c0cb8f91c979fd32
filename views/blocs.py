"""The tree and the map of parties, with what they are worth."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from views import charts_blocs, downloads, frame, links
from views.figure import draw
from views.formats import number, percent, records, whole
from views.language import language, plural, text, texts
from views.markup import STACKED, anchor, facts, parties, party, safe, show, table
from views.question import Question


def show_blocs(question: Question) -> None:
    """The tree beside the map; below, the joins as a table and the parties left out."""
    show(f'<p class="sp-descriptive">{safe(text("blocs.descriptive"))}</p>')
    joins = question.table("tree")
    if joins.empty:
        frame.explain(text("blocs.nothing"), text("blocs.nothing_how"))
        return
    left, right = st.columns(2, gap="large")
    with left:
        draw_tree(question)
        frame.method("agreement_method.tree")
    with right:
        draw_plane(question)
        frame.method("agreement_method.plane")
    _left_out(question)
    show(f"<h2>{safe(text('blocs.joins'))}</h2>")
    _joins(joins)
    downloads.table(question.snapshot, "tree", joins)


def draw_tree(question: Question) -> None:
    """The tree; nothing where no parties can be compared."""
    joins = question.table("tree")
    if joins.empty:
        return
    words = {"percent": text("format.percent"), "hover": texts(language())["blocs.join_hover"]}
    fit = _decimal(joins["cophenetic"].iloc[0])
    counted = question.told(question.decisions())
    draw(
        question.snapshot,
        charts_blocs.tree(joins=joins, words=words),
        name="tree",
        about=question.choice,
        title=text("blocs.tree"),
        note=text("blocs.tree_note", counted=counted, fit=fit),
    )


def draw_plane(question: Question) -> None:
    """The map; nothing where no parties can be compared."""
    positions = question.table("plane")
    if positions.empty:
        return
    words = {"hover": texts(language())["blocs.party_hover"], "rod": text("blocs.rod")}
    stress = _decimal(positions["stress"].iloc[0])
    counted = question.told(question.decisions())
    draw(
        question.snapshot,
        charts_blocs.plane(positions=positions, words=words),
        name="plane",
        about=question.choice,
        title=text("blocs.plane"),
        note=text("blocs.plane_note", counted=counted, stress=stress),
    )


def _left_out(question: Question) -> None:
    rows = records(question.table("outside"))
    if rows:
        items = "".join(
            f"<li>{party(row['party'])} {safe(plural('blocs.out', whole(row['n'])))}</li>"
            for row in rows
        )
        heading = safe(text("blocs.left_out"))
        show(f'<h2>{heading}</h2><ul class="sp-left-out">{items}</ul>')


def _joins(joins: pd.DataFrame) -> None:
    names = ("groups", "agreement", "support", "n", "behind")
    rows = [
        [
            f"{parties(row['left'])} + {parties(row['right'])}",
            safe(percent(row["agreement"])),
            "" if pd.isna(row["support"]) else safe(percent(row["support"])),
            number(whole(row["n"])),
            _across(row),
        ]
        for row in records(joins)
    ]
    headings = [safe(text(f"blocs.{name}")) for name in names]
    show(
        table(
            headings, rows, caption=text("blocs.joins"), kind=f"sp-numbers sp-joins {STACKED}"
        )
    )


def _across(row: Mapping[str, Any]) -> str:
    """The ways to the decisions of every pair that a join's figure is the mean of."""
    pairs = [(one, other) for one in row["left"] for other in row["right"]]
    ways = [
        anchor(
            links.pair(*sorted(pair)),
            safe("–".join(pair)),
            name=text("pairs.open", first=pair[0], second=pair[1]),
        )
        for pair in pairs
    ]
    return facts(ways)


def _decimal(value: float) -> str:
    if pd.isna(value):
        return "–"
    return f"{value:.2f}".replace(".", text("blocs.decimal_sign"))
