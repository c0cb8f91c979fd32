"""Taking things along: a table as a file, a view as a link."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from reports.catalogue import named
from reports.files import MEDIA_TYPES, file_of
from views import data, links
from views.data import Snapshot
from views.language import text

FORMATS = ("csv", "xlsx")


def table(snapshot: Snapshot, name: str, rows: pd.DataFrame, *, place: str = "") -> None:
    """Buttons that save a table's rows as CSV or Excel. The file is made when it is asked for.

    ``name`` is the report that the rows are of, which names the file and tells the buttons
    apart, with ``place`` where rows of it stand twice on a page. Its columns are
    saved, and not what a page has added.
    """
    report = named(name)
    columns = list(rows.columns if report.per_party else report.columns)
    if not rows.empty:
        later(snapshot, name, lambda: rows[columns], count=len(rows), place=place)


def later(
    snapshot: Snapshot,
    name: str,
    rows: Callable[[], pd.DataFrame],
    *,
    count: int,
    place: str = "",
) -> None:
    """The same for a table that is only read when its file is asked for."""
    note = text("frame.invented") if data.meta(snapshot)["invented"] else ""
    with st.container(horizontal=True, gap="small", key=f"downloads-{name}{place}"):
        for file_format in FORMATS:
            st.download_button(
                text(f"downloads.{file_format}"),
                data=partial(_file, rows, file_format, note),
                file_name=f"{stem(snapshot, name)}.{file_format}",
                mime=MEDIA_TYPES[file_format],
                key=f"{name}{place}.{file_format}",
                on_click="ignore",
                type="tertiary",
                icon=":material/download:",
                help=text("downloads.help", count=count),
            )


def link() -> None:
    """The address of this view, with the filters, to copy."""
    with st.popover(text("downloads.link"), icon=":material/link:", type="tertiary"):
        st.caption(text("downloads.link_help"))
        st.code(links.here(), language=None, wrap_lines=True)


def stem(snapshot: Snapshot, name: str) -> str:
    """What a file is called: the program, the table, the snapshot, and that it is invented."""
    about = data.meta(snapshot)
    invented = text("downloads.invented") if about["invented"] else ""
    return "-".join(
        part for part in ("standpunkt", name, f"{about['number']}", invented) if part
    )


def _file(rows: Callable[[], pd.DataFrame], file_format: str, note: str) -> bytes:
    """The file; rows of an invented municipality say so in a column of their own."""
    table = rows()
    return file_of(table.assign(note=note) if note else table, file_format)
