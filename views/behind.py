"""The way from a figure to the rows behind it: a link on the figure, and further down the rows
that the address asks for."""

from collections.abc import Callable

import pandas as pd

from views import downloads, frame, paging
from views.data import Snapshot
from views.language import text
from views.markup import anchor, bring_into_view, safe, show


def opens(address: str, figure: str, *, about: str) -> str:
    """A figure as a link to its rows; ``about`` names the figure where it is not seen. What
    rests on no rows is no link."""
    if figure == "0":
        return figure
    name = text("frame.open_rows", figure=figure, about=about)
    return anchor(address, safe(figure), name=name)


def listed(
    snapshot: Snapshot,
    name: str,
    rows: pd.DataFrame,
    *,
    heading: str,
    table: Callable[[pd.DataFrame], str],
) -> None:
    """The rows behind one figure, a stretch at a time, scrolled to; says so where there are
    none. ``name`` is the report that they are of, ``table`` makes HTML of some of them."""
    if rows.empty:
        frame.explain(text("frame.no_rows"), text("frame.no_rows_how"))
        return
    place = "-behind"  # rows of the same report may stand on the page by themselves
    first = table(rows.head(paging.limit(name + place)))
    show(f'<section id="passage"><h3>{safe(heading)}</h3>{first}</section>')
    bring_into_view()
    paging.more(name + place, len(rows))
    downloads.table(snapshot, name, rows, place=place)
