"""Mean agreement: within the governing parties, within the others, between; and per party."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from reports.blocs import RELATIONS
from views import arrival, charts_pairs, downloads, evidence, frame, links
from views.counted import KEY, Counted, Row
from views.data import Snapshot
from views.figure import draw
from views.formats import interval, number, percent, records, whole
from views.language import language, text, texts, word
from views.markup import anchor, parties, party, safe, show, table
from views.question import Question


def show_groups(question: Question) -> None:
    """The two tables of means beside each other, each with its figure; below, what is behind
    a count of them."""
    left, right = st.columns(2, gap="large")
    related = _counted(question, "governing_means", _relation)
    each = _counted(question, "means", _own)
    with left:
        if related.rows["share"].isna().all():
            frame.explain(text("groups.unknown"), text("groups.unknown_how"))
        else:
            draw_governing(question)
            _table(related, lambda row: safe(_relation(row)))
        frame.method("agreement_method.governing", "agreement_method.means")
        show(f"<p>{anchor(links.view('pairs'), safe(text('groups.behind')))}</p>")
    with right:
        draw_means(question)
        _table(each, _party)
        frame.method("agreement_method.means")
    for counted in (related, each, *_of_pairs(question)):
        counted.behind()


def draw_governing(question: Question) -> None:
    """Means within the governing parties, within the others and between."""
    rows = question.table("governing_means")
    _draw(question, "governing_means", rows, [_relation(row) for row in records(rows)])


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


def _counted(question: Question, name: str, who: Callable[[Row], str], **of: str) -> Counted:
    """A report of means, or of the pairs of one, whose counts open to their rows."""

    def called(row: Row, count: str) -> str:
        return ", ".join(filter(None, (who(row), text(f"groups.called_{count}"))))

    rows = question.table(name, **of)
    return Counted(
        *(question.snapshot, question.choice, name, rows, "agreement", called),
        way={"view": "groups"},
        options={"contested_only": question.choice.contested, "silence": question.silence},
        table=partial(_behind, question),
    )


def _of_pairs(question: Question) -> list[Counted]:
    """The pairs of the mean whose pair the address asks for."""
    asked = [code.partition("|")[2].split("|")[0] for code in arrival.asked(KEY)]
    known = {*question.table("means")["party"], *RELATIONS.values()}
    return [
        _counted(question, "mean_pairs", _pair, of=mean)
        for mean in asked[-1:]
        if mean in known
    ]


def _table(counted: Counted, heading: Callable[[Row], str]) -> None:
    names = ("who", "share", "interval", "n", "pairs", "left_out")
    cells = [[heading(row), *_cells(row, counted)] for row in records(counted.rows)]
    headings = [safe(text(f"groups.{column}")) for column in names]
    caption = text(f"groups.title_{counted.name}")
    show(table(headings, cells, caption=caption, kind="sp-numbers"))
    downloads.table(counted.snapshot, counted.name, counted.rows)


def _behind(
    question: Question, snapshot: Snapshot, report: str, rows: pd.DataFrame, caption: str
) -> str:
    """The decisions behind a mean with their two sides, or its pairs with their shares."""
    if report != "mean_pairs":
        return evidence.table(snapshot, report, rows, caption)
    counted = _counted(question, report, _pair, of=str(rows["of"].iloc[0]))
    names = ("pair", "share", "n")
    cells = [
        [parties((row["first"], row["second"])), _share(row), counted.link(row, "n")]
        for row in records(rows)
    ]
    headings = [safe(text(f"pairs.{name}")) for name in names]
    return table(headings, cells, caption=caption, kind="sp-numbers")


def _cells(row: Row, counted: Counted) -> list[str]:
    counts = [counted.link(row, name) for name in ("n", "pairs", "left_out")]
    known = not pd.isna(row["share"])
    spread = safe(interval(row["low"], row["high"])) if known else ""
    return [_share(row), spread, *counts]


def _share(row: Row) -> str:
    if pd.isna(row["share"]):
        return f'<span class="sp-quiet">{safe(text("pairs.few"))}</span>'
    share = percent(row["share"])
    return safe(f"({share})" if row["level"] == "uncertain" else share)


def _party(row: Row) -> str:
    """A party as a link to its pairs: those of the mean, and those left out."""
    letters = str(row["party"])
    counted = number(whole(row["pairs"]) + whole(row["left_out"]))
    name = text("groups.open_pairs", party=letters, n=counted)
    return anchor(links.view("pairs", of=letters), party(letters), name=name)


def _own(row: Row) -> str:
    return str(row["party"])


def _pair(row: Row) -> str:
    mean = str(row["of"])
    two = f"{row['first']}–{row['second']}"
    return f"{word('relation', mean)}, {two}" if mean in RELATIONS.values() else two


def _relation(row: Row) -> str:
    return word("relation", str(row["relation"]))
