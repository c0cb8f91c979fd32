"""The page of a PDF beside its text, as a picture that another process renders."""

from bisect import bisect_right

import streamlit as st

from pipeline.models import Document
from views import arrival, data, links
from views.data import Snapshot
from views.language import text
from views.markup import anchor, safe, show


def page_at(document: Document, offset: int) -> int:
    """The page that a character stands on; what the address asks for goes before."""
    asked = arrival.known("sheet", {str(page + 1) for page in range(document.pages or 0)})
    if asked:
        return int(asked[-1])
    return max(bisect_right(document.page_starts, offset), 1)


def picture(snapshot: Snapshot, document: Document, page: int) -> tuple[bytes | None, str]:
    """The page as PNG, or why it cannot be shown; neither for a document without pages."""
    if not document.pages:
        return None, ""
    with st.spinner(text("page_image.working")):
        return data.page_image(snapshot.store, document.document_id, page)


def beside(document: Document, page: int, png: bytes) -> None:
    """The picture with the ways to the pages around it."""
    show(_ways(document, page))
    about = text("page_image.caption", page=page, pages=document.pages)
    st.image(png, width="stretch", caption=about, alt=about)


def _ways(document: Document, page: int) -> str:
    def way(to: int, key: str) -> str:
        if not 1 <= to <= (document.pages or 0):
            return f'<span class="sp-quiet">{safe(text(key))}</span>'
        start = document.page_starts[to - 1]
        address = links.href(
            "sources", document=document.document_id, sheet=to, start=start, end=start + 1
        )
        return anchor(address, safe(text(key)))

    ways = f"{way(page - 1, 'page_image.before')} {way(page + 1, 'page_image.after')}"
    name = safe(text("page_image.name", page=page))
    return f'<nav class="sp-parts-nav"><b>{name}</b> {ways}</nav>'
