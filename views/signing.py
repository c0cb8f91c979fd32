"""What was signed together: the network of parties or people, the pairs, and the texts."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from views import arrival, charts_blocs, choices, data, downloads, frame, links, lists, paging
from views.figure import draw
from views.formats import given, interval, number, percent, records, whole
from views.held import held
from views.language import language, plural, text, texts, word
from views.markup import STACKED, anchor, parties, party, safe, show, table
from views.question import Question
from views.quotes import statement_cards

ACTS = ("reservation", "comment", "yrkande", "motion", "all")
SIGNERS = ("party", "person")
SHARE = ("either", "jaccard", "interval")
FIRST_ROWS, FIRST_TEXTS = 15, 6
LEAST = {"party": 1, "person": 2}
"""Matters together for a line; among people a single one is mostly noise."""


def show_signed(question: Question) -> None:
    """The network beside its pairs; below, the texts behind a chosen pair."""
    with st.container(horizontal=True, gap="medium"):
        act = choices.segmented(
            "act", ACTS, lambda code: word("joint_act", code), label=text("signing.act")
        )
        by = choices.segmented(
            "by", SIGNERS, lambda code: word("signer", code), label=text("signing.by")
        )
    edges = _report(question, "network", by, act)
    every = replace(question.choice, contested=False)
    frame.selection(every, plural("signing.pairs", len(edges)))
    if edges.empty:
        frame.explain(text("signing.nothing"), text("signing.nothing_how"))
        return
    pair = _chosen(edges)
    left, right = st.columns(2, gap="large")
    with left:
        draw_network(question, by, act)
        frame.method("agreement_method.signed", "agreement_method.network")
    with right:
        _pairs(question, edges, by, act)
    _texts(question, by, act, pair)


def draw_network(question: Question, by: str, act: str) -> None:
    """The network of those who signed together; nothing where nobody did."""
    edges, nodes = (_report(question, name, by, act) for name in ("network", "signers"))
    if edges.empty:
        return
    if by == "person":  # people alone would only be in the way
        nodes = nodes[nodes["neighbours"] > 0]
    named = texts(language())
    words = {"node": named["signing.node"], "edge": named["signing.edge"]}
    pairs = plural("signing.pairs", len(edges))
    note = text("signing.note", act=word("joint_act", act), least=LEAST[by], pairs=pairs)
    draw(
        question.snapshot,
        charts_blocs.network(nodes=nodes, edges=edges, words=words),
        name="network",
        about=question.choice,
        title=text(f"signing.title_{by}"),
        note=note,
        by=by,
        act=act,
    )


def _report(question: Question, name: str, by: str, act: str) -> pd.DataFrame:
    given_act = None if act == "all" else act
    options: dict[str, Any] = {"act": given_act, "by": by, "least": LEAST[by]}
    return data.report(question.snapshot, question.choice, name, **options)


def _chosen(edges: pd.DataFrame) -> tuple[str, str]:
    """The pair that the address names, or the one that signed most together."""
    signers = {*edges["first"], *edges["second"]}
    asked = sorted(["", *arrival.known(key, signers)][-1] for key in ("first", "second"))
    known = edges[(edges["first"] == asked[0]) & (edges["second"] == asked[1])]
    row = (known if len(known) else edges).iloc[0]
    return str(row["first"]), str(row["second"])


def _pairs(question: Question, edges: pd.DataFrame, by: str, act: str) -> None:
    who = _names(question, by, act)
    counted = by == "party" and act != "all"
    if counted:
        edges = data.report(question.snapshot, question.choice, "joint", act=act)
    shown = records(edges.head(paging.limit("joint", step=FIRST_ROWS)))
    cells = [
        [_link(row, by, act, who), *(_share(row) if counted else [_joint(row)])]
        for row in shown
    ]
    kind = f"sp-numbers {STACKED}"
    names = ("pair", "joint", *(SHARE if counted else ()))
    headings = [safe(text(f"signing.{name}")) for name in names]
    show(table(headings, cells, caption=text("signing.caption"), kind=kind))
    paging.more("joint", len(edges), step=FIRST_ROWS)
    downloads.table(question.snapshot, "joint" if counted else "network", edges)
    if counted:
        frame.method("agreement_method.jaccard", "agreement_method.interval")


def _share(row: Mapping[str, Any]) -> list[str]:
    joint, either = _joint(row), number(whole(row["either"]))
    if row["level"] == "few":
        few = f'<span class="sp-quiet">{safe(text("signing.few"))}</span>'
        return [joint, either, few, ""]
    share = percent(row["jaccard"])
    shown = f"({share})" if row["level"] == "uncertain" else share
    return [joint, either, safe(shown), safe(interval(row["low"], row["high"]))]


def _text(question: Question, row: Mapping[str, Any]) -> str:
    """One text, under its case."""
    found = data.statement(question.snapshot, row["statement_id"])
    where = held(row)
    head = f'<span class="sp-where">{where}</span>{lists.case_link(row)}'
    return f"<div>{head}{statement_cards([found] if found else [])}</div>"


def _joint(row: Mapping[str, Any]) -> str:
    return number(whole(row["joint"]))


def _link(
    row: Mapping[str, Any], by: str, act: str, who: Mapping[str, tuple[str, str]]
) -> str:
    pair = str(row["first"]), str(row["second"])
    address = links.view("signed", pair, act=act, by=by)
    first, second = (who.get(signer, (signer, ""))[0] for signer in pair)
    name = text("signing.open", first=first, second=second)
    return anchor(address, _pair(pair, who), name=name)


def _pair(pair: tuple[str, str], who: Mapping[str, tuple[str, str]]) -> str:
    """The two parties, or the two people with their parties."""
    if not who:
        return parties(pair)
    told = (who.get(signer, (signer, "")) for signer in pair)
    return " + ".join(
        f"{safe(name)} {party(letters) if letters else ''}" for name, letters in told
    )


def _names(question: Question, by: str, act: str) -> dict[str, tuple[str, str]]:
    """Each person's name and party; nothing for parties."""
    if by == "party":
        return {}
    rows = records(_report(question, "signers", by, act))
    return {row["signer"]: (str(row["name"]), given(row["party"])) for row in rows}


def _texts(question: Question, by: str, act: str, pair: tuple[str, str]) -> None:
    given_act = None if act == "all" else act
    rows = data.report(
        question.snapshot, question.choice, "signed", pair=pair, by=by, act=given_act
    )
    name = _pair(pair, _names(question, by, act))
    said = safe(plural("signing.texts", len(rows)))
    show(f'<h2 class="sp-behind-head">{name} <span class="sp-quiet">{said}</span></h2>')
    shown = records(rows.head(paging.limit("texts", step=FIRST_TEXTS)))
    show(f'<div class="sp-texts">{"".join(_text(question, row) for row in shown)}</div>')
    paging.more("texts", len(rows), step=FIRST_TEXTS)
    downloads.table(question.snapshot, "signed", rows)
