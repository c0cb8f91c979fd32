"""Long tables a stretch at a time."""

import streamlit as st

from views.language import text

STEP = 40


def limit(table: str, first: int = STEP) -> int:
    """How many rows of a table to show now; at first ``first``."""
    return int(st.session_state.get(f"rows of {table}", first))


def more(table: str, total: int, first: int = STEP) -> None:
    """A button that shows the next rows, while there are any."""
    left = total - limit(table, first)
    if left > 0:
        st.button(
            text("frame.more", left=left),
            key=f"more of {table}",
            on_click=_longer,
            args=[table, first],
        )


def _longer(table: str, first: int) -> None:
    st.session_state[f"rows of {table}"] = limit(table, first) + STEP
