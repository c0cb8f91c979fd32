"""Long tables a stretch at a time. A list with its button is best a ``st.fragment``: to show
more rows then runs the list alone, not the page.
"""

import streamlit as st

from views.language import text

STEP = 40


def limit(table: str, *, step: int = STEP) -> int:
    """How many rows of a table to show now; ``step`` at first."""
    return int(st.session_state.get(f"rows of {table}", step))


def more(table: str, total: int, *, step: int = STEP) -> None:
    """A button that shows the next ``step`` rows, while there are any."""
    left = total - limit(table, step=step)
    if left > 0:
        st.button(
            text("frame.more", left=left),
            key=f"more of {table}",
            on_click=_longer,
            args=[table, step],
        )


def _longer(table: str, step: int) -> None:
    st.session_state[f"rows of {table}"] = limit(table, step=step) + step
