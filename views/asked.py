"""What the address asks for; inside ``of_saved_view`` what a saved view's address did."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st


class Saved:
    """The parameters of a saved view, read as those of the address are."""

    def __init__(self, values: Mapping[str, list[str]]) -> None:
        self.values = values

    def get(self, key: str, default: str | None = None) -> str | None:
        """The last value of a parameter, or the default."""
        return self.values[key][-1] if self.values.get(key) else default

    def get_all(self, key: str) -> list[str]:
        """All values of a parameter."""
        return list(self.values.get(key, []))

    def __iter__(self) -> Iterator[str]:
        return iter(self.values)


_SAVED: ContextVar[Saved | None] = ContextVar("saved", default=None)


def asked() -> "Saved":
    """The parameters to read: the saved view's inside ``of_saved_view``, else the
    address's."""
    saved = _SAVED.get()
    if saved is not None:
        return saved
    return Saved({key: st.query_params.get_all(key) for key in st.query_params})


@contextmanager
def of_saved_view(values: Mapping[str, list[str]]) -> Iterator[None]:
    """Within, ``asked`` gives these parameters."""
    token = _SAVED.set(Saved(values))
    try:
        yield
    finally:
        _SAVED.reset(token)
