"""The parts of *Sakfrågor*: topics, stances, the parties' words, demands, criticism."""

import pandas as pd
import streamlit as st

from analytics.contested import party_table, stance_counts
from analytics.demands import criticism_edges
from pipeline.words import DemandKind
from reports.choice import Choice
from reports.issues import EVERY
from views import asked as address
from views import choices, data, downloads, frame, lists, paging, topics, voices
from views.data import Snapshot
from views.figure import draw
from views.formats import given, number, records, short_day, whole
from views.issue_charts import criticism_network, demand_bars
from views.language import language, plural, text, texts, word
from views.markup import legend, party, safe, show, table, tag

PARTS = ("topics", "stances", "words", "demands", "criticism")
NARROW = PARTS[1:]
DEMANDS, CRITICISM = "demands", "criticism"
VOICES = 6
MOST_CASES = 300


def part(choice: Choice) -> str:
    """Which part to show; the list of topics only where no topic or words are chosen."""
    parts = NARROW if choice.topic or choice.words else PARTS
    label = text("issues.part")
    return choices.segmented("part", parts, lambda code: text(f"issues.{code}"), label=label)


def show_part(name: str, snapshot: Snapshot, choice: Choice) -> None:
    """Draw one of PARTS."""
    shown = {
        "topics": _topics,
        "stances": _stances,
        "words": _words,
        "demands": _demands,
        "criticism": _criticism,
    }
    shown[name](snapshot, choice)


def draw_demands(snapshot: Snapshot, choice: Choice, kind: str | None = None) -> None:
    """Demands over time; the kind from the address where it is not given."""
    asked = kind or _kind_in_address(EVERY)
    rows = data.report(snapshot, choice, "demands_over_time", kind=asked)
    if rows.empty:
        return
    figure = demand_bars(table=rows, words={"axis": text("voices.axis")})
    note = text("voices.chart_note", n=number(int(rows["n"].sum())), kind=_kind_told(asked))
    draw(snapshot, figure, name=DEMANDS, title=text("issues.over_time"), note=note)


def draw_criticism(snapshot: Snapshot, choice: Choice, kind: str | None = None) -> None:
    """Who speaks of whom; the kind from the address where it is not given."""
    asked = kind or _kind_in_address(DemandKind.KRITIK)
    rows = data.report(snapshot, choice, "criticism", kind=asked)
    if rows.empty:
        return
    edges = criticism_edges(rows.rename(columns={"ids": "demand_ids"}))
    named = {
        code: voices.addressee_name(code) for code in {*edges["source"], *edges["target"]}
    }
    edges = edges.assign(target=edges["target"].map(named))
    words = {
        "hover": texts(language())["criticism.hover"],
        "looked_up": text("criticism.looked_up"),
    }
    figure = criticism_network(edges=edges, words=words)
    sentences = len(set(rows["ids"].explode()))
    note = text("criticism.note", n=number(sentences), kind=_kind_told(asked))
    title = text("issues.criticism")
    if asked != DemandKind.KRITIK:
        title = text("criticism.title", kind=_kind_told(asked))
    draw(snapshot, figure, name=CRITICISM, title=title, note=note)


def _topics(snapshot: Snapshot, choice: Choice) -> None:
    found = data.report(snapshot, choice, "topics")
    dissent = data.report(snapshot, choice, "dissent")
    if found.empty:
        frame.explain(text("topics.none"), text("frame.no_match_how"))
        return
    topics.topic_table(found, dissent)
    frame.method("topics.method", "method.matter", "method.counts")
    downloads.table(snapshot, "topics", found)
    st.caption(text("topics.each_party"))
    downloads.table(snapshot, "dissent", dissent)


def _stances(snapshot: Snapshot, choice: Choice) -> None:
    stances = data.stances(snapshot, choice)
    if stances.empty:
        frame.explain(
            text("issues.no_positions"), text("issues.no_positions_how")
        ) if data.count(snapshot, choice) else frame.nothing(snapshot)
        return
    show(legend())
    cells = party_table(stances)
    first = cells.head(paging.limit("issues"))
    lists.stance_table(data.named_decisions(snapshot, tuple(first.index)), first)
    paging.more("issues", len(cells))
    frame.method("method.stance", "method.silence")
    downloads.table(snapshot, "stances", data.report(snapshot, choice, "stances"))
    counts = stance_counts(stances)
    if len(counts):
        show(f"<h2>{safe(text('issues.counts'))}</h2>")
        lists.count_table(counts)
        frame.method("method.counts")
        downloads.table(snapshot, "counts", data.report(snapshot, choice, "counts"))


