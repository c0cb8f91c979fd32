"""The material a reader gathers: cases and charts, kept in the address as ``basket``.

An entry is a case's id, or a chart's name with the filters it was drawn with; entries are
joined with commas. A reload and a link keep it, and so does a change of page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote, urlencode

import streamlit as st

from views import filters
from views.language import plural, text

KEY = "basket"
MOST = 60
"""More entries than this do not fit in an address that every browser opens."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart's name and the parameters it was drawn with."""

    name: str
    parameters: dict[str, list[str]]


def written(entries: Sequence[str]) -> str:
    """The entries as they stand in the address."""
    return ",".join(entries)


def entries(value: str) -> list[str]:
    """The entries of an address: each once, in order, at most MOST."""
    return list(dict.fromkeys(filter(None, value.split(","))))[:MOST]


def case_entry(case_id: str) -> str:
    """The entry of a case."""
    return quote(case_id, safe=":")


def chart_entry(name: str, parameters: Sequence[tuple[str, str]]) -> str:
    """The entry of a chart."""
    return f"{quote(name, safe='')}?{urlencode(sorted(parameters))}"


def read(entry: str) -> str | Chart:
    """A case's id, or a chart."""
    name, mark, query = entry.partition("?")
    return Chart(unquote(name), parse_qs(query)) if mark else unquote(entry)


def gathered() -> list[str]:
    """What has been put in."""
    return entries(st.session_state.get(KEY, ""))


def keep() -> None:
    """Take the basket from the address; where the address lost it, put it back."""
    given = st.query_params.get(KEY)
    if given is not None:
        st.session_state[KEY] = written(entries(given))
    _to_address()


def case_button(case_id: str) -> None:
    """Puts a case in, or takes it out."""
    _button(case_entry(case_id), key="case")


def cases_button(case_ids: Sequence[str]) -> None:
    """Puts several cases in; there is nothing to press where all of them are in."""
    now = gathered()
    missing = [entry for entry in map(case_entry, case_ids) if entry not in now]
    room = len(now) + len(missing) <= MOST
    st.button(
        plural("basket.add_cases", len(missing)) if missing else text("basket.all_in"),
        key="basket cases",
        on_click=_set,
        args=([*now, *missing],),
        disabled=not missing or not room,
        help=None if room else text("basket.full", most=MOST),
        type="tertiary",
        icon=":material/add:",
    )


def chart_button(name: str, **chosen: str) -> None:
    """Puts a chart, drawn with the filters of now, in; or takes it out."""
    _button(chart_entry(name, filters.drawn_with(**chosen)), key=name)


def removal(entry: str) -> None:
    """Takes an entry out."""
    _button(entry, key=entry)


def clearing() -> None:
    """Takes everything out."""
    st.button(text("basket.clear"), on_click=_set, args=([],), type="tertiary")


def _button(entry: str, *, key: str) -> None:
    inside = entry in gathered()
    full = len(gathered()) >= MOST and not inside
    st.button(
        text("basket.remove" if inside else "basket.add"),
        key=f"basket {key}",
        on_click=_turned,
        args=(entry,),
        disabled=full,
        help=text("basket.full", most=MOST) if full else None,
        type="tertiary",
        icon=":material/remove:" if inside else ":material/add:",
    )


def _turned(entry: str) -> None:
    now = gathered()
    _set([one for one in now if one != entry] if entry in now else [*now, entry])


def _set(kept: list[str]) -> None:
    st.session_state[KEY] = written(kept)
    _to_address()


def _to_address() -> None:
    value = st.session_state.get(KEY, "")
    if value:
        st.query_params[KEY] = value
    elif KEY in st.query_params:
        del st.query_params[KEY]
