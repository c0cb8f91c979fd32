"""The parts of a party's page, one shown at a time."""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import streamlit as st

from reports.choice import Choice
from reports.party import EVERY
from views import arrival, bars, data, downloads, frame, links, paging, parties, sayings
from views.counted import Counted
from views.data import Snapshot
from views.figure import draw
from views.formats import capital, interval, number, percent, records, whole
from views.language import plural, text, word
from views.lists import pair_table, share_legend
from views.markup import STACKED, anchor, party, safe, show, table, tag


def positions(snapshot: Snapshot, choice: Choice) -> None:
    """Stances by topic, and the positions behind with their quotes."""
    _heading("parties.topics")
    topics = data.report(snapshot, replace(choice, topic=None), "party_topics")
    parties.topic_table(topics, choice)
    downloads.table(snapshot, "party_topics", topics)
    frame.method("method.party_topics", "method.silence", "method.stance")
    _heading("parties.positions")
    counts = data.report(snapshot, choice, "party_overview")
    asked = [None, *arrival.known("stance", (*parties.STANCES, EVERY))][-1]
    if counts.empty:
        frame.nothing(snapshot)
        return
    frame.selection(choice, plural("count.decisions", whole(counts["n"].iloc[0])))
    parties.stance_links(records(counts)[0], choice.parties[0], asked)
    rows = data.report(snapshot, choice, "party_positions", stance=asked)
    _cards(snapshot, rows, "party_positions")


def allies(snapshot: Snapshot, choice: Choice) -> None:
    """Agreement with every other party, and what they signed together."""
    _agreement(snapshot, agreement_bars(snapshot, choice))
    _heading("parties.together")
    joint = data.report(snapshot, choice, "party_joint")
    if joint.empty:
        frame.explain(text("parties.no_joint"), text("parties.no_joint_how"))
        return
    _joint_table(joint, choice.parties[0])
    downloads.table(snapshot, "party_joint", joint)
    frame.method("method.joint")
    for other in arrival.known("with", set(joint["second"]))[-1:]:
        letters = f"{party(choice.parties[0])}{party(other)}"
        show(f"<h2>{safe(text('parties.signed_with'))} {letters}</h2>")
        rows = data.report(snapshot, choice, "party_joint_rows", other=other)
        _cards(snapshot, rows, "party_joint_rows")


def agreement_bars(snapshot: Snapshot, choice: Choice) -> pd.DataFrame:
    """The party's row of the agreement matrix as bars, where some are on enough; the row."""
    letters = choice.parties[0]
    everyone = replace(choice, parties=())
    pairs = data.report(
        snapshot, everyone, "agreement", contested_only=choice.contested, silence=False
    )
    own = pairs[(pairs["first"] == letters) | (pairs["second"] == letters)]
    if own.empty:
        frame.explain(text("agreement.no_pairs"), text("agreement.no_pairs_how"))
    elif (own["level"] != "few").any():
        _bars(snapshot, choice, own)
    return own


def _agreement(snapshot: Snapshot, own: pd.DataFrame) -> None:
    """What each share is made of; the shares too where no chart has them."""
    if own.empty:
        return
    drawn = bool((own["level"] != "few").any())
    if drawn:
        show(share_legend())
    pair_table(own, shares=not drawn)
    downloads.table(snapshot, "agreement", own)
    frame.method("method.agreement", "method.matter")


def _bars(snapshot: Snapshot, choice: Choice, own: pd.DataFrame) -> None:
    letters = choice.parties[0]
    other = own["second"].where(own["first"] == letters, own["first"])
    figure = bars.share_bars(
        table=own.assign(party=other),
        labels=[_said(row) for row in records(own)],
        words={"percent": text("format.percent")},
    )
    kind = text("chart.contested_only" if choice.contested else "chart.all_decisions")
    title, note = text("parties.allies_of", party=letters), text("chart.bars", counted=kind)
    about = replace(choice, parties=())  # the title names the party
    draw(snapshot, figure, name="allies", title=title, note=note, about=about)


def proposals(snapshot: Snapshot, choice: Choice) -> None:
    """What became of own proposals and motions; dissent in power and out of it."""
    every = replace(choice, contested=False)
    frame.selection(every, text("parties.every_decision"))
    for name, behind, column, how in (
        ("own_proposals", "own_proposal_rows", "adopted", "method.own_proposals"),
        ("motions", "motion_rows", "outcome", "method.motions"),
        ("party_dissent", "party_dissent_rows", "stance", "method.dissent"),
    ):
        _heading(f"parties.{name}")
        _shares(snapshot, every, name, column)
        frame.method(how)
        _behind(snapshot, every, behind, column)


def timeline(snapshot: Snapshot, choice: Choice) -> None:
    """Everything said and done on an issue, with opposite wishes first."""
    written = st.text_input(
        text("parties.about"),
        key="about",
        bind="query-params",
        placeholder=text("filters.words_hint"),
    )
    about = (written or "").strip() or None
    every = replace(choice, contested=False)
    rows = data.report(snapshot, every, "timeline", about=about)
    frame.selection(every, plural("count.sayings", len(rows)))
    found = data.report(snapshot, every, "shifts", about=about)
    if len(found):
        _heading("parties.shifts")
        sayings.shift_cards(found.head(paging.limit("shifts")))
        paging.more("shifts", len(found))
        downloads.table(snapshot, "shifts", found)
        frame.method("method.shifts")
    _heading("parties.said")
    _cards(snapshot, rows, "timeline")


