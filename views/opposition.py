"""The parts of the page on majority and opposition, by the name in the address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from reports.choice import Choice
from reports.order import in_order
from views import (
    crossings,
    data,
    deciders,
    downloads,
    frame,
    gap,
    governing,
    paging,
    tenure,
    wordings,
)
from views.choices import listed, segmented
from views.counted import Counted
from views.data import Snapshot
from views.language import text, word
from views.markup import safe, show

EVERY = "all"
SILENCE = ("gap", "crossings", "power")
"""The parts where silence can count as support."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a part is about: the snapshot, the filters, how silence counts."""

    snapshot: Snapshot
    choice: Choice
    silence: bool

    def report(self, name: str, **options: Any) -> pd.DataFrame:
        """A report on what was chosen."""
        return data.report(self.snapshot, self.choice, name, **options)

    def counted(
        self,
        name: str,
        rows: pd.DataFrame,
        called: Callable[..., str],
        options: Mapping[str, Any],
        **way: str,
    ) -> Counted:
        """A report on this page whose counts open to their rows."""
        about = self.snapshot, self.choice, name, rows, "majority", called
        return Counted(*about, way=way, options=options)

    @property
    def counting(self) -> dict[str, bool]:
        """The options of reports that can count silence."""
        return {"contested_only": self.choice.contested, "silence": self.silence}


def show_lines(asked: Asked) -> None:
    """One decision: the two lines, and what each wanted."""
    row = wordings.chosen(asked.snapshot, asked.choice)
    if row is None:
        frame.explain(text("wordings.none"), text("wordings.none_how"))
        return
    words = asked.report("wordings", case=row["case_id"])
    words = words[words["decision"] == row["decision"]]
    wordings.both(asked.snapshot, row, words)
    downloads.table(asked.snapshot, "wordings", words)


def show_gap(asked: Asked) -> None:
    """The distance over time, a point per year or per mandate."""
    if not governing.known(data.governed(asked.snapshot, asked.choice)):
        return
    yearly = gap.by_year(asked.snapshot, asked.choice, **asked.counting)
    per_year = st.toggle(text("gap.by_year"), yearly, key="by_year", bind="query-params")
    rows = asked.report("gap", by_year=per_year, **asked.counting)
    if rows.empty:
        frame.explain(text("majority.nothing"), text("majority.nothing_how"))
        return
    if rows["municipality"].nunique() == 1:
        gap.chart(asked.snapshot, asked.choice, rows, yearly=per_year, silence=asked.silence)
    else:
        frame.explain(text("gap.several"), text("gap.several_how"))
    options = {"by_year": per_year, **asked.counting}
    called = partial(gap.called, yearly=per_year)
    way = {"by_year": str(per_year).lower()}
    counted = asked.counted("gap", rows, called, options, view="gap", **way)
    gap.gap_table(counted, yearly=per_year)
    downloads.table(asked.snapshot, "gap", rows)
    frame.method("gap.method", "gap.method_unity", "method.matter")
    counted.behind()
    show(f"<h2>{safe(text('gap.heading'))}</h2>")
    behind = asked.report("gap_rows", **options)
    gap.behind_table(behind, shown=paging.limit("gap"))
    paging.more("gap", len(behind))
    downloads.table(asked.snapshot, "gap_rows", behind)


def show_crossings(asked: Asked) -> None:
    """Who crossed the line, how often, and in which matters."""
    if not governing.known(data.governed(asked.snapshot, asked.choice)):
        return
    rates = asked.report("crossing_rates", **asked.counting)
    if rates.empty:
        frame.explain(text("majority.nothing"), text("majority.nothing_how"))
        return
    counted = asked.counted(
        "crossing_rates", rates, crossings.called, asked.counting, view="crossings"
    )
    crossings.rate_table(counted)
    downloads.table(asked.snapshot, "crossing_rates", rates)
    frame.method("crossings.method", "method.matter")
    counted.behind()
    show(f"<h2>{safe(text('crossings.heading'))}</h2>")
    rows = _of(asked.report("crossings", **asked.counting), _who(rates["party"]))
    name = partial(word, "crossing")
    kind = segmented("crossing", crossings.KINDS, name, label=text("crossings.what"))
    rows = rows if kind == EVERY else rows[rows["kind"] == kind]
    if rows.empty:
        show(f'<p class="sp-quiet">{safe(text("crossings.nobody"))}</p>')
        return
    crossings.crossing_table(rows, shown=paging.limit("crossings"))
    paging.more("crossings", len(rows))
    downloads.table(asked.snapshot, "crossings", rows)


