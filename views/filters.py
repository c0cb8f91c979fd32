"""The filters in the sidebar. They live in the URL, so that every view is a permalink.

The widgets are bound to query parameters by their keys: they survive a change of page and a
reload, and a parameter at its default is left out of the URL. Streamlit writes what an option
is called; where that depends on the language, the code is written here instead.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from reports.choice import Choice
from reports.order import in_order
from views import arrival, data
from views.asked import asked
from views.data import Snapshot
from views.formats import day, sorting_key
from views.language import DEFAULT, LANGUAGES, language, settle, text, word
from views.language import KEY as LANGUAGE_KEY
from views.markup import safe, show

KEYS = (
    "lang",
    "municipality",
    "body",
    "from",
    "to",
    "party",
    "topic",
    "item_type",
    "words",
    "contested",
    "silence",
    "basket",
)
"""The parameters that links inside the dashboard carry along."""

EVERYWHERE = "all"
SWITCHES = ("contested", "silence", "by_year", "deviating")
"""The parameters that are yes or no."""
_NOT_DRAWN = ("lang", "basket", "embed", "chart", "case")


def embedded() -> bool:
    """Whether this view stands in another page's frame, without filters around it."""
    return bool(st.context.is_embedded) or st.query_params.get("embed") == "true"


def language_switch() -> None:
    """Svenska or English, for the whole session."""
    _from_address(LANGUAGE_KEY, list(LANGUAGES))
    settle()
    arrival.known(LANGUAGE_KEY, LANGUAGES)
    if embedded():
        return
    st.sidebar.segmented_control(
        "Språk / Language",
        list(LANGUAGES),
        required=True,
        format_func=LANGUAGES.__getitem__,
        key=LANGUAGE_KEY,
        label_visibility="collapsed",
    )
    _to_address(LANGUAGE_KEY, DEFAULT)


def arrive(snapshot: Snapshot) -> None:
    """Look the reader's address over, once: what no filter knows is told and left out."""
    if not arrival.first():
        return
    places = data.places(snapshot)
    names = _municipalities(places)
    asked = arrival.drop_unknown("municipality", [*names, EVERYWHERE])
    usual = names[0] if len(names) > 1 and not embedded() else None
    here = _one(asked[-1]) if asked else usual
    bodies = places if here is None else places[places["municipality"] == here]
    arrival.drop_unknown("body", set(bodies["body"]))
    arrival.drop_unknown("party", data.party_letters(snapshot, here))
    kinds = data.kinds(snapshot, here)
    for key in ("topic", "item_type"):
        arrival.drop_unknown(key, {EVERYWHERE, *kinds[key].dropna()})
    for key in ("from", "to"):
        arrival.drop_unknown(key, _days_within(bodies, st.query_params.get_all(key)))
    for key in SWITCHES:
        arrival.drop_unknown(key, ("true", "false"))


def sidebar(snapshot: Snapshot) -> None:
    """Draw every filter; pages read what was chosen with ``chosen``."""
    places = data.places(snapshot)
    if places.empty:
        return
    with st.sidebar:
        st.subheader(text("filters.heading"))
        municipality = _municipality(places)
        here = (
            places if municipality is None else places[places["municipality"] == municipality]
        )
        _body(here)
        _period(here)
        _parties(data.party_letters(snapshot, municipality))
        kinds = data.kinds(snapshot, municipality)
        names = data.topic_names(snapshot, language())
        topics = kinds["topic"].dropna().unique()
        _kind("topic", topics, lambda code: names.get(code, code))
        _kind("item_type", kinds["item_type"].unique(), partial(word, "item_type"))
        st.text_input(
            text("filters.words"),
            key="words",
            bind="query-params",
            placeholder=text("filters.words_hint"),
        )
        st.toggle(
            text("filters.contested"),
            value=bool(places["contested"].sum()),
            key="contested",
            bind="query-params",
            help=text("filters.contested_help"),
        )


