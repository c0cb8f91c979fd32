"""Small choices within a page, such as an order or a measure. They live in the URL."""

from collections.abc import Callable, Sequence

import streamlit as st

from views.language import language


def switch(key: str, codes: Sequence[str], name: Callable[[str], str], *, label: str) -> str:
    """One of a few codes, the first unless the URL says another; written into the URL.

    The control has a key of its own in each language, because the browser answers with names.
    """
    asked = st.query_params.get(key)
    picked = str(
        st.segmented_control(
            label,
            codes,
            default=asked if asked in codes else codes[0],
            required=True,
            format_func=name,
            key=f"{key} {language()}",
        )
    )
    if picked != codes[0]:
        st.query_params[key] = picked
    elif key in st.query_params:
        del st.query_params[key]
    return picked
