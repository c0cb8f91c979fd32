"""Long tables a stretch at a time."""

import streamlit as st

from views.language import text

STEP = 40


def limit(table: str) -> int:
    """How many rows of a table to show now."""
    return int(st.session_state.get(f"rows of {table}", STEP))


def more(table: str, total: int) -> None:
    """A button that shows the next rows, while there are any."""
    left = total - limit(table)
    if left > 0:
        st.button(
            text("frame.more", left=left),
            key=f"more of {table}",
            on_click=_longer,
            args=[table],
        )


def _longer(table: str) -> None:
    st.session_state[f"rows of {table}"] = limit(table) + STEP
