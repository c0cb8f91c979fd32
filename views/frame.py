"""What every page shares: banner, styles, heading, and what stands there when there is
nothing.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from pipeline.settings import default_store
from reports.choice import Choice
from views import basket, data, downloads, filters, links
from views.data import Snapshot
from views.figure import picture_switch
from views.language import language, plural, text
from views.markup import anchor, facts, in_reading_order, safe, show, written_in

EMBEDDED = "<style>[data-testid=stMainBlockContainer] { padding-block: .5rem; }</style>"
"""In another page's frame there is no bar at the top to keep clear of."""
STYLES = sorted((Path(__file__).parent / "styles").glob("*.css"))

NAMED = {
    "pages": "[data-testid=stTopNav]",
    "sidebar": "[data-testid=stSidebar]",
    "collapse": "[data-testid=stSidebarCollapseButton] button",
    "expand": "[data-testid=stExpandSidebarButton]",
    "choose": "[data-testid=stFileUploaderDropzone] > span button",
    "list": "button[aria-label=Open]",
    "clear": "[aria-label='Clear value'], [aria-label='Clear entry']",
    "copy": "[data-testid=stCode] button",
    "calendar": "[data-testid=stDateInputCalendarButton]",
    "contested": ".st-key-contested [data-testid=stTooltipHoverTarget] button",
    "silence": ".st-key-silence [data-testid=stTooltipHoverTarget] button",
}
"""Parts of a page that Streamlit gives names to, and lets nobody else name."""


def pages(
    sections: Mapping[str, Sequence[str]], reached_by_link: Sequence[str]
) -> dict[str, list[Any]]:
    """The navigation: named sections of pages, and pages that only links lead to."""
    named = {
        text(f"sections.{section}") if section else "": [_page(name) for name in names]
        for section, names in sections.items()
    }
    named[""] = [*named[""], *(_page(name, listed=False) for name in reached_by_link)]
    asked = links.unknown(str(st.context.url or ""))
    if asked:  # a page of ours, or Streamlit says that there is none, in its own words
        named[""].append(
            st.Page("views/pages/unknown.py", url_path=asked, visibility="hidden")
        )
    return named


def surround() -> None:
    """Styles, the demo's banner and the filters: what comes before the page itself."""
    basket.keep()
    st.html(_styles())
    tell_browser()
    snapshot = data.current()
    if snapshot is None:
        return
    if data.meta(snapshot)["invented"]:
        show(f'<div class="sp-banner" role="note">{safe(text("frame.invented"))}</div>')
    filters.arrive(snapshot)
    if filters.embedded():
        st.html(EMBEDDED)
        return
    filters.sidebar(snapshot)
    with st.sidebar:
        picture_switch()
        _gathered()
    built = str(data.meta(snapshot)["built_at"])[:10]
    st.sidebar.caption(text("frame.built", day=built, number=data.meta(snapshot)["number"]))


def tell_browser() -> None:
    """The page's language, and the names in it of what Streamlit has English names for."""
    names = {place: text(f"browser.{key}") for key, place in NAMED.items()}
    with st.container(key="browser"):  # takes no room
        written_in(language(), names)
        in_reading_order()


def opening(page: str) -> tuple[Snapshot, Choice]:
    """The page's heading and what to show; stops the page where the store is empty."""
    snapshot = store(page)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        title(page)
        downloads.link()
    show(f'<p class="sp-lead">{safe(text(f"{page}.lead"))}</p>')
    return snapshot, filters.chosen()


def title(page: str) -> None:
    """The page's heading."""
    show(f'<h1 class="sp-title">{safe(text(f"{page}.title"))}</h1>')


def store(page: str) -> Snapshot:
    """The snapshot to show; where there is none, what to do instead, and the page stops."""
    snapshot = data.current()
    if snapshot is None:
        title(page)
        _empty_store()
        st.stop()
    return snapshot


def selection(
    choice: Choice, count: str, *, more: str = "", of_decisions: bool = True
) -> None:
    """One line that says what the figures below are about, how many, and ``more`` (HTML) of
    them."""
    parts = " · ".join(
        safe(part) for part in filters.summary(choice, of_decisions=of_decisions)
    )
    show(f'<p class="sp-selection">{parts} · <b>{safe(count)}</b>{more}</p>')


def nothing(snapshot: Snapshot) -> None:
    """Say why there are no decisions: the documents have none, or the filters leave none."""
    places = data.places(snapshot)
    if places.empty:
        explain(text("frame.no_decisions"), text("frame.no_decisions_how"))
    elif not places["contested"].sum():
        explain(text("frame.no_contested"), text("frame.no_contested_how"))
    else:
        explain(text("frame.no_match"), text("frame.no_match_how"))


def explain(heading: str, how: str) -> None:
    """A calm box: what is missing, and what to do."""
    show(
        f'<section class="sp-empty"><h2>{safe(heading)}</h2>'
        f'<p style="white-space:pre-line">{safe(how)}</p></section>'
    )


def ways_on() -> None:
    """Where to go from an address that leads nowhere."""
    named = {page: safe(text(f"{page}.title")) for page in ("overview", "search")}
    ways = facts(anchor(links.href(page), name) for page, name in named.items())
    show(f"<p>{ways}</p>")


def method(*keys: str) -> None:
    """How the figures above are counted."""
    sentences = " ".join(safe(text(key)) for key in keys)
    show(f'<p class="sp-method"><b>{safe(text("frame.method"))}</b> {sentences}</p>')


@cache
def _styles() -> str:
    """All style sheets as one element: the browser lays out each on its own."""
    return f"<style>{''.join(path.read_text('utf-8') for path in STYLES)}</style>"


def _page(name: str, *, listed: bool = True) -> Any:
    return st.Page(
        f"views/pages/{name}.py",
        title=text(f"{name}.title"),
        url_path=links.ADDRESSES[name].strip("."),
        default=name == "overview",
        visibility="visible" if listed else "hidden",
    )


def _gathered() -> None:
    """How much the reader has put aside, and the way there."""
    count = len(basket.gathered())
    if count:
        way = anchor(links.href("story"), safe(plural("basket.count", count)))
        show(f'<p class="sp-read">{way}</p>')


def _empty_store() -> None:
    explain(text("frame.empty"), text("frame.empty_how"))
    st.code(text("frame.command", store=default_store()), language=None, wrap_lines=True)
    st.caption(text("frame.empty_demo"))
    st.code("standpunkt demo", language=None)
