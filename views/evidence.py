"""The rows behind a figure as a table: what each is about, and what was counted in it."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from reports.catalogue import named
from views import data, links, lists
from views.data import Snapshot
from views.filters import topic_name
from views.formats import given, percent, points, records
from views.held import held
from views.language import text, word
from views.markup import STANCES, anchor, party, safe, stance
from views.markup import table as table_of
from views.seats import sign

Row = Mapping[str, Any]
NOUNS = {"breaker_rows": "ballots", "mean_pairs": "pairs", "own_proposal_rows": "proposals"}
SAME = ("party", "name", "topic")
"""What is only told where the rows differ in it: else the heading says it."""


def noun(report: str) -> str:
    """What the rows of a report are called: the name of a text."""
    return NOUNS.get(report, "decisions")


def table(snapshot: Snapshot, report: str, rows: pd.DataFrame, caption: str) -> str:
    """Rows of a report as a table; of decisions of which nothing is told, who stood where."""
    told = [name for name in named(report).columns if name in CELLS]
    told = [name for name in told if name not in SAME or rows[name].nunique() > 1]
    if not told:
        numbers = tuple(int(one) for one in rows["decision"])
        rows, told = data.named_decisions(snapshot, numbers), ["sides"]
    about = "vote" if "vote_id" in rows else "case"
    cells = [[_about(row), *(CELLS[name](row) for name in told)] for row in records(rows)]
    headings = [safe(text(f"evidence.{name}")) for name in (about, *told)]
    return table_of(headings, cells, caption=caption, kind="sp-votes sp-stacked")


def position(code: object) -> str:
    """A party's stance or a ballot's choice as its sign; a dash where there is none."""
    known = given(code)
    if known in STANCES:
        return stance(known)
    return f"{sign(known)} {safe(word('choice', known))}" if known else "–"


def _about(row: Row) -> str:
    if "vote_id" not in row:
        return lists.case_cell(row)
    title = anchor(links.vote(row["vote_id"]), safe(lists.title_of(row)))
    where = f'<span class="sp-where">{held(row)}</span>'
    return f'<span class="sp-clamp">{title}</span>{where}'


def _yes(name: str) -> Callable[[Row], str]:
    return lambda row: safe(text("votes.hit")) if row[name] else "–"


def _shown(name: str, write: Callable[[Any], str]) -> Callable[[Row], str]:
    return lambda row: safe(write(row[name])) if given(row[name]) else "–"


CELLS: dict[str, Callable[[Row], str]] = {
    "party": lambda row: party(row["party"]),
    "name": lambda row: safe(row["name"]),
    "topic": _shown("topic", topic_name),
    "stance": lambda row: position(row["stance"]),
    "choice": lambda row: position(row["choice"]),
    "line": lambda row: position(row["line"]),
    "gap": _shown("gap", points),
    "unity": _shown("unity", percent),
    "decided_by": _shown("decided_by", lambda code: word("decided_by", code)),
    "power": _shown("power", percent),
    "sides": lists.both_sides,
    **{name: _yes(name) for name in ("crossed", "broke", "hit", "winning", "decisive")},
    **{name: _yes(name) for name in ("tipped", "felled", "adopted")},
}
"""What is told of a row, by its column."""