def demands(snapshot: Snapshot, choice: Choice) -> None:
    """What the party demands, and of whom, newest first."""
    every = replace(choice, contested=False)
    rows = data.report(snapshot, every, "party_demands")
    frame.selection(every, plural("count.sayings", len(rows)))
    if rows.empty:
        frame.explain(text("parties.no_demands"), text("parties.no_demands_how"))
        return
    sayings.cards(rows.head(paging.limit("demands")), _demand)
    paging.more("demands", len(rows))
    downloads.table(snapshot, "party_demands", rows)
    frame.method("method.demands")


TABS: dict[str, Callable[[Snapshot, Choice], None]] = {
    "positions": positions,
    "allies": allies,
    "proposals": proposals,
    "timeline": timeline,
    "demands": demands,
}


def tab_name(code: str) -> str:
    """What a part of the page is called."""
    return text(f"tabs.{code}")


def _heading(key: str) -> None:
    show(f"<h2>{safe(text(key))}</h2>")


@st.fragment
def _cards(snapshot: Snapshot, rows: pd.DataFrame, name: str) -> None:
    if rows.empty:
        frame.explain(text("frame.no_match"), text("frame.no_match_how"))
        return
    sayings.cards(rows.head(paging.limit(name)), sayings.of_act)
    paging.more(name, len(rows))
    downloads.table(snapshot, name, rows)


def _said(row: dict[str, object]) -> str:
    if row["level"] == "few":
        return f"{text('pairs.few')}, n {whole(row['n'])}"
    share = percent(float(str(row["share"])))
    told = f"({share})" if row["level"] == "uncertain" else share
    spread = interval(float(str(row["low"])), float(str(row["high"])))
    return f"{told}, {spread}, n {number(whole(row['n']))}"


def _joint_table(joint: pd.DataFrame, letters: str) -> None:
    names = ("with", "kind", "joint", "either", "share", "interval")
    cells = []
    for row in records(joint.assign(hits=joint["joint"], n=joint["either"])):
        other = str(row["second"])
        way = links.party(letters, **{"tab": "allies", "with": other})
        chip = anchor(way, party(other), name=text("pairs.open", first=letters, second=other))
        kind = safe(word("joint_kind", str(row["kind"])))
        cells.append([chip, kind, *parties.figures(row)])
    headings = [safe(text(f"parties.{name}")) for name in names]
    kind, caption = f"sp-numbers sp-joint {STACKED}", text("parties.together")
    show(table(headings, cells, caption=caption, kind=kind))


def _shares(snapshot: Snapshot, choice: Choice, name: str, column: str) -> None:
    rows = data.report(snapshot, choice, name)
    if rows.empty or not rows["n"].sum():
        show(f'<p class="sp-quiet">{safe(text(f"parties.{name}_none"))}</p>')
        return
    if name == "motions":
        label = [word("motion_outcome", code) for code in rows["outcome"]]
    else:
        label = [parties.place_name(place) for place in rows["governing"]]
    shown = rows.assign(label=list(map(safe, label)))
    names = (f"{name}_of", f"{name}_hits")
    counted = _counted(snapshot, choice, rows, name, column) if name != "motions" else None
    parties.share_table(
        shown,
        "label",
        names=names,
        caption=text(f"parties.{name}"),
        link=counted.link if counted else None,
    )
    downloads.table(snapshot, name, rows)
    if counted:
        counted.behind()


def _counted(
    snapshot: Snapshot, choice: Choice, rows: pd.DataFrame, name: str, column: str
) -> Counted:
    """A table of shares in power and out of it, whose counts open to their rows."""

    def called(row: sayings.Row, count: str) -> str:
        place = capital(parties.place_name(row["governing"]))
        return f"{place}, {text(f'parties.{name}_hits').lower()}" if count == "hits" else place

    def table(_: Snapshot, report: str, rows: pd.DataFrame, caption: str) -> str:
        return parties.outcome_rows(rows, column)

    way = {"which": choice.parties[0], "tab": "proposals"}
    return Counted(snapshot, choice, name, rows, "parties", called, way=way, table=table)


def _behind(snapshot: Snapshot, choice: Choice, name: str, column: str) -> None:
    rows = data.report(snapshot, choice, name)
    if rows.empty:
        return
    with st.expander(plural("parties.behind", len(rows))):
        show(parties.outcome_rows(rows.head(paging.limit(name)), column))
        paging.more(name, len(rows))
        downloads.table(snapshot, name, rows)


def _demand(row: sayings.Row) -> str:
    kind = f"<b>{safe(word('demand_kind', str(row['kind'])))}</b>"
    aimed = row["addressee"]
    to = tag(text("parties.addressee", addressee=aimed)) if isinstance(aimed, str) else ""
    return kind + to + (tag(text("parties.negated")) if row["negated"] is True else "")