def chosen() -> Choice:
    """What the filters say now."""
    state = st.session_state
    municipality = state.get("municipality")
    return Choice(
        municipality=_one(municipality),
        body=state.get("body"),
        start=_iso(state.get("from")),
        end=_iso(state.get("to")),
        parties=tuple(state.get("party") or ()),
        topic=_one(state.get("topic")),
        item_type=_one(state.get("item_type")),
        contested=bool(state.get("contested")),
        words=(state.get("words") or "").strip() or None,
    )


def from_address() -> Choice:
    """What the address (or a saved view's) asks for, on a page that shows no filters."""
    given = asked()
    return Choice(
        municipality=_one(given.get("municipality")),
        body=given.get("body"),
        start=given.get("from"),
        end=given.get("to"),
        parties=tuple(given.get_all("party")),
        topic=_one(given.get("topic")),
        item_type=_one(given.get("item_type")),
        contested=given.get("contested") != "false",
        words=(given.get("words") or "").strip() or None,
    )


def municipality() -> str | None:
    """The municipality's filter as an address would say it; None where there is no filter."""
    chosen_now = st.session_state.get("municipality")
    return str(chosen_now) if chosen_now else None


def everywhere() -> bool:
    """Whether all of several municipalities are shown."""
    return st.session_state.get("municipality") == EVERYWHERE


def contested() -> str:
    """The filter of contested decisions as an address would say it."""
    return "true" if st.session_state.get("contested") else "false"


def drawn_with(**chosen: str) -> list[tuple[str, str]]:
    """What a chart is drawn with: the address's parameters without the language, and those
    ``chosen`` for it. What is a default in the address is written out, since another store,
    page or frame may have another default.
    """
    now = asked()
    given = [(key, value) for key in now for value in now.get_all(key)]
    told = {"municipality": municipality(), "contested": contested(), **chosen}
    kept = [(key, value) for key, value in given if key not in (*_NOT_DRAWN, *told)]
    return kept + [(key, value) for key, value in told.items() if value]


def summary(choice: Choice, *, of_decisions: bool = True) -> list[str]:
    """The choice in words; without ``of_decisions`` only its place and time."""
    parts = [
        choice.municipality or "",
        text("filters.all_municipalities") if everywhere() else "",
        choice.body or text("filters.all_bodies"),
        *_days(choice),
    ]
    if of_decisions:
        kind = text("filters.contested" if choice.contested else "filters.all_decisions")
        parts += [*_matters(choice), kind]
    return [part for part in parts if part]


def narrowing(snapshot: Snapshot, choice: Choice) -> list[str]:
    """What must be said of a choice where nothing around it tells: the municipality, and
    all that leaves something out."""
    names = _municipalities(data.places(snapshot))
    several = text("filters.all_municipalities") if len(names) > 1 else ""
    place = choice.municipality or (names[0] if len(names) == 1 else several)
    parts = [place, choice.body or "", *_days(choice), *_matters(choice)]
    return [part for part in parts if part]


def _days(choice: Choice) -> list[str]:
    return [
        text("filters.since", day=day(choice.start)) if choice.start else "",
        text("filters.until", day=day(choice.end)) if choice.end else "",
    ]


def _matters(choice: Choice) -> list[str]:
    return [
        ", ".join(choice.parties),
        topic_name(choice.topic) if choice.topic else "",
        word("item_type", choice.item_type),
        f"”{choice.words}”" if choice.words else "",
    ]


def _municipalities(places: pd.DataFrame) -> list[str]:
    return list(dict.fromkeys(places["municipality"].dropna()))


def _municipality(places: pd.DataFrame) -> str | None:
    names = _municipalities(places)
    if len(names) < 2:
        return None
    everywhere = text("filters.all_municipalities")
    picked = _coded(
        "municipality",
        [*names, EVERYWHERE],
        lambda name: everywhere if name == EVERYWHERE else name,
    )
    return _one(picked)


