"""*Sök*: words in titles, decisions, proposals and statements, and who uses them."""

from dataclasses import replace

import streamlit as st

from views import (
    choices,
    data,
    directly,
    downloads,
    finding,
    following,
    frame,
    searched,
    usage,
)
from views.language import text
from views.markup import safe, show

snapshot, choice = frame.opening("search")
words = finding.field()
with st.container(horizontal=True, horizontal_alignment="distribute"):
    sort = choices.segmented(
        "sort", finding.ORDERS, finding.sort_name, label=text("search.sort")
    )
    with st.container(horizontal=True, width="content"):
        following.follow(choice, words)
        finding.help_on_words()

query = finding.query(choice, words, sort)
hits = searched.hits(snapshot, query)
finding.notes(hits)
left, right = st.columns([7, 3], gap="large")
with left:
    named = data.report(snapshot, choice, "lookup", search=words)
    directly.directly(named)
    every = searched.found(snapshot, replace(query, contested=False))
    if every or named.empty:
        finding.about(choice, hits.total, every)
    if not hits.total and named.empty:
        frame.explain(text("search.none"), text("search.none_how"))
    finding.hit_list(hits.rows)
    finding.pages(hits.total)
    if hits.total:
        downloads.later(
            snapshot,
            "hits",
            lambda: data.report(
                snapshot, choice, "hits", search=words, sort=sort, **finding.narrowed()
            ),
            count=hits.total,
        )
    frame.method("search.method")
with right:
    finding.facets(hits)
if words and hits.total:
    show(f"<h2>{safe(text('usage.heading'))}</h2>")
    usage.over_time(snapshot, choice, words)
