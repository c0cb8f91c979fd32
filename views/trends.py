"""One pair: its agreement over time and by topic, and the decisions behind a part of it."""

from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from views import arrival, charts_pairs, choices, downloads, frame, links, lists, pairs
from views.figure import draw
from views.filters import topic_name
from views.formats import day, number, records, short_day, sorting_key
from views.language import language, text, texts, word
from views.markup import anchor, safe, show, table
from views.pairs import Pair
from views.question import Question

STEPS = ("year", "half", "term")
FEWEST_DOTS = 2
HALF = 7
"""The month that a year's second half begins with."""


def show_pair(question: Question) -> None:
    """A pair over time beside the same pair by topic; below, what is behind a chosen part."""
    every = question.table("agreement")
    pair = pairs.chosen(every)
    pairs.summary(every, pair, ways=("matrix", "signed"))
    _behind(question, pair)
    left, right = st.columns(2, gap="large")
    with left:
        _show_time(question, pair)
    with right:
        show(f"<h2>{safe(text('trends.by_topic'))}</h2>")
        _table(question, "agreement_by", by_topic(question, pair), _topic_link, pair)
        frame.method("agreement_method.by_topic", "agreement_method.interval")


def _show_time(question: Question, pair: Pair) -> None:
    show(f"<h2>{safe(text('trends.over_time'))}</h2>")
    step = choices.segmented(
        "step", STEPS, lambda code: word("pair_step", code), label=text("trends.step")
    )
    rows = over_time(question, pair, step)
    if rows.empty:
        frame.explain(text("trends.no_days"), "")
    _table(question, "pair_over_time", rows, _stretch_link, pair)
    frame.method("agreement_method.over_time", "agreement_method.interval")


def over_time(question: Question, pair: Pair, step: str) -> pd.DataFrame:
    """Draw a pair over time where some period has enough decisions; the rows of the report,
    with their labels."""
    rows = question.table("pair_over_time", pair=pair, step=step)
    rows = rows.assign(
        label=[_label(row, step) for row in records(rows)],
        broken=pd.Series([_broken(row) for row in records(rows)], dtype=object),
    )
    rows = rows.assign(before=_before(rows))
    if rows["share"].notna().any():
        draw(
            question.snapshot,
            charts_pairs.over_time(table=rows, words=_words()),
            name="pair_over_time",
            about=question.choice,
            title=text("trends.title", first=pair[0], second=pair[1]),
            note=text("chart.over_time", counted=question.told(int(rows["n"].sum()))),
            first=pair[0],
            second=pair[1],
            step=step,
        )
    return rows


def by_topic(question: Question, pair: Pair) -> pd.DataFrame:
    """Draw a pair by topic where some topics have enough decisions; the rows of the report, of
    the most to the least agreement, with their labels."""
    found = question.table("agreement_by", by="topic")
    mine = found[found["first"].isin(pair) & found["second"].isin(pair)]
    rows = mine.assign(label=[topic_name(topic) for topic in mine["slice"]])
    rows = rows.sort_values("label", key=lambda names: names.map(sorting_key))
    rows = rows.sort_values(["share", "n"], ascending=False, na_position="last", kind="stable")
    enough = rows[rows["share"].notna()]
    if len(enough) >= FEWEST_DOTS:
        draw(
            question.snapshot,
            charts_pairs.dots(table=enough, labels=list(enough["label"]), words=_words()),
            name="pair_topics",
            about=question.choice,
            title=text("trends.topics_title", first=pair[0], second=pair[1]),
            note=text("chart.dots", counted=question.told()),
            first=pair[0],
            second=pair[1],
        )
    return rows


def _table(
    question: Question,
    name: str,
    rows: pd.DataFrame,
    link: Callable[[Mapping[str, object], Pair], str],
    pair: Pair,
) -> None:
    """Period or topic with its figures; the first cell opens the decisions behind."""
    if rows.empty:
        return
    names = (f"part_{name}", "share", "interval", "n", "shares")
    headings = [text(f"trends.{key}") for key in names]
    cells = [[link(row, pair), *lists.share_cells(row)] for row in records(rows)]
    caption = text(f"trends.caption_{name}", first=pair[0], second=pair[1])
    show(table(list(map(safe, headings)), cells, caption=caption, kind="sp-pairs sp-trend"))
    downloads.table(question.snapshot, name, rows)


def _stretch_link(row: Mapping[str, object], pair: Pair) -> str:
    span = f"{row['start']}..{row['end']}"
    address = links.view("pair", pair, part=span, step=st.query_params.get("step"))
    after = text("trends.after", broken=row["broken"]) if row["broken"] else ""
    told = after or row["before"]
    note = f'<span class="sp-where">{safe(told)}</span>' if told else ""
    return anchor(address, safe(row["label"])) + note


def _topic_link(row: Mapping[str, object], pair: Pair) -> str:
    address = links.view("pair", pair, part=row["slice"], step=st.query_params.get("step"))
    return anchor(address, safe(row["label"]))


def _behind(question: Question, pair: Pair) -> None:
    """The decisions behind the part that the address names: a topic or a stretch of days."""
    part = st.query_params.get("part", "")
    if not part:
        return
    start, dots, end = part.partition("..")
    if dots:
        rows = question.table("pair", pair=pair)
        rows, report = rows[rows["date"].between(start, end)], "pair"
        name = f"{day(start)} – {day(end)}"
    else:
        rows = question.table("pair_by", pair=pair, by="topic")
        rows, report = rows[rows["slice"] == part], "pair_by"
        name = topic_name(part)
    if rows.empty:
        arrival.known("part", ())
        return
    heading = text("trends.behind", part=name, n=number(len(rows)))
    show(f"<h2>{safe(heading)}</h2>")
    pairs.behind(question, rows, pair, name=report)


def _label(row: Mapping[str, object], step: str) -> str:
    start, end = str(row["start"]), str(row["end"])
    year = start[:4]
    if step == "term":
        return f"{short_day(start)} – {short_day(end)}"
    if step == "half":
        return text("trends.half", half=1 + (int(start[5:7]) >= HALF), year=year)
    return year


def _broken(row: Mapping[str, object]) -> str | None:
    start = str(row["start"])
    if row["break"] == "election":
        return text("trends.election", year=start[:4])
    if row["break"] == "majority":
        return text("trends.majority", day=short_day(start))
    return None


def _before(rows: pd.DataFrame) -> pd.Series:
    """The break that ends a stretch, where the next one has the same label."""
    after = rows.shift(-1)
    same = (after["label"] == rows["label"]) & after["broken"].notna()
    told = [
        text("trends.before", broken=broken) if ends else None
        for broken, ends in zip(after["broken"], same, strict=True)
    ]
    return pd.Series(told, index=rows.index, dtype=object)


def _words() -> dict[str, str]:
    return {
        "percent": text("format.percent"),
        "few": text("pairs.few"),
        "hover": texts(language())["chart.point"],
    }
