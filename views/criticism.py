"""*Vem kritiserar vem*: the network, and who spoke of whom, period by period."""

import pandas as pd
import streamlit as st

from analytics.demands import STEPS, criticism_edges
from pipeline.words import DemandKind
from reports.choice import Choice
from views import choices, data, downloads, frame, links, voices
from views.data import Snapshot
from views.figure import draw
from views.formats import given, number, records, whole
from views.issue_charts import criticism_network
from views.language import language, text, texts
from views.markup import anchor, facts, party, safe, show, table, tag

CRITICISM = "criticism"
KINDS = (DemandKind.KRITIK, *(one for one in DemandKind if one != DemandKind.KRITIK))
PERIODS = STEPS[:-1]
"""The whole time first: few sentences name somebody, and months leave one of each."""


def show_criticism(snapshot: Snapshot, choice: Choice) -> None:
    """The network beside its sentences, of one kind and divided into periods. Where no
    criticism names anybody it begins with the kind that names most."""
    named = _named(snapshot, choice)
    with st.container(horizontal=True, gap="medium"):
        kind = voices.kind_asked(KINDS, start=max(named, key=named.__getitem__))
        step = choices.segmented(
            "period", PERIODS, voices.step_name, label=text("voices.period")
        )
    rows = data.report(snapshot, choice, CRITICISM, kind=kind, step=step)
    if rows.empty:
        told = voices.kind_told(kind)
        frame.explain(text("criticism.none", kind=told), text("criticism.none_how"))
        _others(snapshot, choice)
        return
    if not named[KINDS[0]]:
        told = text("criticism.instead", kind=voices.kind_told(kind))
        show(f'<p class="sp-selection">{safe(told)}</p>')
    left, right = st.columns([5, 6], gap="large")
    with left:
        draw_criticism(snapshot, choice, kind)
    with right:
        demands = data.report(snapshot, choice, "demands", kind=kind)
        _table(rows, demands[demands["id"].isin(rows["ids"].explode())])
    downloads.table(snapshot, CRITICISM, rows)
    frame.method("criticism.method")


def draw_criticism(snapshot: Snapshot, choice: Choice, kind: str | None = None) -> None:
    """Who speaks of whom; the kind from the address where it is not given."""
    asked = kind or voices.kind_in_address(DemandKind.KRITIK)
    rows = data.report(snapshot, choice, CRITICISM, kind=asked)
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
    told = voices.kind_told(asked)
    note = text("criticism.note", n=number(sentences), kind=told)
    title = text("issues.criticism")
    if asked != DemandKind.KRITIK:
        title = text("criticism.title", kind=told)
    draw(snapshot, figure, name=CRITICISM, title=title, note=note, about=choice, kind=asked)


def _named(snapshot: Snapshot, choice: Choice) -> dict[str, int]:
    """How often each kind of sentence names somebody; the others are only looked at where no
    criticism does."""
    first, *others = map(str, KINDS)
    told = {first: _times(snapshot, choice, first)}
    return (
        told
        if told[first]
        else told | {kind: _times(snapshot, choice, kind) for kind in others}
    )


def _times(snapshot: Snapshot, choice: Choice, kind: str) -> int:
    return int(data.report(snapshot, choice, CRITICISM, kind=kind)["n"].sum())


def _others(snapshot: Snapshot, choice: Choice) -> None:
    """The ways to the kinds of sentences that do name somebody."""
    counts = {
        kind: len(set(data.report(snapshot, choice, CRITICISM, kind=kind)["ids"].explode()))
        for kind in map(str, KINDS)
    }
    ways = [
        anchor(
            links.href("issues", part=CRITICISM, kind=kind),
            safe(f"{voices.kind_told(kind)} ({number(n)})"),
        )
        for kind, n in counts.items()
        if n
    ]
    if ways:
        told = safe(text("criticism.others"))
        show(f'<p class="sp-selection">{told} {facts(ways)}</p>')


def _table(rows: pd.DataFrame, demands: pd.DataFrame) -> None:
    said = {row["id"]: row for row in records(demands)}
    names = ("who", "whom", "period", "n", "sentences")
    ordered = rows.sort_values(["period", "n"], ascending=[False, False], kind="stable")
    show(
        table(
            [safe(text(f"criticism.{name}")) for name in names],
            [
                [
                    party(str(row["party"])),
                    _addressed(row),
                    safe(voices.period_name(row["period"])),
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
