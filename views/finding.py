"""The parts of the search page: the query in the address, hits, facets and what to note."""

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from pipeline.search import SORTS, Hits, Query, Row, Value
from reports.choice import Choice
from reports.order import in_order
from reports.searching import NARROWER, query_of
from views import filters, links
from views.filters import topic_name
from views.formats import number, short_day, sorting_key
from views.language import plural, text, texts, word
from views.markup import anchor, facts, parties, safe, show, stance, tag
from views.quotes import place

PAGE = 20
MOST_VALUES = 8
FACETS = (
    "what",
    "act",
    "stance",
    "party",
    "body",
    "topic",
    "item_type",
    "municipality",
    "person",
)
OWN = tuple(NARROWER)
"""Parameters of this page; the other facets are filters of every page."""
FIELDS = ("party", "stance", "topic", "act", "body", "from", "minus")


def field() -> str:
    """What is searched; a new search begins at its first page."""
    asked = st.text_input(
        text("search.field"),
        key="q",
        bind="query-params",
        type="search",
        placeholder=text("search.hint"),
        label_visibility="collapsed",
        on_change=_to_first_page,
    )
    return (asked or "").strip()


def query(choice: Choice, words: str, sort: str) -> Query:
    """The search that the address and the filters ask for, one page of it."""
    made = query_of(choice, words, sort=sort, **narrowed())
    return replace(made, limit=PAGE, offset=(page() - 1) * PAGE)


def narrowed() -> dict[str, tuple[str, ...]]:
    """The facets of this page alone that the address asks for."""
    return {name: tuple(st.query_params.get_all(name)) for name in OWN}


def page() -> int:
    """Which page of the hits the address asks for, from 1."""
    asked = st.query_params.get("page", "")
    return max(int(asked), 1) if asked.isdecimal() and len(asked) < 7 else 1


def sort_name(code: str) -> str:
    """What an order of the hits is called."""
    return word("sort", code)


def notes(hits: Hits) -> None:
    """What was searched for instead of what was typed."""
    told = [text("search.corrected", typed=one.typed, used=one.used) for one in hits.corrected]
    if hits.loosened:
        told.append(text("search.loosened"))
    if told:
        lines = "".join(f"<p>{safe(line)}</p>" for line in told)
        show(f'<div class="sp-search-notes" role="status">{lines}</div>')


def about(choice: Choice, total: int, every: int) -> None:
    """What was searched, how many hits there are, the way to ``every`` hit where only
    contested matters are shown, and which filter does not count."""
    parts = filters.summary(replace(choice, words=None))
    lines = [f"{' · '.join(map(safe, parts))} · <b>{safe(total_told(total))}</b>"]
    if every > total:
        way = _address({"contested": "false"})
        lines.append(anchor(way, safe(text("search.every", hits=total_told(every)))))
    if choice.words:
        lines.append(safe(text("search.not_filtered")))
    show("".join(f'<p class="sp-selection">{line}</p>' for line in lines))


def hit_list(rows: Iterable[Row]) -> None:
    """The hits, each with the words found, the way to its case and to the source."""
    show(f'<div class="sp-hits">{"".join(map(_hit, rows))}</div>')


def facets(hits: Hits) -> None:
    """How the hits divide; a value narrows them down, a chosen one lets go."""
    groups = [_facet(name, hits.facets.get(name, ())) for name in FACETS]
    label = safe(text("search.narrow"))
    show(f'<nav class="sp-facets" aria-label="{label}">{"".join(groups)}</nav>')


