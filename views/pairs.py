"""The agreement matrix, the choice of a pair by a click on a cell or by two lists, and all
pairs."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from analytics.agreement import square
from reports.order import in_order
from views import arrival, charts, data, downloads, frame, links, lists, paging
from views import asked as address
from views.colours import SHARE_COLOURS
from views.figure import draw
from views.formats import interval, number, percent, records, whole
from views.language import language, plural, text, texts, word
from views.markup import anchor, facts, parties, safe, show
from views.question import Question

MATRIX = "agreement"
FIRST_ROWS = 12

Pair = tuple[str, str]


def show_matrix(question: Question) -> None:
    """The matrix beside one pair, and the decisions behind that pair."""
    table = question.table("agreement")
    left, right = st.columns([6, 5], gap="large")
    with left:
        matrix(question, table)
    with right:
        pair = chosen(table)
        summary(table, pair, ways=("pair", "signed"))
        how = "method.silence_on" if question.silence else "method.agreement"
        frame.method(how, "method.matter")
    rows = question.table("pair", pair=pair)
    if len(rows):
        show(f"<h2>{safe(text('agreement.behind'))}</h2>")
        behind(question, rows, pair, name="pair")


def show_pairs(question: Question) -> None:
    """Every pair with its four shares."""
    table = _of(question.table("agreement"))
    show(lists.share_legend())
    lists.pair_table(table)
    downloads.table(question.snapshot, "agreement", table)
    frame.method("agreement_method.shares", "agreement_method.interval", "method.matter")


def _of(table: pd.DataFrame) -> pd.DataFrame:
    """The pairs of the party that the address names, those left out of its mean too; all
    without a party."""
    asked = arrival.known("of", {*table["first"], *table["second"]})
    if not asked:
        return table
    letters = asked[-1]
    own = table[(table["first"] == letters) | (table["second"] == letters)]
    told = text("pairs.of_party", party=letters, n=number(len(own)))
    every = anchor(links.view("pairs"), safe(text("pairs.every")))
    show(f'<p class="sp-selection">{facts([safe(told), every])}</p>')
    return own


def matrix(question: Question, table: pd.DataFrame) -> None:
    """The matrix of ``analytics.agreement``; what is counted is printed on the chart. Where no
    pair has decisions enough, how many there are instead."""
    if (table["level"] == "few").all():
        _too_few(question, table)
        return
    everyone = in_order([*table["first"], *table["second"]])
    figure = charts.agreement_matrix(
        share=square(table, everyone, "share"),
        n=square(table, everyone, "n"),
        level=square(table, everyone, "level"),
        words={
            "percent": text("format.percent"),
            "few": text("pairs.few"),
            "hover": texts(language())["chart.hover"],
        },
    )
    draw(
        question.snapshot,
        figure,
        name=MATRIX,
        about=question.choice,
        title=text("chart.agreement"),
        note=text("chart.matrix", counted=question.told()),
        on_select=_clicked,
    )


def _too_few(question: Question, table: pd.DataFrame) -> None:
    first, second = most_shared(table)
    told = plural("count.decisions", question.decisions())
    how = text(
        "agreement.too_few_how",
        decisions=told,
        first=first,
        second=second,
        n=number(int(table["n"].max())),
    )
    frame.explain(text("agreement.too_few"), how)


def chosen(table: pd.DataFrame) -> Pair:
    """The pair to look into, in letter order; at first the pair with most decisions."""
    everyone = in_order([*table["first"], *table["second"]])
    first, second = most_shared(table)
    with st.container(horizontal=True, vertical_alignment="bottom", key="pair"):
        picked = _party("first", everyone, first), _party("second", everyone, second)
    one, other = sorted(picked)
    if one == other:
        frame.explain(text("agreement.same_party"), "")
        st.stop()
    return one, other


def most_shared(table: pd.DataFrame) -> Pair:
    """The pair with most decisions."""
    most = table.sort_values("n", ascending=False, kind="stable").iloc[0]
    return str(most["first"]), str(most["second"])


def asked(table: pd.DataFrame) -> Pair | None:
    """The pair that the address names, or that with most decisions; None without any."""
    if table.empty:
        return None
    named = address.asked().get("first"), address.asked().get("second")
    known = {*table["first"], *table["second"]}
    first, second = (
        wanted if wanted in known else usual
        for wanted, usual in zip(named, most_shared(table), strict=True)
    )
    one, other = sorted((str(first), str(second)))
    return one, other


def summary(table: pd.DataFrame, pair: Pair, *, ways: Sequence[str]) -> None:
    """One pair's figure, its four shares and the ways to other views of it."""
    found = table[table["first"].isin(pair) & table["second"].isin(pair)]
    if found.empty:
        first, second = pair
        frame.explain(text("agreement.no_shared", first=first, second=second), "")
        return
    row = records(found)[0]
    onward = [
        anchor(links.view(view, pair), safe(text(f"agreement.to_{view}"))) for view in ways
    ]
    show(
        f'<div class="sp-pair"><div class="sp-pair-figure">{parties(pair)}{_figure(row)}</div>'
        f"{_counts(row)}<p>{facts(onward)}</p></div>"
    )


@st.fragment
def behind(question: Question, rows: pd.DataFrame, pair: Pair, *, name: str) -> None:
    """The decisions behind a pair's figure, with both stances."""
    shown = paging.limit(name, step=FIRST_ROWS)
    known = data.named_decisions(question.snapshot, tuple(rows["decision"].head(shown)))
    lists.pair_decisions(rows, known, pair, shown=shown)
    paging.more(name, len(rows), step=FIRST_ROWS)
    downloads.table(question.snapshot, name, rows)


def _figure(row: Mapping[str, object]) -> str:
    n = whole(row["n"])
    said = plural("agreement_count.shared", n, number=number(n))
    if row["level"] == "few":
        return f'<b class="sp-quiet">{safe(text("pairs.few"))}</b><span>{safe(said)}</span>'
    share = percent(float(str(row["share"])))
    shown = f"({share})" if row["level"] == "uncertain" else share
    spread = interval(float(str(row["low"])), float(str(row["high"])))
    of = text("pairs.of", interval=spread, decisions=said)
    return f"<b>{safe(shown)}</b><span>{safe(of)}</span>"


def _counts(row: Mapping[str, object]) -> str:
    """The four shares as a bar and as numbers."""
    items = "".join(
        f'<li><i class="sp-swatch" style="background:{colour}"></i>'
        f"{safe(word('share', code))} <b>{number(whole(row[code]))}</b></li>"
        for code, colour in SHARE_COLOURS.items()
    )
    return f'{lists.share_bar(row)}<ul class="sp-legend">{items}</ul>'


def _party(key: str, everyone: list[str], default: str) -> str:
    if key not in st.session_state:
        arrival.known(key, everyone)
    picked = st.selectbox(
        text(f"agreement.{key}"),
        everyone,
        index=everyone.index(default),
        placeholder=text("filters.choose"),
        key=key,
        bind="query-params",
    )
    return str(picked)


def _clicked() -> None:
    points = st.session_state[MATRIX]["selection"]["points"]
    if points:
        st.session_state["first"], st.session_state["second"] = points[0]["customdata"][:2]