def _words(snapshot: Snapshot, choice: Choice) -> None:
    every = data.report(snapshot, choice, "words")
    if every.empty:
        frame.explain(text("voices.none"), text("voices.none_how"))
        return
    asked = _case(every)
    rows = data.report(snapshot, choice, "words", case=asked) if asked else every
    rows = rows.assign(parties_all=rows["parties"])
    voices.columns(rows, shown=paging.limit("words", step=VOICES))
    paging.more("words", voices.most(rows), step=VOICES)
    frame.method("voices.method", "voices.repeats")
    downloads.table(snapshot, "words", rows.drop(columns="parties_all"))


def _demands(snapshot: Snapshot, choice: Choice) -> None:
    kind = _kind((EVERY, *DemandKind))
    rows = data.report(snapshot, choice, "demands", kind=kind)
    if rows.empty:
        frame.explain(text("voices.none"), text("voices.none_how"))
        return
    draw_demands(snapshot, choice, kind)
    frame.method("voices.over_time_method")
    downloads.table(
        snapshot,
        "demands_over_time",
        data.report(snapshot, choice, "demands_over_time", kind=kind),
    )
    show(f"<h2>{safe(text('issues.each'))}</h2>")
    voices.demand_table(rows, shown=paging.limit("demands"))
    paging.more("demands", rows["wish"].nunique())
    frame.method("voices.repeats")
    downloads.table(snapshot, "demands", rows)


def _criticism(snapshot: Snapshot, choice: Choice) -> None:
    kind = _kind((DemandKind.KRITIK, *(one for one in DemandKind if one != DemandKind.KRITIK)))
    rows = data.report(snapshot, choice, "criticism", kind=kind)
    if rows.empty:
        frame.explain(
            text("criticism.none", kind=_kind_told(kind)), text("criticism.none_how")
        )
        return
    left, right = st.columns([5, 6], gap="large")
    with left:
        draw_criticism(snapshot, choice, kind)
    with right:
        _criticism_table(rows, data.report(snapshot, choice, "demands", kind=kind))
    frame.method("criticism.method")
    downloads.table(snapshot, "criticism", rows)


def _criticism_table(rows: pd.DataFrame, demands: pd.DataFrame) -> None:
    asked = demands[demands["id"].isin(rows["ids"].explode())]
    said = {row["id"]: row for row in records(asked)}
    names = ("who", "whom", "period", "n", "sentences")
    ordered = rows.sort_values(["period", "n"], ascending=[False, False], kind="stable")
    show(
        table(
            [safe(text(f"criticism.{name}")) for name in names],
            [
                [
                    party(str(row["party"])),
                    _addressed(row),
                    safe(row["period"]),
                    number(whole(row["n"])),
                    voices.sentences(said[one] for one in row["ids"] if one in said),
                ]
                for row in records(ordered)
            ],
            caption=text("criticism.caption"),
            kind="sp-criticism",
        )
    )


def _addressed(row: dict[str, object]) -> str:
    code = given(row["addressee"])
    name = party(code) if code.isupper() else safe(voices.addressee_name(code))
    return name + (tag(text("criticism.looked_up")) if row["resolved"] else "")


def _case(rows: pd.DataFrame) -> str | None:
    """The case whose words are wanted; None for all of the choice."""
    single = rows.dropna(subset="case_id").drop_duplicates("case_id").head(MOST_CASES)
    names = {
        given(row["case_id"]): " · ".join(
            part for part in (lists.title_of(row), short_day(row["date"])) if part
        )
        for row in records(single)
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


def _kind(codes: tuple[str, ...]) -> str:
    plain = [str(code) for code in codes]
    return choices.segmented("kind", plain, _kind_told, label=text("voices.kind"))


def _kind_told(code: str) -> str:
    return text("voices.every_kind") if code == EVERY else word("demand", code)


def _kind_in_address(default: str) -> str:
    asked = address.asked().get("kind") or ""
    return asked if asked in tuple(DemandKind) else str(default)