def pages(total: int) -> None:
    """Links to the page before and after."""
    last = -(-total // PAGE)
    if last < 2:
        return
    here = min(page(), last)
    before = _turn(here - 1, text("search.before")) if here > 1 else ""
    after = _turn(here + 1, text("search.after")) if here < last else ""
    told = safe(text("search.page", page=number(here), last=number(last)))
    show(f'<nav class="sp-parts-nav">{before}<span>{told}</span>{after}</nav>')


def help_on_words() -> None:
    """How to write a search."""
    with st.popover(text("search.help"), type="tertiary", icon=":material/help:"):
        rows = "".join(
            f"<dt><code>{safe(texts_of(name))}</code></dt><dd>{safe(text(f'search.{name}_means'))}</dd>"
            for name in ("word", "phrase", "prefix", "named", *FIELDS)
        )
        show(f'<dl class="sp-meaning">{rows}</dl>')


def texts_of(name: str) -> str:
    """An example of what can be written."""
    return text(f"search.{name}_example")


def value_name(facet: str, value: str) -> str:
    """What a value of a facet is called."""
    if facet == "topic":
        return topic_name(value)
    if facet == "stance" and f"stance.{value}" not in texts("sv"):
        return value
    return word(facet, value) if facet in ("what", "act", "stance", "item_type") else value


def _hit(row: Row) -> str:
    kind = word("act", row.act) if row.act else word("what", row.what)
    paragraph = f"§ {row.number}" if row.number and row.number.isdigit() else ""
    where = facts(map(safe, (short_day(row.date), row.body, paragraph)))
    stances = "".join(map(stance, row.stance))
    way = place(row.document_id, row.start, row.end, row.page)
    who = facts([safe(", ".join(row.person)), way])
    chips = parties(in_order(row.party)) if row.party else ""
    heading, snippet = _told(row)
    about = f"{chips}{tag(kind)}{stances}"
    foot = f'<footer class="sp-where">{who}</footer>'
    inside = f"<header>{about}</header>{snippet}{foot}"
    if not snippet:  # the heading was found: the rest has room on one line
        inside = f"<header>{about}{foot}</header>"
    return (
        f'<article class="sp-hit"><div class="sp-where">{where}</div><h3>{heading}</h3>'
        f"{inside}</article>"
    )


def _told(row: Row) -> tuple[str, str]:
    """Heading and snippet of a hit, as HTML; a title that was found is its own snippet."""
    found = "".join(
        f"<mark>{safe(piece.text)}</mark>" if piece.is_hit else safe(piece.text)
        for piece in row.pieces
    )
    own = row.what == "title" and found
    title = found if own else safe(row.title or text("search.untitled"))
    heading = anchor(links.case(row.case_id), title) if row.case_id else title
    return heading, "" if own else f'<p class="sp-snippet">{found}</p>'


def _facet(name: str, values: tuple[Value, ...]) -> str:
    chosen = st.query_params.get_all(name)
    known = {one.value for one in values}
    ordered = [*values, *(Value(one, 0) for one in chosen if one not in known)]
    if len(ordered) < 2 and not chosen:
        return ""
    ranked = sorted(
        ordered,
        key=lambda one: (one.value not in chosen, -one.count, sorting_key(one.value)),
    )
    items = "".join(_value(name, one, chosen) for one in ranked[:MOST_VALUES])
    return f"<section><h3>{safe(text(f'search.by_{name}'))}</h3><ul>{items}</ul></section>"


def _value(name: str, one: Value, chosen: list[str]) -> str:
    label = safe(value_name(name, one.value))
    count = f'<span class="sp-quiet">{number(one.count)}</span>'
    if one.value in chosen:
        gone = text("search.let_go", name=value_name(name, one.value))
        way = anchor(_address({name: None}), f"<b>{label}</b> ×", name=gone)
        return f'<li aria-current="true">{way}{count}</li>'
    return f"<li>{anchor(_address({name: one.value}), label)}{count}</li>"


def _address(change: dict[str, object]) -> str:
    """The address of this search with something changed, at its first page."""
    kept: dict[str, object] = {
        name: st.query_params.get(name) for name in ("q", "sort", "step", *OWN)
    }
    return links.href("search", **kept | change)


def _turn(number_of: int, label: str) -> str:
    return anchor(_address({"page": number_of}), safe(label))


def _to_first_page() -> None:
    if "page" in st.query_params:
        del st.query_params["page"]


def total_told(total: int) -> str:
    """How many hits there are."""
    return plural("search.hits", total).replace(str(total), number(total), 1)


ORDERS = SORTS
