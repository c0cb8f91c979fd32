"""Who crossed the line: shares per party, and the matters behind."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd

from reports.order import in_order
from views import links
from views.counted import Counted
from views.formats import given, records
from views.language import text, word
from views.lists import case_cell
from views.markup import anchor, party, safe, show, stance, table
from views.rates import NOTHING, interval_name, labels, share_cells

KINDS = ("all", "left", "joined")


def rate_table(counted: Counted) -> None:
    """Per party: how often it left the line while it governed, and joined it otherwise;
    ``counted`` is of the report ``crossing_rates``."""
    rates = counted.rows
    found = {(row["party"], bool(row["governing"])): row for row in records(rates)}
    headings = [text("crossings.party")]
    for role in ("left", "joined"):
        headings += [word("crossing", role), "n", text("crossings.share"), interval_name()]
    rows = [_rates(letters, found, counted) for letters in in_order(rates["party"])]
    caption = text("crossings.rates")
    kind = "sp-numbers sp-two sp-stacked"
    named = labels(headings[1:])
    show(table(list(map(safe, headings)), rows, caption=caption, kind=kind, labels=named))


def crossing_table(crossings: pd.DataFrame, *, shown: int) -> None:
    """The matters, newest first; ``crossings`` is the report of that name."""
    names = ("case", "party", "stance", "what")
    show(
        table(
            [safe(text(f"crossings.{name}")) for name in names],
            [_crossing(row) for row in records(crossings.head(shown))],
            caption=text("crossings.behind", n=len(crossings)),
            kind="sp-stances sp-behind sp-stacked",
        )
    )


def called(row: Mapping[str, Any], count: str) -> str:
    """What a figure of the report ``crossing_rates`` is called."""
    kind = "left" if row["governing"] else "joined"
    role = text("tenure.inside" if row["governing"] else "tenure.outside")
    return f"{row['party']}, {role if count == 'n' else word('crossing', kind).lower()}"


def _rates(
    letters: str, found: dict[tuple[str, bool], dict[str, Any]], counted: Counted
) -> list[str]:
    cells = [
        cell
        for governing in (True, False)
        for row in [found.get((letters, governing))]
        for cell in [
            counted.link(row, "crossed") if row else NOTHING,
            *share_cells(row, "share", n=partial(counted.link, count="n")),
        ]
    ]
    address = links.href("majority", view="crossings", who=letters)
    opened = anchor(address, party(letters), name=text("crossings.open", party=letters))
    return [opened, *cells]


def _crossing(row: dict[str, Any]) -> list[str]:
    what = safe(word("crossing", given(row["kind"])))
    return [case_cell(row), party(row["party"]), stance(row["stance"]), what]
