"""Cached searches of the published snapshot, as ``data`` caches its tables."""

from dataclasses import replace
from pathlib import Path

import streamlit as st

from pipeline.search import Hits, Query, SearchIndex, search
from pipeline.storage.snapshot import search_of
from views.data import Snapshot


@st.cache_resource(show_spinner=False, max_entries=2)
def _index(snapshot: Snapshot) -> SearchIndex:
    """The opened search index; safe to share, as it is only read."""
    return search_of(Path(snapshot.path))


@st.cache_data(show_spinner=False, max_entries=500)
def hits(snapshot: Snapshot, query: Query) -> Hits:
    """A page of what a search finds, with the values it divides into."""
    return search(_index(snapshot), query)


@st.cache_data(show_spinner=False, max_entries=500)
def found(snapshot: Snapshot, query: Query) -> int:
    """How many hits a search has."""
    return search(_index(snapshot), replace(query, limit=0, offset=0), facets=()).total