def show_power(asked: Asked) -> None:
    """Close decisions, what the opposition won, and influence."""
    known = asked.report("power", contested_only=asked.choice.contested)
    close = known[known["close"]].sort_values("date", ascending=False)
    said = text("power.close_of", close=len(close), n=len(known))
    show(f'<h2>{safe(text("power.close"))}</h2><p class="sp-selection">{safe(said)}</p>')
    if len(close):
        first = close.head(paging.limit("close"))
        lines = data.named_lines(asked.snapshot, tuple(first["decision"]))
        deciders.close_table(first, lines)
        paging.more("close", len(close))
        downloads.table(asked.snapshot, "power", close)
    frame.method("power.method_close")
    show(f"<h2>{safe(text('power.won'))}</h2>")
    _show_won(asked)
    show(f"<h2>{safe(text('power.influence'))}</h2>")
    _show_influence(asked)


def show_tenure(asked: Asked) -> None:
    """Each party in power and in opposition, over all topics and per topic."""
    if not governing.known(data.governed(asked.snapshot, asked.choice)):
        return
    every = asked.report("tenure", contested_only=asked.choice.contested)
    rows = every[every["both"] | every["topic"].isna()]
    if rows.empty:
        frame.explain(text("majority.nothing"), text("majority.nothing_how"))
        return
    options = {"contested_only": asked.choice.contested}
    counted = asked.counted("tenure", rows, tenure.called, options, view="tenure")
    tenure.tenure_table(counted)
    hidden = len(
        every[~every["both"] & every["topic"].notna()][["party", "topic"]].drop_duplicates()
    )
    show(f'<p class="sp-method">{safe(text("tenure.hidden", count=hidden))}</p>')
    downloads.table(asked.snapshot, "tenure", every)
    frame.method("tenure.method", "method.counts", "method.matter")
    counted.behind()
    show(f"<h2>{safe(text('tenure.heading'))}</h2>")
    behind = asked.report("tenure_rows", contested_only=asked.choice.contested)
    behind = _of(behind, _who(rows["party"]))
    topics = [EVERY, *sorted(rows["topic"].dropna().unique(), key=tenure.topic_order)]
    about = listed("about", topics, tenure.topic, label=text("tenure.topic"), default=EVERY)
    behind = behind if about == EVERY else behind[behind["topic"] == about]
    tenure.behind_table(behind, shown=paging.limit("tenure"))
    paging.more("tenure", behind["decision"].nunique())
    downloads.table(asked.snapshot, "tenure_rows", behind)


PARTS: dict[str, Callable[[Asked], None]] = {
    "lines": show_lines,
    "gap": show_gap,
    "crossings": show_crossings,
    "power": show_power,
    "tenure": show_tenure,
}


def _show_won(asked: Asked) -> None:
    if not governing.known(data.governed(asked.snapshot, asked.choice)):
        return
    found = asked.report("majority", **asked.counting)
    known = found["won"].notna().sum()
    won = found[found["won"].isin(["opposition", "mixed"])]
    said = text("power.won_of", won=len(won), n=known)
    show(f'<p class="sp-selection">{safe(said)}</p>')
    if len(won):
        first = won.head(paging.limit("won"))
        known_sides = data.named_decisions(asked.snapshot, tuple(first["decision"]))
        sides = known_sides[["decision", "parties_for", "parties_against", "decided_by"]]
        deciders.won_table(first.merge(sides, on="decision"))
        paging.more("won", len(won))
        downloads.table(asked.snapshot, "majority", won)
    frame.method("power.method_won", "method.matter")


def _show_influence(asked: Asked) -> None:
    found = asked.report("influence", contested_only=asked.choice.contested)
    if found.empty:
        frame.explain(text("power.no_seats"), text("power.no_seats_how"))
        return
    counts = data.governed(asked.snapshot, asked.choice)
    governed = bool(counts["unknown"].sum() < counts["n"].sum())
    options = {"contested_only": asked.choice.contested}
    counted = asked.counted("influence", found, deciders.called, options, view="power")
    deciders.influence_table(counted, governed=governed)
    downloads.table(asked.snapshot, "influence", found)
    frame.method("power.method", "power.method_banzhaf", "method.matter")
    counted.behind()
    show(f"<h2>{safe(text('power.heading'))}</h2>")
    rows = asked.report("deciding", contested_only=asked.choice.contested)
    rows = _of(rows, _who(found["party"]))
    deciders.deciding_table(rows, shown=paging.limit("deciding"))
    paging.more("deciding", rows["decision"].nunique())
    downloads.table(asked.snapshot, "deciding", rows)


def _who(letters: pd.Series) -> str:
    options = [EVERY, *in_order(letters)]
    label = text("majority.who")
    return listed("who", options, _letters, label=label, default=EVERY)


def _letters(code: str) -> str:
    return text("filters.all_parties") if code == EVERY else code


def _of(rows: pd.DataFrame, who: str) -> pd.DataFrame:
    return rows if who == EVERY else rows[rows["party"] == who]