def _body(places: pd.DataFrame) -> None:
    bodies = sorted((name for name in places["body"].unique() if name), key=sorting_key)
    st.selectbox(
        text("filters.body"),
        bodies,
        index=None,
        placeholder=text("filters.all_bodies"),
        key="body",
        bind="query-params",
    )


def _period(places: pd.DataFrame) -> None:
    span = _span(places)
    if span is None:
        return
    # Streamlit has no texts of ours for these; see styles/base.css
    own = "".join(
        f'--sp-{key}: "{safe(text(f"filters.{key}"))}";' for key in ("year", "enter")
    )
    show(f"<style>.stApp {{ {own} }}</style>")
    for key in ("from", "to"):
        st.date_input(
            text(f"filters.{key}"),
            value=None,
            min_value=span[0],
            max_value=span[1],
            format="YYYY-MM-DD",
            key=key,
            bind="query-params",
        )


def _span(places: pd.DataFrame) -> tuple[date, date] | None:
    """The first and the last day that is known; None where none is."""
    known = places.dropna(subset=["first", "last"])
    if known.empty:
        return None
    return _day(str(known["first"].min())), _day(str(known["last"].max()))


def _days_within(places: pd.DataFrame, written: Iterable[str]) -> list[str]:
    """Those that are days which the filter of time can hold."""
    first, last = _span(places) or (date.max, date.min)
    return [one for one in written if first <= (_date(one) or date.min) <= last]


def _date(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def topic_name(code: str) -> str:
    """What a topic is called in the reader's language; an unknown code stands as it is."""
    snapshot = data.current()
    return data.topic_names(snapshot, language()).get(code, code) if snapshot else code


def _coded(key: str, codes: list[str], name: Callable[[str], str]) -> str:
    """A list of codes that are called something else in each language; the code chosen.

    The list has a key of its own in each language, because the browser answers with names.
    """
    _from_address(key, codes)
    widget = f"{key} {language()}"
    st.session_state[widget] = st.session_state[key]
    st.selectbox(
        text(f"filters.{key}"),
        codes,
        format_func=name,
        placeholder=text("filters.choose"),
        key=widget,
        on_change=_picked,
        args=(key, widget),
    )
    _to_address(key, codes[0])
    return str(st.session_state[key])


def _picked(key: str, widget: str) -> None:
    st.session_state[key] = st.session_state[widget]


def _kind(key: str, codes: Iterable[str], name: Callable[[str], str]) -> None:
    """One of the kinds that there are, or all of them."""
    ordered = sorted(codes, key=lambda code: sorting_key(name(code)))
    everything = text(f"filters.all_{key}")
    _coded(
        key,
        [EVERYWHERE, *ordered],
        lambda code: everything if code == EVERYWHERE else name(code),
    )


def _one(chosen: str | None) -> str | None:
    return None if chosen == EVERYWHERE else chosen


def _parties(letters: list[str]) -> None:
    st.multiselect(
        text("filters.parties"),
        in_order(letters),
        placeholder=text("filters.all_parties"),
        select_all=False,
        key="party",
        bind="query-params",
    )


def _day(iso: str) -> date:
    """The date; where no day is given, the first of the month or the year."""
    return date.fromisoformat(f"{iso}-01-01"[:10] if len(iso) == 4 else f"{iso}-01"[:10])


def _iso(value: object) -> str | None:
    return value.isoformat() if isinstance(value, date) else None


def _from_address(key: str, allowed: list[str]) -> None:
    """Start a widget from the URL; afterwards the session knows."""
    if st.session_state.get(key) not in allowed:
        asked = st.query_params.get(key)
        st.session_state[key] = asked if asked in allowed else allowed[0]


def _to_address(key: str, default: str) -> None:
    """Write a widget's value into the URL, unless it is the default."""
    value = st.session_state[key]
    if value != default:
        st.query_params[key] = value
    elif key in st.query_params:
        del st.query_params[key]
