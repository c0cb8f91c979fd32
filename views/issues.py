"""The parts of *Sakfrågor*: topics, stances, the parties' words, demands, criticism."""

import pandas as pd
import streamlit as st

from analytics.contested import party_table, stance_counts
from analytics.demands import every_period
from pipeline.words import DemandKind
from reports.choice import Choice
from reports.issues import EVERY
from views import choices, data, downloads, frame, lists, paging, topics, voices
from views.counted import Counted
from views.criticism import show_criticism
from views.data import Snapshot
from views.figure import draw
from views.formats import given, number, records, short_day
from views.issue_charts import demand_bars
from views.language import plural, text
from views.markup import legend, safe, show

PARTS = ("topics", "stances", "words", "demands", "criticism")
NARROW = PARTS[1:]
DEMANDS = "demands"
DEMAND_STEPS = ("year", "quarter", "term")
VOICES = 6
MOST_CASES = 300


def part(snapshot: Snapshot, choice: Choice) -> str:
    """Which part to show; the list of topics only where none of them and no words are chosen
    and some case has one."""
    narrowed = choice.topic or choice.words or _without_topics(snapshot, choice)
    parts = NARROW if narrowed else PARTS
    label = text("issues.part")
    return choices.segmented("part", parts, lambda code: text(f"issues.{code}"), label=label)


def show_part(name: str, snapshot: Snapshot, choice: Choice) -> None:
    """Draw one of PARTS."""
    shown = {
        "topics": _topics,
        "stances": _stances,
        "words": _words,
        "demands": _demands,
        "criticism": show_criticism,
    }
    shown[name](snapshot, choice)


def draw_demands(
    snapshot: Snapshot, choice: Choice, kind: str | None = None, step: str | None = None
) -> None:
    """Demands over time, or of the only period; kind and step from the address where they
    are not given."""
    asked = kind or voices.kind_in_address(EVERY)
    step = step or choices.asked("step", DEMAND_STEPS)
    rows = data.report(snapshot, choice, "demands_over_time", kind=asked, step=step)
    if rows.empty:
        return
    periods = {one: voices.period_name(one) for one in every_period(rows["period"])}
    figure = demand_bars(table=rows, periods=periods, words={"axis": text("voices.axis")})
    note = text("voices.chart_note", n=number(int(rows["n"].sum())))
    title = _demands_title(asked, list(periods.values()))
    draw(
        snapshot,
        figure,
        name=DEMANDS,
        title=title,
        note=note,
        about=choice,
        kind=asked,
        step=step,
    )


def _demands_title(kind: str, periods: list[str]) -> str:
    """What the chart of demands shows; a single period is named."""
    told = text("issues.one_kind", kind=voices.kind_told(kind))
    if kind == EVERY:
        told = text("issues.every_kind")
    if len(periods) == 1:
        return text("issues.in_period", kind=told, period=periods[0])
    return text("issues.over_time", kind=told)


def _without_topics(snapshot: Snapshot, choice: Choice) -> bool:
    return not data.has_topics(snapshot, choice)


def _topics(snapshot: Snapshot, choice: Choice) -> None:
    found = data.report(snapshot, choice, "topics")
    if found.empty:
        show(f'<p class="sp-selection">{safe(text("topics.none"))}</p>')
        return
    dissent = data.report(snapshot, choice, "dissent")
    way = {"part": "topics"}
    counted = Counted(
        *(snapshot, choice, "dissent", dissent, "issues", topics.called), way=way
    )
    topics.topic_table(found, counted)
    downloads.table(snapshot, "topics", found)
    st.caption(text("topics.each_party"))
    downloads.table(snapshot, "dissent", dissent)
    shares = ["topics.method_shares"] if topics.shares_shown(found) else []
    frame.method("topics.method", *shares, "method.matter", "method.counts")
    counted.behind()


def _stances(snapshot: Snapshot, choice: Choice) -> None:
    stances = data.stances(snapshot, choice)
    if stances.empty:
        frame.explain(
            text("issues.no_positions"), text("issues.no_positions_how")
        ) if data.count(snapshot, choice) else frame.nothing(snapshot)
        return
    if not choice.topic and not choice.words and _without_topics(snapshot, choice):
        show(f'<p class="sp-selection">{safe(text("topics.none"))}</p>')
    show(legend())
    cells = party_table(stances)
    first = cells.head(paging.limit("issues"))
    lists.stance_table(data.named_decisions(snapshot, tuple(first.index)), first)
    paging.more("issues", len(cells))
    downloads.later(
        snapshot,
        "stances",
        lambda: data.report(snapshot, choice, "stances"),
        count=len(cells),
    )
    frame.method("method.stance", "method.silence")
    counts = stance_counts(stances)
    if len(counts):
        show(f"<h2>{safe(text('issues.counts'))}</h2>")
        lists.count_table(counts)
        downloads.later(
            snapshot,
            "counts",
            lambda: data.report(snapshot, choice, "counts"),
            count=len(counts),
        )
        frame.method("method.counts")


def _words(snapshot: Snapshot, choice: Choice) -> None:
    if not data.words(snapshot, choice):
        frame.explain(text("voices.none"), text("voices.none_how"))
        return
    asked = _case(data.cases_of_words(snapshot, choice, MOST_CASES))
    most = paging.limit("words", step=VOICES)
    rows = data.first_words(snapshot, choice, asked, most)
    voices.columns(rows)
    paging.more("words", int(rows["wishes"].max()) if len(rows) else 0, step=VOICES)
    downloads.later(
        snapshot,
        "words",
        lambda: data.report(snapshot, choice, "words", case=asked),
        count=data.words(snapshot, choice, asked),
    )
    frame.method("voices.method", "voices.repeats")


def _demands(snapshot: Snapshot, choice: Choice) -> None:
    with st.container(horizontal=True, gap="medium"):
        kind = voices.kind_asked((EVERY, *DemandKind))
        step = choices.segmented(
            "step", DEMAND_STEPS, voices.step_name, label=text("voices.period")
        )
    rows = data.report(snapshot, choice, "demands", kind=kind)
    if rows.empty:
        frame.explain(text("voices.none"), text("voices.none_how"))
        return
    draw_demands(snapshot, choice, kind, step)
    downloads.table(
        snapshot,
        "demands_over_time",
        data.report(snapshot, choice, "demands_over_time", kind=kind, step=step),
    )
    frame.method("voices.over_time_method")
    show(f"<h2>{safe(text('issues.each'))}</h2>")
    voices.demand_table(rows, shown=paging.limit("demands"))
    paging.more("demands", rows["wish"].nunique())
    downloads.table(snapshot, "demands", rows)
    frame.method("voices.repeats")


def _case(cases: pd.DataFrame) -> str | None:
    """The case whose words are wanted; None for all of the choice."""
    names = {
        given(row["case_id"]): " · ".join(
            part for part in (lists.title_of(row), short_day(row["date"])) if part
        )
        for row in records(cases)
    }
    everything = plural("voices.all_cases", len(names))
    picked = choices.listed(
        "case",
        [EVERY, *names],
        lambda code: names.get(code, everything),
        label=text("voices.case"),
        default=EVERY,
    )
    return None if picked == EVERY else picked
