"""Taking things along: a table as a file, a view as a link."""

from functools import partial

import pandas as pd
import streamlit as st

from reports.files import MEDIA_TYPES, file_of
from views import data, links
from views.data import Snapshot
from views.language import text

FORMATS = ("csv", "xlsx")


def table(snapshot: Snapshot, name: str, rows: pd.DataFrame) -> None:
    """Buttons that save a table's rows as CSV or Excel. The file is made when it is asked for.

    ``name`` is the file's name and tells the buttons apart.
    """
    if rows.empty:
        return
    told = _told(snapshot, rows)
    with st.container(horizontal=True, gap="small", key=f"downloads-{name}"):
        for file_format in FORMATS:
            st.download_button(
                text(f"downloads.{file_format}"),
                data=partial(file_of, told, file_format),
                file_name=f"{stem(snapshot, name)}.{file_format}",
                mime=MEDIA_TYPES[file_format],
                key=f"{name}.{file_format}",
                on_click="ignore",
                type="tertiary",
                icon=":material/download:",
                help=text("downloads.help", count=len(rows)),
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


def _told(snapshot: Snapshot, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows; invented ones say so in a column of their own."""
    if not data.meta(snapshot)["invented"]:
        return rows
    return rows.assign(note=text("frame.invented"))
